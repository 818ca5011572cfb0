"""A store of its own for each test."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
import pytest_asyncio

from eventkeep.handle import Handle
from eventkeep.keys import FileKeys
from eventkeep.memory_store import MemoryStore
from eventkeep.postgres_store import PostgresStore
from eventkeep.store import Store
from tests.stores.databases import emptied, fresh, opened
from tests.stores.kites import handler


@pytest.fixture(scope="session")
def database(postgres: str) -> Iterator[str]:
    """The DSN of the database that these tests use, one after the other."""
    with asyncio.Runner() as runner:
        making = fresh(postgres)
        yield runner.run(making.__aenter__())
        runner.run(making.__aexit__(None, None, None))


@pytest_asyncio.fixture
async def dsn(database: str) -> str:
    """A database with an empty store."""
    await emptied(database)
    return database


@pytest_asyncio.fixture
async def kept(dsn: str) -> AsyncIterator[PostgresStore]:
    """An empty store on PostgreSQL."""
    async with opened(dsn) as store:
        yield store


@pytest_asyncio.fixture(params=["memory", "postgres"])
async def store(request: pytest.FixtureRequest, database: str) -> AsyncIterator[Store]:
    """An empty store of each kind."""
    if request.param == "memory":
        yield MemoryStore()
        return
    await emptied(database)
    async with opened(database) as store:
        yield store


@pytest.fixture
def keys(tmp_path: Path) -> FileKeys:
    """A key service that notices at once."""
    return FileKeys(tmp_path / "keys", ttl=0)


@pytest.fixture
def one(store: Store, keys: FileKeys) -> Handle:
    """A replica."""
    return handler(store, keys)


@pytest.fixture
def other(store: Store, keys: FileKeys) -> Handle:
    """Another replica: the same store, a cache of its own."""
    return handler(store, keys)
