"""Databases and topics to measure in, that go when it is over."""

import asyncio
import secrets
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import asyncpg
from aiokafka.admin import AIOKafkaAdminClient, NewTopic

from bench.made import Made, interleaved
from eventkeep.migrate import migrate
from eventkeep.relay import PARTITIONS
from eventkeep.store import Head

_SETTLES = 0.5
"""Seconds until every partition has its leader: a producer that comes earlier has to try again."""


@asynccontextmanager
async def database(postgres: str, *folders: Path) -> AsyncIterator[str]:
    """The DSN of a new database with these migrations."""
    name = f"bench_{secrets.token_hex(6)}"
    dsn = urlunsplit(urlsplit(postgres)._replace(path="/" + name))
    owner = await asyncpg.connect(postgres)
    try:
        await owner.execute(f'create database "{name}"')
        connection = await asyncpg.connect(dsn)
        for folder in folders:
            await migrate(connection, folder)
        await connection.close()
        yield dsn
    finally:
        await owner.execute(f'drop database if exists "{name}" with (force)')
        await owner.close()


async def fill(dsn: str, ids: Sequence[str], each: int) -> list[tuple[bytes, bytes]]:
    """Stores `each` events of every family, one of each in turn; returns the same as key and value."""
    heads: dict[str, Head] = {}
    rows: list[tuple[int, str, int, bytes, bytes]] = []
    for position, (made, version) in enumerate(interleaved([Made(family) for family in ids], each), 1):
        value = made.value(version)
        heads[made.stream] = head = heads.get(made.stream, Head()).after(value)
        rows.append((position, made.stream, version, value, head.digest))
    connection = await asyncpg.connect(dsn)
    await connection.copy_records_to_table("events", records=rows)
    await connection.execute("vacuum analyze events")
    await connection.close()
    return [(stream.partition("/")[2].encode(), value) for _, stream, _, value, _ in rows]


@asynccontextmanager
async def topics(bootstrap: str, *names: str) -> AsyncIterator[None]:
    """These topics, new, with as many partitions as ours have."""
    admin = AIOKafkaAdminClient(bootstrap_servers=bootstrap)
    await admin.start()
    try:
        await admin.create_topics([NewTopic(name, PARTITIONS, 1) for name in names])
        await asyncio.sleep(_SETTLES)
        yield
        await admin.delete_topics(list(names))
    finally:
        await admin.close()
