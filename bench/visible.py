"""From sending a command to seeing its effect in WatchFamilyPlan, with five services at work.

limit: a bare chain in one process: insert (asyncpg), send, consume (aiokafka), upsert, heard by LISTEN.
"""

import asyncio
import uuid
from collections.abc import Sequence
from contextlib import AsyncExitStack
from typing import Any

from bench.databases import database, topics
from bench.measure import Row, Say, Scale, Tally, alternate, row
from bench.workers import Worker
from deploy.embedded.given import Servers
from deploy.platform.processes import Platform

RATES = (50, 200)
FAMILIES = 100
_TOPIC = "bench-chain"


async def run(servers: Servers, scale: Scale, say: Say) -> list[Row]:
    """At a steady rate of commands, each on the next of the families; every family is watched."""
    platform = Platform(servers.kafka, servers.postgres)
    try:
        say("  starting five services")
        await asyncio.to_thread(platform.open)
        async with AsyncExitStack() as open_now:
            dsn = await open_now.enter_async_context(database(servers.postgres))
            await open_now.enter_async_context(topics(servers.kafka, _TOPIC))
            watchers = await open_now.enter_async_context(Worker("bench.watchers"))
            chain = await open_now.enter_async_context(Worker("bench.chain"))
            say(f"  registering {FAMILIES} families")
            await _begin(platform, watchers)
            await chain.ask(dsn=dsn, bootstrap=servers.kafka, topic=_TOPIC, families=FAMILIES)
            return [each for rate in RATES for each in await _at(rate, watchers, chain, scale, say)]
    finally:
        await asyncio.to_thread(platform.close)


async def _begin(platform: Platform, watchers: Worker) -> None:
    clerk = str(uuid.uuid4())
    await watchers.ask(
        contacts=platform.address("contacts"),
        overview=platform.address("overview"),
        clerk=clerk,
        token=platform.issuer.token("professional", clerk, "school"),
        families=FAMILIES,
    )


async def _at(rate: int, watchers: Worker, chain: Worker, scale: Scale, say: Say) -> list[Row]:
    say(f"  {rate} commands/s")
    slowest: dict[str, list[float]] = {"ours": [], "limit": []}
    counted: list[Tally] = []

    async def side(kind: str, worker: Worker) -> float:
        answer: Any = await worker.ask(rate=rate, seconds=2 * scale.seconds)
        waits: Sequence[float] = sorted(answer["waits"])
        slowest[kind].append(1_000 * waits[min(len(waits) - 1, len(waits) * 99 // 100)])
        if kind == "ours":
            counted.append(Tally(*answer["tally"]))
        return 1_000 * waits[len(waits) // 2]

    usual = await alternate(
        {"ours": lambda: side("ours", watchers), "limit": lambda: side("limit", chain)}, scale.rounds, say
    )
    rare = {kind: levels[1:] for kind, levels in slowest.items()}
    return [
        row(
            f"command to visible, {rate}/s over {FAMILIES} families, {name}",
            "ms",
            found,
            sum(counted, Tally()),
            aim=2.0,
            lower_is_better=True,
        )
        for name, found in (("p50", usual), ("p99", rare))
    ]
