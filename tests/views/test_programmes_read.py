"""Programmes as they are read from overview's database: by whom, who lacks a guide, and what dashboards are told."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import asyncpg
import orjson
import pytest
import pytest_asyncio

from contracts.contacts.events import DepartmentRegistered, ProfessionalLeft
from contracts.progress.events import GuideVersionPublished, ProgrammeRoleEnded
from contracts.progress.events import ProgrammeRole as Role
from eventkeep.changes import Changes
from eventkeep.clock import Clock
from eventkeep.cloudevent import encode
from eventkeep.edge.call import Caller
from eventkeep.journal import Journal
from eventkeep.keys import FileKeys
from eventkeep.opened import Opened
from eventkeep.pg import Pool
from eventkeep.reading import Reading
from eventkeep.refused import Refused
from eventkeep.testing import said
from eventkeep.token import Tokens
from services.overview.counting import Counting
from services.overview.leavers import PROFESSIONAL, leavers
from services.overview.programmes.reading import Programmes
from tests.stores.owned import owned
from tests.unit.family import ANNA, PASSER_BY, SOFIE, TOMAS, ULLA
from tests.unit.programmes import PROGRAMME, PUBLISHED, TODAY
from tests.views.town import HOMES, PROGRAMME_TOLD, built, invented, kept, programme

SOME = HOMES[:2]
TOKENS = Tokens(b"t" * 32)


@dataclass(frozen=True)
class There:
    """Overview's database with two families and the programme, and who reads of it."""

    pool: Pool
    journal: Journal
    programmes: Programmes

    async def read(self, who: str = SOFIE, kind: str = "professional", **more: Any) -> Any:
        """The document, for somebody."""
        made = await self.programmes.read(Caller(kind, who, None, 0.0), PROGRAMME, TODAY, **more)
        return orjson.loads(made.document)

    async def listed(self, who: str, kind: str = "professional") -> list[str]:
        """The titles of somebody's list."""
        made = await self.programmes.listed(Caller(kind, who, None, 0.0))
        return [each["title"] for each in orjson.loads(made.document)["programmes"]]

    async def says(self, *events: Any) -> None:
        """More is told of the programme."""
        version = len(PROGRAMME_TOLD) + await self.pool.fetchval(
            "select count(*) - $1 from journal where family = $2",
            len(PROGRAMME_TOLD),
            f"programme/{PROGRAMME}",
        )
        await self.journal.accept(programme(*events, since=version))


@pytest_asyncio.fixture
async def there(postgres: str, tmp_path: Path) -> AsyncIterator[There]:
    async with owned(postgres) as place:
        await built(place)
        async with kept(place, tmp_path) as (connections, journal):
            await journal.enrol()
            for home in SOME:
                await journal.accept(invented(home))
            await journal.accept(programme())
            keys = FileKeys(tmp_path / "keys")
            changes = Changes(place.dsn)
            left = leavers(Reading(connections, changes, PROFESSIONAL))
            programmes = Programmes(connections, changes, Opened(keys), TOKENS, Clock(None), 0.5, left)
            yield There(connections, journal, programmes)


async def test_who_works_on_a_programme_reads_of_it(there: There) -> None:
    """R39 to R43, R48, R49: until the role ends; whoever it is not for is told the same as of what isn't there."""
    document = await there.read()
    assert document["title"] == "Families on the way"
    assert await there.listed(SOFIE) == ["Families on the way"]
    for who, kind in (
        (TOMAS, "professional"),
        (PASSER_BY, "person"),
        (ANNA, "person"),
        (SOFIE, "operations"),
        (SOFIE, "service"),
    ):
        assert await there.listed(who, kind) == []
        with pytest.raises(Refused) as refused:
            await there.read(who, kind)
        assert refused.value.code == "programme_not_found"
    ended = ProgrammeRoleEnded(
        programme=PROGRAMME, role=Role.COORDINATION_GROUP, professional=ULLA, ended_on=TODAY
    )
    assert await there.listed(ULLA) == ["Families on the way"]
    await there.says(ended)
    assert await there.listed(ULLA) == []


async def test_who_left_the_municipality_reads_of_none(there: There) -> None:
    """R11, X-01: a role that nobody ended opens nothing."""
    left = said(ProfessionalLeft(professional=SOFIE), "contacts", 1, stream=f"professional/{SOFIE}")
    await there.journal.accept([encode(left.envelope, left.data)])
    assert await there.listed(SOFIE) == []
    with pytest.raises(Refused) as refused:
        await there.read()
    assert refused.value.code == "programme_not_found"
    assert await there.listed(ULLA) == ["Families on the way"]


async def test_what_is_not_there_is_refused(there: There) -> None:
    """R39."""
    with pytest.raises(Refused) as refused:
        await there.programmes.read(Caller("professional", SOFIE, None, 0.0), SOME[0])
    assert refused.value.code == "programme_not_found"


async def test_who_leads_a_department_reads_of_every_programme(there: There) -> None:
    """R46: as the register says now."""
    for version, lead in enumerate((TOMAS, None), start=1):
        registered = DepartmentRegistered(department="school", lead=lead)
        told = said(registered, "contacts", version, stream="department/school")
        await there.journal.accept([encode(told.envelope, told.data)])
        assert await there.listed(TOMAS) == (["Families on the way"] if lead else [])


async def test_no_programme_and_no_department_gets_a_family_plan(there: There) -> None:
    """INV-36: nor a row of who may read, nor figures."""
    while await Counting(there.pool).count():
        pass
    for table in ("views where view in ('family-plan', 'access')", "figures"):
        rows = await there.pool.fetch(f"select distinct family from {table} order by 1")
        assert [row["family"] for row in rows] == sorted(map(str, SOME))


async def test_names_are_opened_for_who_reads(there: There) -> None:
    """X-05: they are sealed in the view, as in the event."""
    [lead] = [each for each in (await there.read())["roles"] if each["role"] == "project-lead"]
    assert lead["professional"] == SOFIE
    assert not lead["name"].startswith("sealed.")
    row = await there.pool.fetchval("select document from views where view = 'programme'")
    assert b"sealed.1." in row


async def test_coordinators_who_lack_the_newest_guide_are_found(there: There) -> None:
    """A34: by a command or on a page; a newer version is lacked by all again."""
    [guide] = (await there.read())["guides"]
    assert (guide["read"], guide["coordinators"], guide["coordinators_lacking"]) == (1, 1, 1)
    [lacking] = guide["lacking"]
    assert lacking["families"] == len(SOME)
    assert lacking["name"]
    assert not lacking["name"].startswith("sealed.")
    who = await there.pool.fetchval("select distinct coordinator from family_coordinators")
    coverage = there.programmes.coverage
    assert await coverage.read_by("coordinator", who) == 0
    for _ in range(2):
        await coverage.note_read("coordinator", 1, who, "social")
    assert await coverage.read_by("coordinator", who) == 1
    [guide] = (await there.read())["guides"]
    assert (guide["read"], guide["coordinators_lacking"], guide["lacking"]) == (2, 0, [])
    assert guide["departments"] == {"social": 1}
    await there.says(PUBLISHED.model_copy(update={"version": 2}))
    [guide] = (await there.read())["guides"]
    assert (guide["version"], guide["read"], guide["coordinators_lacking"]) == (2, 0, 1)


async def test_pilot_cases_and_joint_meetings_are_counted_over_its_families(there: There) -> None:
    """T16, T19, R45."""
    assert (await there.read())["families"] == 0
    while await Counting(there.pool).count():
        pass
    document = await there.read()
    assert (document["families"], document["pilot_cases"]) == (2, 2)
    assert document["joint_meetings"] == [{"year": 2024, "meetings": 2}]


async def test_dashboards_see_what_was_not_reached(there: There) -> None:
    """T21, T22, A35, R54: codes, days, numbers and titles; no id."""
    rows = {view: await _rows(there, view) for view in ("programmes", "milestones", "trainings", "money")}
    [one] = rows["programmes"]
    assert (one["programme"], one["granted"], one["spent_of_grant"]) == ("whole-families", 7_540_000, 120_000)
    assert one["roles"] == 4
    assert [(each["milestone"], each["state"]) for each in rows["milestones"]] == [
        (1, "reached"),
        (2, "overdue"),
    ]
    assert [(each["kind"], each["attended"], each["departments"]) for each in rows["trainings"]] == [
        ("kick-off", 2, 2)
    ]
    assert [(each["kind"], each["area"], each["amount"], each["verdict"]) for each in rows["money"]] == [
        ("cost", None, 120_000, None),
        ("cost", None, 80_000, None),
        ("effect", "economy", -50_000, "not-met"),
        ("effect", "wellbeing", None, "met"),
    ]


async def _rows(there: There, view: str) -> list[asyncpg.Record]:
    return list(await there.pool.fetch(f"select * from reading.{view}"))


async def test_a_reader_sees_at_least_what_the_token_names(there: There) -> None:
    """R39: the document covers what an accepted command answered; what is not here yet is waited for, for a while."""
    token = TOKENS.issue(PROGRAMME, {"progress": len(PROGRAMME_TOLD)})
    assert (await there.read(token=token))["code"] == "whole-families"
    ahead = TOKENS.issue(PROGRAMME, {"progress": 99})
    with pytest.raises(Refused) as refused:
        await there.read(token=ahead)
    assert refused.value.code == "lagging"
    with pytest.raises(Refused) as refused:
        await there.read(token=TOKENS.issue(SOME[0], {"progress": 1}))
    assert refused.value.code == "token_of_another_family"


async def test_versions_of_guides_are_those_that_were_published(there: There) -> None:
    """A33."""
    other = GuideVersionPublished(
        programme=PROGRAMME,
        guide="network-meeting",
        version=1,
        title="The network meeting",
        published_on=TODAY,
    )
    await there.says(other)
    assert [each["guide"] for each in (await there.read())["guides"]] == ["coordinator", "network-meeting"]
