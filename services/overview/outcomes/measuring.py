"""Measurements before and after: which one is the baseline, which the result, and the change on the raw score. INV-55, Q08.

At a day counts the last measurement up to it, or else the first of the 60 days after it. Only what was measured on one
instrument and scale is compared; where several were, the one whose baseline is the latest.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from services.overview.outcomes.course import Readings, Scale

WINDOW = timedelta(days=60)


@dataclass(frozen=True)
class Change:
    """From one measurement to a later one."""

    since: date
    before: int
    now: int

    @property
    def points(self) -> Fraction:
        """On the instrument's scale."""
        return Fraction(self.now - self.before)

    @property
    def relative(self) -> Fraction:
        """Of the baseline, which is above 0."""
        return Fraction(self.now - self.before, self.before)


def reading_at(readings: Readings, day: date, known: date) -> date | None:
    """The day of the measurement that counts at a day, of those known by then."""
    past = [each for each in readings if each <= day and each <= known]
    soon = [each for each in readings if day < each <= min(day + WINDOW, known)]
    return max(past) if past else min(soon, default=None)


def over_a_term(
    measures: Mapping[Scale, Readings], visited: date, due: date, known: date
) -> tuple[Change | None, bool]:
    """The change from the visitation date to a day, and whether there is a baseline. One of 0 or less is none: nothing
    relates to it."""
    changes, started = [], False
    for readings in measures.values():
        base = reading_at(readings, visited, known)
        if base is None or readings[base] <= 0:
            continue
        started = True
        later = {day: value for day, value in readings.items() if day > base}
        result = reading_at(later, due, known)
        if result is not None:
            changes.append(Change(base, readings[base], later[result]))
    return _latest(changes), started


def since_baseline(measures: Mapping[Scale, Readings], visited: date, known: date) -> Change | None:
    """The change from the baseline to the last measurement known."""
    changes = []
    for readings in measures.values():
        base = reading_at(readings, visited, known)
        last = max((day for day in readings if day <= known), default=None)
        if base is not None and last is not None and last > base:
            changes.append(Change(base, readings[base], readings[last]))
    return _latest(changes)


def since_the_one_before(measures: Mapping[Scale, Readings], visited: date, known: date) -> Change | None:
    """The change between the last two measurements, the last from the visitation date on."""
    changes = []
    for readings in measures.values():
        days = sorted(day for day in readings if day <= known)
        if len(days) > 1 and days[-1] >= visited:
            changes.append((days[-1], Change(days[-2], readings[days[-2]], readings[days[-1]])))
    latest = max((day for day, _ in changes), default=None)
    return next((change for day, change in changes if day == latest), None)


def since_the_first(measures: Mapping[Scale, Readings], visited: date, known: date) -> Change | None:
    """The change from the first answer to the last, the last from the visitation date on."""
    changes = []
    for readings in measures.values():
        days = sorted(day for day in readings if day <= known)
        if len(days) > 1 and days[-1] >= visited:
            changes.append(Change(days[0], readings[days[0]], readings[days[-1]]))
    return _latest(changes)


def _latest(changes: Iterable[Change]) -> Change | None:
    """That with the latest baseline; of several the first by the instrument's name."""
    return max(changes, key=lambda each: each.since, default=None)
