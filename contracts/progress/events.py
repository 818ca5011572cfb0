"""What progress says: where somebody started, how it goes, and the small successes on the way."""

from datetime import date
from enum import StrEnum
from typing import Annotated, ClassVar, get_args

from contracts.codes import InstrumentCode
from contracts.ids import BaselineId, FamilyId, GoalId, InterventionId, PersonId, RegistrationId, SuccessId
from contracts.shapes import Event, Score, Sealed, wire_names


class ScoredBy(StrEnum):
    """Whose view a value is: the citizen's and the professional's are kept apart. INV-59."""

    CITIZEN = "citizen"
    PROFESSIONAL = "professional"


class BaselineRecorded(Event):
    """Where a person stood at the start, on a named instrument and scale (udgangsmåling). INV-55."""

    wire: ClassVar[str] = "helhed.progress.baseline-recorded.v1"
    family: FamilyId
    baseline: BaselineId
    person: PersonId
    goal: GoalId | None = None
    instrument: InstrumentCode
    scale_min: Score
    scale_max: Score
    value: Score
    measured_on: date


class ProgressRegistered(Event):
    """How it goes for a person with an intervention for a goal (progression). A27, INV-59, INV-68."""

    wire: ClassVar[str] = "helhed.progress.progress-registered.v1"
    family: FamilyId
    registration: RegistrationId
    goal: GoalId
    intervention: InterventionId
    person: PersonId
    value: Score
    by_kind: ScoredBy
    note: Annotated[str | None, Sealed(of="person")] = None
    registered_on: date


class SmallSuccessNoted(Event):
    """Something went well, and somebody said so (lille succes). A45."""

    wire: ClassVar[str] = "helhed.progress.small-success-noted.v1"
    family: FamilyId
    success: SuccessId
    person: PersonId
    goal: GoalId | None = None
    words: Annotated[str, Sealed(of="person")]
    noted_on: date


FamilyEvent = BaselineRecorded | ProgressRegistered | SmallSuccessNoted

EVENTS = wire_names(*get_args(FamilyEvent))
