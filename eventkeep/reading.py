"""Reading views: one row, or a row that covers what the caller has seen, with a bounded wait."""

import asyncio
from collections.abc import Sequence
from contextlib import aclosing
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from eventkeep import vector
from eventkeep.changes import Changes
from eventkeep.pg import Pool, answering
from eventkeep.refused import Refused
from eventkeep.relay import partition_of
from eventkeep.streams import id_of
from eventkeep.together import Together
from eventkeep.view import View

ELSEWHERE = "shown_elsewhere"
"""The code of the refusal by a process that has another version of a view than the one that is shown."""
_NEVER = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Shown:
    """A family's row in a view. `as_of` is the oldest watermark of the services it is folded from; `parked` says why it
    stands still; `holes`, that something is known of which isn't folded."""

    family: str
    state_no: int
    vector: vector.Vector
    document: bytes
    hash: bytes | None
    parked: str | None
    waiting: int
    as_of: datetime
    holes: bool = False

    @property
    def age(self) -> float:
        """Seconds since everything committed was surely in it."""
        return (datetime.now(UTC) - self.as_of).total_seconds()


_QUERY = """
select v.state_no, v.vector, v.document, v.hash, v.waiting, f.n,
       coalesce(v.parked, (select 'paused: ' || g.paused from generations g
                            where g.view = $1 and g.view_version = $2 and g.state = 'shown')) as parked,
       exists (select from generations g
                where g.view = $1 and g.view_version <> $2 and g.state = 'shown') as elsewhere,
       (select array_agg(coalesce(w.at, '1970-01-01Z')) from unnest($4::text[]) s (service)
        left join watermarks w on w.service = s.service and w.partition = f.partition) as marks,
       exists (select from journal_heads h where h.family = f.family and h.service = any($4)
               and (h.events > h.version or h.forked_at is not null))
       or exists (select from folds_due d where d.view = $1 and d.view_version = $2 and d.family = f.family)
       as holes
  from unnest($3::text[], $5::int[]) with ordinality f (family, partition, n)
  left join views v on v.view = $1 and v.view_version = $2 and v.family = f.family
"""


class Reading:
    """Reads one view. Look-ups that come together share one query."""

    def __init__(self, pool: Pool, changes: Changes, view: View) -> None:
        self._pool, self._changes, self._view = pool, changes, view
        self._services = sorted(view.services)
        self._rows_of = Together(self._rows)

    async def row(self, family: str) -> Shown:
        """The family's row; state 0 and an empty vector where nothing has arrived. Raises Refused."""
        with answering():
            return await self._rows_of(family)

    async def at_least(self, family: str, wanted: vector.Vector, deadline: float) -> Shown:
        """The row once it covers `wanted`, as far as this view listens. Raises Refused `lagging` at the deadline
        (of the event loop's clock), naming the service, the version and why."""
        heard = vector.only(wanted, self._view.services)
        if not heard:
            return await self.row(family)
        async with aclosing(self._changes.moves(family)) as moves:
            async for _ in moves:
                shown = await self.row(family)
                if vector.covers(shown.vector, heard):
                    return shown
                if asyncio.get_running_loop().time() >= deadline:
                    break
        raise await self._lagging(shown, heard)

    async def _rows(self, families: Sequence[str]) -> list[Shown]:
        partitions = [partition_of(id_of(family)) for family in families]
        rows = await self._pool.fetch(
            _QUERY, self._view.name, self._view.version, families, self._services, partitions, timeout=5.0
        )
        if any(row["elsewhere"] for row in rows):
            raise Refused(
                ELSEWHERE,
                "This process has another version of the view than the one that is shown.",
                "",
                "Try again: another process answers.",
            )
        return [
            _shown(family, row)
            for family, row in zip(families, sorted(rows, key=lambda r: r["n"]), strict=True)
        ]

    async def _lagging(self, shown: Shown, wanted: vector.Vector) -> Refused:
        """Says which component is missing and why: lagging, parked, hole, or waiting for a cause."""
        service, version = min(vector.missing(shown.vector, wanted).items())
        head = await self._pool.fetchrow(
            "select version, events, forked_at from journal_heads where family = $1 and service = $2",
            shown.family,
            service,
        )
        why = "lagging"
        if shown.parked and shown.parked.startswith("paused: "):
            why = "paused"
        elif shown.parked or (head and head["forked_at"]):
            why = "parked"
        elif head and head["version"] >= version:
            why = "waiting_for_a_cause"
        elif head and head["events"] > head["version"]:
            why = "hole"
        return Refused(
            "lagging",
            "What you have seen has not arrived here yet.",
            "",
            "Try again in a moment.",
            {
                "service": service,
                "version": str(version),
                "has": str(shown.vector.get(service, 0)),
                "why": why,
            },
        )


def _shown(family: str, row: Any) -> Shown:
    as_of = min(row["marks"], default=_NEVER)
    if row["state_no"] is None:
        return Shown(family, 0, {}, b"null", None, row["parked"], 0, as_of)
    return Shown(
        family,
        row["state_no"],
        vector.parse(row["vector"]),
        row["document"],
        row["hash"],
        row["parked"],
        row["waiting"],
        as_of,
        row["holes"],
    )
