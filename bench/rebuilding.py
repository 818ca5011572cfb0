"""A process that rebuilds once, or reads the same rows once: how long that took, and its peak memory."""

import asyncio
import resource
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

from bench.workers import answer
from eventkeep.journal import Journal
from eventkeep.keys import FileKeys
from eventkeep.pg import Pool, pool
from eventkeep.rebuild import Rebuild
from services.overview.access import ACCESS
from services.overview.family_plan import FAMILY_PLAN
from services.words import VOCABULARIES

_PAGE = 2_000


async def once(asked: dict[str, Any]) -> Any:
    """Measures one of both."""
    connections = await pool(asked["dsn"])
    begun = time.monotonic()
    if asked["kind"] == "ours":
        await _rebuild(connections, Path(asked["keys"]))
    else:
        await _read(connections)
    seconds = time.monotonic() - begun
    await connections.close()
    return {
        "seconds": seconds,
        "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1_024,
    }


async def _rebuild(connections: Pool, keys: Path) -> None:
    journal = Journal(connections, [ACCESS, FAMILY_PLAN], VOCABULARIES, FileKeys(keys))
    rebuild = Rebuild(journal)
    running = asyncio.create_task(rebuild.run())
    while not rebuild.done:  # noqa: ASYNC110 - it tells nobody
        await asyncio.sleep(0.01)
    running.cancel()
    with suppress(asyncio.CancelledError):
        await running


async def _read(connections: Pool) -> None:
    async with connections.acquire() as connection, connection.transaction():
        async for _ in connection.cursor("select family, value from journal", prefetch=_PAGE):
            pass


if __name__ == "__main__":
    asyncio.run(answer(once))
