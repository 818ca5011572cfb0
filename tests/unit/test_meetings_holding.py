"""What a held network meeting takes: the revision on the table, its six agreements, and the GP."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from pydantic import ValidationError

from contracts.contacts.events import AttachmentExpired
from contracts.ids import FamilyId, GoalId, PlanId
from contracts.meetings.events import FurtherAssessmentWithdrawn
from contracts.plans.events import GoalAchieved, GoalFate, GoalFateDecided, PlanClosed, PlanDrafted
from eventkeep.testing import folded
from services.meetings.agreements import HoldMeeting
from services.meetings.reference import Known, evolve_contacts, evolve_plans
from tests.unit.family import (
    ANNA,
    AT,
    FAMILY,
    GOAL,
    HOME_LAW,
    MEETING,
    OTHER_GOAL,
    PASSER_BY,
    PLAN,
    SOFIE,
    STRANGER,
    ULLA,
    attached,
    numbered,
)
from tests.unit.meetings_commands import HOLD, TAKE_BACK, UNASSESS
from tests.unit.meetings_story import ATTENDED, DOCTOR, INVITED, KNOWN, SAT, the_meeting
from tests.unit.story import DEFINED, HELD

UNASSESSED = FurtherAssessmentWithdrawn(
    family=FAMILY, meeting=MEETING, reason="The school had looked already."
)


def test_a_held_meeting_makes_its_six_agreements() -> None:
    """INV-25 to INV-30; A25, A26: what happens on deviation, and how progression is registered."""
    the_meeting(ATTENDED, SAT).when(HOLD).then(HELD).when(HOLD).refused("meeting_held_already")


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("further_assessment_needed", None),
        ("follow_up_on", None),
        ("follow_up_persons", None),
        ("interim_goals", None),
        ("deviation_procedure", " "),
        ("deviation_procedure", None),
        ("progress_what", ""),
        ("progress_every", ""),
    ],
)
def test_an_agreement_left_out_is_no_command_at_all(field: str, value: object) -> None:
    """INV-25, INV-26, INV-27, INV-28, INV-29, INV-30: required by type."""
    said = HOLD.model_dump(mode="json") | {field: value}
    with pytest.raises(ValidationError):
        HoldMeeting.model_validate(said)
    del said[field]
    with pytest.raises(ValidationError):
        HoldMeeting.model_validate(said)


def test_further_assessment_may_be_decided_away() -> None:
    """INV-25: no is a decision."""
    no = {"further_assessment_needed": False, "further_assessment_domains": ()}
    agreed = HELD.model_copy(update={"agreements": HELD.agreements.model_copy(update=no)})
    the_meeting().when(HOLD.model_copy(update=no)).then(agreed)


def test_the_follow_up_is_later_than_the_meeting() -> None:
    """INV-26: in days of Europe/Copenhagen; half past eleven in the evening UTC is the next day there."""
    for wrong in (date(2024, 2, 29), date(2024, 3, 1)):
        the_meeting().when(HOLD.model_copy(update={"follow_up_on": wrong})).refused("follow_up_not_later")
    evening = datetime(2024, 2, 29, 23, 30, tzinfo=UTC)
    late = HOLD.model_copy(update={"held_at": evening, "follow_up_on": date(2024, 3, 1)})
    the_meeting().when(late).refused("follow_up_not_later")


def test_the_family_takes_part_in_the_follow_up() -> None:
    """INV-27."""
    the_meeting().when(HOLD.model_copy(update={"follow_up_persons": ()})).refused("follow_up_without_family")
    strange = HOLD.model_copy(update={"follow_up_persons": (ANNA, STRANGER)})
    the_meeting().when(strange).refused("person_not_in_family")
    unattached = HOLD.model_copy(update={"follow_up_professionals": (PASSER_BY,)})
    the_meeting().when(unattached).refused("professional_not_attached")


def test_the_meeting_sets_goals_until_the_next_one() -> None:
    """INV-28: each in the plan's tree."""
    the_meeting().when(HOLD.model_copy(update={"interim_goals": ()})).refused("interim_goals_missing")
    unknown = HOLD.model_copy(update={"interim_goals": (GOAL, numbered(GoalId, 9))})
    the_meeting().when(unknown).refused("goal_not_in_plan")


MOVED_AWAY = GoalFateDecided(
    family=FAMILY, goal=GOAL, fate=GoalFate.MOVES, into=numbered(FamilyId, 2), revision=2
)


@pytest.mark.parametrize("ended", [GoalAchieved(family=FAMILY, goal=GOAL, revision=2), MOVED_AWAY])
def test_a_goal_until_the_next_meeting_is_open_on_the_table(ended: Any) -> None:
    """INV-28, R01: what ended after the meeting was open there; what had ended, or moved away, is no goal until then."""
    known = Known(KNOWN.contacts, evolve_plans(KNOWN.plans, ended))
    the_meeting().with_known(known).when(HOLD).then(HELD)
    the_meeting().with_known(known).when(HOLD.model_copy(update={"revision": 2})).refused("goal_not_open")


CLOSED_PLAN = PlanClosed(family=FAMILY, plan=PLAN, reason="goals reached")
NEXT_PLAN = (
    PlanDrafted(family=FAMILY, plan=numbered(PlanId, 2), revision=0),
    DEFINED.model_copy(update={"goal": numbered(GoalId, 3), "revision": 7}),
)


@pytest.mark.parametrize("since", [(CLOSED_PLAN,), (CLOSED_PLAN, *NEXT_PLAN)], ids=["closed", "another one"])
def test_a_meeting_over_a_plan_that_was_closed_since_is_recorded(since: Any) -> None:
    """INV-19, INV-28, R01: with that plan's own revisions and goals, never the next one's."""
    grown = DEFINED.model_copy(update={"goal": OTHER_GOAL, "revision": 3})
    known = Known(KNOWN.contacts, folded(evolve_plans, KNOWN.plans, grown, *since))
    at_meeting = the_meeting().with_known(known)
    at_meeting.when(HOLD).then(HELD)
    seen = {"revision": 3}
    at_meeting.when(HOLD.model_copy(update=seen)).then(HELD.model_copy(update=seen))
    for wrong in (0, 4, 7):
        at_meeting.when(HOLD.model_copy(update={"revision": wrong})).refused("revision_not_on_table")
    strange = HOLD.model_copy(update={"interim_goals": (GOAL, numbered(GoalId, 3))})
    at_meeting.when(strange).refused("goal_not_in_plan")


def test_whoever_is_named_was_attached_on_the_day_of_the_meeting() -> None:
    """X-01, INV-27, INV-30: on no day before or after the basis, whatever holds when it is recorded."""
    for dates, refused in (
        ({"valid_to": date(2024, 2, 29)}, True),
        ({"valid_to": date(2024, 3, 1)}, False),
        ({"valid_from": date(2024, 3, 2)}, True),
    ):
        basis = HOME_LAW.model_copy(update=dates)
        contacts = evolve_contacts(KNOWN.contacts, attached(ULLA).model_copy(update={"basis": basis}))
        around = the_meeting().with_known(Known(contacts, KNOWN.plans))
        for command in (
            HOLD.model_copy(update={"at": AT + timedelta(days=1), "progress_professionals": ()}),
            HOLD.model_copy(update={"at": AT + timedelta(days=1), "follow_up_professionals": (SOFIE,)}),
        ):
            outcome = around.when(command)
            assert (outcome.refusal and outcome.refusal.code) == (
                "professional_not_attached" if refused else None
            )


def test_whose_basis_expired_since_was_there_all_the_same() -> None:
    """X-01, R01."""
    expired = AttachmentExpired(family=FAMILY, professional=ULLA, due_on=date(2024, 3, 1))
    known = Known(evolve_contacts(KNOWN.contacts, expired), KNOWN.plans)
    the_meeting().with_known(known).when(HOLD.model_copy(update={"at": AT + timedelta(days=1)})).then(HELD)
    before = expired.model_copy(update={"due_on": date(2024, 2, 29)})
    gone = Known(evolve_contacts(KNOWN.contacts, before), KNOWN.plans)
    the_meeting().with_known(gone).when(HOLD).refused("professional_not_attached")


def test_the_meeting_says_who_registers_progression() -> None:
    """INV-30."""
    nobody = HOLD.model_copy(update={"progress_persons": (), "progress_professionals": ()})
    the_meeting().when(nobody).refused("progress_registrar_missing")
    strange = HOLD.model_copy(update={"progress_persons": (STRANGER,)})
    the_meeting().when(strange).refused("person_not_in_family")
    unattached = HOLD.model_copy(update={"progress_professionals": (PASSER_BY,)})
    the_meeting().when(unattached).refused("professional_not_attached")


def test_a_meeting_is_held_when_it_has_been() -> None:
    """A21."""
    later = HOLD.model_copy(update={"held_at": AT + timedelta(minutes=1)})
    the_meeting().when(later).refused("meeting_not_over")


def test_the_plan_on_the_table_may_have_grown_since_the_call() -> None:
    """INV-19: the meeting saw the revision it was called over, or a later one that exists."""
    grown = evolve_plans(KNOWN.plans, DEFINED.model_copy(update={"goal": OTHER_GOAL, "revision": 3}))
    at_meeting = the_meeting().with_known(Known(KNOWN.contacts, grown))
    at_meeting.when(HOLD).then(HELD)
    seen = {"revision": 3}
    at_meeting.when(HOLD.model_copy(update=seen)).then(HELD.model_copy(update=seen))
    for wrong in (0, 4):
        at_meeting.when(HOLD.model_copy(update={"revision": wrong})).refused("revision_not_on_table")


def test_whether_the_gp_was_invited_is_seen_and_never_refused() -> None:
    """INV-35, R19: without the GP a reason may be given; with the GP there is nothing to explain."""
    why = {"gp_not_invited_because": "Anna doesn't want it."}
    explained = HOLD.model_copy(update=why)
    the_meeting().when(explained).then(HELD.model_copy(update=why))
    gp_invited = INVITED.model_copy(update={"invitee": DOCTOR})
    with_gp = HELD.model_copy(update={"gp_invited": True})
    the_meeting(gp_invited).when(explained).then(with_gp)
    the_meeting(INVITED).when(HOLD).then(HELD)
    the_meeting(gp_invited).when(TAKE_BACK).after.when(HOLD).then(HELD)


def test_further_assessment_is_taken_back_with_a_reason() -> None:
    """P19, INV-23, INV-25: once, of a meeting that decided on it."""
    the_meeting(ATTENDED, SAT, HELD).when(UNASSESS).then(UNASSESSED).when(UNASSESS).then()
    the_meeting().when(UNASSESS).refused("meeting_not_held")
    no = {"further_assessment_needed": False, "further_assessment_domains": ()}
    decided_away = HELD.model_copy(update={"agreements": HELD.agreements.model_copy(update=no)})
    the_meeting(decided_away).when(UNASSESS).refused("further_assessment_not_needed")
