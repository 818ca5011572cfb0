"""Courses of families for tests of targets: events with the days on which they happened, folded as overview folds them."""

from collections.abc import Collection, Iterable
from datetime import date
from typing import Any

import orjson

from contracts.shapes import Event
from eventkeep.testing import said
from services.overview.outcomes.course import Course, course
from services.overview.outcomes.view import OUTCOMES
from tests.views.shown import teller

Told = tuple[date, Event]
"""The day on which it was said, and what."""


def document(life: Iterable[Told]) -> dict[str, Any]:
    """What the view holds after this life, in its order."""
    parts = {service: fold.initial() for service, fold in OUTCOMES.folds.items()}
    for number, (day, event) in enumerate(life, start=1):
        service = teller(event)
        told = said(event, service, number, f"{day}T12:00:00+00:00")
        parts[service] = OUTCOMES.folds[service].after(parts[service], event, told)
    found: dict[str, Any] = orjson.loads(OUTCOMES.written(parts))
    return found


def course_of(life: Iterable[Told], forgotten: Collection[str] = ()) -> Course:
    """The course of an admitted family."""
    found = course(document(life), forgotten)
    assert found is not None
    return found
