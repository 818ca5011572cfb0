"""What is counted by family or by who takes part: T01, T09, T12 to T14, T24."""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from contracts.progress.events import OccupationKind
from contracts.progress.targets import Definition
from services.overview.outcomes.course import Course, Person, at
from services.overview.outcomes.tally import NOT_MEASURABLE, Judged, judged

_WORK = frozenset(
    (
        OccupationKind.ORDINARY_WORK,
        OccupationKind.EDUCATION,
        OccupationKind.REVALIDATION,
        OccupationKind.FLEXJOB,
    )
)


def adult_in_work(target: Definition, course: Course, day: date) -> Iterator[Judged]:
    """T01: somebody grown up is in ordinary work, education, revalidation or a flexjob: as it stands. Q09."""
    stood = course.stood(day)
    adults = [
        each for each in course.persons if each.there(stood) and each.grown(stood) and not each.forgotten
    ]
    working = any(each.kind in _WORK and each.on(stood) for person in adults for each in person.occupations)
    yield judged(working) if adults else NOT_MEASURABLE


def own_goal(target: Definition, course: Course, day: date) -> Iterator[Judged]:
    """T09: a member of the family wrote a goal of the plan."""
    yield judged(course.own_goal_on is not None and course.own_goal_on <= course.stood(day))


def one_primary(target: Definition, course: Course, day: date) -> Iterator[Judged]:
    """T12: of open cases, which have their one primary contact; secondary ones at the visitation and now beside it."""
    if course.open_on(day):
        before, now = at(course.secondary, course.visited), at(course.secondary, day)
        yield judged(at(course.primary, day) == 1, Fraction(now - before), before, now)


def fewer_contacts(target: Definition, course: Course, day: date) -> Iterator[Judged]:
    """T24: of open cases, which have fewer in direct contact than at the admission."""
    if course.open_on(day):
        before, now = course.direct_at_admission, at(course.direct, day)
        yield judged(now < before, Fraction(before - now), before, now)


def taking_part(target: Definition, course: Course, day: date) -> Iterator[Judged]:
    """T13: the adults who take part, or did, in the programme whose target it is. Q19."""
    for _ in _participants(target, course, day):
        yield judged(True)


def in_resource_course(target: Definition, course: Course, day: date) -> Iterator[Judged]:
    """T14: of these, who began a resource course. Q19."""
    for person in _participants(target, course, day):
        began = person.resource_course
        yield NOT_MEASURABLE if person.forgotten else judged(began is not None and began <= day)


def _participants(target: Definition, course: Course, day: date) -> Iterator[Person]:
    if target.programme not in (None, course.programme):
        return
    for person in course.persons:
        entered = person.entered(course.visited, day)
        if entered is not None and person.grown(entered):
            yield person
