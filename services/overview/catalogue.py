"""The catalogue of offers, folded for everybody to look into: a view of its own, of no family (tilbudskatalog). A31."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, assert_never

from contracts.ids import OfferId, PresentationId
from contracts.plans.events import (
    CATALOGUE,
    Offered,
    OfferListed,
    OfferPlaceChanged,
    OfferPresentationAdded,
    OfferPresentationRemoved,
    OfferRevised,
    OfferWithdrawn,
    Place,
    Wording,
)
from contracts.plans.offers import CatalogueEvent
from eventkeep.evolved import replace
from eventkeep.view import Fold, View

KEY = f"catalogue/{CATALOGUE}"
"""Under which the journal and the view keep it."""


@dataclass(frozen=True)
class Shelved:
    """An offer as it stands, with the presentations that are shown of it."""

    offered: Offered
    place: Place
    presentations: Mapping[PresentationId, OfferPresentationAdded] = field(default_factory=dict)
    withdrawn: bool = False


@dataclass(frozen=True)
class Catalogue:
    """All offers that were ever listed, in that order."""

    offers: Mapping[OfferId, Shelved] = field(default_factory=dict)


def evolve(catalogue: Catalogue, event: CatalogueEvent) -> Catalogue:
    """The catalogue after an event. Never refuses: the past has happened."""
    if isinstance(event, OfferListed):
        now = Shelved(event.offered, event.place)
    elif event.offer in catalogue.offers:
        now = _changed(catalogue.offers[event.offer], event)
    else:
        return catalogue
    return replace(catalogue, offers={**catalogue.offers, event.offer: now})


def _changed(offer: Shelved, event: CatalogueEvent) -> Shelved:
    match event:
        case OfferRevised():
            return replace(offer, offered=event.offered)
        case OfferPlaceChanged():
            return replace(offer, place=event.place)
        case OfferPresentationAdded():
            return replace(offer, presentations={**offer.presentations, event.presentation: event})
        case OfferPresentationRemoved():
            left = {name: each for name, each in offer.presentations.items() if name != event.presentation}
            return replace(offer, presentations=left)
        case OfferWithdrawn():
            return replace(offer, withdrawn=True)
        case OfferListed():
            return offer
        case _:
            assert_never(event)


def derive(parts: Mapping[str, Any]) -> dict[str, Any]:
    """The document: every offer, those that were withdrawn too, since plans may still take them. A07, INV-65.

    What another department hosts than the one that gives it is integrated. O22, P47.
    """
    catalogue: Catalogue = parts["plans"]
    return {"offers": [_offer(name, each) for name, each in catalogue.offers.items()]}


def _offer(name: OfferId, offer: Shelved) -> dict[str, Any]:
    offered, place = offer.offered, offer.place
    provider = offered.provider
    return {
        "offer": name,
        "title": _wording(offered.title),
        "kind": offered.kind,
        "form": offered.form,
        "goal": _wording(offered.goal),
        "content": _wording(offered.content),
        "results": _wording(offered.results),
        "axes": offered.axes,
        "provider": {"kind": provider.kind, "department": provider.department, "name": provider.name},
        "draws_on": offered.draws_on,
        "place": {"place": place.place, "name": place.name, "host": place.host},
        "integrated": provider.department != place.host,
        "presentations": [_presentation(each) for each in offer.presentations.values()],
        "withdrawn": offer.withdrawn,
    }


def _presentation(each: OfferPresentationAdded) -> dict[str, Any]:
    return {
        "presentation": each.presentation,
        "kind": each.kind,
        "title": _wording(each.title),
        "words": each.words and _wording(each.words),
        "reference": each.reference,
    }


def _wording(words: Wording) -> dict[str, Any]:
    return {"danish": words.danish, "english": words.english}


OFFERS = View("offers", 1, {"plans": Fold(Catalogue, evolve)}, derive, hashed=False, kind="catalogue")
