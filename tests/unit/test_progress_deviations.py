"""Deviations: by the procedure of the meeting somebody acts by a day, and they are open until somebody has."""

from datetime import date
from typing import Any

import pytest

from contracts.contacts.events import FamilyClosed, FamilyMemberLeft, ProfessionalDetached
from contracts.ids import DeviationId, InterventionId, MeetingId
from contracts.plans.events import GoalAchieved, InterventionEnded, InterventionResult
from contracts.progress.events import (
    DeviationActionTaken,
    DeviationClosed,
    DeviationOverdue,
    DeviationReplanned,
)
from contracts.shapes import PartyKind
from eventkeep.testing import folded
from services.progress.reference import Known, evolve_meetings
from tests.unit.family import (
    ANNA,
    BO,
    BY_ANNA,
    BY_INFORMED,
    BY_SERVICE,
    FAMILY,
    GOAL,
    INTERVENTION,
    OTHER_GOAL,
    PASSER_BY,
    SOFIE,
    STRANGER,
    ULLA,
    numbered,
)
from tests.unit.progress_commands import ACT, CLOSE, LATE, NOTE_OVERDUE, REPLAN, REPORT, but
from tests.unit.progress_story import (
    DEVIATION,
    KNOWN,
    NEXT_WEEK,
    REPORTED,
    TODAY,
    TOMORROW,
    YESTERDAY,
    contacts_say,
    how_it_goes,
    plans_say,
)
from tests.unit.story import HELD

REPLANNED = DeviationReplanned(
    family=FAMILY, deviation=DEVIATION, owner=ANNA, owner_kind=PartyKind.PERSON, due_on=NEXT_WEEK
)
ACTED = DeviationActionTaken(family=FAMILY, deviation=DEVIATION, words="Sofie called.", taken_on=TODAY)
CLOSED = DeviationClosed(
    family=FAMILY, deviation=DEVIATION, plan_changes=True, words="Two days a week.", closed_on=TODAY
)
OVERDUE = DeviationOverdue(family=FAMILY, deviation=DEVIATION, due_on=NEXT_WEEK)
REACHED = GoalAchieved(family=FAMILY, goal=GOAL, revision=5)


@pytest.mark.parametrize("by", [BY_ANNA, BY_INFORMED], ids=["the family", "anybody attached"])
def test_it_doesnt_go_as_agreed_and_somebody_acts(by: Any) -> None:
    """A25, INV-31: by the meeting that was held last."""
    how_it_goes().when(but(REPORT, by=by)).then(REPORTED).when(REPORT).refused("registered_already")
    again = HELD.model_copy(update={"meeting": numbered(MeetingId, 2)})
    known = Known(KNOWN.contacts, KNOWN.plans, folded(evolve_meetings, KNOWN.meetings, again))
    by_the_latest = REPORTED.model_copy(update={"meeting": again.meeting})
    how_it_goes().with_known(known).when(REPORT).then(by_the_latest)


def test_before_any_meeting_there_is_no_procedure() -> None:
    """INV-29."""
    how_it_goes().with_known(Known(KNOWN.contacts, KNOWN.plans)).when(REPORT).refused(
        "no_deviation_procedure"
    )


def test_it_is_about_a_goal_and_perhaps_an_intervention_that_works_for_it() -> None:
    """INV-68."""
    none = {"intervention": None}
    how_it_goes().when(but(REPORT, **none)).then(REPORTED.model_copy(update=none))
    how_it_goes().when(but(REPORT, goal=OTHER_GOAL)).refused("intervention_for_another_goal")
    unknown = but(REPORT, intervention=numbered(InterventionId, 9))
    how_it_goes().when(unknown).refused("intervention_unknown")
    ended = InterventionEnded(
        family=FAMILY,
        intervention=INTERVENTION,
        ended_on=TODAY,
        result=InterventionResult.ENDED,
        reason="reached",
        revision=5,
    )
    how_it_goes().with_known(plans_say(ended)).when(REPORT).refused("intervention_unknown")
    how_it_goes().with_known(plans_say(REACHED)).when(REPORT).refused("goal_unknown")


@pytest.mark.parametrize(
    ("kind", "owner", "good"),
    [
        (PartyKind.PERSON, ANNA, True),
        (PartyKind.PERSON, STRANGER, False),
        (PartyKind.PERSON, ULLA, False),
        (PartyKind.PROFESSIONAL, ULLA, True),
        (PartyKind.PROFESSIONAL, PASSER_BY, False),
        (PartyKind.PROFESSIONAL, ANNA, False),
    ],
)
@pytest.mark.parametrize("command", [REPORT, REPLAN], ids=["reported", "agreed anew"])
def test_whoever_acts_is_around_the_family(command: Any, kind: PartyKind, owner: Any, good: bool) -> None:
    """INV-31."""
    named = but(command, owner=owner, owner_kind=kind, deviation=numbered(DeviationId, 2))
    reported = REPORTED.model_copy(update={"deviation": named.deviation})
    before = how_it_goes(reported) if command is REPLAN else how_it_goes()
    outcome = before.when(named)
    assert (outcome.refusal and outcome.refusal.code) == (None if good else "owner_not_around_family")


def test_somebody_acts_today_or_later() -> None:
    """INV-31."""
    today = {"due_on": TODAY}
    how_it_goes().when(but(REPORT, **today)).then(REPORTED.model_copy(update=today))
    how_it_goes().when(but(REPORT, due_on=YESTERDAY)).refused("due_in_the_past")
    how_it_goes(REPORTED).when(but(REPLAN, due_on=YESTERDAY)).refused("due_in_the_past")


def test_who_acts_by_when_is_agreed_anew() -> None:
    """INV-31: what is agreed already isn't said again."""
    how_it_goes(REPORTED).when(REPLAN).then(REPLANNED).when(REPLAN).then()
    moved = {"owner": SOFIE, "owner_kind": PartyKind.PROFESSIONAL, "due_on": date(2024, 3, 20)}
    how_it_goes(REPORTED).when(but(REPLAN, **moved)).then(REPLANNED.model_copy(update=moved))
    how_it_goes(REPORTED, ACTED).when(REPLAN).refused("deviation_acted_on")


def test_when_whoever_should_act_has_left_somebody_else_is_named() -> None:
    """INV-31: the deviation is open all the same."""
    left = contacts_say(ProfessionalDetached(family=FAMILY, professional=SOFIE, reason="left"))
    how_it_goes(REPORTED).with_known(left).when(REPLAN).then(REPLANNED)
    moved = but(REPLAN, owner=SOFIE, owner_kind=PartyKind.PROFESSIONAL, due_on=date(2024, 3, 20))
    how_it_goes(REPORTED).with_known(left).when(moved).refused("owner_not_around_family")


def test_it_is_open_until_somebody_has_acted() -> None:
    """A25, INV-31: then it is closed, and it is said whether the plan changes."""
    acted = how_it_goes(REPORTED).when(CLOSE).refused("deviation_not_acted_on")
    assert acted.rule == "INV-31"
    closed = how_it_goes(REPORTED).when(ACT).then(ACTED).when(CLOSE).then(CLOSED)
    for over in (ACT, CLOSE, REPLAN):
        closed.when(over).refused("deviation_closed")
    as_before = {"plan_changes": False, "words": None}
    how_it_goes(REPORTED, ACTED).when(but(CLOSE, **as_before)).then(CLOSED.model_copy(update=as_before))


def test_several_act_on_one_deviation() -> None:
    """INV-31: it can be closed since the first of them has."""
    later = {"words": "Anna came along.", "taken_on": date(2024, 3, 5)}
    at = LATE
    acted = how_it_goes(REPORTED).when(but(ACT, **later, at=at)).then(ACTED.model_copy(update=later))
    before = but(CLOSE, closed_on=date(2024, 3, 4), at=at)
    acted.when(before).refused("deviation_not_acted_on")
    with_first = acted.when(but(ACT, at=at)).then(ACTED)
    with_first.when(before).then(CLOSED.model_copy(update={"closed_on": date(2024, 3, 4)}))


@pytest.mark.parametrize("command", [ACT, CLOSE, REPLAN], ids=lambda command: type(command).__name__)
def test_nothing_comes_of_a_deviation_that_nobody_reported(command: Any) -> None:
    """A25."""
    how_it_goes().when(command).refused("deviation_unknown")


def test_nobody_acts_before_it_is_reported_or_in_days_to_come() -> None:
    """A27, INV-31."""
    how_it_goes(REPORTED).when(but(ACT, taken_on=YESTERDAY)).refused("before_it_was_reported")
    how_it_goes(REPORTED).when(but(ACT, taken_on=TOMORROW)).refused("not_happened_yet")
    how_it_goes(REPORTED, ACTED).when(but(CLOSE, closed_on=TOMORROW)).refused("not_happened_yet")
    how_it_goes(REPORTED, ACTED).when(but(CLOSE, closed_on=YESTERDAY)).refused("deviation_not_acted_on")


def test_it_stays_open_when_its_goal_is_reached_or_its_member_leaves() -> None:
    """INV-31: what was agreed is done."""
    over = plans_say(REACHED)
    acted = how_it_goes(REPORTED).with_known(over).when(ACT).then(ACTED)
    acted.when(CLOSE).then(CLOSED)
    gone = contacts_say(FamilyMemberLeft(family=FAMILY, person=BO, reason="moved"))
    how_it_goes(REPORTED).with_known(gone).when(ACT).then(ACTED)


def test_that_nobody_acted_by_the_day_is_said_once() -> None:
    """INV-31."""
    said = how_it_goes(REPORTED).when(NOTE_OVERDUE).then(OVERDUE)
    said.when(NOTE_OVERDUE).then()
    said.when(ACT).then(ACTED).when(CLOSE).then(CLOSED)


@pytest.mark.parametrize(
    "before",
    [
        (),
        (REPORTED, ACTED),
        (REPORTED, ACTED, CLOSED),
        (REPORTED, REPLANNED.model_copy(update={"due_on": date(2024, 3, 20)})),
    ],
    ids=["unknown", "acted on", "closed", "agreed anew"],
)
def test_nothing_is_overdue_that_isnt_waited_for(before: tuple[Any, ...]) -> None:
    """INV-31."""
    how_it_goes(*before).when(NOTE_OVERDUE).then()


def test_a_day_is_over_at_midnight_in_copenhagen() -> None:
    """INV-31: half past eleven in the evening of the day is not late."""
    evening = REPORT.at.fromisoformat("2024-03-08T23:30:00+01:00")
    how_it_goes(REPORTED).when(but(NOTE_OVERDUE, at=evening)).then()
    how_it_goes(REPORTED).when(but(NOTE_OVERDUE, at=LATE)).then(OVERDUE)


def test_each_day_that_was_agreed_is_said() -> None:
    """INV-31: the second as well as the first."""
    moved = REPLANNED.model_copy(update={"due_on": date(2024, 3, 20)})
    at = NOTE_OVERDUE.at.fromisoformat("2024-03-21T00:00:00+01:00")
    again = but(NOTE_OVERDUE, due_on=moved.due_on, at=at)
    second = OVERDUE.model_copy(update={"due_on": moved.due_on})
    how_it_goes(REPORTED, OVERDUE, moved).when(again).then(second).when(again).then()


def test_only_our_own_clock_says_so() -> None:
    """INV-40."""
    for by in (BY_ANNA, BY_INFORMED):
        how_it_goes(REPORTED).when(but(NOTE_OVERDUE, by=by)).refused("for_services_only")
    how_it_goes(REPORTED).when(but(ACT, by=BY_SERVICE)).refused("not_around_family")


def test_nobody_is_late_in_a_closed_case() -> None:
    """Q15: not even before we heard of it ourselves; it is said should the case be opened again."""
    closed = contacts_say(FamilyClosed(family=FAMILY, reason="goals reached"))
    how_it_goes(REPORTED).with_known(closed).when(NOTE_OVERDUE).refused("family_closed")
