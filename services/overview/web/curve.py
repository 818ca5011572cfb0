"""A goal's curve: its scores by day, 0 to 10 always, a line for each view. Nothing is smoothed. INV-59."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from contracts.progress.wheels import WHEEL_SCALE

WIDE, HIGH, LEFT, RIGHT, TOP, LOW = 660, 220, 40, 500, 20, 190


@dataclass(frozen=True, slots=True)
class Point:
    """A score on its day."""

    x: float
    y: float
    score: int


@dataclass(frozen=True, slots=True)
class Drawn:
    """One view's scores; `path` joins them, and `label` is at the height of the last one, clear of the other's."""

    view: str
    points: tuple[Point, ...]
    path: str
    label: float


@dataclass(frozen=True, slots=True)
class Curve:
    """The lines, the first and the last day that they span, and where meetings were held between them."""

    lines: tuple[Drawn, ...]
    first: str
    last: str
    meetings: tuple[float, ...] = ()

    @property
    def beyond(self) -> bool:
        """Whether a score lies outside of the scale, and is drawn at its edge."""
        return any(point.score != on_scale(point.score) for line in self.lines for point in line.points)


def curve(
    scores: Sequence[tuple[str, str, int]], every: int | None = None, met: Sequence[str] = ()
) -> Curve | None:
    """Of scores: whose view, on which day, how much. None where all stand on one day: then the table says it all.

    A line breaks where a registration is missing for more than twice the days that were agreed.
    """
    days = sorted({day for _, day, _ in scores})
    if len(days) < 2:
        return None
    lines: list[Drawn] = []
    for view in ("citizen", "professional"):
        made = sorted((day, score) for whose, day, score in scores if whose == view)
        if made:
            points = tuple(Point(_across(day, days), height(score), score) for day, score in made)
            path = _path([day for day, _ in made], points, every)
            lines.append(Drawn(view, points, path, _clear(points[-1].y, lines)))
    meetings = tuple(_across(day, days) for day in sorted(set(met)) if days[0] < day < days[-1])
    return Curve(tuple(lines), days[0], days[-1], meetings)


def height(score: int) -> float:
    """Where a score stands: 10 at the top, and nothing above it or below 0."""
    return round(LOW - (LOW - TOP) * on_scale(score) / WHEEL_SCALE[1], 1)


def on_scale(score: int) -> int:
    """The score, or the edge that it lies beyond: what was registered before there was a scale is still there."""
    least, most = WHEEL_SCALE
    return max(least, min(most, score))


def _across(day: str, days: Sequence[str]) -> float:
    """True days: as far to the right as time went on."""
    begun, ended = _number(days[0]), _number(days[-1])
    return round(LEFT + (RIGHT - LEFT) * (_number(day) - begun) / (ended - begun), 1)


def _number(day: str) -> int:
    return date.fromisoformat(day).toordinal()


def _path(days: Sequence[str], points: Sequence[Point], every: int | None) -> str:
    steps = ["M"]
    for before, after in pairwise(days):
        steps.append("M" if every and _number(after) - _number(before) > 2 * every else "L")
    return " ".join(f"{step} {point.x} {point.y}" for step, point in zip(steps, points, strict=True))


def _clear(y: float, others: Sequence[Drawn]) -> float:
    """Twenty apart from the other line's label."""
    taken = others[0].label if others else None
    if taken is None or abs(taken - y) >= 20:
        return y
    return taken + 20 if taken + 20 <= LOW + 10 else taken - 20
