"""What contacts follows of meetings and plans: that it happened, so that what contacts says names its causes."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from eventkeep.view import Fold, View


@dataclass(frozen=True)
class Known:
    """No fact of the others decides anything here yet."""


def _unchanged(facts: None, event: Any) -> None:
    return None


def _document(parts: Mapping[str, Any]) -> dict[str, Any]:
    return {}


REFERENCE = View(
    "reference",
    1,
    {"meetings": Fold(lambda: None, _unchanged), "plans": Fold(lambda: None, _unchanged)},
    _document,
    hashed=False,
)
"""The copy as it is kept: JSON of `Known`."""
