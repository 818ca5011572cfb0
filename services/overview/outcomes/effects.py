"""What works for whom: progression by kind of intervention and age group, over admitted families. C15, INV-68."""

from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum

from services.overview.outcomes.course import Course, Person, Readings
from services.overview.outcomes.tally import Judged, Tally, judged, tally


class Ages(StrEnum):
    """An age group, by the day on which the first value was registered."""

    SMALL = "0-5"
    SCHOOL = "6-13"
    YOUNG = "14-17"
    ADULT = "18-"
    UNKNOWN = "unknown"
    """Nobody told the day of birth, or it is forgotten."""


NO_KIND = "unspecified"
Effect = tuple[str, Ages]
_UPTO = ((5, Ages.SMALL), (13, Ages.SCHOOL), (17, Ages.YOUNG))


def effects(course: Course, day: date) -> Mapping[Effect, Tally]:
    """One family's series of values: each has two days at least, and went up where the last is above the first."""
    found: dict[Effect, list[Judged]] = {}
    for person in course.persons:
        for each in person.progressions:
            days = sorted(on for on in each.readings if on <= day)
            if len(days) > 1:
                effect = each.kind or NO_KIND, ages(person, days[0])
                found.setdefault(effect, []).append(_moved(each.readings, days[0], days[-1]))
    return {effect: tally(group) for effect, group in found.items()}


def _moved(readings: Readings, first: date, last: date) -> Judged:
    return judged(readings[last] > readings[first], before=readings[first], now=readings[last])


def ages(person: Person, day: date) -> Ages:
    """The group that somebody is of on a day."""
    age = person.age(day)
    if age is None:
        return Ages.UNKNOWN
    return next((group for most, group in _UPTO if age <= most), Ages.ADULT)


def together(families: Iterable[Mapping[Effect, Tally]]) -> Mapping[Effect, Tally]:
    """How it went over families."""
    summed: dict[Effect, Tally] = {}
    for each in families:
        for effect, one in each.items():
            summed[effect] = summed.get(effect, Tally()) + one
    return summed
