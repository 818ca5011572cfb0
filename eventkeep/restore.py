"""A restored store takes back what was said and it no longer knows, before it accepts commands.

That a store was restored shows in its topic: the last watermarks speak of positions that the store doesn't have, or
the last events are missing. What is missing comes back byte for byte: what the overview's journal holds, and what the
topic adds to that; what nobody has is counted, and named where something later of its stream is known. Where
store and journal differ in an event that both have, the store's stays: its journal marks the fork, and somebody must
decide.
"""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import grpc
import structlog
from aiokafka import AIOKafkaConsumer, TopicPartition

from eventkeep import vector
from eventkeep.catchup.owner import Owner
from eventkeep.cloudevent import Unreadable, decode
from eventkeep.pg import UNREACHABLE
from eventkeep.relay import PARTITIONS, topic_of
from eventkeep.store import ANY_FINGERPRINT, Append, Head, Outcome, Store, StoreUnreachable, read_stream
from eventkeep.watermark import decode_watermark

log = structlog.get_logger()
_NEAR_THE_END = 500
_TROUBLE: tuple[type[Exception], ...] = (*UNREACHABLE, StoreUnreachable, grpc.aio.AioRpcError, RuntimeError)


@dataclass
class _Lost:
    """What was said of each stream beyond the store."""

    streams: dict[str, dict[int, bytes]] = field(default_factory=dict)

    def note(self, value: bytes) -> None:
        """Keeps an event that was said; other records are passed over."""
        if decode_watermark(value) is None:
            with suppress(Unreadable):
                envelope = decode(value).envelope
                self.streams.setdefault(envelope.stream, {}).setdefault(envelope.version, value)


class Restore:
    """Compares one service's store with what it has said, and makes it whole."""

    def __init__(
        self, service: str, store: Store, bootstrap: str, prefix: str, journal: Callable[[], Owner]
    ) -> None:
        self._service, self._store, self._journal = service, store, journal
        self._bootstrap, self._topic = bootstrap, topic_of(service, prefix)

    async def run(self) -> None:
        """Returns once the store holds all that anybody still has."""
        while True:
            try:
                said, newest = await self._last_said()
                here = await self._store.last_position()
                if here < said or await self._lacks(newest):
                    log.error("store_was_restored", service=self._service, position=here, after=said)
                    await self._take_back(here, said)
                return
            except _TROUBLE as error:
                log.warning("restore_waits", service=self._service, reason=type(error).__name__)
                await asyncio.sleep(1.0)

    async def _last_said(self) -> tuple[int, dict[str, int]]:
        """The highest position that a watermark near the topic's end speaks of (0 where nothing was said), and the
        last version of each stream there: the events after the last watermark are in no position said."""
        said, newest = 0, _Lost()
        for value in await self._records(_NEAR_THE_END):
            mark = decode_watermark(value)
            said = max(said, mark.position if mark else 0)
            newest.note(value)
        return said, {stream: max(events) for stream, events in newest.streams.items()}

    async def _lacks(self, newest: Mapping[str, int]) -> bool:
        """Whether one of these streams ends before the version that was said."""
        for stream, version in newest.items():
            if not await self._store.read(stream, version - 1, 1):
                return True
        return False

    async def _take_back(self, here: int, said: int) -> None:
        lost = _Lost()
        for value in await self._records(None, await self._newest(here)):
            lost.note(value)
        taken = 0
        async for heads in self._journal().heads(
            0, self._service
        ):  # first: a topic has forgotten what is old
            for head in heads:
                taken += await self._from_journal(head.stream, head.version)
        for stream, events in lost.streams.items():
            taken += await self._append(stream, events)
        log.error("events_taken_back", service=self._service, count=taken)
        for stream, events in lost.streams.items():
            here_now = (await self._head(stream)).version
            if max(events) > here_now:  # what lies between is in nobody's hands: what follows has no place
                log.error("events_lost_between", stream=stream, after=here_now, version=max(events))
        nowhere = said - await self._store.last_position()
        if nowhere > 0:
            log.error("events_lost", service=self._service, count=nowhere)

    async def _from_journal(self, stream: str, version: int) -> int:
        here = await self._head(stream)
        if here.version >= version:
            return 0
        events: dict[int, bytes] = {}
        async for batch in self._journal().stream(stream, here.version, self._service):
            events |= {event.version: event.value for event in batch}
        return await self._append(stream, events)

    async def _append(self, stream: str, events: dict[int, bytes]) -> int:
        """Appends what follows the store's head, one command's events at a time. Returns how many."""
        head = Head()
        async for stored in read_stream(self._store, stream):
            if events.get(stored.version, stored.value) != stored.value:
                log.error("store_diverged", stream=stream, version=stored.version)
                return 0
            head = Head(stored.version, stored.digest)
        count = 0
        while head.version + 1 in events:
            values = _of_one_command(events, head.version + 1)
            envelope = decode(values[-1]).envelope
            answer = vector.join(envelope.causes, {self._service: envelope.version})
            command_id = envelope.causation_id
            append = Append(command_id, ANY_FINGERPRINT, stream, head, tuple(values), vector.text(answer))
            if (await self._store.append(append)).outcome == Outcome.APPENDED:
                count += len(values)
            for value in values:
                head = head.after(value)
            there = await self._store.read(stream, head.version - 1, 1)
            if (
                not there or there[0].digest != head.digest
            ):  # where another replica took it back, they are the same
                log.error("store_diverged", stream=stream, version=head.version)
                break
        return count

    async def _newest(self, here: int) -> datetime | None:
        """When the store's last event was recorded, with an hour to spare; None in an empty store."""
        newest = await self._store.read_all(here - 1, 1) if here else ()
        if not newest:
            return None
        return datetime.fromisoformat(decode(newest[0].value).envelope.time) - timedelta(hours=1)

    async def _head(self, stream: str) -> Head:
        head = Head()
        async for stored in read_stream(self._store, stream):
            head = Head(stored.version, stored.digest)
        return head

    async def _records(self, last: int | None, since: datetime | None = None) -> list[bytes]:
        """The values of the topic: all of them, those since a time, or the last so many of each partition."""
        consumer = AIOKafkaConsumer(bootstrap_servers=self._bootstrap, enable_auto_commit=False)
        await consumer.start()
        try:
            partitions = [TopicPartition(self._topic, number) for number in range(PARTITIONS)]
            consumer.assign(partitions)
            begins = await consumer.beginning_offsets(partitions)
            ends = await consumer.end_offsets(partitions)
            if since is not None:
                at = int(since.timestamp() * 1000)
                found = await consumer.offsets_for_times(dict.fromkeys(partitions, at))
                begins = {each: found[each].offset if found[each] else ends[each] for each in partitions}
            for each in partitions:
                consumer.seek(each, begins[each] if last is None else max(begins[each], ends[each] - last))
            values: list[bytes] = []
            open_ones = {each for each in partitions if begins[each] < ends[each]}
            while open_ones:
                for records in (await consumer.getmany(*open_ones, timeout_ms=500)).values():
                    values += [record.value for record in records]
                for each in list(open_ones):
                    if await consumer.position(each) >= ends[each]:
                        open_ones.discard(each)
            return values
        finally:
            await consumer.stop()


def _of_one_command(events: dict[int, bytes], version: int) -> Sequence[bytes]:
    """The events from a version on that the same command led to."""
    values = [events[version]]
    cause = decode(values[0]).envelope.causation_id
    while (value := events.get(version + len(values))) and decode(value).envelope.causation_id == cause:
        values.append(value)
    return values
