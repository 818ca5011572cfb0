"""What stands in the topics."""

from collections import defaultdict

from aiokafka import AIOKafkaConsumer, TopicPartition

from deploy.platform.processes import Platform
from eventkeep.cloudevent import decode
from eventkeep.relay import PARTITIONS, topic_of
from eventkeep.watermark import decode_watermark


async def said(platform: Platform, service: str) -> dict[tuple[str, str], list[bytes]]:
    """What a topic says: the first occurrence of each event, as they came."""
    heard: dict[tuple[str, str], list[bytes]] = defaultdict(list)
    for value in await records(platform, service):
        if decode_watermark(value) is None:
            chain = heard[service, decode(value).envelope.stream]
            if value not in chain:
                chain.append(value)
    return heard


async def records(platform: Platform, service: str) -> list[bytes]:
    """Every record of a service's topic, watermarks too, each partition in order."""
    topic = topic_of(service, platform.name)
    consumer = AIOKafkaConsumer(bootstrap_servers=platform.kafka, enable_auto_commit=False)
    await consumer.start()
    try:
        partitions = [TopicPartition(topic, number) for number in range(PARTITIONS)]
        consumer.assign(partitions)
        await consumer.seek_to_beginning()
        ends = await consumer.end_offsets(partitions)
        values: list[bytes] = []
        while any([await consumer.position(each) < end for each, end in ends.items()]):
            for found in (await consumer.getmany(timeout_ms=200)).values():
                values += [record.value for record in found]
        return values
    finally:
        await consumer.stop()
