"""A family that stands still in two versions of a view: the newer one keeps the last good state of the older one, too."""

from collections.abc import Sequence

from eventkeep import vector
from eventkeep.generations import Generation
from eventkeep.pg import Connection
from eventkeep.projection import Projection
from eventkeep.refolded import Refolding


async def last_good(
    connection: Connection, projection: Projection, shown: Generation, families: Sequence[str]
) -> None:
    """Folds parked families to the vector that is shown of them, as far as a projection can; they stay parked."""
    refolding = Refolding(projection.view, projection.vocabularies, projection.keys)
    for family in families:
        at = await connection.fetchval(_VECTOR, *shown.of, family)
        rows = await connection.fetch(_EVENTS, family, sorted(projection.view.services))
        row, document, hashed = await refolding.fold([each["value"] for each in rows], vector.parse(at or ""))
        if at and row is not None and row.vector == at:
            await connection.execute(_KEEP, *projection.of, family, at, document, hashed)


_VECTOR = "select vector from views where view = $1 and view_version = $2 and family = $3"
_EVENTS = "select value from journal where family = $1 and service = any($2)"
_KEEP = """
update views set state_no = state_no + 1, vector = $4, document = $5, hash = $6
 where view = $1 and view_version = $2 and family = $3 and parked is not null
"""
