"""What progress takes from departments' systems: schools, day care, health visitors, the job centre. INV-58.

Each has an id that the department's system makes, a UUID: a correction names what was wrong by it.
"""

from datetime import date
from typing import ClassVar

from contracts.codes import InstrumentCode, OccupationCode, ReasonCode
from contracts.ids import (
    AxisId,
    CorrectionId,
    DeviationId,
    GoalId,
    Id,
    InterventionId,
    MeasureId,
    OccupationId,
    RecordId,
    RegistrationId,
    SuccessId,
)
from contracts.inbox.fact import Fact, OfMember
from contracts.meaning import Special
from contracts.progress.events import MeasureKind, OccupationKind, ScoredBy
from contracts.shapes import PartyKind, Score, Text


class Measured(OfMember):
    """A person was measured by an instrument, on its scale; more is better (måling). A37, A38, T04 to T07, T11.

    Attendance and pupil plans the department's system may say itself, without `actor`. Wellbeing and child health are a
    health visitor's word, who is `actor`.
    """

    wire: ClassVar[str] = "helhed.inbox.measured.v1"
    special: ClassVar[Special | None] = Special.HEALTH
    by_system: ClassVar[bool] = True
    measure: MeasureId
    kind: MeasureKind
    goal: GoalId | None = None
    intervention: InterventionId | None = None
    instrument: InstrumentCode
    scale_min: Score
    scale_max: Score
    value: Score
    period_from: date | None = None
    """The first day of what is measured, where it is a period that ends with `measured_on`."""
    measured_on: date


class OccupationStarted(OfMember):
    """Somebody began work, education, a leisure activity or job (arbejde, uddannelse, fritid). P36, T01, T02, T10.

    The department's system may say it itself, without `actor`.
    """

    wire: ClassVar[str] = "helhed.inbox.occupation-started.v1"
    by_system: ClassVar[bool] = True
    occupation: OccupationId
    kind: OccupationKind
    what: OccupationCode | None = None
    matches_wish: bool | None = None
    """It is what the person wished for; left out where nobody asked."""
    goal: GoalId | None = None
    intervention: InterventionId | None = None
    words: Text | None = None
    started_on: date


class OccupationEnded(Fact):
    """Somebody no longer does it; `ended_on` is the last day (ophørt). INV-56.

    The department's system may say it itself, without `actor`.
    """

    wire: ClassVar[str] = "helhed.inbox.occupation-ended.v1"
    by_system: ClassVar[bool] = True
    occupation: OccupationId
    ended_on: date
    reason: ReasonCode


class ProgressRegistered(OfMember):
    """How it goes for a person with an intervention for a goal (progression). A27, INV-59, INV-68."""

    wire: ClassVar[str] = "helhed.inbox.progress-registered.v1"
    registration: RegistrationId
    goal: GoalId
    intervention: InterventionId
    value: Score
    """From 0 to 10, which is best, as on a wheel: any other is refused."""
    by_kind: ScoredBy
    """Whose view the value is, whoever registers it."""
    note: Text | None = None
    registered_on: date


class SmallSuccessNoted(OfMember):
    """Something went well (lille succes). A45."""

    wire: ClassVar[str] = "helhed.inbox.small-success-noted.v1"
    success: SuccessId
    goal: GoalId | None = None
    words: Text
    noted_on: date


class DeviationReported(Fact):
    """It doesn't go as agreed: who acts by when, as the meeting agreed (afvigelse). A25, INV-31."""

    wire: ClassVar[str] = "helhed.inbox.deviation-reported.v1"
    deviation: DeviationId
    goal: GoalId
    intervention: InterventionId | None = None
    words: Text
    owner: Id
    """Who acts: a member of the family or a professional around it."""
    owner_kind: PartyKind
    due_on: date


class DeviationActionTaken(Fact):
    """Somebody acted on a deviation, as agreed (handling på afvigelse). INV-31."""

    wire: ClassVar[str] = "helhed.inbox.deviation-action-taken.v1"
    deviation: DeviationId
    words: Text
    taken_on: date


class RegistrationCorrected(Fact):
    """Something registered was wrong: this is how it was, or it never was (rettelse). X-08.

    `corrects` is its own id. What is left out stays as it is. What the department's system may say itself it
    may correct itself, without `actor`.
    """

    wire: ClassVar[str] = "helhed.inbox.registration-corrected.v1"
    by_system: ClassVar[bool] = True
    correction: CorrectionId
    corrects: RecordId
    taken_back: bool = False
    """It never was: nothing counts it any more."""
    value: Score | None = None
    axis: AxisId | None = None
    """The axis of a wheel whose score `value` is."""
    day: date | None = None
    """The right day, of the start where it lasts."""
    ended_on: date | None = None
    because: Text


FACTS: tuple[type[Fact], ...] = (
    Measured,
    OccupationStarted,
    OccupationEnded,
    ProgressRegistered,
    SmallSuccessNoted,
    DeviationReported,
    DeviationActionTaken,
    RegistrationCorrected,
)
