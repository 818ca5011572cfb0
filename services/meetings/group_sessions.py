"""When a group meets, who came, and which offers were presented to it. P38, P40, T15, X-08."""

from typing import ClassVar, assert_never

from pydantic import AwareDatetime

from contracts.ids import GroupId, OfferId, PersonId, SessionId
from contracts.meetings.events import (
    GroupAttendanceCorrected,
    GroupAttendanceRecorded,
    GroupEvent,
    GroupOfferPresented,
    GroupSessionCancelled,
    GroupSessionHeld,
    GroupSessionScheduled,
)
from contracts.shapes import Code, Command, Text
from eventkeep.clock import day_of, in_term
from eventkeep.evolved import replace
from eventkeep.refused import Refused
from services.meetings.group_state import (
    Session,
    State,
    changed,
    require_running,
    session_ahead,
    the_session,
)
from services.meetings.named import require_happened

# Commands


class ScheduleGroupSession(Command):
    """Agree when and where the group meets; again, under the same id, for another time (gruppemøde). P38, T15."""

    stream: ClassVar[str] = "group"
    group: GroupId
    session: SessionId
    starts_at: AwareDatetime
    place: Text


class CancelGroupSession(Command):
    """Cancel a session that is ahead (aflyse). P38."""

    stream: ClassVar[str] = "group"
    group: GroupId
    session: SessionId
    reason: Code


class HoldGroupSession(Command):
    """Record that the group met, and who of the participants came (fremmøde). P38, T15, C03."""

    stream: ClassVar[str] = "group"
    group: GroupId
    session: SessionId
    persons: tuple[PersonId, ...]


class CorrectGroupAttendance(Command):
    """Correct who came; the earlier record stays in the stream (rettelse). P38, X-08."""

    stream: ClassVar[str] = "group"
    group: GroupId
    session: SessionId
    persons: tuple[PersonId, ...]
    reason: Code


class PresentOfferToGroup(Command):
    """Record that an offer was presented in a session, as it is called today (præsentere tilbud). P40."""

    stream: ClassVar[str] = "group"
    group: GroupId
    session: SessionId
    offer: OfferId
    title: Text


SessionCommand = (
    ScheduleGroupSession
    | CancelGroupSession
    | HoldGroupSession
    | CorrectGroupAttendance
    | PresentOfferToGroup
)
SessionEvent = (
    GroupSessionScheduled
    | GroupSessionCancelled
    | GroupSessionHeld
    | GroupAttendanceRecorded
    | GroupAttendanceCorrected
    | GroupOfferPresented
)

# Decide


def decide_sessions(state: State, command: SessionCommand) -> list[GroupEvent]:
    """What a group's facilitators plan and record."""
    match command:
        case ScheduleGroupSession():
            return _schedule(state, command)
        case CancelGroupSession():
            session_ahead(state, command.session)
            return [
                GroupSessionCancelled(group=command.group, session=command.session, reason=command.reason)
            ]
        case HoldGroupSession():
            return _hold(state, command)
        case CorrectGroupAttendance():
            return _correct(state, command)
        case PresentOfferToGroup():
            return _present(state, command)
        case _:
            assert_never(command)


def _schedule(state: State, command: ScheduleGroupSession) -> list[GroupEvent]:
    """Within the group's term: weeks in term are what T15 counts."""
    require_running(state)
    if command.session in state.sessions:
        session_ahead(state, command.session)
    term = state.term
    if term is None or not in_term(term.starts_on, term.ends_on, day_of(command.starts_at)):
        raise Refused(
            "group_session_outside_term",
            "A group meets within its term.",
            "T15",
            "Choose a day within the term, or change the term first.",
            danish="Et hold mødes inden for sin periode.",
            danish_next="Vælg en dag inden for perioden, eller ændr perioden først.",
        )
    return [
        GroupSessionScheduled(
            group=command.group, session=command.session, starts_at=command.starts_at, place=command.place
        )
    ]


def _hold(state: State, command: HoldGroupSession) -> list[GroupEvent]:
    """Once: what turns out later about who came is a correction. X-08."""
    session, persons = the_session(state, command.session), frozenset(command.persons)
    if session.held and session.attendees == persons:
        return []
    session_ahead(state, command.session)
    require_happened(session.starts_at, command.at)
    _require_participants(state, session, persons)
    named = tuple(dict.fromkeys(command.persons))
    return [
        GroupSessionHeld(group=command.group, session=command.session, held_at=session.starts_at),
        GroupAttendanceRecorded(group=command.group, session=command.session, persons=named),
    ]


def _correct(state: State, command: CorrectGroupAttendance) -> list[GroupEvent]:
    session, persons = the_session(state, command.session), frozenset(command.persons)
    if session.attendees is None:
        raise Refused(
            "group_attendance_not_recorded",
            "It is not recorded yet who came to this session.",
            "X-08",
            "Record that the session was held first.",
            danish="Det er endnu ikke noteret, hvem der kom til gruppemødet.",
            danish_next="Notér først, at gruppemødet er holdt.",
        )
    if session.attendees == persons:
        return []
    _require_participants(state, session, persons - session.attendees)
    named = tuple(dict.fromkeys(command.persons))
    return [
        GroupAttendanceCorrected(
            group=command.group, session=command.session, persons=named, reason=command.reason
        )
    ]


def _require_participants(state: State, session: Session, persons: frozenset[PersonId]) -> None:
    """Who came took part in the group on the day, whether or not he or she does now."""
    day = day_of(session.starts_at)
    there = {who for who, each in state.participants.items() if each.there_on(day)}
    if persons - there:
        raise Refused(
            "not_a_participant",
            "Somebody named doesn't take part in this group.",
            "P38",
            "Let him or her join the group first.",
            danish="En af de nævnte er ikke med på holdet.",
            danish_next="Lad vedkommende komme med på holdet først.",
        )


def _present(state: State, command: PresentOfferToGroup) -> list[GroupEvent]:
    """In a session whose hour has come."""
    session = the_session(state, command.session)
    require_happened(session.starts_at, command.at)
    if command.offer in session.offers:
        return []
    return [
        GroupOfferPresented(
            group=command.group, session=command.session, offer=command.offer, title=command.title
        )
    ]


# Evolve


def evolve_sessions(state: State, event: SessionEvent) -> State:
    """The group after an event. A correction stands instead of what was recorded before. X-08."""
    if isinstance(event, GroupSessionScheduled):
        before = state.sessions.get(event.session)
        now = replace(before, starts_at=event.starts_at) if before else Session(event.starts_at)
        return changed(state, event.session, now)
    session = state.sessions.get(event.session)
    if session is None:
        return state
    match event:
        case GroupSessionCancelled():
            session = replace(session, cancelled=True)
        case GroupSessionHeld():
            session = replace(session, held=True)
        case GroupAttendanceRecorded() | GroupAttendanceCorrected():
            session = replace(session, attendees=frozenset(event.persons))
        case GroupOfferPresented():
            session = replace(session, offers=session.offers | {event.offer})
        case _:
            assert_never(event)
    return changed(state, event.session, session)
