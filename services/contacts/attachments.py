"""Who is attached to the family, on what basis and for how long: nobody else sees the plan."""

from datetime import date
from typing import assert_never

from contracts.contacts.events import (
    AttachmentExpired,
    Basis,
    BasisKind,
    FamilyEvent,
    ProfessionalAttached,
    ProfessionalDetached,
)
from contracts.ids import ConsentId, FamilyId, ProfessionalId
from contracts.shapes import Code, Command
from eventkeep.clock import end_of
from eventkeep.evolved import replace
from eventkeep.refused import Refused
from services.contacts import leaving
from services.contacts.carried import Attached, covers, require_carried, within_law
from services.contacts.professions import is_caseworker
from services.contacts.required import day_of_command, known_professional
from services.contacts.state import KnownProfessional, State

# Commands


class AttachProfessional(Command):
    """Attach a registered professional with purpose and basis (tilknytte). R11 to R18, R28 to R30, X-01.

    The basis is a legal code in force, or a consent that covers the professional or the department.
    """

    family: FamilyId
    professional: ProfessionalId
    purpose: Code
    basis: Basis
    function: Code | None = None


class DetachProfessional(Command):
    """Detach a professional; what he or she held becomes vacant (afslutte tilknytning). R11."""

    family: FamilyId
    professional: ProfessionalId
    reason: Code


class DetachLeaver(Command):
    """Detach somebody who left the municipality. Our own service only. R11, INV-38."""

    family: FamilyId
    professional: ProfessionalId


class FollowProfessional(Command):
    """Take over what the register says of somebody attached. Our own service only. R11, X-01."""

    family: FamilyId
    professional: ProfessionalId


class ExpireAttachment(Command):
    """Say that the last day of a basis is over. Our own service only. X-01."""

    family: FamilyId
    professional: ProfessionalId
    due_on: date


AttachmentCommand = (
    AttachProfessional | DetachProfessional | DetachLeaver | FollowProfessional | ExpireAttachment
)
AttachmentEvent = ProfessionalAttached | ProfessionalDetached | AttachmentExpired

# Decide


def decide(state: State, command: AttachmentCommand) -> list[FamilyEvent]:
    """What a command makes true, or why it is refused."""
    match command:
        case AttachProfessional():
            return _attach(state, command)
        case DetachProfessional():
            return _detach(state, command)
        case DetachLeaver():
            leaver = _if_attached(state, command)
            return leaving.detached(
                state, command.family, leaver, "left-municipality", day_of_command(command)
            )
        case FollowProfessional():
            return _follow(state, command)
        case ExpireAttachment():
            return _expire(state, command)
        case _:
            assert_never(command)


def _attach(state: State, command: AttachProfessional) -> list[FamilyEvent]:
    known = known_professional(state, command.professional)
    who = Attached(command.professional, known.department, command.purpose)
    require_carried(state, command.basis, who, day_of_command(command))
    event = _attached(command, known, command.purpose, within_law(command.basis), command.function)
    held = state.attached.get(command.professional)
    same = held is not None and held == event.model_copy(update={"name": held.name})
    return [] if same else [event]


def _attached(
    command: AttachProfessional | FollowProfessional,
    known: KnownProfessional,
    purpose: str,
    basis: Basis,
    function: str | None,
) -> ProfessionalAttached:
    return ProfessionalAttached(
        family=command.family,
        professional=command.professional,
        name=known.name,
        department=known.department,
        profession=known.profession,
        purpose=purpose,
        basis=basis,
        function=function,
        employer=known.employer,
        competences=known.competences,
    )


def _detach(state: State, command: DetachProfessional) -> list[FamilyEvent]:
    if command.professional not in state.attached:
        raise Refused(
            "professional_not_attached",
            "This professional is not attached to the family.",
            "R11",
            "Look up who is attached.",
            danish="Fagpersonen er ikke tilknyttet familien.",
            danish_next="Se efter, hvem der er tilknyttet.",
        )
    return leaving.detached(
        state, command.family, [command.professional], command.reason, day_of_command(command)
    )


def _if_attached(state: State, command: DetachLeaver) -> list[ProfessionalId]:
    return [command.professional] if command.professional in state.attached else []


def _follow(state: State, command: FollowProfessional) -> list[FamilyEvent]:
    """Another department, profession or name; a consent that covers neither any more ends the attachment. X-01."""
    held, known = (
        state.attached.get(command.professional),
        state.known.professionals.get(command.professional),
    )
    if held is None or known is None or known.left:
        return []
    consent = ConsentId(held.basis.reference)
    leans = held.basis.kind is BasisKind.CONSENT and consent in state.consents
    if leans and not covers(state, consent, command.professional, known.department):
        return leaving.detached(
            state, command.family, [command.professional], "consent-of-another", day_of_command(command)
        )
    return [_attached(command, known, held.purpose, held.basis, held.function)]


def _expire(state: State, command: ExpireAttachment) -> list[FamilyEvent]:
    held = state.attached.get(command.professional)
    if held is None or held.basis.valid_to != command.due_on or command.at < end_of(command.due_on):
        return []
    return leaving.expired(state, command.family, [command.professional], command.due_on)


# Evolve


def evolve(state: State, event: AttachmentEvent) -> State:
    """The family after an event. It never refuses: the past has happened."""
    match event:
        case ProfessionalAttached():
            attached = {**state.attached, event.professional: event}
            return replace(state, attached=attached, attachments=state.attachments + 1)
        case ProfessionalDetached() | AttachmentExpired():
            return _left(state, event.professional)
        case _:
            assert_never(event)


def _left(state: State, professional: ProfessionalId) -> State:
    """What somebody could decide is remembered: who was only informed doesn't come back as the first. INV-63."""
    held = state.attached.get(professional)
    around = {who: each for who, each in state.attached.items() if who != professional}
    roles = frozenset(each for each in state.working_roles if each[0] != professional)
    left = state.left if held is None else {**state.left, professional: is_caseworker(held)}
    return replace(state, attached=around, working_roles=roles, left=left)
