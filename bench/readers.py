"""Those who read plans, as a process: they read again and again, watch one plan, or ask until they may read."""

import asyncio
import uuid
from collections.abc import Sequence
from typing import Any

import grpc

from bench.clerk import Clerk, connected, stub
from bench.workers import answer
from contracts.edge import edge_pb2
from contracts.overview import overview_pb2 as pb
from eventkeep import vector

SERVICE = "helhed.overview.v1.Overview"
_READ, _WATCH = f"/{SERVICE}/GetFamilyPlan", f"/{SERVICE}/WatchFamilyPlan"
_LATEST = 30.0


class Readers:
    """Asked to `read`, to `open` watchers, to `change` what they watch, to `attach` colleagues."""

    def __init__(self) -> None:
        self._channels: dict[str, list[grpc.aio.Channel]] = {}
        self._watching: list[asyncio.Task[None]] = []
        self._clerk: Clerk
        self._seen: list[int] = []
        self._at: list[float] = []

    async def __call__(self, asked: dict[str, Any]) -> Any:
        return await {
            "read": self._read,
            "begin": self._begin,
            "open": self._open,
            "change": self._change,
            "attach": self._attach,
        }[asked.pop("do")](**asked)

    def _to(self, address: str) -> list[grpc.aio.Channel]:
        if address not in self._channels:
            self._channels[address] = connected(address)
        return self._channels[address]

    async def _read(
        self, address: str, plans: Sequence[tuple[str, str]], callers: int, seconds: float
    ) -> Any:
        """Reads one plan after the other: `plans` says of whom, and by whose token."""
        loop, channels = asyncio.get_running_loop(), self._to(address)
        calls = [channel.unary_unary(_READ) for channel in channels]
        requests = [
            (pb.GetFamilyPlanRequest(family=family).SerializeToString(), _bearer(token))
            for family, token in plans
        ]
        took: list[float] = []
        begun, answered = loop.time(), b""

        async def caller(number: int) -> None:
            nonlocal answered
            while (now := loop.time()) - begun < seconds:
                request, metadata = requests[number % len(requests)]
                answered = await calls[number % len(calls)](request, metadata=metadata)
                took.append(loop.time() - now)
                number += callers

        await asyncio.gather(*map(caller, range(callers)))
        elapsed = loop.time() - begun
        return {"seconds": elapsed, "took": sorted(took), "answer": answered.hex()}

    async def _begin(self, contacts: str, clerk: str, token: str, families: int) -> Any:
        """Registers families, with the clerk attached."""
        self._clerk = Clerk(clerk, token)
        await self._clerk.register(self._to(contacts), families)
        return {"families": self._clerk.families, "colleagues": self._clerk.colleagues}

    async def _open(self, overview: str, family: str, count: int) -> Any:
        """Opens so many streams of one plan."""
        self._seen, self._at = [0] * count, [0.0] * count
        channels = self._to(overview)
        self._watching = [
            asyncio.create_task(self._watch(channels[number % len(channels)], family, number))
            for number in range(count)
        ]
        return {"opened": await self._all_see(1) is not None}

    async def _watch(self, channel: grpc.aio.Channel, family: str, number: int) -> None:
        call = channel.unary_stream(_WATCH, response_deserializer=pb.FamilyPlan.FromString)
        request = pb.WatchFamilyPlanRequest(family=family).SerializeToString()
        async for plan in call(request, metadata=self._clerk.metadata):
            self._seen[number] = vector.parse(plan.vector)["contacts"]
            self._at[number] = asyncio.get_running_loop().time()

    async def _change(self, contacts: str, family: str) -> Any:
        """Changes the plan that is watched; seconds until the middle one and the last one has seen it."""
        begun = asyncio.get_running_loop().time()
        version = await self._attached(contacts, family, self._clerk.colleagues[1])
        if await self._all_see(version) is None:
            return {"lost": sum(seen < version for seen in self._seen)}
        took = sorted(at - begun for at in self._at)
        return {"lost": 0, "middle": took[len(took) // 2], "last": took[-1]}

    async def _all_see(self, version: int) -> float | None:
        loop = asyncio.get_running_loop()
        deadline = loop.time() + _LATEST
        while min(self._seen) < version:
            if loop.time() > deadline or any(task.done() for task in self._watching):
                return None
            await asyncio.sleep(0.01)
        return loop.time()

    async def _attach(
        self, contacts: str, overview: str, families: Sequence[str], colleague: str, token: str
    ) -> Any:
        """Attaches a colleague to one family after the other; how long after each answer she could read, and how
        often another's plan was given to her before."""
        took: list[float] = []
        early = 0
        for family in families:
            early += await self._reads(overview, family, token)
            await self._attached(contacts, family, colleague)
            begun = asyncio.get_running_loop().time()
            while not await self._reads(overview, family, token):  # noqa: ASYNC110 - another process lets her in
                await asyncio.sleep(0.002)
            took.append(asyncio.get_running_loop().time() - begun)
        return {"took": took, "early": early}

    async def _attached(self, contacts: str, family: str, colleague: str) -> int:
        request = self._clerk.attachment(family, colleague)
        request.meta.command_id = str(uuid.uuid4())
        call = stub(self._to(contacts)[0], "AttachProfessional")
        answered = await call(request.SerializeToString(), metadata=self._clerk.metadata)
        return int(edge_pb2.Accepted.FromString(answered).version)

    async def _reads(self, overview: str, family: str, token: str) -> bool:
        request = pb.GetFamilyPlanRequest(family=family).SerializeToString()
        try:
            await self._to(overview)[0].unary_unary(_READ)(request, metadata=_bearer(token))
        except grpc.aio.AioRpcError as error:
            if error.code() != grpc.StatusCode.NOT_FOUND:
                raise
            return False
        return True


def _bearer(token: str) -> tuple[tuple[str, str]]:
    return (("authorization", f"Bearer {token}"),)


if __name__ == "__main__":
    asyncio.run(answer(Readers()))
