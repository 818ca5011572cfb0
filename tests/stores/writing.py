"""Appends as tests make them: a writer knows the head of its stream."""

import hashlib
import uuid
from collections.abc import Sequence

from eventkeep.store import Append, Appended, Head, Outcome, Store, Stored

SAID = b"what it said...."


def appends(
    stream: str, head: Head, *values: bytes, command_id: str | None = None, said: bytes = SAID
) -> Append:
    """A decided command with an answer that no other has."""
    command_id = command_id or str(uuid.uuid4())
    return Append(command_id, said, stream, head, values, f"answer to {command_id} at {head.version}")


class Writer:
    """The only writer of a stream."""

    def __init__(self, store: Store, stream: str) -> None:
        self.store, self.stream, self.head = store, stream, Head()
        self.values: list[bytes] = []

    def next(self, *values: bytes, command_id: str | None = None) -> Append:
        """The append that comes next."""
        return appends(self.stream, self.head, *values, command_id=command_id)

    async def append(self, *values: bytes, command_id: str | None = None) -> Append:
        """Appends, and knows the new head."""
        append = self.next(*values, command_id=command_id)
        appended = await self.store.append(append)
        assert appended == Appended(Outcome.APPENDED, append.answer)
        self.moved(append)
        return append

    def moved(self, append: Append) -> None:
        """The append was accepted."""
        for value in append.values:
            self.head = self.head.after(value)
        self.values += append.values


async def everything(store: Store) -> list[Stored]:
    """All events in position order."""
    found: list[Stored] = []
    while page := await store.read_all(found[-1].position if found else 0, 500):
        found += page
    return found


def assert_in_order(events: Sequence[Stored]) -> None:
    """Positions grow; each stream's versions are 1, 2, 3 ...; each stream is a chain."""
    positions = [event.position for event in events]
    assert positions == sorted(set(positions))
    heads: dict[str, tuple[int, bytes]] = {}
    for event in events:
        version, digest = heads.get(event.stream, (0, bytes(32)))
        assert event.version == version + 1
        assert event.digest == hashlib.sha256(digest + event.value).digest()
        heads[event.stream] = (event.version, event.digest)
