"""What meetings says of a family, as far as plans needs it: what was on the table, who came, what was decided."""

from dataclasses import dataclass, field
from datetime import datetime

from contracts.meetings import events as meetings
from eventkeep.evolved import replace


@dataclass(frozen=True)
class MeetingFacts:
    """One meeting: what was on the table, who came, who sat at its head, and whether it was held.

    `held_at` is the moment of holding, whenever it was recorded. `assessments` are the domains that it decided to
    look further into; one decision without domains is named `any`. INV-23, INV-24.
    """

    plan: str = ""
    revision: int = 0
    held: bool = False
    persons: tuple[str, ...] = ()
    adults: tuple[str, ...] = ()
    professionals: tuple[str, ...] = ()
    chair: tuple[str, ...] = ()
    kind: str = ""
    held_at: datetime | None = None
    called: bool = False
    assessments: tuple[str, ...] = ()


@dataclass(frozen=True)
class MeetingsFacts:
    """The family's meetings by id."""

    meetings: dict[str, MeetingFacts] = field(default_factory=dict)


ANY_DOMAIN = "any"


def evolve_meetings(facts: MeetingsFacts, event: meetings.FamilyEvent) -> MeetingsFacts:
    """The facts after an event of meetings. A correction stands instead of what was recorded before. X-08."""
    match event:
        case meetings.NetworkMeetingScheduled():
            now = replace(
                _of(facts, event.meeting),
                plan=event.plan,
                revision=event.revision,
                kind=event.kind.value,
                called=True,
            )
        case meetings.NetworkMeetingCancelled():
            now = replace(_of(facts, event.meeting), called=False)
        case meetings.AttendanceRecorded() | meetings.AttendanceCorrected():
            now = replace(
                _of(facts, event.meeting),
                persons=_came(event.attendees, meetings.AttendeeKind.PERSON),
                adults=tuple(a.id for a in event.attendees if a.kind == "person" and a.adult),
                professionals=_came(event.attendees, meetings.AttendeeKind.PROFESSIONAL),
            )
        case meetings.FamilyChairRecorded():
            now = replace(_of(facts, event.meeting), chair=tuple(event.persons))
        case meetings.NetworkMeetingHeld():
            now = _held(facts, event)
        case meetings.FurtherAssessmentWithdrawn():
            now = replace(_of(facts, event.meeting), assessments=())
        case _:
            return facts
    return replace(facts, meetings={**facts.meetings, event.meeting: now})


def _held(facts: MeetingsFacts, event: meetings.NetworkMeetingHeld) -> MeetingFacts:
    needed = event.agreements.further_assessment_needed
    return replace(
        _of(facts, event.meeting),
        plan=event.plan,
        revision=event.revision,
        held=True,
        held_at=event.held_at,
        assessments=(event.agreements.further_assessment_domains or (ANY_DOMAIN,)) if needed else (),
    )


def _of(facts: MeetingsFacts, meeting: str) -> MeetingFacts:
    return facts.meetings.get(meeting, MeetingFacts())


def _came(attendees: tuple[meetings.Attendee, ...], kind: meetings.AttendeeKind) -> tuple[str, ...]:
    return tuple(attendee.id for attendee in attendees if attendee.kind is kind)
