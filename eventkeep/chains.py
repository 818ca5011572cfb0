"""The chains of the journal: each service's events of a family, in order, with the digest of the store's own chain.

A repeat changes nothing, a hole is seen, and the same version with other bytes is a fork: such a chain takes nothing
more until somebody has decided which branch is right.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import NamedTuple

import structlog

from eventkeep.cloudevent import NO_DIGEST, Told, chained, decode
from eventkeep.pg import Connection
from eventkeep.streams import FAMILY, kind_of

log = structlog.get_logger()
Chain = tuple[str, str]


class Key(NamedTuple):
    """An event's place: which family, whose chain, which version."""

    family: str
    service: str
    version: int

    @property
    def chain(self) -> Chain:
        """The chain that it belongs to."""
        return (self.family, self.service)


class Arrived(NamedTuple):
    """An event's bytes, and what they say."""

    value: bytes
    told: Told


@dataclass(slots=True)
class Head:
    """How far a chain is whole, how many of its events are here, and where it forked."""

    version: int
    digest: bytes
    events: int
    forked_at: int | None


@dataclass(frozen=True, slots=True)
class Hole:
    """A family's events of a service after `version` are missing, while later ones are here."""

    family: str
    service: str
    version: int


def distinct(
    values: Iterable[bytes], services: Set[str], kinds: Set[str] = frozenset({FAMILY})
) -> tuple[dict[Key, Arrived], dict[Chain, int]]:
    """The events of these services and kinds of stream by their place; and where two of the same place differ. Raises
    Unreadable."""
    arrived: dict[Key, Arrived] = {}
    forks: dict[Chain, int] = {}
    for value in values:
        told = decode(value)
        envelope = told.envelope
        if envelope.service in services and kind_of(envelope.key) in kinds:
            key = Key(envelope.key, envelope.service, envelope.version)
            if arrived.setdefault(key, Arrived(value, told)).value != value:
                forks.setdefault(key.chain, key.version)
    return arrived, forks


async def lock(connection: Connection, arrived: Iterable[Key]) -> dict[Chain, Head]:
    """The heads of all chains of the families concerned, locked in one order until the transaction ends."""
    chains = sorted({key.chain for key in arrived})
    heads = await _lock(connection, chains)
    missing = [chain for chain in chains if chain not in heads]
    if missing:
        await connection.execute(
            "insert into journal_heads (family, service) select * from unnest($1::text[], $2::text[]) "
            "on conflict do nothing",
            *_columns(missing),
        )
        heads = await _lock(connection, chains)
    return heads


async def _lock(connection: Connection, chains: Sequence[Chain]) -> dict[Chain, Head]:
    """Reads in a statement of its own: the one that waits for a lock overlooks chains that begin meanwhile."""
    families = sorted({family for family, _ in chains})
    await connection.execute(
        "select from journal_heads where family = any($1) order by family, service for update", families
    )
    rows = await connection.fetch(
        "select family, service, version, digest, events, forked_at from journal_heads where family = any($1)",
        families,
    )
    return {(row[0], row[1]): Head(row[2], row[3], row[4], row[5]) for row in rows}


async def keep(
    connection: Connection, arrived: Mapping[Key, Arrived], heads: Mapping[Chain, Head]
) -> list[Told]:
    """Inserts what is new and extends each chain as far as it is whole. Returns what is new."""
    behind_holes = [
        chain for chain in {key.chain for key in arrived} if heads[chain].events > heads[chain].version
    ]
    ahead = await _ahead(connection, behind_holes)
    repeats = {
        key: a.value for key, a in arrived.items() if key.version <= heads[key.chain].version or key in ahead
    }
    await _see_forks(connection, repeats, heads)
    news = {key: a for key, a in arrived.items() if key not in repeats and heads[key.chain].forked_at is None}
    if news:
        digests = _extended(news, ahead, heads)
        await _write(
            connection, news, digests, {chain: heads[chain] for chain in {key.chain for key in news}}
        )
        await _write_late(connection, {key: digests[key] for key in ahead if key in digests})
    return [a.told for a in news.values()]


async def mark_forks(connection: Connection, forks: Mapping[Chain, int]) -> None:
    """Marks chains as forked, at the version at which each was first seen to be."""
    if not forks:
        return
    await connection.execute(
        "update journal_heads h set forked_at = f.version "
        "from unnest($1::text[], $2::text[], $3::bigint[]) f (family, service, version) "
        "where h.family = f.family and h.service = f.service and h.forked_at is null",
        *_columns(list(forks)),
        list(forks.values()),
    )
    for (family, service), version in forks.items():
        log.error("fork", family=family, service=service, version=version)


async def cut_fork(connection: Connection, family: str, service: str) -> None:
    """Drops a chain's events from where it forked."""
    forked_at = await connection.fetchval(
        "update journal_heads h set version = h.forked_at - 1, events = h.forked_at - 1, forked_at = null, "
        "digest = coalesce((select j.digest from journal j where (j.family, j.service, j.version) "
        "= (h.family, h.service, h.forked_at - 1)), $3) "
        "where h.family = $1 and h.service = $2 and h.forked_at is not null returning h.version + 1",
        family,
        service,
        NO_DIGEST,
    )
    if forked_at is None:
        raise LookupError("this chain is not forked")
    await connection.execute(
        "delete from journal where family = $1 and service = $2 and version >= $3", family, service, forked_at
    )


def _extended(
    news: Mapping[Key, Arrived], ahead: Mapping[Key, bytes], heads: Mapping[Chain, Head]
) -> dict[Key, bytes]:
    """Moves each head over what is whole now; returns the digests of the events that it passed."""
    known = {**ahead, **{key: a.value for key, a in news.items()}}
    digests: dict[Key, bytes] = {}
    for chain, count in Counter(key.chain for key in news).items():
        head = heads[chain]
        head.events += count
        while (value := known.get(Key(*chain, head.version + 1))) is not None:
            head.version += 1
            head.digest = chained(head.digest, value)
            digests[Key(*chain, head.version)] = head.digest
    return digests


async def _ahead(connection: Connection, chains: Sequence[Chain]) -> dict[Key, bytes]:
    """What is kept already beyond the holes of these chains."""
    if not chains:
        return {}
    rows = await connection.fetch(
        "select j.family, j.service, j.version, j.value from journal j "
        "join unnest($1::text[], $2::text[]) c (family, service) using (family, service) "
        "join journal_heads h using (family, service) where j.version > h.version",
        *_columns(chains),
    )
    return {Key(row[0], row[1], row[2]): row[3] for row in rows}


async def _see_forks(
    connection: Connection, repeats: Mapping[Key, bytes], heads: Mapping[Chain, Head]
) -> None:
    if not repeats:
        return
    rows = await connection.fetch(
        "select j.family, j.service, min(j.version) as version from journal j "
        "join unnest($1::text[], $2::text[], $3::bigint[], $4::bytea[]) r (family, service, version, value) "
        "using (family, service, version) where j.value <> r.value group by 1, 2",
        *_columns(list(repeats)),
        list(repeats.values()),
    )
    forks = {(row[0], row[1]): row[2] for row in rows if heads[row[0], row[1]].forked_at is None}
    for chain, version in forks.items():
        heads[chain].forked_at = version
    await mark_forks(connection, forks)


async def _write(
    connection: Connection,
    news: Mapping[Key, Arrived],
    digests: Mapping[Key, bytes],
    heads: Mapping[Chain, Head],
) -> None:
    """Events and the heads of their chains, in one round trip."""
    await connection.execute(
        "with kept as (insert into journal (family, service, version, value, digest) "
        "select * from unnest($1::text[], $2::text[], $3::bigint[], $4::bytea[], $5::bytea[])) "
        "update journal_heads h set version = n.version, digest = n.digest, events = n.events "
        "from unnest($6::text[], $7::text[], $8::bigint[], $9::bytea[], $10::bigint[]) "
        "n (family, service, version, digest, events) where h.family = n.family and h.service = n.service",
        *_columns(list(news)),
        [a.value for a in news.values()],
        [digests.get(key) for key in news],
        *_columns(list(heads)),
        [head.version for head in heads.values()],
        [head.digest for head in heads.values()],
        [head.events for head in heads.values()],
    )


async def _write_late(connection: Connection, digests: Mapping[Key, bytes]) -> None:
    """Digests of events that had waited behind a hole."""
    if digests:
        await connection.execute(
            "update journal j set digest = d.digest "
            "from unnest($1::text[], $2::text[], $3::bigint[], $4::bytea[]) d (family, service, version, digest) "
            "where (j.family, j.service, j.version) = (d.family, d.service, d.version)",
            *_columns(list(digests)),
            list(digests.values()),
        )


def _columns(rows: Sequence[tuple[object, ...]]) -> list[list[object]]:
    """Rows as columns, for unnest."""
    return [list(column) for column in zip(*rows, strict=True)]
