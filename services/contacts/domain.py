"""Who is around a family: members, attached professionals, team, coordinator and primary contact."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
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
    Role,
    TeamMemberAdded,
    TeamMemberRemoved,
)
from contracts.ids import FamilyId, PersonId, ProfessionalId
from contracts.shapes import ActorKind, Code, Command, Text
from eventkeep.refused import Refused

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


class EstablishTeam(Command):
    """Establish the coordination team among attached professionals (koordinationsteam). R10, INV-10, INV-11."""

    family: FamilyId
    members: tuple[ProfessionalId, ...]
    pre_meeting_waived: Text


class AddTeamMember(Command):
    """Add an attached professional to the team. R10, INV-10."""

    family: FamilyId
    professional: ProfessionalId


class RemoveTeamMember(Command):
    """Remove a professional from the team; a coordinator's place becomes vacant first. R10, INV-01."""

    family: FamilyId
    professional: ProfessionalId


class ChooseCoordinator(Command):
    """Record whom the family chose from the team as coordinator. R07, INV-01 to INV-04."""

    family: FamilyId
    professional: ProfessionalId
    chosen_by: tuple[PersonId, ...]


class DesignatePrimaryContact(Command):
    """Designate the family's one primary contact (primær kontaktperson). R08, INV-05."""

    family: FamilyId
    professional: ProfessionalId


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

# State


@dataclass(frozen=True)
class KnownPerson:
    """What the register of persons says, opened for this decision."""

    name: str
    role: Role


@dataclass(frozen=True)
class KnownProfessional:
    """What the register of professionals says, opened for this decision."""

    name: str
    department: str
    profession: str


@dataclass(frozen=True)
class Known:
    """Facts from the registers that a command needs."""

    persons: Mapping[str, KnownPerson] = field(default_factory=dict)
    professionals: Mapping[str, KnownProfessional] = field(default_factory=dict)


@dataclass(frozen=True)
class State:
    """The family as contacts knows it."""

    registered: bool = False
    members: Mapping[PersonId, Role] = field(default_factory=dict)
    attached: Mapping[ProfessionalId, ProfessionalAttached] = field(default_factory=dict)
    team: frozenset[ProfessionalId] | None = None
    coordinator: ProfessionalId | None = None
    primary_contact: ProfessionalId | None = None
    known: Known = field(default_factory=Known)


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
            _require_attached(state, command.professional)
            return [
                *_leave_team(state, command.family, command.professional),
                *_leave_primary(state, command.family, command.professional),
                ProfessionalDetached(
                    family=command.family, professional=command.professional, reason=command.reason
                ),
            ]
        case EstablishTeam():
            return _establish(state, command)
        case AddTeamMember():
            _require_attached(state, command.professional)
            if command.professional in _team(state):
                return []
            return [TeamMemberAdded(family=command.family, professional=command.professional)]
        case RemoveTeamMember():
            return _leave_team(state, command.family, command.professional) if _team(state) else []
        case ChooseCoordinator():
            return _choose(state, command)
        case DesignatePrimaryContact():
            _require_attached(state, command.professional)
            if command.professional == state.primary_contact:
                return []
            return [
                PrimaryContactDesignated(
                    family=command.family, professional=command.professional, previous=state.primary_contact
                )
            ]
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


def _establish(state: State, command: EstablishTeam) -> list[FamilyEvent]:
    if state.team is not None:
        raise Refused(
            "team_established_already",
            "The family has a coordination team already.",
            "R10",
            "Add or remove members instead.",
        )
    if not command.members:
        raise Refused("team_without_members", "A team has at least one member.", "R10", "Name its members.")
    for professional in command.members:
        _require_attached(state, professional)
    return [
        CoordinationTeamEstablished(
            family=command.family,
            members=tuple(dict.fromkeys(command.members)),
            pre_meeting_waived=command.pre_meeting_waived,
        )
    ]


def _choose(state: State, command: ChooseCoordinator) -> list[FamilyEvent]:
    if command.professional not in _team(state):
        raise Refused(
            "coordinator_not_on_team",
            "The coordinator is chosen from the coordination team.",
            "INV-01",
            "Add the professional to the team first.",
        )
    if not command.chosen_by or any(person not in state.members for person in command.chosen_by):
        raise Refused(
            "coordinator_not_chosen_by_family",
            "Only the family chooses its coordinator.",
            "INV-02",
            "Say which members of the family chose.",
        )
    if command.by.kind is ActorKind.PERSON and command.by.id not in command.chosen_by:
        raise Refused(
            "coordinator_not_chosen_by_family",
            "A member speaks for himself or herself.",
            "INV-02",
            "Name yourself among those who chose.",
        )
    if command.professional == state.coordinator:
        return []
    return [
        CoordinatorChosen(
            family=command.family,
            professional=command.professional,
            chosen_by=tuple(dict.fromkeys(command.chosen_by)),
            previous=state.coordinator,
        )
    ]


def _require_attached(state: State, professional: ProfessionalId) -> None:
    if professional not in state.attached:
        raise Refused(
            "professional_not_attached",
            "This professional is not attached to the family.",
            "INV-10",
            "Attach the professional first.",
        )


def _team(state: State) -> frozenset[ProfessionalId]:
    if state.team is None:
        raise Refused(
            "team_not_established",
            "The family has no coordination team yet.",
            "R10",
            "Establish the team first.",
        )
    return state.team


def _leave_team(state: State, family: FamilyId, professional: ProfessionalId) -> list[FamilyEvent]:
    if professional not in (state.team or ()):
        return []
    removed = TeamMemberRemoved(family=family, professional=professional)
    if professional != state.coordinator:
        return [removed]
    return [CoordinatorVacated(family=family, professional=professional), removed]


def _leave_primary(state: State, family: FamilyId, professional: ProfessionalId) -> list[FamilyEvent]:
    if professional != state.primary_contact:
        return []
    return [PrimaryContactVacated(family=family, professional=professional)]


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
