"""What a decision about a family needs beside its stream: the others' facts, and the offers that a command names."""

from dataclasses import replace
from typing import Any

from contracts.ids import OfferId
from contracts.plans.events import CATALOGUE
from eventkeep import vector
from eventkeep.codec import Vocabulary
from eventkeep.handle import Facts, FactsOf
from eventkeep.states import States
from eventkeep.store import Store
from services.plans.interventions import AddIntervention
from services.plans.offered import Offer, State, evolve
from services.plans.offers import OfferCommand


class Shelf:
    """Looks up offers in the catalogue, which is a stream of this service's own store, as it stands now."""

    def __init__(self, store: Store, vocabulary: Vocabulary, references: FactsOf) -> None:
        self._catalogues = States(State, evolve, vocabulary, store, 1)
        self._references = references

    async def __call__(self, command: Any, wanted: vector.Vector, deadline: float | None) -> Facts:
        """The facts for a command. Raises Refused as the reference copy does."""
        facts = await self._references(command, wanted, deadline)
        offer = named(command)
        if offer is None:
            return facts
        return Facts(replace(facts.known, offers=await self._offers(offer)), facts.causes)

    async def _offers(self, offer: OfferId) -> dict[OfferId, Offer]:
        state: State = (await self._catalogues.newest(f"catalogue/{CATALOGUE}")).state
        return {offer: state.offers[offer]} if offer in state.offers else {}


def named(command: Any) -> OfferId | None:
    """The offer that a command about a family names."""
    return command.offer if isinstance(command, AddIntervention | OfferCommand) else None
