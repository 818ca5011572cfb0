"""What becomes of the open work of a goal that ends: nothing goes on for a goal that is not there. A01, INV-13, X-06."""

from collections.abc import Iterable
from datetime import date

from contracts.ids import ActivityId, FamilyId, GoalId, InterventionId
from contracts.plans.events import ActivityEnded, ActivityEnding, InterventionEnded, InterventionResult
from eventkeep.refused import Refused
from services.plans.state import State

GOAL_ENDED = "goal-ended"
"""Why an intervention that nobody granted is cancelled: its goal was reached, closed, or moved to another home."""

WorkEnded = InterventionEnded | ActivityEnded


def work_ends(state: State, family: FamilyId, goal: GoalId, day: date) -> list[WorkEnded]:
    """The open work of a goal ends in the same decision as the goal: what nobody granted is cancelled, activities are
    dropped. The revisions follow the plan's. INV-13.

    Help that was granted stands in the way: a caseworker decided on it, and how it ends, at once or phased out, takes a
    day and a result. It is ended first, by staff. What was only proposed needs no such decision, and so the family can
    say that its goal was reached.
    """
    interventions = [each for each in state.work.open if state.work.interventions[each].goal == goal]
    granted = [each for each in interventions if state.work.interventions[each].decided]
    if granted:
        raise Refused(
            "goal_has_granted_help",
            "Help that was granted works for this goal still.",
            "INV-13",
            "End these interventions with their result first, or cancel those that have not begun.",
            {"interventions": ", ".join(sorted(granted))},
            danish="Der er bevilget hjælp, som stadig arbejder for dette mål.",
            danish_next="Afslut først indsatserne med et resultat, eller annullér dem, der ikke er begyndt.",
        )
    activities = [each for each in state.work.open_activities if state.work.activities[each].goal == goal]
    first = state.revision + 1
    return [
        *cancelled(family, interventions, GOAL_ENDED, day, first),
        *dropped(family, activities, first + len(interventions)),
    ]


def cancelled(
    family: FamilyId, interventions: Iterable[InterventionId], reason: str, day: date, first: int
) -> list[InterventionEnded]:
    """These never begin. `first` is the revision that the first of them brings. A05."""
    return [
        InterventionEnded(
            family=family,
            intervention=each,
            ended_on=day,
            result=InterventionResult.CANCELLED,
            reason=reason,
            revision=revision,
        )
        for revision, each in enumerate(interventions, start=first)
    ]


def dropped(family: FamilyId, activities: Iterable[ActivityId], first: int) -> list[ActivityEnded]:
    """Nobody does these any more. `first` is the revision that the first of them brings. A06."""
    return [
        ActivityEnded(family=family, activity=each, ending=ActivityEnding.DROPPED, revision=revision)
        for revision, each in enumerate(activities, start=first)
    ]
