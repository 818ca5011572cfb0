"""Group commit: many callers, few commits, and no caller is any other's problem."""

import asyncio
import random
import uuid
from collections.abc import Awaitable, Sequence

import asyncpg
import pytest

from eventkeep.memory_store import MemoryStore
from eventkeep.postgres_store import PostgresStore
from eventkeep.store import Append, Appended, Head, Outcome, StoreUnreachable
from tests.stores.databases import appending, commits, connected, holding_the_append_lock, opened, until
from tests.stores.writing import Writer, appends, assert_in_order, everything


async def test_concurrent_commands_are_committed_together(dsn: str, kept: PostgresStore) -> None:
    """Concurrent commands of a process are committed together."""
    writers = [Writer(kept, f"family/{n}") for n in range(64)]
    await asyncio.gather(*(each.append(b"a", b"b") for each in writers))
    assert_in_order(await everything(kept))
    async with connected(dsn) as connection:
        assert await connection.fetchval("select count(*) from events") == 128
        assert await commits(connection) <= 10


async def test_a_lone_command_has_a_commit_of_its_own(dsn: str, kept: PostgresStore) -> None:
    """Append is one round trip: a command that meets no other waits for nobody."""
    for n in range(5):
        await Writer(kept, f"family/{n}").append(b"a")
    async with connected(dsn) as connection:
        assert await commits(connection) == 5


async def test_a_group_has_its_bound(dsn: str) -> None:
    """No group grows without end."""
    async with opened(dsn, group=8) as store, connected(dsn) as connection:
        await asyncio.gather(*(Writer(store, f"family/{n}").append(b"a") for n in range(41)))
        largest = "select max(count) from (select count(*) from events group by xmin::text) groups"
        assert await connection.fetchval(largest) == 8


async def test_two_commands_of_a_stream_go_into_two_groups(dsn: str, kept: PostgresStore) -> None:
    """At most one per stream in a group: the second meets what the first has stored."""
    async with holding_the_append_lock(dsn) as connection:
        writer = Writer(kept, "family/1")
        append = writer.next(b"a")
        writer.moved(append)
        several = [appends("family/0", Head(), b"0"), append, writer.next(b"b"), writer.next(b"c")]
        under_way = [asyncio.ensure_future(kept.append(each)) for each in several]
        await until(lambda: appending(connection))
    outcomes = [(await each).outcome for each in under_way]
    assert outcomes == [Outcome.APPENDED] * 3 + [Outcome.CONFLICT]
    assert [event.value for event in await kept.read("family/1")] == [b"a", b"b"]


async def test_one_command_twice_in_a_group_counts_once(kept: PostgresStore) -> None:
    """An accepted command answers the same again: also one that waits beside its repeat."""
    first = appends("family/1", Head(), b"a")
    elsewhere = appends(
        "family/2", Head(), b"a", command_id=first.command_id.upper(), said=b"other..........."
    )
    several = [appends("family/0", Head(), b"0"), first, first, elsewhere]
    outcomes = [each.outcome for each in await asyncio.gather(*map(kept.append, several))]
    assert outcomes == [Outcome.APPENDED, Outcome.APPENDED, Outcome.REPEATED, Outcome.ID_REUSED]


async def test_repeats_and_conflicts_leave_the_rest_of_their_group_together(
    dsn: str, kept: PostgresStore
) -> None:
    """Each is answered as if it had come alone, and those that are new share few commits."""
    old = [await Writer(kept, f"family/old{n}").append(b"a") for n in range(3)]
    new = [appends(f"family/new{n}", Head(), b"a") for n in range(20)]
    conflict = appends(old[1].stream, Head(), b"b")
    reused = appends("family/other", Head(), b"b", command_id=old[2].command_id, said=b"other...........")
    several = [new[0], new[1], old[0], *new[2:10], conflict, *new[10:], reused]
    async with holding_the_append_lock(dsn) as connection:
        under_way = [asyncio.ensure_future(kept.append(each)) for each in several]
        await until(lambda: appending(connection))
    appended = dict(zip(several, await asyncio.gather(*under_way), strict=True))
    assert [appended[each] for each in new] == [Appended(Outcome.APPENDED, each.answer) for each in new]
    assert appended[old[0]] == Appended(Outcome.REPEATED, old[0].answer)
    assert appended[conflict].outcome == Outcome.CONFLICT
    assert appended[reused].outcome == Outcome.ID_REUSED
    async with connected(dsn) as connection:
        assert await commits(connection) <= 3 + 4


POISON = {
    "a stream with U+0000": Append(str(uuid.uuid4()), b"f", "family/\0", Head(), (b"x",), ""),
    "a stream that no index can hold": Append(
        str(uuid.uuid4()), b"f", random.Random(1).randbytes(9_000).hex(), Head(), (b"x",), ""
    ),
    "a stream that is no text": Append(str(uuid.uuid4()), b"f", "family/\ud800", Head(), (b"x",), ""),
    "an answer with U+0000": Append(str(uuid.uuid4()), b"f", "family/x", Head(), (b"x",), "\0"),
    "an id that is none": Append("mine", b"f", "family/x", Head(), (b"x",), ""),
    "a version that is none": Append(str(uuid.uuid4()), b"f", "family/x", Head(2**63), (b"x",), ""),
    "no bytes": Append(str(uuid.uuid4()), b"f", "family/x", Head(), ("x",), ""),  # type: ignore[arg-type]
    "no head": Append(str(uuid.uuid4()), b"f", "family/x", None, (b"x",), ""),  # type: ignore[arg-type]
}


@pytest.mark.parametrize("poison", POISON.values(), ids=POISON)
async def test_one_bad_payload_never_fails_its_neighbours(kept: PostgresStore, poison: Append) -> None:
    """A group that fails is split and each command tried alone."""
    good = [appends(f"family/{n}", Head(), b"a", b"b") for n in range(31)]
    several = [appends("family/first", Head(), b"0"), *good[:16], poison, *good[16:]]
    settled = await _settled([kept.append(each) for each in several])
    assert isinstance(settled.pop(17), Exception)
    assert settled == [Appended(Outcome.APPENDED, each.answer) for each in several if each is not poison]
    assert len(await everything(kept)) == 1 + 62
    with pytest.raises((asyncpg.PostgresError, AttributeError, TypeError)):
        await kept.append(poison)
    await Writer(kept, "family/after").append(b"a")


async def test_a_caller_who_gives_up_leaves_the_others_in_peace(dsn: str, kept: PostgresStore) -> None:
    """Cancelled callers, waiting or under way, alone or in a group, never wedge the writer."""
    async with holding_the_append_lock(dsn) as connection:
        lone = asyncio.ensure_future(kept.append(appends("family/lone", Head(), b"a")))
        await until(lambda: appending(connection))
        waiting = [asyncio.ensure_future(kept.append(appends(f"family/{n}", Head(), b"a"))) for n in range(9)]
        await asyncio.sleep(0)
        waiting[0].cancel()
        lone.cancel()
        await asyncio.wait([lone])
        await until(lambda: appending(connection))
        waiting[1].cancel()
    settled = await _settled(waiting)
    assert all(isinstance(each, asyncio.CancelledError) for each in settled[:2])
    assert all(isinstance(each, Appended) and each.outcome == Outcome.APPENDED for each in settled[2:])
    assert await kept.read("family/0") == []
    await Writer(kept, "family/after").append(b"a")


async def test_all_callers_may_give_up(dsn: str, kept: PostgresStore) -> None:
    """Nothing is left over that the next caller would trip on."""
    async with holding_the_append_lock(dsn) as connection:
        callers = [asyncio.ensure_future(kept.append(appends(f"family/{n}", Head(), b"a"))) for n in range(9)]
        await until(lambda: appending(connection))
        for each in callers:
            each.cancel()
        await asyncio.wait(callers)
    async with asyncio.timeout(10):
        await Writer(kept, "family/after").append(b"a")


async def test_a_writer_that_is_stopped_leaves_nobody_waiting(dsn: str, kept: PostgresStore) -> None:
    """The writer never dies and leaves waiters: when all ends, they are told."""
    async with holding_the_append_lock(dsn) as connection:
        lone = asyncio.ensure_future(kept.append(appends("family/lone", Head(), b"a")))
        await until(lambda: appending(connection))
        waiting = [asyncio.ensure_future(kept.append(appends(f"family/{n}", Head(), b"a"))) for n in range(9)]
        await asyncio.sleep(0)
        lone.cancel()
        await asyncio.wait([lone])
        await until(lambda: appending(connection))
        writers = [each for each in asyncio.all_tasks() if "PostgresStore._write" in repr(each)]
        assert writers
        late = asyncio.ensure_future(kept.append(appends("family/late", Head(), b"a")))
        await asyncio.sleep(0)
        for each in writers:
            each.cancel()
        settled = await _settled([*waiting, late])
    assert all(isinstance(each, StoreUnreachable) for each in settled)
    await Writer(kept, "family/after").append(b"a")


async def test_the_function_takes_no_group_with_a_stream_twice(dsn: str) -> None:
    """At most one per stream in a group: the table itself holds that, all or nothing."""
    async with connected(dsn) as connection:
        with pytest.raises(asyncpg.UniqueViolationError):
            await connection.fetch(
                "select append_commands("
                "array[gen_random_uuid(), gen_random_uuid()], array['f', 'f']::bytea[], "
                "array['family/1', 'family/1'], array[0, 0], array[null, null]::bytea[], array['', ''], "
                "array[1, 2], array[1, 1], array['a', 'b']::bytea[], array_fill(sha256(''), array[2]))"
            )
        assert await connection.fetchval("select count(*) from events") == 0
        assert await connection.fetchval("select count(*) from commands") == 0


@pytest.mark.parametrize("seed", [1, 2])
async def test_whatever_comes_it_answers_as_the_store_in_memory_does(kept: PostgresStore, seed: int) -> None:
    """Any sequence of new, repeated, reused, stale and empty commands has the same outcomes and events."""
    await _compare(kept, random.Random(seed), 150)


@pytest.mark.long
@pytest.mark.parametrize("seed", range(20))
async def test_long_whatever_comes_it_answers_as_the_store_in_memory_does(
    kept: PostgresStore, seed: int
) -> None:
    """The same for long."""
    await _compare(kept, random.Random(seed), 2_000)


async def _compare(kept: PostgresStore, dice: random.Random, count: int) -> None:
    memory = MemoryStore()
    heads = {f"family/{n}": [Head()] for n in range(6)}
    ids = [str(uuid.UUID(int=dice.getrandbits(128))) for _ in range(count // 2)]
    while count > 0:
        several = [_any(dice, heads, ids) for _ in range(dice.choice([1, 1, 2, 5, 20]))]
        count -= len(several)
        outcomes = await asyncio.gather(*map(kept.append, several))
        assert list(outcomes) == [await memory.append(each) for each in several]
        for append, appended in zip(several, outcomes, strict=True):
            if appended.outcome == Outcome.APPENDED:
                head = append.head
                for value in append.values:
                    head = head.after(value)
                heads[append.stream].append(head)
    for stream in heads:
        ours, theirs = await kept.read(stream), await memory.read(stream)
        assert [(e.version, e.value, e.digest) for e in ours] == [
            (e.version, e.value, e.digest) for e in theirs
        ]
    assert_in_order(await everything(kept))


def _any(dice: random.Random, heads: dict[str, list[Head]], ids: list[str]) -> Append:
    stream = dice.choice(list(heads))
    head = heads[stream][-1] if dice.random() < 0.8 else dice.choice(heads[stream])
    values = tuple(dice.randbytes(8) for _ in range(dice.choice([0, 1, 1, 2, 5])))
    return Append(dice.choice(ids), dice.choice([b"f", b"f", b"g", b""]), stream, head, values, str(head))


async def _settled(several: Sequence[Awaitable[Appended]]) -> list[object]:
    async with asyncio.timeout(20):
        return list(await asyncio.gather(*several, return_exceptions=True))
