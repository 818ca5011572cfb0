"""What follows from a meeting: agreed actions, kept or broken, and its minutes."""

from datetime import date
from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field

from contracts.ids import AgreementId, FamilyId, Id, MeetingId
from contracts.shapes import Code, Event, PartyKind, Sealed

MinutesVersion = Annotated[int, Field(ge=1, le=1_000)]


class AgreementMade(Event):
    """Somebody will do something by the end of a day (aftale). A21, A24."""

    wire: ClassVar[str] = "helhed.meetings.agreement-made.v1"
    family: FamilyId
    meeting: MeetingId
    agreement: AgreementId
    words: Annotated[str, Sealed(of="family")]
    owner_kind: PartyKind
    owner: Id
    due_on: date


class AgreementEnding(StrEnum):
    """What became of an agreed action."""

    KEPT = "kept"
    BROKEN = "broken"


class AgreementEnded(Event):
    """An agreed action was done, or will not be, and why. A21, A24."""

    wire: ClassVar[str] = "helhed.meetings.agreement-ended.v1"
    family: FamilyId
    agreement: AgreementId
    ending: AgreementEnding
    reason: Code | None = None


class AgreementOverdue(Event):
    """An agreed action was not done by the end of the day: seen once. A21, A24."""

    wire: ClassVar[str] = "helhed.meetings.agreement-overdue.v1"
    family: FamilyId
    agreement: AgreementId
    due_on: date


class MinutesPublished(Event):
    """The minutes of a meeting, the first version or a corrected one (referat). A21, X-08.

    A correction is a new version with its reason; earlier ones stay in the stream.
    """

    wire: ClassVar[str] = "helhed.meetings.minutes-published.v1"
    family: FamilyId
    meeting: MeetingId
    version: MinutesVersion
    words: Annotated[str, Sealed(of="family")]
    corrected_because: Code | None = None
