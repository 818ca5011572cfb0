"""Compares the digests of a store with those of a journal, changing neither. Repair does so all the time, and mends."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from eventkeep.catchup import catchup_pb2 as pb
from eventkeep.catchup.owner import NoAnswer, Owner
from eventkeep.pg import Pool
from eventkeep.standing import LISTED, Broken
from eventkeep.streams import FAMILY, key_of, kind_of


@dataclass(slots=True)
class Compared:
    """How many streams of a store were compared, how many events of theirs aren't here yet, and which chains differ.
    `trouble`: why it was not compared to the end."""

    streams: int = 0
    behind: int = 0
    differ: list[Broken] = field(default_factory=list)
    trouble: str = ""


async def compare(pool: Pool, service: str, owner: Owner, kinds: Collection[str] = (FAMILY,)) -> Compared:
    """Compares all streams of these kinds. Raises what `eventkeep.pg.UNREACHABLE` names."""
    found = Compared()
    try:
        async for heads in owner.heads(0):
            named = [head for head in heads if kind_of(key_of(head.stream)) in kinds]
            await _compare(pool, service, named, found)
    except NoAnswer as error:
        found.trouble = error.code().name
    return found


async def _compare(pool: Pool, service: str, heads: Sequence[pb.Head], found: Compared) -> None:
    rows = await pool.fetch(
        _COMPARED,
        service,
        [key_of(head.stream) for head in heads],
        [head.version for head in heads],
        [head.digest for head in heads],
    )
    found.streams += len(heads)
    for family, version, held, differs in rows:
        if not differs:
            found.behind += max(version - held, 0)
        elif len(found.differ) < LISTED:
            found.differ.append(Broken("differs", family, service, version))


_COMPARED = """
select s.family, s.version, coalesce(h.version, 0), coalesce(j.digest <> s.digest, false)
  from unnest($2::text[], $3::bigint[], $4::bytea[]) s (family, version, digest)
  left join journal_heads h on h.family = s.family and h.service = $1
  left join journal j on j.family = s.family and j.service = $1 and j.version = s.version
 where j.digest is distinct from s.digest
"""
