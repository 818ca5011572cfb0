"""What happens to open goals when the household splits."""

import pytest

from contracts.plans.events import GoalAchieved, GoalFate, GoalFateDecided, GoalsAsked
from services.plans.goal_course import AchieveGoal
from services.plans.households import AskGoals, DecideGoalFate
from tests.unit.family import ANNA, BO, BY_ANNA, BY_INFORMED, BY_TEAM, FAMILY, GOAL, OTHER_GOAL, STRANGER
from tests.unit.plan_commands import example
from tests.unit.planning import INTO, but, goal, the_plan

ASK, DECIDE = example(AskGoals), example(DecideGoalFate)
TREE = (goal(1), goal(2, GOAL, 2))
ASKED = GoalsAsked(family=FAMILY, into=INTO, goals=(GOAL, OTHER_GOAL))


def decided(fate: GoalFate, revision: int = 2, which: object = GOAL) -> GoalFateDecided:
    """What happens to a goal."""
    return GoalFateDecided.model_validate(
        {"family": FAMILY, "goal": which, "fate": fate, "into": INTO, "revision": revision}
    )


def test_each_open_goal_is_asked_about_once() -> None:
    """R01, A04."""
    the_plan(*TREE).when(ASK).then(ASKED).when(ASK).then()
    reached = GoalAchieved(family=FAMILY, goal=OTHER_GOAL, revision=2)
    the_plan(*TREE, reached).when(ASK).then(ASKED.model_copy(update={"goals": (GOAL,)}))
    the_plan().when(ASK).then()
    the_plan(*TREE).when(but(ASK, by=BY_TEAM)).refused("for_services_only")


@pytest.mark.parametrize("fate", [GoalFate.STAYS, GoalFate.BOTH])
def test_a_goal_stays_or_goes_on_in_both(fate: GoalFate) -> None:
    """R01: it stays open here."""
    stays = the_plan(*TREE, ASKED).when(but(DECIDE, fate=fate)).then(decided(fate))
    assert stays.state.goals.is_open(GOAL)
    stays.when(but(DECIDE, fate=fate)).then()
    stays.when(DECIDE).refused("goal_fate_decided_already")


def test_a_goal_that_moves_is_closed_here() -> None:
    """R01, A04: what is below it first; the family decides, the informed do not."""
    asked = the_plan(*TREE, ASKED)
    asked.when(DECIDE).refused("goal_has_open_children")
    below = asked.when(but(DECIDE, goal=OTHER_GOAL)).then(decided(GoalFate.MOVES, which=OTHER_GOAL))
    by_anna = decided(GoalFate.MOVES, revision=3).model_copy(update={"agreed_by": (ANNA,)})
    gone = below.when(but(DECIDE, by=BY_ANNA)).then(by_anna)
    gone.when(DECIDE).then()
    gone.when(example(AchieveGoal)).refused("goal_not_open")
    asked.when(but(DECIDE, by=BY_INFORMED)).refused("not_on_team")


def test_one_sees_in_whose_name_it_was_decided() -> None:
    """R01, INV-40: members of the family, whoever records it; who decides it is one of them."""
    stays = but(DECIDE, fate=GoalFate.STAYS)
    said = decided(GoalFate.STAYS)
    for by, named, agreed_by in (
        (BY_TEAM, (BO, ANNA, BO), (BO, ANNA)),
        (BY_ANNA, (BO,), (ANNA, BO)),
        (BY_ANNA, (BO, ANNA), (BO, ANNA)),
    ):
        the_plan(*TREE, ASKED).when(but(stays, by=by, agreed_by=named)).then(
            said.model_copy(update={"agreed_by": agreed_by})
        )
    the_plan(*TREE, ASKED).when(but(stays, agreed_by=(STRANGER,))).refused("person_not_in_family")


def test_only_what_was_asked_is_decided() -> None:
    """R01."""
    the_plan(*TREE).when(DECIDE).refused("goal_not_asked_about")
    the_plan(*TREE, ASKED).when(but(DECIDE, into=FAMILY)).refused("goal_not_asked_about")
    reached = GoalAchieved(family=FAMILY, goal=OTHER_GOAL, revision=2)
    the_plan(*TREE, ASKED, reached).when(but(DECIDE, goal=OTHER_GOAL)).refused("goal_not_open")
