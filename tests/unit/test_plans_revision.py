"""The next revision of an approved plan decides on all that is open."""

from typing import Any

import pytest

from contracts.ids import GoalId, InterventionId
from contracts.plans.events import (
    GoalAchieved,
    GoalClosed,
    GoalEnding,
    GoalInRevision,
    InterventionEnded,
    InterventionGranted,
    InterventionInRevision,
    InterventionResult,
    InterventionStarted,
    PlanRevised,
    WorkFate,
)
from eventkeep.testing import Given
from services.plans.revision import RevisePlan
from tests.unit.family import BY_ANNA, BY_INFORMED, FAMILY, GOAL, INTERVENTION, OTHER_GOAL, PLAN, numbered
from tests.unit.plan_commands import example
from tests.unit.planning import TODAY, but, goal, the_plan
from tests.unit.story import HELPED
from tests.unit.test_plans_approval import APPROVED

CONTINUES, CHANGES, ENDS = WorkFate.CONTINUES, WorkFate.CHANGES, WorkFate.ENDS
SECOND = numbered(InterventionId, 2)
OPEN = (
    goal(1),
    goal(2, GOAL, 2),
    HELPED,
    HELPED.model_copy(update={"intervention": SECOND, "revision": 3}),
    APPROVED,
)


def revise(goals: dict[GoalId, WorkFate], interventions: dict[InterventionId, WorkFate]) -> RevisePlan:
    """What is to happen to the open work."""
    return but(
        example(RevisePlan),
        goals=tuple(GoalInRevision(goal=each, fate=fate) for each, fate in goals.items()),
        interventions=tuple(
            InterventionInRevision(intervention=each, fate=fate) for each, fate in interventions.items()
        ),
    )


def revised(command: RevisePlan) -> PlanRevised:
    """What was decided."""
    return PlanRevised(
        family=FAMILY,
        plan=PLAN,
        reason="follow-up",
        goals=command.goals,
        interventions=command.interventions,
        revision=4,
    )


def ended(which: InterventionId, result: InterventionResult, revision: int) -> InterventionEnded:
    """An intervention ended by the revision."""
    return InterventionEnded(
        family=FAMILY,
        intervention=which,
        ended_on=TODAY,
        result=result,
        reason="follow-up",
        revision=revision,
    )


def closed(which: GoalId, revision: int) -> GoalClosed:
    """A goal ended by the revision."""
    return GoalClosed(
        family=FAMILY, goal=which, ending=GoalEnding.RETIRED, reason="follow-up", revision=revision
    )


GO_ON: dict[Any, WorkFate] = {GOAL: CONTINUES, OTHER_GOAL: CHANGES}
WORK: dict[Any, WorkFate] = {INTERVENTION: CONTINUES, SECOND: CHANGES}


def test_what_goes_on_is_only_said() -> None:
    """A01."""
    command = revise(GO_ON, WORK)
    the_plan(*OPEN).when(command).then(revised(command))
    the_plan(*OPEN).when(but(command, by=BY_ANNA)).then(revised(command))
    the_plan(*OPEN).when(but(command, by=BY_INFORMED)).refused("not_on_team")


def test_what_ends_is_closed_after_it_from_below() -> None:
    """A01, A05, INV-15: a started intervention with E3, one that never began as cancelled."""
    granted = InterventionGranted(family=FAMILY, intervention=INTERVENTION)
    started = InterventionStarted(family=FAMILY, intervention=INTERVENTION, started_on=TODAY)
    command = revise({GOAL: ENDS, OTHER_GOAL: ENDS}, {INTERVENTION: ENDS, SECOND: ENDS})
    after = (
        the_plan(*OPEN, granted, started)
        .when(command)
        .then(
            revised(command),
            ended(INTERVENTION, InterventionResult.ENDED, 5),
            ended(SECOND, InterventionResult.CANCELLED, 6),
            closed(OTHER_GOAL, 7),
            closed(GOAL, 8),
        )
    )
    assert (after.state.revision, after.state.goals.open, after.state.work.open) == (8, (), ())


@pytest.mark.parametrize(
    ("goals", "interventions", "facts"),
    [
        ({GOAL: CONTINUES}, WORK, (1, 0, 0, 0)),
        (GO_ON, {}, (0, 0, 2, 0)),
        ({**GO_ON, numbered(GoalId, 9): ENDS}, WORK, (0, 1, 0, 0)),
        (GO_ON, {**WORK, numbered(InterventionId, 9): ENDS}, (0, 0, 0, 1)),
    ],
)
def test_all_that_is_open_is_named(
    goals: dict[GoalId, WorkFate],
    interventions: dict[InterventionId, WorkFate],
    facts: tuple[int, int, int, int],
) -> None:
    """A01: the refusal counts what is missing, and what is too many."""
    refused = the_plan(*OPEN).when(revise(goals, interventions)).refused("revision_incomplete")
    names = ("goals_missing", "goals_too_many", "interventions_missing", "interventions_too_many")
    activities = {"activities_missing": "0", "activities_too_many": "0"}
    assert refused.facts == {**dict(zip(names, map(str, facts), strict=True)), **activities}


def test_nothing_is_named_twice_or_after_its_end() -> None:
    """A01."""
    command = revise(GO_ON, WORK)
    twice = but(command, goals=(*command.goals, command.goals[0]))
    assert the_plan(*OPEN).when(twice).refused("revision_incomplete").facts["goals_too_many"] == "1"
    reached = GoalAchieved(family=FAMILY, goal=OTHER_GOAL, revision=4)
    refused = the_plan(*OPEN, reached).when(command).refused("revision_incomplete")
    assert refused.facts["goals_too_many"] == "1"


def test_nothing_open_stays_below_a_goal_that_ends() -> None:
    """INV-15."""
    command = revise({GOAL: ENDS, OTHER_GOAL: CONTINUES}, WORK)
    the_plan(*OPEN).when(command).refused("goal_has_open_children")


def test_only_an_approved_plan_is_revised() -> None:
    """A01."""
    refuse: Given = the_plan(*OPEN[:-1])
    refuse.when(revise(GO_ON, WORK)).refused("plan_not_approved")
