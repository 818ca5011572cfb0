"""Appends and reads stay fast as tables grow: they go by index, however small the tables once were."""

import uuid

import asyncpg
import pytest

from eventkeep.pg import APPENDING
from eventkeep.postgres_store import READ, READ_ALL, PostgresStore
from eventkeep.store import Head
from eventkeep.trips import APPEND, APPEND_TOGETHER
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


async def append(connection: asyncpg.Connection, name: str) -> None:
    """One command alone and two in a group, on streams that don't exist yet."""
    digest = Head().after(b"x").digest
    alone = await connection.fetchval(
        APPEND, str(uuid.uuid4()), b"f", f"{name}/alone", 0, None, "answer", [b"x"], [digest]
    )
    assert tuple(alone) == (0, None)
    odd = await connection.fetchval(
        APPEND_TOGETHER,
        [str(uuid.uuid4()), str(uuid.uuid4())],
        [b"f", b"f"],
        [f"{name}/1", f"{name}/2"],
        [0, 0],
        [None, None],
        ["answer", "answer"],
        [1, 2],
        [1, 1],
        [b"x", b"x"],
        [digest, digest],
    )
    assert odd is None


@pytest.mark.parametrize("analyzed", [True, False])
async def test_appends_go_by_index_also_in_old_sessions(dsn: str, analyzed: bool) -> None:
    """A plan that was made while the tables were small must not stay: nor one made with old statistics."""
    async with connected(dsn) as other:
        old = await asyncpg.connect(dsn, server_settings=APPENDING)
        for n in range(10):
            await append(old, f"small/{n}")
        await other.execute("delete from events; delete from commands")
        await other.execute("vacuum analyze")
        await append(old, "small/10")
        await other.execute("delete from events; delete from commands")
        await other.execute(FILL)
        if analyzed:
            await other.execute("analyze")
        new = await asyncpg.connect(dsn, server_settings=APPENDING)
        for n, connection in enumerate((old, new)):
            async with connection.transaction():
                await append(connection, f"large/{n}")
                assert await connection.fetchval(TOUCHED) == 0
            await connection.close()


@pytest.mark.parametrize("query", [READ, READ_ALL])
async def test_reads_go_by_index(dsn: str, query: str) -> None:
    """A page costs what the page holds, not what the store holds."""
    async with connected(dsn) as connection:
        await connection.execute(FILL)
        await connection.execute("analyze")
        arguments = (["family/7"], [3], [1_000]) if query == READ else (10_000, 1_000)
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
