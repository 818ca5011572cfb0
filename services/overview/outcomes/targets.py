"""The outcome targets over families, as of any day: computed from facts, never typed. T01 to T14, T24, INV-54 to INV-56."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from contracts.progress.events import MeasureKind
from contracts.progress.targets import TARGETS, Definition, Need, Target
from services.overview.outcomes import families, measured, young
from services.overview.outcomes.course import Course
from services.overview.outcomes.tally import Judged, Tally, tally


class Row(StrEnum):
    """A row of what is shown: a target, one of its two halves, or a group that is in none. Q07."""

    T01 = "t01"
    T02 = "t02"
    T03 = "t03"
    T04 = "t04"
    T05 = "t05"
    T06 = "t06"
    T07 = "t07"
    T08 = "t08"
    T09 = "t09"
    T10 = "t10"
    FOURTEEN = "fourteen"
    T11_PHYSICAL = "t11-physical"
    T11_MENTAL = "t11-mental"
    T12 = "t12"
    T13 = "t13"
    T14 = "t14"
    T24 = "t24"


class Result(StrEnum):
    """How a target stands as a whole."""

    MET = "met"
    NOT_MET = "not-met"
    RUNNING = "running"
    """It has no deadline, or a later one."""
    NOT_YET = "not-yet"
    NOT_MEASURABLE = "not-measurable"


@dataclass(frozen=True)
class _Counts:
    """What a row counts. Without a target's own need (`shown_only`) it is neither met nor missed."""

    target: Target
    each: Callable[[Definition, Course, date], Iterator[Judged]]
    running: bool = False
    shown_only: bool = False


_ROWS: Mapping[Row, _Counts] = {
    Row.T01: _Counts(Target.T01, families.adult_in_work, running=True),
    Row.T02: _Counts(Target.T02, young.had_job),
    Row.T03: _Counts(Target.T03, young.kept_job),
    Row.T04: _Counts(Target.T04, measured.better(MeasureKind.ATTENDANCE)),
    Row.T05: _Counts(Target.T05, measured.better_by(MeasureKind.WELLBEING, adults=False)),
    Row.T06: _Counts(Target.T06, measured.ahead),
    Row.T07: _Counts(Target.T07, measured.better(MeasureKind.CHILD_HEALTH)),
    Row.T08: _Counts(Target.T08, measured.more_included),
    Row.T09: _Counts(Target.T09, families.own_goal),
    Row.T10: _Counts(Target.T10, young.in_leisure),
    Row.FOURTEEN: _Counts(Target.T10, young.fourteen, shown_only=True),
    Row.T11_PHYSICAL: _Counts(Target.T11, measured.better_by(MeasureKind.PHYSICAL_HEALTH, adults=True)),
    Row.T11_MENTAL: _Counts(Target.T11, measured.better_by(MeasureKind.MENTAL_HEALTH, adults=True)),
    Row.T12: _Counts(Target.T12, families.one_primary),
    Row.T13: _Counts(Target.T13, families.taking_part, running=True),
    Row.T14: _Counts(Target.T14, families.in_resource_course, running=True),
    Row.T24: _Counts(Target.T24, families.fewer_contacts),
}
TARGET_OF: Mapping[Row, Target] = {row: counts.target for row, counts in _ROWS.items()}
Tallies = Mapping[Row, Tally]
Definitions = Mapping[Target, Definition]


def targets(course: Course, day: date, definitions: Definitions = TARGETS) -> Tallies:
    """How one family stands on a day: facts of later days don't count. One that was not admitted by then counts nowhere."""
    if day < course.visited:
        return {row: Tally() for row in _ROWS}
    return {row: tally(counts.each(definitions[counts.target], course, day)) for row, counts in _ROWS.items()}


def together(tallies: Iterable[Tallies]) -> Tallies:
    """How families stand together."""
    summed = {row: Tally() for row in _ROWS}
    for each in tallies:
        for row, one in each.items():
            if one.among:
                summed[row] = summed[row] + one
    return summed


def result(row: Row, stands: Tally, definitions: Definitions = TARGETS) -> Result | None:
    """Whether what is needed is reached; None for a row that is only shown."""
    counts = _ROWS[row]
    if counts.shown_only:
        return None
    if not stands.decided:
        return Result.NOT_YET if stands.not_yet else Result.NOT_MEASURABLE
    if reached(definitions[counts.target], stands):
        return Result.MET
    return Result.RUNNING if counts.running else Result.NOT_MET


def reached(target: Definition, stands: Tally) -> bool:
    """Whether a group in which something is decided reaches what a target needs. Q08, Q10."""
    mean = stands.change / stands.decided
    match target.need:
        case Need.SHARE:
            return stands.met * 100 >= target.needed * stands.decided
        case Need.COUNT:
            return stands.met >= target.needed
        case Need.CHANGE:
            return mean * 100 >= target.needed
        case Need.RISE | Need.FALL:
            return mean > target.needed
