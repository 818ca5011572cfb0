"""Appending: one 400-byte event a command, version checked, remembered, durable.

limit: the bare insert of the same bytes by asyncpg, one event a transaction, with nothing else. peer: the
`eventsourcing` package's PostgreSQL recorder in threads.
"""

import asyncio
from contextlib import AsyncExitStack

from bench.appenders import Bare, Ours, Sealing, stored
from bench.databases import database
from bench.eventsourcing_peer import Peer
from bench.measure import Row, Say, Scale, alternate, row
from bench.workers import Worker
from deploy.embedded.given import Servers
from eventkeep.migrate import SQL

MANY = 32


async def run(servers: Servers, scale: Scale, say: Say) -> list[Row]:
    """One caller, many, many with personal text, and many from two replicas."""
    return [
        *await _callers(servers, scale, say, 1, 0.5),
        *await _callers(servers, scale, say, MANY, 1.5),
        *await _replicas(servers, scale, say),
    ]


async def _callers(servers: Servers, scale: Scale, say: Say, callers: int, aim: float) -> list[Row]:
    say(f"  {callers} caller(s)")
    async with AsyncExitStack() as open_now:
        dsn = await open_now.enter_async_context(database(servers.postgres, SQL / "store"))
        peer_dsn = await open_now.enter_async_context(database(servers.postgres))
        ours = await open_now.enter_async_context(Ours(dsn, callers))
        sealing = await open_now.enter_async_context(Sealing(dsn, callers))
        limit = await open_now.enter_async_context(Bare(dsn, callers))
        peer = open_now.enter_context(Peer(peer_dsn, callers))
        found = await alternate(
            {
                "ours": lambda: ours.append(scale.seconds),
                "limit": lambda: limit.append(scale.seconds),
                "peer": lambda: peer.append(scale.seconds),
                "sealed": lambda: sealing.append(scale.seconds),
            },
            scale.rounds,
            say,
        )
        counted = await stored(dsn, ours.accepted)
        counted_sealed = await stored(dsn, sealing.accepted)
    sealed = {"ours": found.pop("sealed"), "limit": found["limit"]}
    who = "1 caller" if callers == 1 else f"{callers} callers"
    rows = [
        row(f"append, {who}", "events/s", found, counted, aim=aim),
        row(f"append, {who}, decided and sealed (two fields)", "events/s", sealed, counted_sealed),
    ]
    if callers == MANY:
        found.pop("limit")
        beside = f"append, {who}, beside the eventsourcing package"
        rows.append(row(beside, "events/s", found, counted, aim=15.0, beside="peer"))
    return rows


async def _replicas(servers: Servers, scale: Scale, say: Say) -> list[Row]:
    say(f"  {MANY} callers from two replicas")
    async with AsyncExitStack() as open_now:
        dsn = await open_now.enter_async_context(database(servers.postgres, SQL / "store"))
        replicas = [await open_now.enter_async_context(Worker("bench.appenders")) for _ in range(2)]
        heads: dict[str, int] = {}

        async def side(kind: str) -> float:
            asked = {"kind": kind, "dsn": dsn, "callers": MANY // 2, "seconds": scale.seconds}
            answers = await asyncio.gather(*(replica.ask(**asked) for replica in replicas))
            if kind == "ours":
                for each in answers:
                    heads.update(each["accepted"])
            return float(sum(each["level"] for each in answers))

        found = await alternate(
            {"ours": lambda: side("ours"), "limit": lambda: side("limit")}, scale.rounds, say
        )
        counted = await stored(dsn, heads)
    return [row(f"append, {MANY} callers from two replicas", "events/s", found, counted)]
