"""Round trips of the event store on PostgreSQL: appends, and what is tried again while there is time."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import Any

from eventkeep import metrics
from eventkeep.cloudevent import chained
from eventkeep.pg import UNREACHABLE, Line
from eventkeep.store import Append, Appended, Outcome, StoreUnreachable

APPEND = "select append_command($1, $2, $3, $4, $5, $6, $7, $8)"
APPEND_TOGETHER = "select append_commands($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)"


async def append_alone(line: Line, append: Append, end: float) -> Appended:
    """One command, in one round trip. Raises StoreUnreachable at the end, a moment of the event loop's clock."""
    metrics.APPEND_GROUP.observe(1)
    digests: list[bytes] = []
    digest = append.head.digest
    for value in append.values:
        digest = chained(digest, value)
        digests.append(digest)
    outcome, answer = await tried(
        end,
        line.ask,
        APPEND,
        append.command_id,
        append.fingerprint,
        append.stream,
        append.head.version,
        append.head.digest if append.head.version else None,
        append.answer,
        append.values,
        digests,
    )
    return Appended(Outcome(outcome), append.answer if outcome == Outcome.APPENDED else answer or "")


async def append_together(line: Line, group: Sequence[Append], end: float) -> list[int] | None:
    """A group, in one round trip. Where some aren't new or their streams moved, none: their numbers.

    Raises StoreUnreachable."""
    metrics.APPEND_GROUP.observe(len(group))
    numbers: list[int] = []
    versions: list[int] = []
    values: list[bytes] = []
    digests: list[bytes] = []
    for number, append in enumerate(group, 1):
        digest = append.head.digest
        for version, value in enumerate(append.values, append.head.version + 1):
            digest = chained(digest, value)
            numbers.append(number)
            versions.append(version)
            values.append(value)
            digests.append(digest)
    odd: list[int] | None = await tried(
        end,
        line.ask,
        APPEND_TOGETHER,
        [append.command_id for append in group],
        [append.fingerprint for append in group],
        [append.stream for append in group],
        [append.head.version for append in group],
        [append.head.digest if append.head.version else None for append in group],
        [append.answer for append in group],
        numbers,
        versions,
        values,
        digests,
    )
    return odd


async def tried(end: float, ask: Callable[..., Awaitable[Any]], query: str, *arguments: Any) -> Any:
    """The server's answer. A lost connection is tried again until the end: command ids make that safe."""
    loop = asyncio.get_running_loop()
    pause = 0.05
    while True:
        try:
            async with asyncio.timeout_at(end):
                return await ask(query, *arguments)
        except UNREACHABLE as error:
            if loop.time() + pause > end:
                raise StoreUnreachable(type(error).__name__) from None
        await asyncio.sleep(pause)
        pause = min(pause * 2, 1.0)
