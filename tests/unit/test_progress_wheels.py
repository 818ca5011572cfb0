"""The wheels: whose axes, how they change, and how they are scored."""

from typing import Any

import pytest

from contracts.contacts.events import FamilyMemberLeft
from contracts.ids import AxisId, ScoringId, WheelId
from contracts.plans.events import GoalAchieved
from contracts.progress.events import Axis, AxisScore, ScoredBy, WheelKind
from contracts.progress.wheels import WHEEL_SCALE
from services.progress.wheels import AXES
from tests.unit.family import ANNA, BO, BY_ANNA, FAMILY, GOAL, OTHER_GOAL, STRANGER, numbered
from tests.unit.progress_commands import SCORE, TURN, TURN_GOALS, but
from tests.unit.progress_story import (
    GOAL_AXIS,
    GOALS_TURNED,
    HEALTH_AXIS,
    JOB_AXIS,
    OTHER_AXIS,
    SCORED,
    TOMORROW,
    TURNED,
    contacts_say,
    how_it_goes,
    plans_say,
)

JOB, HEALTH = TURNED.axes
REACHED = GoalAchieved(family=FAMILY, goal=GOAL, revision=5)


def axes(count: int) -> tuple[Axis, ...]:
    """As many axes, each an area of its own."""
    return tuple(Axis(axis=numbered(AxisId, 100 + n), area=f"area-{n}") for n in range(count))


def test_a_wheel_has_areas_or_the_plans_goals_as_axes() -> None:
    """A28, A29, Q11: one kind of thing, whose kind is stored; its id is used once."""
    turned = how_it_goes().when(TURN).then(TURNED).when(TURN_GOALS).then(GOALS_TURNED)
    turned.when(but(SCORE, scoring=TURNED.wheel)).refused("registered_already")
    how_it_goes(SCORED).when(but(TURN, wheel=SCORED.scoring)).refused("registered_already")


@pytest.mark.parametrize(
    ("kind", "wrong"),
    [
        (WheelKind.PROGRESSION, Axis(axis=JOB_AXIS, goal=GOAL)),
        (WheelKind.PROGRESSION, Axis(axis=JOB_AXIS, area="job", goal=GOAL)),
        (WheelKind.PROGRESSION, Axis(axis=JOB_AXIS)),
        (WheelKind.SUB_GOALS, Axis(axis=JOB_AXIS, area="job")),
        (WheelKind.SUB_GOALS, Axis(axis=JOB_AXIS, area="job", goal=GOAL)),
        (WheelKind.SUB_GOALS, Axis(axis=JOB_AXIS)),
    ],
)
def test_all_axes_are_what_the_wheels_kind_says(kind: WheelKind, wrong: Axis) -> None:
    """Q11: areas or goals, never both."""
    how_it_goes().when(but(TURN, kind=kind, axes=(wrong,))).refused("axes_of_another_kind")


@pytest.mark.parametrize(
    "wrong",
    [
        (),
        axes(AXES + 1),
        (JOB, JOB),
        (JOB, Axis(axis=JOB_AXIS, area="health")),
        (JOB, Axis(axis=HEALTH_AXIS, area="job")),
    ],
    ids=["none", "eleven", "one twice", "two of one id", "two of one area"],
)
def test_a_wheel_that_can_be_read_has_one_to_ten_axes(wrong: tuple[Axis, ...]) -> None:
    """A28."""
    how_it_goes().when(but(TURN, axes=wrong)).refused("axes_miscounted")
    for good in (axes(1), axes(AXES)):
        how_it_goes().when(but(TURN, axes=good)).then(TURNED.model_copy(update={"axes": good}))


def test_a_goal_that_becomes_an_axis_is_in_the_plan_and_open() -> None:
    """INV-68."""
    how_it_goes().with_known(plans_say(REACHED)).when(TURN_GOALS).refused("goal_unknown")


def test_a_wheel_changes_its_axes() -> None:
    """A28, M11: what is the same is not said again."""
    wider = {"axes": (JOB, HEALTH, Axis(axis=OTHER_AXIS, area="family-social"))}
    changed = TURNED.model_copy(update=wider)
    how_it_goes(TURNED).when(but(TURN, **wider)).then(changed).when(but(TURN, **wider)).then()
    turned_round = {"axes": (HEALTH, JOB)}
    how_it_goes(TURNED).when(but(TURN, **turned_round)).then(TURNED.model_copy(update=turned_round))


@pytest.mark.parametrize("other", [{"person": ANNA}, {"kind": WheelKind.SUB_GOALS}], ids=str)
def test_a_wheel_stays_one_persons_and_of_one_kind(other: dict[str, Any]) -> None:
    """A28."""
    how_it_goes(TURNED).when(but(TURN, **other)).refused("wheel_of_another")


def test_an_axis_keeps_its_meaning_also_while_it_is_away() -> None:
    """A28: its scores would be of something else."""
    other = (Axis(axis=JOB_AXIS, area="family-social"),)
    how_it_goes(TURNED).when(but(TURN, axes=other)).refused("axis_of_another")
    without = TURNED.model_copy(update={"axes": (HEALTH,)})
    how_it_goes(TURNED, without).when(but(TURN, axes=other)).refused("axis_of_another")
    how_it_goes(TURNED, without).when(TURN).then(TURNED)
    for_another = (Axis(axis=GOAL_AXIS, goal=OTHER_GOAL),)
    how_it_goes(GOALS_TURNED).when(but(TURN_GOALS, axes=for_another)).refused("axis_of_another")


def test_the_axis_of_a_goal_that_was_reached_may_stay_and_is_scored() -> None:
    """A29: how far it came is part of the wheel. One that was left out doesn't come back."""
    known = plans_say(REACHED)
    turned = how_it_goes(GOALS_TURNED).with_known(known)
    turned_round = {"axes": GOALS_TURNED.axes[::-1]}
    turned.when(but(TURN_GOALS, **turned_round)).then(GOALS_TURNED.model_copy(update=turned_round))
    scores = {"wheel": GOALS_TURNED.wheel, "scores": (AxisScore(axis=GOAL_AXIS, value=10),)}
    turned.when(but(SCORE, **scores)).then(SCORED.model_copy(update=scores))
    without = GOALS_TURNED.model_copy(update={"axes": GOALS_TURNED.axes[1:]})
    how_it_goes(GOALS_TURNED, without).with_known(known).when(TURN_GOALS).refused("goal_unknown")


def test_a_wheel_is_scored_in_one_sitting() -> None:
    """A28: all axes or some of them, once."""
    how_it_goes(TURNED).when(SCORE).then(SCORED).when(SCORE).refused("registered_already")
    one = {"scoring": numbered(ScoringId, 2), "scores": SCORED.scores[:1], "words": None}
    how_it_goes(TURNED, SCORED).when(but(SCORE, **one)).then(SCORED.model_copy(update=one))
    how_it_goes(TURNED).when(but(SCORE, scored_on=TOMORROW)).refused("not_happened_yet")
    how_it_goes(TURNED).when(but(SCORE, wheel=numbered(WheelId, 3))).refused("wheel_unknown")


@pytest.mark.parametrize(
    "wrong",
    [
        (),
        (AxisScore(axis=GOAL_AXIS, value=3),),
        (AxisScore(axis=JOB_AXIS, value=3), AxisScore(axis=JOB_AXIS, value=3)),
        (*SCORED.scores, AxisScore(axis=GOAL_AXIS, value=3)),
    ],
    ids=["none", "another wheel's", "one twice", "one too many"],
)
def test_the_axes_that_are_scored_are_the_wheels_each_once(wrong: tuple[AxisScore, ...]) -> None:
    """A28."""
    how_it_goes(TURNED).when(but(SCORE, scores=wrong)).refused("axes_not_of_wheel")


def test_an_axis_that_is_away_is_not_scored() -> None:
    """A28: a wheel is scored as it is now."""
    without = TURNED.model_copy(update={"axes": (HEALTH,)})
    how_it_goes(TURNED, without).when(SCORE).refused("axes_not_of_wheel")


def test_citizen_and_professional_score_apart() -> None:
    """A28, INV-59: staff may record either, a member only the citizen's; on one day both do."""
    citizen = {"by_kind": ScoredBy.CITIZEN, "scoring": numbered(ScoringId, 2)}
    by_citizen = SCORED.model_copy(update=citizen)
    how_it_goes(TURNED, SCORED).when(but(SCORE, **citizen)).then(by_citizen)
    how_it_goes(TURNED, SCORED).when(but(SCORE, **citizen, by=BY_ANNA)).then(by_citizen)
    how_it_goes(TURNED).when(but(SCORE, by=BY_ANNA)).refused("scored_as_professional")


def test_the_wheel_of_a_member_who_left_turns_no_more() -> None:
    """INV-68, R02."""
    left = contacts_say(FamilyMemberLeft(family=FAMILY, person=BO, reason="moved"))
    how_it_goes(TURNED).with_known(left).when(SCORE).refused("person_not_in_family")
    how_it_goes(TURNED).with_known(left).when(but(TURN, axes=(JOB,))).refused("person_not_in_family")
    how_it_goes().when(but(TURN, person=STRANGER)).refused("person_not_in_family")


def test_a_score_lies_on_the_wheel() -> None:
    """A28: from the hub to the rim."""
    for value in (WHEEL_SCALE[0] - 1, WHEEL_SCALE[1] + 1):
        with pytest.raises(ValueError, match="value"):
            AxisScore(axis=JOB_AXIS, value=value)
