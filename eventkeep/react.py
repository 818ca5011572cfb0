"""Reactions: events of others become commands of our own, once each, whoever does it and however often.

A family is due when its reference copy moved. The command ids are made from the trigger, so that two replicas, or a
repeat after a crash, do it once. Rebuilding a reference copy makes nobody due.
"""

import asyncio
import uuid
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
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
from eventkeep.store import StoreUnreachable
from eventkeep.view import View

log = structlog.get_logger()
_COMMAND_IDS = uuid.UUID("0b7b3d0e-0c0a-5d38-8a0f-7a7f7d0f9d21")
LATER = frozenset({"lagging", "reference_stale", "shown_elsewhere", "store_unreachable", "stream_busy"})
# Whoever has another version of the view than the one that is shown sees less, and leaves it to the others.
ELSEWHERE = (
    "exists (select from generations g where g.view = $1 and g.view_version <> $2 and g.state = 'shown')"
)
PACE = 0.05
_AT_ONCE = 100
_LATER_FOR_FAMILY = frozenset({"reference_parked", "internal"})
TROUBLE: tuple[type[Exception], ...] = (*UNREACHABLE, StoreUnreachable)
React = Callable[[Told], Sequence[Any] | Awaitable[Sequence[Any]]]
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
        """Reacts for the families that are due longest, once what was kept of them is folded here. No lock is held: doing
        it twice is harmless."""
        due = [_Due(row[0], vector.parse(row[1]), vector.parse(row[2]), row[3]) for row in await self._rows()]
        if not due:
            return False
        news = await self._news(due)
        later = [each for each in due if not await self._family(news.get(each.family, []))]
        step("reacted")
        await self._done([each for each in due if each not in later], later)
        await asyncio.sleep(PACE)  # what comes meanwhile shares the next page
        return True

    async def _rows(self) -> list[Any]:
        return list(
            await self._pool.fetch(
                "select r.family, r.done, v.vector, r.moves from reactions r "
                "join views v on v.view = $1 and v.view_version = $2 and v.family = r.family "
                "where r.moves > r.reacted and r.after <= now() "
                "and not exists (select from folds_due d where d.view = $1 and d.view_version = $2 and d.family = r.family) "
                f"and not {ELSEWHERE} order by r.after limit $3",
                self._view.name,
                self._view.version,
                _AT_ONCE,
            )
        )

    async def _news(self, due: "Sequence[_Due]") -> dict[str, list[Told]]:
        """What each of these families' copies shows and was not reacted to, in each service's order."""
        spans = [
            (each.family, service, each.done.get(service, 0), each.reached.get(service, 0))
            for each in due
            for service in sorted(self._view.services)
            if each.reached.get(service, 0) > each.done.get(service, 0)
        ]
        rows = await self._pool.fetch(
            "select j.family, j.value from unnest($1::text[], $2::text[], $3::bigint[], $4::bigint[]) "
            "d (family, service, done, reached) join journal j on j.family = d.family and j.service = d.service "
            "and j.version > d.done and j.version <= d.reached order by j.family, j.service, j.version",
            *([span[n] for span in spans] for n in range(4)),
        )
        news: dict[str, list[Told]] = {}
        for row in rows:
            news.setdefault(row["family"], []).append(decode(row["value"]))
        return news

    async def _family(self, news: Sequence[Told]) -> bool:
        """Whether all that a family's news leads to is done."""
        for told in news:
            if await send(self._react, self._handle, self._caller, told):
                return False
        return True

    async def _done(self, done: "Sequence[_Due]", later: "Sequence[_Due]") -> None:
        await self._pool.execute(
            "update reactions r set done = d.reached, reacted = d.moves "
            "from unnest($1::text[], $2::text[], $3::bigint[]) d (family, reached, moves) "
            "where r.family = d.family and r.reacted < d.moves",
            [each.family for each in done],
            [vector.text(each.reached) for each in done],
            [each.moves for each in done],
        )
        await self._pool.execute(
            "update reactions set after = now() + interval '1 second' where family = any($1)",
            [each.family for each in later],
        )


@dataclass(frozen=True, slots=True)
class _Due:
    """A family that moved `moves` times in all; reacted to as far as `done`."""

    family: str
    done: vector.Vector
    reached: vector.Vector
    moves: int


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

    Trouble with one family stops nobody else: also where the event is of no family, and leads to something in several.
    """
    trigger, later = told.envelope, ""
    try:
        commands = react(told)
        if isawaitable(commands):
            commands = await commands
        for number, command in enumerate(commands):
            code = await _refused(handle, command, _call(caller, trigger, command, number), trigger)
            if code in LATER:
                return code
            later = code if code in _LATER_FOR_FAMILY else later
    except TROUBLE:
        raise
    except Exception as error:  # what a family's events can't be folded to
        failed(trigger, error)
        return "internal"
    return later


def failed(trigger: Envelope, error: Exception) -> None:
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
