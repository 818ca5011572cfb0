"""The one plan of a family: what the commands of each subject make true, and the plan after each event."""

from typing import assert_never

from contracts.plans.events import ContentChange, FamilyEvent, PlanRevised
from contracts.plans.offers import OfferEvent
from contracts.shapes import ActorKind
from eventkeep.evolved import replace
from eventkeep.refused import Refused
from services.plans.activities import ActivityCommand, WorkEvent, decide_activities, evolve_work
from services.plans.approval import ApprovePlan, approve
from services.plans.assessments import AssessmentCommand, decide_assessments
from services.plans.challenges import ChallengeCommand, FocusEvent, decide_challenges, evolve_focus
from services.plans.disagreement import AgreedEvent, DisagreementCommand, decide_disagreement, evolve_agreed
from services.plans.doubt import QuestionApproval, question
from services.plans.drafting import DraftingCommand, DraftingEvent, decide_drafting, evolve_drafting
from services.plans.findings import FindingEvent, evolve_findings
from services.plans.focus_areas import FocusCommand, decide_focus
from services.plans.forms import FormCommand, decide_forms
from services.plans.goal_course import GoalCourseCommand, decide_goal_course
from services.plans.goals import GoalCommand, decide_goals
from services.plans.health import AnswerHealthStatement, HealthCommand, decide_health
from services.plans.heard import evolve_offers
from services.plans.households import GoalEvent, HouseholdCommand, decide_households, evolve_goals
from services.plans.information import InformationCommand, decide_information
from services.plans.intervention_course import CourseCommand, decide_course
from services.plans.interventions import InterventionCommand, decide_interventions
from services.plans.offers import OfferCommand, decide_offers
from services.plans.parts import PartCommand, PartEvent, decide_parts, evolve_parts
from services.plans.rehabilitation import RecordRecommendation, RehabCommand, decide_rehab
from services.plans.revision import RevisePlan, revise
from services.plans.rights import require_may_give
from services.plans.state import State
from services.plans.statutory import StatutoryCommand, decide_statutory
from services.plans.wishes import WishCommand, WishEvent, decide_wishes, evolve_wishes

__all__ = ["FamilyCommand", "State", "decide", "evolve"]

# Commands: each stands in the file of its subject.

ContentCommand = WishCommand | PartCommand | FocusCommand | ChallengeCommand
TreeCommand = GoalCommand | GoalCourseCommand | HouseholdCommand
WorkCommand = InterventionCommand | CourseCommand | ActivityCommand | StatutoryCommand | OfferCommand
FindingCommand = InformationCommand | FormCommand | AssessmentCommand | HealthCommand | RehabCommand
AgreementCommand = ApprovePlan | DisagreementCommand | QuestionApproval | RevisePlan
FamilyCommand = (
    DraftingCommand | ContentCommand | TreeCommand | WorkCommand | FindingCommand | AgreementCommand
)

# Decide


def decide(state: State, command: FamilyCommand) -> list[FamilyEvent]:
    """What a command makes true, or why it is refused."""
    require_may_give(state.known, command)
    if isinstance(command, DraftingCommand):
        return decide_drafting(state, command)
    needs_plan = not isinstance(command, AnswerHealthStatement | RecordRecommendation | OfferCommand)
    if state.plan is None and needs_plan and command.by.kind is not ActorKind.SERVICE:
        raise Refused(
            "plan_not_drafted",
            "The family has no plan yet.",
            "INV-16",
            "Draft the plan first.",
            danish="Familien har ingen plan endnu.",
            danish_next="Opret planen først.",
        )
    if isinstance(command, ContentCommand):
        return _content(state, command)
    if isinstance(command, TreeCommand):
        return _tree(state, command)
    if isinstance(command, WorkCommand):
        return _work(state, command)
    if isinstance(command, FindingCommand):
        return _findings(state, command)
    return _agreement(state, command)


def _content(state: State, command: ContentCommand) -> list[FamilyEvent]:
    if isinstance(command, WishCommand):
        return decide_wishes(state, command)
    if isinstance(command, PartCommand):
        return decide_parts(state, command)
    if isinstance(command, FocusCommand):
        return decide_focus(state, command)
    return decide_challenges(state, command)


def _tree(state: State, command: TreeCommand) -> list[FamilyEvent]:
    if isinstance(command, GoalCommand):
        return decide_goals(state, command)
    if isinstance(command, GoalCourseCommand):
        return decide_goal_course(state, command)
    return decide_households(state, command)


def _work(state: State, command: WorkCommand) -> list[FamilyEvent]:
    if isinstance(command, InterventionCommand):
        return decide_interventions(state, command)
    if isinstance(command, CourseCommand):
        return decide_course(state, command)
    if isinstance(command, ActivityCommand):
        return decide_activities(state, command)
    if isinstance(command, OfferCommand):
        return decide_offers(state, command)
    return decide_statutory(state, command)


def _findings(state: State, command: FindingCommand) -> list[FamilyEvent]:
    if isinstance(command, InformationCommand):
        return decide_information(state, command)
    if isinstance(command, FormCommand):
        return decide_forms(state, command)
    if isinstance(command, AssessmentCommand):
        return decide_assessments(state, command)
    if isinstance(command, HealthCommand):
        return decide_health(state, command)
    return decide_rehab(state, command)


def _agreement(state: State, command: AgreementCommand) -> list[FamilyEvent]:
    if isinstance(command, QuestionApproval):
        return question(state, command)
    if state.plan is None:
        return []  # what our own service sends is never about no plan
    match command:
        case ApprovePlan():
            return approve(state, state.plan, command)
        case RevisePlan():
            return revise(state, state.plan, command)
        case _:
            return decide_disagreement(state, state.plan, command)


# Evolve


def evolve(state: State, event: FamilyEvent) -> State:
    """The plan after an event. It never refuses: the past has happened. Only content raises the revision."""
    if isinstance(event, DraftingEvent):
        return evolve_drafting(state, event)
    if isinstance(event, ContentChange):
        state = replace(state, revision=event.revision)
    if isinstance(event, GoalEvent):
        return replace(state, goals=evolve_goals(state.goals, event))
    if isinstance(event, WorkEvent):
        return replace(state, work=evolve_work(state.work, event))
    if isinstance(event, OfferEvent):
        return replace(state, offers=evolve_offers(state.offers, event))
    if isinstance(event, WishEvent):
        return replace(state, wishes=evolve_wishes(state.wishes, event))
    if isinstance(event, PartEvent):
        return replace(state, parts=evolve_parts(state.parts, event))
    if isinstance(event, FocusEvent):
        return replace(state, focus=evolve_focus(state.focus, event))
    if isinstance(event, FindingEvent):
        return replace(state, findings=evolve_findings(state.findings, event))
    if isinstance(event, AgreedEvent):
        return replace(state, agreed=evolve_agreed(state.agreed, event))
    if isinstance(event, PlanRevised):
        return state
    assert_never(event)
