"""How a journal and its views stand, as operations look at it: what waits and for what, what is parked, holes, forks."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest_asyncio

from eventkeep.beside import Quarantined
from eventkeep.cloudevent import Told, encode
from eventkeep.journal import Journal
from eventkeep.keys import FileKeys
from eventkeep.pg import Pool, pool
from eventkeep.standing import Broken, Standing, Unlike, ViewStands, look
from eventkeep.testing import said
from eventkeep.vector import Vector
from eventkeep.watermark import Watermark
from services.overview.access import ACCESS
from services.overview.family_plan import FAMILY_PLAN
from services.words import VOCABULARIES
from tests.stores.databases import fresh
from tests.unit.family import FAMILY
from tests.views.around import CONTACTS
from tests.views.planned import DRAFTED, HOME, SCHOOL

VIEWS = (ACCESS, FAMILY_PLAN)


@dataclass(frozen=True)
class Overview:
    """A journal with both views."""

    pool: Pool
    journal: Journal

    async def arrive(self, *arrived: Told) -> None:
        """These events arrive in one batch."""
        await self.journal.accept([encode(told.envelope, told.data) for told in arrived])

    async def looked_at(self) -> Standing:
        """How it stands now."""
        return await look(self.pool, VIEWS)


@pytest_asyncio.fixture
async def overview(postgres: str, tmp_path: Path) -> AsyncIterator[Overview]:
    async with fresh(postgres, "journal") as dsn:
        connections = await pool(dsn, 2)
        yield Overview(connections, Journal(connections, VIEWS, VOCABULARIES, FileKeys(tmp_path)))
        await connections.close()


def contacts(version: int) -> Told:
    """What contacts told as its n-th event."""
    return said(CONTACTS[version - 1], "contacts", version)


def plans(version: int, causes: Vector) -> Told:
    """What plans told as its n-th event, and what it had seen then."""
    return said((DRAFTED, HOME, SCHOOL)[version - 1], "plans", version, causes=causes)


BEGUN = [contacts(1), plans(1, {"contacts": 1})]


async def test_an_empty_journal_has_views_and_nothing_else(overview: Overview) -> None:
    standing = await overview.looked_at()
    assert standing.views == [ViewStands(v.name, v.version, True, 0, 0, 0, 0) for v in VIEWS]
    nothing = (standing.heard, standing.waiting, standing.parked, standing.broken, standing.unlike)
    assert (nothing, standing.lags, standing.differs) == (([], [], [], [], []), {}, 0)
    assert (standing.holes, standing.forks, standing.quarantined, standing.compared) == (0, 0, 0, {})


async def test_what_waits_for_a_cause_names_the_cause(overview: Overview) -> None:
    await overview.arrive(*BEGUN, plans(2, {"contacts": 2}), plans(3, {"contacts": 2}))
    standing = await overview.looked_at()
    [waits] = standing.waiting
    assert (waits.view, waits.family, waits.service, waits.version) == ("family-plan", FAMILY, "plans", 2)
    assert (waits.missing, waits.why) == ("contacts=2", "cause")
    assert waits.recorded_at == datetime.fromisoformat(plans(2, {}).envelope.time)
    assert [(each.view, each.families, each.waiting) for each in standing.views] == [
        ("access", 1, 0),
        ("family-plan", 1, 2),
    ]
    await overview.arrive(contacts(2))
    assert not (await overview.looked_at()).waiting


async def test_what_waits_behind_a_hole_names_the_hole(overview: Overview) -> None:
    await overview.arrive(*BEGUN, plans(3, {"contacts": 1}))
    standing = await overview.looked_at()
    [waits] = standing.waiting
    assert (waits.service, waits.version, waits.missing, waits.why) == ("plans", 3, "plans=2", "hole")
    assert (standing.broken, standing.holes) == ([Broken("hole", FAMILY, "plans", 1)], 1)
    await overview.arrive(plans(2, {"contacts": 1}))
    healed = await overview.looked_at()
    assert (healed.waiting, healed.broken, healed.holes) == ([], [], 0)


async def test_what_is_parked_says_why_and_what_is_shown_meanwhile(overview: Overview) -> None:
    await overview.arrive(*BEGUN)
    await overview.arrive(replace(plans(2, {}), data={}))
    [parked] = (await overview.looked_at()).parked
    assert (parked.view, parked.version, parked.family) == ("family-plan", FAMILY_PLAN.version, FAMILY)
    assert parked.vector == "contacts=1,plans=1"
    assert parked.reason.startswith("ValidationError at ")
    [_, plan] = (await overview.looked_at()).views
    assert (plan.families, plan.parked) == (1, 1)


async def test_a_fork_is_named_with_its_place(overview: Overview) -> None:
    await overview.arrive(*BEGUN, plans(2, {"contacts": 1}))
    other = said(SCHOOL, "plans", 2, causes={"contacts": 1})
    await overview.arrive(other)
    standing = await overview.looked_at()
    assert (standing.broken, standing.forks) == ([Broken("fork", FAMILY, "plans", 2)], 1)
    assert [each.reason for each in standing.parked] == ["fork"]


async def test_what_verify_found_to_differ_needs_a_hand_until_it_is_gone(overview: Overview) -> None:
    await overview.arrive(*BEGUN)
    assert not (await overview.looked_at()).needs_a_hand
    await overview.pool.execute(
        "insert into verify_differs (view, family, likeness) values ('family-plan', $1, 'other')", FAMILY
    )
    standing = await overview.looked_at()
    assert (standing.needs_a_hand, standing.differs) == (True, 1)
    [found] = standing.unlike
    assert found == Unlike("family-plan", FAMILY, "other", found.at)
    await overview.pool.execute("delete from verify_differs")
    assert not (await overview.looked_at()).needs_a_hand


async def test_freshness_is_told_by_partition_and_the_furthest_behind_counts(overview: Overview) -> None:
    now = datetime.now(UTC)
    marks = [
        Watermark("plans", partition, now - timedelta(seconds=ago), 7)
        for partition, ago in enumerate((1, 40, 2))
    ]
    await overview.journal.accept([], [*marks, Watermark("contacts", 0, now + timedelta(seconds=5), 3)])
    standing = await overview.looked_at()
    assert [(each.service, each.partition, each.position) for each in standing.heard] == [
        ("contacts", 0, 3),
        ("plans", 0, 7),
        ("plans", 1, 7),
        ("plans", 2, 7),
    ]
    assert standing.lags["contacts"] == 0
    assert 40 <= standing.lags["plans"] < 60


async def test_older_versions_what_is_not_folded_and_strange_records_are_counted(overview: Overview) -> None:
    await overview.arrive(*BEGUN)
    await overview.pool.execute("update views set view_version = 1 where view = 'family-plan'")
    await overview.journal.accept([], strange=[Quarantined("topic", 0, 7, b"x", "no event")])
    await overview.journal.note_compared("plans", 9)
    standing = await overview.looked_at()
    assert standing.views[1:] == [
        ViewStands("family-plan", FAMILY_PLAN.version, True, 0, 1, 0, 0),
        ViewStands("family-plan", 1, False, 1, 0, 0, 0),
    ]
    assert (standing.quarantined, standing.compared) == (1, {"plans": 9})
