"""A store's history as a gRPC stream: for rebuilds and repairs, and for our own services alone."""

import asyncio
from collections.abc import AsyncIterator, Awaitable
from contextlib import asynccontextmanager
from itertools import pairwise
from pathlib import Path

import grpc
import pytest

from eventkeep.catchup import catchup_pb2 as pb
from eventkeep.catchup import serve as catchup
from eventkeep.catchup.owner import Owner
from eventkeep.edge.server import Edge
from eventkeep.memory_store import MemoryStore
from eventkeep.store import Stored
from tests.edges.invented import callers, local, token
from tests.stores.writing import Writer, everything

STREAMS = ("family/1", "family/2")
KILOBYTE = b"x" * 1_000


@pytest.fixture
async def store() -> MemoryStore:
    """Two streams, some thousand events in turns; some are large."""
    held = MemoryStore()
    writers = [Writer(held, stream) for stream in STREAMS]
    for number in range(1_300):
        for writer in writers:
            await writer.append(b"%d" % number, KILOBYTE)
    return held


@asynccontextmanager
async def owner(store: MemoryStore, folder: Path, kind: str = "service") -> AsyncIterator[Owner]:
    """Whoever asks the service that owns the store."""
    edge = Edge(local(), callers(folder))
    catchup.serve(edge, store)
    asking = Owner(f"127.0.0.1:{await edge.start()}", lambda: token(helhed_kind=kind))
    try:
        yield asking
    finally:
        await asking.close()
        await edge.stop()


def plain(events: list[pb.Event]) -> list[Stored]:
    """What was sent, as it is stored."""
    return [Stored(e.position, e.stream, e.version, e.value, e.digest) for e in events]


async def test_all_from_a_position_comes_in_order_and_in_batches(store: MemoryStore, tmp_path: Path) -> None:
    """Each service serves all of its history as a catch-up stream (gRPC): all from a position, in batches."""
    async with owner(store, tmp_path) as asking:
        batches = [list(events) async for events in asking.all(700)]
    assert plain([event for batch in batches for event in batch]) == (await everything(store))[700:]
    assert len(batches) > 4
    assert all(sum(len(event.value) for event in batch) <= 1_000_000 for batch in batches)


async def test_one_stream_comes_from_a_version_on(store: MemoryStore, tmp_path: Path) -> None:
    """Catch-up reads: one stream, each event byte for byte with the digest of its chain."""
    async with owner(store, tmp_path) as asking:
        found = [event async for events in asking.stream(STREAMS[1], 1_100) for event in events]
    assert plain(found) == [
        e for e in await everything(store) if e.stream == STREAMS[1] and e.version > 1_100
    ]
    assert len(found) == 1_500


async def test_what_is_stored_meanwhile_comes_too(store: MemoryStore, tmp_path: Path) -> None:
    """The history has no end that was drawn before: a reader that is slow misses nothing."""
    last = await store.last_position()
    async with owner(store, tmp_path) as asking:
        reading = asking.all(0)
        heard = list(await anext(reading))
        await Writer(store, "family/3").append(b"meanwhile")
        heard += [event async for events in reading for event in events]
    positions = [event.position for event in heard]
    assert all(after == before + 1 for before, after in pairwise(positions))
    assert positions[-1] == last + 1


@pytest.mark.parametrize("kind", ["professional", "person"])
async def test_nobody_else_reads_a_history(store: MemoryStore, tmp_path: Path, kind: str) -> None:
    """The service topics are internal, and so is what they are made of."""
    async with owner(store, tmp_path, kind) as asking:
        for reading in (asking.all(0), asking.stream(STREAMS[0], 0), asking.heads(0)):
            with pytest.raises(grpc.aio.AioRpcError) as refused:
                await within(anext(reading))
            assert refused.value.code() == grpc.StatusCode.PERMISSION_DENIED


async def within(answer: Awaitable[object]) -> object:
    """An answer that doesn't let us wait."""
    async with asyncio.timeout(10):
        return await answer
