"""The SQL views for dashboards: as promised, readable by their role, and without persons; behind two walls."""

import re
import secrets
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from typing import Any
from uuid import UUID

import asyncpg
import pytest

from contracts.ways import VIEWS
from deploy.catalogue.loading import offer_id, rows
from deploy.generate.views import FILE, committed, views, written
from eventkeep.pg import Pool, pool
from eventkeep.sealing import PREFIX
from services.overview.dashboards import open_to
from tests.shape.tree import text
from tests.stores.databases import connected
from tests.stores.owned import grant_everything, owned, rows_seen
from tests.system.test_leaks import phrases
from tests.unit.offering import TALKS
from tests.views.town import HOMES, Town, built

OFFERS = {offer_id(row["row"]) for row in rows()}

UUIDS = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
CPR = re.compile(r"\b[0-3]\d[01]\d{3}-?\d{4}\b")


QUERIES = re.findall(r"^```sql\n(.*?)^```$", text("docs/sql.md"), re.MULTILINE | re.DOTALL)


async def all_rows(town: Town, view: str) -> list[asyncpg.Record]:
    """What somebody at a dashboard finds in a view."""
    async with connected(town.dashboards) as reader:
        return list(await reader.fetch(f"select * from reading.{view}"))


async def test_the_views_are_those_that_were_promised(town: Town) -> None:
    """Names, order, types and meanings: whoever changes one changes the file, and sees what others rely on."""
    async with connected(town.place.dsn) as owner:
        there = await views(owner)
    assert written(there) == written(committed()), f"`python -m deploy.generate.views` writes {FILE} anew"
    for view, described in there.items():
        assert described["about"], view
        assert not [name for name, column in described["columns"].items() if not column["says"]], view


@pytest.mark.parametrize("view", VIEWS)
async def test_each_column_says_something_of_somebody(town: Town, view: str) -> None:
    """What a column is filled from is still there: a plan of another shape would leave it empty."""
    rows = await all_rows(town, view)
    assert rows
    empty = {name for name in rows[0].keys() if all(row[name] is None for row in rows)}  # noqa: SIM118
    assert empty == set()


def ids_of(town: Town) -> set[str]:
    """The ids of everybody and everything in the stories but offers, which are nobody's."""
    return {each for one in town.casts for each in one.ids.values()} - OFFERS


@pytest.mark.parametrize("view", VIEWS)
async def test_no_view_shows_a_person(town: Town, view: str) -> None:
    """X-05, INV-61: no name, no words, no CPR number, no sealed text; and no id but the family's key here, and those of
    offers, which are nobody's."""
    words = words_of(town)
    async with connected(town.place.dsn) as owner:
        keys = {str(key) for (key,) in await owner.fetch("select key from figures")}
    ids = ids_of(town) | {str(home) for home in HOMES}
    assert len(ids) > 500
    shown = [str(value) for row in await all_rows(town, view) for value in flat(row.values())]
    text = "\n".join(shown)
    assert found(words, text) == []
    assert not CPR.search(text)
    assert PREFIX not in text
    assert set(UUIDS.findall(text)) <= (keys - ids) | {TALKS} | OFFERS


def found(words: set[str], text: str) -> list[str]:
    """The words that stand in a text, whole."""
    return sorted(word for word in words if word in text and re.search(rf"\b{re.escape(word)}\b", text))


def words_of(town: Town) -> set[str]:
    """Names, their parts, and every four words in a row that somebody said. Codes such as E3 are no words."""
    return {word for one in town.casts for word in phrases(one) if len(word) > 3}


def flat(values: Any) -> Iterator[Any]:
    """Values, those in lists one by one."""
    for value in values:
        yield from value if isinstance(value, list) else (value,)


async def test_the_search_for_persons_would_find_one(town: Town) -> None:
    """What a plan holds of them is found by the same search."""
    async with connected(town.place.dsn) as owner:
        plans = await owner.fetch(
            "select convert_from(document, 'UTF8') from views where view = 'family-plan'"
        )
    text = "\n".join(plan for (plan,) in plans)
    assert PREFIX in text
    assert set(UUIDS.findall(text)) & ids_of(town)
    words = words_of(town)
    assert len(words) > 300
    assert found(words, f"{text} {sorted(words)[7]}") == [sorted(words)[7]]


async def test_dashboards_read_the_views_and_nothing_else(town: Town) -> None:
    """The first wall: not a table, and nothing can be written."""
    async with connected(town.dashboards) as reader:
        for table in ("figures", "views", "journal", "readings", "acknowledgements", "family_readers"):
            with pytest.raises(asyncpg.InsufficientPrivilegeError):
                await reader.fetch(f"select * from {table}")
        for view in VIEWS:
            with pytest.raises(
                (asyncpg.InsufficientPrivilegeError, asyncpg.ObjectNotInPrerequisiteStateError)
            ):
                await reader.execute(f"delete from reading.{view}")
        with pytest.raises(asyncpg.InsufficientPrivilegeError):
            await reader.execute("create table reading.mine (n int)")


async def test_with_the_first_wall_away_they_still_see_no_row_of_a_table(postgres: str, town: Town) -> None:
    """X-04: whatever is granted by mistake, and to whomever. The views go on."""
    async with connected(town.place.administrator) as administrator:
        before = await administrator.fetchval("select count(*) from reading.families")
    await grant_everything(town.place, town.role, town.place.strangers_name)
    try:
        async with connected(town.dashboards) as reader:
            seen = await rows_seen(reader)
            assert len(seen) >= 13
            assert set(seen.values()) == {0}
            with pytest.raises(asyncpg.InsufficientPrivilegeError, match="row-level security"):
                await reader.execute("insert into family_readers values ('me', 'a family')")
            assert await reader.fetchval("select count(*) from reading.families") == before == 26
    finally:
        async with connected(town.place.administrator) as administrator:
            for role in (town.role, town.place.strangers_name):
                await administrator.execute(f"revoke all on all tables in schema public from {role}")


@pytest.mark.parametrize("query", QUERIES)
async def test_each_question_of_the_page_has_an_answer(town: Town, query: str) -> None:
    """docs/sql.md, as somebody at a dashboard asks it."""
    async with connected(town.dashboards) as reader:
        assert await reader.fetch(query) or query.count("m.next") == 1, "only a meeting ahead may be missing"


def test_the_page_asks_each_view_something() -> None:
    assert {view for query in QUERIES for view in re.findall(r"reading\.(\w+)", query)} == set(VIEWS)


async def test_a_start_makes_the_role_where_it_may_and_else_goes_on_without(postgres: str) -> None:
    """A service's own role may not make roles: who administrates the server does, and the next start opens the views."""
    role = f"dashboards_{secrets.token_hex(4)}"
    async with owned(postgres) as place, connected(place.administrator) as administrator:
        await built(place)
        async with connections_of(place.dsn) as service, connections_of(place.administrator) as mighty:
            assert not await open_to(service, role)
            assert await open_to(mighty, role)
            assert await open_to(service, role)
        assert not await administrator.fetchval("select rolcanlogin from pg_roles where rolname = $1", role)
        await administrator.execute(f"grant {role} to {place.strangers_name}")
        async with connected(place.stranger) as reader:
            assert await reader.fetch("select * from reading.families") == []
        await administrator.execute(f"drop owned by {role}; drop role {role}")


@asynccontextmanager
async def connections_of(dsn: str) -> AsyncIterator[Pool]:
    """A service's connections."""
    connections = await pool(dsn, 2)
    yield connections
    await connections.close()


async def test_a_family_s_key_leads_from_view_to_view_and_nowhere_else(town: Town) -> None:
    """The same in each view; not the family's id, by which a plan is opened."""
    families = {row["family"] for row in await all_rows(town, "families")}
    assert all(isinstance(each, UUID) for each in families)
    for view in ("goals", "interventions", "attachments", "meetings", "contacts", "informed"):
        assert {row["family"] for row in await all_rows(town, view)} <= families
