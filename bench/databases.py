"""Databases and topics to measure in, that go when it is over."""

import asyncio
import secrets
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import asyncpg
from aiokafka.admin import AIOKafkaAdminClient, NewTopic

from eventkeep.migrate import migrate
from eventkeep.relay import PARTITIONS

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
