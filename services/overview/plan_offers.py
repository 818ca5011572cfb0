"""Offers, as the family plan shows them: what the family heard and saw of them, and where it has to go. P40, P46, P47."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, assert_never

from contracts.ids import OfferId
from contracts.plans.events import InterventionAdded, OfferPresented, OfferVisited
from contracts.plans.offers import OfferEvent
from eventkeep.evolved import replace


@dataclass(frozen=True)
class Offers:
    """What was presented to the family and what it saw, as it was recorded. Its own, whatever becomes of a plan."""

    presented: tuple[OfferPresented, ...] = ()
    visited: tuple[OfferVisited, ...] = ()


def evolve(offers: Offers, event: OfferEvent) -> Offers:
    """What the family heard and saw, after an event."""
    match event:
        case OfferPresented():
            return replace(offers, presented=(*offers.presented, event))
        case OfferVisited():
            return replace(offers, visited=(*offers.visited, event))
        case _:
            assert_never(event)


def shown(offers: Offers) -> dict[str, Any]:
    """By day, then as recorded. P40, P46."""
    return {
        "offers_presented": [
            {
                "offer": each.offer,
                "title": each.title,
                "place": each.place,
                "place_name": each.place_name,
                "presented_in": each.presented_in,
                "to": each.to,
                "presented_on": each.presented_on,
            }
            for each in sorted(offers.presented, key=lambda one: one.presented_on)
        ],
        "offer_visits": [
            {
                "offer": each.offer,
                "title": each.title,
                "visited_by": each.visited_by,
                "visited_on": each.visited_on,
            }
            for each in sorted(offers.visited, key=lambda one: one.visited_on)
        ],
    }


def of_intervention(offers: Offers, added: InterventionAdded, began: date) -> dict[str, Any] | None:
    """The offer that an intervention takes, as it was then, and whether the family saw it before it began. P46."""
    if added.offer is None:
        return None
    return {
        "offer": added.offer,
        "title": added.offer_title,
        "place": added.place,
        "place_name": added.place_name,
        "seen_before": any(each.visited_on <= began for each in _visits(offers, added.offer)),
    }


def _visits(offers: Offers, offer: OfferId) -> Iterator[OfferVisited]:
    return (each for each in offers.visited if each.offer == offer)


def places(interventions: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """The places that the family has to go to for what it takes, each once; of what has ended, none. P47."""
    found: dict[str, dict[str, Any]] = {}
    for each in interventions:
        taken = each["offer"]
        if taken is None or taken["place"] is None or each["status"] == "ended":
            continue
        named = {"place": taken["place"], "place_name": taken["place_name"], "interventions": []}
        found.setdefault(taken["place"], named)["interventions"].append(each["intervention"])
    return [found[place] for place in sorted(found)]
