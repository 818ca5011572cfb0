"""Reactions: events of others become commands of our own, once each, whoever does it and however often.

A family is due when its reference copy moved. The command ids are made from the trigger, so that two replicas, or a
repeat after a crash, do it once. Rebuilding a reference copy makes nobody due.
"""

import asyncio
import uuid
from collections.abc import Awaitable, Callable, Sequence
from datetime import UTC, datetime
from functools import partial
from inspect import isawaitable
from typing import Any

import structlog

from eventkeep import metrics, vector
from eventkeep.cloudevent import Envelope, Told, decode
from eventkeep.edge.call import Call, Caller
from eventkeep.edge.serve import frames
from eventkeep.pg import UNREACHABLE, Pool
from eventkeep.refused import Refused
from eventkeep.steps import step
from eventkeep.store import Store, StoreUnreachable
from eventkeep.view import View

log = structlog.get_logger()
_COMMAND_IDS = uuid.UUID("0b7b3d0e-0c0a-5d38-8a0f-7a7f7d0f9d21")
_LATER = frozenset({"lagging", "reference_stale", "shown_elsewhere", "store_unreachable", "stream_busy"})
_PACE = 0.05
# Whoever has another version of the view than the one that is shown sees less, and leaves it to the others.
_ELSEWHERE = (
    "exists (select from generations g where g.view = $1 and g.view_version <> $2 and g.state = 'shown')"
)
_LATER_FOR_FAMILY = frozenset({"reference_parked", "internal"})
TROUBLE: tuple[type[Exception], ...] = (*UNREACHABLE, StoreUnreachable)
React = Callable[[Told], Sequence[Any] | Awaitable[Sequence[Any]]]
ReactToOwn = Callable[..., Sequence[Any] | Awaitable[Sequence[Any]]]
"""Also told how far the reference copy of the family has come. May look something up in the service's database."""
NoteOwn = Callable[[Sequence[Told]], Awaitable[None]]
"""Notes a page of own events before they are reacted to. May be told of an event again, and late."""
HandleCommand = Callable[[Any, Call], Awaitable[Any]]


class Reactions:
    """The reactions of one service to what its reference copy shows. `run` until cancelled."""

    def __init__(
        self,
        pool: Pool,
        view: View,
        react: React,
        handle: HandleCommand,
        caller: Caller,
        poll: float = 0.2,
    ) -> None:
        self._pool, self._view, self._react, self._handle = pool, view, react, handle
        self._caller, self._poll = caller, poll

    async def run(self) -> None:
        """Reacts for every family that is due."""
        await again_and_again(self._some, self._poll, "reactions_interrupted")

    async def _some(self) -> bool:
        """Reacts for the family that is due longest, once what was kept of it is folded here. No lock is held: doing it
        twice is harmless."""
        row = await self._pool.fetchrow(
            "select r.family, r.done, r.moves, v.vector from reactions r "
            "join views v on v.view = $1 and v.view_version = $2 and v.family = r.family "
            "where r.moves > r.reacted and r.after <= now() "
            "and not exists (select from folds_due d where d.view = $1 and d.view_version = $2 and d.family = r.family) "
            f"and not {_ELSEWHERE} order by r.after limit 1",
            self._view.name,
            self._view.version,
        )
        if row is None:
            return False
        reached = vector.parse(row["vector"])
        if await self._family(row["family"], vector.parse(row["done"]), reached):
            step("reacted")
            await self._pool.execute(
                "update reactions set done = $2, reacted = $3 where family = $1 and reacted < $3",
                row["family"],
                vector.text(reached),
                row["moves"],
            )
        else:
            await self._pool.execute(
                "update reactions set after = now() + interval '1 second' where family = $1", row["family"]
            )
        return True

    async def _family(self, family: str, done: vector.Vector, reached: vector.Vector) -> bool:
        for service in sorted(self._view.services):
            rows = await self._pool.fetch(
                "select value from journal where family = $1 and service = $2 and version > $3 and version <= $4 "
                "order by version",
                family,
                service,
                done.get(service, 0),
                reached.get(service, 0),
            )
            for row in rows:
                if await send(self._react, self._handle, self._caller, decode(row["value"])):
                    return False
        return True


class OwnReactions:
    """The reactions of a service to its own events, read from its store: what was decided on facts that have moved
    on meanwhile is looked at again. `run` until cancelled."""

    def __init__(
        self,
        pool: Pool,
        store: Store,
        view: View,
        react: ReactToOwn,
        handle: HandleCommand,
        caller: Caller,
        poll: float = 0.2,
        note: NoteOwn | None = None,
    ) -> None:
        self._pool, self._store, self._view, self._react = pool, store, view, react
        self._handle, self._caller, self._poll, self._note = handle, caller, poll, note

    async def run(self) -> None:
        """Reacts to every event of the store, in position order."""
        await again_and_again(self._some, self._poll, "reactions_interrupted")

    async def _some(self) -> bool:
        """Reacts to the next page. False where there is none, or where it must be tried again later."""
        done = await self._pool.fetchval(
            f"select position from own_reactions where not {_ELSEWHERE}", self._view.name, self._view.version
        )
        if done is None:
            return False
        found = await self._store.read_all(done)
        if not found:
            return False
        events = [decode(stored.value) for stored in found]
        await self._noted(events)
        reached = await self._reached([told.envelope.family for told in events])
        for told in events:
            react = partial(self._react, reached=reached.get(told.envelope.family, {}))
            if await send(react, self._handle, self._caller, told) in _LATER:
                return False
        step("reacted_to_own")
        await self._pool.execute(
            "update own_reactions set position = $1 where position < $1", found[-1].position
        )
        await asyncio.sleep(_PACE)  # what comes meanwhile shares the next page
        return True

    async def _noted(self, events: Sequence[Told]) -> None:
        """Notes a page; event by event where one of them can't be noted, which stops nobody else."""
        if self._note is None:
            return
        try:
            await self._note(events)
        except TROUBLE:
            raise
        except Exception as error:
            if len(events) == 1:
                _failed(events[0].envelope, error)
                return
            for told in events:
                await self._noted([told])

    async def _reached(self, families: Sequence[str]) -> dict[str, vector.Vector]:
        rows = await self._pool.fetch(
            "select family, vector from views where view = $1 and view_version = $2 and family = any($3)",
            self._view.name,
            self._view.version,
            families,
        )
        return {row[0]: vector.parse(row[1]) for row in rows}


async def again_and_again(some: Callable[[], Awaitable[bool]], poll: float, interrupted: str) -> None:
    """Does what is due, and looks again; trouble is told by the name of that event."""
    while True:
        try:
            while await some():
                pass
        except TROUBLE as error:
            log.warning(interrupted, reason=type(error).__name__)
        await asyncio.sleep(poll)


async def send(react: React, handle: HandleCommand, caller: Caller, told: Told) -> str:
    """Sends the commands that an event leads to. Says why it must be tried again later; "" where it is done.

    Trouble with one family's events stops nobody else.
    """
    trigger = told.envelope
    try:
        commands = react(told)
        if isawaitable(commands):
            commands = await commands
        for number, command in enumerate(commands):
            code = await _refused(handle, command, _call(caller, trigger, command, number), trigger)
            if code in _LATER | _LATER_FOR_FAMILY:
                return code
    except TROUBLE:
        raise
    except Exception as error:  # what a family's events can't be folded to
        _failed(trigger, error)
        return "internal"
    return ""


def _failed(trigger: Envelope, error: Exception) -> None:
    log.error("reaction_failed", trigger=trigger.id, error_type=type(error).__name__, frames=frames(error))


async def _refused(handle: HandleCommand, command: Any, call: Call, trigger: Envelope) -> str:
    """Sends a command; the code of its refusal, or ""."""
    try:
        await handle(command, call)
    except Refused as refused:
        log.warning("reaction_refused", rpc=call.rpc, code=refused.code, trigger=trigger.id)
        metrics.REACTIONS_REFUSED.labels(call.rpc, refused.code).inc()
        return refused.code
    return ""


def _call(caller: Caller, trigger: Envelope, command: Any, number: int) -> Call:
    return Call(
        rpc=type(command).__name__,
        caller=caller,
        received_at=datetime.now(UTC),
        traceparent=trigger.traceparent or None,
        command_id=str(uuid.uuid5(_COMMAND_IDS, f"{caller.id}/{trigger.id}/{number}")),
        correlation_id=trigger.correlation_id,
    )
