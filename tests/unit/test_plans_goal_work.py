"""Nothing goes on for a goal that has ended: what becomes of its interventions and activities."""

from typing import Any

import pytest

from contracts.ids import GoalId, InterventionId
from contracts.plans.events import (
    ActivityEnded,
    ActivityEnding,
    ActivityInRevision,
    FamilyEvent,
    GoalAchieved,
    GoalClosed,
    GoalEnding,
    GoalFate,
    GoalFateDecided,
    GoalInRevision,
    GoalsAsked,
    InterventionEnded,
    InterventionGranted,
    InterventionInRevision,
    InterventionResult,
    InterventionStarted,
    PlanRevised,
    WorkFate,
)
from services.plans.goal_course import AchieveGoal, CloseGoal
from services.plans.households import DecideGoalFate
from services.plans.intervention_course import StartIntervention
from services.plans.interventions import GrantIntervention
from services.plans.revision import RevisePlan
from tests.unit.family import ANNA, BY_ANNA, BY_TEAM, FAMILY, GOAL, INTERVENTION, OTHER_GOAL, PLAN, numbered
from tests.unit.plan_commands import example
from tests.unit.planning import ACTIVITY, INTO, TODAY, but, goal, the_plan
from tests.unit.story import HELPED
from tests.unit.test_plans_activities import ADDED
from tests.unit.test_plans_approval import APPROVED

ACHIEVE, CLOSE, FATE = example(AchieveGoal), example(CloseGoal), example(DecideGoalFate)
ASKED = GoalsAsked(family=FAMILY, into=INTO, goals=(GOAL, OTHER_GOAL))
GRANTED = InterventionGranted(family=FAMILY, intervention=INTERVENTION)
STARTED = InterventionStarted(family=FAMILY, intervention=INTERVENTION, started_on=TODAY)
FOR_THE_OTHER = HELPED.model_copy(update={"intervention": numbered(InterventionId, 2), "goal": OTHER_GOAL})
OPEN: tuple[FamilyEvent, ...] = (goal(1), goal(2), ASKED, HELPED, FOR_THE_OTHER, ADDED)
"""Two goals with an intervention each at revision 2, and an activity for the first."""
DROPPED = ActivityEnded(family=FAMILY, activity=ACTIVITY, ending=ActivityEnding.DROPPED, revision=4)


def ended(result: InterventionResult, reason: str, revision: int) -> InterventionEnded:
    """The first goal's intervention ended."""
    return InterventionEnded(
        family=FAMILY,
        intervention=INTERVENTION,
        ended_on=TODAY,
        result=result,
        reason=reason,
        revision=revision,
    )


ENDINGS: tuple[tuple[Any, FamilyEvent], ...] = (
    (ACHIEVE, GoalAchieved(family=FAMILY, goal=GOAL, revision=5)),
    (
        CLOSE,
        GoalClosed(
            family=FAMILY, goal=GOAL, ending=GoalEnding.RETIRED, reason="It no longer matters.", revision=5
        ),
    ),
    (FATE, GoalFateDecided(family=FAMILY, goal=GOAL, fate=GoalFate.MOVES, into=INTO, revision=5)),
)


@pytest.mark.parametrize(("command", "over"), ENDINGS, ids=["achieved", "closed", "moved"])
@pytest.mark.parametrize("by", [BY_ANNA, BY_TEAM], ids=["by the family", "by the team"])
def test_what_nobody_granted_ends_with_its_goal(command: Any, over: FamilyEvent, by: Any) -> None:
    """INV-13, A01, X-06: cancelled, and the activity dropped; the other goal's work goes on."""
    cancelled = ended(InterventionResult.CANCELLED, "goal-ended", 3)
    if by is BY_ANNA and isinstance(over, GoalFateDecided):
        over = over.model_copy(update={"agreed_by": (ANNA,)})
    after = the_plan(*OPEN).when(but(command, by=by)).then(cancelled, DROPPED, over)
    assert after.state.work.open == (FOR_THE_OTHER.intervention,)
    assert after.state.work.open_activities == ()
    assert after.state.revision == 5


@pytest.mark.parametrize(("command", "over"), ENDINGS, ids=["achieved", "closed", "moved"])
@pytest.mark.parametrize("course", [(GRANTED,), (GRANTED, STARTED)], ids=["granted", "started"])
def test_help_that_was_granted_is_ended_before_its_goal(
    command: Any, over: FamilyEvent, course: tuple[FamilyEvent, ...]
) -> None:
    """INV-13, X-06: by those who may end it, with its result."""
    standing = the_plan(*OPEN, *course)
    assert standing.when(command).refused("goal_has_granted_help").facts == {"interventions": INTERVENTION}
    over_now = ended(InterventionResult.ENDED, "reached", 3)
    the_plan(*OPEN, *course, over_now).when(command).then(DROPPED, over)


def test_a_goal_that_stays_keeps_its_work() -> None:
    """R01."""
    stays = but(FATE, fate=GoalFate.STAYS)
    said = GoalFateDecided(family=FAMILY, goal=GOAL, fate=GoalFate.STAYS, into=INTO, revision=3)
    the_plan(*OPEN, GRANTED, STARTED).when(stays).then(said)


def test_nothing_is_granted_or_begins_for_a_goal_that_has_ended() -> None:
    """INV-13: what an older decision left open."""
    reached = GoalAchieved(family=FAMILY, goal=GOAL, revision=3)
    grant, start = example(GrantIntervention), example(StartIntervention)
    assert the_plan(*OPEN, reached).when(grant).refused("goal_not_open").rule == "INV-13"
    the_plan(*OPEN, GRANTED, reached).when(start).refused("goal_not_open")


CONTINUES, ENDS = WorkFate.CONTINUES, WorkFate.ENDS


def revise(
    first: WorkFate, intervention: WorkFate, activity: WorkFate | None, named: GoalId = GOAL
) -> RevisePlan:
    """What happens to the first goal and its work; the other's goes on."""
    doing = () if activity is None else (ActivityInRevision(activity=ACTIVITY, fate=activity),)
    return but(
        example(RevisePlan),
        goals=(
            GoalInRevision(goal=named, fate=first),
            GoalInRevision(goal=OTHER_GOAL, fate=CONTINUES),
        ),
        interventions=(
            InterventionInRevision(intervention=INTERVENTION, fate=intervention),
            InterventionInRevision(intervention=FOR_THE_OTHER.intervention, fate=CONTINUES),
        ),
        activities=doing,
    )


def test_a_revision_ends_a_goal_with_all_its_work() -> None:
    """A01, A06, INV-13."""
    command = revise(ENDS, ENDS, ENDS)
    said = PlanRevised(
        family=FAMILY,
        plan=PLAN,
        reason="follow-up",
        goals=command.goals,
        interventions=command.interventions,
        activities=command.activities,
        revision=3,
    )
    closed = GoalClosed(family=FAMILY, goal=GOAL, ending=GoalEnding.RETIRED, reason="follow-up", revision=6)
    the_plan(*OPEN, APPROVED).when(command).then(
        said,
        ended(InterventionResult.CANCELLED, "follow-up", 4),
        DROPPED.model_copy(update={"revision": 5}),
        closed,
    )


@pytest.mark.parametrize(
    ("intervention", "activity", "left"), [(CONTINUES, ENDS, INTERVENTION), (ENDS, CONTINUES, ACTIVITY)]
)
def test_nothing_goes_on_for_a_goal_that_a_revision_ends(
    intervention: WorkFate, activity: WorkFate, left: str
) -> None:
    """INV-13, A01."""
    command = revise(ENDS, intervention, activity)
    assert the_plan(*OPEN, APPROVED).when(command).refused("work_without_goal").facts == {"work": left}


def test_nothing_goes_on_for_a_goal_that_ended_before_the_revision() -> None:
    """INV-13: what an older decision left open."""
    reached = GoalAchieved(family=FAMILY, goal=GOAL, revision=3)
    command = revise(CONTINUES, CONTINUES, ENDS)
    command = but(command, goals=command.goals[1:])
    the_plan(*OPEN, reached, APPROVED).when(command).refused("work_without_goal")


def test_a_revision_decides_on_open_activities_too() -> None:
    """A01, A06."""
    refused = (
        the_plan(*OPEN, APPROVED).when(revise(CONTINUES, CONTINUES, None)).refused("revision_incomplete")
    )
    assert (refused.facts["activities_missing"], refused.facts["activities_too_many"]) == ("1", "0")
    done = DROPPED.model_copy(update={"ending": ActivityEnding.DONE, "revision": 3})
    refused = (
        the_plan(*OPEN, done, APPROVED)
        .when(revise(CONTINUES, CONTINUES, ENDS))
        .refused("revision_incomplete")
    )
    assert (refused.facts["activities_missing"], refused.facts["activities_too_many"]) == ("0", "1")


@pytest.mark.parametrize("course", [(GRANTED,), (GRANTED, STARTED)], ids=["granted", "started"])
def test_the_family_ends_no_help_that_was_granted(course: tuple[FamilyEvent, ...]) -> None:
    """INV-63, A05: neither in a revision; what was only proposed it may end."""
    command = but(revise(CONTINUES, ENDS, CONTINUES), by=BY_ANNA)
    refused = the_plan(*OPEN, *course, APPROVED).when(command).refused("granted_help_ended_by_family")
    assert refused.facts == {"interventions": INTERVENTION}
    for plan, by in (((*OPEN, APPROVED), BY_ANNA), ((*OPEN, *course, APPROVED), BY_TEAM)):
        assert the_plan(*plan).when(but(command, by=by)).refusal is None
