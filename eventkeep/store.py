"""What an event store does, whatever it is made of."""

import math
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from enum import IntEnum
from typing import Protocol

from eventkeep.cloudevent import NO_DIGEST, chained

ANY_FINGERPRINT = b""
"""Stands beside the id of a command whose events were taken back: any repeat of it is answered as before."""


_PATIENCE: ContextVar[float] = ContextVar("patience", default=math.inf)


@contextmanager
def until(moment: float) -> Iterator[None]:
    """All that is asked of a store in here has together until this moment, of the event loop's clock."""
    before = _PATIENCE.set(moment)
    try:
        yield
    finally:
        _PATIENCE.reset(before)


def patience() -> float:
    """Until when whoever asks a store waits for its answer; for ever, unless said otherwise."""
    return _PATIENCE.get()


class Outcome(IntEnum):
    """What became of an append."""

    APPENDED = 0
    REPEATED = 1
    ID_REUSED = 2
    CONFLICT = 3


class StoreUnreachable(Exception):
    """The store didn't answer in time. Whether an append counts is unknown: ask again with the same command id."""


@dataclass(frozen=True, slots=True)
class Head:
    """Where a stream stands: its last version and the digest of its chain."""

    version: int = 0
    digest: bytes = NO_DIGEST

    def after(self, value: bytes) -> "Head":
        """The head once this event is appended."""
        return Head(self.version + 1, chained(self.digest, value))


@dataclass(frozen=True, slots=True)
class Append:
    """A decided command: events for a stream that must still stand at `head`, and the answer to remember."""

    command_id: str
    fingerprint: bytes
    stream: str
    head: Head
    values: tuple[bytes, ...]
    answer: str


@dataclass(frozen=True, slots=True)
class Appended:
    """The outcome, and the answer that the command has (given now or earlier)."""

    outcome: Outcome
    answer: str


@dataclass(frozen=True, slots=True)
class Stored:
    """An event as it lies in the store."""

    position: int
    stream: str
    version: int
    value: bytes
    digest: bytes


@dataclass(frozen=True, slots=True)
class Reached:
    """Where a stream stands, and the position of the event that brought it there."""

    position: int
    stream: str
    version: int
    digest: bytes


class Store(Protocol):
    """Streams of events that only grow. Position order is commit order."""

    async def append(self, append: Append) -> Appended:
        """Appends all events of a command or none. Raises StoreUnreachable."""
        ...

    async def remembered(self, command_id: str) -> tuple[bytes, str] | None:
        """Fingerprint and answer of an accepted command."""
        ...

    async def read(self, stream: str, after: int = 0, limit: int = 1_000) -> Sequence[Stored]:
        """Events of one stream in order, from the first with a version above `after`."""
        ...

    async def read_all(self, after: int = 0, limit: int = 1_000) -> Sequence[Stored]:
        """Events of all streams in position order, from the first with a position above `after`."""
        ...

    async def read_heads(self, after: int = 0, limit: int = 1_000) -> Sequence[Reached]:
        """Where the next `limit` events above a position brought their streams, each stream once."""
        ...

    async def last_position(self) -> int:
        """The position of the newest event; 0 in an empty store."""
        ...


async def read_stream(store: Store, stream: str, after: int = 0, batch: int = 1_000) -> AsyncIterator[Stored]:
    """All of a stream, batch by batch, as long as there is more."""
    while found := await store.read(stream, after, batch):
        for event in found:
            yield event
        after = found[-1].version
        if len(found) < batch:
            return
