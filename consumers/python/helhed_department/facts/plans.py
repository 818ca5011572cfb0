"""What plans takes, as its schemas say. Made by `make generate`."""

from typing import NotRequired, TypedDict

from helhed_department.kinds import Kind


class AssessmentCompleted(TypedDict):
    """An assessment that was asked for is done, by which methods and ICF domains (udredt). A15, M01 to M05,
    INV-23."""

    assessment: str
    methods: list[str]
    icf_domains: NotRequired[list[str]]
    conclusion: str


class HealthStatementAnswered(TypedDict):
    """A statement came, or was refused; never what it says (erklæring modtaget, afslået). A16."""

    statement: str
    outcome: str


class InformationReceived(TypedDict):
    """What the coordinator asked for was sent, and where it lies; not what it says (oplysning). P10."""

    request: str
    reference: NotRequired[str | None]


class InterventionAdded(TypedDict):
    """An intervention of the department's works for a goal of the plan (indsats). A05, INV-13."""

    intervention: str
    goal: str
    title: str
    legal_basis: str
    provider: NotRequired[str | None]
    starts: str
    ends: NotRequired[str | None]
    kind: NotRequired[str | None]
    offer: NotRequired[str | None]


class InterventionEnded(TypedDict):
    """An intervention that had begun ended, with its result by FSIII: E1 to E4 (afsluttet). A05."""

    intervention: str
    ended_on: str
    result: str
    reason: str


class InterventionGranted(TypedDict):
    """A caseworker granted an intervention, in knowledge of those that it overlaps with (bevilget). A05,
    INV-62."""

    intervention: str
    overlaps_confirmed: NotRequired[list[str]]


class InterventionPaused(TypedDict):
    """An intervention stands still for now (sat i bero). A05."""

    intervention: str
    paused_on: str
    reason: str


class InterventionStarted(TypedDict):
    """A granted intervention started, or goes on after a pause (iværksat). A05, X-03."""

    intervention: str
    started_on: str


class StatutoryPlanLinked(TypedDict):
    """The department keeps a plan by one law, which belongs to the family plan (lovbestemt plan). A10,
    INV-18."""

    statutory_plan: str
    legal_basis: str
    reference: NotRequired[str | None]


class StatutoryPlanUnlinked(TypedDict):
    """A plan by one law is no longer part of the family plan (lovbestemt plan udgår). A10."""

    statutory_plan: str
    reason: str


ASSESSMENT_COMPLETED = Kind[AssessmentCompleted]("helhed.inbox.assessment-completed.v1")
HEALTH_STATEMENT_ANSWERED = Kind[HealthStatementAnswered]("helhed.inbox.health-statement-answered.v1")
INFORMATION_RECEIVED = Kind[InformationReceived]("helhed.inbox.information-received.v1")
INTERVENTION_ADDED = Kind[InterventionAdded]("helhed.inbox.intervention-added.v1")
INTERVENTION_ENDED = Kind[InterventionEnded]("helhed.inbox.intervention-ended.v1")
INTERVENTION_GRANTED = Kind[InterventionGranted]("helhed.inbox.intervention-granted.v1")
INTERVENTION_PAUSED = Kind[InterventionPaused]("helhed.inbox.intervention-paused.v1")
INTERVENTION_STARTED = Kind[InterventionStarted]("helhed.inbox.intervention-started.v1")
STATUTORY_PLAN_LINKED = Kind[StatutoryPlanLinked]("helhed.inbox.statutory-plan-linked.v1")
STATUTORY_PLAN_UNLINKED = Kind[StatutoryPlanUnlinked]("helhed.inbox.statutory-plan-unlinked.v1")
