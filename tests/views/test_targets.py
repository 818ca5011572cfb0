"""The other targets by readable examples: one family, admitted on 1 March 2024, and how it stands on some day."""

from datetime import date
from fractions import Fraction

import pytest

from contracts.contacts.events import (
    ContactKind,
    ContactStarted,
    PrimaryContactDesignated,
    SupporterAdded,
    SupporterKind,
)
from contracts.ids import (
    BaselineId,
    MeasureId,
)
from contracts.plans.events import ResourceCourseStarted
from contracts.progress.events import (
    BaselineRecorded,
    InclusionAnswered,
    MeasureKind,
    OccupationKind,
)
from contracts.shapes import Event
from services.overview.outcomes.tally import Tally
from services.overview.outcomes.targets import Result, Row, result, targets
from tests.unit.family import ANNA, BO, CLARA, FAMILY, SOFIE, ULLA, numbered
from tests.views.admitted import (
    ADULT,
    CHILD,
    HELPER,
    LACKS,
    MET,
    MISSED,
    NOBODY,
    VISITED,
    WAITS,
    YEAR,
    YOUNG,
    closed,
    does,
    family,
    measured,
    series,
    stands,
)
from tests.views.family_courses import Told, course_of
from tests.views.planned import PLANS


@pytest.mark.parametrize("kind", OccupationKind)
def test_t01_an_adult_in_work_education_revalidation_or_flexjob(kind: OccupationKind) -> None:
    """T01, Q09: as it stands; a wage subsidy or a leisure job is none of the four."""
    life = family(ADULT, YOUNG) + does(ANNA, kind, date(2024, 5, 1), date(2024, 8, 31))
    counts = kind in ("ordinary-work", "education", "revalidation", "flexjob")
    assert stands(Row.T01, life, date(2024, 4, 30)) == MISSED
    assert stands(Row.T01, life, date(2024, 8, 31)) == (MET if counts else MISSED)
    assert stands(Row.T01, life, date(2024, 9, 1)) == MISSED
    young = family(ADULT, YOUNG) + does(BO, kind, date(2024, 5, 1))
    assert stands(Row.T01, young, date(2024, 6, 1)) == MISSED
    assert result(Row.T01, MISSED) is Result.RUNNING


def test_t01_of_a_closed_case_counts_as_it_stood() -> None:
    """T01: a family that closed early stays among those that were admitted."""
    life = family(ADULT) + does(ANNA, OccupationKind.FLEXJOB, date(2024, 5, 1)) + [closed(date(2024, 6, 1))]
    assert stands(Row.T01, life, date(2026, 1, 1)) == MET
    early = [*family(ADULT), closed(date(2024, 4, 1)), *does(ANNA, OccupationKind.FLEXJOB, date(2024, 5, 1))]
    assert stands(Row.T01, early, date(2026, 1, 1)) == MISSED


@pytest.mark.parametrize(
    ("row", "kind"), [(Row.T04, MeasureKind.ATTENDANCE), (Row.T07, MeasureKind.CHILD_HEALTH)]
)
def test_t04_and_t07_are_better_than_at_the_visitation(row: Row, kind: MeasureKind) -> None:
    """T04, T07, INV-55: the last measurement against the baseline; as it stands, on the mean better than 0."""
    readings = (
        (date(2024, 1, 5), 50),
        (date(2024, 2, 20), 60),
        (date(2024, 6, 1), 58),
        (date(2024, 9, 1), 61),
    )
    life = family(CHILD) + series(CLARA, kind, *readings)
    assert stands(row, life, date(2024, 5, 1)) == WAITS
    down, up = stands(row, life, date(2024, 6, 1)), stands(row, life, date(2024, 9, 1))
    assert (down.met, down.decided, down.mean or 0, result(row, down)) == (0, 1, -2, Result.NOT_MET)
    assert (up.met, up.decided, up.mean or 0, result(row, up)) == (1, 1, 1, Result.MET)
    assert stands(row, family(CHILD) + series(CLARA, kind, readings[0]), YEAR) == LACKS


def test_t05_thirty_per_cent_of_the_raw_score_in_the_first_year() -> None:
    """T05, Q08: of the baseline's own points, mean and share both."""
    for value, met in ((13, 1), (12, 0)):
        life = family(CHILD) + series(CLARA, MeasureKind.WELLBEING, (VISITED, 10), (date(2025, 1, 1), value))
        assert stands(Row.T05, life, date(2025, 2, 28)) == WAITS
        found = stands(Row.T05, life, YEAR)
        assert (found.met, found.decided, found.mean) == (met, 1, Fraction(value - 10, 10))
    far, near = Tally(1, 2, change=Fraction(8, 10)), Tally(1, 2, change=Fraction(1, 10))
    assert [result(Row.T05, each) for each in (far, near)] == [Result.MET, Result.NOT_MET]


def test_t05_which_measurement_is_the_baseline() -> None:
    """INV-55: the last up to the visitation date, or else the first of the sixty days after it; without one never met."""
    end = (YEAR, 40)

    def change(*readings: tuple[date, int]) -> Tally:
        return stands(Row.T05, family(CHILD) + series(CLARA, MeasureKind.WELLBEING, *readings, end), YEAR)

    assert change((date(2023, 6, 1), 10), (date(2024, 2, 29), 20), (date(2024, 3, 2), 30)).mean == 1
    assert change((date(2024, 4, 30), 20)).mean == 1
    assert change((date(2024, 5, 1), 20)) == LACKS
    assert change() == LACKS
    assert change((VISITED, 0)) == LACKS


def test_t05_a_result_may_come_sixty_days_late() -> None:
    """INV-54: what was measured by the end of the year counts, or else the first measurement of the days after it."""
    start = (VISITED, 10)
    late = family(CHILD) + series(CLARA, MeasureKind.WELLBEING, start, (date(2025, 4, 30), 20))
    assert stands(Row.T05, late, date(2025, 4, 29)) == WAITS
    assert stands(Row.T05, late, date(2025, 4, 30)).mean == 1
    never = family(CHILD) + series(CLARA, MeasureKind.WELLBEING, start)
    assert stands(Row.T05, never, date(2025, 5, 1)) == LACKS


def test_t05_another_instrument_is_another_measure() -> None:
    """Q08: scales don't mix; a baseline of the plan's goals on the same instrument is one too."""
    child = [*family(CHILD), measured(CLARA, MeasureKind.WELLBEING, VISITED, 10, on="old-form")]
    child.append(measured(CLARA, MeasureKind.WELLBEING, YEAR, 40, n=2, on="new-form"))
    assert stands(Row.T05, child, date(2025, 6, 1)) == LACKS
    baseline: Event = BaselineRecorded(
        family=FAMILY,
        baseline=numbered(BaselineId, 1),
        person=CLARA,
        instrument="new-form",
        scale_min=0,
        scale_max=100,
        value=20,
        measured_on=date(2024, 3, 10),
    )
    assert stands(Row.T05, [*child, (date(2024, 3, 10), baseline)], YEAR).mean == 1


def test_t06_the_pupil_plan_against_the_time_before() -> None:
    """T06: the last two, not the baseline."""
    readings = ((date(2023, 9, 1), 50), (date(2024, 9, 1), 40), (date(2025, 9, 1), 45))
    life = family(CHILD) + series(CLARA, MeasureKind.PUPIL_PLAN, *readings)
    assert stands(Row.T06, life, date(2024, 8, 1)) == WAITS
    assert [stands(Row.T06, life, date(year, 9, 1)).mean for year in (2024, 2025)] == [
        -10,
        5,
    ]
    on_the_day = series(CLARA, MeasureKind.PUPIL_PLAN, (date(2023, 9, 1), 50), (VISITED, 60))
    assert stands(Row.T06, family(CHILD) + on_the_day, YEAR).mean == 10


def test_t08_those_who_stand_by_the_family_feel_more_included() -> None:
    """T08: against their own first answer, since they may come later."""
    added = SupporterAdded(
        family=FAMILY,
        supporter=HELPER,
        kind=SupporterKind.CIVIL_PARTNER,
        name="A Name",
        relation="rowing club",
    )
    life = [*family(ADULT), (date(2024, 6, 1), added)]
    assert stands(Row.T08, life, date(2024, 7, 1)) == WAITS
    for n, (day, value) in enumerate(((date(2024, 6, 5), 3), (date(2024, 12, 1), 5)), 1):
        answer = InclusionAnswered(
            family=FAMILY,
            measure=numbered(MeasureId, n),
            supporter=HELPER,
            instrument="inclusion",
            scale_min=1,
            scale_max=5,
            value=value,
            measured_on=day,
        )
        life.append((day, answer))
    assert stands(Row.T08, life, date(2024, 12, 1)).mean == 2
    assert stands(Row.T08, life[:3], date(2025, 3, 1)) == LACKS


def test_t09_a_goal_in_the_family_s_own_words() -> None:
    """T09, INV-42: since the day on which it was said."""
    life = family(ADULT) + [(date(2024, 4, 1), event) for event in PLANS]
    assert stands(Row.T09, life, date(2024, 3, 31)) == MISSED
    assert stands(Row.T09, life, date(2024, 4, 1)) == MET
    assert stands(Row.T09, [*family(ADULT), closed(date(2024, 3, 15))], YEAR) == MISSED


@pytest.mark.parametrize(
    ("row", "kind"),
    [(Row.T11_PHYSICAL, MeasureKind.PHYSICAL_HEALTH), (Row.T11_MENTAL, MeasureKind.MENTAL_HEALTH)],
)
def test_t11_adults_health_fifty_per_cent_better_within_a_year_of_the_visitation(
    row: Row, kind: MeasureKind
) -> None:
    """T11, INV-54: each of the two by itself."""
    life = family(ADULT, CHILD) + series(
        ANNA, kind, (VISITED, 40), (date(2025, 2, 1), 60), (date(2025, 3, 2), 90)
    )
    assert stands(row, life, date(2025, 2, 28)) == WAITS
    found = stands(row, life, date(2025, 6, 1))
    assert (found.met, found.decided, found.mean) == (1, 1, Fraction(1, 2))
    other = ({Row.T11_PHYSICAL, Row.T11_MENTAL} - {row}).pop()
    assert stands(other, life, date(2025, 6, 1)) == LACKS


def test_t12_exactly_one_primary_contact_and_how_many_secondary() -> None:
    """T12: of open cases; secondary ones at the visitation and now."""
    second = [
        ContactStarted(family=FAMILY, professional=who, kind=ContactKind.SECONDARY, contacts=n)
        for n, who in enumerate((SOFIE, ULLA), 1)
    ]
    life: list[Told] = [*family(ADULT), (VISITED, second[0]), (date(2024, 5, 1), second[1])]
    primary = PrimaryContactDesignated(family=FAMILY, professional=SOFIE)
    assert stands(Row.T12, life, date(2024, 6, 1)).met == 0
    found = stands(Row.T12, [*life, (date(2024, 6, 1), primary)], date(2024, 6, 1))
    assert (found.met, found.before, found.now) == (1, 1, 2)
    assert stands(Row.T12, [*life, closed(date(2024, 7, 1))], YEAR) == NOBODY


def test_t13_and_t14_belong_to_one_programme() -> None:
    """T13, T14, Q19: adults who take part in it, and those in a resource course; other families are in neither."""
    course = ResourceCourseStarted(family=FAMILY, person=ANNA, started_on=date(2024, 6, 1))
    began: list[Told] = [(date(2024, 6, 1), course)]
    ours = [*family(ADULT, CHILD, programme="det-gode-ressourceforloeb"), *began]
    assert stands(Row.T13, ours, VISITED) == MET
    assert [stands(Row.T14, ours, day) for day in (date(2024, 5, 31), date(2024, 6, 1))] == [MISSED, MET]
    others = [*family(ADULT, CHILD), *began]
    assert stands(Row.T13, others, YEAR) == stands(Row.T14, others, YEAR) == NOBODY
    many = Tally(119, 119)
    assert [result(Row.T13, each) for each in (many, many + MET)] == [Result.RUNNING, Result.MET]
    assert [result(Row.T14, Tally(n, 100)) for n in (34, 35)] == [Result.RUNNING, Result.MET]


def test_t24_fewer_in_direct_contact_than_at_the_admission() -> None:
    """T24: against the number that the admission noted."""
    fewer = ContactStarted(family=FAMILY, professional=SOFIE, kind=ContactKind.DIRECT, contacts=3)
    as_many = fewer.model_copy(update={"contacts": 4})
    life: list[Told] = [*family(ADULT), (VISITED, as_many), (date(2024, 5, 1), fewer)]
    assert (stands(Row.T24, life, date(2024, 4, 1)).met, stands(Row.T24, life, date(2024, 5, 1)).met) == (
        0,
        1,
    )
    found = stands(Row.T24, life, YEAR)
    assert (found.before, found.now, found.mean or 0, result(Row.T24, found)) == (4, 3, 1, Result.MET)


def test_before_the_visitation_a_family_is_in_no_row() -> None:
    """INV-54."""
    found = targets(course_of(family(ADULT, YOUNG, CHILD)), date(2024, 2, 29))
    assert set(found.values()) == {NOBODY}


def test_over_nobody_there_is_no_result() -> None:
    """INV-55: never met without anything to compare with."""
    assert result(Row.T05, NOBODY) is Result.NOT_MEASURABLE
    assert result(Row.T05, LACKS) is Result.NOT_MEASURABLE
    assert result(Row.T05, WAITS) is Result.NOT_YET
