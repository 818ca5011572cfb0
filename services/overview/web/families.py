"""The families that somebody is attached to, by name. Naming them is a reading too, though of no state of a plan. X-04."""

import asyncio
from contextlib import suppress
from dataclasses import dataclass

import orjson

from contracts.access import Kind
from eventkeep.edge.call import Caller
from eventkeep.pg import Pool
from eventkeep.refused import Refused
from eventkeep.sealing import open_json
from services.overview.my_families import families_of
from services.overview.readings import Read
from services.overview.shared_plan import SharedPlans
from services.overview.web.language import Language
from services.overview.web.people import family_name, family_of, members_line
from services.overview.web.plan_page import Freshness, freshness
from services.overview.web.shelf import PLAN, SHARED, Shelved

_NAMED = ("members", "former_members", "attached", "formerly_attached", "emergency_access")


@dataclass(frozen=True, slots=True)
class Family:
    """A family in the reader's list."""

    id: str
    name: str
    members: str
    fresh: Freshness
    """How fresh what is known of it here is."""
    page: Shelved = PLAN
    """What the reader is led to."""

    @property
    def of_reader(self) -> bool:
        """Whether the plan itself is the reader's."""
        return self.page is PLAN


class Families:
    """Names the families of a reader; who may read each is decided as for its plan."""

    def __init__(self, pool: Pool, plans: SharedPlans) -> None:
        self._pool, self._plans = pool, plans

    async def of(self, caller: Caller, say: Language) -> list[Family]:
        """By name. Raises Refused."""
        families = await families_of(self._pool, caller.id)
        found = await asyncio.gather(*(self._named(caller, family, say) for family in families))
        return sorted((each for each in found if each), key=lambda each: each.name)

    async def _named(self, caller: Caller, family: str, say: Language) -> Family | None:
        right = await self._right(caller, family)
        if right is None:
            return None
        kind, purpose = right
        shown = await self._plans.plans.row(family)
        if not shown.state_no:
            return None
        named = {name: part for name, part in orjson.loads(shown.document).items() if name in _NAMED}
        document = orjson.loads(await open_json(self._plans.opened.keys, orjson.dumps(named)))
        fresh = freshness(shown.as_of, shown.waiting, shown.parked is not None, say.now)
        await self._plans.readings.note(Read(family, caller.text, purpose, "list", 0, "", b"", kind))
        if kind is Kind.SHARED_SUMMARY:  # first names, and no word of the family's own (INV-66)
            first = family_of([each["name"] for each in document["members"]], say)
            sections = await self._plans.rights.shared_with(caller, family)
            what = say.listed(say(f"shared-{each}").lower() for each in sections)
            return Family(family, first, say("shared-what", what=what), fresh, SHARED)
        return Family(family, family_name(document, say), members_line(document, say), fresh)

    async def _right(self, caller: Caller, family: str) -> tuple[Kind, str] | None:
        """What the reader may know of it, and for what purpose: how it stands, or what it shares."""
        for kind in (Kind.SUMMARY, Kind.SHARED_SUMMARY):
            with suppress(Refused):
                return kind, await self._plans.rights.require(caller, family, kind=kind)
        return None
