"""Deviations from the plan, as everybody attached sees them: who acts by when, what was done, how it ended. A25, INV-31."""

from collections.abc import Iterable, Mapping
from typing import Any

from contracts.progress.events import (
    DeviationActionTaken,
    DeviationClosed,
    DeviationEvent,
    DeviationOverdue,
    DeviationReplanned,
    DeviationReported,
)


def shown(
    events: Iterable[DeviationEvent], place: Mapping[str, int], procedures: Mapping[str, str]
) -> list[dict[str, Any]]:
    """In the order in which they were reported. An overdue one says so until somebody has acted.

    Each keeps the procedure that runs, which its own meeting agreed: the next one may agree on another. INV-31.
    """
    found: dict[str, dict[str, Any]] = {}
    for event in events:
        if isinstance(event, DeviationReported):
            found.setdefault(event.deviation, _reported(event, place, procedures))
        elif event.deviation in found:
            _went_on(found[event.deviation], event)
    return list(found.values())


def still_open(plan: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The deviations of a plan that aren't closed."""
    return [each for each in plan["deviations"] if each["closed_on"] is None]


def _reported(
    event: DeviationReported, place: Mapping[str, int], procedures: Mapping[str, str]
) -> dict[str, Any]:
    return {
        "deviation": event.deviation,
        "meeting": event.meeting,
        "procedure": procedures.get(event.meeting),
        "goal": event.goal,
        "known": event.goal in place,
        "intervention": event.intervention,
        "words": event.words,
        "owner": event.owner,
        "owner_kind": event.owner_kind,
        "due_on": event.due_on,
        "reported_on": event.reported_on,
        "overdue": False,
        "actions": [],
        "closed_on": None,
        "plan_changes": None,
        "closing_words": None,
    }


def _went_on(
    deviation: dict[str, Any],
    event: DeviationReplanned | DeviationActionTaken | DeviationOverdue | DeviationClosed,
) -> None:
    match event:
        case DeviationReplanned():
            agreed = {"owner": event.owner, "owner_kind": event.owner_kind, "due_on": event.due_on}
            deviation |= {**agreed, "overdue": deviation["overdue"] and event.due_on == deviation["due_on"]}
        case DeviationActionTaken():
            deviation["actions"].append({"words": event.words, "taken_on": event.taken_on})
            deviation["overdue"] = False
        case DeviationOverdue():
            deviation["overdue"] = not deviation["actions"]
        case DeviationClosed():
            closed = {"closed_on": event.closed_on, "plan_changes": event.plan_changes}
            deviation |= {**closed, "closing_words": event.words, "overdue": False}
