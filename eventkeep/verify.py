"""Verifies a hash that somebody was shown: the family is folded again to that vector, and compared."""

from collections.abc import Mapping
from enum import StrEnum

from eventkeep import vector
from eventkeep.canonical import hash_of
from eventkeep.cloudevent import decode
from eventkeep.codec import Vocabulary
from eventkeep.keys import Keys
from eventkeep.pg import Pool
from eventkeep.sealing import forgotten_in, open_json
from eventkeep.view import Folded, View


class Verdict(StrEnum):
    """What can be said of a hash today."""

    SAME = "same"
    OTHER = "other"
    VOID = "void"
    """A person in it was forgotten since: nobody can tell any more."""
    UNKNOWN = "unknown"
    """The journal doesn't hold that vector, or it names no closed state."""


async def verify(
    pool: Pool,
    view: View,
    vocabularies: Mapping[str, Vocabulary],
    keys: Keys,
    family: str,
    at: vector.Vector,
    hashed: bytes,
) -> Verdict:
    """Whether a view of a family had this hash at this vector, by all that the journal holds."""
    rows = await pool.fetch(
        "select value from journal where family = $1 and service = any($2)", family, sorted(view.services)
    )
    folded = Folded(view, vocabularies)
    for row in rows:
        folded.add(decode(row["value"]))
    folded.advance(at)
    if not rows or vector.text(folded.vector) != vector.text(at):
        return Verdict.UNKNOWN
    document = folded.document()
    if hash_of(view.version, await open_json(keys, document)) == hashed:
        return Verdict.SAME
    return Verdict.VOID if await forgotten_in(keys, document) else Verdict.OTHER
