"""One service's relay between a store and a topic of its own, and what the topic tells, record by record."""

import asyncio
import secrets
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from aiokafka import AIOKafkaConsumer, TopicPartition

from deploy.embedded.given import Servers
from deploy.platform import topics
from eventkeep.cloudevent import Envelope, encode
from eventkeep.postgres_store import PostgresStore
from eventkeep.relay import PARTITIONS, Relay, topic_of
from eventkeep.watermark import Watermark, decode_watermark
from tests.stores.databases import fresh, opened, until

SERVICE = "plans"
RARELY = 60.0
"""A relay that polls so rarely is heard only when it was woken, or when it says its watermark."""


@dataclass
class Told:
    """A store, its relay, and a reader of its topic."""

    dsn: str
    store: PostgresStore
    relay: Relay
    reader: AIOKafkaConsumer

    async def records(self) -> list[Any]:
        """What was told since the last look, each partition in order."""
        found = await self.reader.getmany(timeout_ms=100)
        return [record for records in found.values() for record in records]

    async def marked(self) -> Watermark:
        """Waits for the next watermark."""
        await self.records()
        while True:
            for record in await self.records():
                if mark := decode_watermark(record.value):
                    return mark


@asynccontextmanager
async def told(servers: Servers) -> AsyncIterator[Told]:
    """A relay that leads, on an empty store and an empty topic."""
    prefix = f"tap-{secrets.token_hex(4)}"
    await topics.make(servers.kafka, prefix)
    partitions = [TopicPartition(topic_of(SERVICE, prefix), number) for number in range(PARTITIONS)]
    reader = AIOKafkaConsumer(bootstrap_servers=servers.kafka, enable_auto_commit=False)
    await reader.start()
    reader.assign(partitions)
    await reader.seek_to_beginning()
    async with fresh(servers.postgres, "store") as dsn, opened(dsn) as store:
        relay = Relay(SERVICE, dsn, servers.kafka, prefix, poll=RARELY)
        running = asyncio.create_task(relay.run())

        async def leads() -> bool:
            return relay.leading

        try:
            await until(leads)
            yield Told(dsn, store, relay, reader)
        finally:
            running.cancel()
            with suppress(asyncio.CancelledError):
                await running
            await reader.stop()
            await topics.remove(servers.kafka, prefix)


def event(stream: str, version: int) -> bytes:
    """An event as a service stores it; what it says is of no interest here."""
    envelope = Envelope(
        id=f"{stream}-{version}",
        service=SERVICE,
        type="helhed.plans.invented.v1",
        stream=stream,
        version=version,
        time="2026-01-01T12:00:00+00:00",
        occurred_at="2026-01-01T12:00:00+00:00",
        actor="service:test",
        causes={SERVICE: version - 1},
        causation_id=str(uuid5(NAMESPACE_URL, f"{stream}-{version}")),
    )
    return encode(envelope, {})
