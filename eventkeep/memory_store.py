"""A store in memory, for tests: it passes the same suite as PostgreSQL's."""

from bisect import bisect_right
from collections.abc import Sequence

from eventkeep.store import ANY_FINGERPRINT, Append, Appended, Head, Outcome, Reached, Stored


class MemoryStore:
    """Everything in lists. One process, one event loop."""

    def __init__(self) -> None:
        self._all: list[Stored] = []
        self._streams: dict[str, list[Stored]] = {}
        self._commands: dict[str, tuple[bytes, str]] = {}

    async def append(self, append: Append) -> Appended:
        known = self._commands.get(append.command_id)
        if known is not None:
            repeated = known[0] in (append.fingerprint, ANY_FINGERPRINT)
            return Appended(Outcome.REPEATED if repeated else Outcome.ID_REUSED, known[1])
        stream = self._streams.setdefault(append.stream, [])
        head = Head(stream[-1].version, stream[-1].digest) if stream else Head()
        if head != append.head:
            return Appended(Outcome.CONFLICT, "")
        for value in append.values:
            head = head.after(value)
            stored = Stored(len(self._all) + 1, append.stream, head.version, value, head.digest)
            self._all.append(stored)
            stream.append(stored)
        self._commands[append.command_id] = (append.fingerprint, append.answer)
        return Appended(Outcome.APPENDED, append.answer)

    async def remembered(self, command_id: str) -> tuple[bytes, str] | None:
        return self._commands.get(command_id)

    async def read(self, stream: str, after: int = 0, limit: int = 1_000) -> Sequence[Stored]:
        return self._streams.get(stream, [])[after : after + limit]

    async def read_all(self, after: int = 0, limit: int = 1_000) -> Sequence[Stored]:
        start = bisect_right(self._all, after, key=lambda stored: stored.position)
        return self._all[start : start + limit]

    async def read_heads(self, after: int = 0, limit: int = 1_000) -> Sequence[Reached]:
        newest = {event.stream: event for event in await self.read_all(after, limit)}
        return [Reached(each.position, each.stream, each.version, each.digest) for each in newest.values()]

    async def last_position(self) -> int:
        return len(self._all)
