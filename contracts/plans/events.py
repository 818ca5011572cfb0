"""What plans says: wishes, focus areas, goals, interventions, offers, assessments, and the approval of the plan."""

from typing import get_args

from contracts.plans.approval import (
    ActivityInRevision,
    Answer,
    Approval,
    ApprovalQuestioned,
    ApprovalWithheld,
    DisagreementTakenOn,
    GoalInRevision,
    InterventionInRevision,
    OwnershipConfirmed,
    PlanApproved,
    PlanRevised,
    Stage,
    StandingEvent,
    WorkFate,
)
from contracts.plans.assessment import (
    AssessmentCompleted,
    AssessmentFormOpened,
    AssessmentRequested,
    AssessmentShared,
    AssessmentWithdrawn,
    FindingEvent,
    FormCompleted,
    FormSectionFilled,
    FormShared,
    HealthCoordinatorConsulted,
    HealthStatementAnswered,
    HealthStatementRequested,
    InformationOverdue,
    InformationReceived,
    InformationRequested,
    Method,
    RehabCasePrepared,
    RehabCaseSubmitted,
    RehabRecommendationReceived,
    ResourceCourseStarted,
    StatementOutcome,
)
from contracts.plans.content import (
    ContentEvent,
    Element,
    ElementNotRelevant,
    FamilyWishRecorded,
    FocusAreaAdded,
    FocusAreaClosed,
    LeisureLine,
    LeisureLineWritten,
    OwnHelpNeedStated,
    PlanClosed,
    PlanDrafted,
    PlanPartWritten,
    PriorityAgreed,
    RealityChallengeAnswered,
    RealityChallengeRaised,
    ResourceIdentified,
    ResourceKind,
    Revision,
    Version,
)
from contracts.plans.goals import (
    GoalAchieved,
    GoalClosed,
    GoalDefined,
    GoalEnding,
    GoalEvent,
    GoalFate,
    GoalFateDecided,
    GoalMoved,
    GoalOverdue,
    GoalReplanned,
    GoalReworded,
    GoalsAsked,
    GoalShared,
    Level,
)
from contracts.plans.offers import (
    CATALOGUE,
    CatalogueEvent,
    Offered,
    OfferEvent,
    OfferForm,
    OfferListed,
    OfferPlaceChanged,
    OfferPresentationAdded,
    OfferPresentationRemoved,
    OfferPresented,
    OfferRevised,
    OfferVisited,
    OfferWithdrawn,
    Place,
    PresentationKind,
    PresentedIn,
    Provider,
    ProviderKind,
    Wording,
)
from contracts.plans.work import (
    ActivityAdded,
    ActivityEnded,
    ActivityEnding,
    ActivityOverdue,
    InterventionAdded,
    InterventionEnded,
    InterventionGranted,
    InterventionPaused,
    InterventionResult,
    InterventionStarted,
    OverlapDetected,
    ProviderAssigned,
    StatutoryPlanLinked,
    StatutoryPlanUnlinked,
    WorkEvent,
)
from contracts.shapes import PartyKind, wire_names

__all__ = [
    "CATALOGUE",
    "EVENTS",
    "ActivityAdded",
    "ActivityEnded",
    "ActivityEnding",
    "ActivityInRevision",
    "ActivityOverdue",
    "Answer",
    "Approval",
    "ApprovalQuestioned",
    "ApprovalWithheld",
    "AssessmentCompleted",
    "AssessmentFormOpened",
    "AssessmentRequested",
    "AssessmentShared",
    "AssessmentWithdrawn",
    "ContentChange",
    "DisagreementTakenOn",
    "Element",
    "ElementNotRelevant",
    "FamilyEvent",
    "FamilyWishRecorded",
    "FocusAreaAdded",
    "FocusAreaClosed",
    "FormCompleted",
    "FormSectionFilled",
    "FormShared",
    "GoalAchieved",
    "GoalClosed",
    "GoalDefined",
    "GoalEnding",
    "GoalFate",
    "GoalFateDecided",
    "GoalInRevision",
    "GoalMoved",
    "GoalOverdue",
    "GoalReplanned",
    "GoalReworded",
    "GoalShared",
    "GoalsAsked",
    "HealthCoordinatorConsulted",
    "HealthStatementAnswered",
    "HealthStatementRequested",
    "InformationOverdue",
    "InformationReceived",
    "InformationRequested",
    "InterventionAdded",
    "InterventionEnded",
    "InterventionGranted",
    "InterventionInRevision",
    "InterventionPaused",
    "InterventionResult",
    "InterventionStarted",
    "LeisureLine",
    "LeisureLineWritten",
    "Level",
    "Method",
    "OfferForm",
    "OfferListed",
    "OfferPlaceChanged",
    "OfferPresentationAdded",
    "OfferPresentationRemoved",
    "OfferPresented",
    "OfferRevised",
    "OfferVisited",
    "OfferWithdrawn",
    "Offered",
    "OverlapDetected",
    "OwnHelpNeedStated",
    "OwnershipConfirmed",
    "PartyKind",
    "Place",
    "PlanApproved",
    "PlanClosed",
    "PlanDrafted",
    "PlanPartWritten",
    "PlanRevised",
    "PresentationKind",
    "PresentedIn",
    "PriorityAgreed",
    "Provider",
    "ProviderAssigned",
    "ProviderKind",
    "RealityChallengeAnswered",
    "RealityChallengeRaised",
    "RehabCasePrepared",
    "RehabCaseSubmitted",
    "RehabRecommendationReceived",
    "ResourceCourseStarted",
    "ResourceIdentified",
    "ResourceKind",
    "Revision",
    "Stage",
    "StatementOutcome",
    "StatutoryPlanLinked",
    "StatutoryPlanUnlinked",
    "Version",
    "Wording",
    "WorkFate",
]

FamilyEvent = ContentEvent | GoalEvent | WorkEvent | OfferEvent | FindingEvent | StandingEvent

ContentChange = (
    PlanDrafted
    | FamilyWishRecorded
    | OwnHelpNeedStated
    | ResourceIdentified
    | PlanPartWritten
    | FocusAreaAdded
    | FocusAreaClosed
    | ElementNotRelevant
    | LeisureLineWritten
    | PriorityAgreed
    | GoalDefined
    | GoalReworded
    | GoalReplanned
    | GoalMoved
    | GoalAchieved
    | GoalClosed
    | GoalFateDecided
    | InterventionAdded
    | InterventionEnded
    | ProviderAssigned
    | ActivityAdded
    | ActivityEnded
    | StatutoryPlanLinked
    | StatutoryPlanUnlinked
    | PlanRevised
)
"""What changes the content of the plan: these events, and no others, say the plan's new revision. INV-19."""

EVENTS = wire_names(*get_args(CatalogueEvent), *get_args(FamilyEvent))
