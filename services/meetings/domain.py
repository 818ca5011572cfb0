"""The family's network meetings: called, attended with the family at the head of the table, held, agreed."""

from dataclasses import replace
from typing import assert_never

from pydantic import AwareDatetime

from contracts.ids import FamilyId, MeetingId, PlanId
from contracts.meetings.events import (
    AttendanceCorrected,
    AttendanceRecorded,
    FamilyChairRecorded,
    FamilyEvent,
    NetworkMeetingHeld,
    NetworkMeetingScheduled,
    Place,
    Revision,
)
from contracts.shapes import Command, Text
from eventkeep.refused import Refused
from services.meetings.agreements import HoldMeeting, agreements
from services.meetings.attendance import (
    CorrectAttendance,
    Present,
    RecordAttendance,
    RecordFamilyChair,
    correct_attendance,
    record_attendance,
    record_family_chair,
)
from services.meetings.reference import Known
from services.meetings.rights import require_may_write
from services.meetings.state import Meeting, State

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


FamilyCommand = ScheduleMeeting | RecordAttendance | CorrectAttendance | RecordFamilyChair | HoldMeeting


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
            return record_attendance(state.known, meeting, command)
        case CorrectAttendance():
            return correct_attendance(state.known, meeting, command)
        case RecordFamilyChair():
            return record_family_chair(meeting, command)
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
