"""The wheel of goals: where each stood first and stands now, in the citizen's view and the professional's. INV-59.

One sector for each goal, clockwise from the top; half of it for each view. The same numbers stand in the table beside it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, pi, sin

HOLE, STEP, EDGE = 22.0, 18.4, 206.0
"""The radius of 0, of each step up to 10, and of the rim."""
FEWEST, MOST = 3, 10
"""With fewer goals or more there is no wheel: only the table."""
_GAP, _BETWEEN = 2.2, 1.4


@dataclass(frozen=True, slots=True)
class Scores:
    """One view of a goal: the first score and the latest, 0 to 10; the same where there is one alone."""

    first: int
    now: int


@dataclass(frozen=True, slots=True)
class Wedge:
    """Half a sector: the path of the score now, the arc of the first one, and where its number stands."""

    view: str
    now: str
    then: str | None
    score: int
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Spoke:
    """A goal's number at the rim."""

    number: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Wheel:
    """All that is drawn. `rings` are the radii of 5 and 10 and the steps between."""

    wedges: tuple[Wedge, ...]
    spokes: tuple[Spoke, ...]
    rings: tuple[float, ...]


def wheel(goals: Sequence[tuple[str, Scores | None, Scores | None]]) -> Wheel | None:
    """Of goals by their numbers, each with the citizen's scores and the professional's. None where there are too few
    or too many."""
    if not FEWEST <= len(goals) <= MOST:
        return None
    width = 360 / len(goals)
    wedges: list[Wedge] = []
    spokes: list[Spoke] = []
    for place, (number, citizen, professional) in enumerate(goals):
        start = -90 - width / 2 + place * width
        middle = start + width / 2
        if citizen:
            wedges.append(_wedge("citizen", citizen, start + _GAP, middle - _BETWEEN / 2))
        if professional:
            wedges.append(_wedge("professional", professional, middle + _BETWEEN / 2, start + width - _GAP))
        spokes.append(Spoke(number, *_at(EDGE + 34, middle)))
    return Wheel(tuple(wedges), tuple(spokes), tuple(_radius(score) for score in range(1, 11)))


def _wedge(view: str, scores: Scores, start: float, end: float) -> Wedge:
    outer = max(_radius(scores.now), HOLE + 2)
    inward = f"L {_point(HOLE, end)} A {HOLE} {HOLE} 0 0 0 {_point(HOLE, start)} Z"
    now = f"M {_point(outer, start)} A {outer:.1f} {outer:.1f} 0 0 1 {_point(outer, end)} {inward}"
    before = _radius(scores.first)
    then = f"M {_point(before, start)} A {before:.1f} {before:.1f} 0 0 1 {_point(before, end)}"
    return Wedge(
        view,
        now,
        then if scores.first != scores.now else None,
        scores.now,
        *_at(outer + 15, (start + end) / 2),
    )


def _radius(score: int) -> float:
    return HOLE + STEP * score


def _at(radius: float, degrees: float) -> tuple[float, float]:
    angle = degrees * pi / 180
    return round(radius * cos(angle), 1), round(radius * sin(angle), 1)


def _point(radius: float, degrees: float) -> str:
    x, y = _at(radius, degrees)
    return f"{x} {y}"
