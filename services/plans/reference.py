"""What plans knows of the others: who is around the family (contacts), and how each meeting went (meetings)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from contracts.ids import OfferId
from eventkeep.view import Fold, View
from services.plans.known_contacts import ContactsFacts, evolve_contacts
from services.plans.known_meetings import MeetingFacts, MeetingsFacts, evolve_meetings
from services.plans.offered import Offer

__all__ = [
    "REFERENCE",
    "ContactsFacts",
    "Known",
    "MeetingFacts",
    "MeetingsFacts",
    "evolve_contacts",
    "evolve_meetings",
]


@dataclass(frozen=True)
class Known:
    """The facts of the others that a decision rests on, and what the catalogue says of the offers that are named."""

    contacts: ContactsFacts = field(default_factory=ContactsFacts)
    meetings: MeetingsFacts = field(default_factory=MeetingsFacts)
    offers: Mapping[OfferId, Offer] = field(default_factory=dict)
    at: Mapping[str, int] = field(default_factory=dict)
    """The version vector that the facts were read at."""


def _document(parts: Mapping[str, Any]) -> dict[str, Any]:
    return dict(parts)


REFERENCE = View(
    "reference",
    4,
    {
        "contacts": Fold(ContactsFacts, evolve_contacts),
        "meetings": Fold(MeetingsFacts, evolve_meetings),
    },
    _document,
    hashed=False,
)
"""The copy as it is kept: JSON of `Known`."""
