"""Who waits for a family is woken when its views move, whichever process moved them."""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import contextmanager
from math import ceil
from typing import Any

import structlog

from eventkeep.pg import UNREACHABLE, session

log = structlog.get_logger()
_STEP = 0.05


class Changes:
    """Listens to one database's notices. `run` until cancelled; a lost notice costs at most `poll` seconds."""

    def __init__(self, dsn: str, poll: float = 0.5) -> None:
        self._dsn, self._poll = dsn, poll
        self._waiters: dict[str, set[asyncio.Event]] = {}

    async def run(self) -> None:
        """Keeps one session listening, and wakes everybody after it was lost."""
        while True:
            try:
                connection = await session(self._dsn)
                try:
                    await connection.add_listener("views", self._heard)
                    self._wake_all()
                    while not connection.is_closed():
                        await connection.fetchval("select 1")
                        await asyncio.sleep(5.0)
                finally:
                    connection.terminate()
            except UNREACHABLE as error:
                log.warning("changes_interrupted", reason=type(error).__name__)
            await asyncio.sleep(0.5)

    async def moves(self, family: str, poll: float | None = None) -> AsyncGenerator[None, None]:
        """Yields at once, then whenever the family may have moved, and every `poll` seconds at the latest."""
        loop, longest = asyncio.get_running_loop(), poll or self._poll
        with self._waiting(family) as event:
            while True:
                event.clear()
                yield
                # Waiters look again in step, so that their look-ups share a query.
                timer = loop.call_at(ceil((loop.time() + longest) / _STEP) * _STEP, event.set)
                try:
                    await event.wait()
                finally:
                    timer.cancel()

    @contextmanager
    def _waiting(self, family: str) -> Any:
        event = asyncio.Event()
        self._waiters.setdefault(family, set()).add(event)
        try:
            yield event
        finally:
            held = self._waiters[family]
            held.discard(event)
            if not held:
                del self._waiters[family]

    def _heard(self, connection: Any, pid: int, channel: str, payload: Any) -> None:
        for family in str(payload).split(","):
            for event in self._waiters.get(family, ()):
                event.set()

    def _wake_all(self) -> None:
        for events in self._waiters.values():
            for event in events:
                event.set()
