"""What is told at the end of a month: by programme and year, nothing small, and nothing that tells of it."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from services.overview.outcomes.agreed import of_programmes
from services.overview.outcomes.release import Gathered, ToldRow, told
from services.overview.outcomes.suppressed import shown, small
from services.overview.outcomes.tally import Tally
from services.overview.outcomes.targets import Result, Row
from tests.views.reckoned import DAY, family, gathered, many
from tests.views.test_suppressed import ROWS


def told_of(row: Row, stands: Tally) -> ToldRow:
    """A row by itself."""
    return told(row, stands, shown(stands))


def test_a_programme_is_told_over_all_years_and_each_that_may_be() -> None:
    """Q19: programmes are never added up, so that none is the rest of them."""
    rows = gathered("familier-paa-vej", "det-gode-ressourceforloeb").rows()
    assert {programme for programme, _ in rows} == {"familier-paa-vej", "det-gode-ressourceforloeb"}
    assert [each.row for each in rows["familier-paa-vej", None]] == list(Row)
    assert {year for _, year in rows} == {None, 2023, 2024, 2025}
    took_part = {of: next(r for r in told if r.row is Row.T13) for of, told in rows.items() if of[1] is None}
    assert took_part["familier-paa-vej", None].shown.decided == 0
    assert took_part["det-gode-ressourceforloeb", None].shown.met == 60


def test_what_is_told_is_what_was_counted() -> None:
    found = {each.row: each for each in gathered().rows()["familier-paa-vej", None]}
    work = found[Row.T01]
    assert (work.shown.met, work.shown.decided, work.result) == (12, 60, Result.RUNNING)
    health = found[Row.T11_MENTAL]
    assert health.result in (Result.NOT_MET, Result.MET)
    assert health.mean is not None
    assert health.mean_before == 40
    assert found[Row.T12].mean_before == 2


def test_what_a_programme_agreed_on_is_needed_there_and_nowhere_else() -> None:
    """T02, INV-54: the same families in two programmes, of which one agreed on what they reach."""
    lower = of_programmes([{"code": "agreed", "targets": [{"target": "t02", "needed": 100, "agreed": True}]}])
    rows = gathered("agreed", "other", agreed=lower).rows()
    agreed, other = (
        next(each for each in rows[code, None] if each.row is Row.T02) for code in ("agreed", "other")
    )
    assert agreed.shown == other.shown
    assert (agreed.target.needed, agreed.result) == (100, Result.NOT_MET)
    assert (other.target.needed, other.result) == (70, Result.MET)
    usual = [{"code": "usual", "targets": [{"target": "t02", "needed": 70, "agreed": False}]}]
    assert of_programmes(usual) == {}


def test_whoever_was_admitted_later_is_not_in_it() -> None:
    later = Gathered(date(2023, 1, 31))
    for each in many():
        later.add(each)
    assert later.rows() == {}
    assert later.effects() == []


def test_four_families_tell_nothing() -> None:
    """X-05: no row of them has a number or a result."""
    rows = gathered(families=4).rows()
    for each in (row for year in rows.values() for row in year):
        nobody = each.row in (Row.T13, Row.T14, Row.FOURTEEN) and each.shown.decided == 0
        assert nobody or (each.shown.decided, each.result, each.mean) == (None, None, None)


@settings(max_examples=150, deadline=None)
@given(ROWS, st.sampled_from(list(Row)), st.integers(-50, 50))
def test_a_hidden_row_has_no_result_and_no_mean(stands: Tally, row: Row, moved: int) -> None:
    """Nothing beside the numbers tells them."""
    found = told_of(
        row, replace(stands, change=Fraction(moved), before=stands.decided, shares=Fraction(stands.met))
    )
    if found.shown.decided is None:
        assert (found.result, found.mean, found.mean_before, found.mean_of_families) == (
            None,
            None,
            None,
            None,
        )
    if found.shown.met is None:
        assert found.mean_of_families is None
    for name in ("met", "decided", "not_yet", "not_measurable"):
        assert not small(getattr(found.shown, name) or 0)


@pytest.mark.parametrize(("met", "decided", "result"), [(4, 5, None), (3, 9, Result.NOT_MET), (8, 9, None)])
def test_a_result_that_tells_how_many_is_hidden(met: int, decided: int, result: Result | None) -> None:
    """T02 needs 70 of a hundred: four of five would be the only number that reaches it."""
    stands = Tally(met, decided, families=decided, among=decided)
    assert told_of(Row.T02, stands).result == result


def test_what_works_for_whom_by_kind_and_age() -> None:
    """INV-68, C15: three small children are told apart from nobody, and neither is who would be the rest of them."""
    found = {(each.kind, each.ages): each.shown for each in gathered().effects()}
    assert found["wage-subsidy", None].decided == 51
    assert {ages for kind, ages in found if kind == "wage-subsidy"} == {None}
    assert found["unspecified", None].decided == 48
    larger = Gathered(DAY)
    for number in range(60):
        one = family(number, "familier-paa-vej")
        larger.add(
            replace(
                one,
                persons=(one.persons[0], replace(one.persons[1], progressions=one.persons[0].progressions)),
            )
        )
    groups = {each.ages for each in larger.effects() if each.kind == "wage-subsidy"}
    assert groups == {None, "18-", "14-17", "unknown"}
