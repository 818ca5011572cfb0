"""A command is decided on the folded state and appended where the stream still stands."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace

from eventkeep import vector
from eventkeep.cloudevent import decode, encode
from eventkeep.edge.call import Answer
from eventkeep.handle import Facts, Handle
from eventkeep.keys import FileKeys
from eventkeep.memory_store import MemoryStore
from eventkeep.store import Head, Store, Stored
from tests.stores.kites import (
    ANNA,
    BO,
    KITE,
    OTHER_KITE,
    STREAM,
    TOKENS,
    FlyerJoined,
    FlyerLeft,
    called,
    envelopes,
    fly,
    handler,
    join,
    land,
    leave,
    refusal,
    told,
)
from tests.stores.writing import appends


async def test_a_command_is_decided_appended_and_answered(one: Handle, store: Store) -> None:
    """The answer names the version, and its token the family and the vector."""
    answer = await one(join(), called())
    assert (answer.version, answer.vector) == (1, "kites=1")
    assert TOKENS.read(answer.token).stream_id == KITE
    assert TOKENS.read(answer.token).vector == {"kites": 1}
    assert await one(fly(), called()) == Answer(TOKENS.issue(KITE, {"kites": 2}), 2, "kites=2")
    assert await told(store) == ["flyer-joined", "kite-flown"]


async def test_a_choice_with_nothing_to_do_is_answered_without_events(one: Handle, store: Store) -> None:
    """Repeating is safe, and the answer is remembered as any other."""
    call = called()
    answer = await one(land(), call)
    assert answer.version == 0
    await one(join(), called())
    assert await one(land(), call) == answer
    assert await told(store) == ["flyer-joined"]


async def test_on_conflict_it_is_decided_again(one: Handle, other: Handle, store: Store) -> None:
    """Appended only if the stream still stands at that version; otherwise it is decided again."""
    await one(join(), called())
    await other(join(BO), called())
    answer = await one(fly(), called())
    assert answer.version == 3
    assert [each.version for each in await envelopes(store)] == [1, 2, 3]


async def test_a_stale_cache_never_refuses_anybody(one: Handle, other: Handle) -> None:
    """A refusal is given only on a state checked against the stream's head."""
    await one(join(), called())
    await one(fly(), called())
    await other(land(), called())
    assert (await one(fly(), called())).version == 4
    assert (await refusal(other(fly(), called()))).code == "flies_already"
    await one(leave(), called())
    assert (await refusal(other(fly(), called()))).code == "not_a_flyer"


async def test_a_stale_cache_never_answers_without_events(one: Handle, other: Handle, store: Store) -> None:
    """An answer without events is given only on a state checked against the stream's head."""
    await one(join(), called())
    await one(land(), called())
    await other(fly(), called())
    answer = await one(land(), called())
    assert answer.version == 3
    assert await told(store) == ["flyer-joined", "kite-flown", "kite-landed"]


async def test_many_commands_at_two_replicas_all_count_once(one: Handle, other: Handle, store: Store) -> None:
    """No command is lost to another one, and none counts twice."""
    flyers = [ANNA.replace("0001", f"{n:04d}") for n in range(40)]
    calls = [called() for _ in flyers]
    doing = [
        replica(join(type(ANNA)(flyer)), call)
        for n, (flyer, call) in enumerate(zip(flyers, calls, strict=True))
        for replica in ((one, other) if n % 3 else (other, one))
    ]
    answers = await asyncio.gather(*doing)
    assert sorted(answer.version for answer in answers) == sorted([*range(1, 41)] * 2)
    assert answers[::2] == answers[1::2]
    assert [each.version for each in await envelopes(store)] == list(range(1, 41))


async def test_an_event_names_its_causes(store: Store, keys: FileKeys) -> None:
    """`causes` = the service's own version before it, the vector of its facts, the command's token."""

    async def facts(command: object, wanted: vector.Vector, deadline: float | None) -> Facts:
        return Facts("a breeze", {"weather": 5, "birds": 1})

    handle = handler(store, keys, facts)
    await handle(join(), called())
    after = TOKENS.issue(KITE, {"kites": 1, "weather": 3, "birds": 4, "trees": 2})
    answer = await handle(fly(), called(after=after))
    assert [vector.text(each.causes) for each in await envelopes(store)] == [
        "birds=1,weather=5",
        "birds=4,kites=1,trees=2,weather=5",
    ]
    assert answer.vector == "birds=4,kites=2,trees=2,weather=5"


async def test_facts_are_read_before_each_decision(store: Store, keys: FileKeys) -> None:
    """Facts of others are part of the state, and none of them is kept in the cache."""
    winds = iter(["some wind", "no wind", "a breeze"])

    async def facts(command: object, wanted: vector.Vector, deadline: float | None) -> Facts:
        return Facts(next(winds), {})

    handle = handler(store, keys, facts)
    await handle(join(), called())
    assert (await refusal(handle(fly(), called()))).code == "no_wind"
    assert (await handle(fly(), called())).version == 2


async def test_tokens_must_be_ours_and_of_this_family(one: Handle) -> None:
    """A token is authenticated and speaks of one family."""
    token = (await one(join(), called())).token
    assert (await one(fly(), called(after=token))).version == 2
    forged = token[:-1] + ("A" if token[-1] != "A" else "B")
    for bad in (forged, "token", "æ", token[4:]):
        assert (await refusal(one(land(), called(after=bad)))).code == "token_invalid"
    elsewhere = await refusal(one(join(kite=OTHER_KITE), called(after=token)))
    assert elsewhere.code == "token_of_another_family"


async def test_a_token_beyond_the_store_is_named(one: Handle, other: Handle) -> None:
    """What a token names and the store lacks was lost: a cache that is behind is not enough to say so."""
    await one(join(), called())
    token = (await other(join(BO), called())).token
    assert (await one(fly(), called(after=token))).version == 3
    lost = TOKENS.issue(KITE, {"kites": 9})
    refused = await refusal(one(land(), called(after=lost)))
    assert (refused.code, refused.facts["version"]) == ("store_behind_token", "3")


async def test_what_is_said_is_sealed_from_the_first_event_on(one: Handle, store: Store) -> None:
    """Personal fields are sealed in stores, from the first event on."""
    await one(join(), called())
    await one(fly("Secret words"), called())
    values = b"".join(event.value for event in await store.read(STREAM))
    assert b"Secret" not in values
    assert f"sealed.1.{ANNA}.".encode() in values


async def test_long_streams_are_folded_page_by_page(one: Handle, other: Handle, store: Store) -> None:
    """Read in batches, cold and from a cache that is far behind."""
    await other(join(), called())
    [first] = await store.read(STREAM)
    envelope = decode(first.value).envelope
    comings: list[FlyerJoined | FlyerLeft] = [
        FlyerJoined(kite=KITE, flyer=BO),
        FlyerLeft(kite=KITE, flyer=BO),
    ]
    values = [
        encode(replace(envelope, type=event.wire, version=version), event.model_dump(mode="json"))
        for version, event in enumerate(comings * 1_010, 2)
    ]
    await store.append(appends(STREAM, Head(1, first.digest), *values))
    assert (await other(fly(), called())).version == 2_022
    assert (await one.state(STREAM)).flyers == {ANNA}
    assert await other.state(STREAM) == await one.state(STREAM)


class Counting(MemoryStore):
    """Counts how many events are read."""

    def __init__(self) -> None:
        super().__init__()
        self.count = 0

    async def read(self, stream: str, after: int = 0, limit: int = 1_000) -> Sequence[Stored]:
        found = await super().read(stream, after, limit)
        self.count += len(found)
        return found


async def test_the_cache_is_bounded_and_saves_reading(keys: FileKeys) -> None:
    """A bounded cache of folded states keeps long streams fast."""
    store = Counting()
    handle = handler(store, keys, cached=2)
    kites = [type(KITE)(KITE.replace("0001", f"{n:04d}")) for n in range(3)]
    for kite in kites[:2]:
        for _ in range(5):
            await handle(join(kite=kite), called())
            await handle(fly(kite=kite), called())
            await handle(land(kite), called())
    assert store.count == 0
    await handle(join(kite=kites[2]), called())
    await handle(land(kites[1]), called())
    assert store.count == 0
    await handle(land(kites[0]), called())
    assert store.count == 11
