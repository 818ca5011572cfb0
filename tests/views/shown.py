"""The family plan folded from what the services told, in any mixture."""

from typing import Any

import orjson

from contracts.shapes import Event
from eventkeep.testing import folded
from services.overview.family_plan import FAMILY_PLAN


def family_plan(*events: Event) -> dict[str, Any]:
    """The document, after what each service told, in its order."""
    parts = {
        service: folded(fold.evolve, fold.initial(), *(each for each in events if teller(each) == service))
        for service, fold in FAMILY_PLAN.folds.items()
    }
    plain: dict[str, Any] = orjson.loads(FAMILY_PLAN.written(parts))
    return plain


def teller(event: Event) -> str:
    """The service that told an event."""
    return event.wire.split(".")[1]
