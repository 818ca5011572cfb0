"""What is kept of an inbox moves in one transaction each, and only from where it stands. On a real store."""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from eventkeep.inbox.kept import Kept, Later, Overtaken, Said, Taken
from eventkeep.inbox.message import Place
from eventkeep.keys import FileKeys
from eventkeep.migrate import SQL, migrate
from eventkeep.pg import Pool, pool

TOPIC = "helhed.inbox.school.v1"
PATIENCE = 60.0


@pytest_asyncio.fixture
async def tables(dsn: str) -> AsyncIterator[Pool]:
    """A database with the tables of an inbox."""
    found = await pool(dsn)
    async with found.acquire() as connection:
        await migrate(connection, SQL / "inbox")
    yield found
    await found.close()


@pytest.fixture
def kept(tables: Pool, keys: FileKeys) -> Kept:
    """What contacts keeps."""
    return Kept(tables, keys, "contacts")


def message(offset: int, subject: str = "a", owner: str = "school") -> Taken:
    """A message at a place of the one partition."""
    return Taken(Place(owner, TOPIC, 0, offset), subject, "key", b'{"words":"said in confidence"}')


def answer(n: int, text: str) -> Said:
    """An answer to the message of a number."""
    return Said(n, "results", "key", text.encode())


async def said(kept: Kept) -> list[str]:
    """What is to be sent."""
    return [each.value.decode() for each in await kept.to_say(100)]


async def due(kept: Kept, of_owner: int = 100, of_subject: int = 100) -> list[int]:
    """Offsets of those whose turn it is."""
    return [each.place.offset for each in await kept.due(of_owner, of_subject, PATIENCE)]


async def test_what_was_read_is_kept_sealed_with_how_far_that_was(kept: Kept, tables: Pool) -> None:
    await kept.take([message(0), message(1)], [answer(0, "refused")], {(TOPIC, 0): (0, 3)})
    assert await kept.offsets() == {(TOPIC, 0): 3}
    assert [each.value for each in await kept.due(9, 9, PATIENCE)] == [b'{"words":"said in confidence"}'] * 2
    rows = await tables.fetch("select value, encode(subject, 'escape') s from inbox")
    assert all("confidence" not in row["value"] and row["s"] != "a" for row in rows)
    assert await said(kept) == ["refused"]


async def test_whoever_was_overtaken_keeps_nothing(kept: Kept) -> None:
    await kept.take([message(0)], [], {(TOPIC, 0): (0, 1)})
    with pytest.raises(Overtaken):
        await kept.take([message(5, "b")], [answer(0, "again")], {(TOPIC, 0): (0, 6), (TOPIC, 1): (0, 1)})
    assert await kept.offsets() == {(TOPIC, 0): 1}
    assert await due(kept) == [0]
    assert await said(kept) == []
    await kept.take([], [], {(TOPIC, 0): (4, 5)})  # a gap, where markers of transactions stand, is none
    assert await kept.offsets() == {(TOPIC, 0): 5}


async def test_those_of_one_subject_come_in_order_and_wait_for_the_first(kept: Kept) -> None:
    taken = [message(0, "a"), message(1, "b"), message(2, "a"), message(3, "b")]
    await kept.take(taken, [], {(TOPIC, 0): (0, 4)})
    assert await due(kept) == [0, 1, 2, 3]
    assert await due(kept, of_subject=1) == [0, 1]
    [first, *_] = await kept.due(9, 9, PATIENCE)
    await kept.done([], [Later(first.n, 60.0, True, True)], [answer(first.n, "waits")])
    assert await due(kept) == [1, 3]
    assert await said(kept) == ["waits"]


async def test_no_owner_takes_all_turns(kept: Kept) -> None:
    many = [message(n, str(n)) for n in range(50)]
    await kept.take([*many, message(50, "x", "health-service")], [], {(TOPIC, 0): (0, 51)})
    assert await due(kept, of_owner=3) == [0, 1, 2, 50]


async def test_what_another_process_has_done_is_not_answered_again(kept: Kept) -> None:
    await kept.take([message(0), message(1, "b")], [], {(TOPIC, 0): (0, 2)})
    one, other = await kept.due(9, 9, PATIENCE)
    await kept.done(
        [one.n], [Later(other.n, 0.0, True, True)], [answer(one.n, "yes"), answer(other.n, "waits")]
    )
    await kept.done(
        [one.n], [Later(other.n, 0.0, True, True)], [answer(one.n, "yes"), answer(other.n, "waits")]
    )
    assert await said(kept) == ["yes", "waits"]
    await kept.was_said(await kept.to_say(100))
    assert await said(kept) == []
    assert await due(kept) == [1]


async def test_time_runs_from_when_something_was_missing_and_not_in_trouble_of_ours(kept: Kept) -> None:
    await kept.take([message(0), message(1, "b")], [], {(TOPIC, 0): (0, 2)})
    one, other = await kept.due(9, 9, PATIENCE)
    await kept.done([], [Later(one.n, 0.0, True, False), Later(other.n, 0.0, False, False)], [])
    assert [(each.tries, each.over) for each in await kept.due(9, 9, -1.0)] == [(1, True), (1, False)]
    assert [each.over for each in await kept.due(9, 9, PATIENCE)] == [False, False]
