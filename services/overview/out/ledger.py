"""Whom to tell of, and what each department was told last: kept in overview's database, written by whoever publishes."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from eventkeep.pg import Pool

_DUE = """
select family, moves from reactions where moves > reacted and after <= clock_timestamp() order by after limit $1
"""
_DONE = """
update reactions r set reacted = d.moves from unnest($1::text[], $2::bigint[]) d (family, moves)
 where r.family = d.family and r.reacted < d.moves
"""
_LATER = "update reactions set after = clock_timestamp() + make_interval(secs => $2) where family = any($1)"
_TOLD = """
select department, grants, state_no, vector, hash, open, owed, view_version, subjects from out_told where family = $1
"""
_BEGIN = """
insert into out_told (department, family, view_version, subjects, grants)
values ($1, $2, $3, $4, extract(epoch from clock_timestamp())::bigint)
on conflict (family, department)
do update set grants = greatest(out_told.grants + 1, excluded.grants), state_no = 0, vector = '', hash = '', open = true,
    owed = false, view_version = excluded.view_version, subjects = excluded.subjects
returning grants
"""
_ALSO_OF = "update out_told set subjects = $3 where family = $2 and department = $1"
_END = "update out_told set open = false, owed = true where family = $2 and department = $1"
_NOTE = """
update out_told t set state_no = n.state_no, vector = n.vector, hash = n.hash, open = n.open, owed = false,
    at = clock_timestamp()
  from unnest($1::text[], $2::text[], $3::bigint[], $4::bigint[], $5::text[], $6::bytea[], $7::boolean[])
       n (department, family, grants, state_no, vector, hash, open)
 where (t.department, t.family, t.grants) = (n.department, n.family, n.grants)
"""
# On a new day terms have begun and ended without an event; a new department was told of nobody.
_LOOK = """
with looked as (
    insert into out_looked (day, departments) values ($1, $2) on conflict (only_row)
    do update set day = excluded.day, departments = excluded.departments
     where (out_looked.day, out_looked.departments) is distinct from (excluded.day, excluded.departments) returning day),
families as (select family from family_readers union select family from out_told where open)
insert into reactions (family) select family from families, looked
on conflict (family) do update set moves = reactions.moves + 1
"""


@dataclass(frozen=True, slots=True)
class Due:
    """A family of which something moved: `moves` times in all."""

    family: str
    moves: int


@dataclass(frozen=True, slots=True)
class Told:
    """How far a department was told of a family, in which shape, and whose words in this grant. A grant that isn't `open`
    is over; that is still to be told where it is `owed`."""

    department: str
    grant: int
    state_no: int
    vector: str
    hash: bytes
    open: bool
    owed: bool
    view_version: int
    subjects: Collection[str]


@dataclass(frozen=True, slots=True)
class Line:
    """What a department is told now."""

    department: str
    family: str
    grant: int
    state_no: int
    vector: str
    hash: bytes
    open: bool


class Ledger:
    """The rows behind the topics of departments."""

    def __init__(self, pool: Pool) -> None:
        self._pool = pool

    async def due(self, most: int) -> list[Due]:
        """Families that moved since they were told of, those that wait longest first."""
        return [Due(row[0], row[1]) for row in await self._pool.fetch(_DUE, most)]

    async def told(self, family: str) -> dict[str, Told]:
        """What each department was told of a family last."""
        return {row[0]: Told(*row) for row in await self._pool.fetch(_TOLD, family)}

    async def begin(self, department: str, family: str, view_version: int, subjects: Collection[str]) -> int:
        """The number of a new grant, told in this shape, with words of these: written before anything of it is sent, so that
        no two share it. Of the time of day, so that it is larger also where this table was lost."""
        grant: int = await self._pool.fetchval(_BEGIN, department, family, view_version, sorted(subjects))
        return grant

    async def speak_of(self, department: str, family: str, subjects: Collection[str]) -> None:
        """Whose words are told in this grant by now: written before they are sent, since what was sent can't be unsaid."""
        await self._pool.execute(_ALSO_OF, department, family, sorted(subjects))

    async def end(self, department: str, family: str) -> None:
        """A grant is over: written before that is sent, so that nothing of it is sent any more, whatever happens."""
        await self._pool.execute(_END, department, family)

    async def note(self, lines: Sequence[Line]) -> None:
        """Keeps what was sent."""
        columns = [
            [getattr(line, name) for line in lines]
            for name in ("department", "family", "grant", "state_no", "vector", "hash", "open")
        ]
        await self._pool.execute(_NOTE, *columns)

    async def done(self, due: Sequence[Due]) -> None:
        """These were told of."""
        if due:
            await self._pool.execute(_DONE, [each.family for each in due], [each.moves for each in due])

    async def later(self, due: Sequence[Due], seconds: float) -> None:
        """These are looked at again after so long."""
        if due:
            await self._pool.execute(_LATER, [each.family for each in due], seconds)

    async def look(self, day: date, departments: Sequence[str]) -> None:
        """Where the day or the departments are others than before, every family is looked at once."""
        await self._pool.execute(_LOOK, day, sorted(departments))
