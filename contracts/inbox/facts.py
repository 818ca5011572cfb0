"""What a department's system may say, as CloudEvents in its own topic: one class each. No fact is typed twice. INV-58.

The attributes beside `data` are those of `contracts/asyncapi.yaml`: `subject` says whom it is about, `actor` which
professional of the department stands for it. Fields that aren't known are refused, so that no typing error goes unseen.
"""

from datetime import date
from typing import Annotated, ClassVar

from pydantic import ConfigDict

from contracts.codes import (
    FSIII,
    METHODS,
    CompetenceCode,
    IcfCode,
    InterventionKindCode,
    LegalCode,
    ProfessionCode,
    ReasonCode,
)
from contracts.contacts.events import ContactKind, Employer, VisitPlace
from contracts.ids import (
    AgreementId,
    AssessmentId,
    GoalId,
    InterventionId,
    InvitationId,
    ProfessionalId,
    RequestId,
    StatementId,
    StatutoryPlanId,
)
from contracts.meaning import Special
from contracts.meetings.events import AgreementEnding, InvitationAnswer
from contracts.plans.events import InterventionResult, Method, StatementOutcome
from contracts.shapes import Event, Text


class Fact(Event):
    """Something that became true in a department's own system. `about` is the kind of its subject."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    about: ClassVar[str] = "family"


# Plans


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


# Contacts


class ContactStarted(Fact):
    """Somebody attached has contact with the family now (kontakt). R09, R52, INV-06, INV-07, INV-09.

    Outside the team, and for a secondary contact, it has a reason; a secondary one also an alternative.
    """

    wire: ClassVar[str] = "helhed.inbox.contact-started.v1"
    professional: ProfessionalId
    kind: ContactKind
    reason: Text | None = None
    alternative: Text | None = None


class ContactEnded(Fact):
    """Somebody has no contact of this kind any more (kontakt ophørt). R09, R52, P33, INV-07."""

    wire: ClassVar[str] = "helhed.inbox.contact-ended.v1"
    professional: ProfessionalId
    kind: ContactKind
    reason: ReasonCode


class VisitMade(Fact):
    """Somebody met the family, and where (besøg). P04, P41."""

    wire: ClassVar[str] = "helhed.inbox.visit-made.v1"
    professional: ProfessionalId
    place: VisitPlace
    visited_on: date


class ProfessionalRegistered(Fact):
    """Somebody works for the department now: its own people alone (fagperson). R11, R14 to R18, INV-63."""

    wire: ClassVar[str] = "helhed.inbox.professional-registered.v1"
    about: ClassVar[str] = "professional"
    profession: ProfessionCode
    name: Text
    employer: Employer = Employer.MUNICIPALITY
    competences: tuple[CompetenceCode, ...] = ()


class ProfessionalChanged(Fact):
    """Somebody of the department does something else now, or can do more (kompetencer). R11, INV-51, INV-63."""

    wire: ClassVar[str] = "helhed.inbox.professional-changed.v1"
    about: ClassVar[str] = "professional"
    profession: ProfessionCode
    name: Text
    competences: tuple[CompetenceCode, ...] = ()


class ProfessionalLeft(Fact):
    """Somebody of the department left the municipality: detached from every family (fratrådt). R11, INV-38."""

    wire: ClassVar[str] = "helhed.inbox.professional-left.v1"
    about: ClassVar[str] = "professional"


# Meetings


class InvitationAnswered(Fact):
    """The professional who is `actor` accepts or declines an invitation (svar på indkaldelse). A18."""

    wire: ClassVar[str] = "helhed.inbox.invitation-answered.v1"
    invitation: InvitationId
    answer: InvitationAnswer


class AgreementEnded(Fact):
    """An agreed action was done, or will not be, and why (aftale overholdt eller brudt). A21, A24."""

    wire: ClassVar[str] = "helhed.inbox.agreement-ended.v1"
    agreement: AgreementId
    ending: AgreementEnding
    reason: ReasonCode | None = None


OF: dict[str, tuple[type[Fact], ...]] = {
    "plans": (
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
    ),
    "contacts": (
        ContactStarted,
        ContactEnded,
        VisitMade,
        ProfessionalRegistered,
        ProfessionalChanged,
        ProfessionalLeft,
    ),
    "meetings": (InvitationAnswered, AgreementEnded),
}
"""Which service takes which kind."""
