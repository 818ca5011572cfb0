"""A restored store takes back what others still have, and names what nobody has."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest_asyncio
from aiokafka import AIOKafkaProducer
from structlog.testing import capture_logs

from deploy.embedded.given import Servers
from deploy.platform import topics
from eventkeep.catchup import serve as catchup
from eventkeep.catchup.owner import Owner
from eventkeep.edge.server import Edge
from eventkeep.pg import Pool, pool
from eventkeep.postgres_store import PostgresStore
from eventkeep.relay import topic_of
from eventkeep.restore import Restore
from eventkeep.watermark import Watermark, encode_watermark
from tests.edges.invented import callers, local, token
from tests.stores.databases import fresh, opened
from tests.stores.writing import Writer
from tests.system.tap import SERVICE, event

HOLED, WHOLE = "family/1", "family/2"


@dataclass
class Restored:
    """A store from a backup, what its topic still says, and the journal that may know more."""

    store: PostgresStore
    journal: Pool
    restore: Restore
    kafka: str
    topic: str

    async def said(self, *values: bytes) -> None:
        """The topic holds these."""
        producer = AIOKafkaProducer(bootstrap_servers=self.kafka)
        await producer.start()
        for value in values:
            await producer.send_and_wait(self.topic, value, partition=0)
        await producer.stop()


@pytest_asyncio.fixture
async def restored(servers: Servers, tmp_path: Path) -> AsyncIterator[Restored]:
    prefix = f"lost-{tmp_path.parent.name}".lower().replace("_", "-")
    async with AsyncExitStack() as ending:
        await topics.make(servers.kafka, prefix)
        ending.push_async_callback(topics.remove, servers.kafka, prefix)
        own, others = [
            await ending.enter_async_context(fresh(servers.postgres, kind)) for kind in ("store", "journal")
        ]
        store = await ending.enter_async_context(opened(own))
        journal = await pool(others, 2)
        ending.push_async_callback(journal.close)
        edge = Edge(local(), callers(tmp_path))
        catchup.serve_journal(edge, journal)
        overview = Owner(f"127.0.0.1:{await edge.start()}", lambda: token(helhed_kind="service"))
        ending.push_async_callback(edge.stop)
        ending.push_async_callback(overview.close)
        restore = Restore(SERVICE, store, servers.kafka, prefix, lambda: overview)
        yield Restored(store, journal, restore, servers.kafka, topic_of(SERVICE, prefix))


async def test_what_nobody_has_is_named_and_all_else_is_taken_back(restored: Restored) -> None:
    """A restored store takes back what … beyond it before it accepts commands, and names what nobody has."""
    for stream in (HOLED, WHOLE):
        await Writer(restored.store, stream).append(event(stream, 1))
    mark = Watermark(SERVICE, 0, datetime.now(UTC), 7)
    later = [event(WHOLE, 2), event(HOLED, 4), event(HOLED, 5)]  # 2 and 3 are past the topic's retention
    await restored.said(*later, encode_watermark(mark))
    with capture_logs() as logged:
        await restored.restore.run()
    assert [each.version for each in await restored.store.read(WHOLE)] == [1, 2]
    assert [each.version for each in await restored.store.read(HOLED)] == [1]
    found = {
        line["event"]: {k: v for k, v in line.items() if k not in ("event", "log_level")} for line in logged
    }
    assert found == {
        "store_was_restored": {"service": SERVICE, "position": 2, "after": 7},
        "events_taken_back": {"service": SERVICE, "count": 1},
        "events_lost_between": {"stream": HOLED, "after": 1, "version": 5},
        "events_lost": {"service": SERVICE, "count": 4},
    }


async def test_what_the_journal_still_has_is_lost_to_nobody(restored: Restored) -> None:
    """… and takes back what the overview's journal holds beyond it."""
    await Writer(restored.store, HOLED).append(event(HOLED, 1))
    await restored.journal.execute(
        "insert into journal_heads (family, service, version, digest, events) values ('1', $1, 3, sha256('3'), 3)",
        SERVICE,
    )
    for version in (1, 2, 3):
        await restored.journal.execute(
            "insert into journal (family, service, version, value, digest) values ('1', $1, $2, $3, sha256($3))",
            SERVICE,
            version,
            event(HOLED, version),
        )
    await restored.said(event(HOLED, 4), encode_watermark(Watermark(SERVICE, 0, datetime.now(UTC), 4)))
    with capture_logs() as logged:
        await restored.restore.run()
    print(logged)
    assert [each.version for each in await restored.store.read(HOLED)] == [1, 2, 3, 4]
    assert [line["event"] for line in logged] == ["store_was_restored", "events_taken_back"]
