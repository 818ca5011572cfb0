"""What a family heard and saw of offers. P40, P46."""

from dataclasses import dataclass
from datetime import date
from typing import assert_never

from contracts.ids import OfferId, PersonId
from contracts.plans.events import OfferPresented, OfferVisited, PresentedIn
from contracts.plans.offers import OfferEvent
from eventkeep.evolved import replace


@dataclass(frozen=True)
class Offers:
    """Who of the family was presented which offer and where, and who saw one: the family's, whatever becomes of a plan."""

    presented: frozenset[tuple[OfferId, PresentedIn, date, PersonId]] = frozenset()
    visited: frozenset[tuple[OfferId, date, PersonId]] = frozenset()


def evolve_offers(offers: Offers, event: OfferEvent) -> Offers:
    """What the family heard and saw, after an event."""
    match event:
        case OfferPresented():
            said = event.offer, event.presented_in, event.presented_on
            return replace(offers, presented=offers.presented | {(*said, person) for person in event.to})
        case OfferVisited():
            seen = event.offer, event.visited_on
            return replace(offers, visited=offers.visited | {(*seen, person) for person in event.visited_by})
        case _:
            assert_never(event)
