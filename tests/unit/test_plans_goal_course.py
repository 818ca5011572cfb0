"""What becomes of a goal: moved, reached, closed, shared with the citizen, overdue."""

from datetime import UTC, date, datetime

import pytest

from contracts.ids import GoalId
from contracts.plans.events import (
    FamilyEvent,
    GoalAchieved,
    GoalClosed,
    GoalEnding,
    GoalMoved,
    GoalOverdue,
    GoalReplanned,
    GoalShared,
)
from contracts.shapes import PartyKind
from services.plans.goal_course import AchieveGoal, CloseGoal, MoveGoal, NoteGoalOverdue, ShareGoal
from tests.unit.family import ANNA, BY_INFORMED, BY_TEAM, FAMILY, GOAL, STRANGER, ULLA, numbered
from tests.unit.plan_commands import example
from tests.unit.planning import a, but, goal, the_plan

ONE, TWO, THREE, FOUR, FIVE = (numbered(GoalId, n) for n in range(1, 6))
TREE = (goal(1), goal(2, ONE, 2), goal(3, TWO, 3), goal(4))
ACHIEVE, CLOSE, SHARE = example(AchieveGoal), example(CloseGoal), example(ShareGoal)
DAY = date(2024, 3, 10)
DUE = goal(1, target_date=DAY)


def move(which: GoalId, parent: GoalId | None, rank: int | None = None) -> MoveGoal:
    """A goal is to stand below another."""
    return a(MoveGoal, goal=which, parent=parent, rank=rank)


def moved(which: GoalId, parent: GoalId | None, level: int, rank: int, revision: int = 2) -> GoalMoved:
    """It stands there."""
    return GoalMoved(family=FAMILY, goal=which, parent=parent, level=level, rank=rank, revision=revision)


def reached(which: GoalId, revision: int = 2) -> GoalAchieved:
    """A goal was reached."""
    return GoalAchieved(family=FAMILY, goal=which, revision=revision)


def ended(which: GoalId, ending: GoalEnding = GoalEnding.RETIRED, revision: int = 2) -> GoalClosed:
    """A goal ended without being reached."""
    return GoalClosed(
        family=FAMILY, goal=which, ending=ending, reason="It no longer matters.", revision=revision
    )


def test_a_goal_moves_with_all_that_is_below_it() -> None:
    """A04, INV-14."""
    up = the_plan(*TREE).when(move(TWO, None)).then(moved(TWO, None, 1, 3))
    levels = {each: known.level for each, known in up.state.goals.goals.items()}
    assert levels == {ONE: 1, TWO: 1, THREE: 2, FOUR: 1}
    up.when(move(FOUR, THREE)).then(moved(FOUR, THREE, 3, 1, revision=3))


@pytest.mark.parametrize(("which", "parent"), [(TWO, FOUR), (THREE, ONE), (FOUR, TWO), (FOUR, ONE)])
def test_three_levels_are_kept_and_free_places_found(which: GoalId, parent: GoalId) -> None:
    """INV-14: at most three levels, counted with what moves along."""
    the_plan(*TREE).when(move(which, parent)).after.when(move(which, parent)).then()


@pytest.mark.parametrize(("which", "parent"), [(ONE, FOUR), (TWO, FIVE), (FOUR, THREE)])
def test_a_goal_does_not_move_too_deep(which: GoalId, parent: GoalId) -> None:
    """INV-14: what is below it counts, whether it is open or not."""
    deeper = (*TREE, goal(5, FOUR, 2), reached(THREE))
    refused = the_plan(*deeper).when(move(which, parent)).refusal
    assert refused is not None
    assert refused.code == ("goal_not_open" if parent == THREE else "goal_too_deep")
    the_plan(*TREE, goal(5, FOUR, 2)).when(move(which, parent)).refused("goal_too_deep")


@pytest.mark.parametrize("parent", [ONE, TWO, THREE])
def test_a_goal_never_stands_below_itself(parent: GoalId) -> None:
    """INV-14: no cycles."""
    the_plan(*TREE).when(move(ONE, parent)).refused("goal_below_itself")


def test_goals_that_move_are_in_the_plan() -> None:
    """INV-14."""
    the_plan(*TREE).when(move(FIVE, ONE)).refused("goal_unknown")
    the_plan(*TREE).when(move(FOUR, FIVE)).refused("goal_unknown")
    the_plan(*TREE, reached(FOUR)).when(move(FOUR, ONE)).refused("goal_not_open")


def test_a_goal_changes_place_among_its_siblings() -> None:
    """A09."""
    the_plan(*TREE).when(move(FOUR, None, rank=5)).then(moved(FOUR, None, 1, 5))
    the_plan(*TREE).when(move(FOUR, None)).then()


def test_a_goal_is_reached_when_nothing_below_it_is_open() -> None:
    """A04, P29, INV-15."""
    refused = the_plan(*TREE).when(ACHIEVE).refused("goal_has_open_children")
    assert refused.facts == {"open": "2"}
    below = (*TREE, reached(THREE), ended(TWO))
    the_plan(*below).when(ACHIEVE).then(reached(ONE, revision=3)).when(ACHIEVE).then()


def test_an_open_goal_two_levels_below_counts() -> None:
    """INV-15: also where the one between was closed by events of old."""
    the_plan(*TREE, ended(TWO)).when(ACHIEVE).refused("goal_has_open_children")


@pytest.mark.parametrize("ending", GoalEnding)
def test_a_goal_is_closed_with_a_reason(ending: GoalEnding) -> None:
    """A04, INV-15."""
    close = but(CLOSE, ending=ending)
    the_plan(goal(1)).when(close).then(ended(ONE, ending)).when(close).then()
    the_plan(*TREE).when(close).refused("goal_has_open_children")


@pytest.mark.parametrize("command", [ACHIEVE, CLOSE, SHARE], ids=lambda each: type(each).__name__)
def test_only_a_goal_of_the_plan_ends(command: AchieveGoal) -> None:
    """INV-15."""
    the_plan().when(command).refused("goal_unknown")


def test_what_ended_does_not_end_otherwise() -> None:
    """INV-15."""
    the_plan(goal(1), ended(ONE)).when(ACHIEVE).refused("goal_not_open")
    the_plan(goal(1), reached(ONE)).when(CLOSE).refused("goal_not_open")


def test_a_sub_goal_is_shared_with_the_citizen() -> None:
    """P44, INV-57."""
    shared = GoalShared(family=FAMILY, goal=GOAL, person=ANNA)
    the_plan(goal(1)).when(SHARE).then(shared).when(SHARE).then()
    the_plan(goal(1)).when(but(SHARE, by=BY_INFORMED)).then(shared)
    the_plan(goal(1)).when(but(SHARE, person=STRANGER)).refused("person_not_in_family")


def test_a_goal_is_overdue_once_for_each_date() -> None:
    """A30: due is the end of the day in Copenhagen."""
    note = example(NoteGoalOverdue)
    overdue = GoalOverdue(family=FAMILY, goal=GOAL, due_on=DAY)
    said = the_plan(DUE).when(note).then(overdue)
    said.when(note).then()
    later = date(2024, 4, 10)
    replanned = GoalReplanned(
        family=FAMILY,
        goal=GOAL,
        owner_kind=PartyKind.PROFESSIONAL,
        owner=ULLA,
        target_date=later,
        rank=1,
        revision=2,
    )
    again = overdue.model_copy(update={"due_on": later})
    the_plan(DUE, overdue, replanned).when(but(note, due_on=later)).then(again)


@pytest.mark.parametrize(
    "events", [(), (goal(1),), (DUE, reached(ONE)), (goal(1, target_date=date(2024, 3, 11)),)]
)
def test_what_is_not_open_and_due_then_is_not_overdue(events: tuple[FamilyEvent, ...]) -> None:
    """A30."""
    the_plan(*events).when(example(NoteGoalOverdue)).then()


def test_a_day_is_over_at_midnight_in_copenhagen() -> None:
    """A30."""
    note = example(NoteGoalOverdue)
    before = datetime(2024, 3, 10, 22, 59, tzinfo=UTC)
    the_plan(DUE).when(but(note, at=before)).then()
    overdue = GoalOverdue(family=FAMILY, goal=GOAL, due_on=DAY)
    the_plan(DUE).when(but(note, at=before.replace(hour=23, minute=0))).then(overdue)
    the_plan(DUE).when(but(note, by=BY_TEAM)).refused("for_services_only")
