"""Counts each family anew for the dashboards after its plan or its access moved: beside the views, never in their way."""

import asyncio
import time
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

import orjson
import structlog

from eventkeep.clock import day_of
from eventkeep.cloudevent import decode
from eventkeep.pg import UNREACHABLE, Connection, Pool
from eventkeep.relay import partition_of
from services.overview import figures, rated
from services.overview.access import ACCESS
from services.overview.family_plan import FAMILY_PLAN

log = structlog.get_logger()
SHAPE = [FAMILY_PLAN.version, ACCESS.version, figures.VERSION]
"""What figures are made of. A replica with older code leaves alone what newer code has counted."""
_AT_ONCE, _EVERY, _RESTS = 200, 2.0, 50
# One replica counts at a time; the other looks again later.
_TURN = "select pg_try_advisory_xact_lock(4805, 6)"
# Access is the one that is shown: a newer one that is folded beside it lacks families for a while.
_MOVED = """
select p.family, p.state_no, coalesce(a.state_no, 0) as access_no, p.document, a.document as access
  from views p
  left join views a on a.view = $1 and a.family = p.family and a.view_version = coalesce(
       (select view_version from generations where view = $1 and state = 'shown'), $2)
  left join figures f on f.family = p.family
 where p.view = $3 and p.view_version = $4 and p.state_no > 0 and (f.family is null or f.shape < $5
    or f.shape = $5 and (f.plan_no, f.access_no) is distinct from (p.state_no, coalesce(a.state_no, 0)))
 limit $6
"""
# As the index `approvals` has it.
_APPROVALS = """
select family, value from journal where family = any($1) and service = 'plans'
   and position('"type":"helhed.plans.plan-approved.v1"'::bytea in value) > 0 order by family, version
"""
_KEEP = """
insert into figures as f (shape, family, partition, plan_no, access_no, shown, attached, approvals, failed)
select $1::int[], * from unnest(
    $2::text[], $3::int[], $4::bigint[], $5::bigint[], $6::jsonb[], $7::jsonb[], $8::jsonb[], $9::text[])
    on conflict (family) do update set shape = excluded.shape, plan_no = excluded.plan_no, access_no = excluded.access_no,
       shown = coalesce(excluded.shown, f.shown), attached = coalesce(excluded.attached, f.attached),
       approvals = excluded.approvals, failed = excluded.failed
"""
_Row = tuple[str, int, int, int, str | None, str | None, str, str | None]


class Counting:
    """The figures of one database. `run` until cancelled; they follow the views within seconds."""

    def __init__(self, pool: Pool, every: float = _EVERY) -> None:
        self._pool, self._every = pool, every

    async def run(self) -> None:
        """Counts whatever moved, again and again."""
        while True:
            began = time.monotonic()
            try:
                while await self.count() == _AT_ONCE:
                    began = time.monotonic()
            except UNREACHABLE as error:
                log.warning("counting_waits", reason=type(error).__name__)
            # A look goes over all families: where there are many it is taken less often.
            await asyncio.sleep(max(self._every, _RESTS * (time.monotonic() - began)))

    async def count(self) -> int:
        """Counts some of the families that moved, where nobody else is at it; returns how many."""
        async with self._pool.acquire() as connection, connection.transaction():
            if not await connection.fetchval(_TURN):
                return 0
            of = (ACCESS.name, ACCESS.version, FAMILY_PLAN.name, FAMILY_PLAN.version)
            moved = await connection.fetch(_MOVED, *of, SHAPE, _AT_ONCE)
            if moved:
                families = [row["family"] for row in moved]
                approvals = await _approvals(connection, families)
                ratings = await _ratings(connection, families)
                rows = [
                    _counted(dict(row), approvals.get(row["family"], []), ratings.get(row["family"], []))
                    for row in moved
                ]
                await connection.execute(_KEEP, SHAPE, *map(list, zip(*rows, strict=True)))
            return len(moved)


async def _approvals(connection: Connection, families: Sequence[str]) -> dict[str, list[dict[str, Any]]]:
    """Each family's versions: the version of plans' stream and the day on which the approval was recorded."""
    found: dict[str, list[dict[str, Any]]] = {}
    for family, value in await connection.fetch(_APPROVALS, families):
        told = decode(value).envelope
        day = day_of(datetime.fromisoformat(told.time))
        found.setdefault(family, []).append({"plans": told.version, "day": day.isoformat()})
    return found


async def _ratings(connection: Connection, families: Sequence[str]) -> dict[str, list[bytes]]:
    """What each family's members and those around it said of offers, and what was corrected."""
    found: dict[str, list[bytes]] = {}
    for family, value in await connection.fetch(rated.TOLD, families):
        found.setdefault(family, []).append(value)
    return found


def _counted(row: Mapping[str, Any], approvals: list[dict[str, Any]], ratings: Sequence[bytes]) -> _Row:
    """A family's row. Where it can't be counted the last figures stay, marked: nobody else waits for it."""
    family = row["family"]
    shown = attached = failed = None
    try:
        plan = orjson.loads(row["document"])
        access = orjson.loads(row["access"]) if row["access"] else None
        found = figures.figures(plan, access) | {"ratings": rated.ratings(ratings)}
        shown = orjson.dumps(found).decode()
        attached = orjson.dumps(_attached(plan, access)).decode()
    except (LookupError, TypeError, ValueError, AttributeError) as error:
        failed = type(error).__name__
        log.error("counting_failed", family=family, reason=failed)
    numbers = row["state_no"], row["access_no"]
    return family, partition_of(family), *numbers, shown, attached, orjson.dumps(approvals).decode(), failed


def _attached(plan: figures.Document, access: figures.Document | None) -> list[dict[str, Any]]:
    """Whose readings count for who is informed: never shown."""
    terms = (access or {}).get("attached", {})
    return [
        {
            "reader": f"professional:{each['professional']}",
            "since": terms.get(each["professional"], {}).get("valid_from"),
        }
        for each in plan["attached"]
    ]
