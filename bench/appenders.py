"""Those who append: ours, ours with deciding and sealing, the bare insert. As a process: a replica."""

import asyncio
import tempfile
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, Self

import asyncpg

from bench.counting import tally
from bench.deciding import Note, call, handle_of
from bench.made import Made, families
from bench.measure import Tally
from bench.workers import answer
from eventkeep.cloudevent import decode
from eventkeep.pg import Pool, pool
from eventkeep.postgres_store import PostgresStore
from eventkeep.store import Append, Head, Outcome

POOL = 8
_STREAMS = 50
_PERSONS = 50
_BARE = (
    "create table if not exists bare (position bigint generated always as identity primary key, "
    "stream text, version bigint, value bytea)"
)


class _Appender:
    """Callers that each append to streams of their own, one after the other."""

    def __init__(self, dsn: str, callers: int) -> None:
        self._dsn = dsn
        self._streams = [[Made(family) for family in families(_STREAMS)] for _ in range(callers)]
        self.accepted: dict[str, int] = {}
        self.pool: Pool

    async def __aenter__(self) -> Self:
        self.pool = await pool(self._dsn, POOL)
        await self._begin()
        return self

    async def __aexit__(self, *error: object) -> None:
        await self.pool.close()

    async def append(self, seconds: float) -> float:
        """Events a second."""
        loop = asyncio.get_running_loop()
        begun = loop.time()

        async def caller(streams: list[Made]) -> int:
            count = 0
            while loop.time() - begun < seconds:
                stream = streams[count % len(streams)]
                version = self.accepted.get(stream.stream, 0) + 1
                await self._one(stream, version)
                self.accepted[stream.stream] = version
                count += 1
            return count

        counts = await asyncio.gather(*(caller(streams) for streams in self._streams))
        return sum(counts) / (loop.time() - begun)

    async def _begin(self) -> None:
        pass

    async def _one(self, stream: Made, version: int) -> None:
        raise NotImplementedError


class Ours(_Appender):
    """The event store, given events as bytes."""

    async def _begin(self) -> None:
        self._store = PostgresStore(self.pool, self._dsn)
        self._heads: dict[str, Head] = {}

    async def _one(self, stream: Made, version: int) -> None:
        head = self._heads.get(stream.stream, Head())
        value = stream.value(version)
        appended = await self._store.append(
            Append(stream.command_id(version), b"bench", stream.stream, head, (value,), "")
        )
        if appended.outcome is not Outcome.APPENDED:
            raise RuntimeError(f"an append was answered {appended.outcome.name}")
        self._heads[stream.stream] = head.after(value)


class Sealing(_Appender):
    """A command without its call: decided, two personal texts sealed, encoded, appended, answered."""

    async def _begin(self) -> None:
        self._keys = tempfile.TemporaryDirectory(prefix="helhed-bench-")
        self._handle = handle_of(PostgresStore(self.pool, self._dsn), Path(self._keys.name))
        self._persons = families(_PERSONS)

    async def __aexit__(self, *error: object) -> None:
        await super().__aexit__(*error)
        self._keys.cleanup()

    async def _one(self, stream: Made, version: int) -> None:
        person = self._persons[version % _PERSONS]
        note = Note.of(stream.stream.partition("/")[2], person)
        await self._handle(note, call(stream.command_id(version)))


class Bare(_Appender):
    """The same bytes inserted, one event a transaction, with nothing else."""

    async def _begin(self) -> None:
        with suppress(asyncpg.UniqueViolationError):  # another replica makes it at the same moment
            await self.pool.execute(_BARE)

    async def _one(self, stream: Made, version: int) -> None:
        await self.pool.execute(
            "insert into bare (stream, version, value) values ($1, $2, $3)",
            stream.stream,
            version,
            stream.value(version),
        )


async def stored(dsn: str, accepted: Mapping[str, int]) -> Tally:
    """Compares these streams, up to these versions, with what the store holds in position order."""
    connection = await asyncpg.connect(dsn)
    try:
        rows = await connection.fetch("select value from events order by position")
    finally:
        await connection.close()
    envelopes = (decode(row["value"]).envelope for row in rows)
    expected = [f"{stream} {version}" for stream, head in accepted.items() for version in range(1, head + 1)]
    return tally(
        expected,
        ((f"{e.stream} {e.version}", e.stream, e.version) for e in envelopes if e.stream in accepted),
    )


class Replica:
    """A replica of the service: its own process, pool and group commit."""

    _kinds: Mapping[str, Callable[[str, int], _Appender]] = {"ours": Ours, "limit": Bare}

    def __init__(self) -> None:
        self._open: dict[str, _Appender] = {}

    async def __call__(self, asked: dict[str, Any]) -> Any:
        kind = asked["kind"]
        if kind not in self._open:
            self._open[kind] = await self._kinds[kind](asked["dsn"], asked["callers"]).__aenter__()
        appender = self._open[kind]
        return {"level": await appender.append(asked["seconds"]), "accepted": appender.accepted}


if __name__ == "__main__":
    asyncio.run(answer(Replica()))
