"""Appends and reads stay fast as tables grow: they go by index, however small the tables once were."""

import uuid

import asyncpg
import pytest

from eventkeep.pg import APPENDING
from eventkeep.postgres_store import APPEND, READ, READ_ALL, PostgresStore
from eventkeep.store import Head
from tests.stores.databases import connected
from tests.stores.writing import Writer

FILL = """
insert into events select n, 'family/' || n / 20, n % 20 + 1, repeat('x', 200)::bytea, sha256('')
    from generate_series(1, 20000) n;
insert into commands select gen_random_uuid(), 'f', 'a' from generate_series(1, 20000);
"""
TOUCHED = """
select coalesce(sum(seq_scan), 0) from pg_stat_xact_user_tables where relname in ('events', 'commands')
"""


async def append(connection: asyncpg.Connection, stream: str) -> list[int]:
    """One command with one event, on a stream that doesn't exist yet."""
    row = await connection.fetchrow(
        APPEND,
        [str(uuid.uuid4())],
        [b"f"],
        [stream],
        [0],
        [None],
        ["answer"],
        [1],
        [1],
        [b"x"],
        [Head().after(b"x").digest],
    )
    assert row is not None
    return list(row["outcomes"])


@pytest.mark.parametrize("analyzed", [True, False])
async def test_appends_go_by_index_also_in_old_sessions(dsn: str, analyzed: bool) -> None:
    """A plan that was made while the tables were small must not stay: nor one made with old statistics."""
    async with connected(dsn) as other:
        old = await asyncpg.connect(dsn, server_settings=APPENDING)
        for n in range(10):
            assert await append(old, f"small/{n}") == [0]
        await other.execute("delete from events; delete from commands")
        await other.execute("vacuum analyze")
        assert await append(old, "small/10") == [0]
        await other.execute("delete from events; delete from commands")
        await other.execute(FILL)
        if analyzed:
            await other.execute("analyze")
        new = await asyncpg.connect(dsn, server_settings=APPENDING)
        for n, connection in enumerate((old, new)):
            async with connection.transaction():
                assert await append(connection, f"large/{n}") == [0]
                assert await connection.fetchval(TOUCHED) == 0
            await connection.close()


@pytest.mark.parametrize("query", [READ, READ_ALL])
async def test_reads_go_by_index(dsn: str, query: str) -> None:
    """A page costs what the page holds, not what the store holds."""
    async with connected(dsn) as connection:
        await connection.execute(FILL)
        await connection.execute("analyze")
        arguments = ("family/7", 3, 1_000) if query == READ else (10_000, 1_000)
        async with connection.transaction():
            assert len(await connection.fetch(query, *arguments)) in (17, 1_000)
            assert await connection.fetchval(TOUCHED) == 0


async def test_the_last_append_finds_its_place_in_a_large_store(dsn: str, kept: PostgresStore) -> None:
    """Position and version go on from what is there."""
    async with connected(dsn) as connection:
        await connection.execute(FILL)
    await Writer(kept, "family/new").append(b"a", b"b")
    assert [event.position for event in await kept.read("family/new")] == [20_001, 20_002]
    assert await kept.last_position() == 20_002
