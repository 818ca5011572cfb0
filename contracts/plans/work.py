"""What is done for the goals: interventions, activities, and the plans by each law."""

from datetime import date
from enum import StrEnum
from typing import Annotated, ClassVar

from contracts.codes import FSIII, DepartmentCode, InterventionKindCode, LegalCode, PlaceCode, ReasonCode
from contracts.ids import (
    ActivityId,
    FamilyId,
    GoalId,
    Id,
    InterventionId,
    OfferId,
    StatutoryPlanId,
)
from contracts.plans.content import Revision
from contracts.shapes import Event, PartyKind, Sealed


class InterventionAdded(Event):
    """An intervention works for a goal, by a department and a law (indsats). A05, INV-13."""

    wire: ClassVar[str] = "helhed.plans.intervention-added.v1"
    family: FamilyId
    intervention: InterventionId
    goal: GoalId
    title: Annotated[str, Sealed(of="family")]
    department: DepartmentCode
    legal_basis: LegalCode
    provider: Annotated[str | None, Sealed(of="family")] = None
    starts: date
    ends: date | None = None
    kind: InterventionKindCode | None = None
    """What it is, whoever gives it: `company-placement`, `wage-subsidy` and `part-time-work` are O02; O09 is
    `company-centre`, a placement in the local company centre, with a mentor among the supporters, and `ordinary-work`."""
    offer: OfferId | None = None
    """The offer of the catalogue that is taken. A07."""
    offer_title: Annotated[str | None, Sealed(of="family")] = None
    """What the offer was called when it was taken."""
    place: PlaceCode | None = None
    """Where the family meets it, as the catalogue said then. P47."""
    place_name: Annotated[str | None, Sealed(of="family")] = None
    revision: Revision


class InterventionGranted(Event):
    """An intervention was granted, in knowledge of those that it overlaps with (bevilget). A05, INV-62."""

    wire: ClassVar[str] = "helhed.plans.intervention-granted.v1"
    family: FamilyId
    intervention: InterventionId
    overlaps: tuple[InterventionId, ...] = ()


class OverlapDetected(Event):
    """A grant would overlap with these interventions: somebody must confirm it. C16, INV-62."""

    wire: ClassVar[str] = "helhed.plans.overlap-detected.v1"
    family: FamilyId
    intervention: InterventionId
    overlaps: tuple[InterventionId, ...]


class InterventionStarted(Event):
    """An intervention started, or goes on after a pause. A05, X-03."""

    wire: ClassVar[str] = "helhed.plans.intervention-started.v1"
    family: FamilyId
    intervention: InterventionId
    started_on: date


class InterventionPaused(Event):
    """An intervention stands still for now, and why. A05."""

    wire: ClassVar[str] = "helhed.plans.intervention-paused.v1"
    family: FamilyId
    intervention: InterventionId
    paused_on: date
    reason: ReasonCode


class InterventionResult(StrEnum):
    """How an intervention ended: FSIII's codes for the result of a follow-up, or it never began."""

    CONTINUES = "E1"
    CHANGED = "E2"
    ENDED = "E3"
    REVISITED = "E4"
    CANCELLED = "cancelled"


class InterventionEnded(Event):
    """An intervention ended, or was cancelled before it began. A05."""

    wire: ClassVar[str] = "helhed.plans.intervention-ended.v1"
    family: FamilyId
    intervention: InterventionId
    ended_on: date
    result: Annotated[InterventionResult, FSIII]
    reason: ReasonCode
    revision: Revision


class ProviderAssigned(Event):
    """Who provides an intervention (indsatsudøver). R20."""

    wire: ClassVar[str] = "helhed.plans.provider-assigned.v1"
    family: FamilyId
    intervention: InterventionId
    provider: Annotated[str, Sealed(of="family")]
    revision: Revision


class ActivityAdded(Event):
    """Something that somebody does for a goal (aktivitet). A06."""

    wire: ClassVar[str] = "helhed.plans.activity-added.v1"
    family: FamilyId
    activity: ActivityId
    goal: GoalId
    title: Annotated[str, Sealed(of="family")]
    owner_kind: PartyKind
    owner: Id
    due_on: date | None = None
    revision: Revision


class ActivityEnding(StrEnum):
    """How an activity ended. A06."""

    DONE = "done"
    DROPPED = "dropped"


class ActivityEnded(Event):
    """An activity was done, or dropped. A06."""

    wire: ClassVar[str] = "helhed.plans.activity-ended.v1"
    family: FamilyId
    activity: ActivityId
    ending: ActivityEnding
    revision: Revision


class ActivityOverdue(Event):
    """An activity's day passed and it is still open. A06, A30."""

    wire: ClassVar[str] = "helhed.plans.activity-overdue.v1"
    family: FamilyId
    activity: ActivityId
    due_on: date


class StatutoryPlanLinked(Event):
    """The family plan holds a plan by one law and department (lovbestemt plan). A10, INV-18."""

    wire: ClassVar[str] = "helhed.plans.statutory-plan-linked.v1"
    family: FamilyId
    statutory_plan: StatutoryPlanId
    legal_basis: LegalCode
    department: DepartmentCode
    reference: Annotated[str | None, Sealed(of="family")] = None
    revision: Revision


class StatutoryPlanUnlinked(Event):
    """A plan by one law is no longer part of the family plan. A10."""

    wire: ClassVar[str] = "helhed.plans.statutory-plan-unlinked.v1"
    family: FamilyId
    statutory_plan: StatutoryPlanId
    reason: ReasonCode
    revision: Revision


WorkEvent = (
    InterventionAdded
    | InterventionGranted
    | OverlapDetected
    | InterventionStarted
    | InterventionPaused
    | InterventionEnded
    | ProviderAssigned
    | ActivityAdded
    | ActivityEnded
    | ActivityOverdue
    | StatutoryPlanLinked
    | StatutoryPlanUnlinked
)
"""What is said of help and activities."""
