"""Folding live: the overview's consumer, journal and views drain topics with many families' events.

limit: aiokafka's getmany from the same topics, with one upsert a batch. 5,000 events/s are to be reached.
"""

import asyncio
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from aiokafka import AIOKafkaConsumer, AIOKafkaProducer

from bench.databases import database, topics
from bench.folded import of_journal, of_views
from bench.made import families
from bench.measure import Row, Say, Scale, Tally, alternate, row
from bench.story import Story, of_family, sealed
from deploy.embedded.given import Servers
from eventkeep.consume import Consumer
from eventkeep.journal import Journal
from eventkeep.keys import FileKeys, Keys
from eventkeep.migrate import SQL
from eventkeep.pg import pool
from eventkeep.relay import topic_of
from services.overview.access import ACCESS
from services.overview.family_plan import FAMILY_PLAN
from services.words import LISTENS, VOCABULARIES

STORIES = 50
_EACH = 20
_PREFIX = "bench-folding"
_AT_ONCE = 500
_SERVICES = sorted(LISTENS["overview"])
_UPSERT = (
    "insert into bare select * from unnest($1::text[], $2::bytea[]) "
    "on conflict (family) do update set value = excluded.value"
)


class _Counting(Journal):
    """Tells when it was first given something, and when it has all."""

    def expect(self, amount: int) -> None:
        self._left, self.begun, self.complete = amount, 0.0, asyncio.Event()

    async def accept(self, values: Sequence[bytes], *others: Any) -> list[str]:
        self.begun = self.begun or time.monotonic()
        moved = await super().accept(values, *others)
        self._left -= len(values)
        if self._left <= 0:
            self.complete.set()
        return moved


async def run(servers: Servers, scale: Scale, say: Say) -> list[Row]:
    """All events of 5,000 families, some hundred families interleaved."""
    everybody = families(scale.of(5_000, 500))
    amount = _EACH * len(everybody)
    names = [topic_of(service, _PREFIX) for service in _SERVICES]
    with tempfile.TemporaryDirectory(prefix="helhed-bench-") as folder:
        keys = FileKeys(Path(folder))
        stories = [await sealed(keys) for _ in range(STORIES)]
        async with topics(servers.kafka, *names):
            await _tell(servers.kafka, stories, everybody)
            rounds: list[Tally] = []

            async def ours() -> float:
                async with database(servers.postgres, SQL / "journal") as dsn:
                    level = await _folded(dsn, servers.kafka, keys, amount)
                    rounds.append(await of_journal(dsn, stories, everybody))
                    rounds.append(await of_views(dsn, stories, everybody))
                return level

            async def limit() -> float:
                async with database(servers.postgres) as dsn:
                    return await _bare(dsn, servers.kafka, names, amount)

            found = await alternate({"ours": ours, "limit": limit}, scale.rounds, say)
    name = f"folding live, {amount:,} events of {len(everybody):,} families (to reach: 5,000)"
    return [row(name, "events/s", found, sum(rounds, Tally()))]


async def _tell(bootstrap: str, stories: Sequence[Story], everybody: Sequence[str]) -> None:
    producer = AIOKafkaProducer(bootstrap_servers=bootstrap, max_batch_size=256 * 1024, linger_ms=5)
    await producer.start()
    try:
        for start in range(0, len(everybody), _AT_ONCE):
            told = [
                [(service, family, value) for service, _, value in of_family(story, family, number)]
                for number, family in enumerate(everybody[start : start + _AT_ONCE], start)
                for story in [stories[number % len(stories)]]
            ]
            for events in zip(*told, strict=True):
                for service, family, value in events:
                    await producer.send(topic_of(service, _PREFIX), value, family.encode())
        await producer.flush()
    finally:
        await producer.stop()


async def _folded(dsn: str, bootstrap: str, keys: Keys, amount: int) -> float:
    connections = await pool(dsn)
    journal = _Counting(connections, [ACCESS, FAMILY_PLAN], VOCABULARIES, keys)
    journal.expect(amount)
    group = f"bench-{dsn.rpartition('/')[2]}"
    consumer = Consumer(journal, _SERVICES, bootstrap, group, "0", _PREFIX)
    running = asyncio.create_task(consumer.run())
    try:
        async with asyncio.timeout(300):
            await journal.complete.wait()
        return amount / (time.monotonic() - journal.begun)
    finally:
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)
        await connections.close()


async def _bare(dsn: str, bootstrap: str, names: Sequence[str], amount: int) -> float:
    connections = await pool(dsn)
    await connections.execute("create table bare (family text primary key, value bytea)")
    consumer = AIOKafkaConsumer(*names, bootstrap_servers=bootstrap, auto_offset_reset="earliest")
    await consumer.start()
    begun, left = 0.0, amount
    try:
        while left > 0:
            found = await consumer.getmany(timeout_ms=1_000, max_records=2_000)
            begun = begun or time.monotonic()
            records = [record for batch in found.values() for record in batch]
            newest = {record.key.decode(): record.value for record in records}
            await connections.execute(_UPSERT, list(newest), list(newest.values()))
            left -= len(records)
        return amount / (time.monotonic() - begun)
    finally:
        await consumer.stop()
        await connections.close()
