"""How whoever gives a command stands to the family: what the table of rights is looked up by. INV-40, INV-63."""

from datetime import date
from enum import StrEnum

from contracts.ids import PersonId, ProfessionalId
from contracts.shapes import Actor, ActorKind, Command
from eventkeep.clock import in_term
from services.contacts import attachments, colleagues, consents, emergency, requests
from services.contacts.givers import holders, may_withdraw
from services.contacts.professions import is_caseworker
from services.contacts.required import day_of_command
from services.contacts.state import Consultation, Request, State, in_force


class Relation(StrEnum):
    """How somebody stands to the family. One may stand in several."""

    FAMILY = "family"
    CONSENTING = "consenting"
    """Whoever gave the consent, or holds custody, and lives elsewhere. X-02."""
    COORDINATOR = "coordinator"
    TEAM = "team"
    ATTACHED = "attached"
    CASEWORKER = "caseworker"
    FIRST = "first"
    """Any professional, while nobody is attached; of those who were, only caseworkers: nobody gains by leaving. INV-63.

    A basis that is over ends by the clock, not by the caller's day."""
    ASKED = "asked"
    """The one who was asked for this advice or this contact, attached or not."""
    ONESELF = "oneself"
    """The one whose own attachment, or emergency access, it is."""
    STAFF = "staff"
    SERVICE = "service"


def relations(state: State, command: Command) -> frozenset[Relation]:
    """How the one who gives a command stands to the family, on the day of it."""
    by, day = command.by, day_of_command(command)
    match by.kind:
        case ActorKind.SERVICE:
            return frozenset({Relation.SERVICE})
        case ActorKind.PERSON:
            own = frozenset({Relation.FAMILY} if PersonId(by.id) in state.members else ())
            return own | (frozenset({Relation.CONSENTING}) if by.id in _consenting(state, command) else own)
        case ActorKind.DEPARTMENT:
            return frozenset()
        case ActorKind.PROFESSIONAL:
            return frozenset({Relation.STAFF}) | _asked(state, command) | _around(state, by, day)


def _consenting(state: State, command: Command) -> set[PersonId]:
    match command:
        case consents.GiveConsent():
            return holders(state, state.members)
        case consents.WithdrawConsent():
            given = state.consents.get(command.consent)
            return may_withdraw(state, given) if given else set()
        case _:
            return set()


def _around(state: State, by: Actor, day: date) -> frozenset[Relation]:
    who = ProfessionalId(by.id)
    if not in_force(state, who, day):
        first = not state.attached and state.left.get(who, True)
        return frozenset({Relation.FIRST} if first else ())
    found = {Relation.ATTACHED}
    if who in (state.team or ()):
        found.add(Relation.TEAM)
    if who == state.coordinator or _deputises(state, who, day):
        found.add(Relation.COORDINATOR)
    if is_caseworker(state.attached[who]):
        found.add(Relation.CASEWORKER)
    return frozenset(found)


def _deputises(state: State, who: ProfessionalId, day: date) -> bool:
    named = state.deputy
    return named is not None and named.deputy == who and in_term(named.valid_from, named.valid_to, day)


def _asked(state: State, command: Command) -> frozenset[Relation]:
    asked: Consultation | Request | None = None
    match command:
        case attachments.DetachProfessional():
            own = command.professional == command.by.id and command.professional in state.attached
            return frozenset({Relation.ONESELF} if own else ())
        case emergency.TakeEmergencyAccess() | emergency.EndEmergencyAccess():
            return frozenset({Relation.ONESELF} if command.professional == command.by.id else ())
        case colleagues.GiveConsultation():
            asked = state.consultations.get(command.consultation)
        case requests.ConfirmContact():
            asked = state.requests.get(command.request)
    return frozenset({Relation.ASKED} if asked is not None and asked.professional == command.by.id else ())
