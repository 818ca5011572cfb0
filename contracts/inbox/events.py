"""What a department's system is answered, in `helhed.inbox-results.<department>.v1`; and all that stands in both topics.

Each message gets one answer that stands, accepted or refused, and before it perhaps that it waits. The same answer may
come twice, with the same id. The key is that of the message.
"""

from typing import Annotated, ClassVar

from pydantic import AwareDatetime, Field

from contracts.inbox import facts
from contracts.shapes import Event, Part, wire_names


class Message(Part):
    """Which message it was: its own `id` and `source` as far as it said them, and where it stands in the topic."""

    id: str | None = None
    source: str | None = None
    type: str | None = None
    partition: Annotated[int, Field(ge=0, lt=2**31)]
    offset: Annotated[int, Field(ge=0, lt=2**63)]


class MessageAccepted(Event):
    """What the message says is true here now, once and only once. `token` lets a read or another message wait for it."""

    wire: ClassVar[str] = "helhed.inbox.message-accepted.v1"
    message: Message
    stream: str
    token: str
    vector: str


class MessageWaits(Event):
    """Something that the message rests on isn't there yet: what, and until when it is tried again at the most. Later
    messages of the same subject wait behind it."""

    wire: ClassVar[str] = "helhed.inbox.message-waits.v1"
    message: Message
    code: str
    sentence: str
    sentence_da: str = ""
    until: AwareDatetime | None = None


class MessageRefused(Event):
    """Nothing became true by the message: why, and what to do. It may be sent again with the same id. `waited` says
    whether it was tried until its time was over."""

    wire: ClassVar[str] = "helhed.inbox.message-refused.v1"
    message: Message
    code: str
    sentence: str
    sentence_da: str = ""
    rule: str = ""
    next_step: str = ""
    facts: dict[str, str] = Field(default_factory=dict)
    waited: bool = False


RESULTS = wire_names(MessageAccepted, MessageWaits, MessageRefused)
"""The answers by wire name."""

FACTS = wire_names(*(kind for kinds in facts.OF.values() for kind in kinds))
"""What may be said, by wire name."""

EVENTS = FACTS | RESULTS
"""By wire name."""


def topic_of(department: str, prefix: str = "helhed") -> str:
    """The topic that is a department's to write. Installations that share a Kafka differ in the prefix."""
    return f"{prefix}.inbox.{department}.v1"


def results_of(department: str, prefix: str = "helhed") -> str:
    """The topic in which a department is answered, its own to read."""
    return f"{prefix}.inbox-results.{department}.v1"
