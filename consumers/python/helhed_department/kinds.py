"""Kinds of events, with the type of what they say."""

from dataclasses import dataclass
from typing import Any, Generic, TypeVar, cast

S = TypeVar("S")


@dataclass(frozen=True)
class Kind(Generic[S]):
    """An event's type on the wire, which says `S`."""

    wire: str

    def of(self, wire: str, data: dict[str, Any]) -> S | None:
        """What an event says, where it is of this kind."""
        return cast("S", data) if wire == self.wire else None
