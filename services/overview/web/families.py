"""The families that somebody is attached to, by name. Naming them is a reading too, though of no state of a plan. X-04."""

import asyncio
from dataclasses import dataclass

import orjson

from eventkeep.edge.call import Caller
from eventkeep.pg import UNREACHABLE, Pool
from eventkeep.refused import Refused
from eventkeep.sealing import open_json
from services.overview.access import ACCESS
from services.overview.readings import Read
from services.overview.shared_plan import SharedPlans
from services.overview.web.language import Language
from services.overview.web.people import family_name, members_line

_QUERY = """
select family from views where view = $1 and view_version = $2 and position(convert_to($3, 'UTF8') in document) > 0
"""
_NAMED = ("members", "former_members", "attached", "formerly_attached")


@dataclass(frozen=True, slots=True)
class Family:
    """A family in the reader's list."""

    id: str
    name: str
    members: str


class Families:
    """Finds the families of a reader. It looks through what is known of everybody's access, so it takes longer the
    more families there are; who may read each is decided as for its plan."""

    def __init__(self, pool: Pool, plans: SharedPlans) -> None:
        self._pool, self._plans = pool, plans

    async def of(self, caller: Caller, say: Language) -> list[Family]:
        """By name. Raises Refused."""
        try:
            rows = await self._pool.fetch(_QUERY, ACCESS.name, ACCESS.version, caller.id, timeout=5.0)
        except UNREACHABLE:
            raise Refused(
                "store_unreachable", "The database does not answer.", "", "Try again in a moment."
            ) from None
        found = await asyncio.gather(*(self._named(caller, row["family"], say) for row in rows))
        return sorted((each for each in found if each), key=lambda each: each.name)

    async def _named(self, caller: Caller, family: str, say: Language) -> Family | None:
        try:
            purpose = await self._plans.rights.require(caller, family)
        except Refused:
            return None
        shown = await self._plans.plans.row(family)
        if not shown.state_no:
            return None
        named = {name: part for name, part in orjson.loads(shown.document).items() if name in _NAMED}
        document = orjson.loads(await open_json(self._plans.keys, orjson.dumps(named)))
        await self._plans.readings.note(Read(family, caller.text, purpose, "list", 0, "", b""))
        return Family(family, family_name(document, say), members_line(document, say))
