"""The service topics: made where no operator makes them."""

import argparse
import asyncio

from aiokafka.admin import AIOKafkaAdminClient, NewTopic

from eventkeep.relay import PARTITIONS, topic_of

SERVICES = ("contacts", "meetings", "plans", "progress")
_KEPT = 30 * 24 * 3_600 * 1_000


async def make(bootstrap: str, prefix: str = "helhed", replicas: int = 1) -> None:
    """Makes the four topics that aren't there: 12 partitions, 30 days. Raises on an error of Kafka."""
    admin = AIOKafkaAdminClient(bootstrap_servers=bootstrap)
    await admin.start()
    try:
        there = set(await admin.list_topics())
        missing = [topic_of(service, prefix) for service in SERVICES]
        missing = [topic for topic in missing if topic not in there]
        if missing:
            configs = {"retention.ms": str(_KEPT), "max.message.bytes": "1048576"}
            await admin.create_topics(
                [NewTopic(topic, PARTITIONS, replicas, topic_configs=configs) for topic in missing]
            )
    finally:
        await admin.close()


async def remove(bootstrap: str, prefix: str) -> None:
    """Removes the four topics."""
    admin = AIOKafkaAdminClient(bootstrap_servers=bootstrap)
    await admin.start()
    try:
        await admin.delete_topics([topic_of(service, prefix) for service in SERVICES])
    finally:
        await admin.close()


if __name__ == "__main__":
    arguments = argparse.ArgumentParser(prog="python -m deploy.platform.topics", description=__doc__)
    arguments.add_argument("bootstrap", help="host:port of Kafka")
    arguments.add_argument("--replicas", type=int, default=1)
    given = arguments.parse_args()
    asyncio.run(make(given.bootstrap, replicas=given.replicas))
