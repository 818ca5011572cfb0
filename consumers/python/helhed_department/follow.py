"""Reads the topic from where the inbox stands, and goes on as it grows."""

from contextlib import suppress
from typing import Any

from aiokafka import AIOKafkaConsumer, TopicPartition

from helhed_department.inbox import Handler, Inbox

AT_ONCE = 500


async def follow(
    inbox: Inbox,
    handle: Handler,
    *,
    department: str,
    prefix: str = "helhed",
    until_read: bool = False,
    **kafka: Any,
) -> None:
    """Takes every message of a department's topic. `kafka` are aiokafka's settings: `bootstrap_servers`, and what it takes
    to be let in. Goes on until it is cancelled; with `until_read`, until all is read that stands there now."""
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
            batches = await consumer.getmany(timeout_ms=500, max_records=AT_ONCE)
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
    await consumer.topics()  # asks Kafka what there is
    found = consumer.partitions_for_topic(topic)
    if not found:
        raise LookupError(f"there is no topic {topic}, or no right to read it")
    return sorted(found)
