"""A view folded anew beside the one that is shown, while events go on: begun, gone on with after a crash, switched to.

Where the one that is shown has this code's version, the new rows carry the name `<view>.beside`; else they are this code's
own version, which so takes over also from a newer one.
"""

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from eventkeep import due, generations, vector
from eventkeep.chains import Hole
from eventkeep.codec import Vocabulary
from eventkeep.generations import BESIDE, KEPT, Of, State
from eventkeep.keys import Keys
from eventkeep.pg import Connection, Pool
from eventkeep.projection import Projection
from eventkeep.steps import step
from eventkeep.switch import Switched, switch
from eventkeep.view import View


@dataclass(frozen=True, slots=True)
class Progress:
    """How far it is: families that were to be folded when it was begun, and that are due now; seconds since this process
    began, and those that it will roughly take yet (None while nobody can tell)."""

    families: int
    due: int
    seconds: float
    seconds_left: float | None


class Anew:
    """One view of one database, folded anew. Several processes may work at it: each family is folded by one of them."""

    def __init__(
        self, pool: Pool, view: View, vocabularies: Mapping[str, Vocabulary], keys: Keys, at_once: int = 100
    ) -> None:
        self._pool, self._view, self._vocabularies, self._keys = pool, view, vocabularies, keys
        self._at_once = at_once
        self._due, self._begun = 0, time.monotonic()

    async def begin(self, from_kept: bool = False) -> int:
        """Begins, or goes on with what was begun; how many families there are to fold. `from_kept`: the rows that were kept
        are brought up to date, in place of new ones. Raises LookupError."""
        async with self._pool.acquire() as connection, connection.transaction():
            of = await self._target(connection, from_kept)
            count = await generations.begin(connection, self._view, of)
        self._projection = Projection(self._view, self._vocabularies, self._keys, of[0])
        self._due, self._begun = await due.left(self._pool, of), time.monotonic()
        return count

    async def join(self) -> None:
        """Helps with what somebody else has begun. Raises LookupError where nothing is."""
        now, version = await generations.known(self._pool), self._view.version
        mine = [(self._view.name + BESIDE, version), (self._view.name, version)]
        of = next((of for of in now.beside(self._view.name, State.BUILDING) if of in mine), None)
        if of is None:
            raise LookupError("nothing is being rebuilt")
        self._projection = Projection(self._view, self._vocabularies, self._keys, of[0])

    async def _target(self, connection: Connection, from_kept: bool) -> Of:
        """The generation to fold into."""
        now, version = await generations.known(connection), self._view.version
        shown = now.shown(self._view.name)
        if shown is None:
            raise LookupError("nothing is shown of this view yet")
        if shown.version != version:
            return self._view.name, version
        beside, kept = (self._view.name + BESIDE, version), (self._view.name + KEPT, version)
        if now.find(beside) is None:
            if from_kept:
                await generations.rename(connection, kept, beside[0])
            elif now.find(kept) is not None:
                raise LookupError("the rows that were shown before are still kept: drop them first")
        return beside

    async def some(self) -> int:
        """Folds some of what is due; how many notes of it were worked off. Raises StateMoved."""
        async with self._pool.acquire() as connection, connection.transaction():
            # On a machine that is busy a batch may take long, and nobody else waits for these rows.
            await connection.execute("set local idle_in_transaction_session_timeout = '60s'")
            done, _ = await due.work_off(connection, self._projection, self._at_once)
            step("folded_anew")
        return done

    async def progress(self) -> Progress:
        """How far it is."""
        now = await generations.known(self._pool)
        found = now.find(self._projection.of)
        left = await due.left(self._pool, self._projection.of)
        seconds = time.monotonic() - self._begun
        folded = self._due - left  # by all who fold
        ahead = seconds * left / folded if folded > 0 else None
        return Progress(found.families if found else 0, left, seconds, ahead)

    async def switch(self, force: bool = False) -> Switched:
        """Shows it, where it is ready and right. See `eventkeep.switch`."""
        return await switch(self._pool, self._projection, force)

    async def holes(self, families: Sequence[str]) -> list[Hole]:
        """Where the journal holds less of these families than is shown: to be fetched from the owners."""
        shown = (await generations.known(self._pool)).shown(self._view.name)
        if shown is None:
            return []
        rows = await self._pool.fetch(_STANDS, *shown.of, families)
        found: list[Hole] = []
        for row in rows:
            held = dict(zip(row["services"], row["versions"], strict=True))
            seen = vector.parse(row["vector"])
            found += [
                Hole(row["family"], service, held.get(service, 0))
                for service, version in seen.items()
                if held.get(service, 0) < version
            ]
        return found


_STANDS = """
select v.family, v.vector, array_remove(array_agg(h.service), null) as services,
       array_remove(array_agg(h.version), null) as versions
  from views v left join journal_heads h on h.family = v.family
 where v.view = $1 and v.view_version = $2 and v.family = any($3) group by 1, 2
"""
