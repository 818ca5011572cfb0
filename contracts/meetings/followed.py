"""What follows from a meeting: agreed actions, kept or broken, its minutes; and the rest while a case is closed."""

from datetime import date
from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field

from contracts.codes import ReasonCode
from contracts.ids import AgreementId, FamilyId, Id, MeetingId
from contracts.meaning import Unit
from contracts.shapes import Event, PartyKind, Sealed

MinutesVersion = Annotated[int, Field(ge=1, le=1_000), Unit("versions of the minutes")]


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
    reason: ReasonCode | None = None


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
    corrected_because: ReasonCode | None = None


class MeetingsSuspended(Event):
    """The family's case is closed: nothing is called ahead, and nothing that was agreed is waited for (indstillet).

    Meetings that were called for later are cancelled beside it, each by its own event. Q15, INV-26.
    """

    wire: ClassVar[str] = "helhed.meetings.meetings-suspended.v1"
    family: FamilyId
    reason: ReasonCode


class MeetingsResumed(Event):
    """The case was opened again: what is still open has its day as before (genoptaget). Q15, INV-26."""

    wire: ClassVar[str] = "helhed.meetings.meetings-resumed.v1"
    family: FamilyId
