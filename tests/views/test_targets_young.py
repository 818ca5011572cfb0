"""Young people's and children's targets by readable examples: T02, T03, T10, and those of 14."""

from datetime import date
from fractions import Fraction

from contracts.contacts.events import (
    FamilyMemberLeft,
    FamilyReopened,
    Role,
)
from contracts.ids import (
    OccupationId,
)
from contracts.progress.events import (
    MeasureKind,
    OccupationKind,
)
from services.overview.outcomes.targets import Result, Row, result, targets
from tests.unit.family import ANNA, BO, CLARA, FAMILY, numbered
from tests.views.admitted import (
    ADULT,
    CHILD,
    LACKS,
    MET,
    MISSED,
    NOBODY,
    VISITED,
    WAITS,
    YEAR,
    YOUNG,
    closed,
    corrected,
    does,
    family,
    job,
    member,
    series,
    stands,
)
from tests.views.family_courses import course_of


def test_t02_counts_those_who_are_15_to_17_a_year_after_the_visitation() -> None:
    """T02, INV-54, Q07: on that very day; 14 and 18 are in no row of it."""
    for born, counts in (("2010-03-01", 1), ("2010-03-02", 0), ("2007-03-02", 1), ("2007-03-01", 0)):
        life = family(member(BO, Role.YOUNG, born)) + job(date(2024, 6, 1))
        assert stands(Row.T02, life, YEAR) == (MET if counts else NOBODY), born


def test_t02_is_due_a_year_after_the_visitation_date() -> None:
    """INV-54: not from the plan; a job of the year before that went on counts, one after the year does not."""
    life = family(YOUNG) + job(date(2023, 12, 1), date(2024, 3, 1))
    assert stands(Row.T02, life, date(2025, 2, 28)) == WAITS
    assert stands(Row.T02, life, YEAR) == MET
    assert stands(Row.T02, family(YOUNG) + job(date(2025, 3, 2)), date(2026, 1, 1)) == MISSED
    assert stands(Row.T02, family(YOUNG) + job(date(2023, 12, 1), date(2024, 2, 29)), YEAR) == MISSED


def test_t02_whoever_moved_away_or_whose_case_was_closed_is_not_measurable() -> None:
    """T02, INV-55: in the group all the same; after the year nothing changes any more."""
    left = date(2024, 9, 1), FamilyMemberLeft(family=FAMILY, person=BO, reason="moved-away")
    assert stands(Row.T02, [*family(YOUNG), left], date(2024, 8, 1)) == WAITS
    assert stands(Row.T02, [*family(YOUNG), left], date(2024, 9, 2)) == LACKS
    assert stands(Row.T02, [*family(YOUNG), closed(date(2024, 9, 1))], YEAR) == LACKS
    reopened = date(2024, 12, 1), FamilyReopened(family=FAMILY, reason="asked")
    assert stands(Row.T02, [*family(YOUNG), closed(date(2024, 9, 1)), reopened], YEAR) == MISSED
    assert stands(Row.T02, [*family(YOUNG), closed(date(2025, 3, 2))], date(2026, 1, 1)) == MISSED


def test_t02_an_age_that_nobody_knows_is_never_guessed() -> None:
    """T02, T10: neither from being young, nor from being a child; an adult's needs none."""
    for role in (Role.YOUNG, Role.CHILD):
        life = family(member(BO, role, None)) + job(date(2024, 6, 1))
        assert stands(Row.T02, life, YEAR) == LACKS
        assert stands(Row.T10, life, YEAR) == LACKS
    assert stands(Row.T02, family(member(BO, Role.ADULT, None)), YEAR) == NOBODY


def test_whoever_was_forgotten_can_not_be_measured() -> None:
    """X-10: the day of birth is gone with the key, and so is what it says of anybody."""
    life = family(YOUNG, ADULT) + job(date(2024, 6, 1))
    assert stands(Row.T02, life, YEAR, forgotten=(BO,)) == LACKS
    health = family(ADULT) + series(ANNA, MeasureKind.MENTAL_HEALTH, (VISITED, 20), (YEAR, 40))
    assert stands(Row.T11_MENTAL, health, YEAR, forgotten=(ANNA,)) == LACKS
    assert stands(Row.T01, health, YEAR, forgotten=(ANNA,)) == LACKS


def test_t02_shows_the_mean_of_families_beside_the_share() -> None:
    """Q10: three of four young, but half of one family and all of the other."""
    one = targets(course_of(family(YOUNG, member(CLARA, Role.YOUNG, "2008-01-01")) + job(VISITED)), YEAR)
    other = targets(course_of(family(YOUNG) + job(VISITED)), YEAR)
    both = one[Row.T02] + other[Row.T02]
    assert (both.share, both.mean_of_families) == (Fraction(2, 3), Fraction(3, 4))
    assert result(Row.T02, both) is Result.NOT_MET


def test_t03_half_a_year_without_a_break_across_the_turn_of_the_year() -> None:
    """INV-56: one job; its last day is the day before the same day six months later."""
    assert (
        stands(Row.T03, family(YOUNG) + job(date(2024, 10, 15), date(2025, 4, 14)), date(2025, 5, 1)) == MET
    )
    assert (
        stands(Row.T03, family(YOUNG) + job(date(2024, 10, 15), date(2025, 4, 13)), date(2025, 5, 1))
        == MISSED
    )
    two = job(date(2024, 3, 1), date(2024, 7, 31)) + job(date(2024, 8, 1), date(2024, 12, 31), n=2)
    assert stands(Row.T03, family(YOUNG) + two, YEAR) == MISSED
    ends_short = job(date(2024, 8, 31), date(2025, 2, 27))
    assert stands(Row.T03, family(YOUNG) + ends_short, YEAR) == MET


def test_t03_a_job_that_goes_on_is_awaited_past_the_year() -> None:
    """T03: as long as somebody can tell; after that it is not measurable, and never kept."""
    life = family(YOUNG) + job(date(2025, 1, 10))
    assert stands(Row.T03, life, YEAR) == WAITS
    assert stands(Row.T03, life, date(2025, 7, 8)) == WAITS
    assert stands(Row.T03, life, date(2025, 7, 9)) == MET
    assert stands(Row.T03, [*life, closed(date(2025, 5, 1))], date(2025, 6, 1)) == LACKS
    assert stands(Row.T03, [*life, closed(date(2025, 8, 1))], date(2026, 1, 1)) == MET


def test_t03_a_correction_decides_how_long_it_was() -> None:
    """X-08: also one of long after, since it says how it was."""
    life = family(YOUNG) + job(date(2024, 4, 1), date(2024, 12, 31))
    name = numbered(OccupationId, 1)
    assert stands(Row.T03, life, YEAR) == MET
    assert stands(Row.T03, [*life, corrected(name, ended_on=date(2024, 9, 29))], YEAR) == MISSED
    assert stands(Row.T03, [*life, corrected(name, day=date(2024, 8, 1))], YEAR) == MISSED
    assert stands(Row.T03, [*life, corrected(name, taken_back=True)], YEAR) == MISSED


def test_t10_children_under_14_and_those_of_14_apart() -> None:
    """T10, Q07: on the very day; nobody of 14 is silently in either target."""
    for born, row in (("2011-03-02", Row.T10), ("2011-03-01", Row.FOURTEEN), ("2010-03-02", Row.FOURTEEN)):
        life = family(member(BO, Role.CHILD, born)) + does(BO, OccupationKind.LEISURE_ACTIVITY, VISITED)
        found = targets(course_of(life), YEAR)
        assert {each for each in (Row.T02, Row.T10, Row.FOURTEEN) if found[each].counted} == {row}
        assert found[row] == MET
    assert stands(Row.T10, family(CHILD) + job(VISITED), YEAR) == MISSED
    assert result(Row.FOURTEEN, MET) is None
