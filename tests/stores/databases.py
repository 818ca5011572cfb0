"""Databases for one test each, and what can be asked of them."""

import asyncio
import secrets
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from urllib.parse import urlsplit

import asyncpg

from eventkeep.migrate import SQL, migrate
from eventkeep.pg import pool
from eventkeep.postgres_store import PostgresStore

APPEND_LOCK = "select pg_advisory_xact_lock(4805, 1)"


@asynccontextmanager
async def connected(dsn: str) -> AsyncIterator[asyncpg.Connection]:
    """A plain connection."""
    connection = await asyncpg.connect(dsn)
    try:
        yield connection
    finally:
        await connection.close()


@asynccontextmanager
async def fresh(postgres: str, *folders: str) -> AsyncIterator[str]:
    """The DSN of a new database with these migrations, dropped in the end."""
    name = f"test_{secrets.token_hex(6)}"
    async with connected(postgres) as admin:
        await admin.execute(f"create database {name}")
        try:
            dsn = urlsplit(postgres)._replace(path=f"/{name}").geturl()
            async with connected(dsn) as connection:
                for folder in folders:
                    await migrate(connection, SQL / folder)
            yield dsn
        finally:
            await admin.execute(f"drop database {name} with (force)")


async def emptied(dsn: str) -> None:
    """Makes a database as good as fresh: nobody is connected, and an empty store is all that it holds."""
    async with connected(dsn) as connection:
        await connection.execute(
            "select pg_terminate_backend(pid, 5000) from pg_stat_activity "
            "where datname = current_database() and pid <> pg_backend_pid()"
        )
        await connection.execute("drop schema public cascade; create schema public")
        await migrate(connection, SQL / "store")


@asynccontextmanager
async def opened(dsn: str, group: int = 64, timeout: float = 10.0) -> AsyncIterator[PostgresStore]:
    """A store as one replica of a service has it: with a pool of its own."""
    connections = await pool(dsn, 4)
    store = PostgresStore(connections, dsn, group, timeout)
    try:
        yield store
    finally:
        store.close()
        connections.terminate()


@asynccontextmanager
async def holding_the_append_lock(dsn: str) -> AsyncIterator[asyncpg.Connection]:
    """Nobody appends as long as this is held."""
    async with connected(dsn) as connection, connection.transaction():
        await connection.execute(APPEND_LOCK)
        yield connection


async def appending(connection: asyncpg.Connection) -> list[int]:
    """The server processes that wait for the append lock of this database."""
    rows = await connection.fetch(
        "select l.pid from pg_locks l join pg_database d on d.oid = l.database "
        "where d.datname = current_database() and l.locktype = 'advisory' and not l.granted"
    )
    return [row["pid"] for row in rows]


async def commits(connection: asyncpg.Connection) -> int:
    """How many transactions made the events that there are."""
    return int(await connection.fetchval("select count(distinct xmin::text) from events"))


async def until(condition: Callable[[], Awaitable[object]], within_s: float = 20.0) -> None:
    """Waits until the condition holds."""
    async with asyncio.timeout(within_s):
        while not await condition():  # noqa: ASYNC110 - the server tells nobody
            await asyncio.sleep(0.01)
