"""One process of one service: what all of them have, started in order and stopped in order."""

import asyncio
import signal
from collections.abc import Awaitable, Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any, Self

import structlog

from eventkeep import telemetry
from eventkeep.catchup.owner import Owner
from eventkeep.changes import Changes
from eventkeep.clock import Clock
from eventkeep.codec import Vocabulary
from eventkeep.consume import Consumer
from eventkeep.edge.call import Caller
from eventkeep.edge.caller import CallerTokens
from eventkeep.edge.server import LIVENESS, READINESS, Edge
from eventkeep.handle import Handle
from eventkeep.journal import Journal
from eventkeep.keys import FileKeys
from eventkeep.metrics import Sample
from eventkeep.migrate import SQL, migrate
from eventkeep.pg import UNREACHABLE, pool, session
from eventkeep.rebuild import Rebuild
from eventkeep.relay import PARTITIONS, Relay
from eventkeep.reminders import DuesOf, Reminders
from eventkeep.repair import Repair
from eventkeep.restore import Restore
from eventkeep.settings import Node as Settings
from eventkeep.steps import crash_at
from eventkeep.store import Store
from eventkeep.token import Tokens
from eventkeep.view import View
from eventkeep.walls import wall_off

log = structlog.get_logger()


class Node:
    """A service's pool, keys, tokens and edge, and the work that goes on beside its calls.

    Use: `async with Node(settings) as node`, then add to it by plain calls, then `await node.run()`.
    """

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.dsn = settings.postgres_dsn.get_secret_value()
        self.keys = FileKeys(settings.keys_folder)
        self.tokens = Tokens(settings.token_secret.get_secret_value().encode())
        self.callers = CallerTokens(settings)
        self.clock = Clock(settings.clock_file)
        self.edge = Edge(settings, self.callers, clock=self.clock)
        self.owners: dict[str, Owner] = {}
        self.changes = Changes(self.dsn)
        self._listens: Sequence[str] = ()
        self._consumer: Consumer | None = None
        self._repair: Repair | None = None
        self._rebuild: Rebuild | None = None
        self._work: list[Callable[[], Awaitable[None]]] = []

    async def __aenter__(self) -> Self:
        self._stop_telemetry = telemetry.start(self.settings)
        if self.settings.crash_at:
            crash_at(self.settings.crash_at)
        self.pool = await pool(self.dsn, self.settings.postgres_connections)
        return self

    async def __aexit__(self, *error: object) -> None:
        for owner in self.owners.values():
            await owner.close()
        await self.pool.close()
        self._stop_telemetry()

    async def migrate(self, *folders: Path) -> None:
        """Brings the database up to date, and closes its tables to others. Several processes may do so at once."""
        async with self.pool.acquire() as connection:
            await wall_off(
                connection
            )  # first: after a restore under another name its rows hide from the owner too
            for folder in folders:
                for name in await migrate(connection, folder):
                    log.info("migrated", name=name)
            await wall_off(connection)

    async def make_whole(self, store: Store) -> None:
        """Where the store was restored: waits until it has taken back what others still know."""
        settings = self.settings
        journal = Owner(settings.peers["overview"], self.service_token)
        self.owners["overview"] = journal
        await Restore(
            settings.service_name, store, settings.kafka_bootstrap, settings.kafka_prefix, lambda: journal
        ).run()

    def relay(self) -> None:
        """Publishes this service's events, when it is its turn to lead."""
        relay = Relay(
            self.settings.service_name, self.dsn, self.settings.kafka_bootstrap, self.settings.kafka_prefix
        )
        self._work.append(relay.run)

    def follow(
        self,
        views: Sequence[View],
        vocabularies: Mapping[str, Vocabulary],
        services: Sequence[str],
        reacts: bool = False,
        pace: float = 0.05,
    ) -> Journal:
        """Journals these services' events and folds views from them, a batch each `pace` seconds at the most."""
        journal = Journal(self.pool, views, vocabularies, self.keys, reacts)
        settings = self.settings
        self._listens = services
        self._consumer = Consumer(
            journal,
            services,
            settings.kafka_bootstrap,
            f"{settings.kafka_prefix}.{settings.service_name}.v1",
            settings.instance,
            settings.kafka_prefix,
            pace,
        )
        owners = {service: Owner(settings.peers[service], self.service_token) for service in services}
        self.owners |= owners
        self._repair = repair = Repair(journal, owners)
        self._rebuild = Rebuild(journal)
        sample = Sample(self.pool, [view.name for view in views])
        self._work += [self._rebuild.run, self._consumer.run, repair.run, self.changes.run, sample.run]
        return journal

    def remind(self, store: Store, kind: str, dues: DuesOf, handle: Handle) -> None:
        """Says of this service's streams of a kind what is overdue."""
        me = Caller("service", self.settings.service_name, None, 0.0)
        self._work.append(Reminders(self.pool, store, kind, dues, handle, me, self.clock).run)

    def beside(self, work: Callable[[], Awaitable[None]]) -> None:
        """Work that goes on until the process ends."""
        self._work.append(work)

    def service_token(self) -> str:
        """This service's own token, as it stands in its file now."""
        return self.settings.service_token_file.read_text().strip()

    async def run(self) -> None:
        """Serves until SIGTERM or SIGINT. Then: not ready, running calls end, the batch in work is acknowledged."""
        ended = asyncio.Event()
        for number in (signal.SIGTERM, signal.SIGINT):
            asyncio.get_running_loop().add_signal_handler(number, ended.set)
        started = await self.pool.fetchval("select now()")
        bare = bool(self._listens) and not await self.pool.fetchval("select exists (select from journal)")
        port = await self.edge.start()
        self.beside(partial(self._watch_health, started, bare))
        tasks = [asyncio.ensure_future(work()) for work in self._work]
        log.info("serving", port=port)
        waiting = asyncio.ensure_future(ended.wait())
        await asyncio.wait([*tasks, waiting], return_when=asyncio.FIRST_COMPLETED)
        await self.edge.stop()
        for task in tasks:
            task.cancel()
        results = await asyncio.gather(*tasks, return_exceptions=True)
        failures = [r for r in results if isinstance(r, Exception)]
        log.info("stopped", failures=[type(failure).__name__ for failure in failures])
        if failures:
            raise failures[0]

    async def _watch_health(self, started: Any, bare: bool) -> None:
        """Ready: the store answers, what this process has of views is what is shown and, once, all that was said before
        the start has arrived. Alive: progress."""
        caught_up = not self._listens
        while True:
            try:
                async with asyncio.timeout(2):
                    await self.pool.fetchval("select 1")
                    caught_up = caught_up or await self._caught_up(started, bare)
                ready = caught_up and (self._rebuild is None or self._rebuild.shown)
            except UNREACHABLE:
                ready = False
                if self._consumer is not None and await self._database_is_away():
                    self._consumer.excuse()
            await self.edge.set_health(READINESS, ready)
            await self.edge.set_health(LIVENESS, self._consumer is None or self._consumer.alive)
            await asyncio.sleep(0.5)

    async def _database_is_away(self) -> bool:
        """Whether nobody can connect: a pool that doesn't answer may also be one that is stuck."""
        try:
            (await session(self.dsn)).terminate()
        except UNREACHABLE:
            return True
        return False

    async def _caught_up(self, started: Any, bare: bool) -> bool:
        """Views are folded, watermarks are younger than our start, and a journal that was lost is whole again."""
        if self._rebuild is not None and not self._rebuild.done:
            return False
        if bare and self._repair is not None and not self._repair.asked_all:
            return False
        fresh: Any = await self.pool.fetchval(
            "select count(*) from watermarks where service = any($1) and at > $2",
            list(self._listens),
            started,
        )
        return bool(fresh >= len(self._listens) * PARTITIONS)


def sql(*names: str) -> list[Path]:
    """The package's own migrations: `store`, `journal`."""
    return [SQL / name for name in names]
