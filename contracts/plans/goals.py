"""The goal tree: goals at three levels, how they are reworded and moved, and how they end."""

from datetime import date
from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field

from contracts.ids import (
    FamilyId,
    FocusAreaId,
    GoalId,
    Id,
    PersonId,
    WishId,
)
from contracts.meaning import Unit
from contracts.plans.content import Revision
from contracts.shapes import Event, PartyKind, Rank, Sealed

LEVEL = Unit("level of the goal tree: 1 is a goal, 2 a sub-goal, 3 a sub-sub-goal")
Level = Annotated[int, Field(ge=1, le=3), LEVEL]


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


GoalEvent = (
    GoalDefined
    | GoalReworded
    | GoalReplanned
    | GoalMoved
    | GoalAchieved
    | GoalClosed
    | GoalOverdue
    | GoalShared
    | GoalsAsked
    | GoalFateDecided
)
"""What is said of goals."""
