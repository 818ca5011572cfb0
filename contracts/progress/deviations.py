"""Deviations from the plan: the procedure that the meeting agreed runs until somebody has acted on it. A25, INV-31."""

from datetime import date
from typing import Annotated, ClassVar

from contracts.codes import ReasonCode
from contracts.ids import DeviationId, FamilyId, GoalId, Id, InterventionId, MeetingId
from contracts.shapes import Event, PartyKind, Sealed


class DeviationReported(Event):
    """It doesn't go as agreed: who acts by when, as the meeting agreed (afvigelse). A25, INV-31."""

    wire: ClassVar[str] = "helhed.progress.deviation-reported.v1"
    family: FamilyId
    deviation: DeviationId
    meeting: MeetingId
    """The meeting whose agreed procedure runs."""
    goal: GoalId
    intervention: InterventionId | None = None
    words: Annotated[str, Sealed(of="family")]
    owner: Id
    """Who acts."""
    owner_kind: PartyKind
    due_on: date
    reported_on: date


class DeviationReplanned(Event):
    """It was agreed anew who acts on a deviation by when (ny frist): the day moved, or the owner had left. INV-31."""

    wire: ClassVar[str] = "helhed.progress.deviation-replanned.v1"
    family: FamilyId
    deviation: DeviationId
    owner: Id
    owner_kind: PartyKind
    due_on: date


class DeviationActionTaken(Event):
    """Somebody acted on a deviation, as agreed. INV-31."""

    wire: ClassVar[str] = "helhed.progress.deviation-action-taken.v1"
    family: FamilyId
    deviation: DeviationId
    words: Annotated[str, Sealed(of="family")]
    taken_on: date


class DeviationOverdue(Event):
    """Nobody had acted on a deviation by the agreed day: seen once for each day that was agreed. INV-31."""

    wire: ClassVar[str] = "helhed.progress.deviation-overdue.v1"
    family: FamilyId
    deviation: DeviationId
    due_on: date


class DeviationClosed(Event):
    """A deviation that was acted on is settled: back on course, or the plan is changed. A25."""

    wire: ClassVar[str] = "helhed.progress.deviation-closed.v1"
    family: FamilyId
    deviation: DeviationId
    plan_changes: bool
    """The plan is to be changed at the next meeting."""
    words: Annotated[str | None, Sealed(of="family")] = None
    closed_on: date


class DeviationsSuspended(Event):
    """The family's case is closed: nobody is reminded of its deviations (indstillet). Q15, INV-31."""

    wire: ClassVar[str] = "helhed.progress.deviations-suspended.v1"
    family: FamilyId
    reason: ReasonCode


class DeviationsResumed(Event):
    """The case was opened again: deviations that are still open have their days as before (genoptaget). Q15, INV-31."""

    wire: ClassVar[str] = "helhed.progress.deviations-resumed.v1"
    family: FamilyId


DeviationEvent = (
    DeviationReported | DeviationReplanned | DeviationActionTaken | DeviationOverdue | DeviationClosed
)
ClosingEvent = DeviationsSuspended | DeviationsResumed
