"""Made-up courses of many families, among whom each target has been met, missed, awaited and not measurable."""

from collections.abc import Mapping
from datetime import date, timedelta

from contracts.progress.events import MeasureKind, OccupationKind
from services.overview.outcomes.course import Course, Occupation, Person, Progression, Scale, Supporter
from services.overview.outcomes.release import Gathered
from services.overview.outcomes.targets import Definitions

DAY = date(2025, 12, 31)
_FORM = ("form", 0, 100)


def many(families: int = 60, programme: str = "familier-paa-vej") -> list[Course]:
    """Families of one programme, admitted from 2023 on, no two alike."""
    return [family(number, programme) for number in range(families)]


def family(number: int, programme: str) -> Course:
    """One of them: whatever is counted, its number decides."""
    visited = date(2023, 2, 1) + timedelta(days=16 * number)
    return Course(
        programme=programme,
        visited=visited,
        direct_at_admission=3 + number % 3,
        persons=(_adult(number, visited), _young(number, visited), _child(number, visited)),
        supporters=(Supporter((visited, None), {_FORM: _risen(visited, 3, 3 + number % 2)}),),
        direct=((visited, 3 + number % 3), (visited + timedelta(days=90), 2 + number % 4)),
        secondary=((visited, 2), (visited + timedelta(days=90), 1 + number % 2)),
        primary=((visited, 1),) if number % 20 else (),
        own_goal_on=visited if number % 7 else None,
    )


def _risen(first: date, before: int, now: int) -> dict[date, int]:
    return {first: before, first + timedelta(days=300): now}


def _adult(number: int, visited: date) -> Person:
    work = Occupation(OccupationKind.FLEXJOB, visited + timedelta(days=100))
    measures: dict[str, dict[Scale, dict[date, int]]] = {
        MeasureKind.PHYSICAL_HEALTH: {_FORM: _risen(visited, 40, 44 + number % 30)},
        MeasureKind.MENTAL_HEALTH: {_FORM: _risen(visited, 40, 50 + number % 40)},
    }
    return Person(
        born=date(1985, 1, 1),
        days=((visited, None),),
        occupations=(work,) if number % 5 == 0 else (),
        measures=measures if number % 6 else {},
        resource_course=visited if number % 3 == 0 else None,
        progressions=(
            Progression("wage-subsidy", _risen(visited, 2, 1 + number % 3)),
            Progression("company-placement", _risen(visited, 2, 2 + (number % 50 == 1))),
        ),
    )


def _young(number: int, visited: date) -> Person:
    lasts = timedelta(days=120 + 12 * (number % 10))
    first = visited + timedelta(days=60)
    return Person(
        born=visited.replace(year=visited.year - 15, day=1) if number % 9 else None,
        roles=((visited, "young"),),
        days=((visited, None),),
        occupations=(Occupation(OccupationKind.LEISURE_JOB, first, first + lasts),) if number % 4 else (),
        progressions=(Progression(None, _risen(visited, 2, 2 + number % 2)),),
    )


def _child(number: int, visited: date) -> Person:
    born = date(2014 if number % 5 else 2011, 6, 1)
    measures: dict[str, dict[Scale, dict[date, int]]] = {
        MeasureKind.ATTENDANCE: {_FORM: _risen(visited, 80, 78 + number % 12)},
        MeasureKind.WELLBEING: {_FORM: _risen(visited, 10, 11 + number % 5)},
        MeasureKind.PUPIL_PLAN: {_FORM: _risen(visited, 5, 4 + number % 4)},
        MeasureKind.CHILD_HEALTH: {_FORM: _risen(visited, 5, 5 + number % 3)},
    }
    football = Occupation(OccupationKind.LEISURE_ACTIVITY, visited)
    return Person(
        born=born,
        days=((visited, None),),
        occupations=(football,) if number % 3 else (),
        measures=measures if number % 8 else {},
        progressions=(Progression("wage-subsidy", _risen(visited, 2, 2 + number % 2)),) if number < 3 else (),
    )


def gathered(
    *programmes: str,
    families: int = 60,
    day: date = DAY,
    agreed: Mapping[str, Definitions] | None = None,
) -> Gathered:
    """All of them together, at the end of a month."""
    found = Gathered(day, agreed)
    for programme in programmes or ("familier-paa-vej",):
        for each in many(families, programme):
            found.add(each)
    return found
