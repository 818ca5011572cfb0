"""What is registered on the way: where somebody started, how it goes, small successes, ratings, and corrections."""

from datetime import date
from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field

from contracts.codes import InstrumentCode
from contracts.ids import (
    AxisId,
    BaselineId,
    CorrectionId,
    FamilyId,
    GoalId,
    InterventionId,
    OfferId,
    PersonId,
    ProfessionalId,
    RatingId,
    RecordId,
    RegistrationId,
    SuccessId,
)
from contracts.meaning import Unit
from contracts.shapes import Event, Score, Sealed

Rating = Annotated[int, Field(ge=1, le=5), Unit("points, from 1 to 5, which is best")]


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
    """From 0 to 10, which is best, as on a wheel. What was registered before that was asked for may lie outside."""
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


class TrustRated(Event):
    """How a member of the family finds the trust between family and municipality, or in one contact. P28, R51, M14."""

    wire: ClassVar[str] = "helhed.progress.trust-rated.v1"
    family: FamilyId
    rating: RatingId
    person: PersonId
    professional: ProfessionalId | None = None
    value: Rating
    rated_on: date


class OfferQualityRated(Event):
    """How good an offer was, to who used it by an intervention of the plan (tilbuddets kvalitet). P45."""

    wire: ClassVar[str] = "helhed.progress.offer-quality-rated.v1"
    family: FamilyId
    rating: RatingId
    offer: OfferId
    intervention: InterventionId
    person: PersonId
    by_kind: ScoredBy
    value: Rating
    words: Annotated[str | None, Sealed(of="person")] = None
    rated_on: date


class RegistrationCorrected(Event):
    """Something registered was wrong: this is how it was, or it never was (rettelse). X-08.

    What was registered stays in the history. Fields that are null stay as they were; of one that is corrected twice, the
    latest correction stands.
    """

    wire: ClassVar[str] = "helhed.progress.registration-corrected.v1"
    family: FamilyId
    correction: CorrectionId
    corrects: RecordId
    person: PersonId | None = None
    """Whom what is corrected is about; none where it is about a supporter or the whole family."""
    taken_back: bool = False
    """It never was: nothing counts it any more."""
    value: Score | None = None
    axis: AxisId | None = None
    """The axis of a wheel whose score `value` is."""
    day: date | None = None
    """The right day, of the start where it lasts."""
    ended_on: date | None = None
    because: Annotated[str, Sealed(of="family")]


RegisteredEvent = (
    BaselineRecorded
    | ProgressRegistered
    | SmallSuccessNoted
    | TrustRated
    | OfferQualityRated
    | RegistrationCorrected
)
