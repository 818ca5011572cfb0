"""One of each command of meetings, given by somebody who may, and some more for a second meeting."""

from datetime import date, datetime

from contracts.ids import Id, PersonId
from contracts.meetings.events import (
    AgreementEnding,
    AttendeeKind,
    InvitationAnswer,
    InviteeKind,
    MeetingKind,
    Place,
)
from contracts.shapes import PartyKind
from services.meetings import domain
from services.meetings.actions import EndAgreement, MakeAgreement, NoteAgreementOverdue
from services.meetings.afterwards import CorrectMinutes, PublishMinutes, RateExperience
from services.meetings.agenda import AgreeAgenda, ProposeAgendaItem
from services.meetings.agreements import HoldMeeting
from services.meetings.attendance import (
    CorrectAttendance,
    Present,
    PresentPart,
    RecordAttendance,
    RecordFamilyChair,
)
from services.meetings.calling import AssignFacilitator, CancelMeeting, RescheduleMeeting, ScheduleMeeting
from services.meetings.closing import ResumeMeetings, SuspendMeetings
from services.meetings.follow_up import NoteAssessmentEnded, NoteFollowUpOverdue
from services.meetings.holding import WithdrawFurtherAssessment
from services.meetings.invitations import AnswerInvitation, InviteParticipant, WithdrawInvitation
from services.meetings.other_meetings import HoldOtherMeeting
from services.meetings.pre_meeting import HoldPreMeeting, WaivePreMeeting
from tests.unit.family import (
    ANNA,
    AT,
    BO,
    BY_ANNA,
    BY_SERVICE,
    BY_TEAM,
    FAMILY,
    GOAL,
    MEETING,
    PLAN,
    SOFIE,
    ULLA,
)
from tests.unit.group_story import OF_FAMILY
from tests.unit.meetings_story import (
    AGAIN,
    AGREEMENT,
    DOCTOR,
    FRIEND,
    INVITATION,
    ITEM,
    OTHER_MEETING,
    PRE_MEETING,
    YESTERDAY,
)
from tests.unit.story import STARTS


def present(*who: Id) -> tuple[Present, ...]:
    """Persons and professionals by whom they are."""
    kinds = {True: AttendeeKind.PERSON, False: AttendeeKind.PROFESSIONAL}
    return tuple(Present(kind=kinds[isinstance(each, PersonId)], id=each) for each in who)


HOLD_PRE = HoldPreMeeting(
    by=BY_TEAM,
    at=AT,
    family=FAMILY,
    meeting=PRE_MEETING,
    persons=(ANNA, BO),
    held_on=YESTERDAY,
)
WAIVE = WaivePreMeeting(by=BY_TEAM, at=AT, family=FAMILY, reason="Known for years.")
HOLD_OTHER = HoldOtherMeeting(
    by=BY_TEAM,
    at=AT,
    family=FAMILY,
    meeting=OTHER_MEETING,
    kind=MeetingKind.VISITATION,
    held_at=STARTS,
    professionals=(SOFIE,),
    persons=(ANNA,),
)
CALL = ScheduleMeeting(
    by=BY_TEAM, at=AT, family=FAMILY, meeting=MEETING, starts_at=STARTS, plan=PLAN, revision=1
)
MOVE = RescheduleMeeting(
    by=BY_TEAM,
    at=AT,
    family=FAMILY,
    meeting=MEETING,
    starts_at=datetime.fromisoformat("2024-03-08T09:00:00+00:00"),
    place=Place.HOME,
)
CANCEL = CancelMeeting(by=BY_TEAM, at=AT, family=FAMILY, meeting=MEETING, reason="illness")
FACILITATE = AssignFacilitator(by=BY_TEAM, at=AT, family=FAMILY, meeting=MEETING, facilitator=DOCTOR)
INVITE = InviteParticipant(
    by=BY_TEAM,
    at=AT,
    family=FAMILY,
    meeting=MEETING,
    invitation=INVITATION,
    invitee_kind=InviteeKind.SUPPORTER,
    invitee=FRIEND,
    consented_by=(ANNA,),
)
ANSWER = AnswerInvitation(
    by=BY_TEAM, at=AT, family=FAMILY, invitation=INVITATION, answer=InvitationAnswer.ACCEPTED
)
TAKE_BACK = WithdrawInvitation(
    by=BY_TEAM,
    at=AT,
    family=FAMILY,
    invitation=INVITATION,
    reason="changed their mind",
    consented_by=(ANNA,),
)
PROPOSE = ProposeAgendaItem(
    by=BY_TEAM,
    at=AT,
    family=FAMILY,
    meeting=MEETING,
    item=ITEM,
    party_kind=PartyKind.PERSON,
    party=BO,
    words="How I get to football.",
)
AGREE = AgreeAgenda(by=BY_TEAM, at=AT, family=FAMILY, meeting=MEETING, items=(ITEM,), agreed_by=(ANNA,))
ATTEND = RecordAttendance(
    by=BY_TEAM, at=AT, family=FAMILY, meeting=MEETING, attendees=present(ANNA, BO, SOFIE)
)
CORRECT = CorrectAttendance(
    by=BY_TEAM, at=AT, family=FAMILY, meeting=MEETING, attendees=present(ANNA, SOFIE), reason="wrong list"
)
SIT = RecordFamilyChair(by=BY_TEAM, at=AT, family=FAMILY, meeting=MEETING, persons=(ANNA,))
PRESENT = PresentPart(by=BY_TEAM, at=AT, family=FAMILY, meeting=MEETING, person=BO)
HOLD = HoldMeeting(
    by=BY_TEAM,
    at=AT,
    family=FAMILY,
    meeting=MEETING,
    held_at=STARTS,
    further_assessment_needed=True,
    further_assessment_domains=("health",),
    follow_up_on=date(2024, 5, 1),
    follow_up_persons=(ANNA, BO),
    follow_up_professionals=(SOFIE, ULLA),
    interim_goals=(GOAL,),
    deviation_procedure="Call Sofie the same day.",
    progress_persons=(ANNA,),
    progress_professionals=(ULLA,),
    progress_what="How the evenings go.",
    progress_every="weekly",
)
UNASSESS = WithdrawFurtherAssessment(
    by=BY_TEAM, at=AT, family=FAMILY, meeting=MEETING, reason="The school had looked already."
)
LATE = datetime.fromisoformat("2024-05-02T00:00:00+02:00")
NOTE_FOLLOW_UP = NoteFollowUpOverdue(
    by=BY_SERVICE, at=LATE, family=FAMILY, meeting=MEETING, due_on=date(2024, 5, 1)
)
NOTE_ASSESSMENT = NoteAssessmentEnded(by=BY_SERVICE, at=AT, family=FAMILY, ended_on=date(2024, 4, 1))
PROMISE = MakeAgreement(
    by=BY_TEAM,
    at=AT,
    family=FAMILY,
    meeting=MEETING,
    agreement=AGREEMENT,
    words="Ulla calls the school.",
    owner_kind=PartyKind.PROFESSIONAL,
    owner=ULLA,
    due_on=date(2024, 3, 8),
)
KEEP = EndAgreement(by=BY_TEAM, at=AT, family=FAMILY, agreement=AGREEMENT, ending=AgreementEnding.KEPT)
NOTE_AGREEMENT = NoteAgreementOverdue(
    by=BY_SERVICE, at=LATE, family=FAMILY, agreement=AGREEMENT, due_on=date(2024, 3, 8)
)
PUBLISH = PublishMinutes(by=BY_TEAM, at=AT, family=FAMILY, meeting=MEETING, words="We met at home.")
AMEND = CorrectMinutes(
    by=BY_TEAM, at=AT, family=FAMILY, meeting=MEETING, words="We met at Anna's.", reason="wrong place"
)
RATE = RateExperience(by=BY_ANNA, at=AT, family=FAMILY, meeting=MEETING, rating=4)
SUSPEND = SuspendMeetings(by=BY_SERVICE, at=AT, family=FAMILY, reason="goals reached")
RESUME = ResumeMeetings(by=BY_SERVICE, at=AT, family=FAMILY)
EVERY_COMMAND: tuple[domain.FamilyCommand, ...] = (
    HOLD_PRE,
    WAIVE,
    HOLD_OTHER,
    CALL,
    MOVE,
    CANCEL,
    FACILITATE,
    INVITE,
    ANSWER,
    TAKE_BACK,
    PROPOSE,
    AGREE,
    ATTEND,
    CORRECT,
    SIT,
    PRESENT,
    HOLD,
    UNASSESS,
    NOTE_FOLLOW_UP,
    NOTE_ASSESSMENT,
    PROMISE,
    KEEP,
    NOTE_AGREEMENT,
    PUBLISH,
    AMEND,
    RATE,
    SUSPEND,
    RESUME,
    *OF_FAMILY,
)
EVERY_EXAMPLE = (
    *EVERY_COMMAND,
    CALL.model_copy(update=AGAIN),
    HOLD.model_copy(update={**AGAIN, "held_at": AT}),
    ATTEND.model_copy(update=AGAIN),
    INVITE.model_copy(update={**AGAIN, "invitee": DOCTOR}),
    PROPOSE.model_copy(update=AGAIN),
)
"""With a second meeting, called to follow up the first one."""
