"""What meetings knows of the others: who is around the family (contacts), and what its plan holds (plans)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from eventkeep.view import Fold, View
from services.meetings.known_contacts import ContactsFacts, evolve_contacts
from services.meetings.known_groups import KnownGroup
from services.meetings.known_plans import PlansFacts, evolve_plans

__all__ = ["REFERENCE", "ContactsFacts", "Known", "PlansFacts", "evolve_contacts", "evolve_plans"]


@dataclass(frozen=True)
class Known:
    """The facts of the others that a decision rests on."""

    contacts: ContactsFacts = field(default_factory=ContactsFacts)
    plans: PlansFacts = field(default_factory=PlansFacts)
    group: KnownGroup | None = None
    """The group course that a command names, from its own stream: no part of the copy. P40."""


def _document(parts: Mapping[str, Any]) -> dict[str, Any]:
    return dict(parts)


REFERENCE = View(
    "reference",
    4,
    {
        "contacts": Fold(ContactsFacts, evolve_contacts),
        "plans": Fold(PlansFacts, evolve_plans),
    },
    _document,
    hashed=False,
)
"""The copy as it is kept: JSON of `Known`."""
