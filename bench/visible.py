"""From sending a command to seeing its effect in WatchFamilyPlan, with five services at work.

limit: a bare chain in one process: insert (asyncpg), send, consume (aiokafka), upsert, heard by LISTEN.
"""

import asyncio
import uuid
from contextlib import AsyncExitStack

from bench.databases import database, topics
from bench.measure import Row, Say, Scale
from bench.waits import waits
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
            rows: list[Row] = []
            for rate in RATES:
                say(f"  {rate} commands/s")
                name = f"command to visible, {rate}/s over {FAMILIES} families, {{}}"
                rows += await waits(name, rate, watchers, chain, scale, say, aim=2.0)
            return rows
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
