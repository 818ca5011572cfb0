"""Meetings without its edge, on a store of its own: commands are given, and what follows is begun, stopped, waited for."""

import asyncio
import uuid
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Any

from contracts.ids import FamilyId, GroupId
from contracts.shapes import Actor
from eventkeep import vector
from eventkeep.cloudevent import decode
from eventkeep.edge.call import Call, Caller
from eventkeep.handle import Decider, Facts, Handle
from eventkeep.keys import FileKeys
from eventkeep.migrate import SQL, migrate
from eventkeep.pg import Pool, pool
from eventkeep.postgres_store import PostgresStore
from eventkeep.react_to_own import OwnReactions
from eventkeep.store import read_stream
from eventkeep.token import Tokens
from services.meetings import domain, group
from services.meetings.groups import Groups
from services.meetings.known_contacts import ContactsFacts
from services.meetings.own_events import OwnEvents, by_stream
from services.meetings.reference import REFERENCE, Known
from services.words import VOCABULARIES
from tests.stores.databases import connected, until

WORDS = VOCABULARIES["meetings"]
ME = Caller("service", "meetings", None, 0.0)
TOKENS = Tokens(b"a secret of at least 32 bytes.....")


@dataclass
class Meetings:
    """Meetings on a store. `families` is what contacts says of each."""

    dsn: str
    pool: Pool
    store: PostgresStore
    keys: FileKeys
    families: dict[FamilyId, ContactsFacts]
    handles: dict[str, Handle] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.groups = Groups(self.store, WORDS, self.keys, self._facts)
        self.handles["family"] = self._handle(
            Decider(domain.State, domain.decide, domain.evolve), self.groups
        )
        self.handles["group"] = self._handle(Decider(group.State, group.decide, group.evolve))

    async def _facts(self, command: Any, wanted: vector.Vector, deadline: float | None) -> Facts:
        return Facts(Known(self.families[command.family]), {"contacts": 1})

    def _handle(self, decider: Decider, facts: Any = None) -> Handle:
        return Handle("meetings", decider, WORDS, self.store, self.keys, TOKENS, facts)

    async def give(self, command: Any) -> None:
        """Gives a command, under a new id."""
        by: Actor = command.by
        call = Call(
            "", Caller(by.kind.value, by.id, None, 0.0), datetime.now(UTC), command_id=str(uuid.uuid4())
        )
        await self.handles[command.stream](command, call)

    def says(self, family: FamilyId, **said: Any) -> None:
        """Contacts says something else of a family from now on."""
        self.families[family] = replace(self.families[family], **said)

    @asynccontextmanager
    async def reacting(self, replicas: int = 1) -> AsyncIterator[None]:
        """So many replicas react, until every event was reacted to; then they stop."""
        own = OwnEvents(WORDS, self.keys, self.groups.state)
        either = by_stream(**self.handles)
        running = [
            asyncio.ensure_future(
                OwnReactions(self.pool, self.store, REFERENCE, own, either, ME, poll=0.02).run()
            )
            for _ in range(replicas)
        ]
        try:
            yield
            await until(self._settled)
        finally:
            for each in running:
                each.cancel()
            await asyncio.gather(*running, return_exceptions=True)

    async def _settled(self) -> Any:
        return await self.pool.fetchval(
            "select coalesce((select max(position) from events), 0) = (select position from own_reactions)"
        )

    async def forgets(self) -> None:
        """As after a crash: what was done was not noted as done."""
        await self.pool.execute("update own_reactions set position = 0")

    async def told(self, stream: str) -> list[str]:
        """The events of a stream, by the names of their classes."""
        return [
            type(WORDS.read(decode(each.value))).__name__ async for each in read_stream(self.store, stream)
        ]

    async def course(self, named: GroupId) -> group.State:
        """A group as it stands."""
        return await self.groups.state(named)


@asynccontextmanager
async def meetings_alone(
    dsn: str, keys: FileKeys, families: dict[FamilyId, ContactsFacts]
) -> AsyncIterator[Meetings]:
    """Meetings, nothing of it running."""
    async with connected(dsn) as connection:
        await migrate(connection, SQL / "journal")
    connections = await pool(dsn, 6)
    store = PostgresStore(connections, dsn)
    yield Meetings(dsn, connections, store, keys, families)
    store.close()
    connections.terminate()
