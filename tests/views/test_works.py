"""What may be shown to others, in SQL: kinds of intervention by department, and targets under their older names."""

from collections.abc import AsyncIterator, Mapping
from datetime import date
from pathlib import Path

import pytest_asyncio
from hypothesis import given
from hypothesis import strategies as st

from eventkeep.journal import Journal
from eventkeep.pg import Pool
from services.overview.counting import Counting
from services.overview.outcomes import reckoning, works
from services.overview.outcomes.suppressed import small
from services.overview.outcomes.tally import Tally
from services.overview.outcomes.works import Cell, Work, may_be_shown, together
from tests.stores.owned import owned
from tests.unit.family import ANNA, BO
from tests.views.met import registered
from tests.views.planned import EAT, RELIEF
from tests.views.reckoned import DAY, gathered
from tests.views.town import HOMES, built, invented, kept

PLACEMENT, TALKS = "company-placement", "talks"
BEFORE = date(2025, 11, 30)
"""The end of the month before."""


def work(families: int, ended: int | None = None) -> Work:
    """One intervention in each of so many families, of which so many ended: all of them where it isn't said."""
    return Work(Tally(families if ended is None else ended, families, families=families))


def test_a_kind_is_shown_whole_or_not_at_all() -> None:
    """Neither few families, nor few who are in a number, nor few who are not."""
    cells: dict[Cell, Work] = {
        ("none-ended", "health"): work(9, 0),
        ("all-ended", "job"): work(9),
        ("few-families", "social"): work(4),
        ("few-ended", "school"): work(9, 3),
        ("few-left", "family"): work(9, 6),
        ("few-with-scores", "debt"): Work(Tally(9, 9, families=9), series=Tally(12, 12, families=2)),
    }
    assert may_be_shown(cells) == {("none-ended", "health"), ("all-ended", "job")}


def test_what_is_left_of_a_kind_or_a_department_is_no_small_group_either() -> None:
    """The next one is kept back beside it, also where the sum is known the other way."""
    of_kind: dict[Cell, Work] = {
        (TALKS, "health"): work(6),
        (TALKS, "job"): work(7),
        (TALKS, "social"): work(2),
    }
    assert may_be_shown(of_kind) == {(TALKS, "health")}
    of_department: dict[Cell, Work] = {
        (kind, "job"): of_kind[TALKS, where]
        for kind, where in zip("abc", ("health", "job", "social"), strict=True)
    }
    assert may_be_shown(of_department) == {("a", "job")}


def test_families_that_several_have_are_counted_once() -> None:
    """The same three in two departments are three."""
    assert together([work(3), work(3)]).interventions == Tally(6, 6, families=3)
    assert may_be_shown({(TALKS, "a"): work(8), (TALKS, "b"): work(3), (TALKS, "c"): work(3)}) == set()


CELLS = st.dictionaries(
    st.tuples(
        st.sampled_from([None, PLACEMENT, TALKS]), st.sampled_from(["family", "job", "school", "social"])
    ),
    st.integers(1, 12).flatmap(
        lambda families: st.integers(0, families).map(lambda ended: work(families, ended))
    ),
)


@given(CELLS)
def test_whoever_subtracts_learns_of_no_small_group(cells: Mapping[Cell, Work]) -> None:
    """Of each kind and department, all that is not shown together is nothing, or is not small on either side."""
    told = may_be_shown(cells)
    for at in (0, 1):
        for code in {cell[at] for cell in cells if cell in told}:
            rest = [cells[cell] for cell in cells if cell[at] == code and cell not in told]
            ended, all_of_them = (
                sum(getattr(each.interventions, name) for each in rest) for name in ("met", "decided")
            )
            assert not any(map(small, (all_of_them, ended, all_of_them - ended)))


@pytest_asyncio.fixture
async def place(postgres: str, tmp_path: Path) -> AsyncIterator[tuple[Pool, Journal]]:
    """Overview's database and its journal, with four families to whom the same happened."""
    async with owned(postgres) as made:
        await built(made)
        async with kept(made, tmp_path) as (connections, journal):
            for home in HOMES[:4]:
                await journal.accept(invented(home))
            yield connections, journal


async def reckoned(connections: Pool, *days: date) -> None:
    """As a worker does it, at the end of these months: of made-up courses, and of the families here."""
    while await Counting(connections).count():
        pass
    for day in days:
        found = gathered("familier-paa-vej", "det-gode-ressourceforloeb", day=day)
        async with connections.acquire() as connection, connection.transaction():
            await reckoning.keep(connection, found)
            await works.keep(connection, day)


async def test_few_families_are_hidden_and_nothing_moves_within_a_month(place: tuple[Pool, Journal]) -> None:
    """INV-68: of four not even how many they are; the fifth is counted with the next month, and then all is told."""
    connections, journal = place
    await reckoned(connections, BEFORE)
    hidden = await connections.fetch("select * from reading.what_works")
    assert PLACEMENT in {row["kind"] for row in hidden}
    assert all(row["suppressed"] for row in hidden)
    assert {value for row in hidden for value in list(row.values())[2:-1]} == {None}
    await journal.accept(invented(HOMES[4]))
    await reckoned(connections)
    assert await connections.fetch("select * from reading.what_works") == hidden
    await reckoned(connections, DAY)
    [row] = await connections.fetch("select * from reading.what_works where kind = $1", PLACEMENT)
    assert (row["families"], row["interventions"], row["ended"], row["suppressed"]) == (5, 5, 5, False)


async def test_persons_are_apart_and_the_last_value_of_a_day_counts(place: tuple[Pool, Journal]) -> None:
    """INV-59, INV-68: Anna went down and Bo up, from what was registered last on the first day. Together they'd say else."""
    connections, journal = place
    first, second = date(2024, 5, 2), date(2024, 6, 3)
    bos = [registered(number, EAT, day) for number, day in ((9, first), (2, first), (5, second))]
    annas = [registered(number, EAT, day) for number, day in ((8, first), (1, second))]
    more = [
        each.model_copy(update={"intervention": RELIEF, "person": who})
        for who, scores in ((BO, bos), (ANNA, annas))
        for each in scores
    ]
    await journal.accept(invented(HOMES[4], *more))
    while await Counting(connections).count():
        pass
    rows = await connections.fetch(works.COUNTED, DAY)
    [row] = [row for row in rows if row["kind"] == PLACEMENT]
    assert (row["measured"], row["improved"]) == (2, 1)


async def test_targets_under_their_older_names_are_those_of_targets(place: tuple[Pool, Journal]) -> None:
    """One definition: T13 too, which is that of one programme; and nothing that could be subtracted."""
    connections, _ = place
    await reckoned(connections, BEFORE, DAY)
    older = await connections.fetch("select * from reading.outcomes order by programme, year, target")
    rows = await connections.fetch(
        """select programme, year, upper(target) as target, decided, met, not_measurable from reading.targets
            where day = $1 and year is not null and target in ('t09', 't12', 't13', 't24') order by 1, 2, 3""",
        DAY,
    )
    names = ("programme", "year", "target", "families", "numerator", "not_measurable")
    assert [tuple(row[name] for name in names) for row in older] == [tuple(row) for row in rows]
    assert {row["target"] for row in older} >= {"T13", "T24"}, "something of a year can be told apart"
    assert {row["programme"] for row in older if row["target"] == "T13" and row["families"]} == {
        "det-gode-ressourceforloeb"
    }
    for row in older:
        met, of = row["numerator"], row["families"]
        assert row["suppressed"] == (met is None or row["not_measurable"] is None)
        assert row["suppressed"] or not any(map(small, (of, met, of - met, row["not_measurable"])))
        assert (row["share"] is None) == (met is None or not of or row["target"] == "T13")
