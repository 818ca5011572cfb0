"""The family's one primary contact, whom it trusts."""

from dataclasses import replace
from typing import assert_never

from contracts.contacts.events import FamilyEvent, PrimaryContactDesignated, PrimaryContactVacated
from contracts.ids import FamilyId, ProfessionalId
from contracts.shapes import Command
from services.contacts.required import day_of_command, require_attached
from services.contacts.state import State

# Commands


class DesignatePrimaryContact(Command):
    """Designate the family's one primary contact (primær kontaktperson). R08, INV-05, Q04."""

    family: FamilyId
    professional: ProfessionalId


PrimaryContactCommand = DesignatePrimaryContact
PrimaryContactEvent = PrimaryContactDesignated | PrimaryContactVacated

# Decide


def decide(state: State, command: PrimaryContactCommand) -> list[FamilyEvent]:
    """What a command makes true, or why it is refused."""
    require_attached(state, command.professional, day_of_command(command))
    return designate(state, command.family, command.professional)


def designate(state: State, family: FamilyId, professional: ProfessionalId) -> list[FamilyEvent]:
    """One primary contact, replaced in one event. INV-05."""
    if professional == state.primary_contact:
        return []
    return [
        PrimaryContactDesignated(family=family, professional=professional, previous=state.primary_contact)
    ]


def leave(state: State, family: FamilyId, professional: ProfessionalId) -> list[FamilyEvent]:
    """No longer the primary contact, where it was this one. INV-05."""
    if professional != state.primary_contact:
        return []
    return [PrimaryContactVacated(family=family, professional=professional)]


# Evolve


def evolve(state: State, event: PrimaryContactEvent) -> State:
    """The family after an event. It never refuses: the past has happened."""
    match event:
        case PrimaryContactDesignated():
            return replace(state, primary_contact=event.professional)
        case PrimaryContactVacated():
            return replace(state, primary_contact=None)
        case _:
            assert_never(event)
