"""Who leads which department: folded from contacts' register, for who reads of programmes. R46."""

from collections.abc import Mapping
from typing import Any

from contracts.contacts.events import DepartmentRegistered
from eventkeep.view import Fold, View


def evolve(lead: str | None, event: DepartmentRegistered) -> str | None:
    """Who leads it now."""
    return event.lead


def derive(parts: Mapping[str, Any]) -> dict[str, Any]:
    """The lead's id, or nobody's."""
    return {"lead": parts["contacts"]}


def _nobody() -> str | None:
    return None


DEPARTMENT = View(
    "department",
    1,
    {"contacts": Fold(_nobody, evolve)},
    derive,
    waits_for_causes=False,
    hashed=False,
    kind="department",
)
