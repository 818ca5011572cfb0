"""Asks Kafka what topics are like: partitions, replicas, how long they keep, how they are compacted."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from aiokafka.admin import AIOKafkaAdminClient
from aiokafka.admin.config_resource import ConfigResource, ConfigResourceType
from aiokafka.errors import KafkaError


class KafkaAway(Exception):
    """Kafka could not be asked. The message is the kind of error."""


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic as it is. `leaderless` and `behind`: partitions that nobody leads, or that a replica of isn't in sync.
    `retention_ms` is -1 where it keeps everything; `tombstone_ms` is how long a compacted one says that a key is gone,
    `lag_ms` after how long it forgets what stood there."""

    name: str
    partitions: int
    leaderless: int
    behind: int
    retention_ms: int
    cleanup: str
    tombstone_ms: int = 0
    lag_ms: int = 0


async def describe(bootstrap: str, names: Sequence[str], timeout: float = 10.0) -> dict[str, Topic]:
    """The topics of these names that are there. Raises KafkaAway."""
    admin = AIOKafkaAdminClient(bootstrap_servers=bootstrap, request_timeout_ms=int(timeout * 1_000))
    try:
        async with asyncio.timeout(timeout):
            await admin.start()
            # All of them: asking for one by its name may make it.
            there = {each["topic"]: each["partitions"] for each in await admin.describe_topics()}
            found = [name for name in names if name in there]
            configs = await _configs(admin, found)
            return {name: _topic(name, there[name], configs[name]) for name in found}
    except (KafkaError, OSError) as error:  # TimeoutError is an OSError
        raise KafkaAway(type(error).__name__) from None
    finally:
        await admin.close()


async def _configs(admin: AIOKafkaAdminClient, names: Sequence[str]) -> dict[str, dict[str, str]]:
    if not names:
        return {}
    answers: list[Any] = await admin.describe_configs(
        [ConfigResource(ConfigResourceType.TOPIC, name) for name in names]
    )
    return {
        resource[3]: {entry[0]: entry[1] for entry in resource[4]}
        for answer in answers
        for resource in answer.resources
    }


def _topic(name: str, partitions: Sequence[Any], config: dict[str, str]) -> Topic:
    return Topic(
        name,
        len(partitions),
        sum(each["leader"] < 0 for each in partitions),
        sum(len(each["isr"]) < len(each["replicas"]) for each in partitions),
        int(config.get("retention.ms", 0)),
        config.get("cleanup.policy", ""),
        int(config.get("delete.retention.ms", 0)),
        int(config.get("max.compaction.lag.ms", 0)),
    )
