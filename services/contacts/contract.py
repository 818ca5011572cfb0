"""The collaboration contract between the team, the coordinator and the family."""

from typing import assert_never

from contracts.contacts.events import (
    ContractAwaitsSignature,
    ContractDrafted,
    ContractEnded,
    ContractParty,
    ContractSigned,
    FamilyEvent,
    Sections,
)
from contracts.ids import ContractId, FamilyId, Id
from contracts.shapes import ActorKind, Code, Command, Count, Text
from eventkeep.evolved import replace
from eventkeep.refused import Refused
from services.contacts.required import day_of_command, has_adult
from services.contacts.state import Contract, State, in_force

# Commands


class DraftContract(Command):
    """Draft the collaboration contract, or its next version: all sign anew (samarbejdskontrakt). A17, P09, INV-49."""

    family: FamilyId
    contract: ContractId
    expectations: Text
    roles: Text
    competences: Text


class SignContract(Command):
    """Sign a version of the contract for the team, as coordinator or for the family (underskrive). A17, P09, INV-48.

    The team's and the coordinator's own sign for themselves; what a member of the family signed, staff may record.
    """

    family: FamilyId
    contract: ContractId
    version: Count
    party: ContractParty
    signed_by: Id


class EndContract(Command):
    """End the contract, and say why. A17."""

    family: FamilyId
    contract: ContractId
    reason: Code


ContractCommand = DraftContract | SignContract | EndContract
ContractEvent = ContractDrafted | ContractSigned | ContractAwaitsSignature | ContractEnded

# Decide


def decide(state: State, command: ContractCommand) -> list[FamilyEvent]:
    """What a command makes true, or why it is refused."""
    match command:
        case DraftContract():
            return [_draft(state, command)]
        case SignContract():
            return _sign(state, command)
        case EndContract():
            if command.contract in state.ended_contracts:
                return []
            _current(state, command.contract)
            return [ContractEnded(family=command.family, contract=command.contract, reason=command.reason)]
        case _:
            assert_never(command)


def _draft(state: State, command: DraftContract) -> ContractDrafted:
    held = state.contract
    if command.contract in state.ended_contracts or (held and held.contract != command.contract):
        raise Refused(
            "contract_drafted_already",
            "A family has one collaboration contract, and an ended one stays ended.",
            "A17",
            "Draft the next version of the one that it has, or end that first.",
            danish="En familie har én samarbejdskontrakt, og en afsluttet kontrakt forbliver afsluttet.",
            danish_next="Lav næste version af den kontrakt, familien har, eller afslut den først.",
        )
    return ContractDrafted(
        family=command.family,
        contract=command.contract,
        version=held.version + 1 if held else 1,
        sections=Sections(
            family=command.family,
            expectations=command.expectations,
            roles=command.roles,
            competences=command.competences,
        ),
    )


def _sign(state: State, command: SignContract) -> list[FamilyEvent]:
    contract = _current(state, command.contract)
    if command.version != contract.version:
        raise Refused(
            "contract_version_not_current",
            "Another version of the contract is the current one.",
            "INV-48",
            "Read the current version, and sign that.",
            {"version": str(contract.version)},
            danish="Det er en anden version af kontrakten, der gælder.",
            danish_next="Læs den gældende version, og skriv under på den.",
        )
    _require_signer(state, command)
    if command.party in contract.signed:
        return []
    _require_another(state, contract, command)
    return [
        ContractSigned(
            family=command.family,
            contract=command.contract,
            version=command.version,
            party=command.party,
            signed_by=command.signed_by,
            in_force={*contract.signed, command.party} == set(ContractParty),
        )
    ]


def _require_signer(state: State, command: SignContract) -> None:
    """INV-48: each party is signed for by one of its own, and professionals sign for themselves."""
    signer = command.signed_by
    match command.party:
        case ContractParty.FAMILY:
            own = signer in state.members
        case ContractParty.COORDINATOR:
            own = signer == state.coordinator
        case ContractParty.TEAM:
            own = signer in (state.team or ()) and in_force(state, signer, day_of_command(command))
    if not own:
        raise Refused(
            "signer_not_of_party",
            "Each party is signed for by one of its own.",
            "INV-48",
            "Let a team member, the coordinator or a member of the family sign.",
            danish="Hver part skriver under ved en af sine egne.",
            danish_next="Lad et medlem af teamet, koordinatoren eller et familiemedlem skrive under.",
        )
    records = command.party is ContractParty.FAMILY and command.by.kind is ActorKind.PROFESSIONAL
    if command.by.id != signer and not records:
        raise Refused(
            "signature_of_another",
            "Nobody signs for somebody else.",
            "INV-48",
            "Let the other sign.",
            danish="Ingen skriver under for en anden.",
            danish_next="Lad den anden skrive under.",
        )


def _require_another(state: State, contract: Contract, command: SignContract) -> None:
    """INV-48: an agreement between three isn't signed by one for two, unless the team is the coordinator alone."""
    if command.party is ContractParty.FAMILY and not has_adult(state, [command.signed_by]):
        raise Refused(
            "signer_not_adult",
            "An adult signs for the family.",
            "INV-48",
            "Let an adult of the family sign.",
            danish="En voksen skriver under for familien.",
            danish_next="Lad en voksen i familien skrive under.",
        )
    others = [who for who in state.team or () if who != command.signed_by]
    if others and command.signed_by in contract.signed.values():
        raise Refused(
            "signed_for_another_party",
            "Who signed for one party does not sign for another as well.",
            "INV-48",
            "Let somebody else of the team sign.",
            danish="Den, der har skrevet under for én part, skriver ikke under for en anden.",
            danish_next="Lad en anden fra teamet skrive under.",
        )


def leave(state: State, family: FamilyId, signer: str) -> list[FamilyEvent]:
    """The contract waits for another, where the one who signed for the team or the family isn't of it any more. INV-48."""
    held = state.contract
    if held is None:
        return []
    return [
        ContractAwaitsSignature(family=family, contract=held.contract, version=held.version, party=party)
        for party, who in held.signed.items()
        if who == signer and party is not ContractParty.COORDINATOR
    ]


def _current(state: State, contract: ContractId) -> Contract:
    if state.contract is None or state.contract.contract != contract:
        raise Refused(
            "contract_unknown",
            "The family has no such collaboration contract.",
            "A17",
            "Draft the contract first.",
            danish="Familien har ikke denne samarbejdskontrakt.",
            danish_next="Lav kontrakten først.",
        )
    return state.contract


# Evolve


def evolve(state: State, event: ContractEvent) -> State:
    """The family after an event. It never refuses: the past has happened."""
    match event:
        case ContractDrafted():
            return replace(state, contract=Contract(event.contract, event.version))
        case ContractSigned():
            held = state.contract
            if held is None or (held.contract, held.version) != (event.contract, event.version):
                return state  # drafted by an event of a newer version, which was skipped
            return replace(
                state, contract=replace(held, signed={**held.signed, event.party: event.signed_by})
            )
        case ContractAwaitsSignature():
            held = state.contract
            if held is None or held.contract != event.contract:
                return state
            others = {party: who for party, who in held.signed.items() if party is not event.party}
            return replace(state, contract=replace(held, signed=others))
        case ContractEnded():
            ended = state.ended_contracts | {event.contract}
            same = state.contract is not None and state.contract.contract == event.contract
            return replace(state, ended_contracts=ended, contract=None if same else state.contract)
        case _:
            assert_never(event)
