"""Consumers of one group, as replicas of overview have them, on a journal and topics of their own."""

import asyncio
import secrets
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from pathlib import Path

from structlog.contextvars import bound_contextvars

from deploy.embedded.given import Servers
from deploy.platform import topics
from deploy.platform.topics import SERVICES
from eventkeep.consume import Consumer
from eventkeep.journal import Journal
from eventkeep.keys import FileKeys
from eventkeep.pg import Pool, pool
from services.overview.family_plan import FAMILY_PLAN
from services.words import VOCABULARIES
from tests.stores.databases import fresh


class Workers:
    """Consumers that come and go. Each works under its name."""

    def __init__(self, connections: Pool, journal: Journal, bootstrap: str, prefix: str) -> None:
        self.pool, self.prefix, self.group = connections, prefix, f"{prefix}.overview"
        self._journal, self._bootstrap = journal, bootstrap
        self._running: dict[str, asyncio.Task[None]] = {}

    def start(self, name: str) -> None:
        """One more, or one that comes back. Its log lines name it."""
        consumer = Consumer(self._journal, SERVICES, self._bootstrap, self.group, name, self.prefix)
        with bound_contextvars(worker=name):
            self._running[name] = asyncio.create_task(consumer.run())

    async def stop(self, name: str) -> None:
        """Ends one in good order."""
        running = self._running.pop(name)
        running.cancel()
        with suppress(asyncio.CancelledError):
            await running

    async def stop_all(self) -> None:
        """Ends those that are left."""
        for name in list(self._running):
            await self.stop(name)


@asynccontextmanager
async def workers(servers: Servers, folder: Path) -> AsyncIterator[Workers]:
    """Empty topics, an empty journal, and nobody who works yet."""
    prefix = f"workers-{secrets.token_hex(4)}"
    async with AsyncExitStack() as ending:
        await topics.make(servers.kafka, prefix)
        ending.push_async_callback(topics.remove, servers.kafka, prefix)
        dsn = await ending.enter_async_context(fresh(servers.postgres, "journal"))
        connections = await pool(dsn, 4)
        ending.push_async_callback(connections.close)
        journal = Journal(connections, [FAMILY_PLAN], VOCABULARIES, FileKeys(folder))
        working = Workers(connections, journal, servers.kafka, prefix)
        ending.push_async_callback(working.stop_all)
        yield working
