"""The wheel: where each of its axes stood first and stands now, in the citizen's view and the professional's. INV-59.

One sector for each axis, clockwise from the top; half of it for each view. The same numbers stand in the table beside it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, pi, sin

from services.overview.web.scores import Line, Scores

HOLE, STEP, EDGE = 22.0, 18.4, 206.0
"""The radius of 0, of each step up to 10, and of the rim."""
FEWEST, MOST = 3, 10
"""With fewer axes or more there is no wheel: only the table."""
_GAP, _BETWEEN = 2.2, 1.4
_LETTERS = 22
"""So much of a name has room beside the rim; all of it stands in the table."""


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
    """An axis at the rim: its number, for a small screen, and its name with the numbers, for a large one."""

    number: str
    name: str
    line: Line
    x: float
    y: float
    left: float
    top: float
    anchor: str


@dataclass(frozen=True, slots=True)
class Wheel:
    """All that is drawn. `rings` are the radii of each step, `borders` the lines between sectors."""

    wedges: tuple[Wedge, ...]
    spokes: tuple[Spoke, ...]
    rings: tuple[float, ...]
    borders: tuple[str, ...]


def wheel(lines: Sequence[Line]) -> Wheel | None:
    """Of axes in their order. None where there are too few or too many, or nothing is scored."""
    if not FEWEST <= len(lines) <= MOST or not any(line.views for line in lines):
        return None
    width = 360 / len(lines)
    wedges: list[Wedge] = []
    spokes: list[Spoke] = []
    borders: list[str] = []
    for place, line in enumerate(lines):
        start = -90 - width / 2 + place * width
        middle = start + width / 2
        if line.citizen:
            wedges.append(_wedge("citizen", line.citizen, start + _GAP, middle - _BETWEEN / 2))
        if line.professional:
            wedges.append(
                _wedge("professional", line.professional, middle + _BETWEEN / 2, start + width - _GAP)
            )
        spokes.append(_spoke(line, middle))
        borders.append(f"M {_point(HOLE, start)} L {_point(EDGE, start)}")
    rings = tuple(_radius(score) for score in range(1, 11))
    return Wheel(tuple(wedges), tuple(spokes), rings, tuple(borders))


def _spoke(line: Line, middle: float) -> Spoke:
    """Names stand away from the rim: to the left of it on the left, to the right on the right."""
    name = line.name if len(line.name) <= _LETTERS else f"{line.name[: _LETTERS - 1].rstrip()}…"
    across, down = _at(EDGE + 34, middle)
    anchor = "middle" if abs(across) < 60 else "start" if across > 0 else "end"
    lower = 8 if down > 0 else -14
    return Spoke(line.number, name, line, *_at(EDGE + 44, middle), across, down + lower, anchor)


def _wedge(view: str, scores: Scores, start: float, end: float) -> Wedge:
    outer = max(_radius(scores.now), HOLE + 2)
    inward = f"L {_point(HOLE, end)} A {HOLE} {HOLE} 0 0 0 {_point(HOLE, start)} Z"
    now = f"M {_point(outer, start)} A {outer:.1f} {outer:.1f} 0 0 1 {_point(outer, end)} {inward}"
    at = _at(outer + 15, (start + end) / 2)
    return Wedge(view, now, _then(scores, start, end), scores.now, *at)


def _then(scores: Scores, start: float, end: float) -> str | None:
    """The arc of the first score, also where it stands where it stood; none of what is new."""
    if scores.first is None:
        return None
    before = _radius(scores.first)
    return f"M {_point(before, start)} A {before:.1f} {before:.1f} 0 0 1 {_point(before, end)}"


def _radius(score: int) -> float:
    return HOLE + STEP * score


def _at(radius: float, degrees: float) -> tuple[float, float]:
    angle = degrees * pi / 180
    return round(radius * cos(angle), 1), round(radius * sin(angle), 1)


def _point(radius: float, degrees: float) -> str:
    x, y = _at(radius, degrees)
    return f"{x} {y}"
