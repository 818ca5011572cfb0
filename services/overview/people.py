"""Who is in the family and who is around it: the part of the family plan that contacts tells."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from contracts.contacts.emergency import EmergencyEvent
from contracts.contacts.events import (
    AttachmentExpired,
    ConsentExpired,
    ConsentGiven,
    ConsentWithdrawn,
    EligibilityDecided,
    FamilyAdmitted,
    FamilyClosed,
    FamilyEvent,
    FamilyMemberAdded,
    FamilyMemberChanged,
    FamilyMemberLeft,
    FamilyNotAdmitted,
    FamilyReferred,
    FamilyRegistered,
    FamilyReopened,
    HouseholdMerged,
    HouseholdSplit,
    LegalBasisEnded,
    LegalBasisRecorded,
    Member,
    ModelAccepted,
    ModelDeclined,
    ModelOffered,
    ProfessionalAttached,
    ProfessionalDetached,
)
from contracts.ids import FamilyId, LegalBasisId, PersonId, ProfessionalId
from eventkeep.evolved import replace
from services.overview import people_around, people_emergency, people_team
from services.overview.people_around import Around, AroundEvent
from services.overview.people_emergency import Emergencies
from services.overview.people_team import NewCoordinator, Team, TeamEvent

_NOT_SHOWN = (
    HouseholdSplit
    | HouseholdMerged
    | EligibilityDecided
    | ModelOffered
    | FamilyReferred
    | FamilyNotAdmitted
    | ConsentGiven
    | ConsentWithdrawn
    | ConsentExpired
)
"""What made the family eligible, what was consented to, and whatever would lead from one home to the other. X-06."""


@dataclass(frozen=True)
class People:
    """The family and those around it. What an attachment rests on is kept here, and never shown."""

    family: FamilyId | None = None
    closed: bool = False
    model_started_on: date | None = None
    admitted: FamilyAdmitted | None = None
    members: Mapping[PersonId, Member] = field(default_factory=dict)
    former_members: Mapping[PersonId, Member] = field(default_factory=dict)
    attached: Mapping[ProfessionalId, ProfessionalAttached] = field(default_factory=dict)
    former: Mapping[ProfessionalId, ProfessionalAttached] = field(default_factory=dict)
    emergencies: Emergencies = ()
    team: Team = field(default_factory=Team)
    around: Around = field(default_factory=Around)
    legal_bases: Mapping[LegalBasisId, LegalBasisRecorded] = field(default_factory=dict)
    """What the case rests on: seen only where the plan lacks a plan by it. INV-18."""


def evolve(people: People, event: FamilyEvent) -> People:
    """The people after an event. Never refuses: the past has happened."""
    people = replace(people, family=event.family)
    if isinstance(event, AroundEvent):
        return replace(people, around=people_around.evolve(people.around, event))
    if isinstance(event, EmergencyEvent):
        return replace(people, emergencies=people_emergency.evolve(people.emergencies, event))
    if isinstance(event, TeamEvent):
        return _led(people, event)
    match event:
        case FamilyRegistered():
            return replace(people, members={**people.members, **{m.person: m for m in event.members}})
        case FamilyMemberAdded() | FamilyMemberChanged():
            return _joined(people, event.member)
        case FamilyMemberLeft():
            return _left(people, event.person)
        case ModelAccepted():
            return replace(people, model_started_on=event.started_on)
        case ModelDeclined():
            return replace(people, model_started_on=None)
        case FamilyAdmitted():
            return replace(people, admitted=people.admitted or event)
        case FamilyClosed():
            return _closed(people)
        case FamilyReopened():
            return replace(people, closed=False)
        case ProfessionalAttached():
            return _attached(people, event)
        case ProfessionalDetached() | AttachmentExpired():
            return _detached(people, event.professional)
        case LegalBasisRecorded():
            return replace(people, legal_bases={**people.legal_bases, event.legal_basis: event})
        case LegalBasisEnded():
            return _ended(people, event)
        case _:
            return _unseen(people, event)


def _unseen(people: People, event: _NOT_SHOWN) -> People:
    return people


def _ended(people: People, event: LegalBasisEnded) -> People:
    """From that day on the case doesn't rest on it; where it never did on any day, it is gone."""
    held = people.legal_bases.get(event.legal_basis)
    others = {name: basis for name, basis in people.legal_bases.items() if name != event.legal_basis}
    if held is None or event.ended_on <= held.valid_from:
        return replace(people, legal_bases=others)
    until = held.model_copy(update={"valid_to": event.ended_on - timedelta(days=1)})
    return replace(people, legal_bases={**people.legal_bases, event.legal_basis: until})


def _joined(people: People, member: Member) -> People:
    former = {who: held for who, held in people.former_members.items() if who != member.person}
    return replace(people, members={**people.members, member.person: member}, former_members=former)


def _left(people: People, person: PersonId) -> People:
    members = {who: held for who, held in people.members.items() if who != person}
    gone = {who: held for who, held in people.members.items() if who == person}
    return replace(people, members=members, former_members={**people.former_members, **gone})


def _attached(people: People, event: ProfessionalAttached) -> People:
    former = {who: last for who, last in people.former.items() if who != event.professional}
    return replace(people, attached={**people.attached, event.professional: event}, former=former)


def _detached(people: People, professional: ProfessionalId) -> People:
    if professional not in people.attached:
        return people
    attached = {who: last for who, last in people.attached.items() if who != professional}
    former = {**people.former, professional: people.attached[professional]}
    around = people_around.without(people.around, professional)
    return replace(people, attached=attached, former=former, around=around)


def _led(people: People, event: TeamEvent) -> People:
    """Another coordinator, or none: the contract has to be signed anew. INV-03, INV-48."""
    anew = isinstance(event, NewCoordinator)
    around = people_around.unsigned(people.around) if anew else people.around
    return replace(people, team=people_team.evolve(people.team, event), around=around)


def _closed(people: People) -> People:
    """Nobody is around a closed case. Q15."""
    for professional in people.attached:
        people = _detached(people, professional)
    return replace(people, closed=True, team=Team(), around=people_around.closed(people.around))


def shown(people: People) -> dict[str, Any]:
    """What everybody attached sees of it: also what each professional can do. M10. Lists stand in the order in which people
    came.

    Who was attached or a member earlier is named still: goals, answers and meetings go on naming them by id. INV-36.
    Where a member moved is not told; that an address is protected is, so that the family is called as it should be (decision
    48). X-06.
    """
    admitted = people.admitted
    return {
        "case": {
            "closed": people.closed,
            "model_started_on": people.model_started_on,
            "programme": admitted and admitted.programme,
            "visitation_date": admitted and admitted.visitation_date,
        },
        "members": [{**_member(m), "address_protected": m.protected} for m in people.members.values()],
        "former_members": [_member(m) for m in people.former_members.values()],
        "attached": [
            {
                **_named(who),
                "function": who.function,
                "competences": who.competences,
                "on_team": who.professional in people.team.members,
            }
            for who in people.attached.values()
        ],
        "formerly_attached": [_named(who) for who in people.former.values()],
        "emergency_access": people_emergency.shown(people.emergencies),
        **people_team.shown(people.team),
        **people_around.shown(people.around, admitted.direct_contacts if admitted else None),
    }


def _member(member: Member) -> dict[str, Any]:
    return {"person": member.person, "role": member.role, "name": member.name}


def _named(who: ProfessionalAttached) -> dict[str, Any]:
    return {
        "professional": who.professional,
        "name": who.name,
        "department": who.department,
        "profession": who.profession,
    }
