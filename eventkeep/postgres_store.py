"""The event store on PostgreSQL: one function call a group of commands, committed together."""

import asyncio
from collections import deque
from collections.abc import Iterable, Sequence
from operator import attrgetter
from typing import Any

import asyncpg

from eventkeep.pg import Line, Pool
from eventkeep.store import Append, Appended, Outcome, Reached, Stored, StoreUnreachable, patience
from eventkeep.together import Together
from eventkeep.trips import append_alone, append_together, tried

READ = (
    "select n, e.* from unnest($1::text[], $2::bigint[], $3::bigint[]) with ordinality asked (stream, after, most, n) "
    "cross join lateral (select position, stream, version, value, digest from events "
    "where stream = asked.stream and version > asked.after order by version limit asked.most) e"
)
READ_ALL = (
    "select position, stream, version, value, digest from events "
    "where position > $1 order by position limit $2"
)
READ_HEADS = (
    "select distinct on (stream) position, stream, version, digest "
    "from (select position, stream, version, digest from events where position > $1 order by position limit $2) page "
    "order by stream, version desc"
)
_WORTH_A_LINE = 32
"""So many wait when another commit beside the one under way pays: fewer are better off in one commit together."""

_Waiting = tuple[Append, asyncio.Future[Appended], float]
"""An append, who waits for it, and until when."""


class PostgresStore:
    """The store of one service. Concurrent appends of this process share round trips and commits.

    Where many wait, the next group goes out on another line meanwhile: they meet at the append lock. Whatever is asked is
    answered within the timeout, waiting and trying again included, or the store is unreachable.
    """

    def __init__(self, pool: Pool, dsn: str, group: int = 64, timeout: float = 10.0, lines: int = 2) -> None:
        self._pool = pool
        self._group, self._timeout = group, timeout
        self._lines = [Line(dsn, timeout) for _ in range(lines)]
        self._idle = list(self._lines)
        self._waiting: deque[_Waiting] = deque()
        self._under_way: set[str] = set()
        self._writers: set[asyncio.Task[None]] = set()
        self._reads = Together(self._read_together)

    async def append(self, append: Append) -> Appended:
        if len(self._idle) == len(self._lines):
            return await self._passing_by(append)
        future: asyncio.Future[Appended] = asyncio.get_running_loop().create_future()
        self._waiting.append((append, future, self._soon()))
        if self._idle and len(self._waiting) >= _WORTH_A_LINE:
            self._go_on(self._idle.pop())
        return await future

    async def remembered(self, command_id: str) -> tuple[bytes, str] | None:
        rows = await self._fetch(
            self._end(), "select fingerprint, answer from commands where id = $1", command_id
        )
        return (rows[0][0], rows[0][1]) if rows else None

    async def read(self, stream: str, after: int = 0, limit: int = 1_000) -> Sequence[Stored]:
        try:
            async with asyncio.timeout_at(self._end()):
                return await self._reads((stream, after, limit))
        except TimeoutError:
            raise StoreUnreachable("no time left") from None

    async def read_all(self, after: int = 0, limit: int = 1_000) -> Sequence[Stored]:
        return [Stored(*row) for row in await self._fetch(self._end(), READ_ALL, after, limit)]

    async def read_heads(self, after: int = 0, limit: int = 1_000) -> Sequence[Reached]:
        return [Reached(*row) for row in await self._fetch(self._end(), READ_HEADS, after, limit)]

    async def last_position(self) -> int:
        rows = await self._fetch(self._end(), "select coalesce(max(position), 0) from events")
        return int(rows[0][0])

    def close(self) -> None:
        """Gives back the connections that appends have of their own."""
        for line in self._lines:
            line.drop()

    async def _read_together(self, asked: Sequence[tuple[str, int, int]]) -> list[list[Stored]]:
        found: list[list[Stored]] = [[] for _ in asked]
        for number, *event in await self._fetch(self._soon(), READ, *map(list, zip(*asked, strict=True))):
            found[number - 1].append(Stored(*event))
        for events in found:
            events.sort(key=attrgetter("version"))
        return found

    async def _passing_by(self, append: Append) -> Appended:
        """A command that meets no other needs no queue."""
        line = self._idle.pop()
        names = {append.stream, append.command_id}
        self._under_way |= names
        try:
            return await append_alone(line, append, self._end())
        finally:
            self._under_way -= names
            self._go_on(line)

    def _go_on(self, line: Line) -> None:
        """A free line writes for those who wait, if anybody does."""
        if not self._waiting:
            self._idle.append(line)
            return
        writer = asyncio.create_task(self._write(line))
        self._writers.add(writer)
        writer.add_done_callback(self._writers.discard)

    async def _write(self, line: Line) -> None:
        """Appends group by group as long as there are any; whatever happens, nobody is left waiting."""
        names: set[str] = set()
        try:
            while group := self._next_group():
                names = {name for append, *_ in group for name in (append.stream, append.command_id)}
                self._under_way |= names
                await self._settle(line, group)
                self._under_way -= names
                await asyncio.sleep(0)  # those just answered come back in time to share the next commit
        except BaseException:
            self._under_way -= names
            _fail(self._waiting, StoreUnreachable("stopped"))
            self._waiting.clear()
            raise
        finally:
            self._idle.append(line)

    def _next_group(self) -> list[_Waiting]:
        """A line's share of those who wait, at most one a stream or id at a time; the others keep order."""
        share = -(-(len(self._waiting) + len(self._under_way) // 2) // len(self._lines))
        most = min(max(share, _WORTH_A_LINE), self._group)
        group: list[_Waiting] = []
        kept: list[_Waiting] = []
        seen = set(self._under_way)
        while self._waiting and len(group) < most:
            append, future, _ = waiting = self._waiting.popleft()
            if future.done():
                continue  # nobody waits any more
            names = {append.stream, append.command_id}
            (kept if names & seen else group).append(waiting)
            seen |= names
        self._waiting.extendleft(reversed(kept))
        return group

    async def _settle(self, line: Line, group: Sequence[_Waiting]) -> None:
        """A group that fails is split, so that one bad payload never fails its neighbours.

        It ends when the first of it has waited long enough: where the server is gone, it was gone for the others, too.
        """
        end = min(until for *_, until in group)
        try:
            if len(group) == 1:
                _answer(group, [await append_alone(line, group[0][0], end)])
            elif odd := await append_together(line, [append for append, *_ in group], end):
                for number in odd:
                    await self._settle(line, [group[number - 1]])
                rest = [waiting for number, waiting in enumerate(group, 1) if number not in odd]
                if rest:
                    await self._settle(line, rest)
            else:
                _answer(group, [Appended(Outcome.APPENDED, append.answer) for append, *_ in group])
        except StoreUnreachable as error:
            _fail(group, error)
        except Exception as error:  # whatever it is, the writer goes on
            if len(group) == 1:
                _fail(group, error)
            for waiting in group:
                if not waiting[1].done():
                    await self._settle(line, [waiting])
        except BaseException:
            _fail(group, StoreUnreachable("stopped"))
            raise

    async def _fetch(self, end: float, query: str, *arguments: Any) -> list[asyncpg.Record]:
        found: list[asyncpg.Record] = await tried(end, self._pool.fetch, query, *arguments)
        return found

    def _end(self) -> float:
        """When whoever asks now has waited long enough, by the event loop's clock: a group has its own time."""
        return min(patience(), self._soon())

    def _soon(self) -> float:
        return asyncio.get_running_loop().time() + self._timeout


def _answer(group: Sequence[_Waiting], answers: Sequence[Appended]) -> None:
    for (_, future, _), appended in zip(group, answers, strict=True):
        if not future.done():
            future.set_result(appended)


def _fail(group: Iterable[_Waiting], error: Exception) -> None:
    for _, future, _ in group:
        if not future.done():
            future.set_exception(error)
