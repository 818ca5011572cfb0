"""The topics as they are made, and who reads which partition of them."""

import secrets
from collections import Counter
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
import pytest_asyncio
from aiokafka.admin import AIOKafkaAdminClient
from aiokafka.admin.config_resource import ConfigResource, ConfigResourceType
from aiokafka.coordinator.protocol import ConsumerProtocolMemberAssignment
from aiokafka.errors import GroupCoordinatorNotAvailableError
from structlog.contextvars import merge_contextvars
from structlog.testing import capture_logs

from deploy.embedded.given import Servers
from deploy.platform import topics
from deploy.platform.topics import SERVICES
from eventkeep.relay import PARTITIONS, partition_of, topic_of
from eventkeep.topics import describe
from services.cli.checks import topics as doctor
from tests.stores.databases import until
from tests.system.promised import Topics
from tests.system.workers import Workers, workers

Assigned = dict[str, dict[str, frozenset[int]]]
"""The partitions of each topic, by the instance that reads them."""


@pytest_asyncio.fixture
async def prefix(servers: Servers) -> AsyncIterator[str]:
    """An installation's topics."""
    name = f"topics-{secrets.token_hex(4)}"
    await topics.make(servers.kafka, name)
    yield name
    await topics.remove(servers.kafka, name)


@asynccontextmanager
async def asked(servers: Servers) -> AsyncIterator[AIOKafkaAdminClient]:
    """Somebody whom Kafka answers."""
    admin = AIOKafkaAdminClient(bootstrap_servers=servers.kafka)
    await admin.start()
    try:
        yield admin
    finally:
        await admin.close()


async def test_topics_have_twelve_partitions_and_keep_thirty_days(servers: Servers, prefix: str) -> None:
    """All topics have 12 partitions; internal topics keep 30 days. Made again, what is there is kept."""
    await topics.make(servers.kafka, prefix)
    names = [topic_of(service, prefix) for service in SERVICES]
    async with asked(servers) as admin:
        described = await admin.describe_topics(names)
        [configs] = await admin.describe_configs(
            [
                ConfigResource(ConfigResourceType.TOPIC, name, {"retention.ms": None, "cleanup.policy": None})
                for name in names
            ]
        )
    assert {each["topic"]: len(each["partitions"]) for each in described} == dict.fromkeys(names, 12)
    for _, _, _, _, entries in configs.resources:
        assert {entry[0]: entry[1] for entry in entries} == {
            "retention.ms": str(30 * 24 * 60 * 60 * 1000),
            "cleanup.policy": "delete",
        }


async def test_topics_of_departments_are_kept_as_is_promised(servers: Servers, prefix: str) -> None:
    """As AsyncAPI says: what a department is told is compacted, within a day, its tombstones kept for a week; what it says
    and is answered is kept for a week. Doctor finds nothing wrong with them."""
    await topics.make(servers.kafka, prefix, departments=("school",))
    told = Topics(servers.kafka, prefix, ("school",))
    promised = {topic: each["bindings"]["kafka"] for topic, each in told.promised.items()}

    async def all_there() -> bool:
        return promised.keys() <= (await told.described())[0].keys()

    await until(all_there)
    there, kept = await told.described()
    assert len(promised) == len(SERVICES) + 3
    assert {topic: there[topic] for topic in promised} == {
        t: each["partitions"] for t, each in promised.items()
    }
    assert kept == {topic: each["topicConfiguration"] for topic, each in promised.items()}
    names = doctor.wanted(prefix, ("school",), ("school",))
    assert names.keys() == promised.keys()
    found = doctor.findings(names, await describe(servers.kafka, list(names)))
    assert [each.ok for each in found] == [True], found


@pytest.mark.parametrize(
    ("key", "hashed"),
    [
        ("21", -973932308),
        ("foobar", -790332482),
        ("a-little-bit-long-string", -985981536),
        ("a-little-bit-longer-string", -1486304829),
        ("lkjh234lh9fiuh90y23oiuhsafujhadof229phr9h19h89h8", -58897971),
        ("abc", 479470107),
    ],
)
def test_the_partitioner_is_kafkas_own(key: str, hashed: int) -> None:
    """The murmur2 partitioner: these are the values that Kafka's own tests hold it to (UtilsTest.testMurmur2)."""
    assert partition_of(key) == (hashed & 0x7FFFFFFF) % 12


async def test_one_worker_owns_a_familys_partition_of_all_four(servers: Servers, tmp_path: Path) -> None:
    """Consumers use the range assignor: one overview worker owns a family's partition of all four."""
    async with workers(servers, tmp_path) as working, asked(servers) as admin:
        for name in "abcde":  # a number that twelve is no multiple of
            working.start(name)
        found = await shared(admin, working, 5)
    for of in found.values():
        assert set(of) == {topic_of(service, working.prefix) for service in SERVICES}
        assert len(set(of.values())) == 1
    whole = sorted(number for of in found.values() for number in next(iter(of.values())))
    assert whole == list(range(PARTITIONS))


async def test_a_restart_moves_no_partitions(servers: Servers, tmp_path: Path) -> None:
    """Static membership: whoever comes back under its name has its partitions again, and the others none anew."""
    async with workers(servers, tmp_path) as working, asked(servers) as admin:
        with capture_logs([merge_contextvars]) as logged:

            async def resumed(*times: tuple[str, int]) -> None:
                """Waits until each of them was given partitions so often."""

                async def enough() -> bool:
                    return all(given(logged)[name] >= count for name, count in times)

                await until(enough, 40.0)

            working.start("a")
            await resumed(("a", 1))
            working.start("b")
            await resumed(("a", 2), ("b", 1))
            before, times = await shared(admin, working, 2), given(logged)
            await working.stop("b")
            assert await shared(admin, working, 2) == before
            working.start("b")
            await resumed(("b", times["b"] + 1))
            assert await shared(admin, working, 2) == before
            assert given(logged) == times + Counter("b")


def given(logged: Sequence[Mapping[str, Any]]) -> Counter[str]:
    """How often each worker was given its partitions."""
    return Counter(line["worker"] for line in logged if line["event"] == "consumer_resumes")


async def shared(admin: AIOKafkaAdminClient, working: Workers, among: int) -> Assigned:
    """Who reads what, once the group is at rest with so many members."""
    found: Assigned = {}

    async def at_rest() -> bool:
        try:
            [answer] = await admin.describe_consumer_groups([working.group])
        except GroupCoordinatorNotAvailableError:
            return False  # Kafka makes the place for groups when the first one comes
        [group] = answer.to_object()["groups"]
        if group["state"] != "Stable" or len(group["members"]) != among:
            return False
        found.clear()
        for member in group["members"]:
            assigned = ConsumerProtocolMemberAssignment.decode(member["member_assignment"]).assignment
            instance = member["member_id"][: -len(f"-{uuid4()}")]  # Kafka adds one of its own each time
            found[instance] = {topic: frozenset(numbers) for topic, numbers in assigned}
        return sum(len(numbers) for of in found.values() for numbers in of.values()) == 4 * PARTITIONS

    await until(at_rest, 40.0)
    return dict(found)
