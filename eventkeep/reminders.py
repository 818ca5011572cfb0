"""A service's own clock: what becomes overdue is an event, appended once, however many replicas look.

Due means the end of a day in Europe/Copenhagen. What is due follows from a stream's state by a pure function; a table
keeps only when each stream is to be looked at next, so that a restart forgets nothing and costs nothing.
"""

import asyncio
import uuid
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

import structlog

from eventkeep import metrics
from eventkeep.clock import Clock, end_of
from eventkeep.edge.call import Call, Caller
from eventkeep.edge.serve import frames
from eventkeep.handle import Handle
from eventkeep.pg import Pool
from eventkeep.react import TROUBLE, again_and_again
from eventkeep.refused import Refused
from eventkeep.store import Store

log = structlog.get_logger()
_COMMAND_IDS = uuid.UUID("5a3c1c52-9e0e-5a0b-8a52-0b1f6b1f2c11")
_PAGE = 500
_AGAIN = timedelta(minutes=10)
_DUE_NEXT = """
with looked as (select * from unnest($1::text[], $2::timestamptz[]) l (stream, due_at)),
     gone as (delete from reminders r using looked l where r.stream = l.stream and l.due_at is null)
insert into reminders select stream, due_at from looked where due_at is not null
on conflict (stream) do update set due_at = excluded.due_at
"""


@dataclass(frozen=True, slots=True)
class Due:
    """Something that is due at the end of a day, and the command that says so if it still is open then.

    `subject` and day name it: whoever sends the command, and however often, it counts once.
    """

    subject: str
    on: date
    command: Callable[[datetime], Any]


DuesOf = Callable[[str, Any], Iterable[Due]]
"""What a stream (by its id) has open in a state, pure."""


class Reminders:
    """Reminds one service's streams of one kind, such as `family`. `run` until cancelled."""

    def __init__(
        self,
        pool: Pool,
        store: Store,
        kind: str,
        dues: DuesOf,
        handle: Handle,
        caller: Caller,
        clock: Clock,
        poll: float = 1.0,
    ) -> None:
        self._pool, self._store, self._kind, self._dues = pool, store, kind, dues
        self._handle, self._caller, self._clock, self._poll = handle, caller, clock, poll

    async def run(self) -> None:
        """Notes what became due by new events, and reminds of what is overdue by the clock."""
        await again_and_again(self._some, self._poll, "reminders_interrupted")

    async def _some(self) -> bool:
        if await self._note():
            return True
        await self._remind()
        return False

    async def _note(self) -> bool:
        """Notes when the streams that moved are due next. Says whether there may be more: what comes meanwhile
        shares the next page."""
        done: int = await self._pool.fetchval(
            "select coalesce(max(position), 0) from reminded where kind = $1", self._kind
        )
        heads = await self._store.read_heads(done, _PAGE)
        if not heads:
            return False
        await self._look([head.stream for head in heads if head.stream.startswith(self._kind + "/")])
        reached = max(head.position for head in heads)
        await self._pool.execute(
            "insert into reminded as r (kind, position) values ($1, $2) "
            "on conflict (kind) do update set position = excluded.position where r.position < excluded.position",
            self._kind,
            reached,
        )
        return reached - done >= _PAGE

    async def _look(self, streams: Sequence[str]) -> None:
        """Says what of these streams is overdue, and notes when each is due next."""
        if not streams:
            return
        found = await asyncio.gather(*(self._first(stream) for stream in streams), return_exceptions=True)
        for each in found:
            if isinstance(each, BaseException):
                raise each
        async with self._pool.acquire() as connection, connection.transaction():
            await connection.execute("select pg_advisory_xact_lock(4805, 5)")  # rows are locked in any order
            await connection.execute(_DUE_NEXT, streams, found)

    async def _first(self, stream: str) -> datetime | None:
        """When a stream is due next. One that can't be folded, or said, stops nobody else, and is tried again later."""
        try:
            return await self._said(stream)
        except TROUBLE:
            raise
        except Exception as error:
            log.error("reminder_failed", stream=stream, error_type=type(error).__name__, frames=frames(error))
            return self._clock.now() + _AGAIN

    async def _said(self, stream: str) -> datetime | None:
        """Says what is overdue; the end of the first day at which something of what is left is due."""
        now, dues = self._clock.now(), await self._open(stream)
        overdue = [due for due in dues if end_of(due.on) <= now]
        for due in overdue:
            await self._say(stream, due, now)
        left = await self._open(stream) if overdue else dues
        return min((end_of(due.on) for due in left), default=None)

    async def _remind(self) -> None:
        rows = await self._pool.fetch(
            "select stream from reminders where due_at <= $1 and starts_with(stream, $2) order by due_at limit $3",
            self._clock.now(),
            self._kind + "/",
            _PAGE,
        )
        if rows:
            await self._look([row["stream"] for row in rows])

    async def _open(self, stream: str) -> list[Due]:
        return list(self._dues(stream.partition("/")[2], await self._handle.state(stream)))

    async def _say(self, stream: str, due: Due, now: datetime) -> None:
        command = due.command(now)
        command_id = str(
            uuid.uuid5(_COMMAND_IDS, f"{self._caller.id}/{stream}/{due.subject}/{due.on.isoformat()}")
        )
        call = Call(rpc=type(command).__name__, caller=self._caller, received_at=now, command_id=command_id)
        try:
            await self._handle(command, call)
        except Refused as refused:  # such as facts of others that are stale: it is still due, and asked again
            log.warning("reminder_refused", rpc=call.rpc, code=refused.code)
            metrics.REACTIONS_REFUSED.labels(call.rpc, refused.code).inc()
