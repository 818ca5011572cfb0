"""The next revision of an approved plan: what happens to each piece of open work is decided. A01."""

from collections.abc import Iterable, Iterator

from contracts.ids import FamilyId, GoalId, InterventionId, PlanId
from contracts.plans.events import (
    ActivityInRevision,
    FamilyEvent,
    GoalClosed,
    GoalEnding,
    GoalInRevision,
    InterventionEnded,
    InterventionInRevision,
    InterventionResult,
    PlanRevised,
    WorkFate,
)
from contracts.shapes import ActorKind, Code, Command
from eventkeep.clock import day_of
from eventkeep.refused import Refused
from services.plans.goal_work import dropped
from services.plans.state import Course, State

# Commands


class RevisePlan(Command):
    """Work on an approved plan again: each open goal, intervention and activity goes on, changes or ends (revidere). A01.

    What ends is closed at once; everything open is named once.
    """

    family: FamilyId
    reason: Code
    goals: tuple[GoalInRevision, ...]
    interventions: tuple[InterventionInRevision, ...]
    activities: tuple[ActivityInRevision, ...] = ()


# Decide


def revise(state: State, plan: PlanId, command: RevisePlan) -> list[FamilyEvent]:
    """The revision first, then the end of what ends: interventions, activities, then goals from below. A01."""
    if state.agreed.approved is None:
        raise Refused(
            "plan_not_approved",
            "Only an approved plan is revised.",
            "A01",
            "Work on the draft as it is.",
            danish="Kun en godkendt plan revideres.",
            danish_next="Arbejd videre med udkastet.",
        )
    _require_all_named(state, command)
    ends = {each.goal for each in command.goals if each.fate is WorkFate.ENDS}
    _require_ends_from_below(state, ends)
    _require_work_has_goals(state, command, ends)
    ended = [each.intervention for each in command.interventions if each.fate is WorkFate.ENDS]
    _require_staff_end_help(state, command, ended)
    revised = PlanRevised(
        family=command.family,
        plan=plan,
        reason=command.reason,
        goals=command.goals,
        interventions=command.interventions,
        activities=command.activities,
        revision=state.revision + 1,
    )
    interventions = _ended(state, command, ended)
    left = [each.activity for each in command.activities if each.fate is WorkFate.ENDS]
    activities = dropped(command.family, left, state.revision + 2 + len(ended))
    first = state.revision + 2 + len(ended) + len(left)
    return [revised, *interventions, *activities, *_closed(state, command, ends, first)]


def _require_all_named(state: State, command: RevisePlan) -> None:
    goals = _differing((each.goal for each in command.goals), state.goals.open)
    interventions = _differing((each.intervention for each in command.interventions), state.work.open)
    activities = _differing((each.activity for each in command.activities), state.work.open_activities)
    if any((*goals, *interventions, *activities)):
        raise Refused(
            "revision_incomplete",
            "A revision names every open goal, intervention and activity once.",
            "A01",
            "Say of each whether it continues, changes or ends.",
            {
                "goals_missing": str(goals[0]),
                "goals_too_many": str(goals[1]),
                "interventions_missing": str(interventions[0]),
                "interventions_too_many": str(interventions[1]),
                "activities_missing": str(activities[0]),
                "activities_too_many": str(activities[1]),
            },
            danish="En revision nævner hvert åbent mål, hver åben indsats og hver åben aktivitet én gang.",
            danish_next="Angiv for hver, om den fortsætter, ændres eller slutter.",
        )


def _differing(named: Iterable[str], wanted: Iterable[str]) -> tuple[int, int]:
    """How many are missing, and how many are named twice or are not open."""
    given, wished = list(named), set(wanted)
    return len(wished - set(given)), len(given) - len(wished & set(given))


def _require_ends_from_below(state: State, ends: set[GoalId]) -> None:
    """INV-15: nothing open stays below a goal that ends."""
    goals = state.goals
    left = [each for each in goals.open if goals.goals[each].parent in ends and each not in ends]
    if left:
        raise Refused(
            "goal_has_open_children",
            "A goal below one that ends goes on.",
            "INV-15",
            "End the goals below it too, or move them.",
            {"open": str(len(left))},
            danish="Et mål under et, der slutter, fortsætter.",
            danish_next="Afslut også målene under det, eller flyt dem.",
        )


def _require_work_has_goals(state: State, command: RevisePlan, ends: set[GoalId]) -> None:
    """INV-13: nothing goes on for a goal that ends, or has ended."""
    goals = {*state.goals.open} - ends
    left = [each for each, goal in _going_on(state, command) if goal not in goals]
    if left:
        raise Refused(
            "work_without_goal",
            "Work goes on for a goal that ends.",
            "INV-13",
            "End this work too, or let its goal go on.",
            {"work": ", ".join(sorted(left))},
            danish="Noget arbejde fortsætter for et mål, der slutter.",
            danish_next="Afslut også dette arbejde, eller lad målet fortsætte.",
        )


def _going_on(state: State, command: RevisePlan) -> Iterator[tuple[str, GoalId]]:
    """The work that doesn't end, and the goal of each piece."""
    for offered in command.interventions:
        if offered.fate is not WorkFate.ENDS:
            yield offered.intervention, state.work.interventions[offered.intervention].goal
    for doing in command.activities:
        if doing.fate is not WorkFate.ENDS:
            yield doing.activity, state.work.activities[doing.activity].goal


def _require_staff_end_help(state: State, command: RevisePlan, ended: list[InterventionId]) -> None:
    """INV-63: what was granted is ended by those who may end it by itself; the family says that it wants it ended."""
    granted = [each for each in ended if state.work.interventions[each].decided]
    if command.by.kind is ActorKind.PERSON and granted:
        raise Refused(
            "granted_help_ended_by_family",
            "The family does not end help that was granted.",
            "INV-63",
            "Ask the coordinator, the team or the caseworker to end it.",
            {"interventions": ", ".join(sorted(granted))},
            danish="Familien afslutter ikke selv hjælp, der er bevilget.",
            danish_next="Bed koordinatoren, teamet eller sagsbehandleren om at afslutte den.",
        )


def _ended(state: State, command: RevisePlan, ended: list[InterventionId]) -> list[InterventionEnded]:
    """With the result E3, or as cancelled where it never began. A05."""
    never = {each for each in ended if state.work.interventions[each].course is Course.ADDED}
    return [
        InterventionEnded(
            family=command.family,
            intervention=each,
            ended_on=day_of(command.at),
            result=InterventionResult.CANCELLED if each in never else InterventionResult.ENDED,
            reason=command.reason,
            revision=revision,
        )
        for revision, each in enumerate(ended, start=state.revision + 2)
    ]


def _closed(state: State, command: RevisePlan, ends: set[GoalId], first: int) -> list[GoalClosed]:
    """From below, so that no open goal stands below a closed one."""
    deepest_first = sorted(ends, key=lambda each: (-state.goals.goals[each].level, each))
    return [
        GoalClosed(
            family=command.family,
            goal=each,
            ending=GoalEnding.RETIRED,
            reason=command.reason,
            revision=revision,
        )
        for revision, each in enumerate(deepest_first, start=first)
    ]
