"""What is measured before and after: T04 to T08, T11. Relative change on the raw score, mean and share both. INV-55, Q08."""

from collections.abc import Callable, Iterator
from datetime import date

from contracts.progress.events import MeasureKind
from contracts.progress.targets import Definition
from services.overview.outcomes.course import Course, Person
from services.overview.outcomes.days import months_after
from services.overview.outcomes.measuring import (
    WINDOW,
    Change,
    over_a_term,
    since_baseline,
    since_the_first,
    since_the_one_before,
)
from services.overview.outcomes.tally import NOT_MEASURABLE, NOT_YET, Judged, judged

Counter = Callable[[Definition, Course, date], Iterator[Judged]]
_YEAR = 12


def better_by(kind: MeasureKind, adults: bool) -> Counter:
    """T05, T11: so many per cent better a year after the visitation date."""

    def count(target: Definition, course: Course, day: date) -> Iterator[Judged]:
        due = months_after(course.visited, target.months or _YEAR)
        for person in _members(course, min(day, due), adults):
            yield _by_then(target, course, person, kind, due, day)

    return count


def _by_then(
    target: Definition, course: Course, person: Person, kind: MeasureKind, due: date, day: date
) -> Judged:
    change, started = over_a_term(person.measures.get(kind, {}), course.visited, due, day)
    if not course.follows(person, min(day, due)):
        return NOT_MEASURABLE
    if day >= due and change is not None:
        met = change.relative * 100 >= target.needed
        return judged(met, change.relative, change.before, change.now)
    # A baseline or a result may still come, as long as it would count.
    start_may_come = day <= min(course.visited + WINDOW, due)
    end_may_come = started and day <= due + WINDOW
    return NOT_YET if start_may_come or end_may_come else NOT_MEASURABLE


def better(kind: MeasureKind) -> Counter:
    """T04, T07: better than at the visitation date, as it stands."""

    def count(target: Definition, course: Course, day: date) -> Iterator[Judged]:
        for person in _members(course, day, adults=False):
            change = since_baseline(person.measures.get(kind, {}), course.visited, day)
            yield _as_it_stands(change, course, day, course.follows(person, day), person.forgotten)

    return count


def ahead(target: Definition, course: Course, day: date) -> Iterator[Judged]:
    """T06: the pupil plan shows more than the time before."""
    for person in _members(course, day, adults=False):
        measures = person.measures.get(MeasureKind.PUPIL_PLAN, {})
        change = since_the_one_before(measures, course.visited, day)
        yield _as_it_stands(change, course, day, course.follows(person, day), person.forgotten)


def more_included(target: Definition, course: Course, day: date) -> Iterator[Judged]:
    """T08: of those who stand by the family, who feels more included than at first."""
    for supporter in course.supporters:
        since, last = supporter.days
        if since <= day and (last is None or last >= course.visited):
            change = since_the_first(supporter.answers, course.visited, day)
            follows = course.open_on(day) and (last is None or day <= last)
            yield _as_it_stands(change, course, day, follows)


def _as_it_stands(
    change: Change | None, course: Course, day: date, follows: bool, forgotten: bool = False
) -> Judged:
    """Without a second measurement it is awaited for a year, where it can still come."""
    if forgotten:
        return NOT_MEASURABLE
    if change is not None:
        return judged(change.points > 0, change.points, change.before, change.now)
    return NOT_YET if follows and day < months_after(course.visited, _YEAR) else NOT_MEASURABLE


def _members(course: Course, until: date, adults: bool) -> Iterator[Person]:
    """Adults or children on their first day from the visitation date on."""
    for person in course.persons:
        entered = person.entered(course.visited, until)
        if entered is not None and person.grown(entered) is adults:
            yield person
