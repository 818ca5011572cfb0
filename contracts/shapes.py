"""The shapes that every event and command has: one pydantic class each, declared once."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, StringConstraints

from contracts.meaning import DataClass, Special, Unit


@dataclass(frozen=True)
class Sealed:
    """Marks a text field as personal: it is stored encrypted under the key of `of`.

    `of` names the field beside it (in the same model) that holds the person's, professional's or family's id.
    """

    of: str


Text = Annotated[
    str, StringConstraints(min_length=1, max_length=4_000, strip_whitespace=True), DataClass.PERSONAL
]
PublicText = Annotated[
    str, StringConstraints(min_length=1, max_length=4_000, strip_whitespace=True), DataClass.PUBLIC
]
Opened = Annotated[str, DataClass.PERSONAL]
"""A personal text, opened for those who may read it; `[forgotten]` where somebody was."""
Code = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9_.§ -]{0,63}$")]
Technical = Annotated[str, DataClass.TECHNICAL]
Rank = Annotated[int, Field(ge=1, le=1_000), Unit("place in the order, 1 is the first")]
Count = Annotated[int, Field(ge=0, le=1_000_000)]
Score = Annotated[int, Field(ge=-1_000_000, le=1_000_000), Unit("points on the instrument's scale")]


class Part(BaseModel):
    """A typed piece of an event or a command."""

    model_config = ConfigDict(frozen=True, extra="ignore")


class Event(Part):
    """What became true, in domain words, with everything needed to apply it.

    `wire` is the CloudEvents type: written out, never derived from the class name, never changed. `special`: that it
    happened tells of health, whatever its fields say.
    """

    wire: ClassVar[str]
    special: ClassVar[Special | None] = None


class ActorKind(StrEnum):
    """Who acts: staff, a member of the family, one of our own services, or a department's own system, whose id is the
    department's code: it registers by itself, with nobody typing."""

    PROFESSIONAL = "professional"
    PERSON = "person"
    SERVICE = "service"
    DEPARTMENT = "department"


class Actor(Part):
    """Who gave a command, from the caller's token or whose inbox it came by. Ids only, never a name."""

    kind: ActorKind
    id: str
    department: str | None = None
    through: str | None = None
    """The department whose system speaks, in somebody's name or for itself; None for whoever signed in."""


class PartyKind(StrEnum):
    """Whether an author, owner or signer is a member of the family or a professional. INV-13, INV-42."""

    PERSON = "person"
    PROFESSIONAL = "professional"


class Command(Part):
    """What somebody wants to become true. `by` and `at` are set by the edge, the rest by the caller.

    `stream` names both the kind of stream it is decided on and the field that holds the stream's id.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")
    stream: ClassVar[str] = "family"

    by: Actor
    at: AwareDatetime


def wire_names(*events: type[Event]) -> dict[str, type[Event]]:
    """The events of a service by their wire name. Refuses a name used twice."""
    names = {event.wire: event for event in events}
    if len(names) != len(events):
        raise ValueError("two events share a wire name")
    return names
