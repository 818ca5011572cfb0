"""The families that somebody is attached to, by name. Naming them is a reading too, though of no state of a plan. X-04."""

import asyncio
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
from services.overview.web.people import family_name, members_line

_NAMED = ("members", "former_members", "attached", "formerly_attached")


@dataclass(frozen=True, slots=True)
class Family:
    """A family in the reader's list."""

    id: str
    name: str
    members: str


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
        try:
            purpose = await self._plans.rights.require(caller, family, kind=Kind.SUMMARY)
        except Refused:
            return None
        shown = await self._plans.plans.row(family)
        if not shown.state_no:
            return None
        named = {name: part for name, part in orjson.loads(shown.document).items() if name in _NAMED}
        document = orjson.loads(await open_json(self._plans.opened.keys, orjson.dumps(named)))
        await self._plans.readings.note(Read(family, caller.text, purpose, "list", 0, "", b"", Kind.SUMMARY))
        return Family(family, family_name(document, say), members_line(document, say))
