"""From a command that was accepted to the record that a department reads in its topic, with five services at work.

limit: a bare chain in one process: insert (asyncpg), send, consume (aiokafka), upsert, heard by LISTEN.
"""

import asyncio
import uuid
from contextlib import AsyncExitStack

from bench.databases import database, topics
from bench.measure import Row, Say, Scale
from bench.waits import waits
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
            name = f"accepted to read by a department, {RATE}/s over {FAMILIES} families, {{}} (report)"
            return await waits(name, RATE, reader, chain, scale, say)
    finally:
        await asyncio.to_thread(platform.close)
