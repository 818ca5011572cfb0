"""What a department's user may do at the broker, how much of it, and what compaction leaves it. INV-38, X-10."""

import asyncio
import sqlite3
import time
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
from aiokafka import AIOKafkaConsumer, AIOKafkaProducer, TopicPartition
from aiokafka.admin import AIOKafkaAdminClient, NewTopic
from aiokafka.errors import (
    GroupAuthorizationFailedError,
    KafkaError,
    TopicAuthorizationFailedError,
    for_code,
)
from helhed_department import Inbox, follow

from contracts.inbox.events import results_of
from contracts.inbox.events import topic_of as inbox_of
from contracts.out.events import topic_of as out_of
from deploy.platform import topics
from eventkeep.relay import PARTITIONS, partition_of
from eventkeep.relay import topic_of as events_of
from tests.system.guarded import Guarded
from tests.system.play import until
from tests.unit.family import FAMILY
from tests.views.out_town import Town
from tests.views.test_out_feed import TEACHER

pytestmark = pytest.mark.long
SCHOOL, JOB_CENTRE = "school", "job-centre"
OURS = [events_of(each, "helhed") for each in ("plans", "contacts")]
REFUSED = (TopicAuthorizationFailedError, GroupAuthorizationFailedError)


@pytest.fixture(scope="module")
def guarded() -> Iterator[Guarded]:
    """A broker with the topics of an installation of two departments, each let in by its manifest."""
    door = Guarded(SCHOOL, JOB_CENTRE)
    with door.broker:
        asyncio.run(topics.make(door.ours, departments=(SCHOOL, JOB_CENTRE)))
        for department in (SCHOOL, JOB_CENTRE):
            asyncio.run(door.let_in(department))
            until(lambda who=department: is_let_in(door, who), 15.0, "a broker that knows the rights")
        yield door


def is_let_in(guarded: Guarded, department: str) -> bool:
    """Whether the broker has heard of the department's rights: it hears of them in a moment."""
    try:
        asyncio.run(asked(guarded, department, inbox_of(department)))
    except REFUSED:
        return False
    return True


async def read(guarded: Guarded, department: str, topic: str, group: str | None = None) -> int:
    """How many records a department's system finds in a topic. Raises what Kafka answers."""
    await asked(guarded, department, topic)
    consumer = AIOKafkaConsumer(
        *([topic] if group else []),
        group_id=group,
        auto_offset_reset="earliest",
        enable_auto_commit=False,
        **guarded.settings(department),
    )
    await consumer.start()
    try:
        if not group:
            consumer.assign([TopicPartition(topic, number) for number in range(PARTITIONS)])
            await consumer.seek_to_beginning()
        async with asyncio.timeout(10):
            return sum(len(each) for each in (await consumer.getmany(timeout_ms=1_500)).values())
    finally:
        await consumer.stop()


async def asked(guarded: Guarded, department: str, topic: str) -> None:
    """Whether Kafka tells the department of the topic at all: a consumer would wait for it."""
    admin = AIOKafkaAdminClient(**guarded.settings(department))
    await admin.start()
    try:
        (found,) = await admin.describe_topics([topic])
        if found["error_code"]:
            raise for_code(found["error_code"])
    finally:
        await admin.close()


async def write(guarded: Guarded, department: str, topic: str, value: bytes = b"{}", times: int = 1) -> None:
    """Writes records as a department's system. Raises what Kafka answers."""
    producer = AIOKafkaProducer(max_request_size=1_048_576, **guarded.settings(department))
    await producer.start()
    try:
        async with asyncio.timeout(60):
            for sent in [await producer.send(topic, value, key=FAMILY.encode()) for _ in range(times)]:
                await sent
    finally:
        await producer.stop()


def test_a_department_reads_what_it_is_told_and_says_what_it_knows(guarded: Guarded) -> None:
    """By the manifest alone: its out topic and its results, in groups named after them; its inbox."""

    async def course() -> None:
        await write(guarded, SCHOOL, inbox_of(SCHOOL))
        assert await read(guarded, SCHOOL, out_of(SCHOOL)) == 0
        assert await read(guarded, SCHOOL, out_of(SCHOOL), group=f"{out_of(SCHOOL)}.attendance") == 0
        assert await read(guarded, SCHOOL, results_of(SCHOOL)) == 0

    asyncio.run(course())


@pytest.mark.parametrize("topic", [out_of(JOB_CENTRE), results_of(JOB_CENTRE), inbox_of(SCHOOL), *OURS])
def test_it_reads_nothing_else(guarded: Guarded, topic: str) -> None:
    """Neither what others are told, nor what our services tell each other, nor what was said in its own name."""
    with pytest.raises(REFUSED):
        asyncio.run(read(guarded, SCHOOL, topic))


def test_its_groups_bear_the_name_of_what_it_reads(guarded: Guarded) -> None:
    """No group of ours can be joined, or moved, by a department."""
    with pytest.raises(REFUSED):
        asyncio.run(read(guarded, SCHOOL, out_of(SCHOOL), group="overview"))


@pytest.mark.parametrize("topic", [inbox_of(JOB_CENTRE), out_of(SCHOOL), results_of(SCHOOL), *OURS])
def test_it_writes_into_its_inbox_alone(guarded: Guarded, topic: str) -> None:
    """A department speaks for itself, and nobody tells it lies in our name."""
    with pytest.raises(KafkaError):
        asyncio.run(write(guarded, SCHOOL, topic))


def test_a_flood_is_slowed_down_and_nobody_else_waits(guarded: Guarded) -> None:
    """Ten megabytes where one a second is allowed: Kafka makes the flooder wait, and answers the other meanwhile."""

    async def course() -> tuple[float, list[float]]:
        flood = asyncio.create_task(write(guarded, SCHOOL, inbox_of(SCHOOL), b"x" * 500_000, times=20))
        begun, took = time.monotonic(), []
        while not flood.done():
            asked = time.monotonic()
            await write(guarded, JOB_CENTRE, inbox_of(JOB_CENTRE))
            took.append(time.monotonic() - asked)
        await flood
        return time.monotonic() - begun, took

    flooded, others = asyncio.run(course())
    assert flooded > 4, "ten megabytes went through faster than the quota lets them"
    assert len(others) >= 3, "the other department was kept waiting by the flood"


@asynccontextmanager
async def small_segments(guarded: Guarded, topic: str) -> AsyncIterator[Callable[[str, Any], Any]]:
    """A compacted topic whose log Kafka cleans within seconds, and a way to write into it."""
    admin = AIOKafkaAdminClient(bootstrap_servers=guarded.ours)
    producer = AIOKafkaProducer(bootstrap_servers=guarded.ours)
    await admin.start()
    await producer.start()
    cleaned = {"min.cleanable.dirty.ratio": "0.001", "segment.ms": "200", "max.compaction.lag.ms": "200"}
    configs = {**topics.COMPACTED, **cleaned}
    await admin.create_topics([NewTopic(topic, PARTITIONS, 1, topic_configs=configs)])

    async def send(key: str, each: Any) -> None:
        value, headers = (each.value, list(each.headers)) if each is not None else (b"{}", [])
        await producer.send_and_wait(
            topic, value, key=key.encode(), partition=partition_of(FAMILY), headers=headers
        )

    try:
        yield send
    finally:
        await producer.stop()
        await admin.close()


COURSES: dict[str, list[tuple[Any, ...]]] = {
    "let in, and more and more told": [("attach", TEACHER, None)],
    "let in and out": [("attach", TEACHER, None), ("tick", "", False), ("detach", TEACHER, None)],
    "out and in again": [
        ("attach", TEACHER, None),
        ("tick", "", False),
        ("detach", TEACHER, None),
        ("tick", "", False),
        ("attach", TEACHER, None),
    ],
}


@pytest.mark.parametrize("course", COURSES.values(), ids=COURSES)
async def test_what_the_log_cleaner_leaves_leads_to_the_same(
    guarded: Guarded, course: list[tuple[Any, ...]]
) -> None:
    """Kafka's own cleaner, not a model of it: whoever comes after it knows what those know who read along."""
    town = Town()
    for step in course:
        if step[0] == "tick":
            await town.tick(*step[1:])
        else:
            town.does(step)
    await town.tick()
    records = [each for each in town.topics.records if each.topic.endswith(".out.school.v1")]
    prefix = f"cleaned{len(course)}"
    topic = out_of(SCHOOL, prefix)
    async with small_segments(guarded, topic) as send:
        for each in records:
            await send(each.key, each)
        along = await known(guarded, prefix)
        for _ in range(100):  # a segment is closed, and cleaned, when others follow
            await send("another", None)
            if await left(guarded, topic) <= 1:
                break
            await asyncio.sleep(0.2)
        assert await left(guarded, topic) == 1, "the log cleaner left more than the last record"
        assert await known(guarded, prefix) == along


async def known(guarded: Guarded, prefix: str) -> Any:
    """What somebody knows of the family who reads the whole topic now."""
    inbox = Inbox(sqlite3.connect(":memory:"))
    await follow(
        inbox,
        lambda *_: None,
        department=SCHOOL,
        prefix=prefix,
        until_read=True,
        bootstrap_servers=guarded.ours,
    )
    return inbox.plan(FAMILY)


async def left(guarded: Guarded, topic: str) -> int:
    """How many records of the family the topic holds."""
    consumer = AIOKafkaConsumer(bootstrap_servers=guarded.ours, enable_auto_commit=False)
    await consumer.start()
    try:
        partition = TopicPartition(topic, partition_of(FAMILY))
        consumer.assign([partition])
        await consumer.seek_to_beginning(partition)
        found = 0
        while batch := await consumer.getmany(timeout_ms=300):
            found += sum(each.key == FAMILY.encode() for records in batch.values() for each in records)
        return found
    finally:
        await consumer.stop()
