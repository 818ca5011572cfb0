"""What becomes of a goal: moved with all below it, shared, reached, closed, overdue; the goals after each event."""

from collections.abc import Iterator
from datetime import date
from typing import assert_never

from contracts.ids import FamilyId, GoalId, PersonId
from contracts.plans.events import (
    FamilyEvent,
    GoalAchieved,
    GoalClosed,
    GoalEnding,
    GoalMoved,
    GoalOverdue,
    GoalShared,
)
from contracts.shapes import Command, Rank, Text
from eventkeep.clock import day_of
from eventkeep.evolved import replace
from eventkeep.refused import Refused
from services.plans.goal_work import work_ends
from services.plans.goals import LOWEST_LEVEL, level_below, next_rank, require_open, too_deep
from services.plans.parties import require_member
from services.plans.state import Goals, GoalStanding, State

# Commands


class MoveGoal(Command):
    """Move a goal below another, or to the top, with all that is below it (flytte mål). A04, INV-14."""

    family: FamilyId
    goal: GoalId
    parent: GoalId | None = None
    rank: Rank | None = None


class AchieveGoal(Command):
    """Say that a goal was reached; no goal below it is open (opnå mål). A04, P29, INV-15."""

    family: FamilyId
    goal: GoalId


class CloseGoal(Command):
    """Close a goal that is given up or not meaningful any more, with the reason (opgive, udgå). A04, INV-15."""

    family: FamilyId
    goal: GoalId
    ending: GoalEnding
    reason: Text


class ShareGoal(Command):
    """Say that a sub-goal is known to the citizen whom it is about (delmål kendt af borger). P44, INV-57."""

    family: FamilyId
    goal: GoalId
    person: PersonId


class NoteGoalOverdue(Command):
    """Note that a goal's day has passed and it is open still. Our own service only. A30."""

    family: FamilyId
    goal: GoalId
    due_on: date


GoalCourseCommand = MoveGoal | AchieveGoal | CloseGoal | ShareGoal | NoteGoalOverdue

# Decide


def decide_goal_course(state: State, command: GoalCourseCommand) -> list[FamilyEvent]:
    """What becomes of a goal. A04, A30."""
    match command:
        case MoveGoal():
            return _move(state, command)
        case AchieveGoal():
            return _achieve(state, command)
        case CloseGoal():
            return _close(state, command)
        case ShareGoal():
            return _share(state, command)
        case NoteGoalOverdue():
            return _note_overdue(state, command)
        case _:
            assert_never(command)


def _move(state: State, command: MoveGoal) -> list[FamilyEvent]:
    """INV-14: at most three levels with all that moves along, and nothing stands below itself."""
    goal = require_open(state, command.goal)
    below = set(with_all_below(state.goals, command.goal))
    if command.parent in below:
        raise Refused(
            "goal_below_itself",
            "A goal can't stand below itself.",
            "INV-14",
            "Choose a goal that is not below it.",
            danish="Et mål kan ikke ligge under sig selv.",
            danish_next="Vælg et mål, der ikke ligger under det.",
        )
    level = level_below(state, command.parent)
    deepest = max(state.goals.goals[each].level for each in below)
    if level + deepest - goal.level > LOWEST_LEVEL:
        raise too_deep()
    stays = command.parent == goal.parent
    rank = command.rank or (goal.rank if stays else next_rank(state, command.parent))
    if stays and rank == goal.rank:
        return []
    return [
        GoalMoved(
            family=command.family,
            goal=command.goal,
            parent=command.parent,
            level=level,
            rank=rank,
            revision=state.revision + 1,
        )
    ]


def _achieve(state: State, command: AchieveGoal) -> list[FamilyEvent]:
    known = state.goals.goals.get(command.goal)
    if known is not None and known.standing is GoalStanding.ACHIEVED:
        return []
    require_open(state, command.goal)
    require_none_open_below(state.goals, command.goal)
    work = work_ends(state, command.family, command.goal, day_of(command.at))
    revision = state.revision + len(work) + 1
    return [*work, GoalAchieved(family=command.family, goal=command.goal, revision=revision)]


def _close(state: State, command: CloseGoal) -> list[FamilyEvent]:
    known = state.goals.goals.get(command.goal)
    if known is not None and known.standing is GoalStanding.CLOSED:
        return []
    require_open(state, command.goal)
    require_none_open_below(state.goals, command.goal)
    work = work_ends(state, command.family, command.goal, day_of(command.at))
    return [
        *work,
        GoalClosed(
            family=command.family,
            goal=command.goal,
            ending=command.ending,
            reason=command.reason,
            revision=state.revision + len(work) + 1,
        ),
    ]


def require_none_open_below(goals: Goals, goal: GoalId) -> None:
    """INV-15: nothing open stands below a goal that ends."""
    still = sum(goals.is_open(each) for each in with_all_below(goals, goal) if each != goal)
    if still:
        raise Refused(
            "goal_has_open_children",
            "A goal below it is still open.",
            "INV-15",
            "Reach the goals below it first, or close them with a reason.",
            {"open": str(still)},
            danish="Et mål under det er stadig åbent.",
            danish_next="Nå målene under det først, eller afslut dem med en begrundelse.",
        )


def _share(state: State, command: ShareGoal) -> list[FamilyEvent]:
    goal = require_open(state, command.goal)
    require_member(state.known, command.person, "INV-57")
    if command.person in goal.shared_with:
        return []
    return [GoalShared(family=command.family, goal=command.goal, person=command.person)]


def _note_overdue(state: State, command: NoteGoalOverdue) -> list[FamilyEvent]:
    """Once for each date, if the goal is open and due on that day still. A30."""
    goal = state.goals.goals.get(command.goal)
    if goal is None or not state.goals.is_open(command.goal) or goal.target_date != command.due_on:
        return []
    if command.due_on in goal.overdue_on or day_of(command.at) <= command.due_on:
        return []
    return [GoalOverdue(family=command.family, goal=command.goal, due_on=command.due_on)]


def with_all_below(goals: Goals, goal: GoalId) -> Iterator[GoalId]:
    """The goal and all that is below it, whatever its standing."""
    seen = [goal]
    for each in seen:
        seen += [below for below in goals.below(each) if below not in seen]
        yield each


# Evolve: what the goals are after a move, which takes along all that is below.


def moved(goals: Goals, event: GoalMoved) -> Goals:
    """The tree after a move. A goal that was never told of moves nothing."""
    if event.goal not in goals.goals:
        return goals
    before = goals.goals[event.goal]
    deeper = event.level - before.level
    now = dict(goals.goals)
    for each in with_all_below(goals, event.goal):
        now[each] = replace(now[each], level=now[each].level + deeper)
    now[event.goal] = replace(before, parent=event.parent, level=event.level, rank=event.rank)
    return replace(goals, goals=now)
