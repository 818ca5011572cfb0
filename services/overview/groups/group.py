"""A group course as its own stream tells it: who leads it and takes part, when it meets, what it decides. P38, P39, R34."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from contracts.ids import ProposalId, SessionId
from contracts.meetings.events import (
    GroupActivityHeld,
    GroupAgendaAgreed,
    GroupAttendanceCorrected,
    GroupAttendanceRecorded,
    GroupChanged,
    GroupEnded,
    GroupEvent,
    GroupFormed,
    GroupOfferPresented,
    GroupProposalMade,
    GroupSessionCancelled,
    GroupSessionHeld,
    GroupSessionScheduled,
    ParticipantJoined,
    ParticipantLeft,
)
from eventkeep.evolved import replace

OfSession = (
    GroupSessionScheduled
    | GroupSessionCancelled
    | GroupSessionHeld
    | GroupAttendanceRecorded
    | GroupAttendanceCorrected
    | GroupAgendaAgreed
    | GroupOfferPresented
)


@dataclass(frozen=True)
class Session:
    """One session: what was said of it last of each thing. Who came stands as it was corrected last. X-08."""

    scheduled: GroupSessionScheduled | None = None
    cancelled: GroupSessionCancelled | None = None
    held: GroupSessionHeld | None = None
    came: GroupAttendanceRecorded | GroupAttendanceCorrected | None = None
    agenda: GroupAgendaAgreed | None = None
    offers: tuple[GroupOfferPresented, ...] = ()


@dataclass(frozen=True)
class Part:
    """Somebody's part in the group; until when, where it ended."""

    joined: ParticipantJoined
    left: ParticipantLeft | None = None


@dataclass(frozen=True)
class Group:
    """The group. Sessions and proposals in the order in which they were first spoken of."""

    formed: GroupFormed | None = None
    changed: GroupChanged | None = None
    ended: GroupEnded | None = None
    parts: tuple[Part, ...] = ()
    sessions: Mapping[SessionId, Session] = field(default_factory=dict)
    proposals: Mapping[ProposalId, GroupProposalMade] = field(default_factory=dict)
    activities: tuple[GroupActivityHeld, ...] = ()

    @property
    def leading(self) -> GroupFormed | GroupChanged | None:
        """What was said last of who leads it, and of its term."""
        return self.changed or self.formed


def evolve(group: Group, event: GroupEvent) -> Group:
    """The group after an event. Never refuses: the past has happened."""
    match event:
        case GroupFormed():
            return replace(group, formed=event)
        case GroupChanged():
            return replace(group, changed=event)
        case GroupEnded():
            return replace(group, ended=event)
        case ParticipantJoined():
            return replace(group, parts=(*group.parts, Part(event)))
        case ParticipantLeft():
            return replace(group, parts=tuple(_left(each, event) for each in group.parts))
        case GroupProposalMade():
            return replace(group, proposals={**group.proposals, event.proposal: event})
        case GroupActivityHeld():
            return replace(group, activities=(*group.activities, event))
        case _:
            session = _session(group.sessions.get(event.session, Session()), event)
            return replace(group, sessions={**group.sessions, event.session: session})


def _left(part: Part, event: ParticipantLeft) -> Part:
    its = part.left is None and part.joined.person == event.person
    return replace(part, left=event) if its else part


def _session(session: Session, event: OfSession) -> Session:
    match event:
        case GroupSessionScheduled():
            return replace(session, scheduled=event)
        case GroupSessionCancelled():
            return replace(session, cancelled=event)
        case GroupSessionHeld():
            return replace(session, held=event)
        case GroupAttendanceRecorded() | GroupAttendanceCorrected():
            return replace(session, came=event)
        case GroupAgendaAgreed():
            return replace(session, agenda=event)
        case GroupOfferPresented():
            return replace(session, offers=(*session.offers, event))


def held_on(group: Group, proposal: ProposalId) -> list[date]:
    """The days on which the group did what was proposed."""
    return sorted(each.held_on for each in group.activities if each.activity == proposal)
