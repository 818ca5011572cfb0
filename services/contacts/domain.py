"""Who is around a family: members, attached professionals, team, coordinator and primary contact."""

from dataclasses import replace
from datetime import date
from typing import assert_never

from contracts.contacts.events import (
    Basis,
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
from contracts.shapes import ActorKind, Code, Command
from eventkeep.refused import Refused
from services.contacts import team
from services.contacts.state import Known, KnownPerson, KnownProfessional, State, require_attached
from services.contacts.team import (
    AddTeamMember,
    ChooseCoordinator,
    DesignatePrimaryContact,
    EstablishTeam,
    RemoveTeamMember,
)

__all__ = [
    "AddFamilyMember",
    "AddTeamMember",
    "AttachProfessional",
    "ChooseCoordinator",
    "DesignatePrimaryContact",
    "DetachProfessional",
    "EstablishTeam",
    "FamilyCommand",
    "Known",
    "KnownPerson",
    "KnownProfessional",
    "RegisterFamily",
    "RemoveTeamMember",
    "State",
    "decide",
    "evolve",
    "may_read",
]

# Commands


class RegisterFamily(Command):
    """Register a family with its members (familie). R01."""

    family: FamilyId
    members: tuple[PersonId, ...]


class AddFamilyMember(Command):
    """Add a registered person to the family (familiemedlem). R02."""

    family: FamilyId
    person: PersonId


class AttachProfessional(Command):
    """Attach a registered professional with purpose and basis (tilknytte). R11, X-01."""

    family: FamilyId
    professional: ProfessionalId
    purpose: Code
    basis: Basis


class DetachProfessional(Command):
    """Detach a professional; what he or she held becomes vacant (afslutte tilknytning). R11."""

    family: FamilyId
    professional: ProfessionalId
    reason: Code


FamilyCommand = (
    RegisterFamily
    | AddFamilyMember
    | AttachProfessional
    | DetachProfessional
    | EstablishTeam
    | AddTeamMember
    | RemoveTeamMember
    | ChooseCoordinator
    | DesignatePrimaryContact
)

# Decide


def decide(state: State, command: FamilyCommand) -> list[FamilyEvent]:
    """What a command makes true, or why it is refused."""
    if isinstance(command, RegisterFamily):
        return _register(state, command)
    if not state.registered:
        raise Refused("family_unknown", "This family is not registered.", "R01", "Register the family first.")
    _require_may_command(state, command)
    match command:
        case AddFamilyMember():
            if command.person in state.members:
                return []
            return [FamilyMemberAdded(family=command.family, member=_member(state, command.person))]
        case AttachProfessional():
            return _attach(state, command)
        case DetachProfessional():
            return _detach(state, command)
        case EstablishTeam():
            return team.establish(state, command)
        case AddTeamMember():
            return team.add(state, command)
        case RemoveTeamMember():
            return team.remove(state, command)
        case ChooseCoordinator():
            return team.choose(state, command)
        case DesignatePrimaryContact():
            return team.designate(state, command)
        case _:
            assert_never(command)


def _require_may_command(state: State, command: FamilyCommand) -> None:
    """Those attached command, and anybody of the staff while nobody is; the family chooses its coordinator."""
    by = command.by
    if by.kind is ActorKind.PROFESSIONAL and (not state.attached or by.id in state.attached):
        return
    if by.kind is ActorKind.PERSON and isinstance(command, ChooseCoordinator) and by.id in state.members:
        return
    raise Refused(
        "not_around_family",
        "Only professionals who are attached to the family may do this.",
        "INV-40",
        "Ask somebody who is attached.",
    )


def _register(state: State, command: RegisterFamily) -> list[FamilyEvent]:
    if command.by.kind is not ActorKind.PROFESSIONAL:
        raise Refused("staff_only", "Families are registered by staff.", "R01", "Ask a professional.")
    if state.registered:
        raise Refused(
            "family_registered_already",
            "This family is registered already.",
            "R01",
            "Add members with AddFamilyMember.",
        )
    if not command.members:
        raise Refused(
            "family_without_members", "A family has at least one member.", "R01", "Name its members."
        )
    members = tuple(_member(state, person) for person in dict.fromkeys(command.members))
    return [FamilyRegistered(family=command.family, members=members)]


def _member(state: State, person: PersonId) -> Member:
    known = state.known.persons.get(person)
    if known is None:
        raise Refused("person_unknown", "This person is not registered.", "R02", "Register the person first.")
    return Member(person=person, role=known.role, name=known.name)


def _attach(state: State, command: AttachProfessional) -> list[FamilyEvent]:
    known = state.known.professionals.get(command.professional)
    if known is None:
        raise Refused(
            "professional_unknown",
            "This professional is not registered.",
            "R11",
            "Register the professional first.",
        )
    if command.basis.valid_to is not None and command.basis.valid_to < command.basis.valid_from:
        raise Refused(
            "basis_ends_before_it_begins",
            "The basis ends before it begins.",
            "X-01",
            "Correct the term of the basis.",
        )
    attached = ProfessionalAttached(
        family=command.family,
        professional=command.professional,
        name=known.name,
        department=known.department,
        profession=known.profession,
        purpose=command.purpose,
        basis=command.basis,
    )
    held = state.attached.get(command.professional)
    same = held is not None and (held.purpose, held.basis) == (command.purpose, command.basis)
    return [] if same else [attached]


def _detach(state: State, command: DetachProfessional) -> list[FamilyEvent]:
    require_attached(state, command.professional)
    return [
        *team.leave(state, command.family, command.professional),
        *team.leave_primary(state, command.family, command.professional),
        ProfessionalDetached(family=command.family, professional=command.professional, reason=command.reason),
    ]


def may_read(state: State, professional: str, day: date) -> bool:
    """Whether a professional is attached with a basis in force on a day of Europe/Copenhagen. X-01, INV-38."""
    held = state.attached.get(ProfessionalId(professional))
    return held is not None and held.basis.valid_from <= day <= (held.basis.valid_to or date.max)


# Evolve


def evolve(state: State, event: FamilyEvent) -> State:
    """The family after an event. It never refuses: the past has happened."""
    match event:
        case FamilyRegistered():
            return replace(state, registered=True, members={m.person: m.role for m in event.members})
        case FamilyMemberAdded():
            return replace(state, members={**state.members, event.member.person: event.member.role})
        case ProfessionalAttached():
            return replace(state, attached={**state.attached, event.professional: event})
        case ProfessionalDetached():
            left = {p: held for p, held in state.attached.items() if p != event.professional}
            return replace(state, attached=left)
        case CoordinationTeamEstablished():
            return replace(state, team=frozenset(event.members))
        case TeamMemberAdded():
            return replace(state, team=(state.team or frozenset()) | {event.professional})
        case TeamMemberRemoved():
            return replace(state, team=(state.team or frozenset()) - {event.professional})
        case CoordinatorChosen():
            return replace(state, coordinator=event.professional)
        case CoordinatorVacated():
            return replace(state, coordinator=None)
        case PrimaryContactDesignated():
            return replace(state, primary_contact=event.professional)
        case PrimaryContactVacated():
            return replace(state, primary_contact=None)
        case _:
            assert_never(event)
