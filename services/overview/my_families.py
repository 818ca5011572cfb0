"""The families of one reader: found beside the access view, each read with its own right and each reading noted."""

import asyncio
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import orjson

from contracts.access import Kind, Reader
from eventkeep.canonical import canonical
from eventkeep.edge.call import Caller
from eventkeep.pg import Pool, answering
from eventkeep.refused import Refused
from services.overview import worklist
from services.overview.documents import Asked, Documents, Given

_NOT_THERE = ("plan_not_found", "plan_not_yet_here")
_OF_READER = "select family from family_readers where reader = $1 order by family"


async def families_of(pool: Pool, reader: str) -> list[str]:
    """The families that somebody may be able to read: the right is decided on each read. Raises Refused."""
    with answering():
        rows = await pool.fetch(_OF_READER, reader, timeout=5.0)
    return [row["family"] for row in rows]


@dataclass(frozen=True, slots=True)
class Listed:
    """A list as somebody was given it: canonical JSON, its SHA-256, and what was read of each family for it."""

    document: bytes
    hash: bytes
    given: Sequence[Given]


class MyFamilies:
    """Lists over all families that a reader may read. Whatever turns out not to be the reader's is left out."""

    def __init__(self, pool: Pool, documents: Documents) -> None:
        self._pool, self._documents = pool, documents

    async def read(
        self, caller: Caller, asked: Asked, way: str, token: str = "", deadline: float | None = None
    ) -> Listed:
        """The worklist, or the list of families: canonical JSON and its SHA-256. What a token names is waited for.
        Raises Refused.

        Beside one's own families stand those that share something with one: not how they are, but what they share.
        """
        if token:
            await self._arrived(caller, asked.kind, token, deadline)
        families = await families_of(self._pool, caller.id)
        own = await self._shares(caller, families, asked, way)
        shared: list[Given] = []
        if asked.kind is Kind.WORKLIST:
            made = worklist.merged(_read(own))
        else:
            others = [each for each in families if each not in {one.family for one in own}]
            shared = await self._shared(caller, others, asked, way)
            made = {"families": _read(own), "shared": _read(shared)}
        document = canonical(made)
        return Listed(document, hashlib.sha256(document).digest(), [*own, *shared])

    async def _arrived(self, caller: Caller, kind: Kind, token: str, deadline: float | None) -> None:
        """Whose families they are comes first: only one that the reader has by then is waited for further."""
        plans = self._documents.plans
        seen = plans.tokens.read(token)
        await plans.rights.arrived(seen.stream_id, seen.vector, deadline)
        for each in (kind, Kind.SHARED_SUMMARY) if kind is Kind.SUMMARY else (kind,):
            try:
                await plans.shown(caller, seen.stream_id, each, token, deadline)
                return
            except Refused as refused:
                if refused.code not in _NOT_THERE:
                    raise

    async def _shared(self, caller: Caller, families: list[str], asked: Asked, way: str) -> list[Given]:
        """INV-66: only persons stand by a family."""
        if caller.kind != Reader.PERSON:
            return []
        return await self._shares(caller, families, replace(asked, kind=Kind.SHARED_SUMMARY), way)

    async def _shares(self, caller: Caller, families: list[str], asked: Asked, way: str) -> list[Given]:
        given = await asyncio.gather(*(self._share(caller, family, asked, way) for family in families))
        return [each for each in given if each is not None]

    async def _share(self, caller: Caller, family: str, asked: Asked, way: str) -> Given | None:
        try:
            return await self._documents.read(caller, family, asked, way)
        except Refused as refused:
            if refused.code in _NOT_THERE:
                return None
            raise


def _read(given: Sequence[Given]) -> list[Any]:
    return [orjson.loads(each.document) for each in given]
