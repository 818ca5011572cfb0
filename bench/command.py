"""A command through gRPC, into a real service's process: token verified, decided, sealed, stored, answered.

limit: a bare grpc.aio server that answers the same bytes to the same requests of the same client process.
"""

import asyncio
import uuid

import asyncpg

from bench.clerk import SERVICE
from bench.counting import tally
from bench.measure import Row, Say, Scale, Tally, alternate, row
from bench.workers import Worker
from deploy.embedded.given import Servers
from deploy.platform.processes import Platform
from eventkeep.cloudevent import decode

CALLERS = 32
_UNPUBLISHED = "select max(position) > (select position from relay) from events"
FAMILIES = 1_000
_RPCS = {
    "RegisterPerson": "a new stream each",
    "AttachProfessional": f"on {FAMILIES:,} existing families",
}


async def run(servers: Servers, scale: Scale, say: Say) -> list[Row]:
    """Commands on streams that are new, and on existing families (facts are read before deciding)."""
    platform = Platform(servers.kafka, servers.postgres)
    try:
        await asyncio.to_thread(platform.make)
        await asyncio.to_thread(platform.start, "contacts")
        async with Worker("bench.callers") as callers, Worker("bench.echo") as echo:
            families, clerk = scale.of(FAMILIES, 100), str(uuid.uuid4())
            say(f"  registering {families} families")
            prepared = await callers.ask(
                address=platform.address("contacts"),
                clerk=clerk,
                token=platform.issuer.token("professional", clerk, "school"),
                families=families,
            )
            port = (await echo.ask(service=SERVICE, rpcs=list(_RPCS), answer=prepared["answer"]))["port"]
            addresses = {"ours": platform.address("contacts"), "limit": f"127.0.0.1:{port}"}
            return [
                await _commands(platform, callers, addresses, rpc, where, scale, say)
                for rpc, where in _RPCS.items()
            ]
    finally:
        await asyncio.to_thread(platform.close)


async def _commands(
    platform: Platform,
    callers: Worker,
    addresses: dict[str, str],
    rpc: str,
    where: str,
    scale: Scale,
    say: Say,
) -> Row:
    say(f"  {rpc}")
    accepted: set[str] = set()

    async def side(kind: str) -> float:
        await _settled(platform.dsn("contacts"))
        answer = await callers.ask(address=addresses[kind], rpc=rpc, callers=CALLERS, seconds=scale.seconds)
        if kind == "ours":
            accepted.update(answer["accepted"])
        return len(answer["accepted"]) / float(answer["seconds"])

    found = await alternate({"ours": lambda: side("ours"), "limit": lambda: side("limit")}, scale.rounds, say)
    counted = await _counted(platform.dsn("contacts"), accepted)
    name = f"command by gRPC, {CALLERS} callers, {rpc}, {where}"
    return row(name, "commands/s", found, counted, aim=0.6)


async def _counted(dsn: str, accepted: set[str]) -> Tally:
    """Each of these commands is one event, in its stream's order, once."""
    connection = await asyncpg.connect(dsn)
    try:
        rows = await connection.fetch("select value from events order by position")
    finally:
        await connection.close()
    envelopes = [decode(row["value"]).envelope for row in rows]
    return tally(accepted, ((e.causation_id, e.stream, e.version) for e in envelopes))


async def _settled(dsn: str) -> None:
    """Waits until the relay has published all there is, so that it works in nobody else's round."""
    connection = await asyncpg.connect(dsn)
    try:
        async with asyncio.timeout(60):
            while await connection.fetchval(_UNPUBLISHED):  # noqa: ASYNC110 - another process does it
                await asyncio.sleep(0.1)
    finally:
        await connection.close()
