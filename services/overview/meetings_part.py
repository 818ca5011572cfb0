"""How the network met and what it agreed: the part of the family plan that meetings tells."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any, assert_never
from zoneinfo import ZoneInfo

from contracts.ids import FamilyId, MeetingId, PersonId
from contracts.meetings.events import (
    AttendanceCorrected,
    AttendanceRecorded,
    Attendee,
    FamilyChairRecorded,
    FamilyEvent,
    NetworkMeetingHeld,
    NetworkMeetingScheduled,
)

HERE = ZoneInfo("Europe/Copenhagen")


@dataclass(frozen=True)
class Meeting:
    """One meeting, with what stands of it now."""

    called: NetworkMeetingScheduled | None = None
    attendees: tuple[Attendee, ...] = ()
    chair: tuple[PersonId, ...] = ()
    held: NetworkMeetingHeld | None = None


@dataclass(frozen=True)
class Meetings:
    """The family's meetings, in the order in which they were first spoken of."""

    family: FamilyId | None = None
    meetings: Mapping[MeetingId, Meeting] = field(default_factory=dict)


def evolve(part: Meetings, event: FamilyEvent) -> Meetings:
    """The meetings after an event. Never refuses: the past has happened. A correction replaces. X-08."""
    meeting = part.meetings.get(event.meeting, Meeting())
    match event:
        case NetworkMeetingScheduled():
            meeting = replace(meeting, called=event)
        case AttendanceRecorded() | AttendanceCorrected():
            meeting = replace(meeting, attendees=event.attendees)
        case FamilyChairRecorded():
            meeting = replace(meeting, chair=event.persons)
        case NetworkMeetingHeld():
            meeting = replace(meeting, held=event)
        case _:
            assert_never(event)
    return Meetings(event.family, {**part.meetings, event.meeting: meeting})


def held_on(part: Meetings) -> dict[str, date]:
    """The days of the held meetings."""
    return {meeting: _day(each.held.held_at) for meeting, each in part.meetings.items() if each.held}


def shown(part: Meetings, goals: Collection[str]) -> dict[str, Any]:
    """What everybody attached sees of it. `goals` are those of the plan."""
    return {**_agreed(part, goals), "meetings": [_meeting(*each) for each in _in_order(part)]}


def _in_order(part: Meetings) -> list[tuple[MeetingId, Meeting]]:
    """By when they were held, or else are called for; where no time is known, last."""
    timed = [(_time(each), number, meeting) for number, (meeting, each) in enumerate(part.meetings.items())]
    dated = sorted((time, number, meeting) for time, number, meeting in timed if time is not None)
    undated = [meeting for time, _, meeting in timed if time is None]
    return [(meeting, part.meetings[meeting]) for meeting in [*(m for _, _, m in dated), *undated]]


def _time(meeting: Meeting) -> datetime | None:
    if meeting.held:
        return meeting.held.held_at
    return meeting.called.starts_at if meeting.called else None


def _meeting(name: MeetingId, meeting: Meeting) -> dict[str, Any]:
    """One meeting, held or only called. INV-20, INV-22, INV-34."""
    told = meeting.held or meeting.called
    time = _time(meeting)
    return {
        "meeting": name,
        "held": meeting.held is not None,
        "date": time and _day(time),
        "starts_at": meeting.called and meeting.called.starts_at.isoformat(),
        "place": meeting.called and meeting.called.place,
        "revision": told and told.revision,
        "chair": meeting.chair,
        "attendance": [{"kind": a.kind, "id": a.id, "adult": a.adult} for a in meeting.attendees],
    }


def _agreed(part: Meetings, goals: Collection[str]) -> dict[str, Any]:
    """What the latest held meeting agreed, which stands until the next one. INV-25 to INV-30."""
    held = [meeting.held for _, meeting in _in_order(part) if meeting.held]
    agreed = held[-1].agreements if held else None
    return {
        "agreed_at_meeting": held[-1].meeting if held else None,
        "next_follow_up": agreed
        and {
            "date": agreed.follow_up_on,
            "persons": agreed.follow_up_persons,
            "professionals": agreed.follow_up_professionals,
        },
        "interim_goals": [
            {"goal": goal, "known": goal in goals} for goal in (agreed.interim_goals if agreed else ())
        ],
        "deviation_procedure": agreed and agreed.deviation_procedure,
        "progress_scheme": agreed
        and {
            "what": agreed.progress_scheme.what,
            "every": agreed.progress_scheme.every,
            "persons": agreed.progress_scheme.persons,
            "professionals": agreed.progress_scheme.professionals,
        },
        "further_assessment": agreed
        and {
            "needed": agreed.further_assessment_needed,
            "domains": agreed.further_assessment_domains,
        },
    }


def _day(time: datetime) -> date:
    """The day here. The first and the last day of the calendar can't be moved into another time zone."""
    try:
        return time.astimezone(HERE).date()
    except OverflowError:
        return time.date()
