"""Offers and one family: what it was presented, what it saw for itself, and what it takes. P40, P46, A07."""

from dataclasses import dataclass
from datetime import date
from typing import assert_never

from contracts.ids import FamilyId, OfferId, PersonId
from contracts.plans.events import FamilyEvent, OfferPresented, OfferVisited, PresentedIn
from contracts.plans.offers import OfferEvent
from contracts.shapes import Command
from eventkeep.clock import day_of
from services.plans.heard import evolve_offers
from services.plans.offered import Offer, require_offered
from services.plans.parties import require_happened, require_members
from services.plans.state import State

# Commands


class PresentOffer(Command):
    """Say that an offer was presented (præsentere) to members of the family, in a group or individually. P40."""

    family: FamilyId
    offer: OfferId
    presented_in: PresentedIn
    to: tuple[PersonId, ...]
    presented_on: date


class RecordOfferVisit(Command):
    """Say that members of the family saw an offer for themselves (besøge tilbuddet). P46."""

    family: FamilyId
    offer: OfferId
    visited_by: tuple[PersonId, ...]
    visited_on: date


OfferCommand = PresentOffer | RecordOfferVisit

# Decide


def decide_offers(state: State, command: OfferCommand) -> list[FamilyEvent]:
    """What a family hears and sees of offers, before it takes one. What it already heard or saw is said once."""
    event: OfferEvent
    match command:
        case PresentOffer():
            event = _presented(state, command, require_offered(state.known.offers.get(command.offer), "P40"))
        case RecordOfferVisit():
            event = _visited(state, command, require_offered(state.known.offers.get(command.offer), "P46"))
        case _:
            assert_never(command)
    return [] if evolve_offers(state.offers, event) == state.offers else [event]


def _presented(state: State, command: PresentOffer, offer: Offer) -> OfferEvent:
    require_happened(command.presented_on, day_of(command.at), "P40")
    return OfferPresented(
        family=command.family,
        offer=command.offer,
        title=offer.offered.title.danish,
        place=offer.place.place,
        place_name=offer.place.name,
        presented_in=command.presented_in,
        to=require_members(state.known, command.to, "P40"),
        presented_on=command.presented_on,
    )


def _visited(state: State, command: RecordOfferVisit, offer: Offer) -> OfferEvent:
    require_happened(command.visited_on, day_of(command.at), "P46")
    return OfferVisited(
        family=command.family,
        offer=command.offer,
        title=offer.offered.title.danish,
        visited_by=require_members(state.known, command.visited_by, "P46"),
        visited_on=command.visited_on,
    )


@dataclass(frozen=True)
class Taken:
    """What the family's plan says of an offer that it takes: copied, since the catalogue goes on changing."""

    title: str | None = None
    place: str | None = None
    place_name: str | None = None


def taken(state: State, offer: OfferId | None) -> Taken:
    """The offer that an intervention takes: one that stands in the catalogue. A07."""
    if offer is None:
        return Taken()
    found = require_offered(state.known.offers.get(offer), "A07")
    return Taken(found.offered.title.danish, found.place.place, found.place.name)
