"""When a meeting carries the plan's approval. What the plan itself must hold has tests of its own."""

import pytest

from contracts.ids import FocusAreaId, Id, MeetingId, PersonId
from contracts.meetings.events import (
    AttendanceCorrected,
    AttendanceRecorded,
    Attendee,
    AttendeeKind,
    FamilyChairRecorded,
    NetworkMeetingScheduled,
    Place,
)
from contracts.meetings.events import FamilyEvent as MeetingsEvent
from contracts.plans.events import (
    Answer,
    Approval,
    FamilyEvent,
    FocusAreaAdded,
    PlanApproved,
)
from eventkeep.testing import Given, folded, given
from services.plans.approval import ApprovePlan, ProfessionalAnswer
from services.plans.doubt import QuestionApproval
from services.plans.focus_areas import AddFocusArea
from services.plans.reference import ContactsFacts, Known, MeetingsFacts, evolve_contacts, evolve_meetings
from tests.unit.family import (
    ANNA,
    AROUND,
    AT,
    BO,
    BY_ANNA,
    BY_INFORMED,
    BY_SERVICE,
    BY_TEAM,
    FAMILY,
    MEETING,
    PLAN,
    SOFIE,
    STRANGER,
    TOMAS,
    ULLA,
    numbered,
    person,
)
from tests.unit.planning import PLANS, READY
from tests.unit.story import DEFINED, DRAFTED, HELD, HELPED

CONTACTS = folded(evolve_contacts, ContactsFacts(), *AROUND)
OTHER_MEETING = numbered(MeetingId, 2)


def came(*who: Id, adult: bool = True) -> tuple[Attendee, ...]:
    """Attendees by whom they are: Anna counts as an adult of the family."""
    return tuple(
        Attendee(kind=AttendeeKind.PERSON, id=each, adult=adult and each == ANNA)
        if isinstance(each, PersonId)
        else Attendee(kind=AttendeeKind.PROFESSIONAL, id=each)
        for each in who
    )


FOCUS = numbered(FocusAreaId, 1)
CALM = FocusAreaAdded(family=FAMILY, focus_area=FOCUS, title="Calm", revision=3)
CALLED = NetworkMeetingScheduled(
    family=FAMILY, meeting=MEETING, starts_at=AT, place=Place.HOME, plan=PLAN, revision=2
)
ATTENDED = AttendanceRecorded(family=FAMILY, meeting=MEETING, attendees=came(ANNA, BO, SOFIE, TOMAS, ULLA))
CHAIRED = FamilyChairRecorded(family=FAMILY, meeting=MEETING, persons=(ANNA,))
NO_MORE = HELD.agreements.model_copy(update={"further_assessment_needed": False})
MEETING_HELD = HELD.model_copy(update={"revision": 2, "agreements": NO_MORE})
GOOD_MEETING = (CALLED, ATTENDED, CHAIRED, MEETING_HELD)

APPROVE = ApprovePlan(
    by=BY_TEAM,
    at=AT,
    family=FAMILY,
    meeting=MEETING,
    answers=(
        ProfessionalAnswer(professional=SOFIE, answer=Answer.APPROVED),
        ProfessionalAnswer(professional=TOMAS, answer=Answer.RESERVED, reservation="Too much at once."),
    ),
    approved_by=(ANNA,),
)
APPROVED = PlanApproved(
    family=FAMILY,
    plan=PLAN,
    revision=2,
    meeting=MEETING,
    approvals=(
        Approval(family=FAMILY, professional=SOFIE, answer=Answer.APPROVED),
        Approval(family=FAMILY, professional=TOMAS, answer=Answer.RESERVED, reservation="Too much at once."),
    ),
    approved_by=(ANNA,),
)
LOOK_AGAIN = QuestionApproval(by=BY_SERVICE, at=AT, family=FAMILY, meeting=MEETING, meetings_version=5)


def corrected(*who: Id, adult: bool = True) -> AttendanceCorrected:
    """It turned out that these came."""
    attendees = came(*who, adult=adult)
    return AttendanceCorrected(family=FAMILY, meeting=MEETING, attendees=attendees, reason="wrong list")


def known(*events: MeetingsEvent) -> Known:
    """The family as contacts knows it, and these meetings."""
    return Known(CONTACTS, folded(evolve_meetings, MeetingsFacts(), *events))


def the_plan(*events: FamilyEvent) -> Given:
    """A plan that is ready, with a goal and an intervention, at revision 2."""
    return given(PLANS, DRAFTED, *READY, DEFINED, HELPED, *events)


def test_the_plan_is_approved_at_a_held_meeting() -> None:
    """INV-19, INV-20, INV-21: a reservation with words doesn't block."""
    the_plan().with_known(known(*GOOD_MEETING)).when(APPROVE).then(APPROVED)


def test_approving_does_not_raise_the_revision() -> None:
    """INV-19: only content does."""
    approved = the_plan().with_known(known(*GOOD_MEETING)).when(APPROVE).then(APPROVED)
    approved.when(AddFocusArea(by=BY_TEAM, at=AT, family=FAMILY, focus_area=FOCUS, title="Calm")).then(CALM)


@pytest.mark.parametrize("meetings", [(), (CALLED, ATTENDED, CHAIRED)], ids=["unknown", "not held yet"])
def test_a_plan_is_approved_only_at_a_held_meeting(meetings: tuple[MeetingsEvent, ...]) -> None:
    """INV-19."""
    the_plan().with_known(known(*meetings)).when(APPROVE).refused("meeting_not_held")


def test_nothing_is_approved_unseen() -> None:
    """INV-19: the plan changed after the meeting, or another one was on the table."""
    late = the_plan(CALM).with_known(known(*GOOD_MEETING))
    refusal = late.when(APPROVE).refused("plan_changed_since_meeting")
    assert refusal.facts == {"on_the_table": "2", "revision": "3"}
    other = MEETING_HELD.model_copy(update={"plan": numbered(type(PLAN), 2)})
    the_plan().with_known(known(*GOOD_MEETING, other)).when(APPROVE).refused("plan_changed_since_meeting")


def test_an_adult_of_the_family_is_present() -> None:
    """INV-20."""
    for attendance in (corrected(SOFIE, TOMAS), corrected(BO, SOFIE), corrected(ANNA, SOFIE, adult=False)):
        meetings = known(*GOOD_MEETING, attendance)
        the_plan().with_known(meetings).when(APPROVE).refused("no_adult_present")


def test_the_family_sits_at_the_head_of_the_table() -> None:
    """INV-20: nobody recorded there, nobody there, or only somebody who turned out not to have come."""
    nobody = CHAIRED.model_copy(update={"persons": ()})
    absent = (CALLED, ATTENDED, CHAIRED.model_copy(update={"persons": (BO,)}), MEETING_HELD, corrected(ANNA))
    for meetings in ((CALLED, ATTENDED, MEETING_HELD), (*GOOD_MEETING, nobody), absent):
        the_plan().with_known(known(*meetings)).when(APPROVE).refused("family_not_at_head")


def test_the_family_approves_each_for_himself_or_herself() -> None:
    """INV-20."""
    at_meeting = the_plan().with_known(known(*GOOD_MEETING))
    at_meeting.when(APPROVE.model_copy(update={"approved_by": ()})).refused("approval_without_family")
    at_meeting.when(APPROVE.model_copy(update={"by": person(BO)})).refused("approval_without_family")
    at_meeting.when(APPROVE.model_copy(update={"by": BY_ANNA})).then(APPROVED)
    strange = APPROVE.model_copy(update={"approved_by": (ANNA, STRANGER)})
    at_meeting.when(strange).refused("approver_not_present")


def test_every_team_member_present_answers() -> None:
    """INV-21: silence is no answer."""
    silent = APPROVE.model_copy(update={"answers": APPROVE.answers[:1]})
    the_plan().with_known(known(*GOOD_MEETING)).when(silent).refused("approval_missing")


def test_an_absent_team_member_is_not_asked() -> None:
    """INV-21: of the team, those who were present."""
    only_sofie = APPROVE.model_copy(update={"answers": APPROVE.answers[:1]})
    approved = APPROVED.model_copy(update={"approvals": APPROVED.approvals[:1]})
    meetings = known(*GOOD_MEETING, corrected(ANNA, SOFIE))
    the_plan().with_known(meetings).when(only_sofie).then(approved)
    the_plan().with_known(meetings).when(APPROVE).refused("approver_not_present")


def test_a_supporter_backs_the_plan_and_never_approves_it() -> None:
    """INV-22: a supporter's answer is not taken, and none is missing."""
    supporter = Attendee(kind=AttendeeKind.SUPPORTER, id=TOMAS)
    meetings = known(
        *GOOD_MEETING, corrected().model_copy(update={"attendees": (*came(ANNA, SOFIE), supporter)})
    )
    the_plan().with_known(meetings).when(APPROVE).refused("approver_not_present")
    without = APPROVE.model_copy(update={"answers": APPROVE.answers[:1]})
    approved = APPROVED.model_copy(update={"approvals": APPROVED.approvals[:1]})
    the_plan().with_known(meetings).when(without).then(approved)


@pytest.mark.parametrize(
    "unclear",
    [
        ProfessionalAnswer(professional=ULLA, answer=Answer.RESERVED),
        ProfessionalAnswer(professional=ULLA, answer=Answer.APPROVED, reservation="But."),
        ProfessionalAnswer(professional=SOFIE, answer=Answer.APPROVED),
    ],
    ids=["a reservation without words", "an approval with a reservation", "two answers"],
)
def test_an_answer_is_clear(unclear: ProfessionalAnswer) -> None:
    """INV-21."""
    answers = APPROVE.model_copy(update={"answers": (*APPROVE.answers, unclear)})
    the_plan().with_known(known(*GOOD_MEETING)).when(answers).refused("approval_unclear")


def test_the_informed_do_not_approve_in_the_familys_name() -> None:
    """INV-40."""
    informed = APPROVE.model_copy(update={"by": BY_INFORMED})
    the_plan().with_known(known(*GOOD_MEETING)).when(informed).refused("not_on_team")


def test_approving_again_says_nothing_new_unless_an_answer_does() -> None:
    """INV-21: the same answers make nothing true; a changed answer does."""
    yes = APPROVE.model_copy(
        update={
            "answers": (
                APPROVE.answers[0],
                ProfessionalAnswer(professional=TOMAS, answer=Answer.APPROVED),
            )
        }
    )
    approvals = (APPROVED.approvals[0], Approval(family=FAMILY, professional=TOMAS, answer=Answer.APPROVED))
    all_yes = APPROVED.model_copy(update={"approvals": approvals})
    first = the_plan(APPROVED).with_known(known(*GOOD_MEETING))
    first.when(yes).then(all_yes).when(yes).then()
