"""Who may give which command about a family's meetings: one table. INV-32, INV-40."""

from collections.abc import Callable, Mapping

from contracts.shapes import Actor, ActorKind, Command
from eventkeep.refused import Refused
from services.meetings import (
    actions,
    afterwards,
    agenda,
    agreements,
    attendance,
    calling,
    closing,
    follow_up,
    holding,
    invitations,
    other_meetings,
    participation,
    pre_meeting,
)
from services.meetings.known_contacts import Attachment
from services.meetings.relations import (
    ATTACHED,
    CASEWORKER,
    COORDINATOR,
    FAMILY,
    FIRST,
    INVITED,
    OWNER,
    SERVICE,
    TEAM,
    Relation,
    relations,
)
from services.meetings.state import State
from services.refusals import (
    family_closed,
    family_unknown,
    for_services_only,
    not_around_family,
    not_of_department,
)

_KEEP = frozenset({FAMILY, COORDINATOR, TEAM})
_HOST = frozenset({FAMILY, COORDINATOR})
_EVERYBODY_AROUND = frozenset({FAMILY, COORDINATOR, TEAM, ATTACHED})
_BEFORE_ALL = frozenset({FAMILY, ATTACHED, FIRST})

RIGHTS: Mapping[type[Command], frozenset[Relation]] = {
    pre_meeting.HoldPreMeeting: _BEFORE_ALL,
    pre_meeting.WaivePreMeeting: _BEFORE_ALL,
    other_meetings.HoldOtherMeeting: frozenset({COORDINATOR, TEAM, CASEWORKER, FIRST}),
    calling.ScheduleMeeting: _KEEP,
    calling.RescheduleMeeting: _KEEP,
    calling.CancelMeeting: _KEEP,
    calling.AssignFacilitator: _KEEP,
    invitations.InviteParticipant: _HOST,
    invitations.AnswerInvitation: frozenset({INVITED, COORDINATOR}),
    invitations.WithdrawInvitation: _HOST,
    agenda.ProposeAgendaItem: _EVERYBODY_AROUND,
    agenda.AgreeAgenda: _KEEP,
    attendance.RecordAttendance: _KEEP,
    attendance.CorrectAttendance: _KEEP,
    attendance.RecordFamilyChair: _KEEP,
    attendance.PresentPart: _KEEP,
    agreements.HoldMeeting: _KEEP,
    holding.WithdrawFurtherAssessment: _KEEP,
    follow_up.NoteFollowUpOverdue: frozenset({SERVICE}),
    follow_up.NoteAssessmentEnded: frozenset({SERVICE}),
    actions.MakeAgreement: _KEEP,
    actions.EndAgreement: _KEEP | {OWNER},
    actions.NoteAgreementOverdue: frozenset({SERVICE}),
    afterwards.PublishMinutes: _KEEP,
    afterwards.CorrectMinutes: _KEEP,
    afterwards.RateExperience: frozenset({FAMILY}),
    closing.SuspendMeetings: frozenset({SERVICE}),
    closing.ResumeMeetings: frozenset({SERVICE}),
    participation.JoinGroup: _KEEP,
    participation.LeaveGroup: _KEEP,
    participation.EndParticipation: frozenset({SERVICE}),
    participation.FollowGroup: frozenset({SERVICE}),
    participation.ReviewParticipation: frozenset({SERVICE}),
}
"""In which relations a command may be given; one is enough. Being informed gives no right to change. INV-40."""

OPENS = (
    pre_meeting.HoldPreMeeting,
    pre_meeting.WaivePreMeeting,
    other_meetings.HoldOtherMeeting,
    calling.ScheduleMeeting,
    calling.RescheduleMeeting,
    invitations.InviteParticipant,
    agenda.ProposeAgendaItem,
    participation.JoinGroup,
)
"""What a closed case takes no more. What was held is still recorded, corrected and ended. R01."""

RECORDS = (
    calling.CancelMeeting,
    attendance.RecordAttendance,
    attendance.CorrectAttendance,
    attendance.RecordFamilyChair,
    attendance.PresentPart,
    agreements.HoldMeeting,
    holding.WithdrawFurtherAssessment,
    actions.MakeAgreement,
    actions.EndAgreement,
    afterwards.PublishMinutes,
    afterwards.CorrectMinutes,
)
"""What is recorded of meetings that had been called before a case was closed: nobody is left on its team. R01."""


def require_right(state: State, command: Command) -> None:
    """Refuses whoever stands in none of the relations that the table names, and what opens anew in a closed case."""
    allowed, contacts = RIGHTS[type(command)], state.known.contacts
    if allowed == {SERVICE}:
        if command.by.kind is not ActorKind.SERVICE:
            raise _refusal(allowed)
        return
    if not contacts.registered:
        raise family_unknown()
    _require_of_department(contacts.attached.get(command.by.id), command.by)
    staff = command.by.kind is ActorKind.PROFESSIONAL
    records = staff and contacts.closed and isinstance(command, RECORDS)
    if not records and not allowed & relations(state, command):
        raise _refusal(allowed)
    if contacts.closed and isinstance(command, OPENS):
        raise family_closed()


def _require_of_department(attached: Attachment | None, by: Actor) -> None:
    """A department's system speaks for its own people alone. INV-58."""
    if by.through is not None and (attached is None or attached.department != by.through):
        raise not_of_department()


_WHY: Mapping[Relation, Callable[[], Refused]] = {
    SERVICE: for_services_only,
    INVITED: lambda: Refused(
        "invited_or_coordinator_only",
        "The one who is invited answers, or the coordinator records it.",
        "A18",
        "Let the one who is invited answer.",
        danish="Den indkaldte svarer, eller koordinatoren noterer svaret.",
        danish_next="Lad den indkaldte svare.",
    ),
    ATTACHED: not_around_family,
    FIRST: not_around_family,
    TEAM: lambda: Refused(
        "not_on_team",
        "Only the family, its coordinator and its team keep its meetings.",
        "INV-40",
        "Ask the coordinator.",
        danish="Kun familien, koordinatoren og teamet tager sig af møderne.",
        danish_next="Spørg koordinatoren.",
    ),
    COORDINATOR: lambda: Refused(
        "family_or_coordinator_only",
        "Invitations go out in the family's name, from a member of it or its coordinator.",
        "INV-32",
        "Ask the family or its coordinator to invite.",
        danish="Familien inviterer; et familiemedlem eller koordinatoren sender indkaldelsen.",
        danish_next="Bed familien eller koordinatoren om at indkalde.",
    ),
    FAMILY: lambda: Refused(
        "family_only",
        "Only a member of the family says this, for himself or herself.",
        "C48",
        "Let the member say it.",
        danish="Det siger kun et familiemedlem, for sig selv.",
        danish_next="Lad familiemedlemmet sige det.",
    ),
}
"""Why not, by the first of these relations in which a command may be given."""


def _refusal(allowed: frozenset[Relation]) -> Refused:
    return next(why for relation, why in _WHY.items() if relation in allowed)()
