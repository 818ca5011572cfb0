"""The goal tree: goals in their author's words, their owner and day, and their place in the tree."""

from datetime import date
from typing import assert_never

from contracts.ids import FamilyId, FocusAreaId, GoalId, Id, WishId
from contracts.plans.events import FamilyEvent, GoalDefined, GoalReplanned, GoalReworded
from contracts.shapes import Command, PartyKind, Rank, Text
from eventkeep.clock import day_of
from eventkeep.refused import Refused
from services.plans.focus_areas import unknown_focus_area
from services.plans.parties import is_another, is_party
from services.plans.state import Goal, State, require_new
from services.plans.wishes import require_wish

LOWEST_LEVEL, LAST_RANK = 3, 1_000

# Commands


class DefineGoal(Command):
    """Define a goal, or a sub-goal of `parent`; last of its siblings unless ranked (mål). INV-13, INV-14, P42, T09.

    A top-level goal names the wish that it draws on, or says why there is none. INV-43.
    """

    family: FamilyId
    goal: GoalId
    parent: GoalId | None = None
    focus_area: FocusAreaId | None = None
    wish: WishId | None = None
    no_wish_because: Text | None = None
    author_kind: PartyKind
    author: Id
    own_words: Text
    professional_wording: Text | None = None
    owner_kind: PartyKind
    owner: Id
    target_date: date | None = None
    rank: Rank | None = None


class RewordGoal(Command):
    """Give a goal another professional wording beside its author's own words (omformulere). A04, INV-42."""

    family: FamilyId
    goal: GoalId
    professional_wording: Text


class ReplanGoal(Command):
    """Say whose a goal is now, by when, and its rank if it changes (tidsplan). A30, A09, INV-13."""

    family: FamilyId
    goal: GoalId
    owner_kind: PartyKind
    owner: Id
    target_date: date | None = None
    rank: Rank | None = None


GoalCommand = DefineGoal | RewordGoal | ReplanGoal

# Decide


def decide_goals(state: State, command: GoalCommand) -> list[FamilyEvent]:
    """What a goal says, whose it is and by when. A04, A30."""
    match command:
        case DefineGoal():
            return _define(state, command)
        case RewordGoal():
            return _reword(state, command)
        case ReplanGoal():
            return _replan(state, command)
        case _:
            assert_never(command)


def _define(state: State, command: DefineGoal) -> list[FamilyEvent]:
    """A goal in its place in the tree, with author and owner. INV-13, INV-14, INV-42."""
    require_new(state, command.goal, state.goals.goals, "goal_defined_already", "A04")
    level = level_below(state, command.parent)
    if command.focus_area is not None and command.focus_area not in state.focus.areas:
        raise unknown_focus_area()
    require_wish(state, command.wish)
    _require_author(state, command)
    _require_owner(state, command)
    return [
        GoalDefined(
            family=command.family,
            goal=command.goal,
            parent=command.parent,
            level=level,
            focus_area=command.focus_area,
            wish=command.wish,
            no_wish_because=command.no_wish_because,
            author_kind=command.author_kind,
            author=command.author,
            own_words=command.own_words,
            professional_wording=command.professional_wording,
            owner_kind=command.owner_kind,
            owner=command.owner,
            target_date=command.target_date,
            rank=command.rank or next_rank(state, command.parent),
            revision=state.revision + 1,
        )
    ]


def _require_author(state: State, command: DefineGoal) -> None:
    if not is_party(state.known, command.author_kind, command.author, day_of(command.at)):
        raise Refused(
            "goal_author_unknown",
            "A goal's author is of the family or attached to it.",
            "INV-42",
            "Name who said it.",
            danish="Den, der har sagt målet, hører til familien eller er tilknyttet.",
            danish_next="Angiv, hvem der har sagt det.",
        )
    if is_another(command.by, command.author):
        raise Refused(
            "goal_of_another",
            "A member speaks for himself or herself.",
            "INV-42",
            "Let the author define it, or ask the team to record it.",
            danish="Et familiemedlem taler kun for sig selv.",
            danish_next="Lad den anden selv sætte målet, eller bed teamet om at registrere det.",
        )


def _require_owner(state: State, command: DefineGoal | ReplanGoal) -> None:
    if not is_party(state.known, command.owner_kind, command.owner, day_of(command.at)):
        raise Refused(
            "goal_owner_unknown",
            "A goal's owner is of the family or attached to it.",
            "INV-13",
            "Name who owns the goal.",
            danish="Målets ejer hører til familien eller er tilknyttet.",
            danish_next="Angiv, hvem der ejer målet.",
        )


def require_open(state: State, goal: GoalId, rule: str = "INV-15") -> Goal:
    """The goal, open and in the plan. `rule` says why it has to be open."""
    if goal not in state.goals.goals:
        raise Refused(
            "goal_unknown",
            "The goal is not in the plan.",
            "INV-13",
            "Define the goal first.",
            danish="Målet findes ikke i planen.",
            danish_next="Sæt målet først.",
        )
    if not state.goals.is_open(goal):
        raise Refused(
            "goal_not_open",
            "The goal is reached or closed.",
            rule,
            "Define a new goal.",
            danish="Målet er opnået eller afsluttet.",
            danish_next="Sæt et nyt mål.",
        )
    return state.goals.goals[goal]


def level_below(state: State, parent: GoalId | None) -> int:
    """INV-14: one below the parent. A parent stands before its child, so no cycle can be."""
    if parent is None:
        return 1
    if parent not in state.goals.goals:
        raise Refused(
            "goal_unknown",
            "The parent goal is not in the plan.",
            "INV-14",
            "Define the parent first.",
            danish="Det overordnede mål findes ikke i planen.",
            danish_next="Sæt det overordnede mål først.",
        )
    above = require_open(state, parent)
    if above.level >= LOWEST_LEVEL:
        raise too_deep()
    return above.level + 1


def too_deep() -> Refused:
    """INV-14: there are three levels."""
    return Refused(
        "goal_too_deep",
        "Goals have three levels: goal, sub-goal, sub-sub-goal.",
        "INV-14",
        "Place it under a goal or a sub-goal.",
        danish="Mål har tre niveauer: mål, delmål og del-delmål.",
        danish_next="Læg det under et mål eller et delmål.",
    )


def next_rank(state: State, parent: GoalId | None) -> int:
    """Behind its siblings."""
    siblings = sum(place.parent == parent for place in state.goals.goals.values())
    return min(siblings + 1, LAST_RANK)


def _reword(state: State, command: RewordGoal) -> list[FamilyEvent]:
    """The own words stay as they were said. INV-42."""
    require_open(state, command.goal)
    return [
        GoalReworded(
            family=command.family,
            goal=command.goal,
            professional_wording=command.professional_wording,
            revision=state.revision + 1,
        )
    ]


def _replan(state: State, command: ReplanGoal) -> list[FamilyEvent]:
    goal = require_open(state, command.goal)
    _require_owner(state, command)
    rank = command.rank or goal.rank
    now = (goal.owner_kind, goal.owner, goal.target_date, goal.rank)
    if now == (command.owner_kind, command.owner, command.target_date, rank):
        return []
    return [
        GoalReplanned(
            family=command.family,
            goal=command.goal,
            owner_kind=command.owner_kind,
            owner=command.owner,
            target_date=command.target_date,
            rank=rank,
            revision=state.revision + 1,
        )
    ]
