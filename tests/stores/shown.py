"""An overview's database with some families, and what a process of it does: keep, fold beside, switch, read."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from contracts.contacts.events import FamilyEvent
from contracts.ids import FamilyId
from eventkeep.anew import Anew
from eventkeep.changes import Changes
from eventkeep.cloudevent import encode
from eventkeep.journal import Journal
from eventkeep.keys import FileKeys
from eventkeep.pg import Pool, pool
from eventkeep.projection import StateMoved
from eventkeep.reading import Reading, Shown
from eventkeep.testing import said
from eventkeep.view import View
from services.overview.access import ACCESS
from services.overview.family_plan import FAMILY_PLAN
from services.words import VOCABULARIES
from tests.stores.databases import fresh
from tests.unit.family import FAMILY, numbered
from tests.views.around import CONTACTS

FAMILIES = [str(numbered(FamilyId, number)) for number in range(1, 13)]


def told(family: str, version: int, event: FamilyEvent | None = None) -> bytes:
    """What contacts told of a family as its n-th event."""
    given = said(event or CONTACTS[version - 1], "contacts", version)
    return encode(given.envelope, given.data).replace(str(FAMILY).encode(), family.encode())


@dataclass(frozen=True)
class Overview:
    """A database of overview."""

    dsn: str
    pool: Pool
    keys: FileKeys

    def journal(self, plan: View = FAMILY_PLAN) -> Journal:
        """A process, with the version of the plan that its code has."""
        return Journal(self.pool, [ACCESS, plan], VOCABULARIES, self.keys)

    def anew(self, view: View = FAMILY_PLAN, at_once: int = 4) -> Anew:
        """Somebody who folds a view anew."""
        return Anew(self.pool, view, VOCABULARIES, self.keys, at_once)

    async def keep(self, journal: Journal, families: Sequence[str], version: int) -> None:
        """The families' n-th event arrives."""
        values = [told(family, version) for family in families]
        for _ in range(3):  # each of both views may find that its state moved meanwhile
            with suppress(StateMoved):
                await journal.accept(values)
                return

    async def read(self, family: str, view: View = FAMILY_PLAN) -> Shown:
        """The family's row, as a process with this version of the view reads it."""
        return await Reading(self.pool, Changes(self.dsn), view).row(family)

    async def all(self, view: View = FAMILY_PLAN) -> list[Shown]:
        """Every family's row."""
        return [await self.read(family, view) for family in FAMILIES]

    async def count(self, query: str, *values: Any) -> int:
        """What a query counts."""
        return int(await self.pool.fetchval(query, *values))


@asynccontextmanager
async def overview(postgres: str, folder: Path) -> AsyncIterator[Overview]:
    """A database in which three events of each family were kept and folded by a process that enrolled."""
    async with fresh(postgres, "journal") as dsn:
        connections = await pool(dsn, 6)
        found = Overview(dsn, connections, FileKeys(folder, ttl=0))
        journal = found.journal()
        await journal.enrol()
        for version in (1, 2, 3):
            await found.keep(journal, FAMILIES, version)
        yield found
        await connections.close()


async def finish(anew: Anew) -> None:
    """Folds until nothing is due."""
    while await anew.some():
        pass
