"""Two transactions that are in each other's way: one is undone by PostgreSQL, and whoever works there comes again."""

import asyncio
from contextlib import suppress

import asyncpg
import pytest

from eventkeep.react import again_and_again
from tests.stores.databases import connected

_LOCK = "select pg_advisory_xact_lock($1)"


async def test_a_worker_that_lost_a_deadlock_goes_on(dsn: str) -> None:
    """A real one: each holds what the other waits for, until PostgreSQL undoes one of them."""
    lost = list[type[Exception]]()
    done = asyncio.Event()

    async def some() -> bool:
        if lost:
            done.set()
            return False
        try:
            await _clash(dsn)
        except asyncpg.PostgresError as error:
            lost.append(type(error))
            raise
        return True

    worker = asyncio.create_task(again_and_again(some, 0.01, "interrupted"))
    waits = asyncio.create_task(done.wait())
    await asyncio.wait({worker, waits}, timeout=20.0, return_when=asyncio.FIRST_COMPLETED)
    assert not worker.done(), "the worker ended"
    assert lost == [asyncpg.DeadlockDetectedError]
    worker.cancel()
    with suppress(asyncio.CancelledError):
        await worker


async def _clash(dsn: str) -> None:
    """Raises what the one hears that is undone."""
    async with connected(dsn) as one, connected(dsn) as other:
        first, second = one.transaction(), other.transaction()
        await first.start()
        await second.start()
        await one.execute(_LOCK, 1)
        await other.execute(_LOCK, 2)
        heard = await asyncio.gather(one.execute(_LOCK, 2), other.execute(_LOCK, 1), return_exceptions=True)
        [undone] = [each for each in heard if isinstance(each, BaseException)]
        raise undone


@pytest.fixture
def dsn(postgres: str) -> str:
    """Any database."""
    return postgres
