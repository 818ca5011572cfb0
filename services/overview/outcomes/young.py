"""Children's and young people's leisure: T02, T03, T10, and the fourteen-year-olds, who are in neither. Q07, INV-56."""

from collections.abc import Iterator
from datetime import date, timedelta

from contracts.progress.events import OccupationKind
from contracts.progress.targets import Definition
from services.overview.outcomes.course import Course, Occupation, Person
from services.overview.outcomes.days import months_after
from services.overview.outcomes.tally import NOT_MEASURABLE, NOT_YET, Judged, judged

YOUNG = range(15, 18)
_YEAR = 12


def had_job(target: Definition, course: Course, day: date) -> Iterator[Judged]:
    """T02: of those who are 15 to 17 a year after the visitation date, who had a leisure job by then."""
    due = _due(target, course)
    for person in _young(course, due, day):
        if person.age(due) is None or not course.follows(person, min(day, due)):
            yield NOT_MEASURABLE
        elif day < due:
            yield NOT_YET
        else:
            yield judged(any(_jobs(person, course, due)))


def kept_job(target: Definition, course: Course, day: date) -> Iterator[Judged]:
    """T03: of the same, who kept one such job for half a year without a break; it may end after the year. INV-56."""
    due = _due(target, course)
    for person in _young(course, due, day):
        if person.age(due) is None or not course.follows(person, min(day, due)):
            yield NOT_MEASURABLE
        elif day < due:
            yield NOT_YET
        else:
            yield _kept(target, course, person, due, day)


def _kept(target: Definition, course: Course, person: Person, due: date, day: date) -> Judged:
    """A job that goes on may still become long enough, as long as somebody can tell."""
    seen = _last_seen(course, person, day)
    for job in _jobs(person, course, due):
        enough = months_after(job.first, target.unbroken_months or 0) - timedelta(days=1)
        until = job.last if job.last is not None and job.last <= day else seen
        if until >= enough:
            return judged(True)
    if not any(_goes_on(job, day) for job in _jobs(person, course, due)):
        return judged(False)
    return NOT_YET if course.follows(person, day) else NOT_MEASURABLE


def _last_seen(course: Course, person: Person, day: date) -> date:
    """The last day up to a day on which somebody was of the family, in an open case."""
    stood = course.stood(day)
    return max(min(last or stood, stood) for since, last in person.days if since <= stood)


def _goes_on(job: Occupation, day: date) -> bool:
    return job.last is None or job.last > day


def _jobs(person: Person, course: Course, due: date) -> Iterator[Occupation]:
    """Leisure jobs of some day of the year."""
    for each in person.occupations:
        if each.kind == OccupationKind.LEISURE_JOB and each.within(course.visited, due):
            yield each


def _young(course: Course, due: date, day: date) -> Iterator[Person]:
    """Of the family in the year, and 15 to 17 at its end; a child whose age nobody knows may be one of them."""
    for person in course.persons:
        entered = person.entered(course.visited, min(day, due))
        age = person.age(due)
        if entered is None or (age is None and person.grown(entered)):
            continue
        if age is None or age in YOUNG:
            yield person


def _due(target: Definition, course: Course) -> date:
    return months_after(course.visited, target.months or _YEAR)


def in_leisure(target: Definition, course: Course, day: date) -> Iterator[Judged]:
    """T10: of those under 14, who goes to a leisure activity."""
    stood = course.stood(day)
    for person in course.persons:
        age = person.age(stood)
        if not person.there(stood) or person.grown(stood):
            continue
        if age is None:
            yield NOT_MEASURABLE
        elif age < 14:
            yield judged(_does(person, stood, OccupationKind.LEISURE_ACTIVITY))


def fourteen(target: Definition, course: Course, day: date) -> Iterator[Judged]:
    """Those of 14 years: too old for T10, too young for T02. Who goes to a leisure activity or has a leisure job. Q07."""
    stood = course.stood(day)
    for person in course.persons:
        if person.there(stood) and person.age(stood) == 14:
            yield judged(_does(person, stood, OccupationKind.LEISURE_ACTIVITY, OccupationKind.LEISURE_JOB))


def _does(person: Person, day: date, *kinds: OccupationKind) -> bool:
    return any(each.kind in kinds and each.on(day) for each in person.occupations)
