"""Connections break and servers go: the same id tells what became of a command, and it counts once."""

import asyncio
import random
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import uuid4

import pytest

from deploy.embedded.postgres import ROLE, Postgres
from eventkeep.migrate import SQL, migrate
from eventkeep.postgres_store import PostgresStore
from eventkeep.store import Append, Appended, Head, Outcome, Stored, StoreUnreachable
from eventkeep.store import until as within
from tests.stores.cutting import cutting
from tests.stores.databases import appending, connected, holding_the_append_lock, opened, until
from tests.stores.writing import Writer, appends, assert_in_order, everything


@pytest.fixture(scope="module")
def own() -> Iterator[Postgres]:
    """A server that these tests may stop."""
    with Postgres() as server:
        yield server


@pytest.fixture
def enterable() -> Iterator[Path]:
    """A folder that other users may enter: PostgreSQL runs as one of them when we are root."""
    with TemporaryDirectory(prefix="helhed-standby-") as name:
        Path(name).chmod(0o755)
        yield Path(name)


async def made(server: Postgres, database: str) -> str:
    """A database of that server with an empty store."""
    dsn = server.create(database)
    async with connected(dsn) as connection:
        await migrate(connection, SQL / "store")
    return dsn


async def insist(store: PostgresStore, append: Append, within_s: float = 60.0) -> Appended:
    """Asks again with the same command id, as a caller does who got no answer."""
    deadline = time.monotonic() + within_s
    while True:
        try:
            return await store.append(append)
        except StoreUnreachable:
            assert time.monotonic() < deadline


async def test_a_connection_killed_before_the_commit_is_replaced(dsn: str, kept: PostgresStore) -> None:
    """Killed in mid-append: asked again under the same id, it counts exactly once."""
    writer = Writer(kept, "family/1")
    await writer.append(b"a")
    async with holding_the_append_lock(dsn) as connection:
        under_way = asyncio.ensure_future(writer.append(b"b"))
        await until(lambda: appending(connection))
        [pid] = await appending(connection)
        await connection.execute("select pg_terminate_backend($1)", pid)

        async def another() -> bool:
            return any(other != pid for other in await appending(connection))

        await until(another)
    await under_way
    assert [event.value for event in await kept.read("family/1")] == [b"a", b"b"]


@pytest.mark.parametrize("several", [1, 20])
async def test_an_answer_that_is_lost_is_given_again(dsn: str, several: int) -> None:
    """Committed, but the answer never came: the same id answers the same, alone and in a group."""
    outcomes: set[Outcome] = set()
    async with cutting(dsn) as (through, between), opened(through) as store:
        for round_ in range(10):
            between.lose_next_answer()
            new = [appends(f"family/{round_}.{n}", Head(), b"a") for n in range(several)]
            appended = await asyncio.gather(*map(store.append, new))
            assert [each.answer for each in appended] == [each.answer for each in new]
            outcomes |= {each.outcome for each in appended}
            assert between.lost == round_ + 1
        assert len(await everything(store)) == 10 * several
    assert outcomes == {Outcome.APPENDED, Outcome.REPEATED}


async def test_connections_killed_at_random_lose_and_repeat_nothing(dsn: str) -> None:
    """Each command counts exactly once, whenever its connection breaks."""
    dice = random.Random(5)
    async with opened(dsn) as one, opened(dsn) as other, connected(dsn) as connection:

        async def write(store: PostgresStore, number: int) -> None:
            writer = Writer(store, f"family/{number}")
            for n in range(25):
                append = writer.next(b"%d" % n)
                assert (await insist(store, append)).answer == append.answer
                writer.moved(append)

        writing = [asyncio.ensure_future(write((one, other)[n % 2], n)) for n in range(8)]
        while not all(each.done() for each in writing):
            await connection.execute(
                "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() "
                "and pid <> pg_backend_pid() and application_name = 'helhed' and random() < 0.5"
            )
            await asyncio.wait(writing, timeout=dice.random() * 0.2)
        await asyncio.gather(*writing)
        events = await everything(one)
    assert_in_order(events)
    counts = Counter((event.stream, event.value) for event in events)
    assert counts == {(f"family/{number}", b"%d" % n): 1 for number in range(8) for n in range(25)}


@pytest.mark.parametrize("how", ["stop", "kill"])
async def test_a_server_that_goes_and_comes_again_has_each_command_once(own: Postgres, how: str) -> None:
    """Stopped or killed under load, and started again: what was answered is there, and nothing twice."""
    dsn = await made(own, f"going_{how}")
    async with opened(dsn, timeout=3.0) as store:
        answered: set[tuple[str, bytes]] = set()
        started = asyncio.Event()

        async def write(number: int) -> None:
            writer = Writer(store, f"family/{number}")
            for n in range(60):
                append = writer.next(b"%d" % n)
                assert (await insist(store, append)).answer == append.answer
                writer.moved(append)
                answered.add((writer.stream, b"%d" % n))
                if n == 5:
                    started.set()

        writing = [asyncio.ensure_future(write(n)) for n in range(8)]
        await started.wait()
        await asyncio.to_thread(getattr(own, how))
        before = set(answered)
        await asyncio.to_thread(own.start)
        there = {(event.stream, event.value) for event in await everything(store)}
        assert before <= there
        await asyncio.gather(*writing)
        events = await everything(store)
    assert_in_order(events)
    assert len(events) == 8 * 60
    assert {(event.stream, event.value) for event in events} == answered


async def test_a_server_that_stays_away_is_said_to_be_unreachable(own: Postgres) -> None:
    """Whether an append counts is unknown then: it is said soon, to all who wait, and later all goes on."""
    dsn = await made(own, "away")
    async with opened(dsn, timeout=0.5) as store:
        await Writer(store, "family/0").append(b"a")
        await asyncio.to_thread(own.stop)
        try:
            several = [appends(f"family/{n + 1}", Head(), b"a") for n in range(5)]
            async with asyncio.timeout(10):
                settled = await asyncio.gather(*map(store.append, several), return_exceptions=True)
                assert all(isinstance(each, StoreUnreachable) for each in settled)
                for reading in (
                    store.read("family/0"),
                    store.read_all(),
                    store.remembered(several[0].command_id),
                ):
                    with pytest.raises(StoreUnreachable):
                        await reading
        finally:
            await asyncio.to_thread(own.start)
        for each in several:
            assert (await insist(store, each)).answer == each.answer
        assert len(await everything(store)) == 6


async def test_nobody_waits_longer_than_one_deadline_however_many_ask(own: Postgres) -> None:
    """Who stands in line has waited already; and all that one command asks has its time together."""
    dsn = await made(own, "patient")
    async with opened(dsn, group=8, timeout=2.0) as store:
        await Writer(store, "family/0").append(b"a")
        await asyncio.to_thread(own.stop)
        try:
            begun = time.monotonic()
            waiting = [store.append(appends(f"family/{n + 1}", Head(), b"a")) for n in range(100)]
            settled = await asyncio.gather(*waiting, return_exceptions=True)
            assert all(isinstance(each, StoreUnreachable) for each in settled)
            assert time.monotonic() - begun < 2 * 2.0
            begun = asyncio.get_running_loop().time()
            with within(begun + 0.5):
                for ask in (partial(store.read, "family/0"), partial(store.remembered, str(uuid4()))):
                    with pytest.raises(StoreUnreachable):
                        await ask()
            assert asyncio.get_running_loop().time() - begun < 2.0
        finally:
            await asyncio.to_thread(own.start)


async def test_a_dump_restored_elsewhere_goes_on_as_before(own: Postgres) -> None:
    """A dump and restore: same positions, same digests, ids are remembered, and appends go on."""
    dsn = await made(own, "dumped")
    async with opened(dsn) as store:
        writers = [Writer(store, f"family/{n}") for n in range(5)]
        for _ in range(20):
            remembered = [await asyncio.gather(*(each.append(b"a", b"b") for each in writers))][-1]
        before = await everything(store)
    backup = await asyncio.to_thread(own.dump, "dumped")
    copy = own.create("restored")
    await asyncio.to_thread(own.restore, "restored", backup)
    async with opened(copy) as store:
        assert await everything(store) == before
        assert await store.append(remembered[0]) == Appended(Outcome.REPEATED, remembered[0].answer)
        for writer in writers:
            writer.store = store
            await writer.append(b"c")
        after = await everything(store)
    assert_in_order(after)
    assert [event.position for event in after[200:]] == list(range(201, 206))
    async with connected(copy) as connection:
        assert await migrate(connection, SQL / "store") == []


async def test_a_promoted_standby_goes_on_as_before(enterable: Path) -> None:
    """A promoted standby: the store finds the new primary; a reader misses nothing, meets nothing twice."""
    with Postgres() as primary:
        await made(primary, "promoted")
        with primary.standby(enterable) as standby:
            async with connected(primary.dsn()) as connection:
                await connection.execute("alter system set synchronous_standby_names = '*'")
                await connection.execute("select pg_reload_conf()")
            hosts = f"127.0.0.1:{primary.port},127.0.0.1:{standby.port}"
            either = f"postgresql://{ROLE}:{primary.password}@{hosts}/promoted?target_session_attrs=primary"
            async with opened(either) as store:
                seen: list[Stored] = []
                half, tenth = asyncio.Event(), 10

                async def write(number: int) -> None:
                    writer = Writer(store, f"family/{number}")
                    for n in range(2 * tenth):
                        append = writer.next(b"%d" % n)
                        assert (await insist(store, append)).answer == append.answer
                        writer.moved(append)
                        if n == tenth:
                            half.set()

                async def read() -> None:
                    while len(seen) < 8 * 2 * tenth:
                        with suppress(StoreUnreachable):
                            seen.extend(await store.read_all(seen[-1].position if seen else 0, 10))

                working = asyncio.gather(read(), *(write(n) for n in range(8)))
                await half.wait()
                await asyncio.to_thread(primary.kill)
                async with connected(standby.dsn()) as connection:
                    assert await connection.fetchval("select pg_promote()")
                async with asyncio.timeout(60):
                    await working
                assert seen == await everything(store)
    assert_in_order(seen)
    counts = Counter((event.stream, event.value) for event in seen)
    assert counts == {(f"family/{number}", b"%d" % n): 1 for number in range(8) for n in range(2 * tenth)}
