"""A store's heads beside the journal's: where the journal is behind, and where both hold something else."""

from collections.abc import Mapping

from eventkeep.chains import Chain
from eventkeep.pg import Pool


async def differing(
    pool: Pool, service: str, heads: Mapping[str, tuple[int, bytes]]
) -> tuple[dict[str, int], dict[Chain, int]]:
    """Families of which a store holds more than the journal, with the version to read on from; and chains whose digest
    differs at the store's head."""
    rows = await pool.fetch(
        "select s.family, s.version, s.digest = j.digest as same, coalesce(h.version, 0) as held, h.forked_at "
        "from unnest($2::text[], $3::bigint[], $4::bytea[]) s (family, version, digest) "
        "left join journal_heads h on h.family = s.family and h.service = $1 "
        "left join journal j on j.family = s.family and j.service = $1 and j.version = s.version",
        service,
        list(heads),
        [version for version, _ in heads.values()],
        [digest for _, digest in heads.values()],
    )
    forks = {
        (row["family"], service): row["version"]
        for row in rows
        if row["same"] is False and row["forked_at"] is None
    }
    behind = {
        row["family"]: row["held"] for row in rows if row["held"] < row["version"] and not row["forked_at"]
    }
    return behind, forks
