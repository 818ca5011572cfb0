"""The coordination team, the coordinator whom the family chooses from it, and the primary contact."""

from contracts.contacts.events import (
    CoordinationTeamEstablished,
    CoordinatorChosen,
    CoordinatorVacated,
    FamilyEvent,
    PrimaryContactDesignated,
    PrimaryContactVacated,
    TeamMemberAdded,
    TeamMemberRemoved,
)
from contracts.ids import FamilyId, PersonId, ProfessionalId
from contracts.shapes import ActorKind, Command, Text
from eventkeep.refused import Refused
from services.contacts.state import State, require_attached

# Commands


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


# Decide


def establish(state: State, command: EstablishTeam) -> list[FamilyEvent]:
    """The first team, of those attached. INV-10, INV-11."""
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
        require_attached(state, professional)
    return [
        CoordinationTeamEstablished(
            family=command.family,
            members=tuple(dict.fromkeys(command.members)),
            pre_meeting_waived=command.pre_meeting_waived,
        )
    ]


def add(state: State, command: AddTeamMember) -> list[FamilyEvent]:
    """One more on the team. INV-10."""
    require_attached(state, command.professional)
    if command.professional in _team(state):
        return []
    return [TeamMemberAdded(family=command.family, professional=command.professional)]


def remove(state: State, command: RemoveTeamMember) -> list[FamilyEvent]:
    """One less on the team. INV-01."""
    return leave(state, command.family, command.professional) if _team(state) else []


def choose(state: State, command: ChooseCoordinator) -> list[FamilyEvent]:
    """The family's choice among the team, whatever the profession. INV-01 to INV-04."""
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


def _team(state: State) -> frozenset[ProfessionalId]:
    if state.team is None:
        raise Refused(
            "team_not_established",
            "The family has no coordination team yet.",
            "R10",
            "Establish the team first.",
        )
    return state.team


def leave(state: State, family: FamilyId, professional: ProfessionalId) -> list[FamilyEvent]:
    """Off the team, with the coordinator's place vacated first. INV-01."""
    if professional not in (state.team or ()):
        return []
    removed = TeamMemberRemoved(family=family, professional=professional)
    if professional != state.coordinator:
        return [removed]
    return [CoordinatorVacated(family=family, professional=professional), removed]


def designate(state: State, command: DesignatePrimaryContact) -> list[FamilyEvent]:
    """One primary contact, replaced in one event. INV-05."""
    require_attached(state, command.professional)
    if command.professional == state.primary_contact:
        return []
    return [
        PrimaryContactDesignated(
            family=command.family, professional=command.professional, previous=state.primary_contact
        )
    ]


def leave_primary(state: State, family: FamilyId, professional: ProfessionalId) -> list[FamilyEvent]:
    """No longer the primary contact, where it was this one. INV-05."""
    if professional != state.primary_contact:
        return []
    return [PrimaryContactVacated(family=family, professional=professional)]
