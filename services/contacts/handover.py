"""The baton: whom the family chose next answers, and the one before holds it until then. INV-03."""

from contracts.contacts.events import (
    ContractAwaitsSignature,
    ContractParty,
    CoordinatorHandoverAccepted,
    CoordinatorHandoverEnded,
    FamilyEvent,
)
from contracts.ids import FamilyId, ProfessionalId
from contracts.shapes import ActorKind, Code, Command
from eventkeep.refused import Refused
from services.contacts.state import Contract, State

# Commands


class AnswerHandover(Command):
    """Take the baton or leave it: the answer of the one who was chosen (stafet). R07, INV-03, INV-48."""

    family: FamilyId
    accepts: bool
    reason: Code | None = None


# Decide


def answer(state: State, command: AnswerHandover) -> list[FamilyEvent]:
    """The baton is taken, or stays where it was. INV-03."""
    if state.handover is None:
        raise Refused(
            "no_handover",
            "Nobody waits for an answer: no handover has been started.",
            "INV-03",
            "Let the family choose its coordinator.",
            danish="Ingen overdragelse er i gang.",
            danish_next="Lad familien vælge sin koordinator.",
        )
    if command.by.kind is not ActorKind.PROFESSIONAL or command.by.id != state.handover.professional:
        raise Refused(
            "handover_of_another",
            "Whom the family chose answers for himself or herself.",
            "INV-03",
            "Ask the one who was chosen.",
            danish="Den, familien har valgt, svarer selv.",
            danish_next="Spørg den, der er valgt.",
        )
    if not command.accepts:
        if command.reason is None:
            raise Refused(
                "decline_without_reason",
                "Who declines says why.",
                "INV-03",
                "Give the reason.",
                danish="Den, der siger nej, giver en grund.",
                danish_next="Skriv grunden.",
            )
        return list(put_back(state, command.family, command.reason))
    return [
        CoordinatorHandoverAccepted(
            family=command.family,
            professional=state.handover.professional,
            previous=state.handover.previous,
        ),
        *sign_anew(command.family, state.contract, state.handover.professional),
    ]


def put_back(state: State, family: FamilyId, reason: str) -> list[FamilyEvent]:
    """The baton is no longer held out to the one who was chosen. INV-03."""
    if state.handover is None:
        return []
    chosen = state.handover.professional
    return [CoordinatorHandoverEnded(family=family, professional=chosen, reason=reason)]


def sign_anew(family: FamilyId, contract: Contract | None, coordinator: ProfessionalId) -> list[FamilyEvent]:
    """INV-48: a new coordinator needs a new signature, and so does the team, where he or she signed for that."""
    if contract is None:
        return []
    for_team = contract.signed.get(ContractParty.TEAM) == coordinator
    parties = (ContractParty.COORDINATOR, ContractParty.TEAM) if for_team else (ContractParty.COORDINATOR,)
    return [
        ContractAwaitsSignature(
            family=family, contract=contract.contract, version=contract.version, party=party
        )
        for party in parties
    ]
