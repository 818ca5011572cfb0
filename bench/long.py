"""A family of decades, with 5,000 events, beside young ones: what a command takes when its state is held, and when not.

limit: the same kinds of commands on families with a few dozen events; for the cold ones, the stream's rows read alone.
"""

import itertools
import tempfile
import time
import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from bench.appenders import POOL, stored
from bench.databases import database
from bench.lives import Desk, Lived, lives, of_service
from bench.measure import Row, Say, Scale, alternate, row
from deploy.embedded.given import Servers
from deploy.load.in_memory import Given
from eventkeep.migrate import SQL
from eventkeep.pg import pool
from eventkeep.postgres_store import PostgresStore
from eventkeep.store import read_stream

OLD, YOUNG, SEED = 5_000, 60, 3
"""Events that the families have, over all services, before anything is measured."""
SERVICES = ("meetings", "plans", "progress")
"""contacts hears little of a family once it is gathered."""
_QUARTERS, _BEYOND = 380, 80
_EACH, _YOUNG_EACH, _COLD = 32, 4, 2
"""Commands in a round, those that each young family gives of them, and cold ones in a round."""


async def run(servers: Servers, scale: Scale, say: Say) -> list[Row]:
    """For each service that hears of a family for as long as it has a plan: warm, then cold."""
    [old] = lives(SEED, 1, _QUARTERS + _BEYOND)
    young = lives(SEED + 1, _EACH // _YOUNG_EACH, 8)
    rows: list[Row] = []
    for service in SERVICES:
        say(f"  {service}")
        rows += await _service(servers, scale, say, service, old, young)
    return rows


@dataclass
class Family:
    """A family on a store: what it has lived through, and what comes next."""

    past: Sequence[Lived]
    future: Iterator[Lived]
    id: str = field(default_factory=lambda: str(uuid.uuid4()))


def _parted(service: str, life: Sequence[Given], events: int) -> Family:
    """The family as it is once it has so many events in all."""
    told, count = 0, 0
    while count < events:
        count += len(life[told].events)
        told += 1
    past = of_service(service, life[:told])
    return Family(past, iter(of_service(service, life)[len(past) :]))


async def _service(
    servers: Servers,
    scale: Scale,
    say: Say,
    service: str,
    old: Sequence[Given],
    young: Sequence[Sequence[Given]],
) -> list[Row]:
    async with database(servers.postgres, SQL / "store") as dsn:
        with tempfile.TemporaryDirectory(prefix="helhed-bench-") as keys:
            connections = await pool(dsn, POOL)
            store = PostgresStore(connections, dsn)
            bench = _Bench(service, store, Path(keys), old, young)
            await bench.live(bench.old)
            warm = await alternate({"ours": bench.aged, "limit": bench.fresh}, scale.rounds, say)
            cold = await alternate({"ours": bench.cold, "limit": bench.read}, scale.rounds, say)
            counted = await stored(dsn, bench.accepted)
            store.close()
            await connections.close()
    name = f"long, {service}, a family with {OLD:,} events"
    return [
        row(f"{name} (limit: with {YOUNG})", "ms", warm, counted, aim=2.0, lower_is_better=True),
        row(f"{name}, cold (limit: reading its rows)", "ms", cold, counted, lower_is_better=True),
    ]


class _Bench:
    """One service's commands on an old family and on young ones."""

    def __init__(
        self,
        service: str,
        store: PostgresStore,
        keys: Path,
        old: Sequence[Given],
        young: Sequence[Sequence[Given]],
    ) -> None:
        self._service, self._store, self._keys, self._young = service, store, keys, young
        self._desk = Desk(service, store, keys)
        self.old = _parted(service, old, OLD)
        self.accepted: dict[str, int] = {}

    async def live(self, family: Family) -> None:
        """What it has lived through."""
        for lived in family.past:
            await self._give(self._desk, family, lived)

    async def aged(self) -> float:
        """Milliseconds a command of the old family."""
        return await self._took([(self.old, _EACH)])

    async def fresh(self) -> float:
        """The same of young families, each new."""
        some = [_parted(self._service, life, YOUNG) for life in self._young]
        for family in some:
            await self.live(family)
        return await self._took([(family, _YOUNG_EACH) for family in some])

    async def _took(self, families: Sequence[tuple[Family, int]]) -> float:
        taken = [(family, lived) for family, most in families for lived in _next(family, most)]
        begun = time.perf_counter()
        for family, lived in taken:
            await self._give(self._desk, family, lived)
        return (time.perf_counter() - begun) * 1_000 / len(taken)

    async def cold(self) -> float:
        """Milliseconds of the old family's first command at a process that holds no state yet."""
        seconds = 0.0
        for lived in _next(self.old, _COLD):
            desk = Desk(self._service, self._store, self._keys)
            begun = time.perf_counter()
            await self._give(desk, self.old, lived)
            seconds += time.perf_counter() - begun
        return seconds * 1_000 / _COLD

    async def read(self) -> float:
        """Milliseconds of reading that stream's rows."""
        begun = time.perf_counter()
        for _ in range(_COLD):
            async for _stored in read_stream(self._store, f"family/{self.old.id}"):
                pass
        return (time.perf_counter() - begun) * 1_000 / _COLD

    async def _give(self, desk: Desk, family: Family, lived: Lived) -> None:
        self.accepted[f"family/{family.id}"] = (await desk.give(lived, family.id)).version


def _next(family: Family, most: int) -> list[Lived]:
    """What comes next in its life, with the facts ready as bytes."""
    some = list(itertools.islice(family.future, most))
    if len(some) < most:
        raise RuntimeError("the life is over before the benchmark is")
    for lived in some:
        lived.around.document  # noqa: B018 - made now, and kept
    return some
