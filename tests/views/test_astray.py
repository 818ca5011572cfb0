"""When it doesn't go as agreed: whose task it is, what the coordinator sees, and what comes before the meeting. INV-31."""

from datetime import date
from typing import Any

from contracts.ids import DeviationId
from contracts.progress.events import ScoredBy
from contracts.shapes import Event, PartyKind
from services.overview import lead, meeting_pack, tasks, worklist
from services.overview.sentences import Language
from tests.unit.family import ANNA, MEETING, SOFIE, ULLA, numbered
from tests.views.around import CONTACTS
from tests.views.astray import ACTED, ASTRAY, CLOSED, LATE, REPORTED, TURNS, scored
from tests.views.met import MEETINGS, NEXT_MEETING, OTHERWISE, registered
from tests.views.planned import EAT, PLANS
from tests.views.shown import family_plan
from tests.views.tales import tale

BASE = (*CONTACTS, *MEETINGS, *PLANS)
SEEN = {"version": 1, "behind": 0, "attached": []}
DAY = date(2024, 3, 8)


def of_ulla(*events: Event, who: str = f"professional:{ULLA}") -> list[tuple[str | None, bool]]:
    """The deviations that somebody is to act on: by when, and whether that has passed."""
    shown = tasks.document(family_plan(*BASE, *events), who, date(2024, 3, 13))
    return [(each["due_on"], each["overdue"]) for each in shown["tasks"] if each["kind"] == "deviation"]


def to_see_to(*events: Event, day: date = DAY) -> dict[str, tuple[str, str | None, str]]:
    """What of it stands in the coordinator's list, by its kind."""
    items = worklist.document(family_plan(*BASE, *events), SEEN, day, Language.ENGLISH)["items"]
    return {each["kind"]: (each["part"], each["due_on"], each["sentence"]) for each in items}


def at_the_meeting(*events: Event, meeting: str = NEXT_MEETING) -> list[dict[str, Any]]:
    """What a meeting has on the table."""
    found: list[dict[str, Any]] = meeting_pack.document(family_plan(*BASE, *events), meeting)["deviations"]
    return found


def test_who_is_to_act_has_it_among_the_tasks_until_somebody_has() -> None:
    """A25: with its day; another who is around the family hasn't."""
    assert of_ulla(REPORTED) == of_ulla(REPORTED, LATE) == [("2024-03-12", True)]
    assert of_ulla(REPORTED, who=f"professional:{SOFIE}") == []
    assert of_ulla(REPORTED, ACTED) == of_ulla(REPORTED, ACTED, CLOSED) == []
    annas = REPORTED.model_copy(update={"owner": ANNA, "owner_kind": PartyKind.PERSON})
    assert of_ulla(annas, who=f"person:{ANNA}") == [("2024-03-12", True)]


def test_each_deviation_keeps_the_procedure_that_its_own_meeting_agreed() -> None:
    """INV-31, A25: the next meeting agrees on another, which runs for what is reported then."""
    then = REPORTED.model_copy(update={"deviation": numbered(DeviationId, 2), "meeting": NEXT_MEETING})
    early, late = "Call Sofie the same day.", "Call Ulla at once."

    def run(*events: Event) -> list[str | None]:
        return [each["procedure"] for each in family_plan(*BASE, *events)["deviations"]]

    assert run(REPORTED) == [early]
    assert run(REPORTED, OTHERWISE) == run(OTHERWISE, REPORTED) == [early]
    assert run(REPORTED, OTHERWISE, then, ACTED) == [early, late]
    assert run(then) == [None], "a meeting that is only called agreed on nothing"
    assert family_plan(*BASE, REPORTED, OTHERWISE)["deviation_procedure"] == late


def test_it_is_part_of_what_is_ones_own_until_it_is_closed() -> None:
    """So that the news tell it first."""
    for events, own in (((REPORTED, ACTED), True), ((REPORTED, ACTED, CLOSED), False)):
        assert (ASTRAY in tasks.mine(family_plan(*BASE, *events), f"professional:{ULLA}")) is own


def test_the_coordinator_sees_who_is_to_act_and_then_closes_it() -> None:
    """INV-31, A25: it waits for its owner until its day is over, then it is over time."""
    name = "Ulla Example is to act on a deviation."
    assert to_see_to(REPORTED)["deviation"] == ("waiting", "2024-03-12", name)
    assert to_see_to(REPORTED, day=date(2024, 3, 13))["deviation"][0] == "overdue"
    acted = to_see_to(REPORTED, ACTED)
    assert acted["close-deviation"][:2] == ("this-week", None)
    assert "deviation" not in acted
    assert not {"deviation", "close-deviation"} & set(to_see_to(REPORTED, ACTED, CLOSED))


def test_what_the_coordinator_is_to_act_on_waits_for_nobody() -> None:
    """INV-31."""
    own = REPORTED.model_copy(update={"owner": SOFIE})
    assert to_see_to(own)["act-on-deviation"] == ("this-week", "2024-03-12", "Act on a deviation.")


def test_how_many_are_open_stands_beside_the_family() -> None:
    """P27."""
    for events, open_now in (((), 0), ((REPORTED,), 1), ((REPORTED, ACTED, CLOSED), 0)):
        shown = worklist.document(family_plan(*BASE, *events), SEEN, DAY, Language.DANISH)
        assert shown["family"]["open_deviations"] == open_now


def test_a_registration_stands_there_once_its_day_is_over() -> None:
    """P30, A26: until then it is nobody's business but whose it is."""
    assert "registration" not in to_see_to(day=date(2024, 3, 9))
    found = worklist.document(family_plan(*BASE), SEEN, date(2024, 3, 10), Language.ENGLISH)["items"]
    assert [
        (each["part"], each["sentence"], each["rule"]) for each in found if each["kind"] == "registration"
    ] == [
        ("overdue", "Anna Example is to record how it goes.", "P30"),
        ("overdue", "Ulla Example is to record how it goes.", "P30"),
    ]


def test_the_next_meeting_has_on_the_table_what_is_open_and_what_is_to_be_changed() -> None:
    """A25: of a meeting that was held nothing is to be decided any more."""
    shown = {
        "deviation": ASTRAY,
        "goal": EAT,
        "words": "Nobody came home to eat.",
        "owner": ULLA,
        "owner_kind": "professional",
        "due_on": "2024-03-12",
        "overdue": True,
        "plan_changes": None,
    }
    assert at_the_meeting() == []
    assert at_the_meeting(REPORTED, LATE) == [shown]
    assert at_the_meeting(REPORTED, ACTED, CLOSED) == [{**shown, "overdue": False, "plan_changes": True}]
    as_agreed = CLOSED.model_copy(update={"plan_changes": False})
    long_ago = CLOSED.model_copy(update={"closed_on": date(2024, 3, 1)})
    for settled in (as_agreed, long_ago):
        assert at_the_meeting(REPORTED, ACTED, settled) == []
    assert at_the_meeting(REPORTED, meeting=MEETING) == []


def test_it_leads_the_news_as_what_went_back_does() -> None:
    """A deviation and a wheel that turned back are told before what went well."""
    better = registered(9, EAT, DAY)
    before, now = (scored(n, date(2024, 3, n), ScoredBy.CITIZEN, job=value) for n, value in ((4, 5), (5, 3)))
    told = tale(TURNS, before, better, now)
    assert lead.lead(told, told)[0].event == now
    told = tale(better, REPORTED, better)
    assert lead.lead(told, told)[0].event == REPORTED
    told = tale(REPORTED, better, LATE)
    assert lead.lead(told, told)[0].event == LATE
