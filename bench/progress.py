"""How it goes, on real servers: registrations a second through gRPC, and the page of progress in somebody's browser.

limit: a bare grpc.aio server, and a bare HTTP server, that answer the same bytes to the same client.
"""

import asyncio
import json
from collections.abc import Mapping, Sequence
from typing import Any

import asyncpg
from starlette.responses import Response

from bench.counting import tally
from bench.measure import Row, Say, Scale, Tally, alternate, row
from bench.visitors import RPC
from bench.workers import Worker
from deploy.embedded.given import Servers
from deploy.load.playing import Playing
from deploy.load.story import cast
from deploy.platform.client import Client
from deploy.platform.processes import SERVICES, Platform
from eventkeep.cloudevent import decode
from eventkeep.edge.call import Caller
from services.overview.web.session import Cookies, begun

CALLERS, FEW, LIVES, SEED = 32, 8, 40, 1
_SERVICE, _, _METHOD = RPC.strip("/").partition("/")
_DAY = "2024-03-04"


async def run(servers: Servers, scale: Scale, say: Say) -> list[Row]:
    """Generated families with a year behind them, registered for and looked at."""
    platform = Platform(servers.kafka, servers.postgres)
    try:
        say("  starting five services")
        await asyncio.to_thread(platform.open)
        series, pages = await asyncio.to_thread(_played, platform, scale.of(LIVES, 10), say)
        async with Worker("bench.visitors") as visitors:
            return [
                await _registrations(platform, visitors, series, scale, say),
                *await _page(platform, visitors, pages, scale, say),
            ]
    finally:
        await asyncio.to_thread(platform.close)


Series, Pages = list[dict[str, str]], list[tuple[str, dict[str, str]]]


def _played(platform: Platform, lives: int, say: Say) -> tuple[Series, Pages]:
    """What may be registered for, and the pages that may be opened, each by the family's clerk."""
    say(f"  playing {lives} generated families")
    addresses = {service: platform.address(service) for service in SERVICES}
    Playing(addresses, platform.issuer, SEED, lives).run()
    series: Series = []
    pages: Pages = []
    with Client(addresses) as client:
        for number in range(1, lives + 1):
            one = cast(SEED, number, platform.issuer)
            if not one.story["readers"]:
                continue
            token = one.token(one.clerk)
            plan = json.loads(client.plan(token, one.family).plan)
            series += [{"family": one.family, "token": token, **each} for each in _going(plan)]
            pages.append((f"/en/f/{one.family}/progress", _cookie(platform, one.id(one.clerk))))
    return series, pages


def _going(plan: Mapping[str, Any]) -> Series:
    """What goes on for an open goal, and a member whom it is about."""
    return [
        {
            "goal": each["goal"],
            "intervention": each["intervention"],
            "person": plan["members"][0]["person"],
            "registered_on": _DAY,
        }
        for each in plan["interventions"]
        if each["ended_on"] is None and each["status"] not in ("ended", "cancelled")
    ][:1]


def _cookie(platform: Platform, clerk: str) -> dict[str, str]:
    """That of somebody who has signed in."""
    answer = Response()
    caller = Caller("professional", clerk, None, 0.0)
    Cookies(platform.sign_in.secret, False).sign_in(answer, begun(caller, "Somebody", 3_600.0))
    name, _, value = answer.headers["set-cookie"].partition(";")[0].partition("=")
    return {name: value}


async def _registrations(platform: Platform, visitors: Worker, series: Series, scale: Scale, say: Say) -> Row:
    say(f"  registering for {len(series)} families")
    ours, accepted = platform.address("progress"), set[str]()
    async with Worker("bench.echo") as echo:
        asked = {"do": "register", "series": series}
        first: Any = await visitors.ask(**asked, address=ours, callers=1, seconds=0.5)
        accepted.update(first["accepted"])
        port = (await echo.ask(service=_SERVICE, rpcs=[_METHOD], answer=first["answer"]))["port"]

        async def side(address: str) -> float:
            found: Any = await visitors.ask(**asked, address=address, callers=CALLERS, seconds=scale.seconds)
            if address == ours:
                accepted.update(found["accepted"])
            return len(found["took"]) / float(found["seconds"])

        sides = {"ours": ours, "limit": f"127.0.0.1:{port}"}
        found = await alternate(
            {kind: lambda to=to: side(to) for kind, to in sides.items()}, scale.rounds, say
        )
    counted = await _counted(platform.dsn("progress"), accepted)
    return row(f"registrations by gRPC, {CALLERS} callers (report)", "commands/s", found, counted)


async def _page(
    platform: Platform, visitors: Worker, pages: Sequence[Any], scale: Scale, say: Say
) -> list[Row]:
    say(f"  opening the page of progress of {len(pages)} families")
    slow: dict[str, list[float]] = {"ours": [], "limit": []}
    async with Worker("bench.http_echo") as echo:
        asked = {"do": "look", "pages": pages, "callers": FEW}
        first: Any = await visitors.ask(**asked, address=platform.http(), seconds=0.5)
        port = (await echo.ask(answer=first["answer"]))["port"]
        addresses = {"ours": platform.http(), "limit": f"http://127.0.0.1:{port}"}

        async def side(kind: str) -> float:
            found: Any = await visitors.ask(**asked, address=addresses[kind], seconds=scale.seconds)
            slow[kind].append(1_000 * found["took"][len(found["took"]) * 99 // 100])
            return len(found["took"]) / float(found["seconds"])

        found = await alternate({kind: lambda kind=kind: side(kind) for kind in addresses}, scale.rounds, say)
    late = {kind: levels[1:] for kind, levels in slow.items()}
    return [
        row(f"page of progress, {FEW} visitors (report)", "pages/s", found, Tally()),
        row(f"page of progress, {FEW} visitors, p99 (report)", "ms", late, Tally(), lower_is_better=True),
    ]


async def _counted(dsn: str, accepted: set[str]) -> Tally:
    """Each of these commands is one event, in its stream's order, once."""
    connection = await asyncpg.connect(dsn)
    try:
        rows = await connection.fetch("select value from events order by position")
    finally:
        await connection.close()
    envelopes = (decode(each["value"]).envelope for each in rows)
    return tally(
        accepted, ((e.causation_id, e.stream, e.version) for e in envelopes if e.causation_id in accepted)
    )
