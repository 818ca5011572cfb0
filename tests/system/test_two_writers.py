"""Two processes write one journal: a consumer after a rebalance, and the repair that every replica runs."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import asyncpg
import pytest_asyncio

from eventkeep import chains
from eventkeep.chains import Arrived, Key
from eventkeep.cloudevent import Told, decode, encode
from eventkeep.journal import Journal
from eventkeep.keys import FileKeys
from eventkeep.pg import pool
from eventkeep.testing import said
from services.overview.access import ACCESS
from services.overview.family_plan import FAMILY_PLAN
from services.words import VOCABULARIES
from tests.stores.databases import connected, fresh, until
from tests.unit.family import FAMILY
from tests.views.around import CONTACTS
from tests.views.planned import DRAFTED

_WAITS = "select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'"


@pytest_asyncio.fixture
async def dsn(postgres: str) -> AsyncIterator[str]:
    async with fresh(postgres, "journal") as found:
        yield found


async def test_what_another_writer_keeps_meanwhile_is_never_overlooked(dsn: str, tmp_path: Path) -> None:
    registered, attached = (bytes_of(said(CONTACTS[n - 1], "contacts", n)) for n in (1, 2))
    drafted = said(DRAFTED, "plans", 1, causes={"contacts": 2})
    async with connected(dsn) as one, connected(dsn) as looking:
        connections = await pool(dsn, 2)
        other = Journal(connections, [ACCESS, FAMILY_PLAN], VOCABULARIES, FileKeys(tmp_path))
        await other.accept([registered])
        async with one.transaction():
            await kept(one, drafted)
            arriving = asyncio.create_task(other.accept([attached]))
            await until(lambda: looking.fetchval(_WAITS))
        await arriving
        await connections.close()
        vector = await looking.fetchval("select vector from views where view = $1", FAMILY_PLAN.name)
    assert vector == "contacts=2,plans=1"


async def kept(connection: asyncpg.Connection, told: Told) -> None:
    """What a writer does with an event that waits for its cause."""
    key = Key(str(FAMILY), told.envelope.service, told.envelope.version)
    heads = await chains.lock(connection, [key])
    value = bytes_of(told)
    await chains.keep(connection, {key: Arrived(value, decode(value))}, heads)


def bytes_of(told: Told) -> bytes:
    """The event as it travels."""
    return encode(told.envelope, told.data)
