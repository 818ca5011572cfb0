"""The second wall: whoever is granted a service's tables by mistake sees no row of them, and the service isn't hurt."""

import subprocess
from collections.abc import AsyncIterator
from typing import Any

import asyncpg
import pytest
import pytest_asyncio

from deploy.embedded.postgres import binaries
from eventkeep.migrate import SQL, migrate
from eventkeep.walls import wall_off
from tests.stores.databases import connected, emptied, opened
from tests.stores.owned import Owned, grant_everything, owned, rows_seen
from tests.stores.writing import Writer, everything

NOT_YET = 'new row violates row-level security policy for table "events"'


async def built(dsn: str) -> None:
    """What a service does to its database when it starts."""
    async with connected(dsn) as connection:
        await wall_off(connection)
        for folder in ("store", "journal"):
            await migrate(connection, SQL / folder)
        await wall_off(connection)


@pytest_asyncio.fixture
async def place(postgres: str) -> AsyncIterator[Owned]:
    """A store and a journal of a plain role, with events in it."""
    async with owned(postgres) as found:
        await built(found.dsn)
        async with opened(found.dsn) as store:
            await Writer(store, "family/1").append(b"a", b"b")
        yield found


async def test_who_is_granted_every_table_by_mistake_sees_no_row_and_writes_none(place: Owned) -> None:
    """X-04: the first wall, which is that nobody is granted anything, is taken away."""
    async with connected(place.stranger) as stranger:
        with pytest.raises(asyncpg.InsufficientPrivilegeError):
            await stranger.execute("select from events")
        await grant_everything(place, place.strangers_name)
        seen = await rows_seen(stranger)
        assert len(seen) >= 14
        assert set(seen.values()) == {0}
        with pytest.raises(asyncpg.InsufficientPrivilegeError, match=NOT_YET):
            await stranger.execute("insert into events values (9, 'family/1', 3, 'c', sha256('c'))")
        assert await stranger.execute("delete from events") == "DELETE 0"
        assert await stranger.execute("update events set version = 9") == "UPDATE 0"
    async with connected(place.dsn) as owner:
        assert (await rows_seen(owner))["events"] == 2


async def test_without_the_wall_a_mistaken_grant_would_show_all(place: Owned) -> None:
    """The test above says something: it is the wall that hides the rows."""
    await grant_everything(place, place.strangers_name)
    async with connected(place.dsn) as owner, connected(place.stranger) as stranger:
        await owner.execute("alter table events disable row level security")
        assert (await rows_seen(stranger))["events"] == 2
        assert await wall_off(owner) == 1
        assert (await rows_seen(stranger))["events"] == 0


async def test_a_service_works_behind_its_wall_and_starts_again(place: Owned) -> None:
    """Appends, repeats and reads as ever; a start that finds all closed changes nothing."""
    async with connected(place.dsn) as owner:
        assert await wall_off(owner) == 0
    async with opened(place.dsn) as store:
        writer = Writer(store, "family/2")
        first = await writer.append(b"c")
        assert (await store.append(first)).answer == first.answer
        assert [each.value for each in await everything(store)] == [b"a", b"b", b"c"]


async def test_a_table_that_comes_later_is_closed_too(place: Owned) -> None:
    """No migration has to think of it."""
    async with connected(place.dsn) as owner:
        await owner.execute("create table later (n int)")
        assert await wall_off(owner) == 1
        assert await owner.fetchval(
            "select relrowsecurity and relforcerowsecurity from pg_class where relname = 'later'"
        )


async def test_the_owner_takes_a_backup_and_another_owner_restores_it(postgres: str, place: Owned) -> None:
    """A backup by the owner asks for it in so many words; the wall is rebuilt for the one who owns it now."""
    backup = run("pg_dump", "--format=custom", "--enable-row-security", "--dbname", place.dsn)
    with pytest.raises(subprocess.CalledProcessError) as refused:
        run("pg_dump", "--format=custom", "--dbname", place.dsn)
    assert b"row-level security" in refused.value.stderr
    async with owned(postgres) as other:
        restored = ("--exit-on-error", "--single-transaction", "--no-owner", "--no-privileges")
        run("pg_restore", *restored, "--dbname", other.dsn, given=backup)
        async with connected(other.dsn) as connection:
            assert (await rows_seen(connection))["events"] == 0
        await built(other.dsn)
        async with opened(other.dsn) as store:
            assert [each.value for each in await everything(store)] == [b"a", b"b"]
            await Writer(store, "family/2").append(b"c")


async def test_nobody_else_s_tables_are_touched(dsn: str) -> None:
    """Only what the role owns, in its own schema."""
    await emptied(dsn)
    async with connected(dsn) as connection:
        await connection.execute("create schema elsewhere; create table elsewhere.theirs (n int)")
        await wall_off(connection)
        assert not await connection.fetchval(
            "select relrowsecurity from pg_class where oid = 'elsewhere.theirs'::regclass"
        )
        await connection.execute("drop schema elsewhere cascade")


def run(program: str, *arguments: str, given: bytes | None = None) -> Any:
    """One of PostgreSQL's own programs, and what it prints."""
    command = [str(binaries() / program), *arguments]
    return subprocess.run(command, check=True, input=given, capture_output=True).stdout
