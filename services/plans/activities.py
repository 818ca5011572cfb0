"""Activities for the goals and the plans by each law; what is done for the goals after each event."""

from datetime import date
from typing import Any, assert_never

from contracts.ids import ActivityId, FamilyId, GoalId, Id, InterventionId
from contracts.plans.events import (
    ActivityAdded,
    ActivityEnded,
    ActivityEnding,
    ActivityOverdue,
    FamilyEvent,
    InterventionAdded,
    InterventionEnded,
    InterventionGranted,
    InterventionPaused,
    InterventionStarted,
    OverlapDetected,
    ProviderAssigned,
    StatutoryPlanLinked,
    StatutoryPlanUnlinked,
)
from contracts.shapes import Command, PartyKind, Text
from eventkeep.clock import day_of
from eventkeep.evolved import replace
from eventkeep.refused import Refused
from services.plans.goals import require_open
from services.plans.parties import is_party
from services.plans.state import Activity, Course, Intervention, State, Work, require_new

# Commands


class AddActivity(Command):
    """Add something that somebody does for a goal, by a day if there is one (aktivitet). A06."""

    family: FamilyId
    activity: ActivityId
    goal: GoalId
    title: Text
    owner_kind: PartyKind
    owner: Id
    due_on: date | None = None


class EndActivity(Command):
    """Say that an activity was done, or is dropped (udført, droppet). A06."""

    family: FamilyId
    activity: ActivityId
    ending: ActivityEnding


class NoteActivityOverdue(Command):
    """Note that an activity's day has passed and it is open still. Our own service only. A06, A30."""

    family: FamilyId
    activity: ActivityId
    due_on: date


ActivityCommand = AddActivity | EndActivity | NoteActivityOverdue
WorkEvent = (
    InterventionAdded
    | InterventionGranted
    | OverlapDetected
    | InterventionStarted
    | InterventionPaused
    | InterventionEnded
    | ProviderAssigned
    | ActivityAdded
    | ActivityEnded
    | ActivityOverdue
    | StatutoryPlanLinked
    | StatutoryPlanUnlinked
)

# Decide


def decide_activities(state: State, command: ActivityCommand) -> list[FamilyEvent]:
    """What somebody does for a goal. A06."""
    match command:
        case AddActivity():
            return _add(state, command)
        case EndActivity():
            return _end(state, command)
        case NoteActivityOverdue():
            return _note_overdue(state, command)
        case _:
            assert_never(command)


def _add(state: State, command: AddActivity) -> list[FamilyEvent]:
    require_new(state, command.activity, state.work.activities, "activity_added_already", "A06")
    require_open(state, command.goal, "INV-13")
    if not is_party(state.known, command.owner_kind, command.owner, day_of(command.at)):
        raise Refused(
            "activity_owner_unknown",
            "Whoever does it is of the family or attached to it.",
            "A06",
            "Name who does it.",
            danish="Den, der gør det, hører til familien eller er tilknyttet.",
            danish_next="Angiv, hvem der gør det.",
        )
    return [
        ActivityAdded(
            family=command.family,
            activity=command.activity,
            goal=command.goal,
            title=command.title,
            owner_kind=command.owner_kind,
            owner=command.owner,
            due_on=command.due_on,
            revision=state.revision + 1,
        )
    ]


def _end(state: State, command: EndActivity) -> list[FamilyEvent]:
    if command.activity not in state.work.activities:
        raise Refused(
            "activity_unknown",
            "The activity is not in the plan.",
            "A06",
            "Add the activity first.",
            danish="Aktiviteten findes ikke i planen.",
            danish_next="Tilføj aktiviteten først.",
        )
    ended = state.work.activities[command.activity].ending
    if ended is command.ending:
        return []
    if ended is not None:
        raise Refused(
            "activity_not_open",
            "The activity has ended.",
            "A06",
            "Add a new one.",
            danish="Aktiviteten er afsluttet.",
            danish_next="Tilføj en ny aktivitet.",
        )
    return [
        ActivityEnded(
            family=command.family,
            activity=command.activity,
            ending=command.ending,
            revision=state.revision + 1,
        )
    ]


def _note_overdue(state: State, command: NoteActivityOverdue) -> list[FamilyEvent]:
    """Once, if it is open still. A30."""
    activity = state.work.activities.get(command.activity)
    if activity is None or activity.ending is not None or activity.overdue:
        return []
    if activity.due_on != command.due_on or day_of(command.at) <= command.due_on:
        return []
    return [ActivityOverdue(family=command.family, activity=command.activity, due_on=command.due_on)]


# Evolve


def evolve_work(work: Work, event: WorkEvent) -> Work:
    """What is done for the goals, after an event."""
    match event:
        case InterventionAdded():
            added = Intervention(event.goal, event.department, event.kind, event.starts, event.ends)
            return replace(work, interventions={**work.interventions, event.intervention: added})
        case InterventionGranted():
            return _with(work, event.intervention, granted=True)
        case OverlapDetected():
            return _with(work, event.intervention, overlaps_said=frozenset(event.overlaps))
        case InterventionStarted():
            return _with(work, event.intervention, course=Course.STARTED, since=event.started_on)
        case InterventionPaused():
            return _with(work, event.intervention, course=Course.PAUSED, since=event.paused_on)
        case InterventionEnded():
            return _with(work, event.intervention, course=Course.ENDED)
        case ActivityAdded() | ActivityEnded() | ActivityOverdue():
            return _activity(work, event)
        case StatutoryPlanLinked():
            linked = {**work.statutory, event.statutory_plan: event.legal_basis}
            return replace(work, statutory=linked)
        case StatutoryPlanUnlinked():
            return replace(work, statutory={**work.statutory, event.statutory_plan: None})
        case ProviderAssigned():
            return work
        case _:
            assert_never(event)


def _activity(work: Work, event: ActivityAdded | ActivityEnded | ActivityOverdue) -> Work:
    if isinstance(event, ActivityAdded):
        now = Activity(event.goal, event.due_on)
    elif event.activity not in work.activities:
        return work
    elif isinstance(event, ActivityEnded):
        now = replace(work.activities[event.activity], ending=event.ending)
    else:
        now = replace(work.activities[event.activity], overdue=True)
    return replace(work, activities={**work.activities, event.activity: now})


def _with(work: Work, intervention: InterventionId, **changes: Any) -> Work:
    if intervention not in work.interventions:
        return work
    now = replace(work.interventions[intervention], **changes)
    return replace(work, interventions={**work.interventions, intervention: now})
