"""What readers of one overview process get: plans a second, two thousand who watch, the first look after an attachment.

limit: a bare grpc.aio server that answers the same bytes to the same client. Each reading is noted before it leaves.
"""

import asyncio
import os
import uuid
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import asyncpg

from bench.measure import Row, Say, Scale, Tally, alternate, row
from bench.readers import SERVICE
from bench.workers import Worker
from deploy.embedded.given import Servers
from deploy.load.playing import Playing
from deploy.load.story import cast
from deploy.platform.processes import SERVICES, Platform

CALLERS, FEW, LIVES, SEED = 32, 8, 40, 1
WATCHERS, FAMILIES = 2_000, 100
_PAGE_MB = os.sysconf("SC_PAGE_SIZE") / 1024 / 1024


async def run(servers: Servers, scale: Scale, say: Say) -> list[Row]:
    """Plans of generated families, some with a year behind them; then watchers; then attachments."""
    platform = Platform(servers.kafka, servers.postgres)
    try:
        say("  starting five services")
        await asyncio.to_thread(platform.open)
        plans = await asyncio.to_thread(_played, platform, scale.of(LIVES, 10), say)
        async with Worker("bench.readers") as readers, Worker("bench.echo") as echo:
            rows = await _reads(platform, readers, echo, plans, scale, say)
            clerk = str(uuid.uuid4())
            begun: Any = await readers.ask(
                do="begin",
                contacts=platform.address("contacts"),
                clerk=clerk,
                token=platform.issuer.token("professional", clerk, "school"),
                families=FAMILIES,
            )
            rows += await _attached(platform, readers, begun, scale, say)
            return rows + await _watched(platform, readers, begun["families"][0], scale, say)
    finally:
        await asyncio.to_thread(platform.close)


def _played(platform: Platform, lives: int, say: Say) -> list[tuple[str, str]]:
    """Families whose plan may be read, each with the token of one who may."""
    say(f"  playing {lives} generated families")
    addresses = {service: platform.address(service) for service in SERVICES}
    Playing(addresses, platform.issuer, SEED, lives).run()
    casts = [cast(SEED, number, platform.issuer) for number in range(1, lives + 1)]
    return [(one.family, one.token(one.clerk)) for one in casts if one.story["readers"]]


async def _reads(
    platform: Platform,
    readers: Worker,
    echo: Worker,
    plans: Sequence[tuple[str, str]],
    scale: Scale,
    say: Say,
) -> list[Row]:
    say(f"  reading {len(plans)} plans")
    ours = platform.address("overview")
    first: Any = await readers.ask(do="read", address=ours, plans=plans[:1], callers=1, seconds=0.5)
    port = (await echo.ask(service=SERVICE, rpcs=["GetFamilyPlan"], answer=first["answer"]))["port"]
    addresses = {"ours": ours, "limit": f"127.0.0.1:{port}"}
    slow: dict[str, list[float]] = {"ours": [], "limit": []}
    read, before = len(first["took"]), await _noted(platform)

    async def side(kind: str) -> float:
        nonlocal read
        asked = {"do": "read", "address": addresses[kind], "plans": plans}
        many: Any = await readers.ask(**asked, callers=CALLERS, seconds=scale.seconds)
        few: Any = await readers.ask(**asked, callers=FEW, seconds=scale.seconds)
        slow[kind].append(1_000 * few["took"][len(few["took"]) * 99 // 100])
        read += (len(many["took"]) + len(few["took"])) * (kind == "ours")
        return float(len(many["took"]) / many["seconds"])

    read -= len(first["took"])
    found = await alternate({kind: lambda kind=kind: side(kind) for kind in addresses}, scale.rounds, say)
    unnoted = Tally(max(0, read - (await _noted(platform) - before)))
    late = {kind: levels[1:] for kind, levels in slow.items()}
    return [
        row(f"plan reads, each noted, {CALLERS} callers (to reach: 1,500)", "reads/s", found, unnoted),
        row(f"a plan read, {FEW} callers, p99 (to reach: 10)", "ms", late, unnoted, lower_is_better=True),
    ]


async def _noted(platform: Platform) -> int:
    connection = await asyncpg.connect(platform.dsn("overview"))
    try:
        return int(await connection.fetchval("select count(*) from readings"))
    finally:
        await connection.close()


async def _attached(platform: Platform, readers: Worker, begun: Any, scale: Scale, say: Say) -> list[Row]:
    say("  attaching, and asking until the plan is given")
    took: list[float] = []
    early = 0
    for colleague in begun["colleagues"][2 : scale.of(5, 3)]:
        answer: Any = await readers.ask(
            do="attach",
            contacts=platform.address("contacts"),
            overview=platform.address("overview"),
            families=begun["families"],
            colleague=colleague,
            token=platform.issuer.token("professional", colleague, "school"),
        )
        took, early = took + answer["took"], early + answer["early"]
    took.sort()
    levels = {"p50": took[len(took) // 2], "p99": took[len(took) * 99 // 100]}
    return [
        row(
            f"attached to readable, {name}, of {len(took)} (to reach: 2,000)",
            "ms",
            {"ours": [1_000 * level]},
            Tally(duplicated=early),
            lower_is_better=True,
        )
        for name, level in levels.items()
    ]


async def _watched(platform: Platform, readers: Worker, family: str, scale: Scale, say: Say) -> list[Row]:
    count = scale.of(WATCHERS, 200)
    say(f"  {count:,} watchers of one plan")
    before = _megabytes(platform)
    opened: Any = await readers.ask(
        do="open", overview=platform.address("overview"), family=family, count=count
    )
    each = 1_024 * (_megabytes(platform) - before) / count
    answers: list[Any] = []
    if opened["opened"]:
        for _ in range(scale.rounds):
            answers.append(
                await readers.ask(do="change", contacts=platform.address("contacts"), family=family)
            )
    lost = Tally(sum(answer["lost"] for answer in answers) if answers else count)
    seen = [answer for answer in answers if not answer["lost"]]
    rows = [row(f"{count:,} watchers: memory for each", "KB", {"ours": [each]}, lost, lower_is_better=True)]
    return rows + [
        row(
            f"{count:,} watchers of one plan: a command until {who} has seen it",
            "ms",
            {"ours": [1_000 * answer[which] for answer in seen]},
            lost,
            lower_is_better=True,
        )
        for which, who in (("middle", "half of them"), ("last", "the last one"))
        if seen
    ]


def _megabytes(platform: Platform) -> float:
    """What overview's process holds in memory now."""
    for process in Path("/proc").iterdir():
        if process.name.isdigit() and _is_overview(process, platform.name):
            return int((process / "statm").read_text().split()[1]) * _PAGE_MB
    return 0.0


def _is_overview(process: Path, prefix: str) -> bool:
    try:
        named = b"services.overview.main" in (process / "cmdline").read_bytes().split(b"\0")
        return named and f"HELHED_KAFKA_PREFIX={prefix}".encode() in (process / "environ").read_bytes()
    except OSError:
        return False
