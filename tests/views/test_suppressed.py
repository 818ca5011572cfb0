"""Nobody can compute what is hidden: tried for every small table there is, by somebody who knows all that is known. X-05."""

from collections import defaultdict
from collections.abc import Iterator
from functools import cache, partial
from itertools import combinations, pairwise, product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from services.overview.outcomes.suppressed import Shown, apart, beside, clean, constant, shown, small
from services.overview.outcomes.tally import Tally

_MOST = 15
_CELLS = ("met", "missed", "decided", "not_yet", "not_measurable")


def row(met: int, missed: int, not_yet: int, not_measurable: int) -> Tally:
    """A row over as many families as there are people."""
    total = met + missed + not_yet + not_measurable
    return Tally(met, met + missed, not_yet, not_measurable, families=met + missed, among=total)


@cache
def every() -> list[Tally]:
    """Every row that counts up to so many."""
    return [row(*cells) for cells in product(range(_MOST + 1), repeat=4) if sum(cells) <= _MOST]


def cell(stands: Tally, name: str) -> int:
    """A number of the row, shown or not."""
    return stands.decided - stands.met if name == "missed" else int(getattr(stands, name))


def enough(needed: int, decided: int, met: int) -> bool:
    """Whether a share is reached."""
    return met * 100 >= needed * decided


@pytest.mark.parametrize("needed", [35, 70, 100])
def test_whoever_knows_the_whole_and_how_it_is_hidden_learns_no_small_number(needed: int) -> None:
    """Of all rows that would be shown alike, each hidden number differs in some: it could be another one."""
    alike: dict[Any, list[Tally]] = defaultdict(list)
    for stands in every():
        found = shown(stands)
        verdict = constant(found, partial(enough, needed, stands.decided))
        alike[stands.counted, found, verdict].append(stands)
    for (_, found, _), rows in alike.items():
        for name in _CELLS:
            numbers = {cell(each, name) for each in rows}
            if any(map(small, numbers)):
                assert len(numbers) > 1, (found, rows)


def parted(total: int, parts: int) -> Iterator[list[int]]:
    """Every way to part so many among so many."""
    for bars in combinations(range(total + parts - 1), parts - 1):
        edges = (-1, *bars, total + parts - 1)
        yield [after - before - 1 for before, after in pairwise(edges)]


@pytest.mark.parametrize("total", [7, 12, pytest.param(18, marks=pytest.mark.long)])
def test_two_rows_of_the_same_people_tell_nothing_of_each_other(total: int) -> None:
    """T02 and T03: who kept a job had one. Of all that would be shown alike, each hidden small number could be another."""
    alike: dict[Any, list[tuple[Tally, Tally]]] = defaultdict(list)
    for kept, lost, goes_on, unknown, no_job, not_yet, lacking in parted(total, 7):
        had = row(kept + lost + goes_on + unknown, no_job, not_yet, lacking)
        held = row(kept, lost + no_job, goes_on + not_yet, unknown + lacking)
        first = shown(had)
        alike[first, beside(first, held)].append((had, held))
    for (first, second), pairs in alike.items():
        for each, name in product((0, 1), _CELLS):
            numbers = {cell(pair[each], name) for pair in pairs}
            if any(map(small, numbers)):
                assert len(numbers) > 1, (first, second, pairs[0])


def test_what_is_shown_is_right_and_never_small() -> None:
    for stands in every():
        found = shown(stands)
        for name in ("met", "decided", "not_yet", "not_measurable"):
            said = getattr(found, name)
            assert said is None or (said == cell(stands, name) and not small(said))
        if found.least is not None and found.most is not None:
            assert found.least <= stands.met <= found.most
            assert found.most > found.least


def test_what_is_large_enough_is_shown_as_it_is() -> None:
    for stands in every():
        if not any(small(cell(stands, name)) for name in _CELLS):
            assert shown(stands) == Shown(stands.met, stands.decided, stands.not_yet, stands.not_measurable)


def test_readable_examples() -> None:
    """As leaders see them: shared/pages, "Ingen kan genkendes"."""
    assert shown(row(9, 7, 8, 0)) == Shown(9, 16, 8, 0)
    assert shown(row(2, 1, 0, 18)) == Shown()
    assert shown(row(2, 16, 0, 0)) == Shown(None, 18, 0, 0, 1, 4)
    assert shown(row(16, 2, 0, 0)) == Shown(None, 18, 0, 0, 14, 17)
    assert shown(row(40, 20, 6, 3)) == Shown(40, 60)
    assert shown(row(40, 20, 0, 3)) == Shown()
    assert shown(row(1, 1, 1, 0)) == Shown()
    assert shown(row(0, 0, 0, 0)) == Shown(0, 0, 0, 0)


CELLS = st.one_of(st.just(0), st.integers(1, 4), st.integers(5, 40))
ROWS = st.builds(row, CELLS, CELLS, CELLS, CELLS)


@settings(max_examples=100, deadline=None)
@given(st.lists(ROWS, min_size=1, max_size=6))
def test_a_period_is_shown_beside_the_whole_only_where_the_rest_tells_nothing(rows: list[Tally]) -> None:
    """Whoever takes the shown periods from the whole, in any mixture, is left with nothing small that isn't shown."""
    parts = dict(enumerate(rows))
    given_apart = apart(parts)
    assert all(clean(stands) for stands in given_apart.values())
    rest = sum((stands for each, stands in parts.items() if each not in given_apart), Tally())
    if given_apart:
        assert clean(rest)
        assert clean(sum(parts.values(), Tally()))
    for name in _CELLS:
        assert not given_apart or not small(cell(rest, name))


def test_one_small_year_takes_another_along() -> None:
    """The rest of the programme without it would be that year."""
    large, little = row(20, 10, 5, 0), row(1, 7, 0, 0)
    assert apart({2023: large, 2024: large, 2025: little}) == {2023: large}
    assert apart({2023: large, 2024: large}) == {2023: large, 2024: large}
    assert apart({2024: large, 2025: little}) == {}
