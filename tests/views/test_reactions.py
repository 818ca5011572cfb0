"""Reactions on a real journal: each trigger leads to one command, and what is folded anew to none."""

import asyncio
import uuid
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest_asyncio

from eventkeep.cloudevent import Told, decode, encode
from eventkeep.edge.call import Answer, Call, Caller
from eventkeep.journal import Journal
from eventkeep.keys import FileKeys
from eventkeep.pg import Pool, pool
from eventkeep.react import Reactions
from eventkeep.rebuild import Rebuild
from eventkeep.refused import Refused
from eventkeep.testing import said
from eventkeep.view import View
from services.plans.reference import REFERENCE
from services.words import VOCABULARIES
from tests.stores.databases import fresh, until
from tests.unit.family import FAMILY, REGISTERED
from tests.views.around import SOFIE_ATTACHED, TOMAS_ATTACHED, TOMAS_DETACHED

ME = Caller("service", "plans", None, 0.0)
TOLD = (REGISTERED, SOFIE_ATTACHED, TOMAS_ATTACHED, TOMAS_DETACHED)
FOLDED_OTHERWISE = replace(REFERENCE, version=REFERENCE.version + 1)


@dataclass
class Handled:
    """A handler that keeps what it is sent, and refuses for as long as it is told to."""

    sent: list[str] = field(default_factory=list)
    refuses: str = ""
    of: str = ""
    """Refuses those alone that are due to this event."""

    async def __call__(self, command: Any, call: Call) -> Answer:
        self.sent.append(call.command_id)
        if self.refuses and self.of in command:
            raise Refused(self.refuses, "Not now.")
        return Answer("token", 1, "plans=1")


def two_commands(told: Told) -> Sequence[str]:
    """Each event leads to two commands."""
    return [f"first after {told.envelope.id}", f"second after {told.envelope.id}"]


@pytest_asyncio.fixture
async def connections(postgres: str) -> AsyncIterator[Pool]:
    async with fresh(postgres, "journal") as dsn:
        found = await pool(dsn, 4)
        yield found
        await found.close()


def journal(connections: Pool, folder: Path, view: View = REFERENCE) -> Journal:
    """The journal of a service that reacts."""
    return Journal(connections, [view], VOCABULARIES, FileKeys(folder), reacts=True)


@asynccontextmanager
async def reacting(
    connections: Pool, handled: Handled, view: View = REFERENCE
) -> AsyncIterator[Callable[[], Awaitable[None]]]:
    """A replica that reacts. Yields a wait until nothing is due any more."""
    running = asyncio.create_task(Reactions(connections, view, two_commands, handled, ME, poll=0.02).run())

    async def nothing_due() -> bool:
        return not await connections.fetchval("select exists (select from reactions where moves > reacted)")

    async def settled() -> None:
        await until(nothing_due)

    try:
        yield settled
    finally:
        running.cancel()
        with suppress(asyncio.CancelledError):
            await running


def arrived(first: int, last: int) -> list[bytes]:
    """What contacts told, from one version to another."""
    events = [said(TOLD[n - 1], "contacts", n) for n in range(first, last + 1)]
    return [encode(told.envelope, told.data) for told in events]


def told_of(family: str) -> bytes:
    """The first that contacts told of another family."""
    told = said(REGISTERED, "contacts", 1)
    envelope = replace(told.envelope, id=str(uuid.uuid4()), stream=f"family/{family}")
    return encode(envelope, told.data)


async def test_each_command_has_an_id_of_its_trigger_and_number(connections: Pool, tmp_path: Path) -> None:
    """A command that a reaction sends has an id made from (trigger event, n), so two replicas do it once."""
    one, other = Handled(), Handled()
    kept = journal(connections, tmp_path)
    async with reacting(connections, one) as settled:
        await kept.accept(arrived(1, 3))
        await settled()
    assert len(set(one.sent)) == len(one.sent) == 6
    await connections.execute(
        "update reactions set done = '', reacted = 0"
    )  # as if it had died before it noted
    async with reacting(connections, other) as settled:
        await settled()
    assert other.sent == one.sent


async def test_what_is_refused_for_now_is_sent_again_under_the_same_ids(
    connections: Pool, tmp_path: Path
) -> None:
    """… and its repeat after a refusal is the same command."""
    handled = Handled(refuses="lagging")

    async def refused_twice() -> bool:
        return len(handled.sent) >= 2

    async with reacting(connections, handled) as settled:
        await journal(connections, tmp_path).accept(arrived(1, 1))
        await until(refused_twice)
        handled.refuses = ""
        await settled()
    assert len(set(handled.sent)) == 2, "the first command, again and again, and then the second"


async def test_a_family_that_must_wait_stops_no_other(connections: Pool, tmp_path: Path) -> None:
    """Families that are due together are reacted to together; what is refused for one is tried again for it alone."""
    waits, others = arrived(1, 1), [told_of(str(uuid.uuid4())) for _ in range(150)]
    handled = Handled(refuses="lagging", of=decode(waits[0]).envelope.id)
    async with reacting(connections, handled) as settled:
        await journal(connections, tmp_path).accept([*waits, *others])

        async def others_done() -> bool:
            return len([each for each in handled.sent if handled.sent.count(each) == 1]) >= 300

        await until(others_done)
        handled.refuses = ""
        await settled()
    assert len(set(handled.sent)) == 302


async def test_a_rebuild_replays_references_and_never_commands(connections: Pool, tmp_path: Path) -> None:
    """Reactions: rebuilding replays references only, never commands; what comes after it leads to commands."""
    handled = Handled()
    kept = journal(connections, tmp_path)
    async with reacting(connections, handled) as settled:
        await kept.accept(arrived(1, 3))
        await settled()
        before = list(handled.sent)
        await kept.refold([str(FAMILY)])
        await settled()
    assert handled.sent == before

    rebuilt = journal(connections, tmp_path, FOLDED_OTHERWISE)
    rebuild = Rebuild(rebuilt)
    running = asyncio.create_task(rebuild.run())

    async def done() -> bool:
        return rebuild.done

    async with reacting(connections, handled, FOLDED_OTHERWISE) as settled:
        await until(done)
        await settled()
        assert await connections.fetchval("select count(*) from views where vector = 'contacts=3'") == 2
        assert handled.sent == before
        await rebuilt.accept(arrived(4, 4))
        await settled()
    assert len(handled.sent) == len(before) + 2
    running.cancel()
    with suppress(asyncio.CancelledError):
        await running
