"""The family plan folded from what the services told, in any mixture: each is one that departments are promised."""

import json
from functools import cache
from typing import Any

import jsonschema_rs
import orjson

from contracts.shapes import Event
from deploy.generate.documents import FOLDER, PLAN
from deploy.generate.written import ROOT
from eventkeep.testing import folded
from services.overview.family_plan import FAMILY_PLAN


def family_plan(*events: Event) -> dict[str, Any]:
    """The document, after what each service told, in its order: as it is promised."""
    plan = derived(*events)
    assert not plan["family"] or not astray(plan)  # without a family nothing is told
    return plan


def derived(*events: Event) -> dict[str, Any]:
    """The same of any events, also those that no decider would let be."""
    parts = {
        service: folded(fold.evolve, fold.initial(), *(each for each in events if teller(each) == service))
        for service, fold in FAMILY_PLAN.folds.items()
    }
    plain: dict[str, Any] = orjson.loads(FAMILY_PLAN.written(parts))
    return plain


def astray(plan: dict[str, Any]) -> list[str]:
    """Where a plan isn't what its closed schema says, and what is wrong there."""
    return [f"{list(error.instance_path)} {error.message}" for error in _promised().iter_errors(plan)]


@cache
def _promised() -> jsonschema_rs.Validator:
    place = ROOT / FOLDER / f"{PLAN}.json"
    return jsonschema_rs.validator_for(json.loads(place.read_text()), validate_formats=True)


def teller(event: Event) -> str:
    """The service that told an event."""
    return event.wire.split(".")[1]
