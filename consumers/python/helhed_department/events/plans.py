"""What plans tells, as its schemas say. Made by `make generate`."""

from typing import NotRequired, TypedDict

from helhed_department.kinds import Kind


class ActivityAdded(TypedDict):
    """Something that somebody does for a goal (aktivitet). A06."""

    family: str
    activity: str
    goal: str
    title: str | None
    owner_kind: str
    owner: str
    due_on: NotRequired[str | None]
    revision: int


class ActivityEnded(TypedDict):
    """An activity was done, or dropped. A06."""

    family: str
    activity: str
    ending: str
    revision: int


class ActivityOverdue(TypedDict):
    """An activity's day passed and it is still open. A06, A30."""

    family: str
    activity: str
    due_on: str


class ApprovalQuestioned(TypedDict):
    """What was learnt of the meeting later contradicts the approval: somebody must look. INV-20, INV-21."""

    family: str
    plan: str
    meeting: str
    rule: str
    meetings_version: int


class ApprovalWithheld(TypedDict):
    """Somebody who must approve does not: the plan stays as it was, and the reason is kept. A23, INV-21,
    Q16."""

    family: str
    plan: str
    revision: int
    meeting: str
    party_kind: str
    party: str
    reason: NotRequired[str]


class AssessmentCompleted(TypedDict):
    """An assessment is done, by these methods and domain codes of ICF. A15, M01 to M05, INV-23."""

    family: str
    assessment: str
    methods: list[str]
    conclusion: str | None
    settles: NotRequired[list[str]]


class AssessmentFormOpened(TypedDict):
    """An assessment form is filled in together with the family (udredningsskema). A12 to A14, M08."""

    family: str
    form: str
    template: str


class AssessmentRequested(TypedDict):
    """A further assessment is needed before the plan is final (udredning). A15, P20, INV-23."""

    family: str
    assessment: str
    domain: str
    department: str


class AssessmentShared(TypedDict):
    """An assessment is visible to the team, beyond the department that made it, for a purpose that members of
    the"""

    family: str
    assessment: str
    purpose: str


class AssessmentWithdrawn(TypedDict):
    """An assessment is not needed after all, and why. P20, INV-23. `settles` as when it is completed."""

    family: str
    assessment: str
    settles: NotRequired[list[str]]


class DisagreementTakenOn(TypedDict):
    """A disagreement is taken to a next meeting; until then the family's priority stands. Q16."""

    family: str
    plan: str
    meeting: str
    next_meeting: str
    about: str | None


class ElementNotRelevant(TypedDict):
    """The family and its team looked at an element of every plan, and it is not relevant now, because. P35,
    INV-44."""

    family: str
    element: str
    reason: NotRequired[str]
    agreed_by: NotRequired[list[str]]
    revision: int


class FamilyWishRecorded(TypedDict):
    """A member of the family said what he or she wishes, in own words (ønske). A40, INV-43."""

    family: str
    wish: str
    person: str
    own_words: str | None
    revision: int


class FocusAreaAdded(TypedDict):
    """The plan got a focus area, last until the family sets the order (fokusområde). A08, INV-41."""

    family: str
    focus_area: str
    title: str | None
    element: NotRequired[str | None]
    revision: int


class FocusAreaClosed(TypedDict):
    """A focus area is no longer among the most essential. A08."""

    family: str
    focus_area: str
    revision: int


class FormCompleted(TypedDict):
    """The form is complete: every section of its template is filled in. A12, A14."""

    family: str
    form: str


class FormSectionFilled(TypedDict):
    """A section of a form was filled in, or filled in anew. A12."""

    family: str
    form: str
    section: str
    words: str | None


class FormShared(TypedDict):
    """The family has seen the form. A12."""

    family: str
    form: str
    shared_with: list[str]


class GoalAchieved(TypedDict):
    """A goal was reached (opnået). A04, P29, INV-15."""

    family: str
    goal: str
    revision: int


class GoalClosed(TypedDict):
    """A goal ends without being reached, and why (opgivet, udgået). A04, INV-15."""

    family: str
    goal: str
    ending: str
    reason: NotRequired[str]
    revision: int


class GoalDefined(TypedDict):
    """A goal stands, in its author's own words (mål, delmål, del-delmål). A04, INV-13, INV-14, INV-42."""

    family: str
    goal: str
    parent: NotRequired[str | None]
    level: int
    focus_area: NotRequired[str | None]
    wish: NotRequired[str | None]
    no_wish_because: NotRequired[str | None]
    author_kind: str
    author: str
    own_words: str | None
    professional_wording: NotRequired[str | None]
    owner_kind: str
    owner: str
    target_date: NotRequired[str | None]
    rank: int
    revision: int


class GoalFateDecided(TypedDict):
    """Whether a goal stays, moves to the new household or goes on in both. A04, R01."""

    family: str
    goal: str
    fate: str
    agreed_by: NotRequired[list[str]]
    revision: int


class GoalMoved(TypedDict):
    """A goal moved below another, with all that is below it. A04, INV-14. `level` is its own now."""

    family: str
    goal: str
    parent: NotRequired[str | None]
    level: int
    rank: int
    revision: int


class GoalOverdue(TypedDict):
    """A goal's target date passed and it is still open: seen once for each date. A30."""

    family: str
    goal: str
    due_on: str


class GoalReplanned(TypedDict):
    """A goal has another owner, target date or rank: all three as they stand now. A30, INV-13."""

    family: str
    goal: str
    owner_kind: str
    owner: str
    target_date: NotRequired[str | None]
    rank: int
    revision: int


class GoalReworded(TypedDict):
    """A goal has another professional wording; its author's own words stay as they were said. A04, INV-42."""

    family: str
    goal: str
    professional_wording: str | None
    revision: int


class GoalShared(TypedDict):
    """A sub-goal is known to the citizen whom it is about. P44, INV-57."""

    family: str
    goal: str
    person: str


class GoalsAsked(TypedDict):
    """The household split: what happens to each of these open goals is to be decided. A04, R01."""

    family: str
    goals: list[str]


class InformationOverdue(TypedDict):
    """What was asked for had not come by the end of the day: seen once. P10."""

    family: str
    request: str
    due_on: str


class InformationReceived(TypedDict):
    """What was asked for came; where it lies is said, not what it says. P10."""

    family: str
    request: str
    reference: NotRequired[str | None]


class InformationRequested(TypedDict):
    """The coordinator asked a department or sector for what it knows, for a purpose. P10. Due at the end of a
    day."""

    family: str
    request: str
    department: str
    what: str | None
    due_on: str


class InterventionAdded(TypedDict):
    """An intervention works for a goal, by a department and a law (indsats). A05, INV-13."""

    family: str
    intervention: str
    goal: str
    title: str | None
    department: str
    legal_basis: str
    provider: NotRequired[str | None]
    starts: str
    ends: NotRequired[str | None]
    kind: NotRequired[str | None]
    offer: NotRequired[str | None]
    offer_title: NotRequired[str | None]
    place: NotRequired[str | None]
    place_name: NotRequired[str | None]
    revision: int


class InterventionEnded(TypedDict):
    """An intervention ended, or was cancelled before it began. A05."""

    family: str
    intervention: str
    ended_on: str
    result: str
    revision: int


class InterventionGranted(TypedDict):
    """An intervention was granted, in knowledge of those that it overlaps with (bevilget). A05, INV-62."""

    family: str
    intervention: str
    overlaps: NotRequired[list[str]]


class InterventionPaused(TypedDict):
    """An intervention stands still for now, and why. A05."""

    family: str
    intervention: str
    paused_on: str


class InterventionStarted(TypedDict):
    """An intervention started, or goes on after a pause. A05, X-03."""

    family: str
    intervention: str
    started_on: str


class LeisureLineWritten(TypedDict):
    """A child's leisure activity or a young person's leisure job in the plan, or why none. P36, INV-45."""

    family: str
    person: str
    line: str
    words: NotRequired[str | None]
    none_because: NotRequired[str | None]
    revision: int


class OfferPresented(TypedDict):
    """An offer was presented to members of a family, in a group or by themselves. P40."""

    family: str
    offer: str
    title: str | None
    place: str
    place_name: str | None
    presented_in: str
    to: list[str]
    presented_on: str


class OfferVisited(TypedDict):
    """Members of a family saw an offer for themselves, to put a face to it (besøgt tilbuddet). P46."""

    family: str
    offer: str
    title: str | None
    visited_by: list[str]
    visited_on: str


class OverlapDetected(TypedDict):
    """A grant would overlap with these interventions: somebody must confirm it. C16, INV-62."""

    family: str
    intervention: str
    overlaps: list[str]


class OwnHelpNeedStated(TypedDict):
    """A member said what he or she needs help with, or what a wish takes, in own words. A40, A41."""

    family: str
    need: str
    person: str
    wish: NotRequired[str | None]
    own_words: str | None
    revision: int


class OwnershipConfirmed(TypedDict):
    """One of those around the plan said that it is theirs too (medejerskab). R50."""

    family: str
    plan: str
    party_kind: str
    party: str


class Approval(TypedDict):
    """A team member's answer, with the reservation where there is one (forbehold). INV-21."""

    family: str
    professional: str
    answer: str
    reservation: NotRequired[str | None]


class PlanApproved(TypedDict):
    """This revision of the plan was approved at a held network meeting (godkendt). A23, INV-19 to INV-24."""

    family: str
    plan: str
    revision: int
    meeting: str
    stage: NotRequired[str]
    approvals: list[Approval]
    approved_by: list[str]


class PlanClosed(TypedDict):
    """The plan is closed, and why: another may be drafted. A01, INV-16."""

    family: str
    plan: str


class PlanDrafted(TypedDict):
    """The family has a plan, empty as yet (familieplan / helhedsplan). A01, INV-16."""

    family: str
    plan: str
    revision: int


class PlanPartWritten(TypedDict):
    """A member has a part of the plan, or none and why (hver deres del af planen). A03, INV-17."""

    family: str
    person: str
    words: NotRequired[str | None]
    no_part_because: NotRequired[str | None]
    revision: int


class GoalInRevision(TypedDict):
    """What happens to an open goal in the next revision. A01."""

    goal: str
    fate: str


class InterventionInRevision(TypedDict):
    """What happens to an open intervention in the next revision. A01."""

    intervention: str
    fate: str


class ActivityInRevision(TypedDict):
    """What happens to an open activity in the next revision. A01, A06."""

    activity: str
    fate: str


class PlanRevised(TypedDict):
    """An approved plan is worked on again; what happens to each piece of open work was decided. A01."""

    family: str
    plan: str
    goals: list[GoalInRevision]
    interventions: list[InterventionInRevision]
    activities: NotRequired[list[ActivityInRevision]]
    revision: int


class PriorityAgreed(TypedDict):
    """The family set the order of all its focus areas, the first first (prioritering). A09, INV-41."""

    family: str
    focus_areas: list[str]
    agreed_by: list[str]
    revision: int


class ProviderAssigned(TypedDict):
    """Who provides an intervention (indsatsudøver). R20."""

    family: str
    intervention: str
    provider: str | None
    revision: int


class RealityChallengeAnswered(TypedDict):
    """The family answered: its priority stands, or it will set another. P14, INV-41, Q16."""

    family: str
    challenge: str
    answered_by: list[str]
    priority_stands: bool
    words: str | None


class RealityChallengeRaised(TypedDict):
    """The team challenged the place of a focus area in the family's order (realitetsudfordre). P14,
    INV-41."""

    family: str
    challenge: str
    focus_area: str
    words: str | None


class RehabCasePrepared(TypedDict):
    """A case for the rehabilitation team is prepared, with the citizen's own goals. R29, A14, P43."""

    family: str
    case: str
    person: str
    own_goals: str | None


class RehabCaseSubmitted(TypedDict):
    """The case went to the rehabilitation team, its sub-goals known to the citizen. R27, P43, P44, P48,
    INV-57."""

    family: str
    case: str
    person: str
    goals: list[str]
    submitted_on: NotRequired[str | None]


class RehabRecommendationReceived(TypedDict):
    """What the rehabilitation team recommends (indstilling). R27, A43."""

    family: str
    case: str
    words: NotRequired[str | None]


class ResourceCourseStarted(TypedDict):
    """An adult began a resource course (ressourceforløb). T14, R28."""

    family: str
    person: str
    started_on: str


class ResourceIdentified(TypedDict):
    """A resource to build on, of a member or the network (ressource). A42, R36."""

    family: str
    resource: str
    kind: str
    person: str
    words: str | None
    revision: int


class StatutoryPlanLinked(TypedDict):
    """The family plan holds a plan by one law and department (lovbestemt plan). A10, INV-18."""

    family: str
    statutory_plan: str
    legal_basis: str
    department: str
    reference: NotRequired[str | None]
    revision: int


class StatutoryPlanUnlinked(TypedDict):
    """A plan by one law is no longer part of the family plan. A10."""

    family: str
    statutory_plan: str
    revision: int


ACTIVITY_ADDED = Kind[ActivityAdded]("helhed.plans.activity-added.v1")
ACTIVITY_ENDED = Kind[ActivityEnded]("helhed.plans.activity-ended.v1")
ACTIVITY_OVERDUE = Kind[ActivityOverdue]("helhed.plans.activity-overdue.v1")
APPROVAL_QUESTIONED = Kind[ApprovalQuestioned]("helhed.plans.approval-questioned.v1")
APPROVAL_WITHHELD = Kind[ApprovalWithheld]("helhed.plans.approval-withheld.v1")
ASSESSMENT_COMPLETED = Kind[AssessmentCompleted]("helhed.plans.assessment-completed.v1")
ASSESSMENT_FORM_OPENED = Kind[AssessmentFormOpened]("helhed.plans.assessment-form-opened.v1")
ASSESSMENT_REQUESTED = Kind[AssessmentRequested]("helhed.plans.assessment-requested.v1")
ASSESSMENT_SHARED = Kind[AssessmentShared]("helhed.plans.assessment-shared.v1")
ASSESSMENT_WITHDRAWN = Kind[AssessmentWithdrawn]("helhed.plans.assessment-withdrawn.v1")
DISAGREEMENT_TAKEN_ON = Kind[DisagreementTakenOn]("helhed.plans.disagreement-taken-on.v1")
ELEMENT_NOT_RELEVANT = Kind[ElementNotRelevant]("helhed.plans.element-not-relevant.v1")
FAMILY_WISH_RECORDED = Kind[FamilyWishRecorded]("helhed.plans.family-wish-recorded.v1")
FOCUS_AREA_ADDED = Kind[FocusAreaAdded]("helhed.plans.focus-area-added.v1")
FOCUS_AREA_CLOSED = Kind[FocusAreaClosed]("helhed.plans.focus-area-closed.v1")
FORM_COMPLETED = Kind[FormCompleted]("helhed.plans.form-completed.v1")
FORM_SECTION_FILLED = Kind[FormSectionFilled]("helhed.plans.form-section-filled.v1")
FORM_SHARED = Kind[FormShared]("helhed.plans.form-shared.v1")
GOAL_ACHIEVED = Kind[GoalAchieved]("helhed.plans.goal-achieved.v1")
GOAL_CLOSED = Kind[GoalClosed]("helhed.plans.goal-closed.v1")
GOAL_DEFINED = Kind[GoalDefined]("helhed.plans.goal-defined.v1")
GOAL_FATE_DECIDED = Kind[GoalFateDecided]("helhed.plans.goal-fate-decided.v1")
GOAL_MOVED = Kind[GoalMoved]("helhed.plans.goal-moved.v1")
GOAL_OVERDUE = Kind[GoalOverdue]("helhed.plans.goal-overdue.v1")
GOAL_REPLANNED = Kind[GoalReplanned]("helhed.plans.goal-replanned.v1")
GOAL_REWORDED = Kind[GoalReworded]("helhed.plans.goal-reworded.v1")
GOAL_SHARED = Kind[GoalShared]("helhed.plans.goal-shared.v1")
GOALS_ASKED = Kind[GoalsAsked]("helhed.plans.goals-asked.v1")
INFORMATION_OVERDUE = Kind[InformationOverdue]("helhed.plans.information-overdue.v1")
INFORMATION_RECEIVED = Kind[InformationReceived]("helhed.plans.information-received.v1")
INFORMATION_REQUESTED = Kind[InformationRequested]("helhed.plans.information-requested.v1")
INTERVENTION_ADDED = Kind[InterventionAdded]("helhed.plans.intervention-added.v1")
INTERVENTION_ENDED = Kind[InterventionEnded]("helhed.plans.intervention-ended.v1")
INTERVENTION_GRANTED = Kind[InterventionGranted]("helhed.plans.intervention-granted.v1")
INTERVENTION_PAUSED = Kind[InterventionPaused]("helhed.plans.intervention-paused.v1")
INTERVENTION_STARTED = Kind[InterventionStarted]("helhed.plans.intervention-started.v1")
LEISURE_LINE_WRITTEN = Kind[LeisureLineWritten]("helhed.plans.leisure-line-written.v1")
OFFER_PRESENTED = Kind[OfferPresented]("helhed.plans.offer-presented.v1")
OFFER_VISITED = Kind[OfferVisited]("helhed.plans.offer-visited.v1")
OVERLAP_DETECTED = Kind[OverlapDetected]("helhed.plans.overlap-detected.v1")
OWN_HELP_NEED_STATED = Kind[OwnHelpNeedStated]("helhed.plans.own-help-need-stated.v1")
OWNERSHIP_CONFIRMED = Kind[OwnershipConfirmed]("helhed.plans.ownership-confirmed.v1")
PLAN_APPROVED = Kind[PlanApproved]("helhed.plans.plan-approved.v1")
PLAN_CLOSED = Kind[PlanClosed]("helhed.plans.plan-closed.v1")
PLAN_DRAFTED = Kind[PlanDrafted]("helhed.plans.plan-drafted.v1")
PLAN_PART_WRITTEN = Kind[PlanPartWritten]("helhed.plans.plan-part-written.v1")
PLAN_REVISED = Kind[PlanRevised]("helhed.plans.plan-revised.v1")
PRIORITY_AGREED = Kind[PriorityAgreed]("helhed.plans.priority-agreed.v1")
PROVIDER_ASSIGNED = Kind[ProviderAssigned]("helhed.plans.provider-assigned.v1")
REALITY_CHALLENGE_ANSWERED = Kind[RealityChallengeAnswered]("helhed.plans.reality-challenge-answered.v1")
REALITY_CHALLENGE_RAISED = Kind[RealityChallengeRaised]("helhed.plans.reality-challenge-raised.v1")
REHAB_CASE_PREPARED = Kind[RehabCasePrepared]("helhed.plans.rehab-case-prepared.v1")
REHAB_CASE_SUBMITTED = Kind[RehabCaseSubmitted]("helhed.plans.rehab-case-submitted.v1")
REHAB_RECOMMENDATION_RECEIVED = Kind[RehabRecommendationReceived](
    "helhed.plans.rehab-recommendation-received.v1"
)
RESOURCE_COURSE_STARTED = Kind[ResourceCourseStarted]("helhed.plans.resource-course-started.v1")
RESOURCE_IDENTIFIED = Kind[ResourceIdentified]("helhed.plans.resource-identified.v1")
STATUTORY_PLAN_LINKED = Kind[StatutoryPlanLinked]("helhed.plans.statutory-plan-linked.v1")
STATUTORY_PLAN_UNLINKED = Kind[StatutoryPlanUnlinked]("helhed.plans.statutory-plan-unlinked.v1")
