"""How one journal and its views stand: what operations look at. It names streams by id, and never says what events hold."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from eventkeep import vector
from eventkeep.cloudevent import decode
from eventkeep.pg import Connection, Pool
from eventkeep.streams import OF_KIND
from eventkeep.view import View

LATE = 30.0
"""Seconds after which what isn't here, or waits, needs a hand: as long as a hard rule leans on facts of others."""
LISTED = 200
"""So many rows of each kind are named; the counts speak of all."""


@dataclass(frozen=True, slots=True)
class ViewStands:
    """One version of one view. `lacking`: families in the journal that it was not folded for. An older version, which
    nobody is shown any more, isn't `current`."""

    view: str
    version: int
    current: bool
    families: int
    lacking: int
    parked: int
    waiting: int


@dataclass(frozen=True, slots=True)
class Heard:
    """How far a partition of a service's topic was heard: all that was committed before `at` is here. `lag_seconds` is
    below 0 where the clock of that service's database is ahead of this one's."""

    service: str
    partition: int
    at: datetime
    lag_seconds: float
    position: int


@dataclass(frozen=True, slots=True)
class Waiting:
    """The first event of a service that is here and not shown, and what it waits for: `plans=12` isn't shown yet. `why`
    is `hole` where that one never arrived, `cause` where the event names it as its cause."""

    view: str
    family: str
    service: str
    version: int
    missing: str
    why: str
    recorded_at: datetime


@dataclass(frozen=True, slots=True)
class Parked:
    """A view that stands still for a family: why, and the last good state, which was folded at `folded_at`."""

    view: str
    version: int
    family: str
    reason: str
    vector: str
    folded_at: datetime


@dataclass(frozen=True, slots=True)
class Broken:
    """A chain of the journal with a `hole` after a version, or a `fork` at one: another digest than the store's."""

    kind: str
    family: str
    service: str
    version: int


@dataclass(frozen=True, slots=True)
class Unlike:
    """A family of which a view shows something else than its stores say, as `verify` found at `at`; how unlike they
    are is a `Likeness`."""

    view: str
    family: str
    likeness: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Standing:
    """All of it, at one moment by the database's clock. `compared`: how far each store was compared with the journal."""

    at: datetime
    views: Sequence[ViewStands]
    heard: Sequence[Heard]
    waiting: Sequence[Waiting]
    parked: Sequence[Parked]
    broken: Sequence[Broken]
    unlike: Sequence[Unlike]
    holes: int
    forks: int
    differs: int
    quarantined: int
    compared: dict[str, int]

    @property
    def lags(self) -> dict[str, float]:
        """By service: seconds since all that it had committed was here, in the partition that is furthest behind."""
        found: dict[str, float] = {}
        for each in self.heard:
            found[each.service] = max(each.lag_seconds, found.get(each.service, 0.0))
        return found

    @property
    def late(self) -> list[Waiting]:
        """What waits for so long that it doesn't pass by itself."""
        return [each for each in self.waiting if (self.at - each.recorded_at).total_seconds() > LATE]

    @property
    def needs_a_hand(self) -> bool:
        """Whether something is there that doesn't pass by itself."""
        broken = self.parked or self.holes or self.forks or self.differs or self.quarantined
        return bool(broken or self.late or any(lag > LATE for lag in self.lags.values()))


async def look(pool: Pool, views: Sequence[View]) -> Standing:
    """Looks once, changing nothing. Raises what `eventkeep.pg.UNREACHABLE` names."""
    async with pool.acquire() as one, one.transaction(isolation="repeatable_read", readonly=True):
        [(at, holes, forks, differs, quarantined)] = await one.fetch(_COUNTS)
        return Standing(
            at,
            [each for view in views for each in await _versions(one, view)],
            [Heard(*row) for row in await one.fetch(_HEARD)],
            [each for view in views for each in await _waiting(one, view)],
            [Parked(*row) for row in await one.fetch(_PARKED, LISTED, *_current(views))],
            [Broken(*row) for row in await one.fetch(_BROKEN, LISTED)],
            [Unlike(*row) for row in await one.fetch(_UNLIKE, LISTED)],
            holes,
            forks,
            differs,
            quarantined,
            {row[0]: row[1] for row in await one.fetch("select service, position from compared order by 1")},
        )


def _current(views: Sequence[View]) -> tuple[list[str], list[int]]:
    return [view.name for view in views], [view.version for view in views]


async def _versions(one: Connection, view: View) -> list[ViewStands]:
    """Today's version first, also where nothing was folded yet."""
    total: int = await one.fetchval(
        "select count(distinct family) from journal_heads where service = any($1) and events > 0 "
        f"and {OF_KIND.format('family')} = $2",
        sorted(view.services),
        view.kind,
    )
    rows = await one.fetch(_VERSIONS, view.name)
    found = {row[0]: tuple(row)[1:] for row in rows}
    versions = [view.version, *(each for each in found if each != view.version)]
    return [
        ViewStands(view.name, each, each == view.version, held[0], max(total - held[0], 0), *held[1:])
        for each in versions
        for held in [found.get(each, (0, 0, 0))]
    ]


async def _waiting(one: Connection, view: View) -> list[Waiting]:
    """Of each family that waits, the first event of each service beyond what is shown."""
    shown: dict[str, Any] = {
        row[0]: vector.parse(row[1]) for row in await one.fetch(_WAIT, view.name, view.version, LISTED)
    }
    places = [(f, s, at.get(s, 0)) for f, at in shown.items() for s in sorted(view.services)]
    columns = [list(column) for column in zip(*places, strict=True)] or [[], [], []]
    found = []
    for family, service, version, value in await one.fetch(_BEYOND, *columns):
        envelope, at = decode(value).envelope, shown[family]
        hole = version > at.get(service, 0) + 1
        lacking = (
            {service: version - 1}
            if hole
            else vector.missing(at, vector.only(envelope.causes, view.services))
        )
        why, recorded = "hole" if hole else "cause", datetime.fromisoformat(envelope.time)
        if lacking:
            found.append(Waiting(view.name, family, service, version, vector.text(lacking), why, recorded))
    return found


_COUNTS = """
select now(), count(*) filter (where events > version and forked_at is null), count(forked_at),
       (select count(*) from verify_differs), (select count(*) from quarantine)
  from journal_heads where events > version or forked_at is not null
"""
_HEARD = """
select service, partition, at, extract(epoch from now() - at)::float8, position
  from watermarks order by service, partition
"""
_VERSIONS = """
select view_version, count(*), count(parked), coalesce(sum(waiting), 0)::int
  from views where view = $1 group by 1 order by 1 desc
"""
_PARKED = """
select view, view_version, family, parked, vector, changed_at from views
 where parked is not null and (view, view_version) in (select * from unnest($2::text[], $3::int[]))
 order by family, view limit $1
"""
_BROKEN = """
select case when forked_at is null then 'hole' else 'fork' end, family, service, coalesce(forked_at, version)
  from journal_heads where events > version or forked_at is not null order by family, service limit $1
"""
_UNLIKE = "select view, family, likeness, at from verify_differs order by family, view limit $1"
_WAIT = """
select family, vector from views where view = $1 and view_version = $2 and waiting > 0 order by family limit $3
"""
_BEYOND = """
select a.family, a.service, j.version, j.value
  from unnest($1::text[], $2::text[], $3::bigint[]) with ordinality a (family, service, after, n)
  join lateral (select version, value from journal j where j.family = a.family and j.service = a.service
                and j.version > a.after order by j.version limit 1) j on true order by a.n
"""
