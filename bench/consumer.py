"""The package that departments start from, reading a topic of family plans into an inbox in SQLite.

limit: aiokafka's getmany and json.loads of each value; nothing is checked, kept or known again.
"""

import json
import sqlite3
import tempfile
import time
import uuid
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import Any

import orjson
from aiokafka import AIOKafkaConsumer, AIOKafkaProducer, TopicPartition
from helhed_department import Inbox, follow

from bench.databases import topics
from bench.lives import lives
from bench.measure import Row, Say, Scale, Tally, alternate, row
from contracts.ids import FamilyId
from contracts.out.events import FamilyPlanTold, topic_of
from deploy.embedded.given import Servers
from eventkeep.canonical import part_hashes, state_hash
from eventkeep.relay import PARTITIONS, partition_of
from services.overview.family_plan import FAMILY_PLAN
from services.overview.out.editions import Outlet
from services.overview.out.message import encoded

DEPARTMENT, FAMILIES = "school", 300


async def run(servers: Servers, scale: Scale, say: Say) -> list[Row]:
    """States of families' plans, some 14 KB each."""
    amount, prefix = scale.of(10_000, 3_000), f"bench-consumer-{uuid.uuid4().hex[:8]}"
    topic = topic_of(DEPARTMENT, prefix)
    numbers, counted = count(), list[Tally]()
    async with topics(servers.kafka, topic):
        await _fill(servers.kafka, topic, amount)
        with tempfile.TemporaryDirectory() as folder:

            async def ours() -> float:
                inbox, seen = Inbox(sqlite3.connect(Path(folder) / f"{next(numbers)}.sqlite")), list[Any]()
                begun = time.monotonic()
                await follow(
                    inbox,
                    lambda _, message: seen.append((message.family, message.state_no)),
                    department=DEPARTMENT,
                    prefix=prefix,
                    bootstrap_servers=servers.kafka,
                    until_read=True,
                )
                took = time.monotonic() - begun
                counted.append(Tally(amount - len(set(seen)), len(seen) - len(set(seen))))
                return amount / took

            async def limit() -> float:
                return await _bare(servers.kafka, topic, amount)

            found = await alternate({"ours": ours, "limit": limit}, scale.rounds, say)
    name = f"consumer package, {amount:,} states of {FAMILIES} families"
    return [row(name, "messages/s", found, sum(counted, Tally()), aim=0.4)]


async def _fill(bootstrap: str, topic: str, amount: int) -> None:
    """Each family's plan in state after state, as overview tells it."""
    plans = [{**plan, "family": str(uuid.uuid4())} for plan in [_plan()] * FAMILIES]
    producer = AIOKafkaProducer(bootstrap_servers=bootstrap, linger_ms=5)
    await producer.start()
    try:
        for number in range(amount):
            plan = plans[number % FAMILIES]
            state = FamilyPlanTold(
                family=FamilyId(plan["family"]),
                grant=1,
                state_no=1 + number // FAMILIES,
                view_version=FAMILY_PLAN.version,
                vector=f"plans={1 + number // FAMILIES}",
                hash=state_hash(FAMILY_PLAN.version, plan).hex(),
                plan=plan,
                parts=part_hashes(plan),
            )
            value = encoded(state, Outlet(DEPARTMENT, 1), datetime.now(UTC))
            key = plan["family"]
            await producer.send(topic, value, key.encode(), partition=partition_of(key))
        await producer.flush()
    finally:
        await producer.stop()


def _plan() -> dict[str, Any]:
    """The plan that a generated life ends with."""
    parts = {service: fold.initial() for service, fold in FAMILY_PLAN.folds.items()}
    for given in lives(1, 1)[0]:
        if given.command.stream == "family":
            for event in given.events:
                parts[given.service] = FAMILY_PLAN.folds[given.service].evolve(parts[given.service], event)
    plan: dict[str, Any] = orjson.loads(
        orjson.dumps(FAMILY_PLAN.derive(parts), option=orjson.OPT_NON_STR_KEYS)
    )
    return plan


async def _bare(bootstrap: str, topic: str, amount: int) -> float:
    begun = time.monotonic()
    reader = AIOKafkaConsumer(
        bootstrap_servers=bootstrap, enable_auto_commit=False, isolation_level="read_committed"
    )
    await reader.start()
    try:
        reader.assign([TopicPartition(topic, number) for number in range(PARTITIONS)])
        await reader.seek_to_beginning()
        left = amount
        while left > 0:
            for records in (await reader.getmany(timeout_ms=500, max_records=500)).values():
                for record in records:
                    json.loads(record.value)
                left -= len(records)
        return amount / (time.monotonic() - begun)
    finally:
        await reader.stop()
