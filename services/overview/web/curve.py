"""A goal's curve: its scores by day, 0 to 10 always, a line for each view. Nothing is smoothed. INV-59."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

WIDE, HIGH, LEFT, RIGHT, TOP, LOW = 560, 220, 40, 500, 20, 190


@dataclass(frozen=True, slots=True)
class Point:
    """A score on its day."""

    x: float
    y: float
    score: int


@dataclass(frozen=True, slots=True)
class Line:
    """One view's scores; `path` joins them, and `label` is at the height of the last one, clear of the other's."""

    view: str
    points: tuple[Point, ...]
    path: str
    label: float


@dataclass(frozen=True, slots=True)
class Curve:
    """The lines, and the first and the last day that they span."""

    lines: tuple[Line, ...]
    first: str
    last: str


def curve(scores: Sequence[tuple[str, str, int]]) -> Curve | None:
    """Of scores: whose view, on which day, how much. None where all stand on one day: then the table says it all."""
    days = sorted({day for _, day, _ in scores})
    if len(days) < 2:
        return None
    begun = date.fromisoformat(days[0]).toordinal()
    span = date.fromisoformat(days[-1]).toordinal() - begun
    lines: list[Line] = []
    for view in ("citizen", "professional"):
        points = [
            Point(
                round(LEFT + (RIGHT - LEFT) * (date.fromisoformat(day).toordinal() - begun) / span, 1),
                height(score),
                score,
            )
            for whose, day, score in sorted(scores, key=lambda each: each[1])
            if whose == view
        ]
        if points:
            path = "M " + " L ".join(f"{point.x} {point.y}" for point in points)
            lines.append(Line(view, tuple(points), path, _clear(points[-1].y, lines)))
    return Curve(tuple(lines), days[0], days[-1])


def height(score: int) -> float:
    """Where a score stands: 10 at the top."""
    return round(LOW - (LOW - TOP) * score / 10, 1)


def _clear(y: float, others: Sequence[Line]) -> float:
    """Twenty apart from the other line's label."""
    taken = others[0].label if others else None
    if taken is None or abs(taken - y) >= 20:
        return y
    return taken + 20 if taken + 20 <= LOW + 10 else taken - 20
