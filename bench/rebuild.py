"""Rebuilding the overview's views from its journal: every family folded anew, in a process of its own; and the plan alone
beside what is shown, by two processes, with the switch.

limit: asyncpg reading the same rows. Beside what is shown 20,000 events/s are to be reached; memory must not grow with the
number of events.
"""

import asyncio
import tempfile
from collections.abc import Sequence
from pathlib import Path

import asyncpg

from bench.databases import database
from bench.folded import of_views
from bench.made import families
from bench.measure import Row, Say, Scale, Tally, alternate, row
from bench.story import Story, of_family, sealed
from bench.workers import Worker
from deploy.embedded.given import Servers
from eventkeep.keys import FileKeys
from eventkeep.migrate import SQL
from eventkeep.store import Head

STORIES = 50
_EACH = 20
_AT_ONCE = 500


async def run(servers: Servers, scale: Scale, say: Say) -> list[Row]:
    """A quarter of a million events, then a million."""
    rows: list[Row] = []
    memory: list[list[float]] = []
    with tempfile.TemporaryDirectory(prefix="helhed-bench-") as folder:
        keys = FileKeys(Path(folder))
        stories = [await sealed(keys) for _ in range(STORIES)]
        for amount in (scale.of(250_000, 10_000), scale.of(1_000_000, 40_000)):
            found, peaks = await _rebuilt(servers, folder, stories, amount, scale, say)
            rows += found
            memory.append(peaks)
    fewer, more = memory
    name = f"{rows[2].name}: peak memory, beside a quarter of the events"
    peak = row(name, "MB", {"ours": more, "limit": fewer}, rows[2].tally, aim=1.2, lower_is_better=True)
    return [*rows, peak]


async def _rebuilt(
    servers: Servers, keys: str, stories: Sequence[Story], amount: int, scale: Scale, say: Say
) -> tuple[list[Row], list[float]]:
    say(f"  {amount:,} events")
    everybody = families(amount // _EACH)
    peaks: list[float] = []
    rounds: list[Tally] = []
    async with database(servers.postgres, SQL / "journal") as dsn:
        await _fill(dsn, stories, everybody)

        async def side(kind: str) -> float:
            connection = await asyncpg.connect(dsn)
            if kind == "ours":
                await connection.execute("truncate views")
            await connection.close()
            async with Worker("bench.rebuilding") as worker:
                answer = await worker.ask(kind=kind, dsn=dsn, keys=keys)
            if kind == "ours":
                peaks.append(answer["megabytes"])
                rounds.append(await of_views(dsn, stories, everybody))
            return float(amount / answer["seconds"])

        async def beside() -> float:
            seconds = await _beside(dsn, keys)
            rounds_beside.append(await of_views(dsn, stories, everybody))
            return amount / seconds

        found = await alternate(
            {"ours": lambda: side("ours"), "limit": lambda: side("limit")}, scale.rounds, say
        )
        rounds_beside: list[Tally] = []
        found_beside = await alternate({"ours": beside, "limit": lambda: side("limit")}, scale.rounds, say)
    name = f"{amount:,} events of {len(everybody):,} families"
    return [
        row(f"rebuild, {name} (report)", "events/s", found, sum(rounds, Tally())),
        row(
            f"rebuild beside and switch, by two processes, {name} (to reach: 20,000)",
            "events/s",
            found_beside,
            sum(rounds_beside, Tally()),
        ),
    ], peaks[1:]


async def _beside(dsn: str, keys: str) -> float:
    """Seconds for the plan, by two processes; the rows of before go first."""
    connection = await asyncpg.connect(dsn)
    await connection.execute("delete from views where view like '%.%'")
    await connection.execute("delete from generations where view like '%.%'")
    await connection.execute("vacuum views")
    await connection.close()
    async with Worker("bench.rebuilding") as one, Worker("bench.rebuilding") as other:
        helping = asyncio.create_task(other.ask(kind="help", dsn=dsn, keys=keys))
        answer = await one.ask(kind="beside", dsn=dsn, keys=keys)
        await helping
    return float(answer["seconds"])


async def _fill(dsn: str, stories: Sequence[Story], everybody: Sequence[str]) -> None:
    """Puts the families' stories into the journal, as if they had arrived."""
    connection = await asyncpg.connect(dsn)
    try:
        for start in range(0, len(everybody), _AT_ONCE):
            events: list[tuple[str, str, int, bytes, bytes]] = []
            heads: list[tuple[str, str, int, bytes, int]] = []
            for number, family in enumerate(everybody[start : start + _AT_ONCE], start):
                chains: dict[str, Head] = {}
                for service, version, value in of_family(stories[number % len(stories)], family, number):
                    chains[service] = head = chains.get(service, Head()).after(value)
                    events.append((family, service, version, value, head.digest))
                heads += [(family, s, head.version, head.digest, head.version) for s, head in chains.items()]
            await connection.copy_records_to_table("journal", records=events)
            await connection.copy_records_to_table(
                "journal_heads", records=heads, columns=["family", "service", "version", "digest", "events"]
            )
        await connection.execute("vacuum analyze journal")
        await connection.execute("vacuum analyze journal_heads")
    finally:
        await connection.close()
