"""A reader's own tasks by date, of the shared plan."""

from datetime import date, timedelta
from typing import Any

import pytest

from contracts.contacts.events import ContactMade, ContactRequested
from contracts.ids import ActivityId, RequestId
from contracts.meetings.events import AgreementEnded, AgreementEnding, InvitationIssued, InviteeKind
from contracts.plans.events import ActivityAdded, ActivityEnded, ActivityEnding, GoalAchieved, PlanPartWritten
from contracts.shapes import Event, PartyKind
from services.overview.tasks import document, mine
from tests.unit.family import ANNA, BO, FAMILY, SOFIE, ULLA, numbered
from tests.views.around import CONTACTS
from tests.views.met import INVITED, MEETINGS, NEXT_MEETING, PROGRESS, PROMISED, held
from tests.views.planned import COOK, EAT, PLANS
from tests.views.shown import family_plan

DAY = date(2024, 3, 9)
BASE = (*CONTACTS, *MEETINGS, *PLANS)
CALL, SHOPPING = numbered(RequestId, 5), numbered(ActivityId, 5)
ASKED = ContactRequested(family=FAMILY, request=CALL, professional=ULLA, due_on=date(2024, 3, 12))
DOES = ActivityAdded(
    family=FAMILY,
    activity=SHOPPING,
    goal=COOK,
    title="Shopping list",
    owner_kind=PartyKind.PERSON,
    owner=ANNA,
    due_on=date(2024, 3, 20),
    revision=8,
)
GUEST = InvitationIssued(
    **{**INVITED.model_dump(), "meeting": NEXT_MEETING, "invitation": INVITED.invitation}
)


def tasks(reader: str, *events: Event, day: date = DAY) -> list[tuple[str, str | None, bool]]:
    """What somebody is to do: kind, day and whether it is over time."""
    shown = document(family_plan(*events), reader, day)
    return [(task["kind"], task["due_on"], task["overdue"]) for task in shown["tasks"]]


def test_tasks_stand_by_date_and_what_has_none_comes_last() -> None:
    """INV-13, INV-26, INV-30: goals, agreed actions, requests, registrations, the follow-up."""
    assert tasks(f"professional:{ULLA}", *BASE, ASKED) == [
        ("agreed-action", "2024-03-08", True),
        ("registration", "2024-03-09", False),
        ("contact-request", "2024-03-12", False),
        ("follow-up", "2024-05-01", False),
        ("goal", "2024-09-01", False),
    ]
    one_day = DOES.model_copy(update={"activity": numbered(ActivityId, 6), "due_on": None})
    assert tasks(f"person:{ANNA}", *BASE, DOES, one_day) == [
        ("registration", "2024-03-09", False),
        ("activity", "2024-03-20", False),
        ("goal", "2024-05-01", False),
        ("follow-up", "2024-05-01", False),
        ("activity", None, False),
    ]


@pytest.mark.parametrize("days", [-1, 0, 1])
def test_the_day_decides_what_is_over_time(days: int) -> None:
    """By the end of its day it isn't yet."""
    overdue = {
        kind: late
        for kind, _, late in tasks(f"professional:{ULLA}", *BASE, day=date(2024, 3, 8) + timedelta(days=days))
    }
    assert overdue["agreed-action"] is (days > 0)


def test_what_is_done_is_no_task_any_more() -> None:
    """Reached, made, kept, done."""
    done: tuple[Event, ...] = (
        ASKED,
        DOES,
        ContactMade(family=FAMILY, request=CALL, made_on=DAY),
        AgreementEnded(family=FAMILY, agreement=PROMISED.agreement, ending=AgreementEnding.KEPT),
        GoalAchieved(family=FAMILY, goal=EAT, revision=9),
        GoalAchieved(family=FAMILY, goal=COOK, revision=10),
        ActivityEnded(family=FAMILY, activity=SHOPPING, ending=ActivityEnding.DONE, revision=11),
    )
    for who in (f"professional:{ULLA}", f"person:{ANNA}"):
        assert {kind for kind, _, _ in tasks(who, *BASE, *done)} == {"registration", "follow-up"}


def test_registrations_are_counted_from_the_last_one_of_that_view() -> None:
    """INV-59: Ulla's from the professional's of 8 March, Anna's from the citizen's of 10 March."""
    told = (*BASE, *PROGRESS)
    assert ("registration", "2024-03-15", False) in tasks(f"professional:{ULLA}", *told)
    assert ("registration", "2024-03-17", False) in tasks(f"person:{ANNA}", *told)
    assert not [each for each in tasks(f"professional:{SOFIE}", *told) if each[0] == "registration"]


def test_how_often_in_words_of_their_own_gives_no_day() -> None:
    """INV-30: the task stands all the same."""
    agreed = MEETINGS[8]
    assert type(agreed).__name__ == "NetworkMeetingHeld"
    said: Any = agreed.model_dump()
    said["agreements"]["progress_scheme"]["every"] = "before each meeting"
    told = [type(agreed).model_validate(said) if each is agreed else each for each in BASE]
    assert ("registration", None, False) in tasks(f"professional:{ULLA}", *told)


def test_a_meeting_asks_for_an_answer_and_for_ones_own_part() -> None:
    """A18, P18: until the invitation is answered, until the meeting is held."""
    part = PlanPartWritten(family=FAMILY, person=BO, words="I cook.", revision=8)
    told = (*BASE, GUEST, part)
    assert ("invitation", "2024-05-01", False) in tasks(f"professional:{ULLA}", *told)
    assert ("own-part", "2024-05-01", False) in tasks(f"person:{BO}", *told)
    none = PlanPartWritten(family=FAMILY, person=BO, no_part_because="Exams.", revision=8)
    assert "own-part" not in {kind for kind, _, _ in tasks(f"person:{BO}", *BASE, none)}
    met = held(NEXT_MEETING, MEETINGS[8].held_at + timedelta(days=60), date(2024, 8, 1))  # type: ignore[attr-defined]
    assert not {"invitation", "own-part"} & {kind for kind, _, _ in tasks(f"person:{BO}", *told, met)}
    assert InviteeKind.PROFESSIONAL is GUEST.invitee_kind


def test_my_part_is_what_i_own_am_asked_for_or_what_my_department_does() -> None:
    """Ids to mark in the plan that is the same for all."""
    plan = family_plan(*BASE, ASKED, DOES)
    assert mine(plan, f"professional:{ULLA}") == {EAT, CALL, PROMISED.agreement, INVITED.invitation}
    assert mine(plan, f"person:{ANNA}") == {COOK, SHOPPING}
    assert mine(plan, f"professional:{SOFIE}") == set()
    own = {**plan, "attached": [{**each, "department": "family"} for each in plan["attached"]]}
    assert mine(own, f"professional:{SOFIE}") == {each["intervention"] for each in plan["interventions"]}
