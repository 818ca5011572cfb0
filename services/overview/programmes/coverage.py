"""Who has read a guide, and which coordinators have not; what is counted over a programme's families. A34, T16, T19."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

import orjson

from eventkeep.keys import Keys
from eventkeep.pg import Pool, reached
from eventkeep.sealing import open_all
from services.overview.family_plan import FAMILY_PLAN
from services.overview.programmes.document import Document, InFamilies, Lacking, OfGuide

NAMED = 50
"""So many coordinators are named; the counts speak of all."""

_READ_ON_PAGES = """
select distinct on (professional) professional, department from guide_readings where guide = $1 and version >= $2
 order by professional, version desc
"""
_LACKING = """
select coordinator, count(*)::integer as families, min(family) as one,
       count(*) over () as coordinators, coordinator = any($1) as has_read
  from family_coordinators group by coordinator order by 5, 2 desc, 1
"""
_PLANS = "select family, document from views where view = $1 and view_version = $2 and family = any($3)"
_IN_FAMILIES = "select families, pilot_cases from reading.programmes where programme = $1"
_JOINT = "select year, meetings from reading.joint_meetings where programme = $1"
_NOTE = """
insert into guide_readings (guide, version, professional, department) values ($1, $2, $3, $4) on conflict do nothing
"""
_NOTED = "select coalesce(max(version), 0) from guide_readings where guide = $1 and professional = $2"


class Coverage:
    """Looks in overview's own database. Raises Refused."""

    def __init__(self, pool: Pool, keys: Keys) -> None:
        self._pool, self._keys = pool, keys

    async def note_read(self, guide: str, version: int, professional: str, department: str | None) -> None:
        """Somebody says on a page to have read a version; again is the same. A34."""
        await reached(self._pool.execute(_NOTE, guide, version, professional, department, timeout=5.0))

    async def read_by(self, guide: str, professional: str) -> int:
        """The newest version of a guide that somebody said to have read on a page."""
        return int(await reached(self._pool.fetchval(_NOTED, guide, professional, timeout=5.0)))

    async def of_guides(self, guides: Sequence[Document]) -> dict[str, OfGuide]:
        """Of each guide, who has read its newest version: by a command, or on a page."""
        return {each["guide"]: await self._of_guide(each) for each in guides}

    async def in_families(self, code: str) -> InFamilies:
        """The families of a programme, how many of them are pilot cases, and its joint meetings by year. T16, T19."""
        [families, pilots] = await reached(self._pool.fetchrow(_IN_FAMILIES, code, timeout=5.0)) or (0, 0)
        joint = await reached(self._pool.fetch(_JOINT, code, timeout=5.0))
        return InFamilies(families, pilots, {row["year"]: row["meetings"] for row in joint})

    async def _of_guide(self, guide: Document) -> OfGuide:
        rows = await reached(self._pool.fetch(_READ_ON_PAGES, guide["guide"], guide["version"], timeout=5.0))
        read = {**{row["professional"]: row["department"] for row in rows}, **guide["read_by"]}
        found = await reached(self._pool.fetch(_LACKING, sorted(read), timeout=5.0))
        lacking = [row for row in found if not row["has_read"]]
        names = await self._names({row["one"]: row["coordinator"] for row in lacking[:NAMED]})
        return OfGuide(
            len(read),
            len(found),
            len(lacking),
            tuple(Lacking(names.get(row["coordinator"], ""), row["families"]) for row in lacking[:NAMED]),
            Counter(department for department in read.values() if department),
        )

    async def _names(self, of_family: Mapping[str, str]) -> dict[str, str]:
        """What coordinators are called, by one of their families' plans: nothing else of these is opened."""
        rows = await reached(
            self._pool.fetch(_PLANS, FAMILY_PLAN.name, FAMILY_PLAN.version, list(of_family), timeout=5.0)
        )
        sealed = [_called(orjson.loads(row["document"]), of_family[row["family"]]) for row in rows]
        opened: list[dict[str, str]] = await open_all(self._keys, sealed)
        return {who: name for each in opened for who, name in each.items()}


def _called(plan: Any, professional: str) -> dict[str, str]:
    """A professional's name as a plan has it, sealed."""
    return {
        each["professional"]: each["name"]
        for each in plan["attached"]
        if each["professional"] == professional
    }
