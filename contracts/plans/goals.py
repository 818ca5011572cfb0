"""The goal tree, the interventions that work for its goals, activities, and the plans by each law."""

from datetime import date
from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field

from contracts.ids import (
    ActivityId,
    FamilyId,
    FocusAreaId,
    GoalId,
    Id,
    InterventionId,
    PersonId,
    StatutoryPlanId,
    WishId,
)
from contracts.plans.content import Revision
from contracts.shapes import Code, Event, PartyKind, Rank, Sealed

Level = Annotated[int, Field(ge=1, le=3)]


class GoalDefined(Event):
    """A goal stands, in its author's own words (mål, delmål, del-delmål). A04, INV-13, INV-14, INV-42.

    `author` and `owner` are persons or professionals, as their kind says. `rank` orders goals of one parent.
    """

    wire: ClassVar[str] = "helhed.plans.goal-defined.v1"
    family: FamilyId
    goal: GoalId
    parent: GoalId | None = None
    level: Level
    focus_area: FocusAreaId | None = None
    wish: WishId | None = None
    no_wish_because: Annotated[str | None, Sealed(of="family")] = None
    author_kind: PartyKind
    author: Id
    own_words: Annotated[str, Sealed(of="author")]
    professional_wording: Annotated[str | None, Sealed(of="family")] = None
    owner_kind: PartyKind
    owner: Id
    target_date: date | None = None
    rank: Rank
    revision: Revision


class GoalReworded(Event):
    """A goal has another professional wording; its author's own words stay as they were said. A04, INV-42."""

    wire: ClassVar[str] = "helhed.plans.goal-reworded.v1"
    family: FamilyId
    goal: GoalId
    professional_wording: Annotated[str, Sealed(of="family")]
    revision: Revision


class GoalReplanned(Event):
    """A goal has another owner, target date or rank: all three as they stand now. A30, INV-13."""

    wire: ClassVar[str] = "helhed.plans.goal-replanned.v1"
    family: FamilyId
    goal: GoalId
    owner_kind: PartyKind
    owner: Id
    target_date: date | None = None
    rank: Rank
    revision: Revision


class GoalMoved(Event):
    """A goal moved below another, with all that is below it. A04, INV-14. `level` is its own now."""

    wire: ClassVar[str] = "helhed.plans.goal-moved.v1"
    family: FamilyId
    goal: GoalId
    parent: GoalId | None = None
    level: Level
    rank: Rank
    revision: Revision


class GoalAchieved(Event):
    """A goal was reached (opnået). A04, P29, INV-15."""

    wire: ClassVar[str] = "helhed.plans.goal-achieved.v1"
    family: FamilyId
    goal: GoalId
    revision: Revision


class GoalEnding(StrEnum):
    """How a goal ends without being reached: given up, or not meaningful any more. A04, INV-15."""

    ABANDONED = "abandoned"
    RETIRED = "retired"


class GoalClosed(Event):
    """A goal ends without being reached, and why (opgivet, udgået). A04, INV-15."""

    wire: ClassVar[str] = "helhed.plans.goal-closed.v1"
    family: FamilyId
    goal: GoalId
    ending: GoalEnding
    reason: Annotated[str, Sealed(of="family")]
    revision: Revision


class GoalOverdue(Event):
    """A goal's target date passed and it is still open: seen once for each date. A30."""

    wire: ClassVar[str] = "helhed.plans.goal-overdue.v1"
    family: FamilyId
    goal: GoalId
    due_on: date


class GoalShared(Event):
    """A sub-goal is known to the citizen whom it is about. P44, INV-57."""

    wire: ClassVar[str] = "helhed.plans.goal-shared.v1"
    family: FamilyId
    goal: GoalId
    person: PersonId


class GoalsAsked(Event):
    """The household split: what happens to each of these open goals is to be decided. A04, R01."""

    wire: ClassVar[str] = "helhed.plans.goals-asked.v1"
    family: FamilyId
    into: FamilyId
    goals: tuple[GoalId, ...]


class GoalFate(StrEnum):
    """What happens to an open goal when a household splits. It is taken over by defining it there."""

    STAYS = "stays"
    MOVES = "moves"
    BOTH = "both"


class GoalFateDecided(Event):
    """Whether a goal stays, moves to the new household or goes on in both. A04, R01.

    `agreed_by` are the members of the family in whose name it was decided, where they were named.
    """

    wire: ClassVar[str] = "helhed.plans.goal-fate-decided.v1"
    family: FamilyId
    goal: GoalId
    fate: GoalFate
    into: FamilyId
    agreed_by: tuple[PersonId, ...] = ()
    revision: Revision


class InterventionAdded(Event):
    """An intervention works for a goal, by a department and a law (indsats). A05, INV-13."""

    wire: ClassVar[str] = "helhed.plans.intervention-added.v1"
    family: FamilyId
    intervention: InterventionId
    goal: GoalId
    title: Annotated[str, Sealed(of="family")]
    department: Code
    legal_basis: Code
    provider: Annotated[str | None, Sealed(of="family")] = None
    starts: date
    ends: date | None = None
    kind: Code | None = None
    """What it is, whoever gives it: `company-placement`, `wage-subsidy` and `part-time-work` are O02; O09 is
    `company-centre`, a placement in the local company centre, with a mentor among the supporters, and `ordinary-work`."""
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
    reason: Code


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
    result: InterventionResult
    reason: Code
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
    legal_basis: Code
    department: Code
    reference: Annotated[str | None, Sealed(of="family")] = None
    revision: Revision


class StatutoryPlanUnlinked(Event):
    """A plan by one law is no longer part of the family plan. A10."""

    wire: ClassVar[str] = "helhed.plans.statutory-plan-unlinked.v1"
    family: FamilyId
    statutory_plan: StatutoryPlanId
    reason: Code
    revision: Revision
