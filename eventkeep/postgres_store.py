"""The event store on PostgreSQL: one function call a group of commands, committed together."""

import asyncio
from collections import deque
from collections.abc import Iterable, Sequence
from typing import Any

import asyncpg

from eventkeep import metrics
from eventkeep.cloudevent import chained
from eventkeep.pg import UNREACHABLE, Line, Pool
from eventkeep.store import Append, Appended, Outcome, Stored, StoreUnreachable

APPEND = "select outcome, answer from append_command($1, $2, $3, $4, $5, $6, $7, $8)"
APPEND_TOGETHER = "select append_commands($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)"
READ = (
    "select position, stream, version, value, digest from events "
    "where stream = $1 and version > $2 order by version limit $3"
)
READ_ALL = (
    "select position, stream, version, value, digest from events "
    "where position > $1 order by position limit $2"
)
_Waiting = tuple[Append, asyncio.Future[Appended]]


class PostgresStore:
    """The store of one service. Concurrent appends of this process share round trips and commits."""

    def __init__(self, pool: Pool, dsn: str, group: int = 64, timeout: float = 10.0) -> None:
        self._pool = pool
        self._group = group
        self._timeout = timeout
        self._line = Line(dsn, timeout)
        self._waiting: deque[_Waiting] = deque()
        self._busy = False
        self._writer: asyncio.Task[None] | None = None

    async def append(self, append: Append) -> Appended:
        if self._busy:
            future: asyncio.Future[Appended] = asyncio.get_running_loop().create_future()
            self._waiting.append((append, future))
            return await future
        self._busy = True
        try:
            return await self._alone(append)  # a command that meets no other passes the queue by
        finally:
            self._busy = bool(self._waiting)
            if self._busy:
                self._writer = asyncio.create_task(self._write())

    async def remembered(self, command_id: str) -> tuple[bytes, str] | None:
        rows = await self._fetch("select fingerprint, answer from commands where id = $1", command_id)
        return (rows[0][0], rows[0][1]) if rows else None

    async def read(self, stream: str, after: int = 0, limit: int = 1_000) -> Sequence[Stored]:
        return [Stored(*row) for row in await self._fetch(READ, stream, after, limit)]

    async def read_all(self, after: int = 0, limit: int = 1_000) -> Sequence[Stored]:
        return [Stored(*row) for row in await self._fetch(READ_ALL, after, limit)]

    async def last_position(self) -> int:
        rows = await self._fetch("select coalesce(max(position), 0) from events")
        return int(rows[0][0])

    def close(self) -> None:
        """Gives back the connection that appends have of their own."""
        self._line.drop()

    async def _write(self) -> None:
        """Appends group by group as long as anybody waits; whatever happens, nobody is left waiting."""
        try:
            while group := self._next_group():
                await self._settle(group)
                await asyncio.sleep(0)  # those just answered come back in time to share the next commit
        finally:
            _fail(self._waiting, StoreUnreachable("stopped"))
            self._waiting.clear()
            self._busy = False

    def _next_group(self) -> list[_Waiting]:
        """Up to `group` that are still waited for, at most one a stream or id; the others keep order."""
        group: list[_Waiting] = []
        kept: list[_Waiting] = []
        seen: set[str] = set()
        while self._waiting and len(group) < self._group:
            append, future = waiting = self._waiting.popleft()
            if future.done():
                continue
            names = {append.stream, append.command_id}
            (kept if names & seen else group).append(waiting)
            seen |= names
        self._waiting.extendleft(reversed(kept))
        return group

    async def _settle(self, group: Sequence[_Waiting]) -> None:
        """A group that fails is split, so that one bad payload never fails its neighbours."""
        try:
            if len(group) == 1:
                _answer(group, [await self._alone(group[0][0])])
            elif odd := await self._together([append for append, _ in group]):
                for number in odd:
                    await self._settle([group[number - 1]])
                rest = [waiting for number, waiting in enumerate(group, 1) if number not in odd]
                if rest:
                    await self._settle(rest)
            else:
                _answer(group, [Appended(Outcome.APPENDED, append.answer) for append, _ in group])
        except StoreUnreachable as error:
            _fail(group, error)
        except Exception as error:  # whatever it is, the writer goes on
            if len(group) == 1:
                _fail(group, error)
            for waiting in group:
                if not waiting[1].done():
                    await self._settle([waiting])
        except BaseException:
            _fail(group, StoreUnreachable("stopped"))
            raise

    async def _alone(self, append: Append) -> Appended:
        """One command, in one round trip."""
        metrics.APPEND_GROUP.observe(1)
        digests: list[bytes] = []
        digest = append.head.digest
        for value in append.values:
            digest = chained(digest, value)
            digests.append(digest)
        outcome, answer = await self._tried(
            self._line.ask,
            APPEND,
            append.command_id,
            append.fingerprint,
            append.stream,
            append.head.version,
            append.head.digest if append.head.version else None,
            append.answer,
            append.values,
            digests,
        )
        return Appended(Outcome(outcome), append.answer if outcome == Outcome.APPENDED else answer or "")

    async def _together(self, group: Sequence[Append]) -> list[int] | None:
        """A group, in one round trip. Where some aren't new or their streams moved, none: their numbers."""
        metrics.APPEND_GROUP.observe(len(group))
        numbers: list[int] = []
        versions: list[int] = []
        values: list[bytes] = []
        digests: list[bytes] = []
        for number, append in enumerate(group, 1):
            digest = append.head.digest
            for version, value in enumerate(append.values, append.head.version + 1):
                digest = chained(digest, value)
                numbers.append(number)
                versions.append(version)
                values.append(value)
                digests.append(digest)
        row: tuple[list[int] | None] = await self._tried(
            self._line.ask,
            APPEND_TOGETHER,
            [append.command_id for append in group],
            [append.fingerprint for append in group],
            [append.stream for append in group],
            [append.head.version for append in group],
            [append.head.digest if append.head.version else None for append in group],
            [append.answer for append in group],
            numbers,
            versions,
            values,
            digests,
        )
        return row[0]

    async def _fetch(self, query: str, *arguments: Any) -> list[asyncpg.Record]:
        found: list[asyncpg.Record] = await self._tried(self._pool.fetch, query, *arguments)
        return found

    async def _tried(self, ask: Any, query: str, *arguments: Any) -> Any:
        """The server's answer. A lost connection is tried again for a while: command ids make that safe."""
        loop = asyncio.get_running_loop()
        end = loop.time() + self._timeout
        pause = 0.05
        while True:
            try:
                async with asyncio.timeout_at(end):
                    return await ask(query, *arguments)
            except UNREACHABLE as error:
                if loop.time() + pause > end:
                    raise StoreUnreachable(type(error).__name__) from None
            await asyncio.sleep(pause)
            pause = min(pause * 2, 1.0)


def _answer(group: Sequence[_Waiting], answers: Sequence[Appended]) -> None:
    for (_, future), appended in zip(group, answers, strict=True):
        if not future.done():
            future.set_result(appended)


def _fail(group: Iterable[_Waiting], error: Exception) -> None:
    for _, future in group:
        if not future.done():
            future.set_exception(error)
