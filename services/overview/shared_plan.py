"""Reading and watching the shared plan, in whichever way: the right is decided each time, and each reading is noted."""

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import aclosing
from dataclasses import dataclass
from datetime import datetime

from contracts.access import Kind
from eventkeep import vector
from eventkeep.canonical import hash_of
from eventkeep.changes import Changes
from eventkeep.edge.call import Caller
from eventkeep.opened import Opened
from eventkeep.reading import Reading, Shown
from eventkeep.refused import Refused
from eventkeep.token import Tokens
from services.overview.family_plan import FAMILY_PLAN
from services.overview.readings import Read, Readings
from services.overview.rights import Rights

_LOOKS = 1.0
"""Seconds until a watcher's right is decided anew where nothing is heard: a revocation counts within two."""


@dataclass(frozen=True, slots=True)
class SharedPlan:
    """A state of a family's plan, opened for somebody who may read it. `plan` is canonical JSON."""

    family: str
    state_no: int
    vector: str
    hash: bytes
    plan: bytes
    as_of: datetime
    waiting: int
    stale: bool
    token: str

    view_version = FAMILY_PLAN.version


@dataclass(frozen=True, slots=True)
class SharedPlans:
    """Serves shared plans. `wait` bounds in seconds how long a token is waited for."""

    plans: Reading
    rights: Rights
    readings: Readings
    changes: Changes
    opened: Opened
    tokens: Tokens
    wait: float

    async def read(
        self, caller: Caller, family: str, way: str, token: str = "", deadline: float | None = None
    ) -> SharedPlan:
        """The plan now, or once it covers the token. Raises Refused."""
        shown, purpose = await self.shown(caller, family, Kind.PLAN, token, deadline)
        return await self._given(shown, caller, purpose, way)

    async def shown(
        self, caller: Caller, family: str, kind: Kind, token: str = "", deadline: float | None = None
    ) -> tuple[Shown, str]:
        """The plan as it is stored, and the purpose that the caller reads this kind of data for. Raises Refused."""
        seen = self._seen(family, token)
        if seen:  # who may not read waits for nothing
            purpose = await self.rights.require(caller, family, seen, kind)
            return await self._at_least(family, seen, deadline), purpose
        purpose, shown = await asyncio.gather(
            self.rights.require(caller, family, kind=kind), self.plans.row(family)
        )
        return _there(shown), purpose

    async def watch(
        self,
        caller: Caller,
        family: str,
        way: str,
        token: str = "",
        after_state: int = 0,
        after_stale: bool = False,
        deadline: float | None = None,
    ) -> AsyncIterator[SharedPlan]:
        """The plan now and each new state above `after_state`; that one too, where it was stale when it was sent and isn't
        any more (`after_stale`), or the other way round. The right is decided anew each time, also without news;
        what isn't read any more ends it with a refusal."""
        seen = await self.require(caller, family, token, deadline)
        sent, stale = after_state, after_stale
        async with aclosing(self.looks(caller, family, seen=seen)) as looks:
            async for shown, purpose in looks:
                if shown.state_no > sent or (shown.parked is not None) != stale:
                    sent, stale = shown.state_no, shown.parked is not None
                    yield await self._given(shown, caller, purpose, way)

    async def looks(
        self, caller: Caller, family: str, kind: Kind = Kind.PLAN, seen: vector.Vector | None = None
    ) -> AsyncGenerator[tuple[Shown, str], None]:
        """The plan as it is stored and what this kind of data is read for: now, whenever the family may have moved, and
        each second. Nothing is noted: whoever gives something of it does. Raises Refused once the right is gone."""
        async with aclosing(self.changes.moves(family, _LOOKS)) as moves:
            async for _ in moves:
                purpose, shown = await asyncio.gather(
                    self.rights.require(caller, family, seen, kind), self.plans.row(family)
                )
                yield _there(shown), purpose

    async def require(
        self, caller: Caller, family: str, token: str = "", deadline: float | None = None
    ) -> vector.Vector:
        """What the token names, once the plan covers it and where the caller may read it. Raises Refused."""
        seen = self._seen(family, token)
        await self.rights.require(caller, family, seen)
        await self._at_least(family, seen, deadline)
        return seen

    def _seen(self, family: str, token: str) -> vector.Vector:
        if not token:
            return {}
        seen = self.tokens.read(token)
        if seen.stream_id != family:
            raise Refused(
                "token_of_another_family",
                "The token speaks of another family.",
                "",
                "Send a token that was given for this family, or none.",
            )
        return seen.vector

    async def _at_least(self, family: str, wanted: vector.Vector, deadline: float | None) -> Shown:
        end = asyncio.get_running_loop().time() + self.wait
        return _there(await self.plans.at_least(family, wanted, min(end, deadline or end)))

    async def _given(self, shown: Shown, caller: Caller, purpose: str, way: str) -> SharedPlan:
        plan, seen = await self.opened(shown.family, shown.document), vector.text(shown.vector)
        digest = hash_of(FAMILY_PLAN.version, plan)
        await self.readings.note(Read(shown.family, caller.text, purpose, way, shown.state_no, seen, digest))
        return SharedPlan(
            shown.family,
            shown.state_no,
            seen,
            digest,
            plan,
            shown.as_of,
            shown.waiting,
            shown.parked is not None,
            self.tokens.issue(shown.family, shown.vector),
        )


def _there(shown: Shown) -> Shown:
    """The row, where there is anything in it. Told only to who may read."""
    if not shown.state_no:
        raise Refused(
            "plan_not_yet_here",
            "Nothing of this family's plan has arrived yet.",
            "",
            "Try again in a moment.",
            danish="Der er endnu intet af familiens plan her.",
            danish_next="Prøv igen om lidt.",
        )
    return shown
