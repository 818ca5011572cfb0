"""Reminders are facts: what becomes overdue is an event, appended once, by the end of a day in Copenhagen."""

import asyncio
import threading
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from structlog.testing import capture_logs

from eventkeep.clock import Clock, day_of, end_of, turn
from eventkeep.edge.call import Caller
from eventkeep.handle import Handle
from eventkeep.keys import FileKeys
from eventkeep.pg import pool
from eventkeep.postgres_store import PostgresStore
from eventkeep.reminders import Due, DuesOf, Reminders
from tests.stores.databases import connected, opened, until
from tests.stores.kites import ANNA, BY_ANNA, KITE, OTHER_KITE, Land, State, called, fly, handler, join, told

ME = Caller("service", "kites", None, 0.0)
NOON = datetime.fromisoformat("2026-03-01T12:00:00+01:00")
EVENING = date(2026, 3, 1)


def dues(kite: str, state: State) -> Iterable[Due]:
    """A kite is down by the end of the day."""
    if state.flies:
        yield Due("flight", EVENING, lambda at: Land(by=BY_ANNA, at=at, kite=kite))


class Turned(Clock):
    """The clock of a test, turned by a file that every replica reads."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / "clock"
        super().__init__(self._path)
        self.turn("2026-03-01T12:00:00+01:00")

    def turn(self, to: str) -> None:
        """It is this late now."""
        turn(self._path, datetime.fromisoformat(to))


@pytest.fixture
def clock(tmp_path: Path) -> Turned:
    return Turned(tmp_path)


@asynccontextmanager
async def reminding(dsn: str, keys: FileKeys, clock: Clock, dues_of: DuesOf = dues) -> AsyncIterator[Handle]:
    """A replica with its clock."""
    async with opened(dsn) as store:
        connections = await pool(dsn, 2)
        handle = handler(store, keys)
        reminders = Reminders(connections, store, "kite", dues_of, handle, ME, clock, poll=0.02)
        running = asyncio.ensure_future(reminders.run())
        try:
            yield handle
        finally:
            running.cancel()
            await asyncio.gather(running, return_exceptions=True)
            connections.terminate()


async def looked(dsn: str) -> None:
    """Waits until every event was looked at."""

    async def done() -> Any:
        async with connected(dsn) as connection:
            return await connection.fetchval(
                "select (select max(position) from events) = (select max(position) from reminded)"
            )

    await until(done)


async def due_rows(dsn: str) -> int:
    """How many streams have something due."""
    async with connected(dsn) as connection:
        return int(await connection.fetchval("select count(*) from reminders"))


async def test_what_is_open_at_the_end_of_the_day_is_said_once(
    dsn: str, kept: PostgresStore, keys: FileKeys, clock: Turned
) -> None:
    async with reminding(dsn, keys, clock) as one:
        await one(join(), called())
        await one(fly(), called())
        await looked(dsn)
        clock.turn("2026-03-01T23:59:59+01:00")
        await asyncio.sleep(0.1)
        assert await told(kept) == ["flyer-joined", "kite-flown"], "the day is not over"
        clock.turn("2026-03-02T00:00:00+01:00")
        await until(lambda: _is_told(kept, ["flyer-joined", "kite-flown", "kite-landed"]))
        await looked(dsn)
        assert await due_rows(dsn) == 0


async def test_two_replicas_say_it_once(dsn: str, kept: PostgresStore, keys: FileKeys, clock: Turned) -> None:
    async with reminding(dsn, keys, clock) as one, reminding(dsn, keys, clock) as other:
        for kite in (KITE, OTHER_KITE):
            await one(join(kite=kite), called())
            await other(fly(kite=kite), called())
        clock.turn("2026-03-05T08:00:00+01:00")
        await until(lambda: _is_told(kept, ["flyer-joined", "kite-flown", "kite-landed"]))
        await one(fly("Again"), called())  # the same subject and day: it counts once
        await looked(dsn)
        await asyncio.sleep(0.1)
        assert await told(kept) == ["flyer-joined", "kite-flown", "kite-landed", "kite-flown"]


async def test_what_was_due_while_nobody_ran_is_said_at_the_start(
    dsn: str, kept: PostgresStore, keys: FileKeys, clock: Turned
) -> None:
    async with reminding(dsn, keys, clock) as one:
        await one(join(), called())
        await one(fly(), called())
        await looked(dsn)
    clock.turn("2026-03-09T08:00:00+01:00")
    async with reminding(dsn, keys, clock):
        await until(lambda: _is_told(kept, ["flyer-joined", "kite-flown", "kite-landed"]))


async def test_what_was_done_in_time_is_never_due(
    dsn: str, kept: PostgresStore, keys: FileKeys, clock: Turned
) -> None:
    async with reminding(dsn, keys, clock) as one:
        await one(join(), called())
        await one(fly(), called())
        await one(Land(by=BY_ANNA, at=clock.now(), kite=KITE), called())
        await looked(dsn)
        clock.turn("2026-03-09T08:00:00+01:00")
        await asyncio.sleep(0.1)
    assert await told(kept) == ["flyer-joined", "kite-flown", "kite-landed"]


async def test_a_stream_that_cannot_be_folded_stops_nobody_else(
    dsn: str, kept: PostgresStore, keys: FileKeys, clock: Turned
) -> None:
    async with reminding(dsn, keys, clock) as one:
        await one(join(kite=OTHER_KITE), called())
        [joined] = await kept.read(f"kite/{OTHER_KITE}")
        broken = joined.value.replace(ANNA.encode(), b"nobody")
        async with connected(dsn) as connection:
            await connection.execute(
                "update events set value = $1 where stream = $2", broken, f"kite/{OTHER_KITE}"
            )
    async with reminding(dsn, keys, clock) as one:  # nothing is held in memory
        await one(join(), called())
        await one(fly(), called())
        clock.turn("2026-03-02T00:00:00+01:00")
        await until(lambda: _is_told(kept, ["flyer-joined", "kite-flown", "kite-landed"]))


async def test_what_cannot_be_said_is_told_and_stops_nobody_else(
    dsn: str, kept: PostgresStore, keys: FileKeys, clock: Turned
) -> None:
    """An error is never hidden, whether it comes of folding a stream or of the command that says what is overdue."""

    def some(kite: str, state: State) -> Iterable[Due]:
        for due in dues(kite, state):
            yield replace(due, command=unsayable) if kite == OTHER_KITE else due

    with capture_logs() as told_of:
        async with reminding(dsn, keys, clock, some) as one:
            for kite in (OTHER_KITE, KITE):
                await one(join(kite=kite), called())
                await one(fly(kite=kite), called())
            clock.turn("2026-03-02T00:00:00+01:00")
            await until(lambda: _is_told(kept, ["flyer-joined", "kite-flown", "kite-landed"]))
            await until(lambda: _any([each for each in told_of if each["event"] == "reminder_failed"]))
    failed = [each for each in told_of if each["event"] == "reminder_failed"]  # and again at each attempt
    assert {(each["stream"], each["error_type"]) for each in failed} == {
        (f"kite/{OTHER_KITE}", "LookupError")
    }


def unsayable(at: datetime) -> Any:
    """A command that can't be made."""
    raise LookupError("no such command")


async def _any(found: list[Any]) -> bool:
    return bool(found)


def test_a_day_ends_at_midnight_in_copenhagen_also_when_the_clocks_change() -> None:
    assert end_of(date(2026, 3, 28)).isoformat() == "2026-03-29T00:00:00+01:00"
    assert end_of(date(2026, 3, 29)).isoformat() == "2026-03-30T00:00:00+02:00"
    assert day_of(datetime.fromisoformat("2026-06-30T22:30:00+00:00")) == date(2026, 7, 1)


def test_nobody_reads_half_a_moment(tmp_path: Path) -> None:
    """A clock that is turned all the time tells a time whenever it is asked."""
    file, ended = tmp_path / "clock", threading.Event()
    turn(file, NOON)

    def turning() -> None:
        while not ended.is_set():
            turn(file, NOON)

    turner = threading.Thread(target=turning)
    turner.start()
    try:
        assert {Clock(file).now() for _ in range(2_000)} == {NOON}
    finally:
        ended.set()
        turner.join()
    assert [each.name for each in tmp_path.iterdir()] == ["clock"]


def test_without_a_file_the_clock_is_the_real_one(tmp_path: Path) -> None:
    assert abs((Clock().now() - Clock(tmp_path / "none").now()).total_seconds()) < 5


async def _is_told(store: PostgresStore, wanted: list[str]) -> bool:
    return await told(store) == wanted
