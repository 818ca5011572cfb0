"""What departments were told, kept on PostgreSQL: grants that share no number, and whom to look at on a new day. X-10."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest_asyncio

import services.overview
from eventkeep.pg import Pool, pool
from services.overview.out.ledger import Due, Ledger, Line
from tests.stores.databases import fresh
from tests.unit.family import FAMILY
from tests.views.out_town import DEPARTMENTS, FIRST, STAFF, Town

TABLES = Path(services.overview.__file__).parent / "sql"
OTHER = "0192f0c1-2b3c-7d4e-8f5a-6b7c8d9e0f99"
BENT = next(iter(STAFF))


@pytest_asyncio.fixture
async def connections(postgres: str) -> AsyncIterator[Pool]:
    """An overview's database, where somebody reads two families."""
    async with fresh(postgres, "journal", str(TABLES)) as dsn:
        found = await pool(dsn, 2)
        for family in (FAMILY, OTHER):
            await found.execute(
                "insert into family_readers (reader, family) values ('somebody', $1)", str(family)
            )
        yield found
        await found.close()


@pytest_asyncio.fixture
async def ledger(connections: Pool) -> Ledger:
    """The rows of that database."""
    return Ledger(connections)


def families(due: list[Due]) -> set[str]:
    """Which families are to be told of."""
    return {each.family for each in due}


async def test_everybody_is_looked_at_once_a_day_and_when_departments_change(ledger: Ledger) -> None:
    """And who moves while being told of is looked at again."""
    both, found = {str(FAMILY), OTHER}, []
    days = [
        (FIRST, ["school"]),
        (FIRST, ["school"]),
        (FIRST, ["school", "health"]),
        (FIRST, ["health", "school"]),
    ]
    for day, departments in [*days, (FIRST + timedelta(days=1), ["school", "health"])]:
        await ledger.look(day, departments)
        found.append(families(due := await ledger.due(10)))
        await ledger.done(due)
    assert found == [both, set(), both, set(), both]

    await ledger.look(FIRST, DEPARTMENTS)
    due = await ledger.due(10)
    await ledger.look(FIRST, ["school"])
    await ledger.done(due)
    assert [each.moves for each in await ledger.due(10)] == [each.moves + 1 for each in due]
    assert len(await ledger.due(1)) == 1
    await ledger.later(await ledger.due(1), 600.0)
    assert len(await ledger.due(10)) == 1


async def test_whom_a_department_is_told_of_is_looked_at_though_nobody_reads_it_any_more(
    ledger: Ledger, connections: Pool
) -> None:
    """Until the end was told."""
    grant = await ledger.begin("school", OTHER, 8, ())
    await connections.execute("delete from family_readers")
    await ledger.look(FIRST, DEPARTMENTS)
    assert families(await ledger.due(10)) == {OTHER}
    await ledger.done(await ledger.due(10))
    await ledger.note([Line("school", OTHER, grant, 0, "", b"", False)])
    await ledger.look(FIRST + timedelta(days=1), DEPARTMENTS)
    assert await ledger.due(10) == []


async def test_what_is_noted_counts_for_its_own_grant_alone(ledger: Ledger) -> None:
    """Whoever was frozen over the end of a grant notes nothing of the one that came after."""
    first = await ledger.begin("school", FAMILY, 8, ())
    line = Line("school", FAMILY, first, 7, "contacts=7", b"hash", True)
    await ledger.note([line])
    assert (told := (await ledger.told(FAMILY))["school"]).state_no == 7
    assert (told.grant, told.vector, told.hash, told.open, told.owed) == (
        first,
        "contacts=7",
        b"hash",
        True,
        False,
    )
    await ledger.end("school", FAMILY)
    over = (await ledger.told(FAMILY))["school"]
    assert over == replace(told, open=False, owed=True)

    second = await ledger.begin("school", FAMILY, 8, ())
    assert second > first
    begun = (await ledger.told(FAMILY))["school"]
    await ledger.note([replace(line, state_no=8), replace(line, department="health")])
    assert await ledger.told(FAMILY) == {"school": begun}
    assert (begun.grant, begun.state_no, begun.open, begun.owed) == (second, 0, True, False)
    assert await ledger.told(OTHER) == {}


async def test_a_basis_that_ends_by_its_day_is_revoked_on_the_next(ledger: Ledger, connections: Pool) -> None:
    """Nothing happens but that the day turns."""
    await connections.execute("delete from family_readers where family = $1", OTHER)
    town = Town(kept=ledger)
    town.does(("attach", BENT, 1))
    told = []
    for _ in range(4):
        await ledger.look(town.today, DEPARTMENTS)
        await town.tick()
        await town.assert_told()
        town.assert_in_order()
        told.append([record.value is None for record in town.topics.records])
        town.today += timedelta(days=1)
    assert told == [[False], [False], [False, False, True], [False, False, True]]
    row = (await ledger.told(FAMILY))["school"]
    assert (row.open, row.owed) == (False, False)
