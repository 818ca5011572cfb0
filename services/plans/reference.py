"""What plans knows of the others: who may write the plan (contacts), and how each meeting went (meetings)."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from contracts.contacts import events as contacts
from contracts.meetings import events as meetings
from eventkeep.view import Fold, View


@dataclass(frozen=True)
class ContactsFacts:
    """Who is in the family, attached to it, on its team, and coordinates."""

    registered: bool = False
    members: tuple[str, ...] = ()
    attached: tuple[str, ...] = ()
    team: tuple[str, ...] = ()
    coordinator: str | None = None


@dataclass(frozen=True)
class MeetingFacts:
    """One meeting: what was on the table, who came, who sat at its head, and whether it was held."""

    plan: str = ""
    revision: int = 0
    held: bool = False
    persons: tuple[str, ...] = ()
    adults: tuple[str, ...] = ()
    professionals: tuple[str, ...] = ()
    chair: tuple[str, ...] = ()


@dataclass(frozen=True)
class MeetingsFacts:
    """The family's meetings by id."""

    meetings: dict[str, MeetingFacts] = field(default_factory=dict)


@dataclass(frozen=True)
class Known:
    """The facts of the others that a decision rests on."""

    contacts: ContactsFacts = field(default_factory=ContactsFacts)
    meetings: MeetingsFacts = field(default_factory=MeetingsFacts)
    at: Mapping[str, int] = field(default_factory=dict)
    """The version vector that the facts were read at."""


def evolve_contacts(facts: ContactsFacts, event: contacts.FamilyEvent) -> ContactsFacts:
    """The facts after an event of contacts."""
    match event:
        case contacts.FamilyRegistered():
            return replace(facts, registered=True, members=tuple(m.person for m in event.members))
        case contacts.FamilyMemberAdded():
            return replace(facts, members=_with(facts.members, event.member.person))
        case contacts.ProfessionalAttached():
            return replace(facts, attached=_with(facts.attached, event.professional))
        case contacts.ProfessionalDetached():
            return replace(facts, attached=_without(facts.attached, event.professional))
        case contacts.CoordinationTeamEstablished():
            return replace(facts, team=tuple(event.members))
        case contacts.TeamMemberAdded():
            return replace(facts, team=_with(facts.team, event.professional))
        case contacts.TeamMemberRemoved():
            return replace(facts, team=_without(facts.team, event.professional))
        case contacts.CoordinatorChosen():
            return replace(facts, coordinator=event.professional)
        case contacts.CoordinatorVacated():
            return replace(facts, coordinator=None)
        case _:
            return facts


def evolve_meetings(facts: MeetingsFacts, event: meetings.FamilyEvent) -> MeetingsFacts:
    """The facts after an event of meetings. A correction stands instead of what was recorded before. X-08."""
    meeting = facts.meetings.get(event.meeting, MeetingFacts())
    match event:
        case meetings.NetworkMeetingScheduled():
            meeting = replace(meeting, plan=event.plan, revision=event.revision)
        case meetings.AttendanceRecorded() | meetings.AttendanceCorrected():
            meeting = replace(
                meeting,
                persons=_came(event.attendees, meetings.AttendeeKind.PERSON),
                adults=tuple(a.id for a in event.attendees if a.kind == "person" and a.adult),
                professionals=_came(event.attendees, meetings.AttendeeKind.PROFESSIONAL),
            )
        case meetings.FamilyChairRecorded():
            meeting = replace(meeting, chair=tuple(event.persons))
        case meetings.NetworkMeetingHeld():
            meeting = replace(meeting, plan=event.plan, revision=event.revision, held=True)
        case _:
            return facts
    return replace(facts, meetings={**facts.meetings, event.meeting: meeting})


def _came(attendees: tuple[meetings.Attendee, ...], kind: meetings.AttendeeKind) -> tuple[str, ...]:
    return tuple(attendee.id for attendee in attendees if attendee.kind is kind)


def _with(items: tuple[str, ...], item: str) -> tuple[str, ...]:
    return items if item in items else (*items, item)


def _without(items: tuple[str, ...], item: str) -> tuple[str, ...]:
    return tuple(each for each in items if each != item)


def _document(parts: Mapping[str, Any]) -> dict[str, Any]:
    return {service: asdict(facts) for service, facts in parts.items()}


REFERENCE = View(
    "reference",
    1,
    {
        "contacts": Fold(ContactsFacts, evolve_contacts),
        "meetings": Fold(MeetingsFacts, evolve_meetings),
    },
    _document,
    hashed=False,
)
"""The copy as it is kept: JSON of `Known`."""
