"""What happens to open goals when the household splits, and the goals after each event."""

from typing import Any, assert_never

from contracts.ids import FamilyId, GoalId, PersonId
from contracts.plans.events import (
    FamilyEvent,
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
from contracts.shapes import Command
from eventkeep.clock import day_of
from eventkeep.evolved import replace
from eventkeep.refused import Refused
from services.plans.goal_course import moved, require_none_open_below
from services.plans.goal_work import work_ends
from services.plans.goals import require_open
from services.plans.parties import in_whose_name
from services.plans.state import Goal, Goals, GoalStanding, State

# Commands


class AskGoals(Command):
    """Ask what happens to each open goal, since the household split (delt hushold). Our own service only. R01, A04."""

    family: FamilyId
    into: FamilyId


class DecideGoalFate(Command):
    """Decide whether a goal stays, moves to the new household or goes on in both (delt hushold). R01, A04.

    One that moves is closed here, with its open work; it is taken over by defining it there.
    """

    family: FamilyId
    goal: GoalId
    fate: GoalFate
    into: FamilyId
    agreed_by: tuple[PersonId, ...] = ()


HouseholdCommand = AskGoals | DecideGoalFate
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

# Decide


def decide_households(state: State, command: HouseholdCommand) -> list[FamilyEvent]:
    """Each open goal is asked about once for each new household. R01."""
    match command:
        case AskGoals():
            return _ask(state, command)
        case DecideGoalFate():
            return _decide_fate(state, command)
        case _:
            assert_never(command)


def _ask(state: State, command: AskGoals) -> list[FamilyEvent]:
    if not state.goals.open or command.into in state.goals.asked:
        return []
    return [GoalsAsked(family=command.family, into=command.into, goals=state.goals.open)]


def _decide_fate(state: State, command: DecideGoalFate) -> list[FamilyEvent]:
    if command.goal not in state.goals.asked.get(command.into, ()):
        raise Refused(
            "goal_not_asked_about",
            "Nobody asked what happens to this goal.",
            "R01",
            "Name a goal that was open when the household split.",
            danish="Der er ikke spurgt til, hvad der sker med dette mål.",
            danish_next="Angiv et mål, der var åbent, da husstanden blev delt.",
        )
    decided = state.goals.fates.get((command.into, command.goal))
    if decided is command.fate:
        return []
    if decided is not None:
        raise Refused(
            "goal_fate_decided_already",
            "It was decided what happens to this goal.",
            "R01",
            "Close the goal, or define it anew.",
            danish="Det er allerede besluttet, hvad der sker med målet.",
            danish_next="Afslut målet, eller sæt det på ny.",
        )
    require_open(state, command.goal)
    moves = command.fate is GoalFate.MOVES
    if moves:
        require_none_open_below(state.goals, command.goal)
    work = work_ends(state, command.family, command.goal, day_of(command.at)) if moves else []
    return [
        *work,
        GoalFateDecided(
            family=command.family,
            goal=command.goal,
            fate=command.fate,
            into=command.into,
            agreed_by=in_whose_name(state.known, command.by, command.agreed_by, "R01"),
            revision=state.revision + len(work) + 1,
        ),
    ]


# Evolve


def evolve_goals(goals: Goals, event: GoalEvent) -> Goals:
    """The goals after an event."""
    match event:
        case GoalDefined():
            return replace(goals, goals={**goals.goals, event.goal: _defined(event)})
        case GoalMoved():
            return moved(goals, event)
        case GoalReplanned():
            return _with(
                goals,
                event.goal,
                owner_kind=event.owner_kind,
                owner=event.owner,
                target_date=event.target_date,
                rank=event.rank,
            )
        case GoalAchieved():
            return _with(goals, event.goal, standing=GoalStanding.ACHIEVED)
        case GoalClosed():
            return _with(goals, event.goal, standing=GoalStanding.CLOSED)
        case GoalOverdue():
            known = goals.goals.get(event.goal)
            said = (known.overdue_on if known else frozenset()) | {event.due_on}
            return _with(goals, event.goal, overdue_on=said)
        case GoalShared():
            known = goals.goals.get(event.goal)
            shared = (known.shared_with if known else frozenset()) | {event.person}
            return _with(goals, event.goal, shared_with=shared)
        case GoalsAsked():
            return replace(goals, asked={**goals.asked, event.into: event.goals})
        case GoalFateDecided():
            fates = {**goals.fates, (event.into, event.goal): event.fate}
            closes = {"standing": GoalStanding.CLOSED} if event.fate is GoalFate.MOVES else {}
            return _with(replace(goals, fates=fates), event.goal, **closes)
        case GoalReworded():
            return goals
        case _:
            assert_never(event)


def _defined(event: GoalDefined) -> Goal:
    return Goal(event.level, event.parent, event.owner_kind, event.owner, event.target_date, event.rank)


def _with(goals: Goals, goal: GoalId, **changes: Any) -> Goals:
    if goal not in goals.goals:
        return goals
    return replace(goals, goals={**goals.goals, goal: replace(goals.goals[goal], **changes)})
