"""What the family plan holds: the part of it that plans tells."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, assert_never

from contracts.ids import FamilyId, FocusAreaId, GoalId, InterventionId, PlanId, WishId
from contracts.plans.events import (
    ApprovalQuestioned,
    FamilyEvent,
    FamilyWishRecorded,
    FocusAreaAdded,
    GoalDefined,
    InterventionAdded,
    PlanApproved,
    PlanDrafted,
    PriorityAgreed,
)


@dataclass(frozen=True)
class Plan:
    """The plan as its events made it. `answered` questions were asked before the latest approval."""

    family: FamilyId | None = None
    plan: PlanId | None = None
    revision: int = 0
    wishes: Mapping[WishId, FamilyWishRecorded] = field(default_factory=dict)
    focus_areas: Mapping[FocusAreaId, FocusAreaAdded] = field(default_factory=dict)
    priority: PriorityAgreed | None = None
    goals: Mapping[GoalId, GoalDefined] = field(default_factory=dict)
    interventions: Mapping[InterventionId, InterventionAdded] = field(default_factory=dict)
    approved: PlanApproved | None = None
    questions: tuple[ApprovalQuestioned, ...] = ()
    answered: int = 0


def evolve(plan: Plan, event: FamilyEvent) -> Plan:
    """The plan after an event. Never refuses: the past has happened. Only content raises the revision."""
    plan = replace(plan, family=event.family)
    if not isinstance(event, PlanApproved | ApprovalQuestioned):
        plan = replace(plan, revision=event.revision)
    match event:
        case PlanDrafted():
            return replace(plan, plan=event.plan)
        case FamilyWishRecorded():
            return replace(plan, wishes={**plan.wishes, event.wish: event})
        case FocusAreaAdded():
            return replace(plan, focus_areas={**plan.focus_areas, event.focus_area: event})
        case PriorityAgreed():
            return replace(plan, priority=event)
        case GoalDefined():
            return replace(plan, goals={**plan.goals, event.goal: event})
        case InterventionAdded():
            return replace(plan, interventions={**plan.interventions, event.intervention: event})
        case PlanApproved():
            return replace(plan, approved=event, answered=len(plan.questions))
        case ApprovalQuestioned():
            return replace(plan, questions=(*plan.questions, event))
        case _:
            assert_never(event)


def shown(plan: Plan, held_on: Mapping[str, date]) -> dict[str, Any]:
    """What everybody attached sees of it. `held_on` names the days of the held meetings. INV-36, INV-37.

    Each piece carries the revision that brought it, so that one sees what is newer than the approval.
    """
    goals = _tree(plan)
    return {
        "plan": None if plan.family is None else _standing(plan, held_on),
        "wishes": [
            {"wish": w.wish, "person": w.person, "own_words": w.own_words, "revision": w.revision}
            for w in plan.wishes.values()
        ],
        "priority_agreed_by": plan.priority.agreed_by if plan.priority else (),
        "focus_areas": _focus_areas(plan),
        "goals": goals,
        "interventions": _interventions(plan, places(goals)),
    }


def _standing(plan: Plan, held_on: Mapping[str, date]) -> dict[str, Any]:
    """How the plan stands. A doubt weighs more than a change: what was approved may not have been."""
    approved = plan.approved
    status = "draft"
    if approved is not None:
        status = "approved" if approved.revision == plan.revision else "changed"
    if len(plan.questions) > plan.answered:
        status = "questioned"
    return {
        "id": plan.plan,
        "revision": plan.revision,
        "status": status,
        "approved_revision": approved and approved.revision,
        "approved_at_meeting": approved and approved.meeting,
        "approved_on": approved and held_on.get(approved.meeting),
        "approved_by": approved.approved_by if approved else (),
        "approvals": [
            {"professional": a.professional, "answer": a.answer, "reservation": a.reservation}
            for a in (approved.approvals if approved else ())
        ],
        "questions": [
            {
                "meeting": q.meeting,
                "rule": q.rule,
                "reason": q.reason,
                "meetings_version": q.meetings_version,
                "open": number >= plan.answered,
            }
            for number, q in enumerate(plan.questions)
        ],
    }


def _focus_areas(plan: Plan) -> list[dict[str, Any]]:
    """In the family's order; what it hasn't placed yet comes last, the first added first. INV-41."""
    placed = plan.priority.focus_areas if plan.priority else ()
    added = plan.focus_areas
    return [
        {
            "focus_area": each,
            "title": added[each].title if each in added else None,
            "rank": rank,
            "placed_by_family": each in placed,
            "revision": added[each].revision if each in added else None,
        }
        for rank, each in enumerate(dict.fromkeys((*placed, *added)), start=1)
    ]


def _tree(plan: Plan) -> list[dict[str, Any]]:
    """Goals below their parents, by rank and then id. INV-14.

    A goal whose parent isn't known one level above it stands on top: nothing is lost, and no circle can be.
    """
    below: dict[GoalId | None, list[GoalDefined]] = {}
    for goal in sorted(plan.goals.values(), key=lambda each: (each.level, each.rank, each.goal)):
        parent = plan.goals.get(goal.parent) if goal.parent else None
        fits = parent is not None and parent.level == goal.level - 1
        below.setdefault(goal.parent if fits else None, []).append(goal)

    def branches(parent: GoalId | None) -> list[dict[str, Any]]:
        return [{**_goal(each), "children": branches(each.goal)} for each in below.get(parent, ())]

    return branches(None)


def _goal(goal: GoalDefined) -> dict[str, Any]:
    """One goal. The author's words and the professional wording are two things. INV-13, INV-42."""
    return {
        "goal": goal.goal,
        "parent": goal.parent,
        "level": goal.level,
        "rank": goal.rank,
        "own_words": goal.own_words,
        "professional_wording": goal.professional_wording,
        "author_kind": goal.author_kind,
        "author": goal.author,
        "owner_kind": goal.owner_kind,
        "owner": goal.owner,
        "status": "open",
        "target_date": goal.target_date,
        "focus_area": goal.focus_area,
        "wish": goal.wish,
        "revision": goal.revision,
    }


def places(goals: list[dict[str, Any]]) -> list[str]:
    """The ids of a goal tree from top to bottom: lists that belong to goals stand in this order."""
    return [place for goal in goals for place in (goal["goal"], *places(goal["children"]))]


def _interventions(plan: Plan, goals: list[str]) -> list[dict[str, Any]]:
    """In the order of the goals they work for, then by start; for unknown goals last. INV-13, INV-37."""
    place = {goal: number for number, goal in enumerate(goals)}
    in_order = sorted(
        plan.interventions.values(),
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
            "provider": each.provider,
            "starts": each.starts,
            "ends": each.ends,
            "revision": each.revision,
        }
        for each in in_order
    ]
