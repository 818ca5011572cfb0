"""How it goes for the family: the part of the family plan that progress tells."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, assert_never

from contracts.ids import FamilyId
from contracts.progress.events import BaselineRecorded, FamilyEvent, ProgressRegistered, SmallSuccessNoted
from eventkeep.evolved import replace


@dataclass(frozen=True)
class Progress:
    """What is registered, in the order in which it was recorded."""

    family: FamilyId | None = None
    baselines: tuple[BaselineRecorded, ...] = ()
    registrations: tuple[ProgressRegistered, ...] = ()
    successes: tuple[SmallSuccessNoted, ...] = ()


def evolve(part: Progress, event: FamilyEvent) -> Progress:
    """What is registered after an event. Never refuses: the past has happened."""
    part = replace(part, family=event.family)
    match event:
        case BaselineRecorded():
            return replace(part, baselines=(*part.baselines, event))
        case ProgressRegistered():
            return replace(part, registrations=(*part.registrations, event))
        case SmallSuccessNoted():
            return replace(part, successes=(*part.successes, event))
        case _:
            assert_never(event)


def shown(part: Progress, goals: Sequence[str]) -> dict[str, Any]:
    """What everybody attached sees of it, by day, then as recorded. `goals` are those of the plan, in order.

    What names a goal that the plan lacks is listed all the same, and says so. INV-55, INV-68, A45.
    """
    place = {goal: number for number, goal in enumerate(goals)}
    return {
        "baselines": [
            {
                "baseline": each.baseline,
                "person": each.person,
                "goal": each.goal,
                "known": each.goal is None or each.goal in place,
                "instrument": each.instrument,
                "scale_min": each.scale_min,
                "scale_max": each.scale_max,
                "value": each.value,
                "measured_on": each.measured_on,
            }
            for each in sorted(part.baselines, key=lambda each: each.measured_on)
        ],
        "progress": _by_goal(part, place),
        "small_successes": [
            {
                "success": each.success,
                "person": each.person,
                "goal": each.goal,
                "known": each.goal is None or each.goal in place,
                "words": each.words,
                "noted_on": each.noted_on,
            }
            for each in sorted(part.successes, key=lambda each: each.noted_on)
        ],
    }


def _by_goal(part: Progress, place: dict[str, int]) -> list[dict[str, Any]]:
    """Registrations under their goals, in the plan's order. Whose view it is stays with each. INV-59."""
    registered: dict[str, list[ProgressRegistered]] = {}
    for each in sorted(part.registrations, key=lambda each: each.registered_on):
        registered.setdefault(each.goal, []).append(each)
    return [
        {
            "goal": goal,
            "known": goal in place,
            "registrations": [_registration(each) for each in registered[goal]],
        }
        for goal in sorted(registered, key=lambda goal: (place.get(goal, len(place)), goal))
    ]


def _registration(registered: ProgressRegistered) -> dict[str, Any]:
    return {
        "registration": registered.registration,
        "intervention": registered.intervention,
        "person": registered.person,
        "value": registered.value,
        "by_kind": registered.by_kind,
        "note": registered.note,
        "registered_on": registered.registered_on,
    }
