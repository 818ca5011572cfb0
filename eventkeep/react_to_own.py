"""A service's reactions to its own events, read from its store: once each, as those to what others say."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from functools import partial
from typing import Any

from eventkeep import vector
from eventkeep.cloudevent import Told, decode
from eventkeep.edge.call import Caller
from eventkeep.pg import Pool
from eventkeep.react import ELSEWHERE, LATER, PACE, TROUBLE, HandleCommand, again_and_again, failed, send
from eventkeep.steps import step
from eventkeep.store import Store
from eventkeep.view import View

ReactToOwn = Callable[..., Sequence[Any] | Awaitable[Sequence[Any]]]
"""Also told how far the reference copy of the family has come. May look something up in the service's database."""
NoteOwn = Callable[[Sequence[Told]], Awaitable[None]]
"""Notes a page of own events before they are reacted to. May be told of an event again, and late."""

_AT_ONCE = 100
_REACHED = f"""
select position, exists (select from own_reactions_kept_back where after <= now()) as kept_back
  from own_reactions where not {ELSEWHERE}
"""
_KEEP_BACK = "insert into own_reactions_kept_back values ($1) on conflict do nothing"
_KEPT_BACK = "select position from own_reactions_kept_back where after <= now() order by position limit $1"
_LATER = "update own_reactions_kept_back set after = now() + interval '1 second' where position = $1"
_DONE = "delete from own_reactions_kept_back where position = $1"


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
        reached = await self._pool.fetchrow(_REACHED, self._view.name, self._view.version)
        if reached is None:
            return False
        if reached["kept_back"]:
            await self._again()
        found = await self._store.read_all(reached["position"])
        if not found:
            return False
        events = [decode(stored.value) for stored in found]
        await self._noted(events)
        codes = await self._sent(events)
        for stored, code in zip(found, codes, strict=False):
            if code and code not in LATER:
                await self._pool.execute(_KEEP_BACK, stored.position)
        if codes[-1] in LATER:
            return False
        step("reacted_to_own")
        await self._pool.execute(
            "update own_reactions set position = $1 where position < $1", found[-1].position
        )
        await asyncio.sleep(PACE)  # what comes meanwhile shares the next page
        return True

    async def _again(self) -> None:
        """Reacts to what was kept back since its family stood still, or what it leads to failed. Others went on: a reaction
        looks at how things stand by then, whatever came in between."""
        rows = await self._pool.fetch(_KEPT_BACK, _AT_ONCE)
        found = [each for row in rows for each in await self._store.read_all(row["position"] - 1, 1)]
        codes = await self._sent([decode(stored.value) for stored in found])
        for stored, code in zip(found, codes, strict=False):
            await self._pool.execute(_LATER if code else _DONE, stored.position)

    async def _sent(self, events: Sequence[Told]) -> list[str]:
        """Reacts to events as far as one that the others wait for. Of each why it must be tried again, or ""."""
        reached, codes = await self._reached([told.envelope.family for told in events]), list[str]()
        for told in events:
            react = partial(self._react, reached=reached.get(told.envelope.family, {}))
            codes.append(await send(react, self._handle, self._caller, told))
            if codes[-1] in LATER:
                break
        return codes

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
                failed(events[0].envelope, error)
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
