"""What is due in the plan by the clock."""

from datetime import UTC, date, datetime

from contracts.plans.events import (
    ActivityEnded,
    ActivityEnding,
    ActivityOverdue,
    GoalAchieved,
    GoalOverdue,
    GoalReplanned,
    InformationOverdue,
    InformationReceived,
    PlanClosed,
)
from contracts.shapes import PartyKind
from services.plans.goal_course import NoteGoalOverdue
from services.plans.overdue import SERVICE, dues
from tests.unit.family import ANNA, FAMILY, GOAL, OTHER_GOAL, PLAN
from tests.unit.planning import ACTIVITY, REQUEST, goal, the_plan
from tests.unit.test_plans_activities import ADDED
from tests.unit.test_plans_information import ASKED

NOW = datetime(2024, 6, 1, tzinfo=UTC)
MARCH, APRIL = date(2024, 3, 10), date(2024, 4, 10)
MAY = date(2024, 5, 10)
COOK = ADDED.model_copy(update={"due_on": MAY})
OPEN = (COOK, goal(1, target_date=MARCH), goal(2, target_date=APRIL), goal(3), ASKED)


def due(*events: object) -> list[tuple[str, date]]:
    """What is due after these events."""
    return [(each.subject, each.on) for each in dues(FAMILY, the_plan(*events).state)]  # type: ignore[arg-type]


def test_open_goals_and_what_was_asked_for_are_due_on_their_day() -> None:
    """A30, P10: a goal without a day is never due."""
    assert due(*OPEN) == [
        (f"goal/{GOAL}", MARCH),
        (f"goal/{OTHER_GOAL}", APRIL),
        (f"activity/{ACTIVITY}", MAY),
        (f"information/{REQUEST}", ASKED.due_on),
    ]


def test_what_ended_came_or_was_said_is_due_no_more() -> None:
    """A30, P10."""
    reached = GoalAchieved(family=FAMILY, goal=GOAL, revision=2)
    said = GoalOverdue(family=FAMILY, goal=OTHER_GOAL, due_on=APRIL)
    came = InformationReceived(family=FAMILY, request=REQUEST)
    late = InformationOverdue(family=FAMILY, request=REQUEST, due_on=ASKED.due_on)
    done = ActivityEnded(family=FAMILY, activity=ACTIVITY, ending=ActivityEnding.DONE, revision=2)
    assert due(*OPEN, reached, said, came, done) == []
    not_done = ActivityOverdue(family=FAMILY, activity=ACTIVITY, due_on=MAY)
    assert due(COOK, not_done) == due(ADDED) == []
    assert due(ASKED, late) == []


def test_a_day_that_was_said_is_not_said_again() -> None:
    """A30: a goal that is put back to a day of which it was said already."""
    said = GoalOverdue(family=FAMILY, goal=GOAL, due_on=MARCH)
    later = GoalOverdue(family=FAMILY, goal=GOAL, due_on=APRIL)
    on = {"owner_kind": PartyKind.PERSON, "owner": ANNA, "rank": 1}
    there, back = (
        GoalReplanned(family=FAMILY, goal=GOAL, target_date=day, revision=2, **on) for day in (APRIL, MARCH)
    )
    plan = the_plan(goal(1, target_date=MARCH), said, there, later, back)
    assert list(dues(FAMILY, plan.state)) == []
    plan.when(NoteGoalOverdue(by=SERVICE, at=NOW, family=FAMILY, goal=GOAL, due_on=MARCH)).then()


def test_the_last_day_of_the_calendar_never_ends() -> None:
    """A30, P10: what is due then is not due at all, and keeps nothing else from being due."""
    never = (
        COOK.model_copy(update={"due_on": date.max}),
        goal(1, target_date=date.max),
        ASKED.model_copy(update={"due_on": date.max}),
    )
    assert due(*never, goal(2, target_date=APRIL)) == [(f"goal/{OTHER_GOAL}", APRIL)]


def test_nothing_is_due_in_a_closed_plan() -> None:
    """INV-16."""
    assert due(*OPEN, PlanClosed(family=FAMILY, plan=PLAN, reason="finished")) == []


def test_the_commands_say_it_once_each() -> None:
    """A30, P10."""
    plan = the_plan(*OPEN)
    for each in dues(FAMILY, plan.state):
        plan = plan.when(each.command(NOW)).after
        assert each.command(NOW).by == SERVICE
    assert list(dues(FAMILY, plan.state)) == []
