"""The goal tree of the family plan: whose each goal is, by when, and what became of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, assert_never

from contracts.ids import FamilyId, GoalId, PersonId
from contracts.plans.events import (
    GoalAchieved,
    GoalClosed,
    GoalDefined,
    GoalFate,
    GoalFateDecided,
    GoalMoved,
    GoalOverdue,
    GoalReplanned,
    GoalReworded,
    GoalsAsked,
    GoalShared,
)
from eventkeep.evolved import replace

Ended = GoalAchieved | GoalClosed | GoalFateDecided
Change = GoalReworded | GoalReplanned
GoalEvent = GoalDefined | Change | GoalMoved | Ended | GoalOverdue | GoalShared | GoalsAsked


@dataclass(frozen=True)
class Goals:
    """The goals as they stand: `goals` holds each with what was changed since it was defined."""

    goals: Mapping[GoalId, GoalDefined] = field(default_factory=dict)
    ended: Mapping[GoalId, Ended] = field(default_factory=dict)
    overdue: Mapping[GoalId, frozenset[date]] = field(default_factory=dict)
    shared: Mapping[GoalId, tuple[PersonId, ...]] = field(default_factory=dict)
    asked: Mapping[FamilyId, tuple[GoalId, ...]] = field(default_factory=dict)
    fates: Mapping[tuple[FamilyId, GoalId], GoalFateDecided] = field(default_factory=dict)


def evolve(goals: Goals, event: GoalEvent) -> Goals:
    """The goals after an event."""
    match event:
        case GoalDefined():
            return replace(goals, goals={**goals.goals, event.goal: event})
        case GoalReworded() | GoalReplanned():
            return _changed(goals, event)
        case GoalMoved():
            return _moved(goals, event)
        case GoalAchieved() | GoalClosed():
            return replace(goals, ended={**goals.ended, event.goal: event})
        case GoalOverdue():
            said = goals.overdue.get(event.goal, frozenset()) | {event.due_on}
            return replace(goals, overdue={**goals.overdue, event.goal: said})
        case GoalShared():
            with_whom = tuple(dict.fromkeys((*goals.shared.get(event.goal, ()), event.person)))
            return replace(goals, shared={**goals.shared, event.goal: with_whom})
        case GoalsAsked():
            return replace(goals, asked={**goals.asked, event.into: event.goals})
        case GoalFateDecided():
            goals = replace(goals, fates={**goals.fates, (event.into, event.goal): event})
            moves = event.fate is GoalFate.MOVES
            return replace(goals, ended={**goals.ended, event.goal: event}) if moves else goals
        case _:
            assert_never(event)


def _changed(goals: Goals, event: Change) -> Goals:
    """What it says now stands; the author's own words stay. INV-42."""
    if event.goal not in goals.goals:
        return goals
    said = {name: getattr(event, name) for name in type(event).model_fields}
    return replace(goals, goals={**goals.goals, event.goal: goals.goals[event.goal].model_copy(update=said)})


def _moved(goals: Goals, event: GoalMoved) -> Goals:
    """With all that is below it. INV-14."""
    if event.goal not in goals.goals:
        return goals
    now = dict(goals.goals)
    deeper = event.level - now[event.goal].level
    moving = [event.goal]
    for each in moving:
        moving += [below for below, goal in now.items() if goal.parent == each and below not in moving]
        now[each] = now[each].model_copy(update={"level": now[each].level + deeper})
    placed = {"parent": event.parent, "level": event.level, "rank": event.rank, "revision": event.revision}
    now[event.goal] = now[event.goal].model_copy(update=placed)
    return replace(goals, goals=now)


def tree(goals: Goals) -> list[dict[str, Any]]:
    """Goals below their parents, by rank and then id. INV-14.

    A goal whose parent isn't known one level above it stands on top: nothing is lost, and no circle can be.
    """
    below: dict[GoalId | None, list[GoalDefined]] = {}
    for goal in sorted(goals.goals.values(), key=lambda each: (each.level, each.rank, each.goal)):
        parent = goals.goals.get(goal.parent) if goal.parent else None
        fits = parent is not None and parent.level == goal.level - 1
        below.setdefault(goal.parent if fits else None, []).append(goal)

    def branches(parent: GoalId | None) -> list[dict[str, Any]]:
        return [{**_goal(goals, each), "children": branches(each.goal)} for each in below.get(parent, ())]

    return branches(None)


def _goal(goals: Goals, goal: GoalDefined) -> dict[str, Any]:
    """One goal. The author's words and the professional wording are two things. INV-13, INV-42, INV-43.

    `overdue_on` are the target dates that passed: a goal that is put back to one of them is overdue again.
    """
    ended = goals.ended.get(goal.goal)
    overdue_on = goals.overdue.get(goal.goal, frozenset())
    return {
        "goal": goal.goal,
        "parent": goal.parent,
        "level": goal.level,
        "rank": goal.rank,
        "own_words": goal.own_words,
        "professional_wording": goal.professional_wording,
        "author_kind": goal.author_kind,
        "author": goal.author,
        "owner_kind": goal.owner_kind,
        "owner": goal.owner,
        "status": _status(ended),
        "closed_because": ended.reason if isinstance(ended, GoalClosed) else None,
        "target_date": goal.target_date,
        "overdue": ended is None and goal.target_date in overdue_on,
        "overdue_on": sorted(overdue_on),
        "focus_area": goal.focus_area,
        "wish": goal.wish,
        "no_wish_because": goal.no_wish_because,
        "known_to": goals.shared.get(goal.goal, ()),
        "revision": ended.revision if ended else goal.revision,
    }


def _status(ended: Ended | None) -> str:
    if ended is None:
        return "open"
    if isinstance(ended, GoalAchieved):
        return "achieved"
    return ended.ending.value if isinstance(ended, GoalClosed) else "moved"


def places(goals: list[dict[str, Any]]) -> list[str]:
    """The ids of a goal tree from top to bottom: lists that belong to goals stand in this order."""
    return [place for goal in goals for place in (goal["goal"], *places(goal["children"]))]


def after_split(goals: Goals) -> list[dict[str, Any]]:
    """What was decided of each goal that was open when the household split; null while it is open. R01, X-06.

    Where the others went is not shown: one home's plan leads to no other.
    """
    return [
        {"goal": goal, "fate": decided and decided.fate, "agreed_by": decided.agreed_by if decided else ()}
        for into, asked in goals.asked.items()
        for goal in asked
        for decided in (goals.fates.get((into, goal)),)
    ]
