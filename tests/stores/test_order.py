"""Position order is commit order, for every replica, whatever else goes on in the server."""

import asyncio
import random
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import asyncpg
import pytest

from eventkeep.postgres_store import PostgresStore
from eventkeep.store import Append, Outcome, Store, Stored
from tests.stores.databases import appending, connected, fresh, holding_the_append_lock, opened, until
from tests.stores.writing import Writer, assert_in_order, everything

VISIBLE_WITHIN_S = 5.0
"""Generous, for a busy machine. A reader that waits for other transactions waits for all of the test."""


class Tail:
    """A reader that follows a store by position, and notes when it saw what."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.seen: list[Stored] = []
        self.at: dict[int, float] = {}

    async def has(self, count: int) -> bool:
        """Whether so many events were seen."""
        return len(self.seen) >= count

    async def run(self) -> None:
        """Reads on and on."""
        while True:
            page = await self._store.read_all(self.seen[-1].position if self.seen else 0, 50)
            now = time.monotonic()
            self.at |= {event.position: now for event in page}
            self.seen += page
            await asyncio.sleep(0)


@asynccontextmanager
async def noise(postgres: str, dsn: str) -> AsyncIterator[None]:
    """An open transaction (with an xid) in the same and in another database, and a vacuum in the other."""
    async with fresh(postgres) as other, connected(dsn) as here, connected(other) as there:
        await there.execute(
            "create table busy as select n, repeat('x', 500) as x from generate_series(1, 2000) n"
        )
        for connection in (here, there):
            await connection.execute("begin")
            await connection.execute("create temporary table noise as select pg_current_xact_id()")
        async with connected(other) as vacuuming:
            cleaning = asyncio.ensure_future(_vacuum(vacuuming))
            try:
                yield
                assert not cleaning.done()
            finally:
                cleaning.cancel()
                await asyncio.wait([cleaning])
        for connection in (here, there):
            assert await connection.fetchval("select count(*) from noise") == 1
            await connection.execute("rollback")


async def _vacuum(connection: asyncpg.Connection) -> None:
    while True:
        await connection.execute("vacuum full busy")


@pytest.mark.parametrize("seed", [1])
async def test_no_reader_skips_or_repeats_or_sees_events_inverted(postgres: str, dsn: str, seed: int) -> None:
    """An open transaction elsewhere in the server, a vacuum: none of them stalls, skips or repeats."""
    await _write_and_read(postgres, dsn, seed, writers=16, commands=25)


@pytest.mark.long
@pytest.mark.parametrize("seed", range(10, 16))
async def test_long_no_reader_skips_or_repeats_or_sees_events_inverted(
    postgres: str, dsn: str, seed: int
) -> None:
    """The same for long."""
    await _write_and_read(postgres, dsn, seed, writers=32, commands=300)


async def _write_and_read(postgres: str, dsn: str, seed: int, writers: int, commands: int) -> None:
    returned: dict[str, float] = {}

    async def write(store: PostgresStore, number: int) -> None:
        dice = random.Random(seed * 1_000 + number)
        writer = Writer(store, f"family/{number}")
        for n in range(commands):
            await writer.append(*(b"%d.%d" % (n, k) for k in range(dice.choice([1, 1, 2, 5]))))
            returned[f"{writer.stream} {writer.head.version}"] = time.monotonic()
            await asyncio.sleep(dice.choice([0, 0, 0.001, 0.01]) * dice.random())

    async with (
        opened(dsn) as one,
        opened(dsn) as other,
        opened(dsn) as third,
        noise(postgres, dsn),
    ):
        tail = Tail(third)
        reading = asyncio.ensure_future(tail.run())
        await asyncio.gather(*(write((one, other)[n % 2], n) for n in range(writers)))
        stored = await everything(one)
        await until(lambda: tail.has(len(stored)))
        reading.cancel()
    assert tail.seen == stored
    assert_in_order(stored)
    assert {f"{event.stream} {event.version}" for event in stored} >= set(returned)
    late = [
        tail.at[event.position] - returned[name]
        for event in stored
        if (name := f"{event.stream} {event.version}") in returned
    ]
    assert max(late) < VISIBLE_WITHIN_S


async def test_replicas_at_one_stream_agree_on_its_order(dsn: str) -> None:
    """Appended only if the stream still stands at that version: never do two replicas both come first."""
    async with opened(dsn) as one, opened(dsn) as other:
        streams = [f"family/{n}" for n in range(4)]

        async def write(store: PostgresStore, stream: str, name: bytes) -> int:
            writer, accepted = Writer(store, stream), 0
            while accepted < 10:
                append = writer.next(name)
                if (await store.append(append)).outcome == Outcome.APPENDED:
                    accepted += 1
                for event in await store.read(stream, writer.head.version):
                    writer.moved(Append("", b"", stream, writer.head, (event.value,), ""))
            return accepted

        await asyncio.gather(
            *(
                write(store, each, name)
                for each in streams
                for store, name in ((one, b"one"), (other, b"other"))
            )
        )
        events = await everything(one)
    assert_in_order(events)
    for stream in streams:
        values = [event.value for event in events if event.stream == stream]
        assert (values.count(b"one"), values.count(b"other")) == (10, 10)


async def test_what_was_committed_while_an_append_waited_is_seen(dsn: str) -> None:
    """Never one WITH statement: its snapshot is older than its lock."""
    async with opened(dsn) as one, opened(dsn) as other:
        first, second = Writer(one, "family/1"), Writer(other, "family/2")
        await first.append(b"a")
        await second.append(b"a")
        async with holding_the_append_lock(dsn) as connection:
            waiting = [asyncio.ensure_future(each.append(b"b")) for each in (first, second)]
            await until(lambda: _waiting(connection, 2))
        await asyncio.gather(*waiting)
        events = await everything(one)
    assert [event.position for event in events] == [1, 2, 3, 4]
    assert_in_order(events)


async def _waiting(connection: asyncpg.Connection, count: int) -> bool:
    return len(await appending(connection)) == count
