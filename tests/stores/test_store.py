"""What every event store promises, in memory and on PostgreSQL."""

import asyncio
import hashlib
import uuid

import pytest

from eventkeep.store import ANY_FINGERPRINT, Appended, Head, Outcome, Reached, Store, Stored, read_stream
from tests.stores.writing import Writer, appends, assert_in_order, everything


async def test_events_of_a_stream_are_numbered_from_one_without_gaps(store: Store) -> None:
    """One stream per (service, family), events numbered 1, 2, 3 … without gaps."""
    one, other = Writer(store, "family/1"), Writer(store, "family/2")
    await one.append(b"a")
    await other.append(b"b", b"c")
    await one.append(b"d", b"e", b"f")
    assert [(e.version, e.value) for e in await store.read("family/1")] == [
        (1, b"a"),
        (2, b"d"),
        (3, b"e"),
        (4, b"f"),
    ]
    assert [(e.version, e.value) for e in await store.read("family/2")] == [(1, b"b"), (2, b"c")]


async def test_position_order_is_the_order_of_the_appends(store: Store) -> None:
    """`position` order is commit order."""
    writers = [Writer(store, f"family/{n}") for n in range(3)]
    for round_ in range(4):
        for writer in writers:
            await writer.append(*(b"%d" % round_ for _ in range(round_)))
    events = await everything(store)
    assert_in_order(events)
    assert [event.value for event in events] == [b"1"] * 3 + [b"2"] * 6 + [b"3"] * 9
    assert await store.last_position() == events[-1].position


async def test_an_empty_store_stands_at_nought(store: Store) -> None:
    """A reader that starts at 0 misses nothing."""
    assert await store.last_position() == 0
    assert list(await store.read_all()) == []
    assert list(await store.read("family/1")) == []


async def test_heads_say_where_each_stream_stands_page_by_page(store: Store) -> None:
    """Chain digests of stores and journal are compared all the time, without reading what the events say."""
    one, other = Writer(store, "family/1"), Writer(store, "family/2")
    await one.append(b"a", b"b")
    await other.append(b"c")
    await one.append(b"d")
    whole = {(e.stream, e.version): e for e in await everything(store)}

    def at(stream: str, version: int) -> Reached:
        event = whole[stream, version]
        return Reached(event.position, stream, version, event.digest)

    async def heads(after: int, limit: int) -> set[Reached]:
        return set(await store.read_heads(after, limit))

    assert await heads(0, 10) == {at("family/1", 3), at("family/2", 1)}
    first = await heads(0, 2)
    assert first == {at("family/1", 2)}
    assert await heads(max(each.position for each in first), 10) == {at("family/1", 3), at("family/2", 1)}
    assert not await heads(await store.last_position(), 10)


@pytest.mark.parametrize("wrong", ["behind", "ahead", "another digest", "none"])
async def test_a_stream_that_stands_elsewhere_is_a_conflict(store: Store, wrong: str) -> None:
    """Appended only if the stream still stands at that version; nothing is half done, nothing remembered."""
    writer = Writer(store, "family/1")
    await writer.append(b"a")
    behind = writer.head
    await writer.append(b"b")
    head = {
        "behind": behind,
        "ahead": writer.head.after(b"c"),
        "another digest": Head(2, hashlib.sha256(b"other").digest()),
        "none": Head(),
    }[wrong]
    append = appends("family/1", head, b"x", b"y")
    assert await store.append(append) == Appended(Outcome.CONFLICT, "")
    assert await store.remembered(append.command_id) is None
    assert [event.value for event in await everything(store)] == [b"a", b"b"]
    await writer.append(b"x", b"y", command_id=append.command_id)
    assert len(await everything(store)) == 4


async def test_a_new_stream_expected_elsewhere_is_a_conflict(store: Store) -> None:
    """Appended only if the stream still stands at that version: also where there is no stream yet."""
    append = appends("family/1", Head().after(b"never"), b"x")
    assert (await store.append(append)).outcome == Outcome.CONFLICT
    assert (await store.append(appends("family/1", Head().after(b"never")))).outcome == Outcome.CONFLICT
    assert await everything(store) == []


async def test_a_repeated_command_answers_the_same(store: Store) -> None:
    """An accepted command is remembered for good, and answers the same wherever the stream stands now."""
    writer = Writer(store, "family/1")
    first = await writer.append(b"a")
    await writer.append(b"b")
    for again in (first, appends("family/1", writer.head, b"decided anew", command_id=first.command_id)):
        assert await store.append(again) == Appended(Outcome.REPEATED, first.answer)
    assert await store.remembered(first.command_id) == (first.fingerprint, first.answer)
    assert [event.value for event in await everything(store)] == [b"a", b"b"]


async def test_a_command_without_events_is_remembered_too(store: Store) -> None:
    """… also one without events."""
    writer = Writer(store, "family/1")
    empty = await writer.append()
    await writer.append(b"a")
    assert await store.append(empty) == Appended(Outcome.REPEATED, empty.answer)
    assert len(await everything(store)) == 1


async def test_an_answer_without_events_needs_the_head_too(store: Store) -> None:
    """An answer without events is given only on a state checked against the stream's head."""
    writer = Writer(store, "family/1")
    old = writer.next()
    await writer.append(b"a")
    assert (await store.append(old)).outcome == Outcome.CONFLICT
    assert await store.remembered(old.command_id) is None


async def test_an_id_with_other_contents_is_told_apart(store: Store) -> None:
    """The same id with other contents is refused, on whatever stream."""
    writer = Writer(store, "family/1")
    first = await writer.append(b"a")
    for stream, head in (("family/1", writer.head), ("family/2", Head())):
        reused = appends(stream, head, b"b", command_id=first.command_id, said=b"something else..")
        assert (await store.append(reused)).outcome == Outcome.ID_REUSED
    assert [event.value for event in await everything(store)] == [b"a"]


async def test_an_id_taken_back_after_a_restore_answers_any_contents(store: Store) -> None:
    """What a command said isn't known any more once its events were taken back: its id still answers."""
    taken_back = appends("family/1", Head(), b"a", said=ANY_FINGERPRINT)
    await store.append(taken_back)
    again = appends("family/1", Head().after(b"a"), b"b", command_id=taken_back.command_id)
    assert await store.append(again) == Appended(Outcome.REPEATED, taken_back.answer)


async def test_of_many_at_one_head_exactly_one_is_appended(store: Store) -> None:
    """Appended only if the stream still stands at that version: also when all come at once."""
    several = [appends("family/1", Head(), b"%d" % n) for n in range(20)]
    outcomes = [appended.outcome for appended in await asyncio.gather(*map(store.append, several))]
    assert sorted(outcomes) == [Outcome.APPENDED] + [Outcome.CONFLICT] * 19
    assert len(await everything(store)) == 1


async def test_one_id_many_times_at_once_counts_once(store: Store) -> None:
    """An accepted command answers the same again: also while the first one is under way."""
    append = appends("family/1", Head(), b"a")
    appended = await asyncio.gather(*(store.append(append) for _ in range(20)))
    assert sorted(each.outcome for each in appended) == [Outcome.APPENDED] + [Outcome.REPEATED] * 19
    assert {each.answer for each in appended} == {append.answer}
    assert len(await everything(store)) == 1


@pytest.mark.parametrize("batch", [1, 2, 3, 7, 100])
async def test_reading_in_batches_gives_all_of_it_once(store: Store, batch: int) -> None:
    """Batches of any size follow each other without a gap or a repeat."""
    one, other = Writer(store, "family/1"), Writer(store, "family/2")
    for n in range(6):
        await one.append(b"%d" % n)
        await other.append(b"%d" % n)
    assert [event.value async for event in read_stream(store, "family/1", 0, batch)] == one.values
    assert [event.version async for event in read_stream(store, "family/1", 4, batch)] == [5, 6]
    after = 0
    seen: list[Stored] = []
    while page := await store.read_all(after, batch):
        assert len(page) <= batch
        seen += page
        after = page[-1].position
    assert_in_order(seen)
    assert len(seen) == 12


async def test_each_stream_is_a_chain(store: Store) -> None:
    """Digest n = SHA-256(digest n−1 ‖ stored bytes), beginning with 32 zero bytes."""
    writer = Writer(store, "family/1")
    await writer.append(b"a", bytes(range(256)))
    await writer.append(b"")
    digest = bytes(32)
    for event in await store.read("family/1"):
        digest = hashlib.sha256(digest + event.value).digest()
        assert event.digest == digest
    assert writer.head == Head(3, digest)


async def test_what_is_stored_comes_back_byte_for_byte(store: Store) -> None:
    """Events are never changed."""
    writer = Writer(store, f"family/{uuid.uuid4()}")
    values = (b"", b"\x00\xff", "æøå Ω 家族".encode(), b"x" * 100_000)
    await writer.append(*values)
    assert tuple(event.value for event in await store.read(writer.stream)) == values
