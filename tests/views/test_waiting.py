"""What is not closed yet waits in the journal: whoever asks for it is told why, and a metric says how much."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from prometheus_client import REGISTRY

from eventkeep.changes import Changes
from eventkeep.cloudevent import Told, encode
from eventkeep.journal import Journal
from eventkeep.keys import FileKeys
from eventkeep.metrics import Sample
from eventkeep.pg import Pool, pool
from eventkeep.reading import Reading
from eventkeep.refused import Refused
from eventkeep.testing import said
from eventkeep.vector import Vector
from services.overview.family_plan import FAMILY_PLAN
from services.words import VOCABULARIES
from tests.stores.databases import fresh, until
from tests.unit.family import FAMILY
from tests.views.around import CONTACTS
from tests.views.planned import DRAFTED, HOME, SCHOOL


@dataclass(frozen=True)
class Overview:
    """A journal with the plan's view, and who reads it."""

    pool: Pool
    journal: Journal
    reading: Reading


@pytest_asyncio.fixture
async def overview(postgres: str, tmp_path: Path) -> AsyncIterator[Overview]:
    async with fresh(postgres, "journal") as dsn:
        connections = await pool(dsn, 2)
        journal = Journal(connections, [FAMILY_PLAN], VOCABULARIES, FileKeys(tmp_path))
        yield Overview(connections, journal, Reading(connections, Changes(dsn), FAMILY_PLAN))
        await connections.close()


def contacts(version: int) -> Told:
    """What contacts told as its n-th event."""
    return said(CONTACTS[version - 1], "contacts", version)


def plans(version: int, causes: Vector) -> Told:
    """What plans told as its n-th event, and what it had seen then."""
    return said((DRAFTED, HOME, SCHOOL)[version - 1], "plans", version, causes=causes)


def unfoldable(version: int) -> Told:
    """An event of plans that lacks what it must say."""
    return replace(plans(version, {}), data={})


BEGUN = [contacts(1), plans(1, {"contacts": 1})]
LATE: dict[str, tuple[Sequence[Told], Vector, dict[str, str]]] = {
    "lagging": ([], {"plans": 2}, {"service": "plans", "version": "2", "has": "1"}),
    "hole": ([plans(3, {"contacts": 1})], {"plans": 3}, {"service": "plans", "version": "3", "has": "1"}),
    "waiting_for_a_cause": (
        [plans(2, {"contacts": 2})],
        {"plans": 2},
        {"service": "plans", "version": "2", "has": "1"},
    ),
    "parked": ([unfoldable(2)], {"plans": 2}, {"service": "plans", "version": "2", "has": "1"}),
}


@pytest.mark.parametrize("why", LATE)
async def test_a_wait_in_vain_says_why(overview: Overview, why: str) -> None:
    """If in vain, the refusal names the service, the version and why (lagging, parked, hole, waiting for a cause)."""
    arrived, wanted, named = LATE[why]
    await arrive(overview, *BEGUN)
    await arrive(overview, *arrived)
    with pytest.raises(Refused) as refused:
        await overview.reading.at_least(FAMILY, wanted, asyncio.get_running_loop().time())
    assert (refused.value.code, refused.value.facts) == ("lagging", {**named, "why": why})


async def test_what_waits_is_shown_once_its_cause_is_here_and_not_before(overview: Overview) -> None:
    """No effect without its cause: what isn't closed yet waits in the journal."""
    await arrive(overview, *BEGUN, plans(2, {"contacts": 2}))
    before = await overview.reading.row(FAMILY)
    assert (before.vector, before.waiting) == ({"contacts": 1, "plans": 1}, 1)
    await arrive(overview, contacts(2))
    after = await overview.reading.row(FAMILY)
    assert (after.vector, after.waiting) == ({"contacts": 2, "plans": 2}, 0)
    assert after.state_no == before.state_no + 1


async def test_a_metric_says_how_much_waits_and_how_long(overview: Overview) -> None:
    """A metric says how much and how long; nothing of either once the cause is here."""
    await arrive(overview, *BEGUN, plans(2, {"contacts": 2}), plans(3, {"contacts": 2}))
    sampling = asyncio.create_task(Sample(overview.pool, [FAMILY_PLAN.name], every=0.05).run())

    async def waits() -> bool:
        return shown("events") == 2 and shown("seconds") > 0.2

    async def waits_no_more() -> bool:
        return (shown("events"), shown("seconds")) == (0, 0)

    await until(waits)
    await arrive(overview, contacts(2))
    await until(waits_no_more)
    sampling.cancel()
    with suppress(asyncio.CancelledError):
        await sampling


async def test_a_fork_is_no_repeat_the_family_stands_still_and_a_metric_tells(overview: Overview) -> None:
    """The same version with another digest is a fork: park and alarm, never a repeat."""
    await arrive(overview, *BEGUN)
    before = await overview.reading.row(FAMILY)
    await arrive(overview, replace(contacts(1), data={}))
    await arrive(overview, plans(2, {"contacts": 1}))
    after = await overview.reading.row(FAMILY)
    assert (before.parked, after.parked) == (None, "fork")
    assert (after.vector, after.hash, after.state_no) == (before.vector, before.hash, before.state_no)
    sampling = asyncio.create_task(Sample(overview.pool, [FAMILY_PLAN.name], every=0.05).run())

    async def alarmed() -> bool:
        return REGISTRY.get_sample_value("helhed_journal_forks") == 1

    await until(alarmed)
    sampling.cancel()
    with suppress(asyncio.CancelledError):
        await sampling


async def arrive(overview: Overview, *events: Told) -> None:
    """These events arrive together."""
    await overview.journal.accept([encode(told.envelope, told.data) for told in events])


def shown(what: str) -> Any:
    """What Prometheus is told of the plan's view."""
    return REGISTRY.get_sample_value(f"helhed_view_waiting_{what}", {"view": FAMILY_PLAN.name})
