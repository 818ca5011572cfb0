"""A family's course to count from: what the view holds, opened, with days as days. Who was forgotten has no age."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from contracts.contacts.events import Role
from services.overview.outcomes.days import age_on, day_in

Days = tuple[date, date | None]
Steps = tuple[tuple[date, int], ...]
Readings = Mapping[date, int]
"""Values of one instrument by day."""
Scale = tuple[str, int, int]
"""An instrument and its scale: values of another can't be compared with its."""


@dataclass(frozen=True)
class Occupation:
    """What somebody does, from its first day on; the last is that of its end, where it ended."""

    kind: str
    first: date
    last: date | None = None

    def on(self, day: date) -> bool:
        """Whether it went on that day."""
        return day_in((self.first, self.last), day)

    def within(self, first: date, last: date) -> bool:
        """Whether it went on on one of these days."""
        return self.first <= last and (self.last is None or self.last >= first)


@dataclass(frozen=True)
class Progression:
    """How it went with one intervention of a kind, for one goal, in one view of it. INV-59, INV-68."""

    kind: str | None
    readings: Readings


@dataclass(frozen=True)
class Person:
    """Somebody who is or was of the family, and what is known of him or her."""

    born: date | None = None
    forgotten: bool = False
    roles: tuple[tuple[date, str], ...] = ()
    days: tuple[Days, ...] = ()
    occupations: tuple[Occupation, ...] = ()
    measures: Mapping[str, Mapping[Scale, Readings]] = field(default_factory=dict)
    """By kind."""
    resource_course: date | None = None
    progressions: tuple[Progression, ...] = ()

    def there(self, day: date) -> bool:
        """Whether he or she is of the family on a day: the first and the last one too."""
        return any(day_in(days, day) for days in self.days)

    def entered(self, visited: date, until: date) -> date | None:
        """The first day as one of the family from the visitation date on; None: there was none until then."""
        first = [
            max(visited, since)
            for since, last in self.days
            if (last is None or last >= visited) and since <= until
        ]
        return min(first, default=None)

    def age(self, day: date) -> int | None:
        """In whole years; None where nobody knows, which is never guessed from a role."""
        return None if self.born is None else age_on(self.born, day)

    def grown(self, day: date) -> bool:
        """An adult by age, or by role where the age isn't known."""
        age = self.age(day)
        if age is not None:
            return age >= 18
        told = [role for since, role in self.roles if since <= day]
        return bool(told) and told[-1] == Role.ADULT


@dataclass(frozen=True)
class Supporter:
    """Somebody who stands by the family, and how included he or she felt."""

    days: Days
    answers: Mapping[Scale, Readings] = field(default_factory=dict)


@dataclass(frozen=True)
class Course:
    """An admitted family. `visited` is its visitation date, from which its clock runs. INV-54."""

    programme: str
    visited: date
    direct_at_admission: int = 0
    closed: tuple[Days, ...] = ()
    """The day of each closing, and that of the opening after it."""
    persons: tuple[Person, ...] = ()
    supporters: tuple[Supporter, ...] = ()
    direct: Steps = ()
    secondary: Steps = ()
    primary: Steps = ()
    own_goal_on: date | None = None

    def open_on(self, day: date) -> bool:
        """Whether the case is open; on the day of its closing it is still."""
        return self.stood(day) == day

    def stood(self, day: date) -> date:
        """The day whose state counts on a day: that of the closing, where the case is closed."""
        for closing, opening in self.closed:
            if closing < day and (opening is None or day < opening):
                return closing
        return day

    def follows(self, person: Person, day: date) -> bool:
        """Whether it can be known how somebody stands: of the family, in an open case, and not forgotten."""
        return not person.forgotten and person.there(day) and self.open_on(day)


def course(document: Mapping[str, Any], forgotten: Collection[str] = ()) -> Course | None:
    """The course that an opened document tells; None where the family was not admitted."""
    if document["visitation_date"] is None:
        return None
    return Course(
        programme=document["programme"],
        visited=date.fromisoformat(document["visitation_date"]),
        direct_at_admission=document["direct_at_admission"],
        closed=tuple(map(_days, document["closed"])),
        persons=tuple(_person(document, each, forgotten) for each in document["members"]),
        supporters=tuple(_supporter(document, each) for each in document["supporters"]),
        direct=_steps(document["direct"]),
        secondary=_steps(document["secondary"]),
        primary=_steps(document["primary"]),
        own_goal_on=_day(document["own_goal_on"]),
    )


def _person(document: Mapping[str, Any], place: Mapping[str, Any], forgotten: Collection[str]) -> Person:
    who = place["person"]
    courses = dict(document["resource_courses"])
    return Person(
        born=None if who in forgotten else _day(place["born"]),
        forgotten=who in forgotten,
        roles=tuple((date.fromisoformat(since), role) for since, role in place["roles"]),
        days=tuple(map(_days, place["days"])),
        occupations=tuple(
            Occupation(each["kind"], *_days((each["from"], each["to"])))
            for each in document["occupations"]
            if each["person"] == who
        ),
        measures=_by_kind([each for each in document["measures"] if each["person"] == who]),
        resource_course=_day(courses.get(who)),
        progressions=_progressions([each for each in document["progressions"] if each["person"] == who]),
    )


def _supporter(document: Mapping[str, Any], told: tuple[str, str, str | None]) -> Supporter:
    who, *days = told
    own = (each for each in document["answers"] if each["supporter"] == who)
    return Supporter(_days(days), _by_scale(own))


def _by_kind(measures: Iterable[Mapping[str, Any]]) -> dict[str, dict[Scale, Readings]]:
    """A baseline of no kind is one of each kind that is measured on its instrument. INV-55."""
    held = list(measures)
    kinds: dict[str, set[Scale]] = {}
    for each in held:
        if each["kind"] is not None:
            kinds.setdefault(each["kind"], set()).add(_scale(each))
    return {
        kind: _by_scale(each for each in held if each["kind"] in (kind, None) and _scale(each) in scales)
        for kind, scales in kinds.items()
    }


def _progressions(told: Iterable[Mapping[str, Any]]) -> tuple[Progression, ...]:
    """Of what was said of one day the last counts."""
    found: dict[tuple[str | None, ...], dict[date, int]] = {}
    for each in told:
        readings = found.setdefault((each["kind"], *each["series"]), {})
        readings[date.fromisoformat(each["day"])] = each["value"]
    return tuple(Progression(series[0], readings) for series, readings in found.items())


def _by_scale(measures: Iterable[Mapping[str, Any]]) -> dict[Scale, Readings]:
    """Of what was said of one day the last counts."""
    found: dict[Scale, dict[date, int]] = {}
    for each in measures:
        found.setdefault(_scale(each), {})[date.fromisoformat(each["day"])] = each["value"]
    return {scale: found[scale] for scale in sorted(found)}


def _scale(measure: Mapping[str, Any]) -> Scale:
    low, high = measure["scale"]
    return measure["instrument"], low, high


def _days(pair: Iterable[str | None]) -> Days:
    first, last = pair
    return date.fromisoformat(str(first)), _day(last)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _steps(told: Iterable[tuple[str, int]]) -> Steps:
    return tuple((date.fromisoformat(day), number) for day, number in told)


def at(steps: Steps, day: date) -> int:
    """How many there are on a day."""
    return next((number for since, number in reversed(steps) if since <= day), 0)
