"""Families folded anew to be compared with what is shown, to the byte (X-09): nothing is written."""

from collections.abc import AsyncGenerator, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from eventkeep import vector
from eventkeep.canonical import hash_of
from eventkeep.cloudevent import decode
from eventkeep.codec import Vocabulary
from eventkeep.keys import Keys
from eventkeep.likeness import Likeness, Row, judge
from eventkeep.pg import UNREACHABLE, Pool
from eventkeep.sealing import forgotten_in, open_json
from eventkeep.streams import OF_KIND
from eventkeep.view import Folded, View


@dataclass(frozen=True, slots=True)
class Stored:
    """A family's row as it is shown; `hash` is None in views that carry none."""

    family: str
    vector: str
    document: bytes
    hash: bytes | None
    parked: bool


@dataclass(frozen=True, slots=True)
class Refolding:
    """How one view is folded anew, and compared."""

    view: View
    vocabularies: Mapping[str, Vocabulary]
    keys: Keys

    async def compare(
        self, shown: Stored | None, values: Iterable[bytes], upto: vector.Vector | None = None
    ) -> Likeness:
        """Folds all these events of a family, or those up to a vector, and compares. Raises what `keys` raise."""
        row, document, hashed = await self.fold(values, upto)
        before = Row(shown.vector, shown.parked) if shown else None
        same_document = shown is not None and document == shown.document
        same_hash = shown is not None and hashed == shown.hash
        gone = same_document and not same_hash and await forgotten_in(self.keys, document)
        return judge(before, row, same_document, same_hash, gone)

    async def fold(
        self, values: Iterable[bytes], upto: vector.Vector | None = None
    ) -> tuple[Row | None, bytes, bytes | None]:
        """The row, document and hash that these events give; None where there are none, parked where that fails."""
        folded = Folded(self.view, self.vocabularies)
        try:
            for value in values:
                folded.add(decode(value))
            if not folded.events:
                return None, b"", None
            folded.advance(upto)
            document = folded.document()
            opened = await open_json(self.keys, document) if self.view.hashed else b""
        except UNREACHABLE:
            raise
        except Exception:  # a fold is other people's code: any failure is this family's alone
            return Row("", True), b"", None
        hashed = hash_of(self.view.version, opened) if self.view.hashed else None
        return Row(vector.text(folded.vector), False), document, hashed


async def dry_run(
    pool: Pool, refolding: Refolding, page: int = 200
) -> AsyncGenerator[dict[Likeness, list[str]], None]:
    """Folds every family from the journal and compares it with what is shown: some at a time, each lot at one moment."""
    view, after = refolding.view, ""
    while True:
        async with (
            pool.acquire() as connection,
            connection.transaction(isolation="repeatable_read", readonly=True),
        ):
            of = (view.name, view.version, sorted(view.services))
            rows = await connection.fetch(_FAMILIES, *of, after, page, view.kind)
            families = [row["family"] for row in rows]
            values: dict[str, list[bytes]] = {family: [] for family in families}
            for row in await connection.fetch(_EVENTS, families, of[2]):
                values[row["family"]].append(row["value"])
        if not families:
            return
        found: dict[Likeness, list[str]] = {}
        for row in rows:
            shown = None if row["vector"] is None else stored(row)
            found.setdefault(await refolding.compare(shown, values[row["family"]]), []).append(row["family"])
        yield found
        after = families[-1]


def stored(row: Any) -> Stored:
    """A row of `views`."""
    return Stored(row["family"], row["vector"], row["document"], row["hash"], row["parked"] is not None)


def counted(found: Mapping[Likeness, Sequence[str]]) -> dict[str, int]:
    """How many families compare in which way."""
    return {str(likeness): len(found.get(likeness, ())) for likeness in Likeness}


_FAMILIES = f"""
select f.family, v.vector, v.document, v.hash, v.parked from (
    select family from journal_heads where family > $4 and service = any($3) and events > 0
       and {OF_KIND.format("family")} = $6
     union select family from views where view = $1 and view_version = $2 and family > $4
     order by family limit $5) f
  left join views v on v.view = $1 and v.view_version = $2 and v.family = f.family order by f.family
"""
_EVENTS = "select family, value from journal where family = any($1) and service = any($2)"
