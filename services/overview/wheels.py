"""The wheels of the family's members, as everybody attached sees them: axes, and how they were scored. A28, A29, M11."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from contracts.progress.events import WheelDefined, WheelScored


def shown(
    defined: Iterable[WheelDefined],
    scored: Sequence[tuple[WheelScored, bool]],
    place: Mapping[str, int],
) -> list[dict[str, Any]]:
    """Each wheel with its axes as they are now; sittings by day. Citizen and professional stay apart. INV-59, Q11."""
    wheels = {each.wheel: each for each in defined}
    return [
        {
            "wheel": wheel.wheel,
            "kind": wheel.kind,
            "person": wheel.person,
            "axes": [
                {
                    "axis": axis.axis,
                    "area": axis.area,
                    "goal": axis.goal,
                    "known": axis.goal is None or axis.goal in place,
                }
                for axis in wheel.axes
            ],
            "scorings": [
                _scoring(each, corrected)
                for each, corrected in sorted(scored, key=lambda one: one[0].scored_on)
                if each.wheel == wheel.wheel
            ],
        }
        for wheel in wheels.values()
    ]


def _scoring(scored: WheelScored, corrected: bool) -> dict[str, Any]:
    return {
        "scoring": scored.scoring,
        "by_kind": scored.by_kind,
        "scored_on": scored.scored_on,
        "scores": [{"axis": score.axis, "value": score.value} for score in scored.scores],
        "words": scored.words,
        "corrected": corrected,
    }
