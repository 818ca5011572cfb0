"""The family plan as text for a terminal."""

from collections.abc import Iterator
from typing import Any


def lines(plan: dict[str, Any]) -> Iterator[str]:
    """The plan, line by line."""
    people = {each["professional"]: each["name"] for each in plan["attached"]}
    people |= {each["person"]: each["name"] for each in plan["members"]}
    head = plan["plan"] or {}
    yield f"Status: {head.get('status')}, revision {head.get('revision')}"
    yield f"Coordinator: {people.get(plan['coordinator'])}   Primary contact: {people.get(plan['primary_contact'])}"
    yield "Family: " + ", ".join(f"{m['name']} ({m['role']})" for m in plan["members"])
    yield "Attached: " + ", ".join(
        f"{p['name']} ({p['profession']}{', team' if p['on_team'] else ''})" for p in plan["attached"]
    )
    yield "Focus areas, by the family's priority: " + "; ".join(a["title"] for a in plan["focus_areas"])
    yield "Goals:"
    for goal in plan["goals"]:
        yield from _goal(goal, people, 1)
    yield "Interventions:"
    for each in plan["interventions"]:
        yield f"  {each['title']} ({each['department']}, {each['legal_basis']}, from {each['starts']})"
    follow_up = plan["next_follow_up"] or {}
    yield f"Next follow-up: {follow_up.get('date')}"
    yield f"If it goes otherwise: {plan['deviation_procedure']}"
    for success in plan["small_successes"]:
        yield f"Small success: {success['words']}"


def _goal(goal: dict[str, Any], people: dict[str, str], depth: int) -> Iterator[str]:
    name = people.get(goal["owner"], "?")
    yield f"{'  ' * depth}\u201c{goal['own_words']}\u201d \u2014 {name}, by {goal['target_date'] or 'no date'}"
    for child in goal["children"]:
        yield from _goal(child, people, depth + 1)
