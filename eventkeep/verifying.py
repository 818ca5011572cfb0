"""What is shown is compared with a fold of the stores: some families at a time, over and over, or when it is asked for.

The journal isn't believed: events come from the services that own them, and its chains are compared with theirs.
"""

import asyncio
from collections.abc import AsyncGenerator, Mapping, Sequence
from functools import reduce

import structlog

from eventkeep import metrics, vector
from eventkeep.catchup.owner import NoAnswer, Owner
from eventkeep.cloudevent import NO_DIGEST, chained
from eventkeep.likeness import BAD, Likeness
from eventkeep.pg import UNREACHABLE, Pool
from eventkeep.refolded import Refolding, stored
from eventkeep.streams import stream_of

log = structlog.get_logger()
TROUBLE: tuple[type[Exception], ...] = (*UNREACHABLE, NoAnswer)
_AT_ONCE = 8
_LOOK_EVERY = 5.0


class Verify:
    """Compares families of one view with their stores. Raises NoAnswer where an owner can't be asked."""

    def __init__(self, pool: Pool, refolding: Refolding, owners: Mapping[str, Owner]) -> None:
        self.pool, self.refolding = pool, refolding
        self.view = refolding.view
        self._owners = {service: owners[service] for service in self.view.services}

    async def families(self, families: Sequence[str]) -> dict[Likeness, list[str]]:
        """These families, by how they compare."""
        found: dict[Likeness, list[str]] = {}
        for start in range(0, len(families), _AT_ONCE):
            some = families[start : start + _AT_ONCE]
            for family, likeness in zip(
                some, await asyncio.gather(*(self.family(each) for each in some)), strict=True
            ):
                found.setdefault(likeness, []).append(family)
        return found

    async def family(self, family: str) -> Likeness:
        """One family: what its stores say at the vector that is shown."""
        row = await self.pool.fetchrow(_SHOWN, self.view.name, self.view.version, family)
        if row is None or not row["vector"]:
            return Likeness.PARKED
        shown = stored({**row, "parked": None})  # what stands still was right when it was shown
        heads = {each["service"]: each for each in await self.pool.fetch(_HEADS, family)}
        values: list[bytes] = []
        for service, owner in self._owners.items():
            head = heads.get(service)
            told, digest = await _chain(owner, family, head["version"] if head else 0)
            if head is not None and head["events"] > head["version"]:
                return (
                    Likeness.AHEAD
                )  # a hole, which is being repaired: views that wait for nothing fold past it
            if head is not None and digest not in (None, head["digest"]):
                return Likeness.FORKED
            values += told
        at = vector.parse(shown.vector)
        return await self.refolding.compare(shown, values, at)

    async def sample(self, count: int) -> list[str]:
        """Families by chance."""
        rows = await self.pool.fetch(_SAMPLE, self.view.name, self.view.version, count)
        return [row["family"] for row in rows]

    async def pages(self, page: int = 200) -> AsyncGenerator[list[str], None]:
        """All families, some at a time."""
        after = ""
        while families := await self.next(after, page):
            yield families
            after = families[-1]

    async def next(self, after: str, count: int) -> list[str]:
        """The next families after one, in the order of their ids."""
        rows = await self.pool.fetch(_NEXT, self.view.name, self.view.version, after, count)
        return [row["family"] for row in rows]


class Verifying:
    """Verifies on a schedule: `sample` families of each view every so many seconds, and again those that differed. One
    process of a service does it. `run` until cancelled."""

    def __init__(self, verifies: Sequence[Verify], every: float, sample: int) -> None:
        self._verifies, self._every, self._sample = verifies, every, sample
        self._troubled = False

    async def run(self) -> None:
        """Takes a round whenever one is due."""
        while True:
            for verify in self._verifies:
                try:
                    await self.round(verify)
                    self._troubled = False
                except TROUBLE as error:
                    if not self._troubled:
                        log.warning("verify_waits", view=verify.view.name, reason=type(error).__name__)
                    self._troubled = True
            await asyncio.sleep(min(self._every, _LOOK_EVERY))

    async def round(self, verify: Verify) -> bool:
        """Verifies some families where a round is due, which it then isn't for the others. Says whether it was."""
        await verify.pool.execute(_ROUND, verify.view.name)
        after = await verify.pool.fetchval(_CLAIM, verify.view.name, self._every)
        if after is None:
            return False
        rows = await verify.pool.fetch(_DIFFERED, verify.view.name)
        families = await verify.next(after, self._sample)
        found = await verify.families(sorted({*families, *(row["family"] for row in rows)}))
        await self._note(verify, found, families[-1] if len(families) == self._sample else "")
        return True

    async def _note(self, verify: Verify, found: Mapping[Likeness, Sequence[str]], after: str) -> None:
        view = verify.view.name
        for likeness, families in found.items():
            metrics.VERIFIED.labels(likeness).inc(len(families))
            for family in families if likeness in BAD else ():
                log.error("verify_differs", view=view, family=family, reason=str(likeness))
        bad = {family: str(each) for each in BAD for family in found.get(each, ())}
        good = [f for each, families in found.items() if each not in BAD for f in families]
        async with verify.pool.acquire() as connection, connection.transaction():
            await connection.execute(_BAD, view, list(bad), list(bad.values()))
            await connection.execute(_GOOD, view, good)
            await connection.execute("update verify_rounds set after = $2 where view = $1", view, after)


async def _chain(owner: Owner, family: str, version: int) -> tuple[list[bytes], bytes | None]:
    """All that a store tells of a family, and the digest at a version, made of the events themselves; None where it
    doesn't reach that far."""
    values = [e.value async for events in owner.stream(stream_of(family), 0) for e in events]
    if len(values) < version:
        return values, None
    return values, reduce(chained, values[:version], NO_DIGEST)


_SHOWN = (
    "select family, vector, document, hash from views where view = $1 and view_version = $2 and family = $3"
)
_HEADS = "select service, version, events, digest from journal_heads where family = $1"
_SAMPLE = "select family from views where view = $1 and view_version = $2 order by random() limit $3"
_NEXT = (
    "select family from views where view = $1 and view_version = $2 and family > $3 order by family limit $4"
)
_ROUND = "insert into verify_rounds (view) values ($1) on conflict do nothing"
_CLAIM = """
update verify_rounds set next_at = now() + make_interval(secs => $2)
 where view = $1 and next_at <= now() returning after
"""
_DIFFERED = "select family from verify_differs where view = $1"
_BAD = """
insert into verify_differs (view, family, likeness) select $1, * from unnest($2::text[], $3::text[])
on conflict (view, family) do update set likeness = excluded.likeness
"""
_GOOD = "delete from verify_differs where view = $1 and family = any($2)"
