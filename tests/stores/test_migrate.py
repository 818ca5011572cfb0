"""Migrations: numbered, applied in order and once, whoever comes first; a changed file is refused."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import asyncpg
import pytest
import pytest_asyncio

from eventkeep.migrate import SQL, MigrationChanged, migrate
from tests.stores.databases import connected


@pytest_asyncio.fixture
async def empty(dsn: str) -> AsyncIterator[asyncpg.Connection]:
    """A connection to a database that holds nothing."""
    async with connected(dsn) as connection:
        await connection.execute("drop schema public cascade; create schema public")
        yield connection


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two migrations."""
    kites = tmp_path / "kites"
    kites.mkdir()
    (kites / "0001_kites.sql").write_text("create table kites (n int)")
    (kites / "0002_first.sql").write_text("insert into kites values (1)")
    return kites


FOLDERS = sorted(each for each in SQL.iterdir() if each.is_dir())


async def test_many_at_once_apply_each_once(empty: asyncpg.Connection, dsn: str) -> None:
    """Replicas that start together: one applies, the others wait and find it done."""

    async def start() -> list[str]:
        async with connected(dsn) as connection:
            return [name for folder in FOLDERS for name in await migrate(connection, folder)]

    applied = await asyncio.gather(*(start() for _ in range(6)))
    names = sorted(name for each in applied for name in each)
    assert names == sorted(f"{each.parent.name}/{each.stem}" for each in SQL.glob("*/*.sql"))


async def test_what_is_missing_is_applied_in_order(empty: asyncpg.Connection, folder: Path) -> None:
    """A new number is added to those applied earlier."""
    assert await migrate(empty, folder) == ["kites/0001_kites", "kites/0002_first"]
    (folder / "0003_second.sql").write_text("insert into kites select max(n) + 1 from kites")
    assert await migrate(empty, folder) == ["kites/0003_second"]
    assert await migrate(empty, folder) == []
    assert await empty.fetchval("select array_agg(n order by n) from kites") == [1, 2]


async def test_a_changed_file_is_refused_by_name(empty: asyncpg.Connection, folder: Path) -> None:
    """What was applied must read the same for ever."""
    await migrate(empty, folder)
    (folder / "0001_kites.sql").write_text("create table kites (n bigint)")
    with pytest.raises(MigrationChanged, match="kites/0001_kites"):
        await migrate(empty, folder)


async def test_it_is_all_or_nothing(empty: asyncpg.Connection, folder: Path) -> None:
    """A migration that fails leaves nothing of those before it."""
    (folder / "0003_wrong.sql").write_text("insert into no_such_table values (1)")
    with pytest.raises(asyncpg.UndefinedTableError):
        await migrate(empty, folder)
    assert await empty.fetchval("select to_regclass('kites')") is None
    (folder / "0003_wrong.sql").unlink()
    assert await migrate(empty, folder) == ["kites/0001_kites", "kites/0002_first"]
