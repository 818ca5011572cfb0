"""Those who call, as a process: the same client code and messages for ours and for the bare server."""

import asyncio
import uuid
from typing import Any

import grpc

from bench.clerk import Clerk, connected, stub
from bench.workers import answer


class Callers:
    """Asked with `families` it registers them; asked with an `rpc` it calls it for so many seconds."""

    def __init__(self) -> None:
        self._channels: dict[str, list[grpc.aio.Channel]] = {}
        self._clerk: Clerk

    async def __call__(self, asked: dict[str, Any]) -> Any:
        address = asked["address"]
        if address not in self._channels:
            self._channels[address] = connected(address)
        channels = self._channels[address]
        if "families" in asked:
            self._clerk = Clerk(asked["clerk"], asked["token"])
            return {"answer": (await self._clerk.register(channels, asked["families"])).hex()}
        return await self._call(channels, asked["rpc"], asked["callers"], asked["seconds"])

    async def _call(self, channels: list[grpc.aio.Channel], rpc: str, callers: int, seconds: float) -> Any:
        loop = asyncio.get_running_loop()
        request_of = {"RegisterPerson": self._clerk.person, "AttachProfessional": self._clerk.attach}[rpc]
        stubs = [stub(channel, rpc) for channel in channels]
        accepted: list[str] = []
        begun = loop.time()

        async def caller(number: int) -> None:
            call = stubs[number % len(stubs)]
            while loop.time() - begun < seconds:
                command_id = str(uuid.uuid4())
                request = request_of(command_id)
                await call(request.SerializeToString(), metadata=self._clerk.metadata)
                accepted.append(command_id)

        await asyncio.gather(*(caller(number) for number in range(callers)))
        return {"accepted": accepted, "seconds": loop.time() - begun}


if __name__ == "__main__":
    asyncio.run(answer(Callers()))
