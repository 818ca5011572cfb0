"""Rounds that alternate, since a machine's level moves all the time: only ratios mean anything."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from statistics import median

Side = Callable[[], Awaitable[float]]
Say = Callable[[str], None]


@dataclass(frozen=True)
class Scale:
    """How long to measure: `quick` shows that it runs, and roughly how it stands."""

    quick: bool

    @property
    def rounds(self) -> int:
        """How often each side is measured, after one round that isn't counted."""
        return 2 if self.quick else 5

    @property
    def seconds(self) -> float:
        """How long a round lasts, where it isn't over when its work is."""
        return 0.7 if self.quick else 2.0

    def of(self, full: int, quick: int) -> int:
        """An amount of work."""
        return quick if self.quick else full


@dataclass(frozen=True)
class Tally:
    """What correctness lost on the way: it stands beside the speed."""

    lost: int = 0
    duplicated: int = 0
    inverted: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(
            self.lost + other.lost, self.duplicated + other.duplicated, self.inverted + other.inverted
        )


@dataclass(frozen=True)
class Row:
    """One line of the table. `ratio` is ours to the limit, or to the peer where the name says so."""

    name: str
    unit: str
    ours: float
    peer: float | None
    limit: float | None
    ratio: float | None
    spread: tuple[float, float] | None
    aim: float | None
    lower_is_better: bool
    tally: Tally

    @property
    def reached(self) -> bool | None:
        """Whether the aim is reached; None where there is none."""
        if self.aim is None or self.ratio is None:
            return None
        return self.ratio <= self.aim if self.lower_is_better else self.ratio >= self.aim


async def alternate(sides: Mapping[str, Side], rounds: int, say: Say) -> dict[str, list[float]]:
    """Measures each side in turn, again and again. The first time is for warming up and isn't counted."""
    found: dict[str, list[float]] = {name: [] for name in sides}
    for number in range(rounds + 1):
        for name, side in sides.items():
            level = await side()
            if number:
                found[name].append(level)
            say(f"    {'warm-up' if not number else f'round {number}/{rounds}'}  {name:14} {level:>12,.1f}")
    return found


def row(
    name: str,
    unit: str,
    found: Mapping[str, list[float]],
    tally: Tally,
    *,
    aim: float | None = None,
    lower_is_better: bool = False,
    beside: str = "limit",
) -> Row:
    """The line of `ours` beside the `limit` (or `peer`): medians, also of the ratios of each round."""
    levels = {side: median(values) for side, values in found.items()}
    ratios = sorted(ours / other for ours, other in zip(found["ours"], found.get(beside, []), strict=False))
    return Row(
        name,
        unit,
        levels["ours"],
        levels.get("peer"),
        levels.get("limit"),
        median(ratios) if ratios else None,
        (ratios[0], ratios[-1]) if ratios else None,
        aim,
        lower_is_better,
        tally,
    )
