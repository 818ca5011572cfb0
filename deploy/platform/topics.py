"""The service topics: made where no operator makes them."""

import argparse
import asyncio
from collections.abc import Sequence

from aiokafka.admin import AIOKafkaAdminClient, NewTopic

from contracts.inbox import events as inbox
from contracts.out import events as out
from eventkeep.relay import PARTITIONS, topic_of
from services.overview.out.editions import EDITIONS, outlets

SERVICES = ("contacts", "meetings", "plans", "progress")
_KEPT, _A_WEEK = 30 * 24 * 3_600 * 1_000, 7 * 24 * 3_600 * 1_000

COMPACTED = {
    "cleanup.policy": "compact",
    "max.compaction.lag.ms": str(24 * 3_600 * 1_000),
    "delete.retention.ms": str(7 * 24 * 3_600 * 1_000),
    "segment.ms": str(3_600 * 1_000),
}
"""A department's topic keeps each family's last state. What was revoked is gone a day later, its tombstone after a week."""


async def make(
    bootstrap: str, prefix: str = "helhed", replicas: int = 1, departments: Sequence[str] = ()
) -> None:
    """Makes the topics that aren't there: the four of the services, 12 partitions, 30 days; and those of departments:
    compacted what they are told, for a week what they say and are answered. Raises on an error of Kafka."""
    admin = AIOKafkaAdminClient(bootstrap_servers=bootstrap)
    await admin.start()
    try:
        there = set(await admin.list_topics())
        wanted = {topic_of(each, prefix): {"retention.ms": str(_KEPT)} for each in SERVICES}
        wanted |= {
            out.topic_of(each.department, prefix, each.edition): COMPACTED
            for each in outlets(departments, EDITIONS)
        }
        wanted |= {
            topic_of_it(each, prefix): {"retention.ms": str(_A_WEEK)}
            for topic_of_it in (inbox.topic_of, inbox.results_of)
            for each in departments
        }
        missing = [
            NewTopic(topic, PARTITIONS, replicas, topic_configs={**configs, "max.message.bytes": "1048576"})
            for topic, configs in wanted.items()
            if topic not in there
        ]
        if missing:
            await admin.create_topics(missing)
    finally:
        await admin.close()


async def remove(bootstrap: str, prefix: str) -> None:
    """Removes the topics of an installation."""
    admin = AIOKafkaAdminClient(bootstrap_servers=bootstrap)
    await admin.start()
    try:
        ours = [topic for topic in await admin.list_topics() if topic.startswith(f"{prefix}.")]
        await admin.delete_topics(ours)
    finally:
        await admin.close()


if __name__ == "__main__":
    arguments = argparse.ArgumentParser(prog="python -m deploy.platform.topics", description=__doc__)
    arguments.add_argument("bootstrap", help="host:port of Kafka")
    arguments.add_argument("--replicas", type=int, default=1)
    arguments.add_argument(
        "--departments", default="", help="such as school,job-centre: each gets its topics"
    )
    given = arguments.parse_args()
    departments = [each for each in given.departments.split(",") if each]
    asyncio.run(make(given.bootstrap, replicas=given.replicas, departments=departments))
