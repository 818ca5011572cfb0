"""A fresh database for each test that wants one."""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from eventkeep.memory_store import MemoryStore
from eventkeep.postgres_store import PostgresStore
from eventkeep.store import Store
from tests.stores.databases import fresh, opened


@pytest_asyncio.fixture
async def dsn(postgres: str) -> AsyncIterator[str]:
    """A database with an empty store."""
    async with fresh(postgres, "store") as found:
        yield found


@pytest_asyncio.fixture
async def kept(dsn: str) -> AsyncIterator[PostgresStore]:
    """An empty store on PostgreSQL."""
    async with opened(dsn) as store:
        yield store


@pytest_asyncio.fixture(params=["memory", "postgres"])
async def store(request: pytest.FixtureRequest) -> AsyncIterator[Store]:
    """An empty store of each kind."""
    if request.param == "memory":
        yield MemoryStore()
        return
    async with fresh(request.getfixturevalue("postgres"), "store") as found, opened(found) as store:
        yield store
