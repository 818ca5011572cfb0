"""Who came to a meeting, and who of the family sat at the head of the table."""

from contracts.ids import FamilyId, Id, MeetingId, PersonId
from contracts.meetings.events import (
    AttendanceCorrected,
    AttendanceRecorded,
    Attendee,
    AttendeeKind,
    FamilyChairRecorded,
    FamilyEvent,
)
from contracts.shapes import Code, Command, Part
from eventkeep.refused import Refused
from services.meetings.reference import Known
from services.meetings.rights import require_attached, require_members
from services.meetings.state import Meeting

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


# Decide


def record_attendance(known: Known, meeting: Meeting, command: RecordAttendance) -> list[FamilyEvent]:
    """Who came, once; what turns out later is a correction. INV-20, X-08."""
    attendees = _attendees(known, command.attendees, frozenset())
    if meeting.attendees == frozenset(attendees):
        return []
    if meeting.attendees is not None:
        raise Refused(
            "attendance_recorded_already",
            "It is recorded already who came.",
            "X-08",
            "Correct the attendance, with a reason.",
        )
    return [AttendanceRecorded(family=command.family, meeting=command.meeting, attendees=attendees)]


def correct_attendance(known: Known, meeting: Meeting, command: CorrectAttendance) -> list[FamilyEvent]:
    """Who came, as it turned out. X-08."""
    if meeting.attendees is None:
        raise Refused(
            "attendance_not_recorded",
            "It is not recorded yet who came.",
            "X-08",
            "Record the attendance first.",
        )
    attendees = _attendees(known, command.attendees, meeting.attendees)
    if meeting.attendees == frozenset(attendees):
        return []
    return [
        AttendanceCorrected(
            family=command.family, meeting=command.meeting, attendees=attendees, reason=command.reason
        )
    ]


def _attendees(
    known: Known, present: tuple[Present, ...], listed: frozenset[Attendee]
) -> tuple[Attendee, ...]:
    """Who came, each once. Who was listed before stays as listed: many leave a family afterwards."""
    before = {(each.kind, each.id): each for each in listed}
    fresh = [each for each in present if (each.kind, each.id) not in before]
    require_members(known, (p.id for p in fresh if p.kind is AttendeeKind.PERSON), "INV-20")
    require_attached(known, (p.id for p in fresh if p.kind is AttendeeKind.PROFESSIONAL), "INV-67")
    return tuple(
        before.get((each.kind, each.id)) or Attendee(kind=each.kind, id=each.id, adult=_adult(known, each))
        for each in dict.fromkeys(present)
    )


def _adult(known: Known, present: Present) -> bool:
    return present.kind is AttendeeKind.PERSON and present.id in known.contacts.adults


def record_family_chair(meeting: Meeting, command: RecordFamilyChair) -> list[FamilyEvent]:
    """Who of those who came sat at the head; recorded again where it was wrong. INV-20, X-08."""
    came = {each.id for each in meeting.attendees or () if each.kind is AttendeeKind.PERSON}
    if set(command.persons) - came:
        raise Refused(
            "chair_not_attending",
            "Only the family, and who came, can sit at the head.",
            "INV-20",
            "Record the attendance first.",
        )
    if meeting.chair == frozenset(command.persons):
        return []
    persons = tuple(dict.fromkeys(command.persons))
    return [FamilyChairRecorded(family=command.family, meeting=command.meeting, persons=persons)]
