"""From store to Kafka: reads in position order, publishes, then records its position.

One relay a service, chosen by a session lock; another takes over within seconds. A crash publishes again: first
occurrences are always in order, and readers drop repeats.
"""

import asyncio
import time
from collections.abc import Awaitable, Sequence
from datetime import UTC
from functools import lru_cache
from typing import Any

import structlog
from aiokafka import AIOKafkaProducer
from aiokafka.partitioner import murmur2
from opentelemetry.trace import SpanKind

from eventkeep import metrics, spans
from eventkeep.cloudevent import HEADERS
from eventkeep.pg import UNREACHABLE, Connection, session
from eventkeep.steps import step
from eventkeep.watermark import Watermark, encode_watermark

log = structlog.get_logger()
PARTITIONS = 12
INTERRUPTED: tuple[type[Exception], ...] = (*UNREACHABLE, RuntimeError)
_PAGE = 2_000
_PATIENCE = 5.0
_PACE = 0.01
_LEADER_LOCK = "select pg_try_advisory_lock(4805, 3)"
_READ = "select position, stream, value from events where position > $1 order by position limit $2"
# One transaction, one round trip, and no wait for the disk: a server that crashes ends our session too.
_ASLEEP = (
    "select set_config('synchronous_commit', 'off', true); select pg_advisory_xact_lock(4805, 1); "
    "update relay set asleep = true where not asleep"
)


@lru_cache(maxsize=50_000)
def partition_of(key: str, partitions: int = PARTITIONS) -> int:
    """The partition of a key, as Java's default partitioner has it."""
    return (murmur2(key.encode()) & 0x7FFFFFFF) % partitions  # type: ignore[no-any-return]


def topic_of(service: str, prefix: str) -> str:
    """The topic of a service's events. Installations that share a Kafka differ in the prefix."""
    return f"{prefix}.{service}.v1"


class StoreRestored(Exception):
    """The store stands behind what this process saw: it was restored, and must take back what it lost."""


class Relay:
    """Publishes one service's events. `run` until cancelled; errors are logged and tried again."""

    def __init__(self, service: str, dsn: str, bootstrap: str, prefix: str, poll: float = 0.25) -> None:
        self._service, self._dsn, self._bootstrap = service, dsn, bootstrap
        self._topic = topic_of(service, prefix)
        self._poll = poll
        self._woken = asyncio.Event()
        self._leads(False)
        self.position = 0

    async def run(self) -> None:
        """Leads whenever it can, for as long as it can."""
        metrics.RELAY_LAG.labels(self._service).set_function(self._lag)
        while True:
            try:
                await self._lead_when_possible()
            except INTERRUPTED as error:
                log.warning("relay_interrupted", service=self._service, reason=type(error).__name__)
            self._leads(False)
            await asyncio.sleep(0.5)

    async def _lead_when_possible(self) -> None:
        connection = await session(self._dsn)
        try:
            while not await connection.fetchval(_LEADER_LOCK):  # noqa: ASYNC110 - the lock tells nobody
                await asyncio.sleep(1.0)
            await connection.add_listener("relay", lambda *_: self._woken.set())
            async with _producer(self._bootstrap) as producer:
                self._leads(True)
                log.info("relay_leads", service=self._service)
                await self._publish(connection, producer)
        finally:
            connection.terminate()

    def _leads(self, leading: bool) -> None:
        self.leading = leading
        self._complete = time.monotonic()
        metrics.RELAY_LEADING.labels(self._service).set(leading)

    async def _publish(self, connection: Connection, producer: AIOKafkaProducer) -> None:
        recorded = await connection.fetchval("select position from relay")
        if recorded < self.position:
            raise StoreRestored(f"{self._service} was published to {self.position}, and now says {recorded}")
        self._published(recorded)
        marked = 0.0
        loop = asyncio.get_running_loop()
        while True:
            begun = loop.time()
            if await self._drain(connection, producer):  # what comes meanwhile shares the next page
                await asyncio.sleep(max(0.0, begun + _PACE - loop.time()))
            if loop.time() - marked >= 1.0:
                await self._mark(connection, producer)
                marked = loop.time()
            else:
                await self._sleep(connection, marked + 1.0 - loop.time())

    async def _drain(self, connection: Connection, producer: AIOKafkaProducer) -> bool:
        """Publishes page by page; the next page is read while this one is on its way. Says whether there was any."""
        page = await connection.fetch(_READ, self.position, _PAGE)
        any_there = bool(page)
        while page:
            begun, traced = spans.begun(), spans.sampled(row[2] for row in page)
            sent = await self._send(page, producer)
            step("sent")
            last, count = page[-1][0], len(page)
            page = await connection.fetch(_READ, last, _PAGE) if len(page) == _PAGE else []
            await asyncio.gather(*sent)
            step("published")
            await connection.execute("update relay set position = $1", last)
            self._published(last, count)
            spans.done("publish", traced, begun, SpanKind.PRODUCER)
            step("recorded")
        return any_there

    async def _send(self, page: Sequence[Any], producer: AIOKafkaProducer) -> list[Awaitable[Any]]:
        """Hands a page over, each partition's events as one batch: a fifth of the cost of one by one."""
        batches: dict[int, Any] = {}
        sent: list[Awaitable[Any]] = []
        for _, stream, value in page:
            key = stream.partition("/")[2]
            partition = partition_of(key)
            record = {"key": key.encode(), "value": value, "timestamp": None, "headers": HEADERS}
            batch = batches.get(partition)
            if batch is None or batch.append(**record) is None:
                if batch is not None:
                    sent.append(await producer.send_batch(batch, self._topic, partition=partition))
                batch = batches[partition] = producer.create_batch()
                batch.append(**record)
        for partition, batch in batches.items():
            sent.append(await producer.send_batch(batch, self._topic, partition=partition))
        return sent

    def _published(self, position: int, count: int = 0) -> None:
        self.position = position
        metrics.RELAY_POSITION.labels(self._service).set(position)
        metrics.RELAY_PUBLISHED.labels(self._service).inc(count)

    def _lag(self) -> float:
        return time.monotonic() - self._complete if self.leading else 0.0

    async def _mark(self, connection: Connection, producer: AIOKafkaProducer) -> None:
        """Says in every partition that all committed before now is above it. Never before that is true."""
        began = time.monotonic()
        async with connection.transaction():
            await connection.execute("select pg_advisory_xact_lock(4805, 1)")
            [(at, last)] = await connection.fetch(
                "select clock_timestamp(), (select coalesce(max(position), 0) from events)"
            )
        while self.position < last:
            await self._drain(connection, producer)
        marks = [
            await producer.send(
                self._topic,
                encode_watermark(Watermark(self._service, partition, at.astimezone(UTC), last)),
                partition=partition,
                headers=HEADERS,
            )
            for partition in range(PARTITIONS)
        ]
        await asyncio.gather(*marks)
        self._complete = began
        step("watermarked")

    async def _sleep(self, connection: Connection, longest: float) -> None:
        """Asks to be woken, looks once more, and sleeps: no event is overlooked, and polling is the safety net."""
        self._woken.clear()
        await connection.execute(_ASLEEP)
        if await connection.fetchval("select coalesce(max(position), 0) from events") > self.position:
            return
        try:
            async with asyncio.timeout(max(0.0, min(self._poll, longest))):
                await self._woken.wait()
        except TimeoutError:
            pass


class _producer:
    """An idempotent producer, started and stopped. Errors of Kafka become RuntimeError by aiokafka's own classes.

    What Kafka doesn't take on the way out is given up: whoever leads next publishes it.
    """

    def __init__(self, bootstrap: str) -> None:
        self._producer = AIOKafkaProducer(
            bootstrap_servers=bootstrap,
            acks="all",
            enable_idempotence=True,
            linger_ms=0,
            max_batch_size=256 * 1024,
            request_timeout_ms=10_000,
            retry_backoff_ms=50,
        )

    async def __aenter__(self) -> AIOKafkaProducer:
        try:
            await self._producer.start()
        except BaseException:
            await self.__aexit__()
            raise
        return self._producer

    async def __aexit__(self, *error: object) -> None:
        try:
            async with asyncio.timeout(_PATIENCE):
                await self._producer.stop()
        except TimeoutError:
            log.warning("relay_stopped_hard")
