"""What a handler is told about a call beside its command, and what it answers."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any


@dataclass(slots=True)
class Caller:
    """Who calls, from the token. Ids only."""

    kind: str
    id: str
    department: str | None
    expires: float
    """When the token does, in seconds since 1970."""
    actor: Any = None
    """The caller as commands hold it, once one was made: made once for each token, not for each call."""

    @property
    def text(self) -> str:
        """As it stands in an envelope: "professional:<id>"."""
        return f"{self.kind}:{self.id}"


@dataclass(slots=True)
class Call:
    """One call. Made for it and handed on, so nobody else changes it."""

    rpc: str
    caller: Caller
    received_at: datetime
    """By the process' clock: when a command happened that doesn't say so."""
    deadline: float | None = None
    """On the event loop's clock, which is monotonic."""
    traceparent: str | None = None
    command_id: str = ""
    expected_version: int | None = None
    after: str = ""
    occurred_at: datetime | None = None
    purpose: str = ""
    correlation_id: str = ""
    about: Mapping[str, str] = field(default_factory=dict)
    """Attributes that its events shall carry beside those of CloudEvents."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What an accepted command is answered."""

    token: str
    version: int
    vector: str
    events: int = field(default=0, compare=False)
    """How many events it led to just now: none where all was so already, or where it is a repeat."""
