"""Reading a group course: decided by who leads it and takes part in it now, and noted as every reading. P38, X-01, X-04."""

import asyncio
import hashlib
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import orjson

from contracts.access import Kind, Reader, purpose_to_read
from eventkeep import vector
from eventkeep.canonical import canonical
from eventkeep.edge.call import Caller
from eventkeep.pg import Pool, answering
from eventkeep.reading import Reading, Shown
from eventkeep.refused import Refused
from services.overview.groups.document import document, relations, summary
from services.overview.groups.view import GROUPS
from services.overview.leavers import Left
from services.overview.readings import Read
from services.overview.rights import sure
from services.overview.shared_plan import SharedPlans

# A group is looked for among all: a municipality has some hundreds, and nobody looks often.
_OF_READER = """
select v.family from views v where v.view = $1 and v.view_version = $2 and v.state_no > 0
   and convert_from(v.document, 'UTF8')::jsonb -> $3 ? $4 order by v.family
"""
_FIELDS = {Reader.PROFESSIONAL: "leads", Reader.PERSON: "takes_part"}


@dataclass(frozen=True, slots=True)
class GivenGroup:
    """A group as somebody was given it. `document` is canonical JSON, `hash` its SHA-256."""

    group: str
    state_no: int
    vector: str
    hash: bytes
    document: bytes
    as_of: datetime
    stale: bool
    token: str


@dataclass(frozen=True, slots=True)
class Groups:
    """Serves group courses. Waiting for a token and the noting of readings are those of the shared plan."""

    pool: Pool
    groups: Reading
    plans: SharedPlans
    left: Left

    async def read(
        self, caller: Caller, group: str, way: str, token: str = "", deadline: float | None = None
    ) -> GivenGroup:
        """The group now, or once it covers the token. Raises Refused `group_not_found`, the same for what isn't there
        and what isn't the caller's."""
        shown, purpose = await self._shown(caller, group, token, deadline)
        row = orjson.loads(await self.plans.opened(shown.family, shown.document))
        made = canonical(document(row, caller.kind, caller.id))
        state, digest = vector.text(shown.vector), hashlib.sha256(made).digest()
        read = Read(shown.family, caller.text, purpose, way, shown.state_no, state, digest, Kind.GROUP)
        await self.plans.readings.note(read)
        return GivenGroup(
            group,
            shown.state_no,
            state,
            digest,
            made,
            shown.as_of,
            shown.parked is not None,
            self.plans.tokens.issue(group, shown.vector),
        )

    async def of(self, caller: Caller, way: str) -> tuple[bytes, bytes]:
        """The groups that somebody leads or takes part in: canonical JSON and its SHA-256. Raises Refused."""
        found = await asyncio.gather(
            *(self._listed(caller, group, way) for group in await self._named(caller))
        )
        made = canonical({"groups": [each for each in found if each is not None]})
        return made, hashlib.sha256(made).digest()

    async def _shown(
        self, caller: Caller, group: str, token: str, deadline: float | None
    ) -> tuple[Shown, str]:
        """The row as it is stored, once it covers the token, and what for the caller reads it. A yes counts while
        meetings' watermark is fresh."""
        key = f"{GROUPS.kind}/{group}"
        shown = await self.groups.row(key)
        wanted = self._seen(group, token)
        if wanted and not vector.covers(shown.vector, vector.only(wanted, GROUPS.services)):
            end = asyncio.get_running_loop().time() + self.plans.wait
            shown = await self.groups.at_least(key, wanted, min(end, deadline or end))
        return shown, _purpose(shown, caller, await self.left(caller))

    def _seen(self, group: str, token: str) -> vector.Vector:
        if not token:
            return {}
        seen = self.plans.tokens.read(token)
        if seen.stream_id != group:
            raise Refused(
                "token_of_another_family",
                "The token speaks of another group.",
                "",
                "Send a token that was given for this group, or none.",
                danish="Kvitteringen handler om et andet holdforløb.",
                danish_next="Send en kvittering, der er givet for dette holdforløb, eller ingen.",
            )
        return seen.vector

    async def _named(self, caller: Caller) -> list[str]:
        held = _FIELDS.get(Reader(caller.kind))
        if held is None:
            return []
        with answering():
            rows = await self.pool.fetch(
                _OF_READER, GROUPS.name, GROUPS.version, held, caller.id, timeout=5.0
            )
        return [row["family"].partition("/")[2] for row in rows]

    async def _listed(self, caller: Caller, group: str, way: str) -> dict[str, Any] | None:
        try:
            given = await self.read(caller, group, way)
        except Refused as refused:
            if refused.code == "group_not_found":
                return None
            raise
        return summary(orjson.loads(given.document))


def _purpose(shown: Shown, caller: Caller, left: bool) -> str:
    row = orjson.loads(shown.document) if sure(shown) and not left else None
    purpose = purpose_to_read(caller.kind, relations(row, caller.kind, caller.id), Kind.GROUP)
    if purpose is None:
        raise Refused(
            "group_not_found",
            "There is no such group course for you.",
            "P38",
            "Ask whoever leads the group.",
            danish="Der er ikke et sådant holdforløb til dig.",
            danish_next="Spørg dem, der leder holdet.",
        )
    return purpose
