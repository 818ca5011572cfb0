"""What is new for one reader since he or she saw the plan last."""

from datetime import date, timedelta
from typing import Any

import pytest

from contracts.contacts.events import CoordinatorVacated
from contracts.meetings.events import NetworkMeetingRescheduled, Place
from contracts.plans.events import GoalAchieved, GoalReplanned, InterventionStarted, PriorityAgreed
from contracts.progress.events import ScoredBy
from contracts.shapes import Event, PartyKind
from eventkeep import vector
from services.overview.lead import lead
from services.overview.news import Before, document
from services.overview.readings import Seen
from services.overview.sentences import Language
from tests.unit.family import ANNA, BO, FAMILY, MEETING, SOFIE, TOMAS, ULLA
from tests.views import gone_on
from tests.views.around import CONTACTS, TOMAS_ATTACHED
from tests.views.met import MEETINGS, PROGRESS, registered
from tests.views.planned import COOK, EAT, GUIDANCE, HOME_AREA, PLANS, SCHOOL_AREA, approved, goal
from tests.views.shown import family_plan
from tests.views.tales import BEGAN, tale

BASE = (*CONTACTS, *MEETINGS, *PLANS, *PROGRESS)
SAW = {"contacts": len(CONTACTS), "meetings": len(MEETINGS), "plans": len(PLANS), "progress": len(PROGRESS)}
THEN = BEGAN + timedelta(days=len(BASE))
ORDER = PriorityAgreed(family=FAMILY, focus_areas=(HOME_AREA, SCHOOL_AREA), agreed_by=(ANNA,), revision=8)
REPLANNED = GoalReplanned(
    family=FAMILY,
    goal=EAT,
    owner_kind=PartyKind.PERSON,
    owner=ANNA,
    target_date=date(2024, 10, 1),
    rank=1,
    revision=9,
)
ACHIEVED = GoalAchieved(family=FAMILY, goal=COOK, revision=10)
STARTED = InterventionStarted(family=FAMILY, intervention=GUIDANCE, started_on=date(2024, 3, 5))
VACATED = CoordinatorVacated(family=FAMILY, professional=SOFIE)
MOVED = NetworkMeetingRescheduled(family=FAMILY, meeting=MEETING, starts_at=THEN, place=Place.HOME)
BACK = registered(1, EAT, date(2024, 3, 20))
WAS_NOT = gone_on.corrected(1, BACK.registration, taken_back=True)
BEFORE_WAS_LESS = gone_on.corrected(1, gone_on.THIRD.registration, value=1)
LOWER_FOR_OTHERS = registered(1, EAT, date(2024, 3, 20), ScoredBy.PROFESSIONAL)


def news(*since: Event, reader: str = f"professional:{TOMAS}", days: int = 1) -> dict[str, Any]:
    """What a reader is told, who saw all that came before, and comes back after some days."""
    before = Before(Seen(reader, SAW, THEN), family_plan(*BASE))
    today = THEN.date() + timedelta(days=days)
    return document(reader, family_plan(*BASE, *since), tale(*BASE, *since), before, today, Language.ENGLISH)


def test_nothing_happened_and_nothing_is_told() -> None:
    """The counter is the number of sentences."""
    shown = news()
    assert (shown["new"], shown["lead"], shown["first_time"]) == (0, [], False)
    assert not any(shown[part] for part in ("my_part", "changed", "in_plan", "happened"))
    assert shown["seen_vector"] == vector.text(SAW)


def test_each_new_event_stands_in_one_part_the_newest_first() -> None:
    """My part before the plan before the rest."""
    shown = news(STARTED, VACATED, ACHIEVED, reader=f"professional:{ULLA}")
    parts = {part: [row["ref"] for row in shown[part]] for part in ("my_part", "in_plan", "happened")}
    n = len(PLANS)
    assert parts == {
        "my_part": [],
        "in_plan": [f"plans={n + 2}", f"plans={n + 1}"],
        "happened": ["contacts=10"],
    }
    assert shown["new"] == 3
    mine = news(STARTED, VACATED, REPLANNED, reader=f"person:{ANNA}")
    assert [row["ref"] for row in mine["my_part"]] == [f"plans={n + 2}"]
    of_ones_own = news(VACATED, reader=f"person:{SOFIE}")
    assert [row["sentence"] for row in of_ones_own["my_part"]] == [
        row["sentence"] for row in news(VACATED)["happened"]
    ]


def test_what_the_reader_did_is_no_news_to_the_reader() -> None:
    """Sofie acts in all of these."""
    assert news(ACHIEVED, VACATED, reader=f"professional:{SOFIE}")["new"] == 0
    assert news(ACHIEVED, VACATED)["new"] == 2


@pytest.mark.parametrize(
    ("since", "told"),
    [
        (
            (MOVED, VACATED, goal(EAT, revision=8), ACHIEVED, BACK, ORDER),
            [ORDER, BACK, ACHIEVED],
        ),
        ((MOVED, VACATED, goal(EAT, revision=8), ACHIEVED), [ACHIEVED, goal(EAT, revision=8), VACATED]),
        ((STARTED, MOVED, VACATED), [VACATED, MOVED, STARTED]),
        ((STARTED, gone_on.REPLANNED, VACATED), [VACATED, gone_on.REPLANNED, STARTED]),
        ((ORDER, STARTED, ORDER), [ORDER, STARTED, ORDER]),
        ((LOWER_FOR_OTHERS, STARTED), [LOWER_FOR_OTHERS, STARTED]),
        ((BACK, VACATED, WAS_NOT), [VACATED, WAS_NOT, BACK]),
        ((BACK, VACATED, BEFORE_WAS_LESS), [VACATED, BEFORE_WAS_LESS, BACK]),
        ((), []),
    ],
)
def test_the_lead_follows_a_fixed_order(since: tuple[Event, ...], told: list[Event]) -> None:
    """Priority, gone back, reached, new, people, dates: one of each, then more; three at most. INV-59.

    What was corrected went back only where it still does. X-08.
    """
    whole = tale(*BASE, *since)
    assert [each.event for each in lead(whole[len(BASE) :], whole)] == told


def test_a_change_stands_with_what_was_before() -> None:
    """Before and now, with what it is about."""
    shown = news(ORDER, REPLANNED, VACATED)["changed"]
    assert shown[0] == {
        "kind": "focus-areas",
        "id": None,
        "title": None,
        "field": "order",
        "before": ["School", "Home"],
        "now": ["Home", "School"],
    }
    fields = {(each["kind"], each["field"]): (each["before"], each["now"]) for each in shown[1:]}
    assert fields == {
        ("plan", "coordinator"): (SOFIE, None),
        ("goal", "owner"): (ULLA, ANNA),
        ("goal", "target_date"): ("2024-09-01", "2024-10-01"),
    }
    assert {each["title"] for each in shown if each["kind"] == "goal"} == {"We eat together on weekdays."}


def test_what_is_new_is_no_change_and_a_moved_meeting_is() -> None:
    """Each new piece has its own sentence."""
    assert news(goal(HOME_GOAL, revision=8), TOMAS_ATTACHED, approved(7))["changed"] == []
    assert [(each["kind"], each["field"]) for each in news(MOVED)["changed"]] == [("meeting", "starts_at")]


HOME_GOAL = type(EAT)("99999999-0000-4000-8000-000000000009")


def test_whoever_is_new_or_long_away_is_told_to_begin_with_the_plan() -> None:
    """Over 90 days: no list."""
    assert news(ORDER, days=90)["new"] == 1
    away = news(ORDER, days=91)
    assert (away["new"], away["changed"], away["first_time"]) == (0, [], False)
    assert away["lead"][0].startswith("It is long since you saw the plan.")
    first = document(f"person:{BO}", family_plan(*BASE), tale(*BASE), None, THEN.date(), Language.DANISH)
    assert first["lead"] == ["Du ser planen for første gang. Begynd med det, familien vil."]
    assert (first["first_time"], first["seen_at"]) == (True, None)
