"""The commands of generated families' lives, for each service: facts parsed, decided, sealed, stored, answered.

limit: the bytes of the same commands' events inserted by asyncpg, one transaction a command, with nothing else.
"""

import asyncio
import itertools
import tempfile
import uuid
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path
from typing import Any

from bench.appenders import POOL, stored
from bench.databases import database
from bench.lives import SERVICES, Desk, Lived, lives, of_service, registrations, values_of
from bench.measure import Row, Say, Scale, alternate, row
from deploy.embedded.given import Servers
from eventkeep.migrate import SQL
from eventkeep.pg import Pool, pool
from eventkeep.postgres_store import PostgresStore

CALLERS, LIVES, SEED = 32, 150, 1
_SHARE = 0.3
"""Of a round's usual length: there are four services."""
_BARE = (
    "create table bare (position bigint generated always as identity primary key, "
    "stream text, version bigint, value bytea)"
)
_INSERT = (
    "insert into bare (stream, version, value) "
    "select $1, $2 + n, value from unnest($3::bytea[]) with ordinality as given (value, n)"
)


async def run(servers: Servers, scale: Scale, say: Say) -> list[Row]:
    """One row for each service."""
    some = lives(SEED, scale.of(LIVES, 40))
    return [await _service(servers, scale, say, service, some) for service in SERVICES]


async def _service(servers: Servers, scale: Scale, say: Say, service: str, some: Sequence[Any]) -> Row:
    told = [each for each in (of_service(service, life) for life in some) if each]
    registers = registrations(some) if service == "contacts" else []
    say(f"  {service}: {len(told)} lives with {sum(map(len, told))} commands")
    with tempfile.TemporaryDirectory(prefix="helhed-bench-") as keys:
        values = await values_of(service, registers, told, Path(keys))
        async with database(servers.postgres, SQL / "store") as dsn:
            connections = await pool(dsn, POOL)
            store = PostgresStore(connections, dsn)
            desk, accepted = Desk(service, store, Path(keys)), dict[str, int]()
            await desk.register(registers)
            await connections.execute(_BARE)
            seconds = scale.seconds * _SHARE
            ours, limit = _ours(desk, told, accepted), _limit(connections, values)
            found = await alternate(
                {"ours": lambda: _rate(ours, seconds), "limit": lambda: _rate(limit, seconds)},
                scale.rounds,
                say,
            )
            counted = await stored(dsn, accepted)
            store.close()
            await connections.close()
    return row(f"mix, commands of {service}, {CALLERS} callers", "commands/s", found, counted)


Live = Callable[[int, Callable[[], bool]], Awaitable[int]]
"""Lives through the life of a number under a new family's name, until it is over; says how many commands it gave."""


def _ours(desk: Desk, told: Sequence[Sequence[Lived]], accepted: dict[str, int]) -> Live:
    async def live(number: int, over: Callable[[], bool]) -> int:
        family, count = str(uuid.uuid4()), 0
        for lived in told[number % len(told)]:
            if over():
                break
            accepted[f"family/{family}"] = (await desk.give(lived, family)).version
            count += 1
        return count

    return live


def _limit(connections: Pool, values: Sequence[Sequence[tuple[bytes, ...]]]) -> Live:
    async def live(number: int, over: Callable[[], bool]) -> int:
        stream, count, version = f"family/{uuid.uuid4()}", 0, 0
        for events in values[number % len(values)]:
            if over():
                break
            await connections.execute(_INSERT, stream, version, events)
            version, count = version + len(events), count + 1
        return count

    return live


async def _rate(live: Live, seconds: float) -> float:
    """Commands a second, by callers who each take the next life when theirs is over."""
    loop = asyncio.get_running_loop()
    begun, numbers = loop.time(), itertools.count()

    def over() -> bool:
        return loop.time() - begun >= seconds

    async def caller() -> int:
        count = 0
        while not over():
            count += await live(next(numbers), over)
        return count

    counts = await asyncio.gather(*(caller() for _ in range(CALLERS)))
    return sum(counts) / (loop.time() - begun)
