"""Who is in the family and who is around it: the part of the family plan that contacts tells."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, assert_never

from contracts.contacts.events import (
    CoordinationTeamEstablished,
    CoordinatorChosen,
    CoordinatorVacated,
    FamilyEvent,
    FamilyMemberAdded,
    FamilyRegistered,
    Member,
    PrimaryContactDesignated,
    PrimaryContactVacated,
    ProfessionalAttached,
    ProfessionalDetached,
    TeamMemberAdded,
    TeamMemberRemoved,
)
from contracts.ids import FamilyId, PersonId, ProfessionalId


@dataclass(frozen=True)
class People:
    """The family and those around it. What an attachment rests on is kept here, and never shown."""

    family: FamilyId | None = None
    members: Mapping[PersonId, Member] = field(default_factory=dict)
    attached: Mapping[ProfessionalId, ProfessionalAttached] = field(default_factory=dict)
    former: Mapping[ProfessionalId, ProfessionalAttached] = field(default_factory=dict)
    team: tuple[ProfessionalId, ...] = ()
    coordinator: ProfessionalId | None = None
    primary_contact: ProfessionalId | None = None


def evolve(people: People, event: FamilyEvent) -> People:
    """The people after an event. Never refuses: the past has happened."""
    people = replace(people, family=event.family)
    match event:
        case FamilyRegistered():
            return replace(people, members={**people.members, **{m.person: m for m in event.members}})
        case FamilyMemberAdded():
            return replace(people, members={**people.members, event.member.person: event.member})
        case ProfessionalAttached():
            return _attached(people, event)
        case ProfessionalDetached():
            return _detached(people, event.professional)
        case CoordinationTeamEstablished():
            return replace(people, team=tuple(dict.fromkeys(event.members)))
        case TeamMemberAdded():
            return replace(people, team=tuple(dict.fromkeys((*people.team, event.professional))))
        case TeamMemberRemoved():
            return replace(people, team=tuple(each for each in people.team if each != event.professional))
        case CoordinatorChosen():
            return replace(people, coordinator=event.professional)
        case CoordinatorVacated():
            return replace(people, coordinator=None)
        case PrimaryContactDesignated():
            return replace(people, primary_contact=event.professional)
        case PrimaryContactVacated():
            return replace(people, primary_contact=None)
        case _:
            assert_never(event)


def _attached(people: People, event: ProfessionalAttached) -> People:
    former = {who: last for who, last in people.former.items() if who != event.professional}
    return replace(people, attached={**people.attached, event.professional: event}, former=former)


def _detached(people: People, professional: ProfessionalId) -> People:
    if professional not in people.attached:
        return people
    attached = {who: last for who, last in people.attached.items() if who != professional}
    former = {**people.former, professional: people.attached[professional]}
    return replace(people, attached=attached, former=former)


def shown(people: People) -> dict[str, Any]:
    """What everybody attached sees of it. Lists stand in the order in which people came.

    Who was attached earlier is named still: goals, answers and meetings go on naming them by id. INV-36.
    """
    return {
        "members": [{"person": m.person, "role": m.role, "name": m.name} for m in people.members.values()],
        "attached": [
            {**_named(who), "on_team": who.professional in people.team} for who in people.attached.values()
        ],
        "formerly_attached": [_named(who) for who in people.former.values()],
        "team": people.team,
        "coordinator": people.coordinator,
        "primary_contact": people.primary_contact,
    }


def _named(who: ProfessionalAttached) -> dict[str, Any]:
    return {
        "professional": who.professional,
        "name": who.name,
        "department": who.department,
        "profession": who.profession,
    }
