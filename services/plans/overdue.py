"""What is due in the plan by the clock: goals, activities, and information that was asked for. A06, A30, P10."""

from collections.abc import Iterator
from datetime import date, datetime
from functools import partial

from contracts.ids import ActivityId, FamilyId, GoalId, RequestId
from contracts.shapes import Actor, ActorKind
from eventkeep.reminders import Due
from services.plans.activities import NoteActivityOverdue
from services.plans.goal_course import NoteGoalOverdue
from services.plans.information import NoteInformationOverdue
from services.plans.state import State

SERVICE = Actor(kind=ActorKind.SERVICE, id="plans")


def dues(family_id: str, state: State) -> Iterator[Due]:
    """All that is open and has a day that ends, until it was said that the day has passed."""
    family = FamilyId(family_id)
    for each in _all(family, state):
        if each.on < date.max:  # the last day of the calendar never ends
            yield each


def _all(family: FamilyId, state: State) -> Iterator[Due]:
    for goal in state.goals.open:
        on = state.goals.goals[goal].target_date
        if on is not None and on not in state.goals.goals[goal].overdue_on:
            yield Due(f"goal/{goal}", on, partial(_goal, family, goal, on))
    for activity in state.work.open_activities:
        on = state.work.activities[activity].due_on
        if on is not None and not state.work.activities[activity].overdue:
            yield Due(f"activity/{activity}", on, partial(_activity, family, activity, on))
    for request, asked in state.findings.information.items():
        if not asked.received and not asked.overdue:
            on = asked.due_on
            yield Due(f"information/{request}", on, partial(_information, family, request, on))


def _goal(family: FamilyId, goal: GoalId, on: date, now: datetime) -> NoteGoalOverdue:
    return NoteGoalOverdue(by=SERVICE, at=now, family=family, goal=goal, due_on=on)


def _activity(family: FamilyId, activity: ActivityId, on: date, now: datetime) -> NoteActivityOverdue:
    return NoteActivityOverdue(by=SERVICE, at=now, family=family, activity=activity, due_on=on)


def _information(family: FamilyId, request: RequestId, on: date, now: datetime) -> NoteInformationOverdue:
    return NoteInformationOverdue(by=SERVICE, at=now, family=family, request=request, due_on=on)
