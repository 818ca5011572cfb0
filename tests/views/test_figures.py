"""What is counted of a family: given what services told, then these figures; how they follow; and who is informed."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import asyncpg
import orjson
import pytest
import pytest_asyncio

from contracts.contacts.events import FamilyEvent
from contracts.plans.events import GoalClosed, GoalEnding
from contracts.shapes import Event
from eventkeep import vector
from eventkeep.cloudevent import Told, encode
from eventkeep.generations import enrol
from eventkeep.pg import Pool
from eventkeep.testing import folded
from services.overview import access, counting, informed
from services.overview.counting import Counting
from services.overview.figures import figures
from services.overview.readings import Read, Readings
from services.overview.sentences import Language
from services.overview.tale import happened
from tests.stores.owned import owned
from tests.unit.family import ANNA, BO, FAMILY, SOFIE, ULLA
from tests.views import tales
from tests.views.around import CONTACTS, TOMAS_ATTACHED
from tests.views.met import MEETINGS, PROGRESS, registered
from tests.views.planned import COOK, EAT, PLANS, approved
from tests.views.shown import family_plan
from tests.views.test_dashboards import all_rows
from tests.views.town import HOMES, RARE, Town, built, invented, kept

Journalled = tuple[Pool, Any]
LIFE = (*CONTACTS, *PLANS, *MEETINGS, *PROGRESS)
MAY = date(2024, 5, 2)


def counted(*events: Event) -> dict[str, Any]:
    """The figures, after what services told."""
    told = [each for each in events if isinstance(each, FamilyEvent)]
    held = access.derive({"contacts": folded(access.evolve, access.Attachments(), *told)})
    return figures(family_plan(*events), held)


def test_a_family_of_which_nothing_is_known_counts_as_nothing() -> None:
    found = counted()
    lists = ("goals", "interventions", "attachments", "meetings", "progress", "baselines")
    assert [found[name] for name in lists] == [[]] * 6
    assert found["family"]["plan_status"] is None
    assert found["family"]["professionals"] == found["contacts"]["direct"] == 0


def test_scores_of_two_persons_are_two_series_and_the_last_of_a_day_comes_last() -> None:
    """INV-59, INV-68: of whom a series is isn't told."""
    two, nine, five = (registered(number, EAT, MAY) for number in (2, 9, 5))
    of_anna = nine.model_copy(update={"person": ANNA})
    found = counted(*LIFE[: -len(PROGRESS)], two, of_anna, five)["progress"]
    assert [(each["series"], each["place"], each["value"]) for each in found] == [
        (1, 1, 2),
        (2, 1, 9),
        (1, 2, 5),
    ]
    assert not {ANNA, BO} & {str(value) for each in found for value in each.values()}


def test_goals_keep_their_place_under_each_other() -> None:
    """INV-14: by number, from top to bottom; what is closed says how it ended. INV-15."""
    closed = GoalClosed(family=FAMILY, goal=COOK, ending=GoalEnding.ABANDONED, reason="Too much.", revision=8)
    first, second = counted(*LIFE, closed)["goals"]
    assert (first["goal"], first["parent"], first["level"], first["status"]) == (1, None, 1, "open")
    assert (second["goal"], second["parent"], second["level"], second["status"]) == (2, 1, 2, "abandoned")
    assert (first["from_a_wish"], first["target_date"], second["interim"]) == (True, "2024-09-01", True)


def test_attachments_say_what_they_rest_on_and_not_who_it_is() -> None:
    """X-01."""
    rows = counted(*LIFE, *RARE)["attachments"]
    assert {
        "department": "social",
        "profession": "social worker",
        "function": "mentor",
        "on_team": True,
        "basis": "law",
        "law": "barnets lov § 32",
        "valid_from": "2024-01-01",
        "valid_to": "2024-12-31",
    } in rows
    assert str(SOFIE) not in str(rows)


def test_contacts_are_counted_against_the_admission() -> None:
    """INV-07, T24."""
    found = counted(*LIFE, *RARE)
    assert (found["contacts"]["direct"], found["contacts"]["direct_at_admission"]) == (1, 4)
    assert found["family"]["admitted_on"] == "2024-01-20"


@pytest_asyncio.fixture
async def overview(postgres: str, tmp_path: Path) -> AsyncIterator[Journalled]:
    """Overview's database, empty, of a plain role."""
    async with owned(postgres) as place:
        await built(place)
        async with kept(place, tmp_path) as found:
            yield found


def recorded(*events: Event) -> list[Told]:
    """The events as they were recorded, a day apart."""
    return tales.told(*events)


async def rows(connections: Pool, view: str) -> list[asyncpg.Record]:
    """A view as the owner sees it: what a dashboard sees is tried elsewhere."""
    return list(await connections.fetch(f"select * from reading.{view}"))


async def test_figures_follow_a_family_that_moves_and_say_until_then_that_they_are_old(
    overview: Journalled,
) -> None:
    """The last good figures stay; the family keeps its key."""
    connections, journal = overview
    life = recorded(*LIFE, approved(8))
    await journal.accept([encode(each.envelope, each.data) for each in life[:-1]])
    assert await rows(connections, "families") == []
    assert await Counting(connections).count() == 1
    [before] = await rows(connections, "families")
    assert (before["plan_version"], before["stale"]) == (1, False)
    await journal.accept([encode(life[-1].envelope, life[-1].data)])
    [old] = await rows(connections, "families")
    assert old["stale"]
    [missing] = await rows(connections, "consistency")
    assert (missing["families"], missing["counted"], missing["not_counted"]) == (1, 0, 1)
    assert await Counting(connections).count() == 1
    [after] = await rows(connections, "families")
    assert (after["family"], after["plan_version"], after["stale"]) == (before["family"], 2, False)
    assert await Counting(connections).count() == 0


async def test_a_family_that_can_t_be_counted_keeps_its_last_figures_and_holds_up_nobody(
    overview: Journalled,
) -> None:
    connections, journal = overview
    for home in HOMES[:2]:
        await journal.accept(invented(home))
    while await Counting(connections).count():
        pass
    broken = orjson.dumps({"plan": None})
    await connections.execute(
        "update views set state_no = state_no + 1, document = case when family = $1 then $2 else document end",
        HOMES[0],
        broken,
    )
    assert await Counting(connections).count() == 2
    families = await rows(connections, "families")
    assert sorted(row["stale"] for row in families) == [False, True]
    assert {row["programme"] for row in families} == {"whole-families"}
    [found] = await rows(connections, "consistency")
    assert (found["families"], found["counted"], found["failed"]) == (2, 1, 1)
    assert await Counting(connections).count() == 0, "it isn't tried again until it moves"


async def test_a_replica_with_older_code_leaves_newer_figures_alone(
    overview: Journalled, monkeypatch: pytest.MonkeyPatch
) -> None:
    connections, journal = overview
    await journal.accept(invented(HOMES[0]))
    monkeypatch.setattr(counting, "SHAPE", [*counting.SHAPE[:2], counting.SHAPE[2] + 1])
    assert await Counting(connections).count() == 1
    monkeypatch.undo()
    assert await Counting(connections).count() == 0


async def test_while_who_may_read_is_folded_anew_what_is_shown_counts(
    overview: Journalled, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A roll-out with a new version of access takes nobody's day of attachment away meanwhile."""
    connections, journal = overview
    await enrol(connections, access.ACCESS, "before")
    await journal.accept(invented(HOMES[0]))
    monkeypatch.setattr(counting, "ACCESS", replace(access.ACCESS, version=access.ACCESS.version + 1))
    await enrol(connections, counting.ACCESS, "after")
    assert await Counting(connections).count() == 1
    attached = orjson.loads(await connections.fetchval("select attached from figures"))
    assert attached
    assert all(each["since"] for each in attached)


async def test_one_counts_at_a_time(overview: Journalled) -> None:
    """Two replicas share the work: the other looks again later."""
    connections, journal = overview
    await journal.accept(invented(HOMES[0]))
    async with connections.acquire() as other, other.transaction():
        await other.execute(counting._TURN)
        assert await Counting(connections).count() == 0
    assert await Counting(connections).count() == 1


async def test_who_is_informed_is_what_the_document_says(overview: Journalled) -> None:
    """P26, INV-39: seen or never, before and after an approval, acknowledged or not; a reading of the history is none."""
    connections, journal = overview
    life = recorded(*LIFE, TOMAS_ATTACHED, approved(8))
    await journal.accept([encode(each.envelope, each.data) for each in life])
    await Counting(connections).count()
    readings, told = Readings(connections), [happened(each) for each in life]
    [first, second] = informed.approvals(told)
    assert await agreed(connections, readings, told) == (3, 0, 3, 3, 0)
    await see(readings, ULLA, second.plans, "history")
    await see(readings, SOFIE, first.plans)
    assert await agreed(connections, readings, told) == (3, 0, 3, 2, 0)
    await see(readings, SOFIE, second.plans)
    await readings.acknowledge(FAMILY, f"professional:{SOFIE}", second.plans)
    await see(readings, ULLA, second.plans + 3, "news")
    assert await agreed(connections, readings, told) == (3, 2, 1, 1, 1)


async def see(readings: Readings, who: str, plans: int, document: str = "plan") -> None:
    """A professional is given a state of the plan; its number is plans' version here."""
    seen = vector.text({"contacts": 9, "plans": plans})
    await readings.note(
        Read(FAMILY, f"professional:{who}", "coordination", "http", plans, seen, b"h", document)
    )


async def agreed(connections: Pool, readings: Readings, told: Any) -> tuple[int, ...]:
    """The view's counts, which are those of the document for the coordinator."""
    [row] = await rows(connections, "informed")
    plan = family_plan(*(each.event for each in told))
    seen, said = await readings.seen(FAMILY), await readings.acknowledged(FAMILY)
    today = await connections.fetchval("select reading.today()")
    document = informed.document(plan, told, seen, said, today, Language.ENGLISH)
    shown = document["attached"]
    assert (row["version"], row["attached"]) == (document["version"], len(shown))
    assert (row["informed"], row["behind"]) == (document["informed"], document["behind"])
    assert row["never_opened"] == sum(each["version_seen"] is None for each in shown)
    assert row["acknowledged"] == sum(each["version_acknowledged"] == row["version"] for each in shown)
    last = max((each["behind_days"] for each in shown), default=0)
    assert row["longest_behind_days"] >= last
    return tuple(row[name] for name in ("attached", "informed", "behind", "never_opened", "acknowledged"))


async def test_what_cases_lack_adds_up(town: Town) -> None:
    """INV-01, INV-05, INV-26, INV-53: over the open ones."""
    [lacks] = await all_rows(town, "coverage")
    families = [row for row in await all_rows(town, "families") if not row["closed"]]
    assert lacks["families"] == len(families)
    assert lacks["without_follow_up"] == sum(row["next_follow_up"] is None for row in families) > 0
    assert lacks["without_coordinator"] == sum(not row["has_coordinator"] for row in families)
    assert lacks["without_approved_plan"] == sum(row["plan_version"] == 0 for row in families) > 0
