"""The goal tree and the interventions that work for its goals."""

from datetime import date

from contracts.ids import FamilyId, FocusAreaId, GoalId, Id, InterventionId, WishId
from contracts.plans.events import FamilyEvent, GoalDefined, InterventionAdded, PartyKind
from contracts.shapes import Code, Command, Rank, Text
from eventkeep.refused import Refused
from services.plans.rights import is_another, is_party
from services.plans.state import State, require_new

LOWEST_LEVEL, LAST_RANK = 3, 1_000

# Commands


class DefineGoal(Command):
    """Define a goal, or a sub-goal of `parent`; last of its siblings unless ranked (mål). INV-13, INV-14."""

    family: FamilyId
    goal: GoalId
    parent: GoalId | None = None
    focus_area: FocusAreaId | None = None
    wish: WishId | None = None
    author_kind: PartyKind
    author: Id
    own_words: Text
    professional_wording: Text | None = None
    owner_kind: PartyKind
    owner: Id
    target_date: date | None = None
    rank: Rank | None = None


class AddIntervention(Command):
    """Add an intervention that works for a goal (indsats). A05, INV-13."""

    family: FamilyId
    intervention: InterventionId
    goal: GoalId
    title: Text
    department: Code
    legal_basis: Code
    provider: Text | None = None
    starts: date
    ends: date | None = None


# Decide


def define_goal(state: State, command: DefineGoal) -> list[FamilyEvent]:
    """A goal in its place in the tree, with author and owner. INV-13, INV-14, INV-42."""
    require_new(command.goal, state.goals, "goal_defined_already", "A04")
    level = _level_below(state, command.parent)
    if command.focus_area is not None and command.focus_area not in state.focus_areas:
        raise Refused(
            "focus_area_unknown", "The plan has no such focus area.", "A08", "Add the focus area first."
        )
    if command.wish is not None and command.wish not in state.wishes:
        raise Refused("wish_unknown", "No such wish is recorded.", "INV-43", "Record the wish first.")
    if not is_party(state.known, command.author_kind, command.author):
        raise Refused(
            "goal_author_unknown",
            "A goal's author is of the family or attached to it.",
            "INV-42",
            "Name who said it.",
        )
    if is_another(command.by, command.author):
        raise Refused(
            "goal_of_another",
            "A member speaks for himself or herself.",
            "INV-42",
            "Let the author define it, or ask the team to record it.",
        )
    if not is_party(state.known, command.owner_kind, command.owner):
        raise Refused(
            "goal_owner_unknown",
            "A goal's owner is of the family or attached to it.",
            "INV-13",
            "Name who owns the goal.",
        )
    siblings = sum(place.parent == command.parent for place in state.goals.values())
    return [
        GoalDefined(
            family=command.family,
            goal=command.goal,
            parent=command.parent,
            level=level,
            focus_area=command.focus_area,
            wish=command.wish,
            author_kind=command.author_kind,
            author=command.author,
            own_words=command.own_words,
            professional_wording=command.professional_wording,
            owner_kind=command.owner_kind,
            owner=command.owner,
            target_date=command.target_date,
            rank=command.rank or min(siblings + 1, LAST_RANK),
            revision=state.revision + 1,
        )
    ]


def _level_below(state: State, parent: GoalId | None) -> int:
    """INV-14: one below the parent. A parent stands before its child, so no cycle can be."""
    if parent is None:
        return 1
    if parent not in state.goals:
        raise Refused(
            "goal_unknown", "The parent goal is not in the plan.", "INV-14", "Define the parent first."
        )
    if state.goals[parent].level == LOWEST_LEVEL:
        raise Refused(
            "goal_too_deep",
            "Goals have three levels: goal, sub-goal, sub-sub-goal.",
            "INV-14",
            "Place it under a goal or a sub-goal.",
        )
    return state.goals[parent].level + 1


def add_intervention(state: State, command: AddIntervention) -> list[FamilyEvent]:
    """An intervention that works for a goal of the plan. INV-13."""
    require_new(command.intervention, state.interventions, "intervention_added_already", "A05")
    if command.goal not in state.goals:
        raise Refused(
            "goal_unknown",
            "Every intervention works for a goal of the plan.",
            "INV-13",
            "Define the goal first.",
        )
    if command.ends is not None and command.ends < command.starts:
        raise Refused(
            "intervention_ends_before_it_starts",
            "The intervention ends before it starts.",
            "A05",
            "Correct its dates.",
        )
    return [
        InterventionAdded(
            family=command.family,
            intervention=command.intervention,
            goal=command.goal,
            title=command.title,
            department=command.department,
            legal_basis=command.legal_basis,
            provider=command.provider,
            starts=command.starts,
            ends=command.ends,
            revision=state.revision + 1,
        )
    ]
