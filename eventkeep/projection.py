"""Folds families as events arrive and writes their view rows by compare and set on the state number."""

import traceback
from collections import OrderedDict
from collections.abc import Collection, Mapping, Sequence, Set
from dataclasses import dataclass, replace

import structlog

from eventkeep import vector
from eventkeep.canonical import hash_of
from eventkeep.cloudevent import Told, decode
from eventkeep.codec import Vocabulary
from eventkeep.keys import Keys
from eventkeep.pg import UNREACHABLE, Connection
from eventkeep.sealing import open_json
from eventkeep.view import Folded, View

log = structlog.get_logger()
CACHED = 20_000
_PAGE = 1_000


NOTICED = 150
"""How many keys one notice of PostgreSQL holds, which has 8,000 bytes: those of other kinds are longer than an id."""
# Writes by compare and set, and tells who waits for these families.
_WRITE = f"""
with written as (
    insert into views as v (view, view_version, family, state_no, vector, document, hash, waiting)
    select $1, $2, * from unnest($3::text[], $4::bigint[], $5::text[], $6::bytea[], $7::bytea[], $8::int[])
    on conflict (view, view_version, family) do update set state_no = excluded.state_no,
        vector = excluded.vector, document = excluded.document, hash = excluded.hash,
        waiting = excluded.waiting, parked = null, parked_code = null, changed_at = now()
    where v.state_no = excluded.state_no - 1 returning family),
paged as (select family, row_number() over () / {NOTICED} as page from written),
told as (select count(*) as families, pg_notify('views', string_agg(family, ',')) from paged group by page)
select coalesce(sum(families), 0)::int from told
"""


class StateMoved(Exception):
    """Another writer moved the family's state meanwhile: nothing was written, fold again."""


@dataclass(frozen=True, slots=True)
class _Row:
    state_no: int
    vector: dict[str, int]
    parked: str | None


class Projection:
    """One view of one database. Keeps the families' parts in memory, as far as they fit."""

    def __init__(
        self, view: View, vocabularies: Mapping[str, Vocabulary], keys: Keys, name: str | None = None
    ) -> None:
        """`name` is what its rows carry, where that isn't the view's own."""
        self.view = view
        self.of = (name or view.name, view.version)
        self.vocabularies = vocabularies
        self.keys = keys
        self.code = view.code(vocabularies)
        self._held: OrderedDict[str, Folded] = OrderedDict()
        self._pending: dict[str, Folded] = {}

    async def fold(
        self,
        connection: Connection,
        fresh: Sequence[Told],
        counts: Mapping[str, Mapping[str, int]],
        forked: Mapping[str, Set[str]],
    ) -> list[str]:
        """Folds newly kept events. `counts` says how many of each service are kept now, so that what another
        writer kept is never overlooked; a family with a `forked` chain stands still until that is decided.
        Returns the families whose state moved; raises StateMoved."""
        self._pending = {}
        by_family: dict[str, list[Told]] = {}
        for told in fresh:
            if told.envelope.service in self.view.folds and self.view.takes(told.envelope.key):
                by_family.setdefault(told.envelope.key, []).append(told)
        for family in [
            each for each in forked if forked[each] & self.view.services and self.view.takes(each)
        ]:
            by_family.pop(family, None)
            self._held.pop(family, None)
            await self.stand_still(connection, family, "fork")
        held = {family: self._held.pop(family) for family in by_family if family in self._held}
        rows = await self._rows(connection, by_family.keys() - held.keys())
        rows |= {family: _Row(each.state_no, each.vector, None) for family, each in held.items()}
        folded: dict[str, Folded] = {}
        for family, arrived in by_family.items():
            if family in held or family not in rows:
                on = held.get(family) or Folded(self.view, self.vocabularies)
                kept = sum(counts[family].get(service, 0) for service in self.view.folds)
                if all(on.add(told) for told in arrived) and on.events == kept:
                    folded[family] = on
        missing = [family for family in by_family if family not in folded]
        folded |= await self._from_journal(connection, missing, rows)
        return await self._write(connection, folded, rows)

    async def refold(self, connection: Connection, families: Sequence[str]) -> list[str]:
        """Folds families anew from the journal, parked ones too, and also where that shows less than before."""
        return await self._without_memory(connection, families, True)

    async def catch_up(self, connection: Connection, families: Sequence[str]) -> list[str]:
        """Folds families from the journal where that shows more than their rows do, or where they are parked. What the
        journal knows nothing of is left alone. Raises StateMoved."""
        return await self._without_memory(connection, families, False)

    async def _without_memory(self, connection: Connection, families: Sequence[str], anew: bool) -> list[str]:
        """What is folded isn't held in memory: a rebuild folds every family there is."""
        self._pending = {}
        families = [family for family in families if self.view.takes(family)]
        for family in families:
            self._held.pop(family, None)
        rows = await self._rows(connection, families)
        folded = await self._from_journal(connection, families, rows)
        if anew:
            rows = {f: replace(r, parked="anew", vector={}) for f, r in rows.items()}
        else:
            folded = {family: each for family, each in folded.items() if each.events}
        moved = await self._write(connection, folded, rows)
        self._pending = {}
        return moved

    def committed(self) -> None:
        """What was folded last counts: keep it for the next batch."""
        for family, folded in self._pending.items():
            self._held[family] = folded
            self._held.move_to_end(family)
        self._pending = {}
        while len(self._held) > CACHED:
            self._held.popitem(last=False)

    def forget_all(self) -> None:
        """Drops everything held in memory."""
        self._held.clear()
        self._pending = {}

    async def _rows(self, connection: Connection, families: Collection[str]) -> dict[str, _Row]:
        if not families:
            return {}
        rows = await connection.fetch(
            "select family, state_no, vector, parked from views "
            "where view = $1 and view_version = $2 and family = any($3)",
            *self.of,
            list(families),
        )
        return {row[0]: _Row(row[1], vector.parse(row[2]), row[3]) for row in rows}

    async def _from_journal(
        self, connection: Connection, families: Sequence[str], rows: Mapping[str, _Row]
    ) -> dict[str, Folded]:
        folded = {family: Folded(self.view, self.vocabularies) for family in families}
        if families:
            cursor = await connection.cursor(
                "select family, value from journal where family = any($1) and service = any($2)",
                families,
                sorted(self.view.services),
            )
            while page := await cursor.fetch(_PAGE):
                for family, value in page:
                    folded[family].add(decode(value))
        for family, fresh in folded.items():
            fresh.state_no = rows[family].state_no if family in rows else 0
        return folded

    async def _write(
        self, connection: Connection, folded: Mapping[str, Folded], rows: Mapping[str, _Row]
    ) -> list[str]:
        news: dict[str, tuple[bytes, bytes | None]] = {}
        for family, held in folded.items():
            row = rows.get(family)
            try:
                held.advance()
                if row is not None and not vector.covers(held.vector, row.vector):
                    raise LookupError("the journal holds less than the view shows")
                if row is None or row.parked or self._news(held, row):
                    document = held.document()
                    news[family] = document, await self._hash(document)
                self._pending[family] = held
            except UNREACHABLE:  # keys or database, not the family
                raise
            except Exception as error:  # a fold is other people's code: any failure parks this family alone
                await self._park(connection, family, error)
        await self._show(connection, {family: folded[family] for family in sorted(news)}, news)
        still = {f: self._pending[f].waiting for f in self._pending.keys() - news.keys()}
        await self._note_waiting(connection, still)
        return list(news)

    async def _show(
        self,
        connection: Connection,
        moved: Mapping[str, Folded],
        news: Mapping[str, tuple[bytes, bytes | None]],
    ) -> None:
        """Writes the rows of those that moved, each on the state that it was folded from; else StateMoved."""
        if not moved:
            return
        written = await connection.fetchval(
            _WRITE,
            *self.of,
            list(moved),
            [held.state_no + 1 for held in moved.values()],
            [vector.text(held.vector) for held in moved.values()],
            [news[family][0] for family in moved],
            [news[family][1] for family in moved],
            [held.waiting for held in moved.values()],
        )
        if written != len(moved):
            self.forget_all()
            raise StateMoved(self.of[0])
        for held in moved.values():
            held.state_no += 1

    def _news(self, held: Folded, row: _Row) -> bool:
        """A view that waits for nothing may change where its vector doesn't: when a hole is filled."""
        return not self.view.waits_for_causes or not vector.covers(row.vector, held.vector)

    async def _hash(self, document: bytes) -> bytes | None:
        if not self.view.hashed:
            return None
        return hash_of(self.view.version, await open_json(self.keys, document))

    async def _note_waiting(self, connection: Connection, waiting: Mapping[str, int]) -> None:
        if waiting:
            await connection.execute(
                "update views v set waiting = w.waiting from unnest($3::text[], $4::int[]) w (family, waiting) "
                "where v.view = $1 and v.view_version = $2 and v.family = w.family and v.waiting <> w.waiting",
                self.view.name,
                self.view.version,
                list(waiting),
                list(waiting.values()),
            )

    async def _park(self, connection: Connection, family: str, error: Exception) -> None:
        """Keeps the last good state, marked; the reason names the error's kind and place, never a value."""
        last = traceback.extract_tb(error.__traceback__)[-1]
        reason = f"{type(error).__name__} at {last.filename.rpartition('/')[2]}:{last.lineno}"
        log.error("parked", view=self.of[0], family=family, reason=reason)
        await self.stand_still(connection, family, reason)

    async def stand_still(self, connection: Connection, family: str, reason: str) -> None:
        """Keeps the last good state, marked as stale."""
        await connection.execute(
            "insert into views as v (view, view_version, family, state_no, vector, document, parked, parked_code) "
            "values ($1, $2, $3, 0, '', 'null', $4, $5) on conflict (view, view_version, family) "
            "do update set parked = excluded.parked, parked_code = excluded.parked_code",
            *self.of,
            family,
            reason,
            self.code,
        )
