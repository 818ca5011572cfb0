"""One network meeting as everybody attached sees it: called, invited to, attended, held, its minutes."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, assert_never

from contracts.ids import AgendaItemId, Id, InvitationId, MeetingId, PersonId
from contracts.meetings.events import (
    AgendaAgreed,
    AgendaItemProposed,
    AttendanceCorrected,
    AttendanceRecorded,
    Attendee,
    ExperienceRated,
    FacilitatorAssigned,
    FamilyChairRecorded,
    FollowUpLate,
    FollowUpOverdue,
    FurtherAssessmentWithdrawn,
    InvitationAnswer,
    InvitationAnswered,
    InvitationIssued,
    InvitationWithdrawn,
    MinutesPublished,
    NetworkMeetingCancelled,
    NetworkMeetingHeld,
    NetworkMeetingRescheduled,
    NetworkMeetingScheduled,
    PartPresented,
)
from eventkeep.clock import HERE
from eventkeep.evolved import replace

CallingEvent = (
    NetworkMeetingScheduled | NetworkMeetingRescheduled | NetworkMeetingCancelled | FacilitatorAssigned
)
InvitationEvent = InvitationIssued | InvitationAnswered | InvitationWithdrawn
TableEvent = (
    AgendaItemProposed
    | AgendaAgreed
    | AttendanceRecorded
    | AttendanceCorrected
    | FamilyChairRecorded
    | PartPresented
)
HeldEvent = (
    NetworkMeetingHeld
    | FurtherAssessmentWithdrawn
    | FollowUpLate
    | FollowUpOverdue
    | MinutesPublished
    | ExperienceRated
)
MeetingEvent = CallingEvent | InvitationEvent | TableEvent | HeldEvent


@dataclass(frozen=True)
class Meeting:
    """One meeting, with what stands of it now."""

    called: NetworkMeetingScheduled | None = None
    moved: NetworkMeetingRescheduled | None = None
    cancelled: NetworkMeetingCancelled | None = None
    facilitator: Id | None = None
    invitations: Mapping[InvitationId, InvitationIssued] = field(default_factory=dict)
    answers: Mapping[InvitationId, InvitationAnswer] = field(default_factory=dict)
    taken_back: Mapping[InvitationId, InvitationWithdrawn] = field(default_factory=dict)
    proposed: Mapping[AgendaItemId, AgendaItemProposed] = field(default_factory=dict)
    agenda: tuple[AgendaItemId, ...] = ()
    attendees: tuple[Attendee, ...] = ()
    chair: tuple[PersonId, ...] = ()
    presented: tuple[PersonId, ...] = ()
    held: NetworkMeetingHeld | None = None
    assessment_withdrawn: bool = False
    late: FollowUpLate | None = None
    overdue: FollowUpOverdue | None = None
    minutes: MinutesPublished | None = None

    @property
    def time(self) -> datetime | None:
        """When it was held, or else is called for."""
        if self.held:
            return self.held.held_at
        told = self.moved or self.called
        return told.starts_at if told else None


def evolve(meeting: Meeting, event: MeetingEvent) -> Meeting:
    """The meeting after an event. Never refuses: the past has happened."""
    if isinstance(event, CallingEvent):
        return _called(meeting, event)
    if isinstance(event, InvitationEvent):
        return _invited(meeting, event)
    if isinstance(event, TableEvent):
        return _at_the_table(meeting, event)
    return _held(meeting, event)


def _called(meeting: Meeting, event: CallingEvent) -> Meeting:
    match event:
        case NetworkMeetingScheduled():
            return replace(meeting, called=event)
        case NetworkMeetingRescheduled():
            return replace(meeting, moved=event)
        case NetworkMeetingCancelled():
            return replace(meeting, cancelled=event)
        case FacilitatorAssigned():
            return replace(meeting, facilitator=event.facilitator)
        case _:
            assert_never(event)


def _invited(meeting: Meeting, event: InvitationEvent) -> Meeting:
    match event:
        case InvitationIssued():
            return replace(meeting, invitations={**meeting.invitations, event.invitation: event})
        case InvitationAnswered():
            return replace(meeting, answers={**meeting.answers, event.invitation: event.answer})
        case InvitationWithdrawn():
            return replace(meeting, taken_back={**meeting.taken_back, event.invitation: event})
        case _:
            assert_never(event)


def _at_the_table(meeting: Meeting, event: TableEvent) -> Meeting:
    """A correction replaces. X-08."""
    match event:
        case AgendaItemProposed():
            return replace(meeting, proposed={**meeting.proposed, event.item: event})
        case AgendaAgreed():
            return replace(meeting, agenda=event.items)
        case AttendanceRecorded() | AttendanceCorrected():
            return replace(meeting, attendees=event.attendees)
        case FamilyChairRecorded():
            return replace(meeting, chair=event.persons)
        case PartPresented():
            return replace(meeting, presented=tuple(dict.fromkeys((*meeting.presented, event.person))))
        case _:
            assert_never(event)


def _held(meeting: Meeting, event: HeldEvent) -> Meeting:
    """How each member found the meeting is not for everybody, and stays out. C48."""
    match event:
        case NetworkMeetingHeld():
            return replace(meeting, held=event)
        case FurtherAssessmentWithdrawn():
            return replace(meeting, assessment_withdrawn=True)
        case FollowUpLate():
            return replace(meeting, late=event)
        case FollowUpOverdue():
            return replace(meeting, overdue=event)
        case MinutesPublished():
            return replace(meeting, minutes=event)
        case ExperienceRated():
            return meeting
        case _:
            assert_never(event)


def shown(name: MeetingId, meeting: Meeting) -> dict[str, Any]:
    """One meeting, held or only called. Where exactly it is, elsewhere than at home, isn't told. INV-20, INV-22."""
    told = meeting.held or meeting.called
    at = meeting.moved or meeting.called
    time = meeting.time
    return {
        "meeting": name,
        "kind": meeting.called and meeting.called.kind,
        "held": meeting.held is not None,
        "cancelled": meeting.cancelled is not None,
        "date": time and day(time),
        "starts_at": at and at.starts_at.isoformat(),
        "place": at and at.place,
        "revision": told and told.revision,
        "facilitator": meeting.facilitator,
        "chair": meeting.chair,
        "attendance": [{"kind": a.kind, "id": a.id, "adult": a.adult} for a in meeting.attendees],
        "presented": meeting.presented,
        "invitations": _invitations(meeting),
        "agenda": _agenda(meeting),
        **_looked_back(meeting.held),
        "follow_up_overdue": meeting.overdue is not None,
        "minutes": meeting.minutes
        and {
            "version": meeting.minutes.version,
            "words": meeting.minutes.words,
            "corrected_because": meeting.minutes.corrected_because,
        },
    }


def _invitations(meeting: Meeting) -> list[dict[str, Any]]:
    """In the order in which they were sent; who wanted them, and taken back. A18, INV-32, INV-33, INV-67."""
    back = meeting.taken_back
    return [
        {
            "invitation": each.invitation,
            "kind": each.invitee_kind,
            "id": each.invitee,
            "consented_by": each.consented_by,
            "reason": each.reason,
            "answer": meeting.answers.get(each.invitation),
            "withdrawn": each.invitation in back,
            "withdrawn_because": back[each.invitation].reason if each.invitation in back else None,
            "withdrawn_for": back[each.invitation].consented_by if each.invitation in back else (),
        }
        for each in meeting.invitations.values()
    ]


def _agenda(meeting: Meeting) -> list[dict[str, Any]]:
    """In the family's order; what it hasn't agreed to comes last, the first proposed first. A19."""
    told = meeting.proposed
    return [
        {
            "item": item,
            "agreed": item in meeting.agenda,
            "party_kind": told[item].party_kind if item in told else None,
            "party": told[item].party if item in told else None,
            "words": told[item].words if item in told else None,
        }
        for item in dict.fromkeys((*meeting.agenda, *told))
    ]


def _looked_back(held: NetworkMeetingHeld | None) -> dict[str, Any]:
    """That each child's wellbeing was looked at and whether there is a concern, not what was said. INV-46, INV-35."""
    return {
        "wellbeing": [{"person": w.person, "concern": w.concern} for w in (held.wellbeing if held else ())],
        "interim_reviews": [
            {"goal": r.goal, "reached": r.reached} for r in (held.interim_reviews if held else ())
        ],
        "gp_invited": held and held.gp_invited,
        "gp_not_invited_because": held and held.gp_not_invited_because,
    }


def day(time: datetime) -> date:
    """The day here. The first and the last day of the calendar can't be moved into another time zone."""
    try:
        return time.astimezone(HERE).date()
    except OverflowError:
        return time.date()
