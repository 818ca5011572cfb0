"""That nobody acted on a deviation by its day is said once, by however many replicas, and not while the case is closed."""

import asyncio
import uuid
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from contracts.contacts.events import FamilyClosed, FamilyReopened
from eventkeep.cloudevent import decode
from eventkeep.edge.call import Call, Caller
from eventkeep.handle import Facts, Handle
from eventkeep.keys import FileKeys
from eventkeep.pg import pool
from eventkeep.postgres_store import PostgresStore
from eventkeep.reminders import Reminders
from eventkeep.token import Tokens
from services.progress.dues import dues
from services.progress.reference import Known
from services.words import VOCABULARIES
from tests.stores.databases import opened, until
from tests.stores.test_reminders import Turned, due_rows, looked
from tests.unit.family import FAMILY
from tests.unit.progress_commands import ACT, CLOSE, REPLAN, REPORT, RESUME, SUSPEND, but
from tests.unit.progress_story import KNOWN, PROGRESS, contacts_say

ME = Caller("service", "progress", None, 0.0)
WORDS = VOCABULARIES["progress"]
CLOSED = FamilyClosed(family=FAMILY, reason="goals reached")
REOPENED = FamilyReopened(family=FAMILY, reason="new needs")
AGREED_DAY_OVER, NEXT_DAY_OVER = "2024-03-09T00:00:00+01:00", "2024-03-21T00:00:00+01:00"


@dataclass
class Others:
    """What the other services say by now, to all replicas."""

    known: Known

    async def facts(self, command: Any, wanted: Any, deadline: float | None) -> Facts:
        """The facts of a decision."""
        return Facts(self.known, {})


@pytest.fixture
def clock(tmp_path: Path) -> Turned:
    """A clock at noon of the day on which the deviation is reported."""
    turned = Turned(tmp_path)
    turned.turn("2024-03-01T12:00:00+01:00")
    return turned


@pytest.fixture
def others() -> Others:
    """The family is known, and its meeting was held."""
    return Others(KNOWN)


@asynccontextmanager
async def progress(dsn: str, keys: FileKeys, clock: Turned, others: Others) -> AsyncIterator[Handle]:
    """A replica of progress with its clock."""
    async with opened(dsn) as store:
        connections = await pool(dsn, 2)
        tokens = Tokens(b"a secret of the tests' own, and long")
        handle = Handle("progress", PROGRESS, WORDS, store, keys, tokens, others.facts)
        reminders = Reminders(connections, store, "family", dues, handle, ME, clock, poll=0.02)
        running = asyncio.ensure_future(reminders.run())
        try:
            yield handle
        finally:
            running.cancel()
            await asyncio.gather(running, return_exceptions=True)
            connections.terminate()


async def give(handle: Handle, command: Any) -> None:
    """Gives a command under a new id."""
    await handle(command, Call("", ME, datetime.now(UTC), command_id=str(uuid.uuid4())))


async def told(store: PostgresStore) -> list[str]:
    """What was said of the family, in short."""
    events = await store.read(f"family/{FAMILY}")
    return [decode(event.value).envelope.type.split(".")[2] for event in events]


async def told_by_now(store: PostgresStore, *wanted: str) -> None:
    """Waits until this was said, and nothing else."""

    async def is_told() -> bool:
        return await told(store) == [*wanted]

    await until(is_told)


async def test_two_replicas_say_each_agreed_day_once_also_over_restarts(
    dsn: str, kept: PostgresStore, keys: FileKeys, clock: Turned, others: Others
) -> None:
    """INV-31: nobody runs when the first day ends; the second is agreed anew, and is said as well."""
    async with progress(dsn, keys, clock, others) as one, progress(dsn, keys, clock, others) as other:
        await give(one, REPORT)
        await looked(dsn)
        clock.turn("2024-03-08T23:59:59+01:00")
        await looked(dsn)
        assert await told(kept) == ["deviation-reported"], "the day is not over"
        await other.state(f"family/{FAMILY}")
    clock.turn(AGREED_DAY_OVER)
    said = ["deviation-reported", "deviation-overdue"]
    async with progress(dsn, keys, clock, others) as one, progress(dsn, keys, clock, others) as other:
        await told_by_now(kept, *said)
        at = datetime.fromisoformat(AGREED_DAY_OVER)
        await give(other, but(REPLAN, at=at, due_on=datetime(2024, 3, 20).date()))
        await looked(dsn)
    async with progress(dsn, keys, clock, others), progress(dsn, keys, clock, others):
        assert await told(kept) == [*said, "deviation-replanned"]
        clock.turn(NEXT_DAY_OVER)
        await told_by_now(kept, *said, "deviation-replanned", "deviation-overdue")
        await looked(dsn)
    clock.turn("2024-06-01T00:00:00+02:00")
    async with progress(dsn, keys, clock, others) as one:
        await give(one, but(ACT, at=clock.now()))
        await give(one, but(CLOSE, at=clock.now()))
        after = ["deviation-replanned", "deviation-overdue", "deviation-action-taken", "deviation-closed"]
        await told_by_now(kept, *said, *after)
        await looked(dsn)
        assert await due_rows(dsn) == 0


async def test_what_somebody_acted_on_in_time_is_never_overdue(
    dsn: str, kept: PostgresStore, keys: FileKeys, clock: Turned, others: Others
) -> None:
    """INV-31."""
    async with progress(dsn, keys, clock, others) as one:
        await give(one, REPORT)
        await give(one, ACT)
        await looked(dsn)
        assert await due_rows(dsn) == 0
        clock.turn(NEXT_DAY_OVER)
    async with progress(dsn, keys, clock, others):
        await looked(dsn)
        assert await told(kept) == ["deviation-reported", "deviation-action-taken"]


async def test_a_closed_case_is_waited_for_by_nobody_until_it_is_opened_again(
    dsn: str, kept: PostgresStore, keys: FileKeys, clock: Turned, others: Others
) -> None:
    """Q15, INV-31: the day passes meanwhile, and is said once the case is opened again."""
    async with progress(dsn, keys, clock, others) as one, progress(dsn, keys, clock, others) as other:
        await give(one, REPORT)
        others.known = contacts_say(CLOSED)
        await give(other, SUSPEND)
        await looked(dsn)
        assert await due_rows(dsn) == 0
        clock.turn(NEXT_DAY_OVER)
    async with progress(dsn, keys, clock, others) as one, progress(dsn, keys, clock, others):
        await looked(dsn)
        assert await told(kept) == ["deviation-reported", "deviations-suspended"]
        others.known = contacts_say(CLOSED, REOPENED)
        await give(one, RESUME)
        after = ("deviation-reported", "deviations-suspended", "deviations-resumed", "deviation-overdue")
        await told_by_now(kept, *after)
        await looked(dsn)
        assert await told(kept) == [*after]


async def test_a_day_that_ends_before_the_closing_was_heard_of_here_is_not_lost(
    dsn: str, kept: PostgresStore, keys: FileKeys, clock: Turned, others: Others
) -> None:
    """Q15: what the clock is refused while the case is closed, it says when the case is open again."""
    async with progress(dsn, keys, clock, others) as one:
        await give(one, REPORT)
        await looked(dsn)
        others.known = contacts_say(CLOSED)
        clock.turn(AGREED_DAY_OVER)
        await give(one, SUSPEND)
        await looked(dsn)
        assert await told(kept) == ["deviation-reported", "deviations-suspended"]
        others.known = contacts_say(CLOSED, REOPENED)
        await give(one, RESUME)
        await told_by_now(
            kept, "deviation-reported", "deviations-suspended", "deviations-resumed", "deviation-overdue"
        )
