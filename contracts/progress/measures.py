"""What is measured of a person or answered by a partner, each on a named instrument and scale. T04 to T08, T11."""

from datetime import date
from enum import StrEnum
from typing import ClassVar

from contracts.codes import InstrumentCode
from contracts.ids import FamilyId, GoalId, InterventionId, MeasureId, PersonId, SupporterId
from contracts.meaning import Special
from contracts.shapes import Event, Score


class MeasureKind(StrEnum):
    """What is measured. T04 to T07, T11."""

    ATTENDANCE = "attendance"
    """Days present of 100, in day care or school (fremmøde)."""
    WELLBEING = "wellbeing"
    """The health visitor's assessment of a child's wellbeing (trivsel)."""
    CHILD_HEALTH = "child-health"
    """The health visitor's assessment of a child's health: how the parents take care of it (sundhedstilstand)."""
    PUPIL_PLAN = "pupil-plan"
    """What a pupil plan shows (elevplan)."""
    PHYSICAL_HEALTH = "physical-health"
    """An adult's own rating of physical health (selvvurderet fysisk sundhed)."""
    MENTAL_HEALTH = "mental-health"
    """An adult's own rating of mental health (selvvurderet mental sundhed)."""


class Measured(Event):
    """A person was measured by an instrument, on its scale; more is better (måling). A37, A38, T04 to T07, T11.

    The first one of a kind and instrument from before or near the visitation date is the baseline. INV-55.
    """

    wire: ClassVar[str] = "helhed.progress.measured.v1"
    special: ClassVar[Special | None] = Special.HEALTH
    family: FamilyId
    measure: MeasureId
    kind: MeasureKind
    person: PersonId
    goal: GoalId | None = None
    intervention: InterventionId | None = None
    instrument: InstrumentCode
    scale_min: Score
    scale_max: Score
    value: Score
    period_from: date | None = None
    """The first day of what is measured, where it is a period that ends with `measured_on`."""
    measured_on: date


class InclusionAnswered(Event):
    """How included somebody who stands by the family feels in its decisions (inklusion). T08, R23."""

    wire: ClassVar[str] = "helhed.progress.inclusion-answered.v1"
    family: FamilyId
    measure: MeasureId
    supporter: SupporterId
    instrument: InstrumentCode
    scale_min: Score
    scale_max: Score
    value: Score
    measured_on: date


MeasureEvent = Measured | InclusionAnswered
