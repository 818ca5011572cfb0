"""Who came to a meeting, who of the family sat at the head of the table, and who presented an own part."""

from datetime import date
from typing import assert_never

from contracts.contacts.events import Role
from contracts.ids import FamilyId, Id, MeetingId, PersonId
from contracts.meetings.events import (
    AttendanceCorrected,
    AttendanceRecorded,
    Attendee,
    AttendeeKind,
    FamilyChairRecorded,
    FamilyEvent,
    InviteeKind,
    PartPresented,
)
from contracts.shapes import Code, Command, Part, PartyKind
from eventkeep.clock import day_of, end_of
from eventkeep.evolved import replace
from eventkeep.refused import Refused
from services.meetings.invitations import invited
from services.meetings.named import not_over, require_attached, require_members, require_own
from services.meetings.reference import Known
from services.meetings.state import Meeting, State, changed, the_meeting

# Commands


class Present(Part):
    """Somebody at the meeting: a member of the family, an attached professional, or a supporter. INV-22."""

    kind: AttendeeKind
    id: Id


class RecordAttendance(Command):
    """Record who came (fremmøde). INV-20, INV-22."""

    family: FamilyId
    meeting: MeetingId
    attendees: tuple[Present, ...]


class CorrectAttendance(Command):
    """Correct who came; the earlier record stays in the stream (rettelse). X-08."""

    family: FamilyId
    meeting: MeetingId
    attendees: tuple[Present, ...]
    reason: Code


class RecordFamilyChair(Command):
    """Record who of the family sat at the head of the table, if anybody (for bordenden). INV-20."""

    family: FamilyId
    meeting: MeetingId
    persons: tuple[PersonId, ...]


class PresentPart(Command):
    """Record that a member presented his or her own part of the plan (fremlægge sin del). A03, P18, R06."""

    family: FamilyId
    meeting: MeetingId
    person: PersonId


AttendanceCommand = RecordAttendance | CorrectAttendance | RecordFamilyChair | PresentPart
AttendanceEvent = AttendanceRecorded | AttendanceCorrected | FamilyChairRecorded | PartPresented

# Decide


def decide_attendance(state: State, command: AttendanceCommand) -> list[FamilyEvent]:
    """Who was there may be recorded before or after the meeting is recorded as held, when its day has come."""
    meeting = the_meeting(state, command.meeting)
    if meeting.time >= end_of(day_of(command.at)):
        raise not_over()
    match command:
        case RecordAttendance():
            return _record(state, meeting, command)
        case CorrectAttendance():
            return _correct(state, meeting, command)
        case RecordFamilyChair():
            return _chair(meeting, command)
        case PresentPart():
            return _present(meeting, command)
        case _:
            assert_never(command)


def _record(state: State, meeting: Meeting, command: RecordAttendance) -> list[FamilyEvent]:
    """Who came, once; what turns out later is a correction. INV-20, X-08."""
    attendees = _attendees(state, meeting, command)
    if meeting.attendees == frozenset(attendees):
        return []
    if meeting.attendees is not None:
        raise Refused(
            "attendance_recorded_already",
            "It is recorded already who came.",
            "X-08",
            "Correct the attendance, with a reason.",
            danish="Det er allerede noteret, hvem der kom.",
            danish_next="Ret fremmødet, og begrund rettelsen.",
        )
    return [AttendanceRecorded(family=command.family, meeting=command.meeting, attendees=attendees)]


def _correct(state: State, meeting: Meeting, command: CorrectAttendance) -> list[FamilyEvent]:
    """Who came, as it turned out. X-08."""
    if meeting.attendees is None:
        raise Refused(
            "attendance_not_recorded",
            "It is not recorded yet who came.",
            "X-08",
            "Record the attendance first.",
            danish="Det er endnu ikke noteret, hvem der kom.",
            danish_next="Notér fremmødet først.",
        )
    attendees = _attendees(state, meeting, command)
    if meeting.attendees == frozenset(attendees):
        return []
    return [
        AttendanceCorrected(
            family=command.family, meeting=command.meeting, attendees=attendees, reason=command.reason
        )
    ]


def _attendees(
    state: State, meeting: Meeting, command: RecordAttendance | CorrectAttendance
) -> tuple[Attendee, ...]:
    """Who came, each once. Who was listed before stays as listed: many leave a family afterwards."""
    corrects = isinstance(command, CorrectAttendance)
    before = {(each.kind, each.id): each for each in (meeting.attendees or () if corrects else ())}
    fresh = [each for each in command.attendees if (each.kind, each.id) not in before]
    _require_one_capacity(state.known, day_of(meeting.time), command.attendees)
    guests = invited(state, command.meeting, InviteeKind.PROFESSIONAL)
    professionals = {p.id for p in fresh if p.kind is AttendeeKind.PROFESSIONAL}
    require_members(state.known, (p.id for p in fresh if p.kind is AttendeeKind.PERSON), "INV-20")
    require_attached(state.known, professionals - guests, "INV-67", day_of(meeting.time))
    return tuple(
        before.get((each.kind, each.id))
        or Attendee(kind=each.kind, id=each.id, adult=_adult(state.known, each))
        for each in dict.fromkeys(command.attendees)
    )


def _require_one_capacity(known: Known, day: date, attendees: tuple[Present, ...]) -> None:
    """A supporter is nobody who approves the plan, or is asked to: a team member can't be at the table as one. INV-21."""
    contacts = known.contacts
    others: set[str] = {each.id for each in attendees if each.kind is not AttendeeKind.SUPPORTER}
    others |= {*contacts.members, *contacts.attached, *contacts.team, *contacts.around_on(day)}
    if any(each.kind is AttendeeKind.SUPPORTER and each.id in others for each in attendees):
        raise Refused(
            "supporter_has_a_part",
            "Whoever is of the family, or attached to it, is at the table as that and not as a supporter.",
            "INV-22",
            "Record in which capacity each came.",
            danish="Den, der hører til familien eller er tilknyttet den, er med som det og ikke som støtteperson.",
            danish_next="Notér, i hvilken egenskab hver enkelt kom.",
        )


def _adult(known: Known, present: Present) -> bool:
    return present.kind is AttendeeKind.PERSON and present.id in known.contacts.of_role(Role.ADULT)


def _came(meeting: Meeting) -> set[str]:
    """Who of the family came."""
    return {each.id for each in meeting.attendees or () if each.kind is AttendeeKind.PERSON}


def _chair(meeting: Meeting, command: RecordFamilyChair) -> list[FamilyEvent]:
    """Who of those who came sat at the head; recorded again where it was wrong. INV-20, X-08."""
    if set(command.persons) - _came(meeting):
        raise Refused(
            "chair_not_attending",
            "Only the family, and who came, can sit at the head.",
            "INV-20",
            "Record the attendance first.",
            danish="Kun familiemedlemmer, der kom, kan sidde for bordenden.",
            danish_next="Notér fremmødet først.",
        )
    if meeting.chair == frozenset(command.persons):
        return []
    persons = tuple(dict.fromkeys(command.persons))
    return [FamilyChairRecorded(family=command.family, meeting=command.meeting, persons=persons)]


def _present(meeting: Meeting, command: PresentPart) -> list[FamilyEvent]:
    require_own(command.by, PartyKind.PERSON, command.person, "P18")
    if command.person not in _came(meeting):
        raise Refused(
            "presenter_not_attending",
            "Only members of the family who came present their parts.",
            "P18",
            "Record the attendance first.",
            danish="Kun familiemedlemmer, der kom, fremlægger deres del.",
            danish_next="Notér fremmødet først.",
        )
    if command.person in meeting.presented:
        return []
    return [PartPresented(family=command.family, meeting=command.meeting, person=command.person)]


# Evolve


def evolve_attendance(state: State, event: AttendanceEvent) -> State:
    """The meetings after an event. A correction stands instead of what was recorded before. X-08."""
    meeting = state.meetings.get(event.meeting)
    if meeting is None:
        return state
    match event:
        case AttendanceRecorded() | AttendanceCorrected():
            meeting = replace(meeting, attendees=frozenset(event.attendees))
        case FamilyChairRecorded():
            meeting = replace(meeting, chair=frozenset(event.persons))
        case PartPresented():
            meeting = replace(meeting, presented=meeting.presented | {event.person})
        case _:
            assert_never(event)
    return changed(state, event.meeting, meeting)
