"""The catalogue of offers as plans knows it: what stands in it, and what may be taken of it (tilbudskatalog)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import assert_never

from contracts.ids import OfferId, PresentationId
from contracts.plans.events import (
    Offered,
    OfferListed,
    OfferPlaceChanged,
    OfferPresentationAdded,
    OfferPresentationRemoved,
    OfferRevised,
    OfferWithdrawn,
    Place,
)
from contracts.plans.offers import CatalogueEvent
from eventkeep.evolved import replace
from eventkeep.refused import Refused


@dataclass(frozen=True)
class Offer:
    """An offer as it stands, and the presentations that are shown of it."""

    offered: Offered
    place: Place
    withdrawn: bool = False
    shown: frozenset[PresentationId] = frozenset()

    @property
    def kept_by(self) -> frozenset[str | None]:
        """The departments that keep it up to date."""
        return frozenset({self.offered.provider.department, self.place.host})


@dataclass(frozen=True)
class State:
    """The catalogue as plans knows it: public words, which nobody seals."""

    offers: Mapping[OfferId, Offer] = field(default_factory=dict)
    presentations: frozenset[PresentationId] = frozenset()
    """All that were ever added."""


def require_offered(offer: Offer | None, rule: str) -> Offer:
    """The offer, which stands in the catalogue. `rule` says what it is wanted for."""
    if offer is None:
        raise Refused(
            "offer_unknown",
            "The catalogue has no such offer.",
            rule,
            "Look it up in the catalogue.",
            danish="Kataloget har ikke et sådant tilbud.",
            danish_next="Slå tilbuddet op i kataloget.",
        )
    if offer.withdrawn:
        raise Refused(
            "offer_withdrawn",
            "The offer was taken out of the catalogue.",
            rule,
            "Choose another offer.",
            danish="Tilbuddet er taget ud af kataloget.",
            danish_next="Vælg et andet tilbud.",
        )
    return offer


def evolve(state: State, event: CatalogueEvent) -> State:
    """The catalogue after an event."""
    match event:
        case OfferListed():
            return _with(state, event.offer, Offer(event.offered, event.place))
        case OfferPresentationAdded():
            state = replace(state, presentations=state.presentations | {event.presentation})
        case _:
            pass
    found = state.offers.get(event.offer)
    return state if found is None else _with(state, event.offer, _changed(found, event))


def _changed(offer: Offer, event: CatalogueEvent) -> Offer:
    match event:
        case OfferRevised():
            return replace(offer, offered=event.offered)
        case OfferPlaceChanged():
            return replace(offer, place=event.place)
        case OfferPresentationAdded():
            return replace(offer, shown=offer.shown | {event.presentation})
        case OfferPresentationRemoved():
            return replace(offer, shown=offer.shown - {event.presentation})
        case OfferWithdrawn():
            return replace(offer, withdrawn=True)
        case OfferListed():
            return offer
        case _:
            assert_never(event)


def _with(state: State, offer: OfferId, now: Offer) -> State:
    return replace(state, offers={**state.offers, offer: now})
