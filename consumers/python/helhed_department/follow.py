"""Reads the topic from where the inbox stands, and goes on as it grows."""

import asyncio
from contextlib import suppress
from typing import Any

from aiokafka import AIOKafkaConsumer, TopicPartition

from helhed_department.inbox import Handler, Inbox

_PATIENCE = 10.0


async def follow(
    inbox: Inbox,
    handle: Handler,
    *,
    department: str,
    prefix: str = "helhed",
    until_read: bool = False,
    at_once: int = 500,
    **kafka: Any,
) -> None:
    """Takes every message of a department's topic. `kafka` are aiokafka's settings: `bootstrap_servers`, and what it takes
    to be let in. So many messages `at_once` are one transaction. Goes on until it is cancelled; with `until_read`, until all
    is read that stands there now."""
    topic = f"{prefix}.out.{department}.v1"
    consumer = AIOKafkaConsumer(
        enable_auto_commit=False, auto_offset_reset="earliest", isolation_level="read_committed", **kafka
    )
    await consumer.start()
    try:
        partitions = [TopicPartition(topic, number) for number in await _partitions(consumer, topic)]
        consumer.assign(partitions)
        reached = inbox.offsets(topic)
        for each in partitions:
            if each.partition in reached:
                consumer.seek(each, reached[each.partition])
            else:
                await consumer.seek_to_beginning(each)
        ends = await consumer.end_offsets(partitions)
        while True:
            batches = await consumer.getmany(timeout_ms=500, max_records=at_once)
            for records in batches.values():
                inbox.take(records, handle)
            if until_read and not batches:
                at = [await consumer.position(each) >= ends[each] for each in partitions]
                if all(at):
                    return
    finally:
        with suppress(Exception):
            await consumer.stop()


async def _partitions(consumer: AIOKafkaConsumer, topic: str) -> list[int]:
    """Asks Kafka about the topic. Raises LookupError where it doesn't say."""
    consumer.assign([TopicPartition(topic, 0)])
    with suppress(TimeoutError):
        async with asyncio.timeout(_PATIENCE):
            while not consumer.partitions_for_topic(topic):  # noqa: ASYNC110 - it tells nobody
                await asyncio.sleep(0.02)
    found = consumer.partitions_for_topic(topic)
    if not found:
        raise LookupError(f"there is no topic {topic}, or no right to read it")
    return sorted(found)
