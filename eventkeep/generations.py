"""Generations of a view: the rows that are shown, those folded beside them, and those kept from before.

Each is a set of rows in `views` with a name and a version. One of a view's generations is shown, by every process.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from eventkeep.pg import Connection, Pool
from eventkeep.streams import OF_KIND
from eventkeep.view import View

BESIDE, KEPT = ".beside", ".kept"
Of = tuple[str, int]
"""A generation's name and version."""


class State(StrEnum):
    """What a generation is for."""

    BUILDING = "building"
    SHOWN = "shown"
    KEPT = "kept"
    """It was shown before: nothing is folded into it any more."""


@dataclass(frozen=True, slots=True)
class Generation:
    """A set of rows, and why it is paused, where it is. `families` were to be folded when it was begun."""

    view: str
    version: int
    state: State
    paused: str | None = None
    families: int = 0

    @property
    def of(self) -> Of:
        """Its name and version."""
        return self.view, self.version


@dataclass(frozen=True, slots=True)
class Generations:
    """All generations of one database, at one moment."""

    known: Sequence[Generation]

    def find(self, of: Of) -> Generation | None:
        """The generation with this name and version."""
        return next((each for each in self.known if each.of == of), None)

    def shown(self, view: str) -> Generation | None:
        """The generation of a view that is shown."""
        return next((g for g in self.known if g.view == view and g.state is State.SHOWN), None)

    def beside(self, view: str, state: State) -> list[Of]:
        """A view's generations in a state, whatever their rows are named: those that are kept, or not finished."""
        names = (view, view + BESIDE, view + KEPT)
        return [g.of for g in self.known if g.view in names and g.state is state]

    def folds(self, of: Of) -> bool:
        """Whether what arrives is folded into it at once: it is shown and not paused, or nobody knows of it yet."""
        found = self.find(of)
        return found is None or (found.state is State.SHOWN and found.paused is None)

    def catches_up(self, of: Of) -> bool:
        """Whether what is due is folded into it."""
        found = self.find(of)
        return found is not None and found.state is not State.KEPT and found.paused is None

    def due(self, folded: Iterable[Of]) -> list[Of]:
        """The generations that have to look at what arrived, beside those that it was folded into."""
        done = set(folded)
        return [g.of for g in self.known if g.state is not State.KEPT and g.of not in done]


async def known(connection: Connection | Pool) -> Generations:
    """The generations that there are."""
    rows = await connection.fetch("select view, view_version, state, paused, families from generations")
    return Generations([Generation(row[0], row[1], State(row[2]), row[3], row[4]) for row in rows])


async def enrol(pool: Pool, view: View, code: str) -> None:
    """Makes a view's own version known when a process starts, and notes what it lacks: every family of a version that is
    new. A version that is older than the one shown is left alone: it takes over only when it is told to."""
    async with pool.acquire() as connection, connection.transaction():
        mine = (view.name, view.version)
        now = await known(connection)
        shown, found = now.shown(view.name), now.find(mine)
        if shown is None or (shown.version < view.version and (found is None or found.state is State.KEPT)):
            await begin(connection, view, mine, State.SHOWN if shown is None else State.BUILDING)
        elif shown.of == mine:
            await note_lacking(connection, view, mine, mine)
        await connection.execute(_PARKED, *mine, code)


async def begin(connection: Connection, view: View, of: Of, state: State = State.BUILDING) -> int:
    """Begins a generation, or goes on with it, and notes what it has to fold; returns how many families that is.

    Nobody keeps an event meanwhile, so that none falls between what is noted now and what is noted as it arrives.
    """
    await connection.execute("lock table journal_heads in exclusive mode")
    now = await known(connection)
    shown, found = now.shown(view.name), now.find(of)
    if found is not None and found.state is not State.KEPT:
        return found.families
    await connection.execute(
        "insert into generations (view, view_version, state) values ($1, $2, $3) "
        "on conflict (view, view_version) do update set state = excluded.state, changed_at = now()",
        *of,
        State.SHOWN if shown is None and state is State.SHOWN else State.BUILDING,
    )
    count = await note_lacking(connection, view, of, shown.of if shown else of)
    await connection.execute(
        "update generations set families = $3 where view = $1 and view_version = $2", *of, count
    )
    return count


async def note_lacking(connection: Connection, view: View, of: Of, shown: Of) -> int:
    """Notes the families that a generation lacks, or holds at another vector than what is shown; how many."""
    done = await connection.execute(_LACKING, *of, *shown, sorted(view.services), view.kind)
    return int(done.rpartition(" ")[2])


async def drop(connection: Connection, of: Of) -> int:
    """Removes a generation that isn't shown; returns how many rows went. Raises LookupError."""
    gone = await connection.fetchval(
        "delete from generations where view = $1 and view_version = $2 and state <> 'shown' returning 1", *of
    )
    if not gone:
        raise LookupError("there is no such generation beside the one that is shown")
    await connection.execute("delete from folds_due where view = $1 and view_version = $2", *of)
    done = await connection.execute("delete from views where view = $1 and view_version = $2", *of)
    return int(done.rpartition(" ")[2])


async def rename(connection: Connection, of: Of, name: str) -> None:
    """Gives the rows of a generation that is kept another name. Raises LookupError."""
    done = await connection.execute(
        "update generations set view = $3 where view = $1 and view_version = $2 and state = 'kept'", *of, name
    )
    if done == "UPDATE 0":
        raise LookupError("no rows of before are kept")
    await connection.execute("update views set view = $3 where view = $1 and view_version = $2", *of, name)


async def pause(pool: Pool, view: View, reason: str | None) -> None:
    """Folds nothing more into what is shown of a view, and says why; None goes on. What arrives is kept all the same,
    and folded afterwards. Raises LookupError; the folding of who may read is never paused."""
    if reason is not None and not view.waits_for_causes:
        raise LookupError("who may read is never paused")
    done = await pool.execute(
        "update generations set paused = $2, changed_at = now() where view = $1 and state = 'shown'",
        view.name,
        reason,
    )
    if done == "UPDATE 0":
        raise LookupError("nothing is shown of this view yet")


_LACKING = f"""
insert into folds_due (view, view_version, family)
select $1, $2, h.family from (
    select family from journal_heads where service = any($5) and events > 0 and {OF_KIND.format("family")} = $6
     group by family) h
  left join views m on m.view = $1 and m.view_version = $2 and m.family = h.family
  left join views s on s.view = $3 and s.view_version = $4 and s.family = h.family
 where m.family is null or m.vector is distinct from s.vector order by h.family
"""
_PARKED = """
insert into folds_due (view, view_version, family)
select view, view_version, family from views
 where view = $1 and view_version = $2 and parked is not null and parked_code <> $3
"""
