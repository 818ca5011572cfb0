"""From Kafka to the journal: batches, acknowledged by hand, once they are kept.

The one door to FastStream. A batch that can't be kept is tried again and never skipped; what is no event of ours goes
to quarantine. A consumer can live and be stuck, so its progress is watched, not its life.
"""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

import structlog
from aiokafka import AIOKafkaConsumer, ConsumerRebalanceListener
from aiokafka.coordinator.assignors.range import RangePartitionAssignor
from faststream import AckPolicy
from faststream.kafka import KafkaBroker, KafkaMessage

from eventkeep import metrics
from eventkeep.beside import Quarantined
from eventkeep.cloudevent import Unreadable, decode
from eventkeep.edge.serve import frames
from eventkeep.journal import Journal
from eventkeep.projection import StateMoved
from eventkeep.relay import INTERRUPTED, topic_of
from eventkeep.steps import step
from eventkeep.watermark import Watermark, decode_watermark

log = structlog.get_logger()
_ACK_EVERY = 1.0
_WAIT_MS = 500
_STUCK_AFTER = 20.0
_PATIENCE = 5.0


class Consumer:
    """Feeds one journal from the topics of some services. `run` until cancelled.

    `instance` makes membership of the group static: a restart moves no partitions.
    """

    def __init__(
        self,
        journal: Journal,
        services: Sequence[str],
        bootstrap: str,
        group: str,
        instance: str,
        prefix: str,
        pace: float = 0.0,
    ) -> None:
        self._prefix, self._pace = prefix, pace
        self._journal, self._services, self._bootstrap = journal, services, bootstrap
        self._group, self._instance = group, instance
        self._progressed = self._excused = 0.0
        self._acked = 0.0
        self._working = asyncio.Lock()

    @property
    def alive(self) -> bool:
        """Whether batches are kept, or there is nothing to keep. False means: restart this process."""
        progressed = max(self._progressed, self._excused)
        return asyncio.get_running_loop().time() - progressed < 3 * _STUCK_AFTER

    def excuse(self) -> None:
        """Nothing can be kept for now, and a restart would help nobody: its database is away."""
        self._excused = asyncio.get_running_loop().time()

    async def run(self) -> None:
        """Consumes until cancelled; starts over when it is stuck. On the way out the last batch is acknowledged."""
        self._progressed = asyncio.get_running_loop().time()
        while True:
            broker = KafkaBroker(
                self._bootstrap,
                logger=None,
                graceful_timeout=_PATIENCE,
                allow_auto_create_topics=False,
                consumer_only=True,
                apply_types=False,  # its injection takes a thread for each batch
                retry_backoff_ms=500,
            )
            subscriber = self._subscribe(broker)
            try:
                connected: Any = await broker.connect()
                broker.config.broker_config.builder = partial(_Waiting, **connected.keywords)
                await broker.start()
                await self._watch(subscriber)
                log.warning("consumer_stuck", group=self._group)
            except INTERRUPTED as error:
                log.warning("consumer_interrupted", group=self._group, reason=type(error).__name__)
                # Kafka is away: we are not stuck, and a restart would help nobody.
                self._progressed = asyncio.get_running_loop().time()
            finally:
                await self._stop(broker, subscriber)
            await asyncio.sleep(0.5)

    def _subscribe(self, broker: KafkaBroker) -> Any:
        subscriber = broker.subscriber(
            *(topic_of(service, self._prefix) for service in self._services),
            batch=True,
            max_records=2_000,
            batch_timeout_ms=5,
            fetch_max_wait_ms=500,
            group_id=self._group,
            group_instance_id=f"{self._group}.{self._instance}",
            partition_assignment_strategy=[RangePartitionAssignor],
            auto_offset_reset="earliest",
            session_timeout_ms=10_000,
            heartbeat_interval_ms=1_000,
            ack_policy=AckPolicy.MANUAL,
            decoder=_whole,
            listener=_Resumed(self._journal, lambda: subscriber.consumer),
        )

        @subscriber
        async def take(message: KafkaMessage) -> None:
            begun = asyncio.get_running_loop().time()
            async with self._working:
                await self._take(message)
            # What comes meanwhile shares the next batch: many small ones cost most.
            await asyncio.sleep(max(0.0, begun + self._pace - asyncio.get_running_loop().time()))

        return subscriber

    async def _take(self, message: KafkaMessage) -> None:
        values, marks, strange = _sorted(message.raw_message)
        pause = 0.05
        while True:
            try:
                with metrics.BATCH_SECONDS.time():
                    await self._journal.accept(values, marks, strange)
                break
            except StateMoved:
                continue
            except Unreadable:  # rare: only then it is worth looking at each record
                values, marks, strange = _sorted(message.raw_message, decode)
            except Exception as error:  # FastStream would go on with the next batch: nothing is skipped here
                log.error(
                    "batch_not_kept", group=self._group, reason=type(error).__name__, frames=frames(error)
                )
                self._journal.forget_folds()
                await asyncio.sleep(pause)
                pause = min(pause * 2, 2.0)
        step("kept")
        now = asyncio.get_running_loop().time()
        self._progressed = now
        if now - self._acked >= _ACK_EVERY:
            await message.ack()
            self._acked = now
            step("acknowledged")

    async def _watch(self, subscriber: Any) -> None:
        """Returns when there is something to consume and nothing was consumed for long."""
        loop = asyncio.get_running_loop()
        begun = loop.time()
        while loop.time() - max(begun, self._progressed) < _STUCK_AFTER:
            await asyncio.sleep(2.0)
            consumer = subscriber.consumer
            assigned = consumer.assignment()
            async with asyncio.timeout(10):
                ends = await consumer.end_offsets(assigned) if assigned else {}
            positions = [(await consumer.position(tp), end) for tp, end in ends.items()]
            read = bool(assigned) and all(position >= end for position, end in positions)
            if read and not self._working.locked():  # what is being tried again is read, and not kept
                self._progressed = loop.time()

    async def _stop(self, broker: KafkaBroker, subscriber: Any) -> None:
        """Stops fetching, lets the batch in work end, acknowledges it, leaves: each as far as there is time."""
        subscriber.running = False
        for leave in (self._acknowledge(subscriber.consumer), broker.stop()):
            try:
                async with asyncio.timeout(2 * _PATIENCE):
                    await leave
            except INTERRUPTED as error:
                log.warning("consumer_stopped_hard", group=self._group, reason=type(error).__name__)

    async def _acknowledge(self, consumer: Any) -> None:
        async with asyncio.timeout(_PATIENCE), self._working:
            if consumer is not None and consumer.assignment():
                await consumer.commit()


class _Waiting(AIOKafkaConsumer):  # type: ignore[misc]
    """Hands over records as they come. FastStream would sleep between two looks, and look often."""

    async def getmany(self, *partitions: Any, timeout_ms: int = 0, max_records: int | None = None) -> Any:
        return await super().getmany(*partitions, timeout_ms=_WAIT_MS, max_records=max_records)


class _Resumed(ConsumerRebalanceListener):  # type: ignore[misc]
    """Goes back to where the journal stands, where that is before what was acknowledged: its database was restored
    or lost. What the topic doesn't hold any more is fetched from the owners."""

    def __init__(self, journal: Journal, consumer: Callable[[], AIOKafkaConsumer]) -> None:
        self._journal, self._consumer = journal, consumer

    def on_partitions_revoked(self, revoked: Any) -> None:
        pass

    async def on_partitions_assigned(self, assigned: Any) -> None:
        while True:
            try:
                log.info("consumer_resumes", count=await self._go_back(assigned))
                return
            except INTERRUPTED as error:
                log.warning("consumer_waits", reason=type(error).__name__)
                await asyncio.sleep(0.5)

    async def _go_back(self, assigned: Any) -> int:
        """Returns how many records will be read again."""
        consumer, kept, count = self._consumer(), await self._journal.offsets(), 0
        for each in assigned:
            service = each.topic.split(".")[-2]
            offset = kept.get((service, each.partition), -1) + 1
            acknowledged = await consumer.committed(each)
            if acknowledged is not None and offset < acknowledged:
                count += acknowledged - offset
                consumer.seek(each, offset)
        return count


def _sorted(
    records: Sequence[Any], read: Callable[[bytes], object] = len
) -> tuple[list[bytes], list[Watermark], list[Quarantined]]:
    """Events, watermarks, and what is neither: what `read` fails on."""
    values: list[bytes] = []
    marks: list[Watermark] = []
    strange: list[Quarantined] = []
    for record in records:
        try:
            mark = decode_watermark(record.value)
            if mark is not None:
                marks.append(replace(mark, offset=record.offset))
            else:
                read(record.value)
                values.append(record.value)
        except (Unreadable, ValueError, KeyError, TypeError) as error:
            strange.append(
                Quarantined(record.topic, record.partition, record.offset, record.value, type(error).__name__)
            )
    return values, marks, strange


async def _whole(message: KafkaMessage) -> KafkaMessage:
    """The handler takes the message itself."""
    return message
