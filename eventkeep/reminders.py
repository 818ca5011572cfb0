"""A service's own clock: what becomes overdue is an event, appended once, however many replicas look.

Due means the end of a day in Europe/Copenhagen. What is due follows from a stream's state by a pure function; a table
keeps only when each stream is to be looked at next, so that a restart forgets nothing and costs nothing.
"""

import uuid
from collections.abc import Callable, Iterable
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
        """Notes when the streams that moved are due next. False where none did."""
        done = await self._pool.fetchval(
            "select coalesce(max(position), 0) from reminded where kind = $1", self._kind
        )
        heads = await self._store.read_heads(done, _PAGE)
        if not heads:
            return False
        for head in heads:
            if head.stream.startswith(self._kind + "/"):
                await self._look(head.stream)
        await self._pool.execute(
            "insert into reminded as r (kind, position) values ($1, $2) "
            "on conflict (kind) do update set position = excluded.position where r.position < excluded.position",
            self._kind,
            max(head.position for head in heads),
        )
        return True

    async def _look(self, stream: str) -> None:
        """Says what of a stream is overdue, and notes when it is due next. One that can't be folded, or said, stops
        nobody else, and is tried again later."""
        try:
            first = await self._said(stream)
        except TROUBLE:
            raise
        except Exception as error:
            log.error("reminder_failed", stream=stream, error_type=type(error).__name__, frames=frames(error))
            first = self._clock.now() + _AGAIN
        await self._pool.execute(
            "with gone as (delete from reminders where stream = $1 and $2::timestamptz is null) "
            "insert into reminders (stream, due_at) select $1, $2::timestamptz where $2::timestamptz is not null "
            "on conflict (stream) do update set due_at = excluded.due_at",
            stream,
            first,
        )

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
        for row in rows:
            await self._look(row["stream"])

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
