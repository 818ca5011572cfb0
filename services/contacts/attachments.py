"""Who is attached to the family, on what basis and for how long: nobody else sees the plan."""

from dataclasses import replace
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
from eventkeep.clock import end_of, in_term
from eventkeep.refused import Refused
from services.contacts import leaving
from services.contacts.bases import known_code, rests_until
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
            return leaving.detached(state, command.family, _if_attached(state, command), "left-municipality")
        case FollowProfessional():
            return _follow(state, command)
        case ExpireAttachment():
            return _expire(state, command)
        case _:
            assert_never(command)


def _attach(state: State, command: AttachProfessional) -> list[FamilyEvent]:
    known = known_professional(state, command.professional)
    _require_basis(state, command, known)
    event = _attached(command, known, command.purpose, command.basis, command.function)
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
    )


def _require_basis(state: State, command: AttachProfessional, known: KnownProfessional) -> None:
    """X-01: no attachment without a basis that carries it for its whole term."""
    basis, day = command.basis, day_of_command(command)
    if basis.valid_to is not None and basis.valid_to < basis.valid_from:
        raise Refused(
            "basis_ends_before_it_begins",
            "The basis ends before it begins.",
            "X-01",
            "Correct the term of the basis.",
            danish="Hjemlen slutter, før den begynder.",
        )
    if basis.valid_to is not None and basis.valid_to < day:
        raise Refused(
            "basis_over",
            "The basis has ended already.",
            "X-01",
            "Name a basis that is in force.",
            danish="Hjemlen er allerede udløbet.",
        )
    if basis.kind is BasisKind.LAW:
        known_code(basis.reference, max(basis.valid_from, day), "X-01")
        _require_within_case(state, basis)
    else:
        _require_consent(state, command, known)


def _require_within_case(state: State, basis: Basis) -> None:
    last = rests_until(state, basis.reference)
    if last is not None and (basis.valid_to is None or basis.valid_to > last):
        raise Refused(
            "basis_beyond_case",
            "The case rests on this paragraph no longer, or for a shorter term.",
            "X-01",
            "Let it end with what the case rests on, or record that the case rests on it again.",
            {"last_day": last.isoformat()},
            danish="Sagen hviler ikke længere på paragraffen, eller kun i en kortere periode.",
        )


def _require_consent(state: State, command: AttachProfessional, known: KnownProfessional) -> None:
    basis, consent = command.basis, ConsentId(command.basis.reference)
    given = state.consents.get(consent)
    if given is None or consent in state.ended_consents or given.valid_to < day_of_command(command):
        raise Refused(
            "consent_not_in_force",
            "The family has given no such consent that is in force.",
            "X-01",
            "Record the consent first, and name its id.",
            danish="Familien har ikke givet et sådant samtykke, der gælder.",
        )
    if not covers(state, consent, command.professional, known.department):
        raise Refused(
            "consent_of_another",
            "The consent covers neither this professional nor the department.",
            "X-01",
            "Ask the family for a consent that does.",
            danish="Samtykket omfatter hverken fagpersonen eller afdelingen.",
        )
    if given.purpose != command.purpose:
        raise Refused(
            "consent_for_another_purpose",
            "The consent was given for another purpose.",
            "X-01",
            "Attach for that purpose, or ask the family for a consent to this one.",
            {"purpose": given.purpose},
            danish="Samtykket er givet til et andet formål.",
        )
    within = in_term(given.valid_from, given.valid_to, basis.valid_from)
    if not within or basis.valid_to is None or basis.valid_to > given.valid_to:
        raise Refused(
            "basis_beyond_consent",
            "The term of the basis is within the term of the consent.",
            "X-01",
            "Let it begin and end with the consent at the latest.",
            {"valid_from": given.valid_from.isoformat(), "valid_to": given.valid_to.isoformat()},
            danish="Hjemlens periode ligger inden for samtykkets periode.",
        )


def covers(state: State, consent: ConsentId, professional: ProfessionalId, department: str) -> bool:
    """Whether a consent names this professional or the department. X-01."""
    given = state.consents.get(consent)
    return given is not None and (given.professional == professional or given.department == department)


def _detach(state: State, command: DetachProfessional) -> list[FamilyEvent]:
    if command.professional not in state.attached:
        raise Refused(
            "professional_not_attached",
            "This professional is not attached to the family.",
            "R11",
            "Look up who is attached.",
            danish="Fagpersonen er ikke tilknyttet familien.",
        )
    return leaving.detached(state, command.family, [command.professional], command.reason)


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
        return leaving.detached(state, command.family, [command.professional], "consent-of-another")
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
            left = {who: held for who, held in state.attached.items() if who != event.professional}
            roles = frozenset(each for each in state.working_roles if each[0] != event.professional)
            return replace(state, attached=left, working_roles=roles)
        case _:
            assert_never(event)
