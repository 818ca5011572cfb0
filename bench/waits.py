"""How long what is accepted takes until somebody sees it: ours and a bare chain's, at a rate, from two workers."""

from collections.abc import Sequence
from typing import Any

from bench.measure import Row, Say, Scale, Tally, alternate, row
from bench.workers import Worker


async def waits(
    name: str, rate: int, ours: Worker, limit: Worker, scale: Scale, say: Say, aim: float | None = None
) -> list[Row]:
    """Two rows, p50 and p99 in milliseconds, each put into `name` where it has {}."""
    slowest: dict[str, list[float]] = {"ours": [], "limit": []}
    counted: list[Tally] = []

    async def side(kind: str, worker: Worker) -> float:
        answer: Any = await worker.ask(rate=rate, seconds=2 * scale.seconds)
        found: Sequence[float] = sorted(answer["waits"])
        slowest[kind].append(1_000 * found[min(len(found) - 1, len(found) * 99 // 100)])
        if kind == "ours":
            counted.append(Tally(*answer["tally"]))
        return 1_000 * found[len(found) // 2]

    usual = await alternate(
        {"ours": lambda: side("ours", ours), "limit": lambda: side("limit", limit)}, scale.rounds, say
    )
    rare = {kind: levels[1:] for kind, levels in slowest.items()}
    return [
        row(name.format(part), "ms", levels, sum(counted, Tally()), aim=aim, lower_is_better=True)
        for part, levels in (("p50", usual), ("p99", rare))
    ]
