"""From a command that was accepted to the record that a department reads in its topic, with five services at work.

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
from contracts.out.events import topic_of
from deploy.embedded.given import Servers
from deploy.platform.processes import Platform

RATE, FAMILIES, DEPARTMENT = 50, 100, "school"
_TOPIC = "bench-chain"


async def run(servers: Servers, scale: Scale, say: Say) -> list[Row]:
    """At a steady rate of commands, each on the next of the families; the department has people in all of them."""
    platform = Platform(servers.kafka, servers.postgres, departments=(DEPARTMENT,))
    try:
        say("  starting five services")
        await asyncio.to_thread(platform.open)
        async with AsyncExitStack() as open_now:
            dsn = await open_now.enter_async_context(database(servers.postgres))
            await open_now.enter_async_context(topics(servers.kafka, _TOPIC))
            reader = await open_now.enter_async_context(Worker("bench.out_reader"))
            chain = await open_now.enter_async_context(Worker("bench.chain"))
            say(f"  registering {FAMILIES} families")
            clerk = str(uuid.uuid4())
            await reader.ask(
                contacts=platform.address("contacts"),
                bootstrap=servers.kafka,
                topic=topic_of(DEPARTMENT, platform.name),
                clerk=clerk,
                token=platform.issuer.token("professional", clerk, DEPARTMENT),
                families=FAMILIES,
            )
            await chain.ask(dsn=dsn, bootstrap=servers.kafka, topic=_TOPIC, families=FAMILIES)
            return await _measured(reader, chain, scale, say)
    finally:
        await asyncio.to_thread(platform.close)


async def _measured(reader: Worker, chain: Worker, scale: Scale, say: Say) -> list[Row]:
    slowest: dict[str, list[float]] = {"ours": [], "limit": []}
    counted: list[Tally] = []

    async def side(kind: str, worker: Worker) -> float:
        answer: Any = await worker.ask(rate=RATE, seconds=2 * scale.seconds)
        waits: Sequence[float] = sorted(answer["waits"])
        slowest[kind].append(1_000 * waits[min(len(waits) - 1, len(waits) * 99 // 100)])
        if kind == "ours":
            counted.append(Tally(*answer["tally"]))
        return 1_000 * waits[len(waits) // 2]

    usual = await alternate(
        {"ours": lambda: side("ours", reader), "limit": lambda: side("limit", chain)}, scale.rounds, say
    )
    rare = {kind: levels[1:] for kind, levels in slowest.items()}
    return [
        row(
            f"accepted to read by a department, {RATE}/s over {FAMILIES} families, {name} (report)",
            "ms",
            found,
            sum(counted, Tally()),
            lower_is_better=True,
        )
        for name, found in (("p50", usual), ("p99", rare))
    ]
