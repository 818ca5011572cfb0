"""A generation takes the place of the one that is shown: at once for everybody, never with less than was shown.

Nobody keeps an event meanwhile; readers are never held up. A state number stays where the bytes stay, and rises elsewhere.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import structlog

from eventkeep import due, generations
from eventkeep.generations import KEPT, Generation, Of, State
from eventkeep.keys import Keys
from eventkeep.last_good import last_good
from eventkeep.likeness import BAD, Likeness, Row, judge
from eventkeep.pg import Connection, Pool
from eventkeep.projection import Projection
from eventkeep.sealing import forgotten_in
from eventkeep.steps import step

log = structlog.get_logger()
_FEW = 500
"""So many families may still be due when the switch begins: they are folded while nobody keeps events."""
_PAGE = 50


@dataclass(frozen=True)
class Switched:
    """What became of a switch. `done` where the generation is shown now; `ready` is False where much was still due.
    `found` holds every family by how it compared, without those that are the same."""

    of: Of
    done: bool
    ready: bool = True
    same: int = 0
    found: Mapping[Likeness, Sequence[str]] = field(default_factory=dict)

    @property
    def refused(self) -> bool:
        """Whether something is wrong with it, and it was therefore not done."""
        return self.ready and not self.done


async def switch(pool: Pool, projection: Projection, force: bool = False) -> Switched:
    """Shows a projection's generation in place of the one that is shown, which is kept. Refused where families differ at
    the same vector, or lack events; with `force` those that differ are shown, and those that lack stay as they are.
    """
    async with pool.acquire() as connection, connection.transaction():
        if await due.left(connection, projection.of) > _FEW:
            return Switched(projection.of, False, False)
        await connection.execute("lock table journal_heads in exclusive mode")
        now = await generations.known(connection)
        mine, shown = now.find(projection.of), now.shown(projection.view.name)
        if mine is None or shown is None or mine.state is not State.BUILDING:
            return Switched(projection.of, mine is not None and mine.state is State.SHOWN)
        while (await due.work_off(connection, projection, _PAGE))[0]:
            pass
        if await due.left(connection, projection.of):  # somebody else is folding them just now
            return Switched(projection.of, False, False)
        found = await compare(connection, projection.keys, shown.of, mine.of)
        same = len(found.pop(Likeness.SAME, ()))
        if any(found.get(each) for each in BAD) and not force:
            _say(found, mine, "switch_refused")
            return Switched(projection.of, False, True, same, found)
        if mine.view == shown.view:
            await last_good(connection, projection, shown, found.get(Likeness.PARKED, ()))
            await _next_version(connection, shown, mine)
        else:
            await _swap(connection, shown, mine, found)
        step("switched")
        _say(found, mine, "switched")
        return Switched(projection.of, True, True, same, found)


async def compare(connection: Connection, keys: Keys, shown: Of, anew: Of) -> dict[Likeness, list[str]]:
    """All families of two generations, by how they compare. Two versions of a view are compared by their vectors alone."""
    found: dict[Likeness, list[str]] = {}
    for row in await connection.fetch(_PAIRS, *shown, *anew):
        before = Row(row["shown"], row["shown_parked"]) if row["shown"] is not None else None
        after = Row(row["anew"], row["anew_parked"]) if row["anew"] is not None else None
        gone = False
        if row["same_document"] and not row["same_hash"]:
            document = await connection.fetchval(_DOCUMENT, *anew, row["family"])
            gone = await forgotten_in(keys, document)
        likeness = judge(before, after, row["same_document"], row["same_hash"], gone)
        found.setdefault(likeness, []).append(row["family"])
    return found


async def _next_version(connection: Connection, shown: Generation, mine: Generation) -> None:
    """Every state of the new version counts as newer than the last one of the version before. What is paused stays so."""
    await connection.execute(_RAISE, *shown.of, *mine.of)
    await _becomes(connection, shown.of, State.KEPT, None)
    await _becomes(connection, mine.of, State.SHOWN, shown.paused)


async def _swap(
    connection: Connection, shown: Generation, mine: Generation, found: Mapping[Likeness, Sequence[str]]
) -> None:
    """Rows that differ change places; of those that are the same the new one is kept, and nobody notices."""
    kept = (shown.view + KEPT, shown.version)
    stay = [*found.get(Likeness.LACKING, ()), *found.get(Likeness.PARKED, ())]
    await connection.execute(_GONE, *mine.of, stay)
    changed = [
        family for each in (Likeness.OTHER, Likeness.VOID, Likeness.AHEAD) for family in found.get(each, ())
    ]
    await connection.execute(_AWAY, *shown.of, kept[0], changed)
    await connection.execute(_IN, *mine.of, shown.view, kept[0], changed)
    await connection.execute(_AWAY_ALL, *mine.of, kept[0])
    await connection.execute("delete from generations where view = $1 and view_version = $2", *mine.of)
    await connection.execute(
        "insert into generations (view, view_version, state) values ($1, $2, 'kept') "
        "on conflict (view, view_version) do update set changed_at = now()",
        *kept,
    )


async def _becomes(connection: Connection, of: Of, state: State, paused: str | None) -> None:
    await connection.execute(
        "update generations set state = $3, paused = $4, changed_at = now() where view = $1 and view_version = $2",
        *of,
        state,
        paused,
    )


def _say(found: Mapping[Likeness, Sequence[str]], mine: Generation, event: str) -> None:
    counts = {str(likeness): len(families) for likeness, families in found.items()}
    say = log.error if event == "switch_refused" else log.info
    say(event, view=mine.view, version=mine.version, **counts)


_PAIRS = """
with s as (select family, vector, document, hash, parked from views where view = $1 and view_version = $2),
     a as (select family, vector, document, hash, parked from views where view = $3 and view_version = $4)
select coalesce(s.family, a.family) as family, s.vector as shown, s.parked is not null as shown_parked,
       a.vector as anew, a.parked is not null as anew_parked,
       $2 <> $4 or coalesce(s.vector = a.vector and s.document = a.document, false) as same_document,
       $2 <> $4 or s.hash is not distinct from a.hash as same_hash
  from s full join a on a.family = s.family order by 1
"""
_DOCUMENT = "select document from views where view = $1 and view_version = $2 and family = $3"
_RAISE = """
update views a set state_no = greatest(a.state_no, s.state_no + 1), document = a.document
  from views s where (s.view, s.view_version) = ($1, $2) and (a.view, a.view_version) = ($3, $4)
   and s.family = a.family
"""
_GONE = "delete from views where view = $1 and view_version = $2 and family = any($3)"
_AWAY = "update views set view = $3 where view = $1 and view_version = $2 and family = any($4)"
_AWAY_ALL = "update views set view = $3 where view = $1 and view_version = $2"
# The document is named so that whatever follows from it is noted anew.
_IN = """
update views a set view = $3, document = a.document,
       state_no = coalesce((select k.state_no + 1 from views k where k.view = $4 and k.view_version = $2
                            and k.family = a.family), a.state_no)
 where a.view = $1 and a.view_version = $2 and a.family = any($5)
"""
