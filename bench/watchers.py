"""Those who watch plans and send commands, as a process: when was what a command did to be seen?"""

import asyncio
import uuid
from itertools import pairwise
from typing import Any

import grpc

from bench.clerk import Clerk, connected, stub
from bench.counting import tally
from bench.workers import answer
from contracts.edge import edge_pb2
from contracts.overview import overview_pb2 as pb
from eventkeep import vector

_WATCH = "/helhed.overview.v1.Overview/WatchFamilyPlan"
_LATEST = 10.0


class Watchers:
    """Asked with `families` it registers them and watches each; asked with a `rate` it sends commands."""

    def __init__(self) -> None:
        self._clerk: Clerk
        self._channels: list[grpc.aio.Channel] = []
        self._watching: list[asyncio.Task[None]] = []
        self._shown: dict[str, list[tuple[int, int, float]]] = {}
        self._moved = asyncio.Condition()

    async def __call__(self, asked: dict[str, Any]) -> Any:
        if "families" in asked:
            return await self._begin(asked)
        return await self._send(asked["rate"], asked["seconds"])

    async def _begin(self, asked: dict[str, Any]) -> Any:
        self._clerk = Clerk(asked["clerk"], asked["token"])
        self._channels = connected(asked["contacts"])
        await self._clerk.register(self._channels, asked["families"])
        plans = connected(asked["overview"])
        for number, family in enumerate(self._clerk.families):
            self._shown[family] = []
            self._watching.append(asyncio.create_task(self._watch(plans[number % len(plans)], family)))
        async with asyncio.timeout(30), self._moved:
            await self._moved.wait_for(lambda: all(self._shown.values()))
        return {}

    async def _watch(self, channel: grpc.aio.Channel, family: str) -> None:
        """Notes each state of the plan: its number, contacts' version in it, and when it was seen."""
        call = channel.unary_stream(
            _WATCH,
            request_serializer=pb.WatchFamilyPlanRequest.SerializeToString,
            response_deserializer=pb.FamilyPlan.FromString,
        )
        while True:
            try:
                seen_before = self._shown[family][-1][0] if self._shown[family] else 0
                asked = pb.WatchFamilyPlanRequest(family=family, after_state=seen_before)
                async for plan in call(asked, metadata=self._clerk.metadata):
                    seen = vector.parse(plan.vector)["contacts"]
                    self._shown[family].append((plan.state_no, seen, asyncio.get_running_loop().time()))
                    async with self._moved:
                        self._moved.notify_all()
            except grpc.aio.AioRpcError:
                await asyncio.sleep(0.2)  # not shown to the clerk yet

    async def _send(self, rate: int, seconds: float) -> Any:
        loop = asyncio.get_running_loop()
        for states in self._shown.values():
            del states[:-1]
        begun = loop.time()
        sent: list[asyncio.Task[tuple[str, int, float]]] = []
        for number in range(int(rate * seconds)):
            await asyncio.sleep(begun + number / rate - loop.time())
            sent.append(asyncio.create_task(self._one(number)))
        answered = await asyncio.gather(*sent)
        heads: dict[str, int] = {}
        for family, version, _ in answered:
            heads[family] = max(version, heads.get(family, 0))
        try:
            async with asyncio.timeout(_LATEST), self._moved:
                await self._moved.wait_for(
                    lambda: all(self._shown[family][-1][1] >= head for family, head in heads.items())
                )
        except TimeoutError:
            pass  # what never came is counted as lost
        return self._told(answered)

    async def _one(self, number: int) -> tuple[str, int, float]:
        begun = asyncio.get_running_loop().time()
        request = self._clerk.attach(str(uuid.uuid4()))
        call = stub(self._channels[number % len(self._channels)], "AttachProfessional")
        answered = await call(request.SerializeToString(), metadata=self._clerk.metadata)
        return request.family, edge_pb2.Accepted.FromString(answered).version, begun

    def _told(self, answered: list[tuple[str, int, float]]) -> Any:
        """How long each command took to be visible; what was lost, shown twice, or shown too late."""
        waits: list[float] = []
        expected: list[str] = []
        seen: list[str] = []
        for family, version, begun in answered:
            expected.append(f"{family} {version}")
            for _, shown, at in self._shown[family]:
                if shown >= version:
                    waits.append(at - begun)
                    seen.append(f"{family} {version}")
                    break
        shown_states = [
            (f"{family} {state} {version}", family, state)
            for family, states in self._shown.items()
            for state, version, _ in states
        ]
        states = tally([], shown_states)
        back = sum(
            later[1] < earlier[1] for shown in self._shown.values() for earlier, later in pairwise(shown)
        )
        return {
            "waits": waits,
            "tally": [len(expected) - len(seen), states.duplicated, states.inverted + back],
        }


if __name__ == "__main__":
    asyncio.run(answer(Watchers()))
