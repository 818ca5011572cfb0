"""One good command of every kind that plans takes: accepted where what it names is there."""

from datetime import date

from contracts.plans.events import (
    ActivityEnding,
    Element,
    GoalEnding,
    GoalFate,
    GoalInRevision,
    InterventionInRevision,
    InterventionResult,
    LeisureLine,
    Method,
    PresentedIn,
    ResourceKind,
    StatementOutcome,
    WorkFate,
)
from contracts.shapes import PartyKind
from services.plans import domain
from services.plans.activities import AddActivity, EndActivity, NoteActivityOverdue
from services.plans.approval import ApprovePlan
from services.plans.assessments import (
    CompleteAssessment,
    RequestAssessment,
    ShareAssessment,
    WithdrawAssessment,
)
from services.plans.challenges import AnswerRealityChallenge, RaiseRealityChallenge
from services.plans.disagreement import ConfirmOwnership, TakeDisagreementOn, WithholdApproval
from services.plans.doubt import QuestionApproval
from services.plans.drafting import ClosePlan, DraftPlan
from services.plans.focus_areas import AddFocusArea, AgreePriority, CloseFocusArea, SetElementAside
from services.plans.forms import CompleteForm, FillFormSection, OpenAssessmentForm, ShareForm
from services.plans.goal_course import AchieveGoal, CloseGoal, MoveGoal, NoteGoalOverdue, ShareGoal
from services.plans.goals import DefineGoal, ReplanGoal, RewordGoal
from services.plans.health import AnswerHealthStatement, ConsultHealthCoordinator, RequestHealthStatement
from services.plans.households import AskGoals, DecideGoalFate
from services.plans.information import NoteInformationOverdue, RecordInformation, RequestInformation
from services.plans.intervention_course import (
    CancelIntervention,
    EndIntervention,
    PauseIntervention,
    StartIntervention,
)
from services.plans.interventions import AddIntervention, AssignProvider, GrantIntervention
from services.plans.offers import PresentOffer, RecordOfferVisit
from services.plans.parts import WriteLeisureLine, WritePlanPart
from services.plans.rehabilitation import (
    PrepareRehabCase,
    RecordRecommendation,
    StartResourceCourse,
    SubmitRehabCase,
)
from services.plans.revision import RevisePlan
from services.plans.statutory import LinkStatutoryPlan, UnlinkStatutoryPlan
from services.plans.templates import TEMPLATES
from services.plans.wishes import IdentifyResource, RecordWish, StateHelpNeed
from tests.unit.family import (
    ANNA,
    BO,
    BY_SERVICE,
    GOAL,
    INTERVENTION,
    MEETING,
    OTHER_GOAL,
    PLAN,
    SOFIE,
    ULLA,
)
from tests.unit.offering import TALKS
from tests.unit.planning import (
    ACTIVITY,
    ASSESSMENT,
    BY_CASEWORKER,
    CASE,
    CHALLENGE,
    CONSULTATION,
    FORM,
    HOME,
    INTO,
    LATER,
    NEED,
    NEXT_MEETING,
    REQUEST,
    RESOURCE,
    STATEMENT,
    STATUTORY,
    TODAY,
    WISH,
    ACommand,
    a,
)

PERSON, PROFESSIONAL = PartyKind.PERSON, PartyKind.PROFESSIONAL
EVERY_COMMAND: tuple[domain.FamilyCommand, ...] = (
    a(DraftPlan, plan=PLAN),
    a(ClosePlan, plan=PLAN, reason="finished"),
    a(RecordWish, wish=WISH, person=BO, own_words="I want to sleep at home."),
    a(StateHelpNeed, need=NEED, person=BO, own_words="Somebody to wake me."),
    a(IdentifyResource, resource=RESOURCE, kind=ResourceKind.NETWORK, person=BO, words="His uncle."),
    a(WritePlanPart, person=BO, words="I go to bed in time."),
    a(WriteLeisureLine, person=BO, line=LeisureLine.JOB, words="A paper round."),
    a(AddFocusArea, focus_area=HOME, title="Calm at home", element=Element.HOME, icf_domain="d7"),
    a(CloseFocusArea, focus_area=HOME, reason="less-essential"),
    a(SetElementAside, element=Element.EMPLOYMENT, reason="Both have work."),
    a(AgreePriority, focus_areas=(HOME,), agreed_by=(ANNA, BO)),
    a(RaiseRealityChallenge, challenge=CHALLENGE, focus_area=HOME, words="School may not wait."),
    a(
        AnswerRealityChallenge,
        challenge=CHALLENGE,
        answered_by=(ANNA,),
        priority_stands=True,
        words="Home first.",
    ),
    a(
        DefineGoal,
        goal=GOAL,
        author_kind=PERSON,
        author=ANNA,
        own_words="We eat together.",
        owner_kind=PROFESSIONAL,
        owner=ULLA,
        target_date=date(2024, 3, 10),
    ),
    a(RewordGoal, goal=GOAL, professional_wording="Shared meals."),
    a(ReplanGoal, goal=GOAL, owner_kind=PERSON, owner=ANNA, target_date=date(2024, 4, 1), rank=2),
    a(MoveGoal, goal=OTHER_GOAL, parent=GOAL),
    a(AchieveGoal, goal=GOAL),
    a(CloseGoal, goal=GOAL, ending=GoalEnding.RETIRED, reason="It no longer matters."),
    a(ShareGoal, goal=GOAL, person=ANNA),
    a(NoteGoalOverdue, by=BY_SERVICE, at=LATER, goal=GOAL, due_on=date(2024, 3, 10)),
    a(AskGoals, by=BY_SERVICE, into=INTO),
    a(DecideGoalFate, goal=GOAL, fate=GoalFate.MOVES, into=INTO),
    a(
        AddIntervention,
        intervention=INTERVENTION,
        goal=GOAL,
        title="Family guidance",
        department="family",
        legal_basis="barnets lov § 32",
        starts=date(2024, 3, 4),
        kind="guidance",
    ),
    a(GrantIntervention, by=BY_CASEWORKER, intervention=INTERVENTION),
    a(AssignProvider, intervention=INTERVENTION, provider="The family house"),
    a(StartIntervention, intervention=INTERVENTION, started_on=TODAY),
    a(PauseIntervention, intervention=INTERVENTION, paused_on=TODAY, reason="holiday"),
    a(
        EndIntervention,
        intervention=INTERVENTION,
        ended_on=TODAY,
        result=InterventionResult.ENDED,
        reason="reached",
    ),
    a(CancelIntervention, intervention=INTERVENTION, reason="not-needed"),
    a(PresentOffer, offer=TALKS, presented_in=PresentedIn.GROUP, to=(ANNA, BO), presented_on=TODAY),
    a(RecordOfferVisit, offer=TALKS, visited_by=(BO,), visited_on=TODAY),
    a(AddActivity, activity=ACTIVITY, goal=GOAL, title="Cook on Tuesdays", owner_kind=PERSON, owner=BO),
    a(EndActivity, activity=ACTIVITY, ending=ActivityEnding.DONE),
    a(NoteActivityOverdue, by=BY_SERVICE, at=LATER, activity=ACTIVITY, due_on=date(2024, 3, 20)),
    a(
        LinkStatutoryPlan,
        statutory_plan=STATUTORY,
        legal_basis="barnets lov § 32",
        department="family",
    ),
    a(UnlinkStatutoryPlan, statutory_plan=STATUTORY, reason="ended"),
    a(
        RequestInformation,
        request=REQUEST,
        department="school",
        what="How the days go.",
        purpose="planning",
        due_on=date(2024, 3, 15),
    ),
    a(RecordInformation, request=REQUEST, reference="In the school's file."),
    a(NoteInformationOverdue, by=BY_SERVICE, at=LATER, request=REQUEST, due_on=date(2024, 3, 15)),
    a(OpenAssessmentForm, form=FORM, template="cross-cutting"),
    a(FillFormSection, form=FORM, section="family", words="Two who like each other."),
    a(ShareForm, form=FORM, shared_with=(ANNA,)),
    a(CompleteForm, form=FORM),
    a(RequestAssessment, assessment=ASSESSMENT, domain="health", department="health", person=BO),
    a(
        CompleteAssessment,
        assessment=ASSESSMENT,
        methods=(Method.ICS, Method.ICF),
        icf_domains=("d7",),
        conclusion="He sleeps too little.",
    ),
    a(WithdrawAssessment, assessment=ASSESSMENT, reason="not-needed"),
    a(ShareAssessment, assessment=ASSESSMENT, purpose="planning", consented_by=(ANNA,)),
    a(ConsultHealthCoordinator, consultation=CONSULTATION, health_coordinator=ULLA, person=BO, needed=True),
    a(RequestHealthStatement, statement=STATEMENT, consultation=CONSULTATION, person=BO, purpose="planning"),
    a(AnswerHealthStatement, statement=STATEMENT, outcome=StatementOutcome.RECEIVED),
    a(PrepareRehabCase, case=CASE, person=ANNA, own_goals="To work with animals."),
    a(SubmitRehabCase, case=CASE, goals=(OTHER_GOAL,)),
    a(RecordRecommendation, case=CASE, recommendation="resource-course"),
    a(StartResourceCourse, by=BY_CASEWORKER, person=ANNA, started_on=TODAY),
    a(ApprovePlan, meeting=MEETING, answers=(), approved_by=(ANNA,)),
    a(WithholdApproval, meeting=MEETING, party_kind=PROFESSIONAL, party=SOFIE, reason="Too fast."),
    a(TakeDisagreementOn, meeting=MEETING, next_meeting=NEXT_MEETING, about="How fast."),
    a(ConfirmOwnership, party_kind=PROFESSIONAL, party=SOFIE),
    a(QuestionApproval, by=BY_SERVICE, meeting=MEETING, meetings_version=5),
    a(
        RevisePlan,
        reason="follow-up",
        goals=(GoalInRevision(goal=GOAL, fate=WorkFate.CONTINUES),),
        interventions=(InterventionInRevision(intervention=INTERVENTION, fate=WorkFate.ENDS),),
    ),
)

SECTIONS = tuple(
    a(FillFormSection, form=FORM, section=section, words="As it is.")
    for section in TEMPLATES["cross-cutting"].sections
)
"""All that a form holds before it is completed."""


def example(command: type[ACommand]) -> ACommand:
    """The good command of a kind."""
    found = next(each for each in EVERY_COMMAND if type(each) is command)
    if not isinstance(found, command):
        raise TypeError(command)
    return found
