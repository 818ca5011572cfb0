"""The event store on PostgreSQL: one function call a group of commands, committed together."""

import asyncio
from collections import deque
from collections.abc import Sequence
from typing import Any

import asyncpg

from eventkeep.pg import UNREACHABLE, Pool
from eventkeep.store import Append, Appended, Outcome, Stored, StoreUnreachable

_APPEND = "select outcomes, answers from append_commands($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)"
_READ = (
    "select position, stream, version, value, digest from events "
    "where stream = $1 and version > $2 order by version limit $3"
)
_READ_ALL = "select position, stream, version, value, digest from events where position > $1 order by position limit $2"
_Waiting = tuple[Append, asyncio.Future[Appended]]


class PostgresStore:
    """The store of one service. Concurrent appends of this process share round trips and commits."""

    def __init__(self, pool: Pool, group: int = 64, timeout: float = 10.0) -> None:
        self._pool = pool
        self._group = group
        self._timeout = timeout
        self._waiting: deque[_Waiting] = deque()
        self._writer: asyncio.Task[None] | None = None
        self._lonely = False

    async def append(self, append: Append) -> Appended:
        if self._writer is None and not self._lonely:
            return await self._lone(append)
        future: asyncio.Future[Appended] = asyncio.get_running_loop().create_future()
        self._waiting.append((append, future))
        if self._writer is None:
            self._writer = asyncio.create_task(self._write())
        return await future

    async def remembered(self, command_id: str) -> tuple[bytes, str] | None:
        rows = await self._fetch("select fingerprint, answer from commands where id = $1", command_id)
        return (rows[0][0], rows[0][1]) if rows else None

    async def read(self, stream: str, after: int = 0, limit: int = 1_000) -> Sequence[Stored]:
        return [Stored(*row) for row in await self._fetch(_READ, stream, after, limit)]

    async def read_all(self, after: int = 0, limit: int = 1_000) -> Sequence[Stored]:
        return [Stored(*row) for row in await self._fetch(_READ_ALL, after, limit)]

    async def last_position(self) -> int:
        rows = await self._fetch("select coalesce(max(position), 0) from events")
        return int(rows[0][0])

    async def _lone(self, append: Append) -> Appended:
        """A command that meets no other goes straight to the server."""
        self._lonely = True
        try:
            return (await self._group_call([append]))[0]
        finally:
            self._lonely = False

    async def _write(self) -> None:
        while self._waiting:
            group = self._next_group()
            try:
                for (_, future), appended in zip(
                    group, await self._group_call([append for append, _ in group]), strict=True
                ):
                    if not future.done():
                        future.set_result(appended)
            except (asyncpg.PostgresError, asyncpg.InterfaceError, StoreUnreachable) as error:
                if len(group) == 1 or isinstance(error, StoreUnreachable):
                    _fail(group, error)
                else:
                    await self._each_alone(group)
        self._writer = None

    def _next_group(self) -> list[_Waiting]:
        """Up to `group` waiting commands, at most one a stream or command id; the others keep their order."""
        group: list[_Waiting] = []
        kept: list[_Waiting] = []
        seen: set[str] = set()
        while self._waiting and len(group) < self._group:
            waiting = self._waiting.popleft()
            names = {waiting[0].stream, waiting[0].command_id}
            (kept if names & seen else group).append(waiting)
            seen |= names
        self._waiting.extendleft(reversed(kept))
        return group

    async def _each_alone(self, group: list[_Waiting]) -> None:
        """A group that fails is split, so that one bad payload never fails its neighbours."""
        for append, future in group:
            try:
                appended = (await self._group_call([append]))[0]
                if not future.done():
                    future.set_result(appended)
            except (asyncpg.PostgresError, asyncpg.InterfaceError, StoreUnreachable) as error:
                _fail([(append, future)], error)

    async def _group_call(self, group: Sequence[Append]) -> list[Appended]:
        """One round trip. A lost connection is tried again: a command id makes that safe."""
        numbers: list[int] = []
        versions: list[int] = []
        values: list[bytes] = []
        digests: list[bytes] = []
        for number, append in enumerate(group, 1):
            head = append.head
            for value in append.values:
                head = head.after(value)
                numbers.append(number)
                versions.append(head.version)
                values.append(value)
                digests.append(head.digest)
        [(outcomes, answers)] = await self._fetch(
            _APPEND,
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
        return [
            Appended(Outcome(outcome), append.answer if outcome == Outcome.APPENDED else answer or "")
            for append, outcome, answer in zip(group, outcomes, answers, strict=True)
        ]

    async def _fetch(self, query: str, *arguments: Any) -> list[asyncpg.Record]:
        end = asyncio.get_running_loop().time() + self._timeout
        pause = 0.05
        while True:
            try:
                return list(await self._pool.fetch(query, *arguments, timeout=self._timeout))
            except asyncpg.DataError:
                raise
            except UNREACHABLE as error:
                if asyncio.get_running_loop().time() + pause > end:
                    raise StoreUnreachable(type(error).__name__) from None
                await asyncio.sleep(pause)
                pause = min(pause * 2, 1.0)


def _fail(group: list[_Waiting], error: Exception) -> None:
    for _, future in group:
        if not future.done():
            future.set_exception(error)
