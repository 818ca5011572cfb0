"""Reads inbox topics from where the database stands, and keeps what is this service's to take."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Self

import structlog
from aiokafka import AIOKafkaConsumer, TopicPartition

from eventkeep.inbox.answering import Answering
from eventkeep.inbox.kept import Kept, Said, Taken
from eventkeep.inbox.message import Place, attributes, read
from eventkeep.refused import Refused
from eventkeep.relay import PARTITIONS
from eventkeep.steps import step

log = structlog.get_logger()
_AT_ONCE = 500
MANY, FEW = 1_000, 500
"""Whoever has so many messages waiting is read no further, until there are as few again."""
IsMine = Callable[[Any], bool]
"""Whether this service answers messages of a type; None: those that have none."""


class Listening:
    """The topics by whose they are. Use: `async with Listening(...) as listening`, then `some` again and again."""

    def __init__(
        self, bootstrap: str, owners: Mapping[str, str], kept: Kept, answering: Answering, is_mine: IsMine
    ) -> None:
        self._owners, self._kept, self._answering, self._is_mine = owners, kept, answering, is_mine
        self._kept_more = True
        self._partitions = [TopicPartition(topic, number) for topic in owners for number in range(PARTITIONS)]
        self._consumer = AIOKafkaConsumer(
            bootstrap_servers=bootstrap,
            enable_auto_commit=False,
            auto_offset_reset="earliest",
            isolation_level="read_committed",
            fetch_max_wait_ms=200,
            max_partition_fetch_bytes=1024 * 1024,
            fetch_max_bytes=8 * 1024 * 1024,
            retry_backoff_ms=500,
        )

    async def __aenter__(self) -> Self:
        await self._consumer.start()
        self._consumer.assign(self._partitions)
        reached = await self._kept.offsets()
        for each in self._partitions:
            if (place := reached.get((each.topic, each.partition))) is not None:
                self._consumer.seek(each, place)
            else:
                await self._consumer.seek_to_beginning(each)
        return self

    async def __aexit__(self, *error: object) -> None:
        await self._consumer.stop()

    async def some(self) -> None:
        """Keeps what has come. Returns after some of it, or after half a second."""
        await self._hold_back()
        batches = await self._consumer.getmany(timeout_ms=500, max_records=_AT_ONCE)
        if not batches:
            return
        taken: list[Taken] = []
        said: list[Said] = []
        spans: dict[tuple[str, int], tuple[int, int]] = {}
        for partition, records in batches.items():
            for record in records:
                self._sort(record, taken, said)
            spans[partition.topic, partition.partition] = records[0].offset, records[-1].offset + 1
        await self._kept.take(taken, said, spans)
        self._kept_more = self._kept_more or bool(taken)
        step("inbox_kept")

    async def _hold_back(self) -> None:
        """Counts what waits where that may change what is read: after something was kept, and while somebody is held."""
        held = {each.topic for each in self._consumer.paused()}
        if not (held or self._kept_more):
            return
        waiting, self._kept_more = await self._kept.waiting(), False
        for topic, owner in self._owners.items():
            mine = [each for each in self._partitions if each.topic == topic]
            if topic not in held and waiting.get(owner, 0) >= MANY:
                self._consumer.pause(*mine)
                log.warning("inbox_held_back", topic=topic)
            elif topic in held and waiting.get(owner, 0) < FEW:
                self._consumer.resume(*mine)

    def _sort(self, record: Any, taken: list[Taken], said: list[Said]) -> None:
        """What can be read is kept, what can't is answered; each by the one service whose it is."""
        place = Place(self._owners[record.topic], record.topic, record.partition, record.offset)
        found: Any = {}
        try:
            found = attributes(record.value)
            if not self._is_mine(found.get("type")):
                return
            message = read(found, place)
            taken.append(Taken(place, message.subject, _key(record.key), record.value))
        except Refused as refused:
            if found or self._is_mine(None):
                said.append(self._answering.refusal(place, _key(record.key), found, refused))
        except Exception as error:  # stops nobody else
            said.append(self._answering.failure(place, _key(record.key), found, error))


def _key(key: bytes | None) -> str:
    """As it was, where it is a short name: nothing else is repeated."""
    text = (key or b"").decode("ascii", "replace")
    return text if text.isprintable() and len(text) <= 100 and text.isascii() else ""


def topics_there(owners: Mapping[str, str], there: Sequence[str]) -> dict[str, str]:
    """Those topics that have been made."""
    return {topic: owner for topic, owner in owners.items() if topic in there}
