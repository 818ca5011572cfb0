"""What plans takes from departments' systems: interventions, plans by one law, what was asked for. INV-58."""

from datetime import date
from typing import Annotated, ClassVar

from contracts.codes import FSIII, METHODS, IcfCode, InterventionKindCode, LegalCode, ReasonCode
from contracts.ids import (
    AssessmentId,
    GoalId,
    InterventionId,
    OfferId,
    RequestId,
    StatementId,
    StatutoryPlanId,
)
from contracts.inbox.fact import Fact
from contracts.meaning import Special
from contracts.plans.events import InterventionResult, Method, StatementOutcome
from contracts.shapes import Text


class InterventionAdded(Fact):
    """An intervention of the department's works for a goal of the plan (indsats). A05, INV-13.

    `intervention` is a UUID that the department's system makes, and names it by from then on.
    """

    wire: ClassVar[str] = "helhed.inbox.intervention-added.v1"
    intervention: InterventionId
    goal: GoalId
    title: Text
    legal_basis: LegalCode
    provider: Text | None = None
    starts: date
    ends: date | None = None
    kind: InterventionKindCode | None = None
    offer: OfferId | None = None
    """The offer of the catalogue that is taken. A07."""


class InterventionGranted(Fact):
    """A caseworker granted an intervention, in knowledge of those that it overlaps with (bevilget). A05, INV-62."""

    wire: ClassVar[str] = "helhed.inbox.intervention-granted.v1"
    intervention: InterventionId
    overlaps_confirmed: tuple[InterventionId, ...] = ()


class InterventionStarted(Fact):
    """A granted intervention started, or goes on after a pause (iværksat). A05, X-03."""

    wire: ClassVar[str] = "helhed.inbox.intervention-started.v1"
    intervention: InterventionId
    started_on: date


class InterventionPaused(Fact):
    """An intervention stands still for now (sat i bero). A05."""

    wire: ClassVar[str] = "helhed.inbox.intervention-paused.v1"
    intervention: InterventionId
    paused_on: date
    reason: ReasonCode


class InterventionEnded(Fact):
    """An intervention that had begun ended, with its result by FSIII: E1 to E4 (afsluttet). A05."""

    wire: ClassVar[str] = "helhed.inbox.intervention-ended.v1"
    intervention: InterventionId
    ended_on: date
    result: Annotated[InterventionResult, FSIII]
    reason: ReasonCode


class StatutoryPlanLinked(Fact):
    """The department keeps a plan by one law, which belongs to the family plan (lovbestemt plan). A10, INV-18.

    `statutory_plan` is a UUID that its system makes; `legal_basis` a code of contracts/legal_bases.py; `reference` says
    where the plan lies.
    """

    wire: ClassVar[str] = "helhed.inbox.statutory-plan-linked.v1"
    statutory_plan: StatutoryPlanId
    legal_basis: LegalCode
    reference: Text | None = None


class StatutoryPlanUnlinked(Fact):
    """A plan by one law is no longer part of the family plan (lovbestemt plan udgår). A10."""

    wire: ClassVar[str] = "helhed.inbox.statutory-plan-unlinked.v1"
    statutory_plan: StatutoryPlanId
    reason: ReasonCode


class InformationReceived(Fact):
    """What the coordinator asked for was sent, and where it lies; not what it says (oplysning). P10."""

    wire: ClassVar[str] = "helhed.inbox.information-received.v1"
    request: RequestId
    reference: Text | None = None


class AssessmentCompleted(Fact):
    """An assessment that was asked for is done, by which methods and ICF domains (udredt). A15, M01 to M05, INV-23."""

    wire: ClassVar[str] = "helhed.inbox.assessment-completed.v1"
    assessment: AssessmentId
    methods: Annotated[tuple[Method, ...], METHODS]
    icf_domains: tuple[IcfCode, ...] = ()
    conclusion: Annotated[Text, Special.HEALTH]


class HealthStatementAnswered(Fact):
    """A statement came, or was refused; never what it says (erklæring modtaget, afslået). A16."""

    wire: ClassVar[str] = "helhed.inbox.health-statement-answered.v1"
    special: ClassVar[Special | None] = Special.HEALTH
    statement: StatementId
    outcome: StatementOutcome


FACTS: tuple[type[Fact], ...] = (
    InterventionAdded,
    InterventionGranted,
    InterventionStarted,
    InterventionPaused,
    InterventionEnded,
    StatutoryPlanLinked,
    StatutoryPlanUnlinked,
    InformationReceived,
    AssessmentCompleted,
    HealthStatementAnswered,
)
