"""From Kafka to the journal: what is no event stands in nobody's way, and who leaves has acknowledged its last batch."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest_asyncio
from aiokafka import AIOKafkaConsumer, AIOKafkaProducer, TopicPartition

from deploy.embedded.given import Servers
from eventkeep.cloudevent import encode
from eventkeep.relay import partition_of, topic_of
from eventkeep.testing import said
from tests.stores.databases import until
from tests.system.workers import Workers, workers
from tests.unit.family import FAMILY
from tests.views.around import CONTACTS

HERE = partition_of(FAMILY)
STRANGE = (b"not JSON", b'{"type": "helhed.watermark.v1"}', b"{}", b"\xff\x00", None)


@pytest_asyncio.fixture
async def working(servers: Servers, tmp_path: Path) -> AsyncIterator[Workers]:
    async with workers(servers, tmp_path) as found:
        yield found


async def tell(servers: Servers, working: Workers, *values: bytes | None) -> None:
    """Contacts' topic tells these, on the family's partition."""
    producer = AIOKafkaProducer(bootstrap_servers=servers.kafka, acks="all")
    await producer.start()
    for value in values:
        await producer.send_and_wait(topic_of("contacts", working.prefix), value, b"key", HERE)
    await producer.stop()


def events(first: int, last: int) -> list[bytes]:
    """What contacts told, from one version to another."""
    told = [said(CONTACTS[version - 1], "contacts", version) for version in range(first, last + 1)]
    return [encode(each.envelope, each.data) for each in told]


async def kept(working: Workers, count: int) -> None:
    """Waits until the journal holds so many events."""

    async def held() -> bool:
        return await working.pool.fetchval("select count(*) from journal") == count

    await until(held)


async def test_what_is_no_event_is_kept_apart_and_the_rest_goes_on(
    servers: Servers, working: Workers
) -> None:
    """A journal stores every event that arrives; what is none of ours goes to quarantine, in nobody's way."""
    one, two, three = events(1, 3)
    await tell(servers, working, one, *STRANGE[:2], two, *STRANGE[2:], three)
    working.start("a")
    await kept(working, 3)
    rows = await working.pool.fetch("select value, kafka_offset from quarantine order by kafka_offset")
    assert [(row["value"], row["kafka_offset"]) for row in rows] == [
        (value, offset) for value, offset in zip(STRANGE, (1, 2, 4, 5, 6), strict=True)
    ]
    assert await working.pool.fetchval("select vector from views") == "contacts=3"


async def test_who_leaves_in_good_order_has_acknowledged_its_last_batch(
    servers: Servers, working: Workers
) -> None:
    """Graceful drain: nothing that is kept is read again; manual acknowledgement, after it is kept."""
    working.start("a")
    for first in (1, 3, 5):
        await tell(servers, working, *events(first, first + 1))
        await kept(working, first + 1)
    await working.stop("a")  # within the second that acknowledgements wait for each other
    asking = AIOKafkaConsumer(
        bootstrap_servers=servers.kafka, group_id=working.group, enable_auto_commit=False
    )
    await asking.start()
    here = TopicPartition(topic_of("contacts", working.prefix), HERE)
    assert await asking.committed(here) == 6
    await asking.stop()
