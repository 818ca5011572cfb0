"""What is done for the goals, as the family plan shows it: interventions, activities, plans by each law."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, assert_never

from contracts.ids import ActivityId, InterventionId, StatutoryPlanId
from contracts.plans.events import (
    ActivityAdded,
    ActivityEnded,
    ActivityOverdue,
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
from eventkeep.evolved import replace
from services.overview.plan_offers import Offers, of_intervention

Course = InterventionStarted | InterventionPaused | InterventionEnded
Grant = InterventionGranted | OverlapDetected
WorkEvent = (
    InterventionAdded
    | Grant
    | Course
    | ProviderAssigned
    | ActivityAdded
    | ActivityEnded
    | ActivityOverdue
    | StatutoryPlanLinked
    | StatutoryPlanUnlinked
)


@dataclass(frozen=True)
class Work:
    """What is done, as it stands: the latest of each kind of fact for each piece of work."""

    interventions: Mapping[InterventionId, InterventionAdded] = field(default_factory=dict)
    grants: Mapping[InterventionId, Grant] = field(default_factory=dict)
    courses: Mapping[InterventionId, Course] = field(default_factory=dict)
    started: Mapping[InterventionId, InterventionStarted] = field(default_factory=dict)
    activities: Mapping[ActivityId, ActivityAdded] = field(default_factory=dict)
    ended: Mapping[ActivityId, ActivityEnded] = field(default_factory=dict)
    overdue: frozenset[ActivityId] = frozenset()
    statutory: Mapping[StatutoryPlanId, StatutoryPlanLinked] = field(default_factory=dict)


def evolve(work: Work, event: WorkEvent) -> Work:
    """The work after an event."""
    match event:
        case InterventionAdded():
            return replace(work, interventions={**work.interventions, event.intervention: event})
        case InterventionGranted() | OverlapDetected():
            return replace(work, grants={**work.grants, event.intervention: event})
        case InterventionStarted():
            first = {event.intervention: event} | dict(work.started)
            return replace(work, courses={**work.courses, event.intervention: event}, started=first)
        case InterventionPaused() | InterventionEnded():
            return replace(work, courses={**work.courses, event.intervention: event})
        case ProviderAssigned():
            return _provided(work, event)
        case ActivityAdded():
            return replace(work, activities={**work.activities, event.activity: event})
        case ActivityEnded():
            return replace(work, ended={**work.ended, event.activity: event})
        case ActivityOverdue():
            return replace(work, overdue=work.overdue | {event.activity})
        case StatutoryPlanLinked():
            return replace(work, statutory={**work.statutory, event.statutory_plan: event})
        case StatutoryPlanUnlinked():
            left = {each: plan for each, plan in work.statutory.items() if each != event.statutory_plan}
            return replace(work, statutory=left)
        case _:
            assert_never(event)


def _provided(work: Work, event: ProviderAssigned) -> Work:
    if event.intervention not in work.interventions:
        return work
    now = {"provider": event.provider, "revision": event.revision}
    added = work.interventions[event.intervention].model_copy(update=now)
    return replace(work, interventions={**work.interventions, event.intervention: added})


def shown(work: Work, goals: list[str], offers: Offers) -> dict[str, Any]:
    """In the order of the goals that it is done for. INV-13, INV-37."""
    place = {goal: number for number, goal in enumerate(goals)}
    return {
        "interventions": _interventions(work, place, offers),
        "activities": _activities(work, place),
        "statutory_plans": [
            {
                "statutory_plan": each.statutory_plan,
                "legal_basis": each.legal_basis,
                "department": each.department,
                "revision": each.revision,
            }
            for each in work.statutory.values()
        ],
    }


def _interventions(work: Work, place: Mapping[str, int], offers: Offers) -> list[dict[str, Any]]:
    """In the order of the goals they work for, then by start; for unknown goals last."""
    in_order = sorted(
        work.interventions.values(),
        key=lambda each: (place.get(each.goal, len(place)), each.goal, each.starts, each.intervention),
    )
    return [
        {
            "intervention": each.intervention,
            "goal": each.goal,
            "known": each.goal in place,
            "title": each.title,
            "department": each.department,
            "legal_basis": each.legal_basis,
            "kind": each.kind,
            "provider": each.provider,
            "starts": each.starts,
            "ends": each.ends,
            "offer": of_intervention(offers, each, _began(work, each)),
            **_course(work, each.intervention),
            "revision": _revision(work, each),
        }
        for each in in_order
    ]


def _began(work: Work, added: InterventionAdded) -> date:
    started = work.started.get(added.intervention)
    return started.started_on if started else added.starts


def _course(work: Work, intervention: InterventionId) -> dict[str, Any]:
    """How far it has come. An overlap that nobody has confirmed is there to be seen. INV-62."""
    grant, course = work.grants.get(intervention), work.courses.get(intervention)
    started = work.started.get(intervention)
    ended = course if isinstance(course, InterventionEnded) else None
    return {
        "granted": isinstance(grant, InterventionGranted),
        "overlaps": grant.overlaps if grant else (),
        "status": _status(course),
        "started_on": started and started.started_on,
        "ended_on": ended and ended.ended_on,
        "result": ended and ended.result,
    }


def _status(course: Course | None) -> str:
    match course:
        case InterventionStarted():
            return "started"
        case InterventionPaused():
            return "paused"
        case InterventionEnded():
            return "ended"
        case _:
            return "added"


def _revision(work: Work, added: InterventionAdded) -> int:
    course = work.courses.get(added.intervention)
    return course.revision if isinstance(course, InterventionEnded) else added.revision


def _activities(work: Work, place: Mapping[str, int]) -> list[dict[str, Any]]:
    in_order = sorted(
        work.activities.values(),
        key=lambda each: (place.get(each.goal, len(place)), each.goal, each.activity),
    )
    return [
        {
            "activity": each.activity,
            "goal": each.goal,
            "known": each.goal in place,
            "title": each.title,
            "owner_kind": each.owner_kind,
            "owner": each.owner,
            "due_on": each.due_on,
            "overdue": ended is None and each.activity in work.overdue,
            "status": ended.ending if ended else "open",
            "revision": ended.revision if ended else each.revision,
        }
        for each in in_order
        for ended in (work.ended.get(each.activity),)
    ]
