"""A department's own system: says facts in its inbox, and reads what it is answered."""

import asyncio
import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

from aiokafka import AIOKafkaConsumer, AIOKafkaProducer, TopicPartition

from contracts.inbox.events import results_of, topic_of
from deploy.platform.processes import Platform
from eventkeep.relay import PARTITIONS
from tests.system.play import until


def fact(kind: str, subject: str, actor: str, data: Any, **more: Any) -> dict[str, Any]:
    """A message as a careful system makes it, in the name of somebody; in nobody's where that is ""."""
    return {
        "specversion": "1.0",
        "id": str(uuid4()),
        "source": "/case-system",
        "type": f"helhed.inbox.{kind}.v1",
        "subject": subject,
        **({"actor": f"professional:{actor}"} if actor else {}),
        "data": data,
        **more,
    }


@dataclass
class System:
    """The system of a department."""

    platform: Platform
    department: str
    answers: list[dict[str, Any]] = field(default_factory=list)

    def send(self, *messages: Any, key: str = "one") -> None:
        """Sends messages in order: objects, or bytes as they are."""
        values = [each if isinstance(each, bytes | None) else json.dumps(each).encode() for each in messages]
        asyncio.run(self._send(values, key))

    def says(self, message: dict[str, Any], seconds: float = 20.0) -> dict[str, Any]:
        """Sends one, and returns the answer that stands."""
        self.send(message)
        return self.answer(message, seconds)

    def answer(self, message: dict[str, Any], seconds: float = 20.0) -> dict[str, Any]:
        """The newest answer that stands to a message, once there is one."""
        found: dict[str, Any] = until(
            lambda: next((a for a in reversed(self.all(message)) if "waits" not in a["type"]), None),
            seconds,
            f"an answer to {message['type']}",
        )
        return found

    def all(self, message: dict[str, Any]) -> list[dict[str, Any]]:
        """All answers to a message, each once, in order."""
        self.read()
        return [each for each in self.answers if each["data"]["message"].get("id") == message["id"]]

    def read(self) -> Sequence[dict[str, Any]]:
        """All answers of the topic, each once, in order."""
        told = {each["id"]: each for each in asyncio.run(self._read())}
        self.answers = list(told.values())
        return self.answers

    async def _send(self, values: Sequence[bytes | None], key: str) -> None:
        producer = AIOKafkaProducer(bootstrap_servers=self.platform.kafka, max_request_size=4 * 1024 * 1024)
        await producer.start()
        try:
            topic = topic_of(self.department, self.platform.name)
            sent = [await producer.send(topic, value, key=key.encode()) for value in values]
            await asyncio.gather(*sent)
        finally:
            await producer.stop()

    async def _read(self) -> list[dict[str, Any]]:
        topic = results_of(self.department, self.platform.name)
        reader = AIOKafkaConsumer(
            bootstrap_servers=self.platform.kafka, enable_auto_commit=False, isolation_level="read_committed"
        )
        await reader.start()
        try:
            partitions = [TopicPartition(topic, number) for number in range(PARTITIONS)]
            reader.assign(partitions)
            await reader.seek_to_beginning()
            ends = await reader.end_offsets(partitions)
            found: list[dict[str, Any]] = []
            while any([await reader.position(each) < ends[each] for each in partitions]):
                for records in (await reader.getmany(timeout_ms=200)).values():
                    found += [json.loads(record.value) for record in records]
            return found
        finally:
            await reader.stop()
