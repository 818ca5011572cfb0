"""What a registration links: a goal of the plan, an intervention that works for it, a member of the family. INV-68."""

from contracts.ids import GoalId, Id
from eventkeep.refused import Refused
from services.progress.state import State


def require_member(state: State, person: Id) -> None:
    """Whom it is about belongs to the family now. INV-68."""
    if person not in state.known.contacts.members:
        raise Refused(
            "person_not_in_family",
            "This person is no member of the family.",
            "INV-68",
            "Add the person to the family first.",
            danish="Personen hører ikke til familien.",
            danish_next="Føj personen til familien først.",
        )


def require_goal(state: State, goal: Id) -> None:
    """A goal of the plan that is open. INV-68."""
    if goal not in state.known.plans.goals:
        raise Refused(
            "goal_unknown",
            "This goal is not in the plan.",
            "INV-68",
            "Define the goal first.",
            danish="Målet står ikke i planen.",
            danish_next="Sæt målet først.",
        )


def goal_of(state: State, intervention: Id | None, goal: GoalId | None) -> GoalId | None:
    """The goal that something is linked to: an intervention that goes on brings its own, and no other. INV-68."""
    if intervention is None:
        return goal
    works_for = state.known.plans.interventions.get(intervention)
    if works_for is None:
        raise Refused(
            "intervention_unknown",
            "This intervention is not in the plan.",
            "INV-68",
            "Add the intervention first.",
            danish="Indsatsen står ikke i planen.",
            danish_next="Tilføj indsatsen først.",
        )
    if goal not in (None, works_for):
        raise Refused(
            "intervention_for_another_goal",
            "This intervention works for another goal.",
            "INV-68",
            "Name the goal that it works for.",
            danish="Indsatsen arbejder for et andet mål.",
            danish_next="Angiv det mål, den arbejder for.",
        )
    require_goal(state, GoalId(works_for))
    return GoalId(works_for)
