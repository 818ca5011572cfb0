"""Many at once: after a restart everybody opens their streams again."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import grpc

from eventkeep.edge.call import Call
from eventkeep.edge.server import Edge
from tests.edges.invented import READ, TailMessage, request, running, token

CROWD, CONNECTIONS = 2_500, 5


async def once(asked: Any, call: Call) -> AsyncIterator[Any]:
    """A stream that says one thing, and stays open."""
    yield TailMessage(bows=1)
    await asyncio.Event().wait()


def watch(edge: Edge) -> None:
    """Serve the invented reads."""
    edge.read(READ, "Look", once)
    edge.stream(READ, "Watch", once)


async def test_whoever_comes_in_a_crowd_is_served(tmp_path: Path) -> None:
    """gRPC, left to itself, cancels some of the calls of such a burst, by chance."""
    async with running(tmp_path, more=watch, max_calls=CROWD) as (edge, _):
        options = [("grpc.use_local_subchannel_pool", 1)]
        channels = [grpc.aio.insecure_channel(f"127.0.0.1:{edge.port}", options) for _ in range(CONNECTIONS)]
        metadata = (("authorization", f"Bearer {token()}"),)

        async def first(number: int) -> Any:
            stream = channels[number % CONNECTIONS].unary_stream(
                "/helhed.kites.v1.KiteReads/Watch",
                request_serializer=lambda m: m.SerializeToString(),
                response_deserializer=TailMessage.FromString,
            )
            call = stream(request(), metadata=metadata)
            return call, await call.read()

        async with asyncio.timeout(60):
            answered = await asyncio.gather(*map(first, range(CROWD)))
        assert [said.bows for _, said in answered] == [1] * CROWD
        for call, _ in answered:
            call.cancel()
        await asyncio.gather(*(channel.close() for channel in channels))
