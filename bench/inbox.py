"""From a department's messages in its inbox to the answers: five services at work, contacts takes them.

limit: a bare chain: consume (aiokafka), insert in a transaction (asyncpg), answer. Nothing is read, checked or decided.
"""

import asyncio
import json
import time
import uuid
from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import count
from typing import Any

from aiokafka import AIOKafkaConsumer, AIOKafkaProducer, TopicPartition

from bench.clerk import Clerk, connected
from bench.databases import database, topics
from bench.measure import Row, Say, Scale, Tally, alternate, row
from contracts.inbox.events import results_of, topic_of
from deploy.embedded.given import Servers
from deploy.platform.processes import Platform
from eventkeep.pg import pool
from eventkeep.relay import PARTITIONS

FAMILIES, DEPARTMENT = 100, "school"
_ASKED, _ANSWERED = "bench-asked", "bench-answered"
_FIRST_DAY = date(2026, 1, 2)


async def run(servers: Servers, scale: Scale, say: Say) -> list[Row]:
    """Messages of many families, sent at once: how many are answered in a second."""
    amount = scale.of(3_000, 600)
    platform = Platform(servers.kafka, servers.postgres, departments=(DEPARTMENT,))
    try:
        say("  starting five services")
        await asyncio.to_thread(platform.open)
        say(f"  registering {FAMILIES} families")
        clerk = await _registered(platform)
        system = _System(
            servers.kafka, topic_of(DEPARTMENT, platform.name), results_of(DEPARTMENT, platform.name)
        )
        counted: list[Tally] = []
        numbers = count()

        async def ours() -> float:
            level, tally = await system.answered([_visit(clerk, next(numbers)) for _ in range(amount)])
            counted.append(tally)
            return level

        async with database(servers.postgres) as dsn, topics(servers.kafka, _ASKED, _ANSWERED):
            bare = _System(servers.kafka, _ASKED, _ANSWERED)
            chain = asyncio.create_task(_chain(dsn, servers.kafka))

            async def limit() -> float:
                return (await bare.answered([_visit(clerk, number) for number in range(amount)]))[0]

            found = await alternate({"ours": ours, "limit": limit}, scale.rounds, say)
            chain.cancel()
            await asyncio.gather(chain, return_exceptions=True)
        name = f"inbox, {amount:,} messages of {FAMILIES} families (report)"
        return [row(name, "messages/s", found, sum(counted, Tally()))]
    finally:
        await asyncio.to_thread(platform.close)


async def _registered(platform: Platform) -> Clerk:
    identity = str(uuid.uuid4())
    clerk = Clerk(identity, platform.issuer.token("professional", identity, DEPARTMENT))
    channels = connected(platform.address("contacts"))
    await clerk.register(channels, FAMILIES)
    for channel in channels:
        await channel.close()
    return clerk


def _visit(clerk: Clerk, number: int) -> dict[str, Any]:
    """Another day for each message of a family."""
    who = clerk.colleagues[0]
    return {
        "specversion": "1.0",
        "id": str(uuid.uuid4()),
        "source": "/bench",
        "type": "helhed.inbox.visit-made.v1",
        "subject": f"family/{clerk.families[number % FAMILIES]}",
        "actor": f"professional:{who}",
        "data": {
            "professional": who,
            "place": "home",
            "visited_on": (_FIRST_DAY + timedelta(days=number // FAMILIES)).isoformat(),
        },
    }


class _System:
    """Sends to one topic, and reads what comes in another."""

    def __init__(self, bootstrap: str, asks: str, is_answered: str) -> None:
        self._bootstrap, self._asks, self._is_answered = bootstrap, asks, is_answered

    async def answered(self, messages: Sequence[dict[str, Any]]) -> tuple[float, Tally]:
        """Messages answered in a second; and what was lost or came twice."""
        reader = AIOKafkaConsumer(bootstrap_servers=self._bootstrap, isolation_level="read_committed")
        producer = AIOKafkaProducer(bootstrap_servers=self._bootstrap, acks="all", linger_ms=5)
        await reader.start()
        await producer.start()
        try:
            reader.assign([TopicPartition(self._is_answered, number) for number in range(PARTITIONS)])
            await reader.seek_to_end()
            begun, left = time.monotonic(), {each["id"] for each in messages}
            met: Counter[str] = Counter()
            for each in messages:
                await producer.send(self._asks, json.dumps(each).encode(), each["subject"].encode())
            async with asyncio.timeout(120):
                while left:
                    for records in (await reader.getmany(timeout_ms=200)).values():
                        for record in records:
                            answer = json.loads(record.value)
                            met[answer.get("data", {}).get("message", answer)["id"]] += 1
                    left -= met.keys()
            took = time.monotonic() - begun
            return len(messages) / took, Tally(len(left), sum(n - 1 for n in met.values()))
        finally:
            await producer.stop()
            await reader.stop()


async def _chain(dsn: str, bootstrap: str) -> None:
    tables = await pool(dsn)
    await tables.execute("create table bare (part int, place bigint, value bytea, primary key (part, place))")
    consumer = AIOKafkaConsumer(_ASKED, bootstrap_servers=bootstrap, auto_offset_reset="earliest")
    producer = AIOKafkaProducer(bootstrap_servers=bootstrap, acks="all", enable_idempotence=True, linger_ms=0)
    await consumer.start()
    await producer.start()
    try:
        while True:
            batches = await consumer.getmany(timeout_ms=200)
            records = [record for each in batches.values() for record in each]
            if not records:
                continue
            columns = zip(*((r.partition, r.offset, r.value) for r in records), strict=True)
            await tables.execute(
                "insert into bare select * from unnest($1::int[], $2::bigint[], $3::bytea[])",
                *map(list, columns),
            )
            sent = [await producer.send(_ANSWERED, record.value, record.key) for record in records]
            await asyncio.gather(*sent)
    finally:
        await producer.stop()
        await consumer.stop()
        await tables.close()
