"""What is told of targets at the end of a month: rows by programme and year of admission, without anything small.

Pure: from how each family stands to what is kept and shown.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from contracts.progress.targets import TARGETS, Definition, Need
from services.overview.outcomes.course import Course
from services.overview.outcomes.effects import Ages, Effect, effects
from services.overview.outcomes.suppressed import Shown, apart, beside, constant, shown, small
from services.overview.outcomes.tally import Tally
from services.overview.outcomes.targets import (
    TARGET_OF,
    Definitions,
    Result,
    Row,
    Tallies,
    reached,
    result,
    targets,
    together,
)

Year = int | None
"""The year of the visitation date; None: all of them."""


@dataclass(frozen=True)
class ToldRow:
    """A row as it is told."""

    row: Row
    target: Definition
    shown: Shown
    result: Result | None
    mean: Fraction | None = None
    mean_of_families: Fraction | None = None
    mean_before: Fraction | None = None
    mean_now: Fraction | None = None


@dataclass(frozen=True)
class ToldEffect:
    """How it went with a kind of intervention, for an age group or for all."""

    kind: str
    ages: Ages | None
    shown: Shown


class Gathered:
    """Adds families up, one after the other: what is told is over them all."""

    def __init__(self, day: date, agreed: Mapping[str, Definitions] | None = None) -> None:
        """`agreed`: the targets of programmes, by code, that agreed on others than the sources say."""
        self.day, self._agreed = day, agreed or {}
        self._targets: dict[tuple[str, int], Tallies] = {}
        self._effects: dict[Effect, Tally] = {}

    def add(self, course: Course) -> None:
        """One family more, where it was admitted by that day."""
        if course.visited > self.day:
            return
        of = course.programme, course.visited.year
        own = targets(course, self.day, self._definitions(course.programme))
        self._targets[of] = together([self._targets[of], own]) if of in self._targets else own
        for effect, one in effects(course, self.day).items():
            self._effects[effect] = self._effects.get(effect, Tally()) + one

    def rows(self) -> dict[tuple[str, Year], list[ToldRow]]:
        """By programme: over all years, and those years of which a row may be told beside that."""
        found: dict[tuple[str, Year], list[ToldRow]] = {}
        for programme in sorted({programme for programme, _ in self._targets}):
            years = {year: each for (of, year), each in sorted(self._targets.items()) if of == programme}
            whole = together(years.values())
            found[programme, None] = self._told(programme, whole)
            of_years: dict[int, dict[Row, Tally]] = {}
            for row in Row:
                for year, stands in apart({year: each[row] for year, each in years.items()}).items():
                    of_years.setdefault(year, {})[row] = stands
            for year, rows in of_years.items():
                found[programme, year] = self._told(programme, rows)
        return found

    def _definitions(self, programme: str) -> Definitions:
        return self._agreed.get(programme, TARGETS)

    def _told(self, programme: str, rows: Tallies) -> list[ToldRow]:
        """Of T03, whose people are those of T02, nothing but beside all of T02."""
        definitions = self._definitions(programme)
        first = shown(rows[Row.T02]) if Row.T02 in rows else Shown()
        return [
            told(row, stands, beside(first, stands) if row is Row.T03 else shown(stands), definitions)
            for row, stands in rows.items()
        ]

    def effects(self) -> list[ToldEffect]:
        """By kind: over all ages, and those of which it may be told beside that."""
        found = []
        for kind in sorted({kind for kind, _ in self._effects}):
            groups = {ages: self._effects[kind, ages] for ages in Ages if (kind, ages) in self._effects}
            found.append(ToldEffect(kind, None, shown(sum(groups.values(), Tally()))))
            found += [ToldEffect(kind, ages, shown(stands)) for ages, stands in apart(groups).items()]
        return found


def told(row: Row, stands: Tally, open_part: Shown, definitions: Definitions = TARGETS) -> ToldRow:
    """A row as it may be shown: no result and no mean of a group that is hidden."""
    target = definitions[TARGET_OF[row]]
    if open_part.decided is None:
        return ToldRow(row, target, open_part, None)
    return ToldRow(
        row,
        target,
        open_part,
        _result(row, stands, open_part, definitions),
        mean=stands.mean if target.need in (Need.CHANGE, Need.RISE, Need.FALL) else None,
        mean_of_families=None if small(stands.families) or open_part.met is None else stands.mean_of_families,
        mean_before=_each(stands.before, stands),
        mean_now=_each(stands.now, stands),
    )


def _each(total: int, stands: Tally) -> Fraction | None:
    """Of what is measured or counted before and after; else there is nothing to tell."""
    return Fraction(total, stands.decided) if stands.decided and (stands.before or stands.now) else None


def _result(row: Row, stands: Tally, open_part: Shown, definitions: Definitions) -> Result | None:
    """Where it would tell how many met it, it is hidden too."""
    found, target = result(row, stands, definitions), definitions[TARGET_OF[row]]
    by_number = target.need in (Need.SHARE, Need.COUNT)
    if found is None or not stands.decided or not by_number or open_part.met is not None:
        return found

    def judge(met: int) -> bool:
        return reached(target, Tally(met, stands.decided))

    return found if constant(open_part, judge) is not None else None
