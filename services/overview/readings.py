"""Who has read what of a family, and who said to know it: facts of their own, which no rebuild touches. INV-39, X-04."""

from collections.abc import Sequence
from dataclasses import astuple, dataclass
from datetime import date, datetime

from eventkeep import vector
from eventkeep.pg import Pool, reached
from eventkeep.refused import Refused
from eventkeep.together import Together
from eventkeep.vector import Vector

_NOTE = """
insert into readings (family, reader, purpose, way, state_no, vector, hash, document)
select * from unnest(
    $1::text[], $2::text[], $3::text[], $4::text[], $5::bigint[], $6::text[], $7::bytea[], $8::text[])
"""
# The plan, or what is new in it: whoever was given one of them has seen that state.
_SEEN = """
select distinct on (reader) reader, vector, at from readings
 where family = $1 and state_no > 0 and document in ('plan', 'news') order by reader, id desc
"""
_ACKNOWLEDGED = """
select distinct on (reader) reader, vector, at from acknowledgements where family = $1 order by reader, at desc
"""
_ACKNOWLEDGE = """
with seen as (
    select vector from readings where family = $1 and reader = $2 and state_no = $3
       and document in ('plan', 'news') order by id desc limit 1),
noted as (
    insert into acknowledgements (family, reader, vector) select $1, $2, vector from seen on conflict do nothing)
select vector from seen
"""
_LOG = """
select reader, purpose, document, (at at time zone 'Europe/Copenhagen')::date as day,
       min(at) as first, max(at) as last, count(*)::int as times
  from readings where family = $1 group by 1, 2, 3, 4 order by last desc, reader, document limit $2
"""
_LOGGED = 1_000


@dataclass(frozen=True, slots=True, eq=False)
class Read:
    """A reader is shown a state of a family's plan, or of a document beside it, for a purpose, in a way such as `grpc`.

    Each is one of its own: the same read twice at once is noted twice.
    """

    family: str
    reader: str
    purpose: str
    way: str
    state_no: int
    vector: str
    hash: bytes
    document: str = "plan"


@dataclass(frozen=True, slots=True)
class Seen:
    """Which state somebody saw, or acknowledged, last; and when. `reader` is "professional:<id>" or "person:<id>"."""

    reader: str
    vector: Vector
    at: datetime


@dataclass(frozen=True, slots=True)
class Logged:
    """What somebody read on one day, in Europe/Copenhagen, for one purpose."""

    reader: str
    purpose: str
    document: str
    day: date
    first: datetime
    last: datetime
    times: int


class Readings:
    """Notes readings, those that come together at once; and says who has seen what. Raises Refused."""

    def __init__(self, pool: Pool) -> None:
        self._pool = pool
        self._noted = Together(self._note)

    async def note(self, read: Read) -> None:
        """Returns once it is stored: the answer leaves after that, and not otherwise."""
        await reached(self._noted(read))

    async def seen(self, family: str) -> dict[str, Seen]:
        """The last state of the plan that each reader was given."""
        rows = await reached(self._pool.fetch(_SEEN, family, timeout=5.0))
        return {reader: Seen(reader, vector.parse(text), at) for reader, text, at in rows}

    async def acknowledged(self, family: str) -> dict[str, Seen]:
        """The last state of the plan that each reader said to know."""
        rows = await reached(self._pool.fetch(_ACKNOWLEDGED, family, timeout=5.0))
        return {reader: Seen(reader, vector.parse(text), at) for reader, text, at in rows}

    async def acknowledge(self, family: str, reader: str, state_no: int) -> str:
        """Notes that a reader knows a state, once; returns its vector. Refuses what the reader was never shown."""
        found = await reached(self._pool.fetchval(_ACKNOWLEDGE, family, reader, state_no, timeout=5.0))
        return shown_before(found)

    async def log(self, family: str) -> list[Logged]:
        """Who read what of the family, by day, the newest first: the last thousand of such days."""
        return [Logged(*row) for row in await reached(self._pool.fetch(_LOG, family, _LOGGED, timeout=5.0))]

    async def _note(self, reads: Sequence[Read]) -> Sequence[None]:
        await self._pool.execute(_NOTE, *map(list, zip(*map(astuple, reads), strict=True)), timeout=5.0)
        return [None] * len(reads)


def shown_before(state: str | None) -> str:
    """The vector of a state that a reader was shown. Raises Refused where there was none."""
    if state is None:
        raise Refused(
            "state_not_seen",
            "You were not shown this state of the plan.",
            "INV-39",
            "Read the plan, and acknowledge the state that you are given.",
            danish="Du har ikke fået vist denne udgave af planen.",
            danish_next="Læs planen, og kvittér for den udgave, du får vist.",
        )
    return state
