"""The collaboration contract that stands, and who has signed it. Told by contacts."""

from dataclasses import dataclass
from typing import Any, assert_never

from contracts.contacts.events import (
    ContractAwaitsSignature,
    ContractDrafted,
    ContractEnded,
    ContractParty,
    ContractSigned,
)
from contracts.ids import ContractId
from eventkeep.evolved import replace

ContractEvent = ContractDrafted | ContractSigned | ContractAwaitsSignature | ContractEnded


@dataclass(frozen=True)
class Contract:
    """The collaboration contract that stands, and who has signed it. What it says is the parties' own."""

    contract: ContractId
    version: int
    signed: frozenset[ContractParty] = frozenset()


def evolve(held: Contract | None, event: ContractEvent) -> Contract | None:
    """The contract after an event. Never refuses: the past has happened."""
    if isinstance(event, ContractDrafted):
        return Contract(event.contract, event.version)
    if held is None or held.contract != event.contract:
        return held
    match event:
        case ContractSigned():
            return (
                replace(held, signed=held.signed | {event.party}) if held.version == event.version else held
            )
        case ContractAwaitsSignature():
            return replace(held, signed=held.signed - {event.party})
        case ContractEnded():
            return None
        case _:
            assert_never(event)


def unsigned(held: Contract | None) -> Contract | None:
    """Without the coordinator's signature. INV-48."""
    return held and replace(held, signed=held.signed - {ContractParty.COORDINATOR})


def shown(held: Contract | None) -> dict[str, Any] | None:
    """Which version stands, who has signed it, and whether that puts it in force. INV-48."""
    if held is None:
        return None
    return {
        "contract": held.contract,
        "version": held.version,
        "signed": [party for party in ContractParty if party in held.signed],
        "in_force": held.signed == frozenset(ContractParty),
    }
