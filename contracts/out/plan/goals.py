"""The goal tree: whose each goal is, by when, and what became of it. Told by plans."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated

from contracts.ids import FocusAreaId, GoalId, Id, PersonId, WishId
from contracts.plans.content import Revision
from contracts.plans.goals import LEVEL, GoalFate
from contracts.shapes import Opened, Part, PartyKind, Rank


class GoalStatus(StrEnum):
    """How a goal stands. INV-15."""

    OPEN = "open"
    ACHIEVED = "achieved"
    """It was reached (opnået)."""
    ABANDONED = "abandoned"
    """It was given up (opgivet)."""
    RETIRED = "retired"
    """It isn't meaningful any more (udgået)."""
    MOVED = "moved"
    """It went with those who left, when the household split."""


class GoalShown(Part):
    """A goal, sub-goal or sub-sub-goal (mål, delmål, del-delmål). INV-13, INV-14, INV-42, INV-43."""

    goal: GoalId
    parent: GoalId | None
    """The goal that it was set below. It stands on top all the same where that isn't known one level above."""
    level: Annotated[int, LEVEL]
    rank: Rank
    own_words: Opened
    """In its author's own words. INV-42."""
    professional_wording: Opened | None
    """The same in the words of the professionals, beside the author's own. INV-42."""
    author_kind: PartyKind
    author: Id
    owner_kind: PartyKind
    owner: Id
    status: GoalStatus
    closed_because: Opened | None
    """Why it ended without being reached, where it did."""
    target_date: date | None
    overdue: bool
    """It is open, and its target date has passed. A30."""
    overdue_on: tuple[date, ...]
    """Each target date that passed while it was open."""
    focus_area: FocusAreaId | None
    wish: WishId | None
    """The wish that it comes from. INV-43."""
    no_wish_because: Opened | None
    """Why it comes from no wish."""
    known_to: tuple[PersonId, ...]
    """Citizens who know of it. P44, INV-57."""
    revision: Revision
    """The revision of the plan that brought it, or ended it."""
    children: tuple[GoalShown, ...]
    """The goals below it, by rank."""


class GoalAfterSplit(Part):
    """What was decided of a goal that was open when the household split. Where others went isn't told. R01, X-06."""

    goal: GoalId
    fate: GoalFate | None
    """Null while it is to be decided."""
    agreed_by: tuple[PersonId, ...]


class GoalsShown(Part):
    """The goals of the plan."""

    goals: tuple[GoalShown, ...]
    """The goals on top, by rank, each with those below it."""
    goals_after_split: tuple[GoalAfterSplit, ...]
