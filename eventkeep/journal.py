"""The journal: every event that arrives is kept, repeats change nothing, holes and forks are seen.

Journal and views are written in one transaction, so that what is shown is always a fold of what is kept.
"""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import structlog

from eventkeep.cloudevent import Told, chained, decode
from eventkeep.codec import Vocabulary
from eventkeep.keys import Keys
from eventkeep.pg import Connection, Pool
from eventkeep.projection import Projection
from eventkeep.steps import step
from eventkeep.view import View
from eventkeep.watermark import Watermark

log = structlog.get_logger()
Chain = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Quarantined:
    """A record that is no event of ours."""

    topic: str
    partition: int
    offset: int
    value: bytes | None
    reason: str


@dataclass(slots=True)
class _Head:
    version: int
    digest: bytes
    events: int


@dataclass(frozen=True, slots=True)
class Hole:
    """A family's events of a service after `version` are missing, while later ones are here."""

    family: str
    service: str
    version: int


class Journal:
    """The journal of one database, and the views that are folded from it."""

    def __init__(
        self,
        pool: Pool,
        views: Sequence[View],
        vocabularies: Mapping[str, Vocabulary],
        keys: Keys,
        reacts: bool = False,
    ) -> None:
        self._reacts = reacts
        self._pool = pool
        self._services = frozenset().union(*(view.services for view in views))
        self._projections = [Projection(view, vocabularies, keys) for view in views]
        self._turn = asyncio.Lock()

    async def accept(
        self,
        values: Sequence[bytes],
        watermarks: Sequence[Watermark] = (),
        strange: Sequence[Quarantined] = (),
    ) -> list[str]:
        """Keeps what is new, folds the families it concerns, and returns those whose views moved.

        All or nothing: on any error nothing is kept and the same records can be given again. Raises Unreadable.
        """
        arrived = self._distinct(values)
        async with self._turn, self._pool.acquire() as connection, connection.transaction():
            moved: list[str] = []
            if arrived:
                heads = await self._lock_heads(connection, arrived)
                fresh = await self._keep(connection, arrived, heads)
                step("journalled")
                for projection in self._projections:
                    moved += await projection.fold(connection, fresh, _counts(heads))
                if self._reacts:
                    await _make_due(connection, moved)
            await _write_watermarks(connection, watermarks)
            await _write_quarantine(connection, strange)
            await _notify(connection, moved)
            step("folded")
        return self._committed(moved)

    async def refold(self, families: Sequence[str]) -> list[str]:
        """Folds these families anew from the journal: after a change of code, or a replay by hand."""
        async with self._turn, self._pool.acquire() as connection, connection.transaction():
            moved = [
                f for projection in self._projections for f in await projection.refold(connection, families)
            ]
            await _notify(connection, moved)
        return self._committed(moved)

    async def holes(self) -> list[Hole]:
        """Where events are missing: to be fetched from the owner."""
        rows = await self._pool.fetch(
            "select family, service, version from journal_heads where events > version order by 1, 2 limit 1000"
        )
        return [Hole(*row) for row in rows]

    async def parked(self) -> list[Any]:
        """Views that stand still: their folds failed, or their chain forked."""
        return list(
            await self._pool.fetch(
                "select view, view_version, family, vector, parked, changed_at from views where parked is not null "
                "union all select 'journal', 0, family, service || '=' || forked_at, 'fork', null "
                "from journal_heads where forked_at is not null order by 1, 3"
            )
        )

    async def differing(self, service: str, heads: Mapping[str, tuple[int, bytes]]) -> dict[str, int]:
        """Families of which the store holds more than the journal, with the version to read on from.

        A chain whose digest differs, or that the journal holds further than the store, is marked as forked.
        """
        rows = await self._pool.fetch(
            "select s.family, s.version, s.digest = j.digest as same, coalesce(h.version, 0) as held "
            "from unnest($2::text[], $3::bigint[], $4::bytea[]) s (family, version, digest) "
            "left join journal_heads h on h.family = s.family and h.service = $1 "
            "left join journal j on j.family = s.family and j.service = $1 and j.version = s.version",
            service,
            list(heads),
            [version for version, _ in heads.values()],
            [digest for _, digest in heads.values()],
        )
        forked = {row["family"]: row["version"] for row in rows if row["same"] is False}
        if forked:
            log.error("fork", service=service, families=sorted(forked))
            await self._pool.execute(
                "update journal_heads h set forked_at = f.version from unnest($2::text[], $3::bigint[]) "
                "f (family, version) where h.family = f.family and h.service = $1 and h.forked_at is null",
                service,
                list(forked),
                list(forked.values()),
            )
        return {row["family"]: row["held"] for row in rows if row["held"] < row["version"]}

    def forget_folds(self) -> None:
        """Drops what is held in memory; the next batch folds from the journal."""
        for projection in self._projections:
            projection.forget_all()

    def _committed(self, moved: list[str]) -> list[str]:
        for projection in self._projections:
            projection.committed()
        return moved

    def _distinct(self, values: Sequence[bytes]) -> dict[tuple[str, str, int], tuple[bytes, Told]]:
        arrived: dict[tuple[str, str, int], tuple[bytes, Told]] = {}
        for value in values:
            told = decode(value)
            envelope = told.envelope
            if envelope.service in self._services and envelope.stream.startswith("family/"):
                arrived.setdefault((envelope.family, envelope.service, envelope.version), (value, told))
        return arrived

    async def _lock_heads(
        self, connection: Connection, arrived: Mapping[tuple[str, str, int], Any]
    ) -> dict[Chain, _Head]:
        chains = sorted({(family, service) for family, service, _ in arrived})
        await connection.execute(
            "insert into journal_heads (family, service) select * from unnest($1::text[], $2::text[]) "
            "on conflict do nothing",
            [family for family, _ in chains],
            [service for _, service in chains],
        )
        rows = await connection.fetch(
            "select family, service, version, digest, events from journal_heads where family = any($1) "
            "order by family, service for update",
            sorted({family for family, _ in chains}),
        )
        return {(row[0], row[1]): _Head(row[2], row[3], row[4]) for row in rows}

    async def _keep(
        self,
        connection: Connection,
        arrived: Mapping[tuple[str, str, int], tuple[bytes, Told]],
        heads: dict[Chain, _Head],
    ) -> list[Told]:
        """Inserts what is new in chain order; extends each chain as far as it is whole."""
        news = {key: value for key, value in arrived.items() if key[2] > heads[key[:2]].version}
        behind_holes = [
            chain for chain in {key[:2] for key in news} if heads[chain].events > heads[chain].version
        ]
        ahead = await self._ahead(connection, behind_holes)
        await self._see_forks(
            connection, {k: v[0] for k, v in arrived.items() if k not in news or k in ahead}
        )
        news = {key: value for key, value in news.items() if key not in ahead}
        digests: dict[tuple[str, str, int], bytes] = {}
        known = {
            **{key: value for key, value in ahead.items()},
            **{key: value[0] for key, value in news.items()},
        }
        for chain in {key[:2] for key in news}:
            head = heads[chain]
            head.events += sum(key[:2] == chain for key in news)
            while (value := known.get((*chain, head.version + 1))) is not None:
                head.version += 1
                head.digest = chained(head.digest, value)
                digests[(*chain, head.version)] = head.digest
        await self._write(connection, news, ahead, digests, heads)
        return [told for _, told in news.values()]

    async def _ahead(
        self, connection: Connection, chains: Sequence[Chain]
    ) -> dict[tuple[str, str, int], bytes]:
        """What is kept already beyond the holes of these chains."""
        if not chains:
            return {}
        rows = await connection.fetch(
            "select j.family, j.service, j.version, j.value from journal j "
            "join unnest($1::text[], $2::text[]) c (family, service) using (family, service) "
            "join journal_heads h using (family, service) where j.version > h.version",
            [family for family, _ in chains],
            [service for _, service in chains],
        )
        return {(row[0], row[1], row[2]): row[3] for row in rows}

    async def _see_forks(self, connection: Connection, repeats: Mapping[tuple[str, str, int], bytes]) -> None:
        """The same version with other bytes is a fork, never a repeat: the chain is marked."""
        if not repeats:
            return
        rows = await connection.fetch(
            "update journal_heads h set forked_at = f.version from ("
            "  select j.family, j.service, min(j.version) as version from journal j "
            "  join unnest($1::text[], $2::text[], $3::bigint[], $4::bytea[]) r (family, service, version, value) "
            "  using (family, service, version) where j.value <> r.value group by 1, 2) f "
            "where h.family = f.family and h.service = f.service and h.forked_at is null "
            "returning h.family, h.service, h.forked_at",
            [key[0] for key in repeats],
            [key[1] for key in repeats],
            [key[2] for key in repeats],
            list(repeats.values()),
        )
        for row in rows:
            log.error("fork", family=row[0], service=row[1], version=row[2])

    async def _write(
        self,
        connection: Connection,
        news: Mapping[tuple[str, str, int], tuple[bytes, Told]],
        ahead: Mapping[tuple[str, str, int], bytes],
        digests: Mapping[tuple[str, str, int], bytes],
        heads: Mapping[Chain, _Head],
    ) -> None:
        if not news:
            return
        await connection.execute(
            "insert into journal (family, service, version, value, digest) "
            "select * from unnest($1::text[], $2::text[], $3::bigint[], $4::bytea[], $5::bytea[])",
            *(list(column) for column in zip(*news, strict=True)),
            [value for value, _ in news.values()],
            [digests.get(key) for key in news],
        )
        late = [key for key in ahead if key in digests]
        if late:
            await connection.execute(
                "update journal j set digest = d.digest "
                "from unnest($1::text[], $2::text[], $3::bigint[], $4::bytea[]) d (family, service, version, digest) "
                "where (j.family, j.service, j.version) = (d.family, d.service, d.version)",
                *(list(column) for column in zip(*late, strict=True)),
                [digests[key] for key in late],
            )
        chains = sorted({key[:2] for key in news})
        await connection.execute(
            "update journal_heads h set version = n.version, digest = n.digest, events = n.events "
            "from unnest($1::text[], $2::text[], $3::bigint[], $4::bytea[], $5::bigint[]) "
            "n (family, service, version, digest, events) where h.family = n.family and h.service = n.service",
            [family for family, _ in chains],
            [service for _, service in chains],
            [heads[chain].version for chain in chains],
            [heads[chain].digest for chain in chains],
            [heads[chain].events for chain in chains],
        )


def _counts(heads: Mapping[Chain, _Head]) -> dict[str, dict[str, int]]:
    """How many events of each service are kept, by family."""
    counts: dict[str, dict[str, int]] = {}
    for (family, service), head in heads.items():
        counts.setdefault(family, {})[service] = head.events
    return counts


async def _write_watermarks(connection: Connection, watermarks: Sequence[Watermark]) -> None:
    newest = {(mark.service, mark.partition): mark for mark in watermarks}
    if newest:
        await connection.executemany(
            "insert into watermarks as w values ($1, $2, $3, $4) on conflict (service, partition) "
            "do update set at = excluded.at, position = excluded.position where excluded.at > w.at",
            [(m.service, m.partition, m.at, m.position) for m in newest.values()],
        )


async def _write_quarantine(connection: Connection, strange: Sequence[Quarantined]) -> None:
    for record in strange:
        log.error("quarantined", topic=record.topic, partition=record.partition, offset=record.offset)
        await connection.execute(
            "insert into quarantine (topic, partition, kafka_offset, value, reason) values ($1, $2, $3, $4, $5) "
            "on conflict do nothing",
            record.topic,
            record.partition,
            record.offset,
            record.value,
            record.reason,
        )


async def _make_due(connection: Connection, families: Sequence[str]) -> None:
    await connection.execute(
        "insert into reactions (family) select unnest($1::text[]) on conflict (family) do update set moves = reactions.moves + 1",
        sorted(set(families)),
    )


async def _notify(connection: Connection, families: Sequence[str]) -> None:
    distinct = sorted(set(families))
    for start in range(0, len(distinct), 200):
        await connection.execute("select pg_notify('views', $1)", ",".join(distinct[start : start + 200]))
