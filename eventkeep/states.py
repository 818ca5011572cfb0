"""The folded states of streams: loaded from the store, and a bounded number of them kept."""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from eventkeep.cloudevent import decode
from eventkeep.codec import Vocabulary
from eventkeep.store import Head, Store, read_stream


@dataclass(frozen=True, slots=True)
class Held:
    """A folded state and the head it was folded to."""

    state: Any
    head: Head


class States:
    """The states of one kind of stream. A kept one may be behind its stream: it is folded on from there."""

    def __init__(
        self,
        initial: Callable[[], Any],
        evolve: Callable[[Any, Any], Any],
        vocabulary: Vocabulary,
        store: Store,
        cached: int,
    ) -> None:
        self._initial, self._evolve, self._vocabulary = initial, evolve, vocabulary
        self._store, self._cached = store, cached
        self._kept: OrderedDict[str, Held] = OrderedDict()

    async def any(self, stream: str) -> Held:
        """The state as it is kept here, or as it stands in the store."""
        return self._kept.get(stream) or await self.load(stream, None)

    async def newest(self, stream: str) -> Held:
        """The state at the stream's head now."""
        return await self.load(stream, self._kept.get(stream))

    async def load(self, stream: str, held: Held | None) -> Held:
        """The state at the stream's head, folded on from `held` where that is still part of the stream."""
        state, head = (held.state, held.head) if held else (self._initial(), Head())
        compared = head.version == 0
        async for stored in read_stream(self._store, stream, max(head.version - 1, 0)):
            if not compared:  # the event at the head comes again
                if stored.digest != head.digest:
                    break
                compared = True
                continue
            event = self._vocabulary.read(decode(stored.value))
            state = state if event is None else self._evolve(state, event)
            head = Head(stored.version, stored.digest)
        if not compared:
            return await self.load(stream, None)
        loaded = Held(state, head)
        self.keep(stream, loaded)
        return loaded

    def keep(self, stream: str, held: Held) -> None:
        """Keeps this state, and lets go of what was used longest ago."""
        self._kept[stream] = held
        self._kept.move_to_end(stream)
        if len(self._kept) > self._cached:
            self._kept.popitem(last=False)
