"""The messages that wait for their turn, how far topics were read, and the answers to be sent: in the service's database.

How far a topic was read is written together with what was read there: nothing is taken twice, nothing is passed over.
"""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from eventkeep.inbox.message import Place
from eventkeep.keys import Keys
from eventkeep.pg import Pool
from eventkeep.sealing import opened, seal

_KEEP = """
insert into inbox (owner, topic, part, place, subject, key, value)
select * from unnest($1::text[], $2::text[], $3::int[], $4::bigint[], $5::bytea[], $6::text[], $7::text[])
on conflict do nothing
"""
# Only from where it stands: whoever was taken over and goes on finds that it was moved, and keeps nothing.
_REACHED = """
insert into inbox_offsets as o (topic, part, next)
select topic, part, reached from unnest($1::text[], $2::int[], $3::bigint[], $4::bigint[]) r (topic, part, began, reached)
on conflict (topic, part) do update set next = excluded.next
 where o.next <= (select began from unnest($1::text[], $2::int[], $3::bigint[]) b (topic, part, began)
                   where (b.topic, b.part) = (o.topic, o.part))
returning 1
"""
# Of each subject whose turn it is the first few, in their order; of each owner at most some at a time, so that nobody
# keeps the others waiting.
_DUE = """
select i.n, i.owner, i.topic, i.part, i.place, i.subject, i.key, i.value, i.tries, i.noticed,
       i.waits_since + make_interval(secs => $3) < clock_timestamp() as over,
       i.kept_at + make_interval(secs => $4) > clock_timestamp() as fresh
  from (select n, row_number() over (partition by f.owner order by l.n) as turn
          from (select distinct on (owner, subject) owner, subject, try_at from inbox order by owner, subject, n) f
         cross join lateral (select n from inbox i where i.owner = f.owner and i.subject = f.subject order by n limit $2) l
         where f.try_at <= clock_timestamp()) d
  join inbox i on i.n = d.n
 where d.turn <= $1 order by d.n
"""
# What another process has done meanwhile is not answered again.
_DONE = """
with done as (delete from inbox where n = any($1::bigint[]) returning n)
insert into inbox_answers (topic, key, value)
select topic, key, value from unnest($2::bigint[], $3::text[], $4::text[], $5::bytea[]) a (n, topic, key, value)
  join done using (n) order by n
"""
_LATER = """
with later as (
update inbox i set tries = i.tries + 1, noticed = i.noticed or l.noticed,
    try_at = clock_timestamp() + make_interval(secs => l.pause),
    waits_since = case when l.waits then coalesce(i.waits_since, clock_timestamp()) else i.waits_since end
  from unnest($1::bigint[], $2::float8[], $3::boolean[], $4::boolean[]) l (n, pause, waits, noticed)
 where i.n = l.n and not (i.noticed and l.noticed) returning i.n)
insert into inbox_answers (topic, key, value)
select topic, key, value from unnest($5::bigint[], $6::text[], $7::text[], $8::bytea[]) a (n, topic, key, value)
  join later using (n) order by n
"""
_A_MOMENT = 3.0
"""Seconds in which what services say reaches each of them, though it took long."""
_SAY = """
insert into inbox_answers (topic, key, value)
select topic, key, value from unnest($1::text[], $2::text[], $3::bytea[]) with ordinality a (topic, key, value, n) order by n
"""
_TO_SAY = "select n, topic, key, value from inbox_answers order by n limit $1"


@dataclass(frozen=True, slots=True)
class Due:
    """A message whose turn it is. `over`: it has waited as long as it may. `fresh`: it came a moment ago."""

    n: int
    place: Place
    subject: bytes
    key: str
    value: bytes
    tries: int
    noticed: bool
    over: bool
    fresh: bool


@dataclass(frozen=True, slots=True)
class Taken:
    """A message that was read from its topic, to be kept."""

    place: Place
    subject: str
    key: str
    value: bytes


@dataclass(frozen=True, slots=True)
class Later:
    """A message that is tried again after so many seconds; `waits` where that is for something that isn't there yet."""

    n: int
    pause: float
    waits: bool
    noticed: bool


class Overtaken(RuntimeError):
    """Another process reads on from here."""


@dataclass(frozen=True, slots=True)
class Said:
    """A record that is to be sent; `n` is that of the message it answers, or, once it is kept, its own."""

    n: int
    topic: str
    key: str
    value: bytes


class Kept:
    """The tables of one service's inbox. Values are sealed under a key of the inbox' own."""

    def __init__(self, pool: Pool, keys: Keys, service: str) -> None:
        self._pool, self._keys, self._sealed_for = pool, keys, f"inbox-{service}"

    async def offsets(self) -> dict[tuple[str, int], int]:
        """Where to read on."""
        rows = await self._pool.fetch("select topic, part, next from inbox_offsets")
        return {(row["topic"], row["part"]): row["next"] for row in rows}

    async def waiting(self) -> dict[str, int]:
        """How many messages of each owner are kept."""
        rows = await self._pool.fetch("select owner, count(*) from inbox group by owner")
        return {row["owner"]: row["count"] for row in rows}

    async def take(
        self, taken: Sequence[Taken], said: Sequence[Said], spans: Mapping[tuple[str, int], tuple[int, int]]
    ) -> None:
        """Keeps what was read, and answers what can be answered at once: all of it, and how far that was, or nothing.
        `spans`: from where to where each partition was read. Raises Overtaken."""
        key = (await self._keys.make([self._sealed_for]))[self._sealed_for]
        rows = [
            (
                each.place.owner,
                each.place.topic,
                each.place.partition,
                each.place.offset,
                hashlib.sha256(each.subject.encode()).digest()[:16],
                each.key,
                seal(key, self._sealed_for, _of(each.place), "value", each.value.decode()),
            )
            for each in taken
        ]
        async with self._pool.acquire() as connection, connection.transaction():
            places = [(*place, *span) for place, span in sorted(spans.items())]
            if len(await connection.fetch(_REACHED, *_columns(places, 4))) < len(places):
                raise Overtaken
            if rows:
                await connection.execute(_KEEP, *_columns(rows, 7))
            if said:
                answers = [(each.topic, each.key, each.value) for each in said]
                await connection.execute(_SAY, *_columns(answers, 3))

    async def due(self, of_owner: int, of_subject: int, patience: float) -> list[Due]:
        """Whose turn it is, at most so many of each owner and each subject, in their order. `patience` is how many seconds
        a message waits for what isn't there."""
        rows = await self._pool.fetch(_DUE, of_owner, of_subject, patience, _A_MOMENT)
        key = (await self._keys.make([self._sealed_for]))[self._sealed_for] if rows else None
        return [
            Due(
                row["n"],
                Place(row["owner"], row["topic"], row["part"], row["place"]),
                row["subject"],
                row["key"],
                opened(key, row["value"]).encode(),
                row["tries"],
                row["noticed"],
                bool(row["over"]),
                row["fresh"],
            )
            for row in rows
        ]

    async def done(self, done: Sequence[int], later: Sequence[Later], said: Sequence[Said]) -> None:
        """These are answered, and these are tried again: all of it or nothing."""
        async with self._pool.acquire() as connection, connection.transaction():
            answers = _columns([(each.n, each.topic, each.key, each.value) for each in said], 4)
            await connection.execute(_DONE, list(done), *answers)
            if later:
                rows = [(each.n, each.pause, each.waits, each.noticed) for each in later]
                await connection.execute(_LATER, *_columns(rows, 4), *answers)

    async def to_say(self, at_most: int) -> list[Said]:
        """What is to be sent next."""
        return [Said(*row) for row in await self._pool.fetch(_TO_SAY, at_most)]

    async def was_said(self, said: Sequence[Said]) -> None:
        """These were sent."""
        await self._pool.execute("delete from inbox_answers where n = any($1)", [each.n for each in said])


def _columns(rows: Sequence[Sequence[object]], width: int) -> list[list[object]]:
    return [[row[n] for row in rows] for n in range(width)]


def _of(place: Place) -> str:
    return f"{place.partition}-{place.offset}"
