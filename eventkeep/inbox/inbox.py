"""One process of a service at a time reads the inboxes, does what they ask, and answers. `run` until cancelled."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress

import structlog

from eventkeep.fenced import Fenced
from eventkeep.inbox.answering import Answering
from eventkeep.inbox.kept import Kept
from eventkeep.inbox.listening import IsMine, Listening, topics_there
from eventkeep.metrics import INBOX_KEPT
from eventkeep.pg import TROUBLE, session
from eventkeep.refused import Refused
from eventkeep.topics import KafkaAway, describe

log = structlog.get_logger()
_LEADER_LOCK = "select pg_try_advisory_lock(4805, 8)"
_TROUBLE: tuple[type[Exception], ...] = (*TROUBLE, RuntimeError, Refused, KafkaAway)
_IDLE, _LOOK_AGAIN = 0.25, 30.0
"""Seconds after which it is looked at anyhow: what was put off comes by itself."""


class Inbox:
    """The inboxes of one service: topics by whose they are."""

    def __init__(
        self,
        dsn: str,
        bootstrap: str,
        name: str,
        owners: Mapping[str, str],
        kept: Kept,
        answering: Answering,
        is_mine: IsMine,
    ) -> None:
        """`name` is that of the producer: one at a time holds it."""
        self._dsn, self._bootstrap, self._name = dsn, bootstrap, name
        self._owners, self._kept, self._answering, self._is_mine = owners, kept, answering, is_mine

    async def run(self) -> None:
        """Leads whenever it can; trouble is told, and begun anew."""
        while True:
            try:
                await self._lead()
            except* _TROUBLE as group:
                reason = " ".join(sorted({type(error).__name__ for error in group.exceptions}))
                log.warning("inbox_interrupted", reason=reason)
            await asyncio.sleep(0.5)

    async def _lead(self) -> None:
        connection = await session(self._dsn)
        try:
            while not await connection.fetchval(_LEADER_LOCK):  # noqa: ASYNC110 - the lock tells nobody
                await asyncio.sleep(1.0)
            owners = topics_there(self._owners, list(await describe(self._bootstrap, list(self._owners))))
            async with (
                Fenced(self._bootstrap, self._name) as producer,
                Listening(self._bootstrap, owners, self._kept, self._answering, self._is_mine) as listening,
                asyncio.TaskGroup() as tasks,
            ):
                log.info("inbox_leads", count=len(owners))
                kept, answered = asyncio.Event(), asyncio.Event()
                tasks.create_task(_again(self._answering.some, kept, answered))
                tasks.create_task(_again(lambda: self._answering.say(producer), answered))
                tasks.create_task(self._stay(lambda: connection.fetchval("select 1"), len(owners)))
                while True:
                    await listening.some()
                    kept.set()
                    answered.set()
        finally:
            connection.terminate()

    async def _stay(self, alive: Callable[[], Awaitable[object]], there: int) -> None:
        """Whoever lost the session leads no more; and where a topic was made meanwhile, it is begun anew."""
        looked = 0.0
        while there == len(self._owners) or looked < _LOOK_AGAIN:
            await asyncio.sleep(1.0)
            await alive()
            waiting = await self._kept.waiting()
            for owner in self._owners.values():
                INBOX_KEPT.labels(owner).set(waiting.get(owner, 0))
            looked += 1.0
        raise RuntimeError("look for topics again")


async def _again(some: Callable[[], Awaitable[bool]], woken: asyncio.Event, *wakes: asyncio.Event) -> None:
    """Again while there is something, which wakes others; then once it is woken, or after a while."""
    while True:
        woken.clear()
        if await some():
            for each in wakes:
                each.set()
            continue
        with suppress(TimeoutError):
            async with asyncio.timeout(_IDLE):
                await woken.wait()
