"""What changed between two states of the shared plan: each with what stood before and what stands now."""

from collections.abc import Iterator, Mapping
from typing import Any

_GOAL = ("professional_wording", "owner", "target_date", "status", "rank")
_INTERVENTION = ("status", "provider", "starts", "ends")
_ACTIVITY = ("owner", "due_on", "status")
_MEETING = ("starts_at", "place", "cancelled")
_WHOLE = ("coordinator", "primary_contact", "deviation_procedure")

Plan = Mapping[str, Any]


def between(before: Plan, now: Plan) -> list[dict[str, Any]]:
    """By kind, in the plan's order; what is new, and what is gone, is no change: it has its own sentence."""
    return [*_order(before, now), *_whole(before, now), *_each(before, now)]


def _order(before: Plan, now: Plan) -> Iterator[dict[str, Any]]:
    """The family's order of its focus areas, of those that it placed. INV-41."""
    orders = [
        [area["focus_area"] for area in plan["focus_areas"] if area["placed_by_family"]]
        for plan in (before, now)
    ]
    if orders[0] != orders[1]:
        titles = {a["focus_area"]: a["title"] for plan in (before, now) for a in plan["focus_areas"]}
        shown = [[titles[area] for area in order] for order in orders]
        yield _change("focus-areas", None, None, "order", *shown)


def _whole(before: Plan, now: Plan) -> Iterator[dict[str, Any]]:
    pairs = [(name, before[name], now[name]) for name in _WHOLE]
    follow_ups = [plan["next_follow_up"] and plan["next_follow_up"]["date"] for plan in (before, now)]
    for name, was, stands in (*pairs, ("next_follow_up", *follow_ups)):
        if was != stands:
            yield _change("plan", None, None, name, was, stands)


def _each(before: Plan, now: Plan) -> Iterator[dict[str, Any]]:
    for kind, key, title, fields, listed in (
        ("goal", "goal", "own_words", _GOAL, goals),
        ("intervention", "intervention", "title", _INTERVENTION, lambda plan: plan["interventions"]),
        ("activity", "activity", "title", _ACTIVITY, lambda plan: plan["activities"]),
        ("meeting", "meeting", "date", _MEETING, lambda plan: plan["meetings"]),
    ):
        stood = {each[key]: each for each in listed(before)}
        for each in listed(now):
            was = stood.get(each[key], each)
            for field in fields:
                if was[field] != each[field]:
                    yield _change(kind, each[key], each[title], field, was[field], each[field])


def goals(plan: Plan) -> list[dict[str, Any]]:
    """The goals of a plan from the top of the tree to the bottom."""

    def below(branches: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
        for goal in branches:
            yield goal
            yield from below(goal["children"])

    return list(below(plan["goals"]))


def _change(
    kind: str, of: str | None, title: str | None, field: str, before: Any, now: Any
) -> dict[str, Any]:
    return {"kind": kind, "id": of, "title": title, "field": field, "before": before, "now": now}
