"""What a process counts and measures, for Prometheus. Labels name services, views, rpcs and codes, no ids."""

import asyncio
import time
from collections import Counter as Counted
from collections.abc import Sequence

from prometheus_client import Counter, Gauge, Histogram

from eventkeep.cloudevent import Told
from eventkeep.pg import UNREACHABLE, Pool

APPEND_SECONDS = Histogram(
    "helhed_store_append_seconds", "How long a command waited for its events to be stored"
)
APPEND_GROUP = Histogram(
    "helhed_store_append_group_commands",
    "How many commands were committed together",
    buckets=(1, 2, 4, 8, 16, 32, 64, 128),
)
CONFLICTS = Counter(
    "helhed_store_conflicts", "Commands decided again, since their stream had moved meanwhile"
)

RELAY_LEADING = Gauge("helhed_relay_leading", "1 while this process publishes", ["service"])
RELAY_POSITION = Gauge("helhed_relay_position", "The store's position that is published", ["service"])
RELAY_PUBLISHED = Counter("helhed_relay_published_events", "Events published", ["service"])
RELAY_LAG = Gauge(
    "helhed_relay_lag_seconds",
    "Seconds since all that was committed was surely published; 0 while not leading",
    ["service"],
)

BATCH_SECONDS = Histogram("helhed_consumer_batch_seconds", "How long it took to keep and fold a batch")
KEPT = Counter("helhed_consumer_events", "New events kept, by the service that told them", ["service"])
LAG = Gauge(
    "helhed_consumer_lag_seconds", "Seconds since all that a service had committed was here", ["service"]
)
WAITING = Gauge("helhed_view_waiting_events", "Events that wait for a cause or an earlier event", ["view"])
WAITING_SECONDS = Gauge(
    "helhed_view_waiting_seconds", "How long the family that waits longest has been seen to wait", ["view"]
)
PARKED = Gauge("helhed_view_parked_families", "Families whose view stands still", ["view"])
HOLES = Gauge("helhed_journal_holes", "Chains of the journal with an event missing")
FORKS = Gauge("helhed_journal_forks", "Chains of the journal that differ from what was told before")
QUARANTINED = Gauge("helhed_quarantined_records", "Records of the topics that are no events of ours")
VERIFIED = Counter(
    "helhed_verify_families",
    "Families of which what is shown was compared with their stores, by how that went",
    ["result"],
)
DIFFERS = Gauge("helhed_verify_differs", "Families of which something else is shown than their stores say")
DUE = Gauge("helhed_view_due_families", "Families that are kept and not folded yet, by generation", ["view"])
PAUSED = Gauge("helhed_view_paused", "1 while nothing is folded into what is shown", ["view"])
REPAIRED = Counter(
    "helhed_journal_repairs", "Times that events were fetched from the service that owns them", ["service"]
)
REACTIONS_REFUSED = Counter("helhed_reactions_refused", "Reactions that were refused", ["rpc", "code"])
INBOX = Counter(
    "helhed_inbox_messages",
    "Messages of others' systems, by whose they were and what they were answered (nothing_new: accepted, known before)",
    ["sender", "result"],
)
INBOX_KEPT = Gauge("helhed_inbox_kept_messages", "Messages that wait for their turn", ["sender"])


def kept(events: Sequence[Told]) -> None:
    """Counts events that are new here."""
    for service, count in Counted(told.envelope.service for told in events).items():
        KEPT.labels(service).inc(count)


class Sample:
    """Looks at one service's database now and then, and shows what it saw. `run` until cancelled."""

    def __init__(self, pool: Pool, views: Sequence[str], every: float = 2.0) -> None:
        self._pool, self._views, self._every = pool, views, every
        self._waiting_since: dict[tuple[str, str], float] = {}
        self._due: dict[str, int] = {}

    async def run(self) -> None:
        """Looks again and again. What can't be seen stays as it was: the time series show that it stands."""
        while True:
            try:
                await self._lags()
                await self._folds()
                await self._journal()
                await self._generations()
            except UNREACHABLE:
                pass
            await asyncio.sleep(self._every)

    async def _lags(self) -> None:
        rows = await self._pool.fetch(
            "select service, extract(epoch from now() - min(at))::float8 from watermarks group by service"
        )
        for service, seconds in rows:
            LAG.labels(service).set(max(0.0, seconds))

    async def _folds(self) -> None:
        parked = await self._pool.fetch(
            "select view, count(*) from views where parked is not null group by view"
        )
        counts = {row[0]: row[1] for row in parked}
        waiting = await self._pool.fetch("select view, family, waiting from views where waiting > 0")
        now = time.monotonic()
        since = {(row[0], row[1]): self._waiting_since.get((row[0], row[1]), now) for row in waiting}
        self._waiting_since = since
        for view in self._views:
            PARKED.labels(view).set(counts.get(view, 0))
            WAITING.labels(view).set(sum(row[2] for row in waiting if row[0] == view))
            longest = min((at for (name, _), at in since.items() if name == view), default=now)
            WAITING_SECONDS.labels(view).set(now - longest)

    async def _journal(self) -> None:
        [(holes, forks)] = await self._pool.fetch(
            "select count(*) filter (where events > version), count(forked_at) from journal_heads "
            "where events > version or forked_at is not null"
        )
        HOLES.set(holes)
        FORKS.set(forks)
        QUARANTINED.set(await self._pool.fetchval("select count(*) from quarantine"))
        DIFFERS.set(await self._pool.fetchval("select count(*) from verify_differs"))

    async def _generations(self) -> None:
        rows = await self._pool.fetch("select view, count(distinct family) from folds_due group by view")
        due = dict.fromkeys(self._views, 0) | {row[0]: row[1] for row in rows}
        self._due = {**dict.fromkeys(self._due, 0), **due}
        for view, families in self._due.items():
            DUE.labels(view).set(families)
        rows = await self._pool.fetch("select view from generations where paused is not null")
        paused = {row["view"] for row in rows}
        for view in self._views:
            PAUSED.labels(view).set(view in paused)
