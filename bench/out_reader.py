"""A department's system that reads its topic while commands are given, as a process: when was each to be read?"""

import asyncio
import json
import uuid
from contextlib import suppress
from typing import Any

import grpc
from aiokafka import AIOKafkaConsumer, TopicPartition

from bench.clerk import Clerk, connected, stub
from bench.workers import answer
from contracts.edge import edge_pb2
from eventkeep import vector
from eventkeep.relay import PARTITIONS

_LATEST = 15.0


class Readers:
    """Asked with `families` it registers them and reads along; asked with a `rate` it gives commands."""

    def __init__(self) -> None:
        self._clerk: Clerk
        self._channels: list[grpc.aio.Channel] = []
        self._told: dict[str, list[tuple[int, tuple[int, int], float]]] = {}
        self._moved = asyncio.Condition()

    async def __call__(self, asked: dict[str, Any]) -> Any:
        if "families" in asked:
            return await self._begin(asked)
        return await self._send(asked["rate"], asked["seconds"])

    async def _begin(self, asked: dict[str, Any]) -> Any:
        self._clerk = Clerk(asked["clerk"], asked["token"])
        self._channels = connected(asked["contacts"])
        await self._clerk.register(self._channels, asked["families"])
        self._told = {family: [] for family in self._clerk.families}
        reader = AIOKafkaConsumer(bootstrap_servers=asked["bootstrap"], isolation_level="read_committed")
        await reader.start()
        reader.assign([TopicPartition(asked["topic"], number) for number in range(PARTITIONS)])
        await reader.seek_to_beginning()
        self._reading = asyncio.create_task(self._read(reader))
        await self._until(lambda: all(self._told.values()), 60.0)
        return {}

    async def _read(self, reader: AIOKafkaConsumer) -> None:
        """Notes of each state: contacts' version in it, its numbers, and when it was to be read."""
        while True:
            found = await reader.getmany(timeout_ms=200)
            at = asyncio.get_running_loop().time()
            for record in (record for records in found.values() for record in records):
                said = json.loads(record.value)["data"]
                seen = vector.parse(said["vector"])["contacts"]
                self._told[said["family"]].append((seen, (said["grant"], said["state_no"]), at))
            async with self._moved:
                self._moved.notify_all()

    async def _until(self, condition: Any, seconds: float) -> None:
        async with asyncio.timeout(seconds), self._moved:
            await self._moved.wait_for(condition)

    async def _send(self, rate: int, seconds: float) -> Any:
        loop = asyncio.get_running_loop()
        for states in self._told.values():
            del states[:-1]
        begun = loop.time()
        sent: list[asyncio.Task[tuple[str, int, float]]] = []
        for number in range(int(rate * seconds)):
            await asyncio.sleep(begun + number / rate - loop.time())
            sent.append(asyncio.create_task(self._one(number)))
        accepted = await asyncio.gather(*sent)
        with suppress(TimeoutError):  # what never came is counted as lost
            await self._until(lambda: all(self._first(*each) is not None for each in accepted), _LATEST)
        waits = [self._first(*each) for each in accepted]
        numbers = [[state[1] for state in states] for states in self._told.values()]
        twice = sum(len(each) - len(set(each)) for each in numbers)
        back = sum(each != sorted(each) for each in numbers)
        return {
            "waits": [wait for wait in waits if wait is not None],
            "tally": [waits.count(None), twice, back],
        }

    def _first(self, family: str, version: int, accepted: float) -> float | None:
        """How long after it was accepted a command was to be read."""
        at = next((at for seen, _, at in self._told[family] if seen >= version), None)
        return None if at is None else max(0.0, at - accepted)

    async def _one(self, number: int) -> tuple[str, int, float]:
        request = self._clerk.attach(str(uuid.uuid4()))
        call = stub(self._channels[number % len(self._channels)], "AttachProfessional")
        answered = await call(request.SerializeToString(), metadata=self._clerk.metadata)
        return (
            request.family,
            edge_pb2.Accepted.FromString(answered).version,
            asyncio.get_running_loop().time(),
        )


if __name__ == "__main__":
    asyncio.run(answer(Readers()))
