"""The families of one reader: found beside the access view, each read with its own right and each reading noted."""

import asyncio
import hashlib
from collections.abc import Mapping
from typing import Any

import orjson

from contracts.access import Kind
from eventkeep.canonical import canonical
from eventkeep.edge.call import Caller
from eventkeep.pg import UNREACHABLE, Pool
from eventkeep.refused import Refused
from services.overview import worklist
from services.overview.documents import Asked, Documents

_OF_READER = "select family from family_readers where reader = $1 order by family"


async def families_of(pool: Pool, reader: str) -> list[str]:
    """The families that somebody may be able to read: the right is decided on each read. Raises Refused."""
    try:
        rows = await pool.fetch(_OF_READER, reader, timeout=5.0)
    except UNREACHABLE:
        raise Refused(
            "store_unreachable", "The database does not answer.", "", "Try again in a moment."
        ) from None
    return [row["family"] for row in rows]


class MyFamilies:
    """Lists over all families that a reader may read. Whatever turns out not to be the reader's is left out."""

    def __init__(self, pool: Pool, documents: Documents) -> None:
        self._pool, self._documents = pool, documents

    async def read(self, caller: Caller, asked: Asked, way: str) -> tuple[bytes, bytes]:
        """The worklist, or the list of families: canonical JSON and its SHA-256. Raises Refused."""
        shares = await self._shares(caller, asked, way)
        made = worklist.merged(shares) if asked.kind is Kind.WORKLIST else {"families": shares}
        document = canonical(made)
        return document, hashlib.sha256(document).digest()

    async def _shares(self, caller: Caller, asked: Asked, way: str) -> list[Any]:
        families = await families_of(self._pool, caller.id)
        given = await asyncio.gather(*(self._share(caller, family, asked, way) for family in families))
        return [each for each in given if each is not None]

    async def _share(self, caller: Caller, family: str, asked: Asked, way: str) -> Mapping[str, Any] | None:
        try:
            given = await self._documents.read(caller, family, asked, way)
        except Refused as refused:
            if refused.code in ("plan_not_found", "plan_not_yet_here"):
                return None
            raise
        read: Mapping[str, Any] = orjson.loads(given.document)
        return read
