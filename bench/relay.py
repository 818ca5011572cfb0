"""Draining a store that holds many events into Kafka.

limit: an aiokafka producer with the same settings (idempotent, acks=all) sending the same bytes from memory.
"""

import asyncio
import time

import asyncpg
from aiokafka import AIOKafkaConsumer, AIOKafkaProducer

from bench.counting import Met, tally
from bench.databases import database, fill, topics
from bench.made import SERVICE, families
from bench.measure import Row, Say, Scale, Tally, alternate, row
from deploy.embedded.given import Servers
from eventkeep.cloudevent import decode
from eventkeep.migrate import SQL
from eventkeep.relay import Relay, topic_of
from eventkeep.watermark import decode_watermark

_EACH = 20


async def run(servers: Servers, scale: Scale, say: Say) -> list[Row]:
    """200,000 events of many families."""
    amount = scale.of(200_000, 40_000)
    async with database(servers.postgres, SQL / "store") as dsn:
        records = await fill(dsn, families(amount // _EACH), _EACH)
        rounds: list[Tally] = []
        numbers = iter(range(1_000))

        async def ours() -> float:
            prefix = f"bench-relay-{next(numbers)}"
            async with topics(servers.kafka, topic_of(SERVICE, prefix)):
                level = await _drained(dsn, servers.kafka, prefix, amount)
                rounds.append(await _counted(servers.kafka, topic_of(SERVICE, prefix), records))
            return level

        async def limit() -> float:
            topic = f"bench-bare-{next(numbers)}"
            async with topics(servers.kafka, topic):
                return await _sent(servers.kafka, topic, records)

        found = await alternate({"ours": ours, "limit": limit}, scale.rounds, say)
    name = f"relay, draining {amount:,} events"
    return [row(name, "events/s", found, sum(rounds, Tally()), aim=0.7)]


async def _drained(dsn: str, bootstrap: str, prefix: str, amount: int) -> float:
    connection = await asyncpg.connect(dsn)
    await connection.execute("update relay set position = 0")
    await connection.close()
    relay = Relay(SERVICE, dsn, bootstrap, prefix)
    begun = time.monotonic()
    running = asyncio.create_task(relay.run())
    while relay.position < amount:  # noqa: ASYNC110 - the relay tells nobody
        await asyncio.sleep(0.005)
    took = time.monotonic() - begun
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)
    return amount / took


async def _sent(bootstrap: str, topic: str, records: list[tuple[bytes, bytes]]) -> float:
    producer = AIOKafkaProducer(
        bootstrap_servers=bootstrap,
        acks="all",
        enable_idempotence=True,
        linger_ms=0,
        max_batch_size=256 * 1024,
    )
    begun = time.monotonic()
    await producer.start()
    try:
        sent = [await producer.send(topic, value, key) for key, value in records]
        await asyncio.gather(*sent)
        return len(records) / (time.monotonic() - begun)
    finally:
        await producer.stop()


async def _counted(bootstrap: str, topic: str, records: list[tuple[bytes, bytes]]) -> Tally:
    """Compares what was stored with what a consumer receives, watermarks left out."""
    consumer = AIOKafkaConsumer(topic, bootstrap_servers=bootstrap, auto_offset_reset="earliest")
    await consumer.start()
    met: list[Met] = []
    try:
        ends = await consumer.end_offsets(consumer.assignment())
        while any([await consumer.position(partition) < end for partition, end in ends.items()]):
            for batch in (await consumer.getmany(timeout_ms=1_000, max_records=10_000)).values():
                for record in batch:
                    if decode_watermark(record.value) is None:
                        envelope = decode(record.value).envelope
                        met.append((envelope.id, envelope.stream, envelope.version))
    finally:
        await consumer.stop()
    return tally([decode(value).envelope.id for _, value in records], met)
