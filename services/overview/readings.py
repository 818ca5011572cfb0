"""Who has read which state of a family's plan: facts of their own, which no rebuild touches. INV-39, X-04."""

from collections.abc import Sequence
from dataclasses import astuple, dataclass

from eventkeep.pg import UNREACHABLE, Pool
from eventkeep.refused import Refused
from eventkeep.together import Together

_NOTE = """
insert into readings (family, reader, purpose, way, state_no, vector, hash, document)
select * from unnest(
    $1::text[], $2::text[], $3::text[], $4::text[], $5::bigint[], $6::text[], $7::bytea[], $8::text[])
"""


@dataclass(frozen=True, slots=True)
class Read:
    """A reader is shown a state of a family's plan, or of a document beside it, for a purpose, in a way such as `grpc`."""

    family: str
    reader: str
    purpose: str
    way: str
    state_no: int
    vector: str
    hash: bytes
    document: str = "plan"


class Readings:
    """Notes readings. Those that come together are written together."""

    def __init__(self, pool: Pool) -> None:
        self._pool = pool
        self._noted = Together(self._note)

    async def note(self, read: Read) -> None:
        """Returns once it is stored: the answer leaves after that, and not otherwise. Raises Refused."""
        try:
            await self._noted(read)
        except UNREACHABLE:
            raise Refused(
                "store_unreachable", "The database does not answer.", "", "Try again in a moment."
            ) from None

    async def _note(self, reads: Sequence[Read]) -> Sequence[None]:
        await self._pool.execute(_NOTE, *map(list, zip(*map(astuple, reads), strict=True)), timeout=5.0)
        return [None] * len(reads)
