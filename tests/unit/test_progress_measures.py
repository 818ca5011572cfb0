"""What is measured on named instruments: of whom, by whom, once."""

from datetime import date
from typing import Any

import pytest

from contracts.contacts.events import FamilyMemberChanged, Member, Role, SupporterLeft
from contracts.ids import InterventionId, MeasureId, SupporterId
from contracts.plans.events import GoalAchieved
from contracts.progress.events import MeasureKind, RegistrationCorrected
from contracts.shapes import Actor
from tests.unit.family import (
    ANNA,
    BO,
    BY_ANNA,
    BY_INFORMED,
    BY_TEAM,
    CLARA,
    FAMILY,
    GOAL,
    INTERVENTION,
    OTHER_GOAL,
    STRANGER,
    numbered,
    person,
)
from tests.unit.meetings_story import DOCTOR, FRIEND
from tests.unit.progress_commands import ASK, CORRECT, RECORD, but
from tests.unit.progress_story import (
    ATTENDANCE,
    BY_NINA,
    INCLUDED,
    TODAY,
    TOMORROW,
    YESTERDAY,
    contacts_say,
    how_it_goes,
    plans_say,
)

AGAIN = {"measure": numbered(MeasureId, 9)}
OF_CHILDREN = (
    MeasureKind.ATTENDANCE,
    MeasureKind.WELLBEING,
    MeasureKind.CHILD_HEALTH,
    MeasureKind.PUPIL_PLAN,
)
OF_ADULTS = (MeasureKind.PHYSICAL_HEALTH, MeasureKind.MENTAL_HEALTH)
BY_BO = person(BO)


def test_attendance_is_of_a_period_that_ends_on_its_day() -> None:
    """A37, T04."""
    how_it_goes().when(RECORD).then(ATTENDANCE).when(RECORD).refused("registered_already")
    one_day = {"period_from": YESTERDAY}
    how_it_goes().when(but(RECORD, **one_day)).then(ATTENDANCE.model_copy(update=one_day))
    no_period = {"period_from": None}
    how_it_goes().when(but(RECORD, **no_period)).then(ATTENDANCE.model_copy(update=no_period))
    how_it_goes().when(but(RECORD, period_from=TODAY)).refused("period_ends_before_it_begins")


@pytest.mark.parametrize("kind", OF_CHILDREN)
def test_what_is_childrens_is_measured_of_children_and_young_people(kind: MeasureKind) -> None:
    """T04 to T07, A38: by a health visitor all of it is recorded."""
    for who in (BO, CLARA):
        of = {"kind": kind, "person": who}
        how_it_goes().when(but(RECORD, **of, by=BY_NINA)).then(ATTENDANCE.model_copy(update=of))
    how_it_goes().when(but(RECORD, kind=kind, person=ANNA, by=BY_NINA)).refused("measured_of_another_age")


@pytest.mark.parametrize("kind", OF_ADULTS)
def test_self_rated_health_is_adults_own_to_say(kind: MeasureKind) -> None:
    """T11: staff may write it down for the adult, no other member of the family may."""
    of_anna = {"kind": kind, "person": ANNA}
    for by in (BY_ANNA, BY_INFORMED):
        how_it_goes().when(but(RECORD, **of_anna, by=by)).then(ATTENDANCE.model_copy(update=of_anna))
    how_it_goes().when(but(RECORD, **of_anna, by=BY_BO)).refused("rated_for_oneself")
    for child in (BO, CLARA):
        how_it_goes().when(but(RECORD, kind=kind, person=child)).refused("measured_of_another_age")


def test_whoever_grew_up_is_measured_as_an_adult() -> None:
    """T11: as contacts says by now."""
    grown = FamilyMemberChanged(family=FAMILY, member=Member(person=BO, role=Role.ADULT, name="Bo Example"))
    family = how_it_goes().with_known(contacts_say(grown))
    family.when(RECORD).refused("measured_of_another_age")
    own = {"kind": MeasureKind.MENTAL_HEALTH}
    family.when(but(RECORD, **own, by=BY_BO)).then(ATTENDANCE.model_copy(update=own))


@pytest.mark.parametrize("kind", [MeasureKind.WELLBEING, MeasureKind.CHILD_HEALTH])
@pytest.mark.parametrize("by", [BY_TEAM, BY_INFORMED, BY_ANNA], ids=["team", "informed", "the family"])
def test_wellbeing_and_child_health_are_the_health_visitors_word(kind: MeasureKind, by: Actor) -> None:
    """R17, A38."""
    how_it_goes().when(but(RECORD, kind=kind, person=CLARA, by=by)).refused("health_visitor_only")


@pytest.mark.parametrize("kind", [MeasureKind.ATTENDANCE, MeasureKind.PUPIL_PLAN])
def test_attendance_and_pupil_plans_come_from_those_who_keep_them(kind: MeasureKind) -> None:
    """INV-58."""
    how_it_goes().when(but(RECORD, kind=kind, by=BY_ANNA)).refused("measured_by_staff")
    how_it_goes().when(but(RECORD, kind=kind, by=BY_BO)).refused("measured_by_staff")


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({"measured_on": TOMORROW}, "not_happened_yet"),
        ({"value": 101}, "value_outside_scale"),
        ({"value": -1}, "value_outside_scale"),
        ({"scale_min": 82, "scale_max": 82}, "value_outside_scale"),
        ({"person": STRANGER}, "person_not_in_family"),
    ],
    ids=str,
)
def test_a_measurement_is_of_a_member_on_a_scale_and_has_happened(wrong: dict[str, Any], code: str) -> None:
    """A27, INV-55, INV-68."""
    how_it_goes().when(but(RECORD, **wrong)).refused(code)


def test_nothing_is_measured_twice_on_a_day_with_one_instrument() -> None:
    """INV-58: another day, person, kind or instrument is something else."""
    how_it_goes(ATTENDANCE).when(but(RECORD, **AGAIN, value=90)).refused("measured_already")
    for other in (
        {"measured_on": TODAY},
        {"person": CLARA},
        {"kind": MeasureKind.PUPIL_PLAN},
        {"instrument": "hours-at-school"},
    ):
        new = {**AGAIN, **other}
        how_it_goes(ATTENDANCE).when(but(RECORD, **new)).then(ATTENDANCE.model_copy(update=new))


def test_what_was_taken_back_or_moved_to_another_day_is_measured_anew() -> None:
    """INV-58, X-08: then the new day is taken."""
    corrected = RegistrationCorrected(
        family=FAMILY,
        correction=CORRECT.correction,
        corrects=ATTENDANCE.measure,
        person=BO,
        because="Another child's.",
    )
    again = but(RECORD, **AGAIN)
    gone = corrected.model_copy(update={"taken_back": True})
    how_it_goes(ATTENDANCE, gone).when(again).then(ATTENDANCE.model_copy(update=AGAIN))
    moved = corrected.model_copy(update={"day": date(2024, 2, 20)})
    how_it_goes(ATTENDANCE, moved).when(again).then(ATTENDANCE.model_copy(update=AGAIN))
    there = but(RECORD, **AGAIN, measured_on=date(2024, 2, 20))
    how_it_goes(ATTENDANCE, moved).when(there).refused("measured_already")


def test_an_intervention_brings_its_goal() -> None:
    """INV-68: where it is named alone, the event says for which goal it works; it never names another's."""
    alone = how_it_goes().when(but(RECORD, intervention=INTERVENTION))
    linked = {"intervention": INTERVENTION, "goal": GOAL}
    alone.then(ATTENDANCE.model_copy(update=linked))
    how_it_goes().when(but(RECORD, **linked)).then(ATTENDANCE.model_copy(update=linked))
    how_it_goes().when(but(RECORD, goal=GOAL)).then(ATTENDANCE.model_copy(update={"goal": GOAL}))
    elsewhere = but(RECORD, intervention=INTERVENTION, goal=OTHER_GOAL)
    how_it_goes().when(elsewhere).refused("intervention_for_another_goal")
    unknown = but(RECORD, intervention=numbered(InterventionId, 9))
    how_it_goes().when(unknown).refused("intervention_unknown")
    reached = plans_say(GoalAchieved(family=FAMILY, goal=GOAL, revision=5))
    how_it_goes().with_known(reached).when(but(RECORD, intervention=INTERVENTION)).refused("goal_unknown")


def test_somebody_who_stands_by_the_family_says_how_included_it_feels() -> None:
    """T08, R23."""
    how_it_goes().when(ASK).then(INCLUDED).when(ASK).refused("registered_already")
    doctor = {"supporter": DOCTOR}
    how_it_goes().when(but(ASK, **doctor, by=BY_ANNA)).then(INCLUDED.model_copy(update=doctor))


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({"supporter": numbered(SupporterId, 9)}, "supporter_unknown"),
        ({"measured_on": TOMORROW}, "not_happened_yet"),
        ({"value": 6}, "value_outside_scale"),
    ],
    ids=str,
)
def test_the_answer_is_a_supporters_on_a_scale_and_was_given(wrong: dict[str, Any], code: str) -> None:
    """A27, INV-55, T08."""
    how_it_goes().when(but(ASK, **wrong)).refused(code)


def test_whoever_stands_by_the_family_no_more_isnt_asked() -> None:
    """T08."""
    left = contacts_say(SupporterLeft(family=FAMILY, supporter=FRIEND, reason="moved"))
    how_it_goes().with_known(left).when(ASK).refused("supporter_unknown")
