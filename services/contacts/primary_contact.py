"""The family's one primary contact, whom it trusts."""

from typing import assert_never

from contracts.contacts.events import FamilyEvent, PrimaryContactDesignated, PrimaryContactVacated
from contracts.ids import FamilyId, PersonId, ProfessionalId
from contracts.shapes import ActorKind, Command
from eventkeep.evolved import replace
from eventkeep.refused import Refused
from services.contacts.required import (
    day_of_command,
    require_attached,
    require_members,
    speaks_for_another,
)
from services.contacts.state import State

# Commands


class DesignatePrimaryContact(Command):
    """Designate the family's one primary contact (primær kontaktperson). R08, INV-05, Q04.

    `chosen_by` are those of the family who chose; a member who says it is one of them.
    """

    family: FamilyId
    professional: ProfessionalId
    chosen_by: tuple[PersonId, ...] = ()


PrimaryContactCommand = DesignatePrimaryContact
PrimaryContactEvent = PrimaryContactDesignated | PrimaryContactVacated

# Decide


def decide(state: State, command: PrimaryContactCommand) -> list[FamilyEvent]:
    """What a command makes true, or why it is refused."""
    require_attached(state, command.professional, day_of_command(command))
    own = (PersonId(command.by.id),) if command.by.kind is ActorKind.PERSON else ()
    chosen_by = tuple(dict.fromkeys(command.chosen_by)) or own
    require_members(state, chosen_by)
    if speaks_for_another(command.by, chosen_by):
        raise Refused(
            "trust_of_another",
            "A member says whom he or she trusts, not whom others do.",
            "R08",
            "Name yourself among those who chose.",
            danish="Et medlem siger, hvem han eller hun selv har tillid til, ikke hvem andre har.",
            danish_next="Nævn dig selv blandt dem, der har valgt.",
        )
    return designate(state, command.family, command.professional, chosen_by)


def designate(
    state: State, family: FamilyId, professional: ProfessionalId, chosen_by: tuple[PersonId, ...] = ()
) -> list[FamilyEvent]:
    """One primary contact, replaced in one event. INV-05."""
    if professional == state.primary_contact:
        return []
    return [
        PrimaryContactDesignated(
            family=family,
            professional=professional,
            previous=state.primary_contact,
            chosen_by=chosen_by,
        )
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
