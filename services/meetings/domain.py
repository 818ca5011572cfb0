"""The family's network meetings: called, attended with the family at the head of the table, held, agreed."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import assert_never

from pydantic import AwareDatetime

from contracts.ids import FamilyId, Id, MeetingId, PersonId, PlanId
from contracts.meetings.events import (
    AttendanceCorrected,
    AttendanceRecorded,
    Attendee,
    AttendeeKind,
    FamilyChairRecorded,
    FamilyEvent,
    NetworkMeetingHeld,
    NetworkMeetingScheduled,
    Place,
    Revision,
)
from contracts.shapes import Code, Command, Part, Text
from eventkeep.refused import Refused
from services.meetings.agreements import HoldMeeting, agreements
from services.meetings.reference import Known
from services.meetings.rights import require_attached, require_may_write, require_members

__all__ = [
    "CorrectAttendance",
    "FamilyCommand",
    "HoldMeeting",
    "Present",
    "RecordAttendance",
    "RecordFamilyChair",
    "ScheduleMeeting",
    "State",
    "decide",
    "evolve",
]

# Commands


class ScheduleMeeting(Command):
    """Call a network meeting over the plan as it is now, at home unless a reason is given. A21, INV-34."""

    family: FamilyId
    meeting: MeetingId
    starts_at: AwareDatetime
    place: Place = Place.HOME
    place_reason: Text | None = None
    plan: PlanId
    revision: Revision


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


FamilyCommand = ScheduleMeeting | RecordAttendance | CorrectAttendance | RecordFamilyChair | HoldMeeting

# State


@dataclass(frozen=True)
class Meeting:
    """One network meeting. `None` says that nothing is recorded yet."""

    plan: PlanId
    revision: int
    attendees: frozenset[Attendee] | None = None
    chair: frozenset[PersonId] | None = None
    held: bool = False


@dataclass(frozen=True)
class State:
    """The family's meetings."""

    meetings: Mapping[MeetingId, Meeting] = field(default_factory=dict)
    known: Known = field(default_factory=Known)


# Decide


def decide(state: State, command: FamilyCommand) -> list[FamilyEvent]:
    """What a command makes true, or why it is refused."""
    require_may_write(state.known, command.by)
    if isinstance(command, ScheduleMeeting):
        return _schedule(state, command)
    meeting = state.meetings.get(command.meeting)
    if meeting is None:
        raise Refused(
            "meeting_unknown", "No such meeting has been called.", "A21", "Schedule the meeting first."
        )
    match command:
        case RecordAttendance():
            return _attend(state.known, meeting, command)
        case CorrectAttendance():
            return _correct(state.known, meeting, command)
        case RecordFamilyChair():
            return _chair(meeting, command)
        case HoldMeeting():
            return _hold(state.known, meeting, command)
        case _:
            assert_never(command)


def _schedule(state: State, command: ScheduleMeeting) -> list[FamilyEvent]:
    if command.meeting in state.meetings:
        raise Refused(
            "meeting_scheduled_already",
            "This meeting has been called already.",
            "A21",
            "Choose a new id for a new meeting.",
        )
    current = state.known.plans
    if (command.plan, command.revision) != (current.plan, current.revision):
        raise Refused(
            "revision_not_current",
            "The plan on the table is the current one.",
            "INV-19",
            "Call the meeting over the current revision.",
            {"revision": str(current.revision)},
        )
    if command.place is Place.OTHER and command.place_reason is None:
        raise Refused(
            "place_without_reason",
            "The network meets at home, or says why not.",
            "INV-34",
            "Give the reason.",
        )
    return [
        NetworkMeetingScheduled(
            family=command.family,
            meeting=command.meeting,
            starts_at=command.starts_at,
            place=command.place,
            place_reason=command.place_reason,
            plan=command.plan,
            revision=command.revision,
        )
    ]


def _attend(known: Known, meeting: Meeting, command: RecordAttendance) -> list[FamilyEvent]:
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


def _correct(known: Known, meeting: Meeting, command: CorrectAttendance) -> list[FamilyEvent]:
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


def _chair(meeting: Meeting, command: RecordFamilyChair) -> list[FamilyEvent]:
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


def _hold(known: Known, meeting: Meeting, command: HoldMeeting) -> list[FamilyEvent]:
    if meeting.held:
        raise Refused(
            "meeting_held_already",
            "This meeting has been held and its agreements made.",
            "A21",
            "Call a new meeting.",
        )
    if command.held_at > command.at:
        raise Refused(
            "meeting_not_over",
            "A meeting is recorded as held when it has been.",
            "A21",
            "Record it afterwards.",
        )
    revision = meeting.revision if command.revision is None else command.revision
    if not meeting.revision <= revision <= known.plans.revision:
        raise Refused(
            "revision_not_on_table",
            "That revision of the plan was not on the table.",
            "INV-19",
            "Name the revision that the meeting saw.",
            {"revision": str(known.plans.revision)},
        )
    return [
        NetworkMeetingHeld(
            family=command.family,
            meeting=command.meeting,
            plan=meeting.plan,
            revision=revision,
            held_at=command.held_at,
            agreements=agreements(known, command),
        )
    ]


# Evolve


def evolve(state: State, event: FamilyEvent) -> State:
    """The meetings after an event. It never refuses: the past has happened."""
    if isinstance(event, NetworkMeetingScheduled):
        return _with(state, event.meeting, Meeting(event.plan, event.revision))
    meeting = state.meetings.get(event.meeting)
    if meeting is None:
        return state  # called by an event of a newer version, which was skipped
    match event:
        case AttendanceRecorded() | AttendanceCorrected():
            return _with(state, event.meeting, replace(meeting, attendees=frozenset(event.attendees)))
        case FamilyChairRecorded():
            return _with(state, event.meeting, replace(meeting, chair=frozenset(event.persons)))
        case NetworkMeetingHeld():
            return _with(state, event.meeting, replace(meeting, revision=event.revision, held=True))
        case _:
            assert_never(event)


def _with(state: State, meeting: MeetingId, now: Meeting) -> State:
    return replace(state, meetings={**state.meetings, meeting: now})
