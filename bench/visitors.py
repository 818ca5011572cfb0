"""Those who look at pages and those who register, as a process: the same client for ours and for the bare servers."""

import asyncio
import itertools
import uuid
from collections.abc import Awaitable, Callable, Sequence
from typing import Any

import grpc
import httpx

from bench.clerk import connected
from bench.workers import answer
from contracts.edge import edge_pb2
from contracts.progress import progress_pb2 as pb

RPC = "/helhed.progress.v1.Progress/RegisterProgress"


class Visitors:
    """Asked to `look` at pages, or to `register` how it goes."""

    def __init__(self) -> None:
        self._channels: dict[str, list[grpc.aio.Channel]] = {}

    async def __call__(self, asked: dict[str, Any]) -> Any:
        return await {"look": self._look, "register": self._register}[asked.pop("do")](**asked)

    async def _look(
        self, address: str, pages: Sequence[tuple[str, dict[str, str]]], callers: int, seconds: float
    ) -> Any:
        """Opens one page after the other: `pages` says where, and by whose cookie."""
        last = b""
        async with httpx.AsyncClient(base_url=address, timeout=30) as client:

            async def look(number: int) -> None:
                nonlocal last
                path, cookies = pages[number % len(pages)]
                cookie = "; ".join(f"{name}={value}" for name, value in cookies.items())
                shown = await client.get(path, headers={"cookie": cookie})
                shown.raise_for_status()
                last = shown.content

            found = await _again(look, callers, seconds)
        return {**found, "answer": last.hex()}

    async def _register(
        self, address: str, series: Sequence[dict[str, str]], callers: int, seconds: float
    ) -> Any:
        """Registers for one family after the other: `series` says for whom, of what, by whose token."""
        channels = self._channels.setdefault(address, connected(address))
        calls = [channel.unary_unary(RPC) for channel in channels]
        accepted: list[str] = []
        answered = b""

        async def register(number: int) -> None:
            nonlocal answered
            about = dict(series[number % len(series)])
            token, command_id = about.pop("token"), str(uuid.uuid4())
            request = pb.RegisterProgressRequest(
                meta=edge_pb2.Meta(command_id=command_id),
                registration=str(uuid.uuid4()),
                value=number % 10,
                by_kind="professional",
                **about,
            )
            metadata = (("authorization", f"Bearer {token}"),)
            answered = await calls[number % len(calls)](request.SerializeToString(), metadata=metadata)
            accepted.append(command_id)

        found = await _again(register, callers, seconds)
        return {**found, "accepted": accepted, "answer": answered.hex()}


async def _again(once: Callable[[int], Awaitable[None]], callers: int, seconds: float) -> dict[str, Any]:
    """So many callers, each again and again until the time is over; how long each call took."""
    loop, numbers, took = asyncio.get_running_loop(), itertools.count(), list[float]()
    begun = loop.time()

    async def caller() -> None:
        while (now := loop.time()) - begun < seconds:
            await once(next(numbers))
            took.append(loop.time() - now)

    await asyncio.gather(*(caller() for _ in range(callers)))
    return {"seconds": loop.time() - begun, "took": sorted(took)}


if __name__ == "__main__":
    asyncio.run(answer(Visitors()))
