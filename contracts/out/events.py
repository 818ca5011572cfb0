"""What stands in `helhed.out.<department>.v1`: each state of a family's plan, and that there is no more. INV-38, X-10.

The key is the family's id. `grant` counts how often the department was let in; within a grant states only grow. A reader
keeps the largest (`grant`, `state_no`) of each family and drops what isn't larger: whatever is delivered again is known.
"""

from enum import StrEnum
from typing import Annotated, Any, ClassVar

from pydantic import AwareDatetime, Field

from contracts.ids import FamilyId
from contracts.meaning import DataClass, Schema, Special, Unit
from contracts.shapes import Event, Part, Technical, wire_names

Number = Annotated[int, Field(ge=1, lt=2**53)]
Since = Annotated[int, Field(ge=0, lt=2**53)]
GRANT = "grant"
"""A tombstone's header: the grant that it ends. Compaction may leave nothing else of a family."""
Hash = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$"), DataClass.TECHNICAL]


class Said(Part):
    """An event in the words of an older version."""

    type: Technical
    """The older version's wire name."""
    data: Annotated[dict[str, Any], DataClass.PERSONAL, Special.HEALTH]
    """What that version says, opened and masked in the same way."""


class Led(Part):
    """An event that led to a state: what it says is opened as far as the plan shows it, and masked elsewhere. X-01.

    `ref` names it within the family, such as `meetings=7`; `type` is that of its schema in contracts/.
    """

    ref: Technical
    """Names the event within the family, such as `meetings=7`."""
    type: Technical
    """Its wire name. `<service>/schemas/told/<wire name>.json` says what `data` holds, masked as it is."""
    time: AwareDatetime
    """When it was recorded."""
    occurred_at: AwareDatetime
    """When what it says happened."""
    data: Annotated[dict[str, Any], DataClass.PERSONAL, Special.HEALTH]
    """What the event says, opened where the plan shows it. Masked elsewhere: a text is null, and a reason or a basis is
    missing, also where the event's own schema asks for it."""
    also: tuple[Said, ...] = ()
    """The same event as older versions say it, newest first, for as long as those are told. Take the first type, from
    `type` on, that you know."""


class FamilyPlanTold(Event):
    """The shared plan as everybody attached sees it, and what led here since the state before in this grant. INV-36.

    `events` are those since `after_state_no`: 0 in the first of a grant, which is a snapshot and has none. Whoever hasn't
    seen that state (the topic is compacted) takes the plan as it is. `hash` is the SHA-256 over the canonical JSON (RFC
    8785) of {"plan": plan, "view": view_version}, in hexadecimal. `parts` is that of each section of the plan alone, such
    as `goals`: whoever folds the events holds the own result against it. Records of before it have none.
    """

    wire: ClassVar[str] = "helhed.out.family-plan-told.v1"
    family: FamilyId
    grant: Annotated[Number, Unit("times that the department was let in to the family")]
    state_no: Annotated[Number, Unit("states of the family's plan")]
    after_state_no: Annotated[Since, Unit("states of the family's plan")] = 0
    view_version: Annotated[Number, Unit("versions of the plan's shape")]
    vector: Technical
    """The version vector of the state, such as `contacts=7,meetings=4,plans=12`."""
    hash: Hash
    """SHA-256 over the canonical JSON of the plan and its view version, in hexadecimal."""
    plan: Annotated[dict[str, Any], DataClass.PERSONAL, Special.HEALTH, Schema("family-plan")]
    """The shared plan, opened: names and words of the family, of health too. `schemas/plan/open/family-plan.json` says what
    it holds, at the view version that is named there."""
    parts: Annotated[dict[str, Hash], DataClass.TECHNICAL] = Field(default={})
    """The SHA-256 over the canonical JSON of each section of the plan, by its name."""
    events: tuple[Led, ...] = ()


class Ended(StrEnum):
    """Why a department is told no more of a family."""

    NOBODY_ATTACHED = "nobody-attached"
    CASE_CLOSED = "case-closed"
    VOID = "void"
    """What was told holds no more: somebody in it was forgotten, or it has a new shape. It is told anew in another grant."""


class FamilyPlanRevoked(Event):
    """Delete what you keep of this family: nobody of the department has a basis any more, or it is void. A tombstone
    follows. X-10."""

    wire: ClassVar[str] = "helhed.out.family-plan-revoked.v1"
    family: FamilyId
    grant: Annotated[Number, Unit("times that the department was let in to the family")]
    state_no: Annotated[Since, Unit("states of the family's plan")]
    reason: Ended


def topic_of(department: str, prefix: str = "helhed", edition: int = 1) -> str:
    """The topic that is a department's to read, in a version of these messages. Installations that share a Kafka differ in
    the prefix."""
    return f"{prefix}.out.{department}.v{edition}"


EVENTS = wire_names(FamilyPlanTold, FamilyPlanRevoked)
"""By wire name."""
