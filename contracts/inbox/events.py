"""What a department's system is answered, in `helhed.inbox-results.<department>.v1`; and all that stands in both topics.

Each message gets one answer that stands, accepted or refused, and before it perhaps that it waits. The same answer may
come twice, with the same id. The key is that of the message.
"""

from typing import Annotated, ClassVar

from pydantic import AwareDatetime, Field

from contracts.codes import REFUSALS
from contracts.inbox import facts
from contracts.meaning import DataClass, Unit
from contracts.shapes import Event, Part, Technical, wire_names


class Message(Part):
    """Which message it was: its own `id` and `source` as far as it said them, and where it stands in the topic."""

    id: Technical | None = None
    """The CloudEvents id that the sender gave it."""
    source: Technical | None = None
    """The CloudEvents source that the sender gave it."""
    type: Technical | None = None
    """Its wire name."""
    partition: Annotated[int, Field(ge=0, lt=2**31), Unit("the partition's number, 0 is the first")]
    offset: Annotated[int, Field(ge=0, lt=2**63), Unit("records before it in the partition")]


class MessageAccepted(Event):
    """What the message says is true here now, once and only once. `token` lets a read or another message wait for it."""

    wire: ClassVar[str] = "helhed.inbox.message-accepted.v1"
    message: Message
    stream: Annotated[str, DataClass.PSEUDONYM]
    """Whose stream the event went to: `family/` and the id, for instance."""
    token: Technical
    """Opaque: a read or a message that names it is answered in knowledge of this."""
    vector: Technical
    """The version vector after it, such as `contacts=7,plans=12`."""


class MessageWaits(Event):
    """Something that the message rests on isn't there yet: what, and until when it is tried again at the most. Later
    messages of the same subject wait behind it."""

    wire: ClassVar[str] = "helhed.inbox.message-waits.v1"
    message: Message
    code: Annotated[str, REFUSALS]
    sentence: Technical
    """The refusal in a sentence, in English."""
    sentence_da: Technical = ""
    """The same in Danish."""
    until: AwareDatetime | None = None
    facts: Annotated[dict[str, str], DataClass.PSEUDONYM] = Field(default_factory=dict)
    """What it waits for, as far as the refusal names it: ids, codes, versions."""


class MessageRefused(Event):
    """Nothing became true by the message: why, and what to do. It may be sent again with the same id. `waited` says
    whether it was tried until its time was over."""

    wire: ClassVar[str] = "helhed.inbox.message-refused.v1"
    message: Message
    code: Annotated[str, REFUSALS]
    sentence: Technical
    """The refusal in a sentence, in English."""
    sentence_da: Technical = ""
    """The same in Danish."""
    rule: Technical = ""
    """The id of the rule in docs/rules.md, where there is one."""
    next_step: Technical = ""
    """What to do, in English."""
    next_step_da: Technical = ""
    """The same in Danish."""
    facts: Annotated[dict[str, str], DataClass.PSEUDONYM] = Field(default_factory=dict)
    """What the refusal names: ids, codes, versions."""
    waited: bool = False
    """It was tried until its time was over."""


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
