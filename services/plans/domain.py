"""The one plan of a family: what the commands of its subjects make true, and the plan after each event."""

from dataclasses import replace
from typing import assert_never

from contracts.ids import FamilyId, PlanId
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
from contracts.shapes import Command
from eventkeep.refused import Refused
from services.plans.approval import ApprovePlan, ProfessionalAnswer, QuestionApproval, approve, question
from services.plans.goals import AddIntervention, DefineGoal, add_intervention, define_goal
from services.plans.rights import require_may_write
from services.plans.state import Approved, Place, State
from services.plans.wishes import (
    AddFocusArea,
    AgreePriority,
    RecordWish,
    add_focus_area,
    agree_priority,
    record_wish,
)

__all__ = [
    "AddFocusArea",
    "AddIntervention",
    "AgreePriority",
    "ApprovePlan",
    "DefineGoal",
    "DraftPlan",
    "FamilyCommand",
    "ProfessionalAnswer",
    "QuestionApproval",
    "RecordWish",
    "State",
    "decide",
    "evolve",
]

# Commands


class DraftPlan(Command):
    """Begin the family's one plan (familieplan). A01, INV-16."""

    family: FamilyId
    plan: PlanId


FamilyCommand = (
    DraftPlan
    | RecordWish
    | AddFocusArea
    | AgreePriority
    | DefineGoal
    | AddIntervention
    | ApprovePlan
    | QuestionApproval
)

# Decide


def decide(state: State, command: FamilyCommand) -> list[FamilyEvent]:
    """What a command makes true, or why it is refused."""
    if isinstance(command, QuestionApproval):
        return question(state, command)
    require_may_write(state.known, command.by)
    if isinstance(command, DraftPlan):
        return _draft(state, command)
    if state.plan is None:
        raise Refused("plan_not_drafted", "The family has no plan yet.", "INV-16", "Draft the plan first.")
    match command:
        case RecordWish():
            return record_wish(state, command)
        case AddFocusArea():
            return add_focus_area(state, command)
        case AgreePriority():
            return agree_priority(state, command)
        case DefineGoal():
            return define_goal(state, command)
        case AddIntervention():
            return add_intervention(state, command)
        case ApprovePlan():
            return approve(state, state.plan, command)
        case _:
            assert_never(command)


def _draft(state: State, command: DraftPlan) -> list[FamilyEvent]:
    if state.plan == command.plan:
        return []
    if state.plan is not None:
        raise Refused(
            "plan_drafted_already", "A family has one current plan.", "INV-16", "Work on the plan it has."
        )
    return [PlanDrafted(family=command.family, plan=command.plan, revision=0)]


# Evolve


def evolve(state: State, event: FamilyEvent) -> State:
    """The plan after an event. It never refuses: the past has happened."""
    if not isinstance(event, PlanApproved | ApprovalQuestioned):
        state = replace(state, revision=event.revision)
    match event:
        case PlanDrafted():
            return replace(state, plan=event.plan)
        case FamilyWishRecorded():
            return replace(state, wishes=state.wishes | {event.wish})
        case FocusAreaAdded():
            focus_areas = (*state.focus_areas, event.focus_area)
            return replace(state, focus_areas=focus_areas, priority_agreed=False)
        case PriorityAgreed():
            return replace(state, focus_areas=event.focus_areas, priority_agreed=True)
        case GoalDefined():
            return replace(state, goals={**state.goals, event.goal: Place(event.level, event.parent)})
        case InterventionAdded():
            return replace(state, interventions=state.interventions | {event.intervention})
        case PlanApproved():
            answers = {each.professional: each.answer for each in event.approvals}
            approved_by = frozenset(event.approved_by)
            return replace(state, approved=Approved(event.meeting, event.revision, answers, approved_by))
        case ApprovalQuestioned():
            questioned = state.questioned | {(event.meeting, event.meetings_version)}
            approved = state.approved and replace(state.approved, questioned=True)
            return replace(state, questioned=questioned, approved=approved)
        case _:
            assert_never(event)
