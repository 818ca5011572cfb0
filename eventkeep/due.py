"""Families that a generation has to look at: noted by whoever keeps their events, worked off by who folds it."""

from collections.abc import Collection, Sequence

from eventkeep.generations import Of
from eventkeep.pg import Connection, Pool
from eventkeep.projection import Projection


async def mark(connection: Connection, generations: Sequence[Of], families: Collection[str]) -> None:
    """Notes, in the transaction that keeps their events, that these families are due in these generations."""
    if generations and families:
        await connection.execute(
            "insert into folds_due (view, view_version, family) "
            "select g.view, g.version, f from unnest($1::text[], $2::int[]) g (view, version), unnest($3::text[]) f",
            [view for view, _ in generations],
            [version for _, version in generations],
            sorted(families),
        )


async def work_off(connection: Connection, projection: Projection, limit: int) -> tuple[int, list[str]]:
    """Folds up to `limit` of what is due in a projection's generation. Returns how many notes were worked off, and the
    families whose rows moved. Several may do so at once: each takes notes that no other has. Raises StateMoved."""
    notes = await connection.fetch(_CLAIM, *projection.of, limit)
    families = sorted({note["family"] for note in notes})
    if not notes:
        return 0, []
    # In a statement of its own, begun after the notes were taken: it sees at least the events that they were made for.
    rows = await connection.fetch(_FORKED, families, sorted(projection.view.services))
    forked = {row["family"] for row in rows if projection.view.takes(row["family"])}
    for family in sorted(forked):
        await projection.stand_still(connection, family, "fork")
    moved = await projection.catch_up(connection, [family for family in families if family not in forked])
    await connection.execute("delete from folds_due where id = any($1)", [note["id"] for note in notes])
    return len(notes), moved


async def left(connection: Connection | Pool, of: Of) -> int:
    """How many families are due in a generation."""
    found = await connection.fetchval(
        "select count(distinct family) from folds_due where view = $1 and view_version = $2", *of
    )
    return int(found)


_CLAIM = """
select id, family from folds_due where view = $1 and view_version = $2
 order by family limit $3 for update skip locked
"""
_FORKED = """
select distinct family from journal_heads where family = any($1) and service = any($2) and forked_at is not null
"""
