"""How many are in contact with the family: each contact is counted, and more than few are to be seen."""

from datetime import date
from typing import assert_never

from contracts.contacts.events import (
    ContactEnded,
    ContactKind,
    ContactReductionAgreed,
    ContactStarted,
    ContactThresholdExceeded,
    FamilyEvent,
)
from contracts.ids import FamilyId, ProfessionalId
from contracts.shapes import Code, Command, Count, Text
from eventkeep.evolved import replace
from eventkeep.refused import Refused
from services.contacts.required import day_of_command, require_attached
from services.contacts.state import State

# Commands


class StartContact(Command):
    """Record that somebody attached has contact with the family now (kontakt). R09, R52, INV-06, INV-07, INV-09.

    Outside the team, and for a secondary contact, it has a reason; a secondary one also an alternative.
    """

    family: FamilyId
    professional: ProfessionalId
    kind: ContactKind
    reason: Text | None = None
    alternative: Text | None = None


class EndContact(Command):
    """Record that somebody has no contact of this kind any more. R09, R52, P33, INV-07."""

    family: FamilyId
    professional: ProfessionalId
    kind: ContactKind
    reason: Code


class AgreeContactReduction(Command):
    """Agree how many direct contacts there are to be, and by when (færre medarbejdere). P33."""

    family: FamilyId
    direct_contacts: Count
    by_date: date


CountingCommand = StartContact | EndContact | AgreeContactReduction
CountingEvent = ContactStarted | ContactEnded | ContactReductionAgreed | ContactThresholdExceeded

# Decide


def decide(state: State, command: CountingCommand) -> list[FamilyEvent]:
    """What a command makes true, or why it is refused."""
    match command:
        case StartContact():
            return _start(state, command)
        case EndContact():
            return _end(state, command.family, command.professional, command.kind, command.reason)
        case AgreeContactReduction():
            return _agree(state, command)
        case _:
            assert_never(command)


def count(state: State, kind: ContactKind) -> int:
    """How many contacts of a kind there are. INV-07."""
    return len(state.contacts.get(kind, ()))


def _start(state: State, command: StartContact) -> list[FamilyEvent]:
    require_attached(state, command.professional, day_of_command(command))
    if command.professional in state.contacts.get(command.kind, ()):
        return []
    _require_reason(state, command)
    contacts = count(state, command.kind) + 1
    started = ContactStarted(
        family=command.family,
        professional=command.professional,
        kind=command.kind,
        reason=command.reason,
        alternative=command.alternative,
        contacts=contacts,
    )
    threshold = state.known.thresholds.of(command.kind)
    if contacts <= threshold:
        return [started]
    exceeded = ContactThresholdExceeded(
        family=command.family, kind=command.kind, contacts=contacts, threshold=threshold
    )
    return [started, exceeded]


def _require_reason(state: State, command: StartContact) -> None:
    """INV-06, INV-09: contacts are gathered in the team; another one says why."""
    secondary = command.kind is ContactKind.SECONDARY
    if command.reason is None and (secondary or command.professional not in (state.team or ())):
        raise Refused(
            "contact_without_reason",
            "A contact outside the team, or a secondary one, says why.",
            "INV-09",
            "Give the reason, or ask a colleague for advice instead.",
            danish="En kontakt uden for teamet, eller en sekundær kontakt, skal begrundes.",
            danish_next="Giv en begrundelse, eller spørg en kollega til råds i stedet.",
        )
    if command.alternative is None and secondary:
        raise Refused(
            "contact_without_alternative",
            "A secondary contact says which alternative was considered.",
            "INV-06",
            "Say what was considered, a colleague's advice for instance.",
            danish="Ved en sekundær kontakt angives det alternativ, der er overvejet.",
            danish_next="Skriv, hvad der er overvejet, for eksempel en kollegas råd.",
        )


def _end(
    state: State, family: FamilyId, professional: ProfessionalId, kind: ContactKind, reason: str
) -> list[FamilyEvent]:
    if professional not in state.contacts.get(kind, ()):
        return []
    contacts = count(state, kind) - 1
    return [
        ContactEnded(family=family, professional=professional, kind=kind, reason=reason, contacts=contacts)
    ]


def leave(state: State, family: FamilyId, professional: ProfessionalId, reason: str) -> list[FamilyEvent]:
    """No contact of any kind any more. INV-07."""
    return [event for kind in ContactKind for event in _end(state, family, professional, kind, reason)]


def _agree(state: State, command: AgreeContactReduction) -> list[FamilyEvent]:
    """Fewer than there are, by a day to come. Where none is counted yet, any number is fewer. P33."""
    if command.by_date < day_of_command(command):
        raise Refused(
            "reduction_in_the_past",
            "Nobody can have fewer contacts by a day that is over.",
            "P33",
            "Name a day to come.",
            danish="Ingen kan få færre kontakter inden en dag, der er gået.",
            danish_next="Angiv en kommende dag.",
        )
    if 0 < count(state, ContactKind.DIRECT) <= command.direct_contacts:
        raise Refused(
            "no_reduction",
            "The family has no more direct contacts than that.",
            "P33",
            "Agree on fewer than there are.",
            {"contacts": str(count(state, ContactKind.DIRECT))},
            danish="Familien har ikke flere direkte kontakter end det.",
            danish_next="Aftal færre, end der er nu.",
        )
    agreed = ContactReductionAgreed(
        family=command.family, direct_contacts=command.direct_contacts, by_date=command.by_date
    )
    return [] if agreed == state.reduction else [agreed]


# Evolve


def evolve(state: State, event: CountingEvent) -> State:
    """The family after an event. It never refuses: the past has happened."""
    match event:
        case ContactStarted():
            now = dict.fromkeys((*state.contacts.get(event.kind, ()), event.professional))
            return replace(state, contacts={**state.contacts, event.kind: tuple(now)})
        case ContactEnded():
            left = tuple(who for who in state.contacts.get(event.kind, ()) if who != event.professional)
            return replace(state, contacts={**state.contacts, event.kind: left})
        case ContactReductionAgreed():
            return replace(state, reduction=event)
        case ContactThresholdExceeded():
            return state
        case _:
            assert_never(event)
