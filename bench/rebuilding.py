"""A process that rebuilds once, alone or with another one, or reads the same rows once: how long, and its peak memory."""

import asyncio
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

from bench.workers import answer
from eventkeep.anew import Anew
from eventkeep.generations import State, known
from eventkeep.journal import Journal
from eventkeep.keys import FileKeys
from eventkeep.pg import Pool, pool
from eventkeep.rebuild import Rebuild
from services.overview.access import ACCESS
from services.overview.family_plan import FAMILY_PLAN
from services.words import VOCABULARIES

_PAGE = 2_000


async def once(asked: dict[str, Any]) -> Any:
    """Measures one of them."""
    connections = await pool(asked["dsn"])
    begun = time.monotonic()
    if asked["kind"] == "ours":
        await _rebuild(connections, Path(asked["keys"]))
    elif asked["kind"] == "limit":
        await _read(connections)
    else:
        await _beside(connections, Path(asked["keys"]), asked["kind"] == "beside")
    seconds = time.monotonic() - begun
    await connections.close()
    return {
        "seconds": seconds,
        "megabytes": _peak(),
    }


def _peak() -> float:
    """This process' own: what the system counts for its children begins with their parent's."""
    [line] = [each for each in Path("/proc/self/status").read_text().splitlines() if each.startswith("VmHWM")]
    return int(line.split()[1]) / 1_024


async def _rebuild(connections: Pool, keys: Path) -> None:
    journal = Journal(connections, [ACCESS, FAMILY_PLAN], VOCABULARIES, FileKeys(keys))
    rebuild = Rebuild(journal)
    running = asyncio.create_task(rebuild.run())
    while not rebuild.done:  # noqa: ASYNC110 - it tells nobody
        await asyncio.sleep(0.01)
    running.cancel()
    with suppress(asyncio.CancelledError):
        await running


async def _beside(connections: Pool, keys: Path, begins: bool) -> None:
    """The plan, beside what is shown. Whoever begins also switches; the other one helps."""
    anew = Anew(connections, FAMILY_PLAN, VOCABULARIES, FileKeys(keys))
    if begins:
        await anew.begin()
    else:
        while not (await known(connections)).beside(FAMILY_PLAN.name, State.BUILDING):  # noqa: ASYNC110 - it tells nobody
            await asyncio.sleep(0.01)
        await anew.join()
    while True:
        while await anew.some():
            pass
        if not begins or (await anew.switch()).done:
            return
        await asyncio.sleep(0.05)


async def _read(connections: Pool) -> None:
    async with connections.acquire() as connection, connection.transaction():
        async for _ in connection.cursor("select family, value from journal", prefetch=_PAGE):
            pass


if __name__ == "__main__":
    asyncio.run(answer(once))
