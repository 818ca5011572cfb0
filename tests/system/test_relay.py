"""From store to Kafka: in order, on the family's partition, woken only when asleep, and watermarks that are true."""

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from itertools import pairwise

import asyncpg
import pytest_asyncio

from deploy.embedded.given import Servers
from eventkeep.cloudevent import decode
from eventkeep.relay import PARTITIONS, partition_of
from eventkeep.watermark import Watermark, decode_watermark
from tests.stores.databases import connected, until
from tests.stores.writing import Writer
from tests.system.tap import Told, event, told

SOON = 0.5
"""Half of the time to the next watermark, which would tell of an event too."""
Place = tuple[int, int]
"""A partition and an offset."""
Marked = tuple[int, Watermark]
_ASLEEP = "select asleep from relay"
_WAITS = "select query from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'"
_HOLD, _LET_GO = "select pg_advisory_lock(4805, 1)", "select pg_advisory_unlock(4805, 1)"


@pytest_asyncio.fixture
async def relay(servers: Servers) -> AsyncIterator[Told]:
    async with told(servers) as found:
        yield found


async def append(writer: Writer, count: int = 1) -> None:
    """The next events of a stream, from one command."""
    first = writer.head.version + 1
    await writer.append(*(event(writer.stream, version) for version in range(first, first + count)))


async def test_a_watermark_is_true_in_every_partition_and_comes_each_second(relay: Told) -> None:
    """Each relay writes a watermark into every partition each second: "everything committed before this time is
    above". Key = family id; first occurrences are in order."""
    committed: dict[str, float] = {}
    last = {f"family/{number}": 0 for number in range(40)}
    done = time.time() + 4.0

    async def write(stream: str) -> None:
        writer = Writer(relay.store, stream)
        while time.time() < done:
            await append(writer)
            last[stream] = writer.head.version
            committed[f"{stream}-{last[stream]}"] = time.time()

    await asyncio.gather(*(write(stream) for stream in last))
    heard, marks = await heard_in_full(relay, len(committed))
    for partition, found in marks.items():
        for offset, mark in found:
            here = {each: at for each, (where, at) in heard.items() if where == partition}
            owed = {each for each in here if committed[each] < mark.at.timestamp()}
            assert owed <= {each for each, at in here.items() if at < offset}
        seconds = [(after[1].at - before[1].at).total_seconds() for before, after in pairwise(found)]
        assert all(each > 0.9 for each in seconds)
    for stream, version in last.items():
        offsets = [heard[f"{stream}-{n}"][1] for n in range(1, version + 1)]
        assert offsets == sorted(offsets)


async def heard_in_full(relay: Told, count: int) -> tuple[dict[str, Place], dict[int, list[Marked]]]:
    """Where so many events were first told, and the watermarks of each partition; some in each."""
    heard: dict[str, Place] = {}
    marks: dict[int, list[Marked]] = {partition: [] for partition in range(PARTITIONS)}
    while len(heard) < count or min(len(found) for found in marks.values()) < 4:
        for record in await relay.records():
            if mark := decode_watermark(record.value):
                assert mark.partition == record.partition
                marks[record.partition].append((record.offset, mark))
                continue
            envelope = decode(record.value).envelope
            assert record.key == envelope.family.encode()
            assert record.partition == partition_of(envelope.family)
            heard.setdefault(envelope.id, (record.partition, record.offset))
    return heard, marks


async def test_an_append_wakes_a_relay_that_sleeps(relay: Told) -> None:
    """Wake-up: notify when the relay sleeps. It polls once a minute here, so that it can't be polling."""
    writer = Writer(relay.store, "family/1")

    async def woken() -> float:
        await relay.marked()
        async with connected(relay.dsn) as looking:
            await until(lambda: looking.fetchval(_ASLEEP))
        await append(writer)
        return await published(relay, writer.head.version)

    assert await one_of_three(woken) < SOON


async def test_what_is_committed_while_it_goes_to_sleep_is_not_overlooked(relay: Told) -> None:
    """It sets `asleep` under the append lock and polls once more before it sleeps."""
    writer = Writer(relay.store, "family/1")

    async def seen() -> float:
        await relay.marked()
        async with connected(relay.dsn) as other, connected(relay.dsn) as looking:
            await other.execute(_HOLD)
            await appended_by(other, writer)  # wakes it; this session appends all the same
            await until(lambda: looking.fetchval(_WAITS))
            if "asleep" not in await looking.fetchval(_WAITS):
                return float("inf")  # a watermark was due: that tells of everything
            assert not await other.fetchval(_ASLEEP), "it sleeps only once nobody appends"
            await appended_by(other, writer)
            await other.execute(_LET_GO)
            return await published(relay, writer.head.version)

    assert await one_of_three(seen) < SOON


async def one_of_three(measured: Callable[[], Awaitable[float]]) -> float:
    """The least of three times: a busy machine makes some longer, and none shorter."""
    return min([await measured() for _ in range(3)])


async def published(relay: Told, position: int) -> float:
    """Waits until the relay has published so far; the seconds that it took."""
    begun = time.monotonic()

    async def there() -> bool:
        return relay.relay.position >= position

    await until(there)
    return time.monotonic() - begun


async def appended_by(connection: asyncpg.Connection, writer: Writer) -> None:
    """Appends the stream's next event over this connection."""
    made = writer.next(event(writer.stream, writer.head.version + 1))
    after = made.head.after(made.values[0])
    outcome = await connection.fetchval(
        "select outcome from append_command($1, $2, $3, $4, $5, $6, $7, $8)",
        made.command_id,
        made.fingerprint,
        made.stream,
        made.head.version,
        made.head.digest if made.head.version else None,
        made.answer,
        made.values,
        [after.digest],
    )
    assert outcome == 0
    writer.moved(made)
