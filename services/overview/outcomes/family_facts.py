"""What targets need of contacts: who was in the family when, its admission, and how many were in contact with it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from contracts.contacts.events import (
    ContactEnded,
    ContactKind,
    ContactStarted,
    FamilyAdmitted,
    FamilyClosed,
    FamilyEvent,
    FamilyMemberAdded,
    FamilyMemberChanged,
    FamilyMemberLeft,
    FamilyRegistered,
    FamilyReopened,
    Member,
    PrimaryContactDesignated,
    PrimaryContactVacated,
    SupporterAdded,
    SupporterLeft,
)
from contracts.ids import PersonId, SupporterId
from eventkeep.evolved import replace

Days = tuple[date, date | None]
"""First and last day; no last day: it goes on."""
Steps = tuple[tuple[date, int], ...]
"""From which day on there are how many."""


@dataclass(frozen=True)
class Place:
    """A person's days in the family. Whose day of birth isn't known has a role from some day on."""

    person: PersonId
    born: str | None = None
    roles: tuple[tuple[date, str], ...] = ()
    days: tuple[Days, ...] = ()


@dataclass(frozen=True)
class FamilyFacts:
    """What contacts told."""

    admitted: FamilyAdmitted | None = None
    closed: tuple[Days, ...] = ()
    members: Mapping[PersonId, Place] = field(default_factory=dict)
    contacts: Mapping[ContactKind, Steps] = field(default_factory=dict)
    primary: Steps = ()
    supporters: Mapping[SupporterId, Days] = field(default_factory=dict)


def evolve(facts: FamilyFacts, event: FamilyEvent, day: date) -> FamilyFacts:
    """What is known after an event of a day. Never refuses: the past has happened."""
    match event:
        case FamilyAdmitted():
            return replace(facts, admitted=facts.admitted or event)
        case FamilyRegistered():
            for member in event.members:
                facts = _there(facts, member, day)
            return facts
        case FamilyMemberAdded() | FamilyMemberChanged():
            return _there(facts, event.member, day)
        case FamilyMemberLeft():
            place = facts.members.get(event.person, Place(event.person))
            return _placed(facts, replace(place, days=ended(place.days, day)))
        case FamilyClosed():
            return replace(facts, closed=begun(facts.closed, day))
        case FamilyReopened():
            return replace(facts, closed=ended(facts.closed, day))
        case _:
            return _around(facts, event, day)


def _around(facts: FamilyFacts, event: FamilyEvent, day: date) -> FamilyFacts:
    match event:
        case ContactStarted() | ContactEnded():
            steps = stepped(facts.contacts.get(event.kind, ()), day, event.contacts)
            return replace(facts, contacts={**facts.contacts, event.kind: steps})
        case PrimaryContactDesignated():
            return replace(facts, primary=stepped(facts.primary, day, 1))
        case PrimaryContactVacated():
            return replace(facts, primary=stepped(facts.primary, day, 0))
        case SupporterAdded():
            return replace(facts, supporters={**facts.supporters, event.supporter: (day, None)})
        case SupporterLeft() if event.supporter in facts.supporters:
            since, _ = facts.supporters[event.supporter]
            return replace(facts, supporters={**facts.supporters, event.supporter: (since, day)})
        case _:
            return facts


def _there(facts: FamilyFacts, member: Member, day: date) -> FamilyFacts:
    place = facts.members.get(member.person, Place(member.person))
    roles = (*(each for each in place.roles if each[0] < day), (day, str(member.role)))
    same = len(roles) > 1 and roles[-2][1] == roles[-1][1]
    return _placed(
        facts,
        replace(
            place,
            born=member.born or place.born,
            roles=roles[:-1] if same else roles,
            days=begun(place.days, day),
        ),
    )


def _placed(facts: FamilyFacts, place: Place) -> FamilyFacts:
    return replace(facts, members={**facts.members, place.person: place})


def begun(days: tuple[Days, ...], day: date) -> tuple[Days, ...]:
    """These, and from a day on again, where none of them goes on."""
    return days if days and days[-1][1] is None else (*days, (day, None))


def ended(days: tuple[Days, ...], day: date) -> tuple[Days, ...]:
    """These, of which none goes on after a day."""
    return (*days[:-1], (days[-1][0], day)) if days and days[-1][1] is None else days


def stepped(steps: Steps, day: date, number: int) -> Steps:
    """From a day on there are so many: of what was said of one day the last counts."""
    return (*(each for each in steps if each[0] < day), (day, number))
