"""Small groups are hidden, also from whoever subtracts: 1 to 4 are never shown, nor what they could be computed from.

Everybody is taken to know how many a row counts in all, since other rows tell it, and how it is hidden. Nought is shown.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from services.overview.outcomes.tally import Tally

FEW = 5
Period = TypeVar("Period")


@dataclass(frozen=True)
class Shown:
    """What is shown of a row. None: hidden. `most` and `least` say between which numbers met ones are, where it is hidden
    and how many are decided is not."""

    met: int | None = None
    decided: int | None = None
    not_yet: int | None = None
    not_measurable: int | None = None
    least: int | None = None
    most: int | None = None

    @property
    def whole(self) -> bool:
        """Whether nothing is hidden."""
        return None not in (self.met, self.decided, self.not_yet, self.not_measurable)


def shown(stands: Tally) -> Shown:
    """What is shown of one row: all of it, or how many are decided and no more of the rest, or nothing.

    Which of them it is tells nothing of which is the small one.
    """
    rest = stands.not_yet, stands.not_measurable
    if (any(map(small, rest)) and sum(rest) < FEW) or small(stands.decided):
        return Shown()
    not_yet, not_measurable = (None, None) if any(map(small, rest)) else rest
    least, most = _range(stands.met, stands.decided)
    if least == most:
        return Shown(stands.met, stands.decided, not_yet, not_measurable)
    return Shown(None, stands.decided, not_yet, not_measurable, least, most)


def beside(larger: Shown, stands: Tally) -> Shown:
    """What is shown of a row of the same people, of whom no more meet it than meet another one: all of it where both are
    shown whole, or else nothing, since one would tell of the other."""
    found = shown(stands)
    return found if larger.whole and found.whole else Shown()


def _range(met: int, decided: int) -> tuple[int, int]:
    """Between which numbers it is that are met. Where both sides may be small no side is named."""
    missed = decided - met
    if not small(met) and not small(missed):
        return met, met
    if decided < 2 * FEW - 1:
        return 1, decided - 1
    return (1, FEW - 1) if small(met) else (decided - FEW + 1, decided - 1)


def small(number: int) -> bool:
    """Whether so many could be recognised."""
    return 0 < number < FEW


def constant(row: Shown, judge: Callable[[int], bool]) -> bool | None:
    """Whether what is needed is reached, where that is the same for every number that it may be; else None."""
    if row.met is not None:
        return judge(row.met)
    if row.least is None or row.most is None:
        return None
    verdicts = {judge(met) for met in range(row.least, row.most + 1)}
    return verdicts.pop() if len(verdicts) == 1 else None


def clean(stands: Tally) -> bool:
    """Whether nothing of a row has to be hidden, its families and means included."""
    return shown(stands).whole and not small(stands.families) and not small(stands.among)


def apart(parts: Mapping[Period, Tally]) -> dict[Period, Tally]:
    """The parts of a whole that may be shown beside it: what is left of the whole is then no small group either.

    A part is shown whole or not at all. Where the rest would tell something, the next part is kept back too.
    """
    may_be_shown = [each for each, stands in parts.items() if clean(stands)]
    while may_be_shown:
        rest = sum((stands for each, stands in parts.items() if each not in may_be_shown), Tally())
        if clean(rest):
            break
        may_be_shown.pop()
    return {each: parts[each] for each in may_be_shown}
