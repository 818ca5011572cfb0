"""Listens to the topics, to tell which events a command led to and where they went."""

import asyncio
import threading
from dataclasses import dataclass
from typing import Self

import orjson
from aiokafka import AIOKafkaConsumer

from eventkeep.relay import topic_of


@dataclass(frozen=True)
class Heard:
    """An event on its topic."""

    topic: str
    partition: int
    type: str
    service: str
    version: int


class Tap:
    """Collects events by the command that caused them, in a thread of its own."""

    def __init__(self, bootstrap: str, prefix: str, services: tuple[str, ...]) -> None:
        self._bootstrap = bootstrap
        self._topics = [topic_of(service, prefix) for service in services]
        self._heard: dict[str, list[Heard]] = {}
        self._news = threading.Condition()
        self._ended = threading.Event()
        self._thread = threading.Thread(target=lambda: asyncio.run(self._listen()), daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *error: object) -> None:
        self._ended.set()
        self._thread.join(timeout=10)

    def of(self, command_id: str, count: int, seconds: float = 10.0) -> list[Heard]:
        """The events that a command led to, once `count` have been heard or the time is over."""
        with self._news:
            self._news.wait_for(lambda: len(self._heard.get(command_id, ())) >= count, timeout=seconds)
            return list(self._heard.get(command_id, ()))

    async def _listen(self) -> None:
        consumer = AIOKafkaConsumer(
            *self._topics,
            bootstrap_servers=self._bootstrap,
            auto_offset_reset="earliest",
            fetch_max_wait_ms=50,
        )
        await consumer.start()
        try:
            while not self._ended.is_set():
                for records in (await consumer.getmany(timeout_ms=200)).values():
                    for record in records:
                        self._note(record.topic, record.partition, orjson.loads(record.value))
        finally:
            await consumer.stop()

    def _note(self, topic: str, partition: int, event: dict[str, str]) -> None:
        if "causationid" not in event:
            return
        service = event["source"].rpartition("/")[2]
        heard = Heard(topic, partition, event["type"], service, int(event["familyversion"]))
        with self._news:
            self._heard.setdefault(event["causationid"], []).append(heard)
            self._news.notify_all()
