"""The journal: every event that arrives is kept, repeats change nothing, holes and forks are seen.

Journal and views are written in one transaction, so that what is shown is always a fold of what is kept.
"""

import asyncio
from collections.abc import Mapping, Sequence
from typing import Any

from opentelemetry.trace import SpanKind

from eventkeep import chains, due, generations, metrics, spans
from eventkeep.behind import differing
from eventkeep.beside import Quarantined, look_again, make_due, write_quarantine, write_watermarks
from eventkeep.chains import Chain, Head, Hole
from eventkeep.cloudevent import Told
from eventkeep.codec import Vocabulary
from eventkeep.generations import Of, State
from eventkeep.keys import Keys
from eventkeep.pg import Connection, Pool
from eventkeep.projection import NOTICED, Projection
from eventkeep.steps import step
from eventkeep.streams import FAMILY, kind_of
from eventkeep.switch import Switched, switch
from eventkeep.view import View
from eventkeep.watermark import Watermark


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
        self.kinds = frozenset(view.kind for view in views)
        self._projections = [Projection(view, vocabularies, keys) for view in views]
        self._of = [projection.of for projection in self._projections]
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
        arrived, forks = chains.distinct(values, self._services, self.kinds)
        begun, fresh = spans.begun(), list[Told]()
        async with self._turn, self._pool.acquire() as connection, connection.transaction():
            moved: list[str] = []
            if arrived:
                heads = await chains.lock(connection, arrived)
                await chains.mark_forks(connection, forks)
                for chain, version in forks.items():
                    heads[chain].forked_at = heads[chain].forked_at or version
                fresh = await chains.keep(connection, arrived, heads)
                step("journalled")
                moved = await self._fold(connection, fresh, heads)
                if self._reacts:  # also whoever stands still: for when that ends
                    families = [each.envelope.key for each in fresh if kind_of(each.envelope.key) == FAMILY]
                    await make_due(connection, families)
            await write_watermarks(connection, watermarks)
            await write_quarantine(connection, strange)
            step("folded")
        metrics.kept(fresh)
        spans.done("fold", fresh, begun, SpanKind.CONSUMER)
        return self._committed(moved)

    async def refold(self, families: Sequence[str]) -> list[str]:
        """Folds these families anew from the journal: after a change of code, or a replay by hand."""
        async with self._turn, self._pool.acquire() as connection, connection.transaction():
            moved = [
                f for projection in self._projections for f in await projection.refold(connection, families)
            ]
            if self._reacts:
                await look_again(connection, moved)
        return self._committed(moved)

    async def enrol(self) -> None:
        """Makes the versions of these views known, and notes what they lack. Harmless to repeat."""
        for projection in self._projections:
            await generations.enrol(self._pool, projection.view, projection.code)

    async def rests(self) -> bool:
        """Whether nothing is due in any view: a cheaper question than to work off what is."""
        return not await self._pool.fetchval("select exists (select from folds_due)")

    async def catch_up(self, limit: int) -> int:
        """Folds up to `limit` of what is due in each view that isn't paused; how many notes of it were worked off."""
        async with self._turn, self._pool.acquire() as connection, connection.transaction():
            known, count, moved = await generations.known(connection), 0, list[str]()
            for projection in self._projections:
                if known.catches_up(projection.of):
                    done, families = await due.work_off(connection, projection, limit)
                    count, moved = count + done, moved + families
            if self._reacts:
                await look_again(connection, moved)
        self._committed(moved)
        return count

    async def shows(self) -> bool:
        """Whether all these views are shown in these versions."""
        known = await generations.known(self._pool)
        return all(known.shown(of[0]) == known.find(of) for of in self._of)

    async def switch(self) -> list[Switched]:
        """Shows the versions that were folded beside those that are shown, as far as they are ready."""
        known, done = await generations.known(self._pool), list[Switched]()
        for projection in self._projections:
            found = known.find(projection.of)
            if found is not None and found.state is State.BUILDING and found.paused is None:
                async with self._turn:
                    done.append(await switch(self._pool, projection))
                projection.forget_all()
        return done

    async def trust_store(self, family: str, service: str, chain: Sequence[bytes]) -> None:
        """Settles a fork by what the store says, its whole `chain`: drops the journal's branch, keeps the store's and
        folds the family anew. Raises LookupError where nothing is forked."""
        async with self._turn, self._pool.acquire() as connection, connection.transaction():
            await chains.cut_fork(connection, family, service)
        self.forget_folds()
        await self.accept(chain)
        await self.refold([family])

    async def offsets(self) -> dict[tuple[str, int], int]:
        """The offset up to which everything of a service's partition is kept: that of the last watermark."""
        rows = await self._pool.fetch("select service, partition, kafka_offset from watermarks")
        return {(row[0], row[1]): row[2] for row in rows}

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

    async def chains(self, family: str) -> list[Any]:
        """How far each chain of a family has come."""
        return list(
            await self._pool.fetch(
                "select service, version, events, forked_at from journal_heads where family = $1 order by service",
                family,
            )
        )

    async def differing(self, service: str, heads: Mapping[str, tuple[int, bytes]]) -> dict[str, int]:
        """Families of which a store holds more than the journal, with the version to read on from. A chain whose
        digest differs at the store's head is marked as forked."""
        behind, forks = await differing(self._pool, service, heads)
        if forks:
            await self._mark_forks(forks)
        return behind

    async def compared(self, service: str) -> int:
        """The position of a store up to which all was compared with this journal; 0 while the journal is empty."""
        found = await self._pool.fetchval(
            "select position from compared where service = $1 and exists (select from journal)", service
        )
        return found or 0

    async def note_compared(self, service: str, position: int) -> None:
        """Keeps how far a store was compared, for the next start."""
        await self._pool.execute(
            "insert into compared (service, position) values ($1, $2) "
            "on conflict (service) do update set position = excluded.position",
            service,
            position,
        )

    async def _mark_forks(self, forks: Mapping[Chain, int]) -> None:
        """Marks chains as forked; the families' views stand still at once, also without news."""
        async with self._turn, self._pool.acquire() as connection, connection.transaction():
            await chains.mark_forks(connection, forks)
            for family, service in forks:
                for projection in self._projections:
                    if service in projection.view.services and projection.view.takes(family):
                        await projection.stand_still(connection, family, "fork")
            others = (await generations.known(connection)).due(self._of)
            await due.mark(connection, others, {family for family, _ in forks})
            await _notify(connection, [family for family, _ in forks])

    def forget_folds(self) -> None:
        """Drops what is held in memory; the next batch folds from the journal."""
        for projection in self._projections:
            projection.forget_all()

    def _committed(self, moved: list[str]) -> list[str]:
        for projection in self._projections:
            projection.committed()
        return moved

    async def _fold(
        self, connection: Connection, fresh: Sequence[Told], heads: Mapping[Chain, Head]
    ) -> list[str]:
        """Folds what is new into the views that are folded now, and notes it as due for the other generations."""
        known, moved, folded = await generations.known(connection), list[str](), list[Of]()
        for projection in self._projections:
            if known.folds(projection.of):
                moved += await projection.fold(connection, fresh, _counts(heads), _forked(heads))
                folded.append(projection.of)
        forked = {family for (family, _), head in heads.items() if head.forked_at is not None}
        await due.mark(connection, known.due(folded), {told.envelope.key for told in fresh} | forked)
        return moved


def _counts(heads: Mapping[Chain, Head]) -> dict[str, dict[str, int]]:
    """How many events of each service are kept, by family."""
    counts: dict[str, dict[str, int]] = {}
    for (family, service), head in heads.items():
        counts.setdefault(family, {})[service] = head.events
    return counts


def _forked(heads: Mapping[Chain, Head]) -> dict[str, set[str]]:
    """The services whose chains are forked, by family."""
    forked: dict[str, set[str]] = {}
    for (family, service), head in heads.items():
        if head.forked_at is not None:
            forked.setdefault(family, set()).add(service)
    return forked


async def _notify(connection: Connection, families: Sequence[str]) -> None:
    distinct = sorted(set(families))
    for start in range(0, len(distinct), NOTICED):
        await connection.execute("select pg_notify('views', $1)", ",".join(distinct[start : start + NOTICED]))
