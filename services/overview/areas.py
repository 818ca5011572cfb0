"""Which areas of the wheel a goal of a plan is about, so that offers for it are found. A31."""

from collections.abc import Iterator, Mapping
from typing import Any

from contracts.plans.events import Element

AREAS: Mapping[str, tuple[str, ...]] = {
    Element.SELF_SUPPORT: ("job",),
    Element.EMPLOYMENT: ("job",),
    Element.EDUCATION: ("education",),
    Element.CARE: ("family-social",),
    Element.LEISURE: ("leisure",),
    Element.HEALTH: ("health",),
    Element.HOME: ("family-social",),
}
"""The areas of what a focus area is about."""


def areas_of(plan: Mapping[str, Any], goal: str) -> tuple[str, ...] | None:
    """The areas of a goal, by the focus area that it, or the goal above it, stands under. Empty where that is about
    nothing in particular; None where the plan has no such goal."""
    for top in plan["goals"]:
        if goal in {each["goal"] for each in _all(top)}:
            return AREAS.get(_element(plan, top["focus_area"]) or "", ())
    return None


def _all(goal: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    yield goal
    for each in goal["children"]:
        yield from _all(each)


def _element(plan: Mapping[str, Any], focus_area: str | None) -> str | None:
    return next((each["element"] for each in plan["focus_areas"] if each["focus_area"] == focus_area), None)
