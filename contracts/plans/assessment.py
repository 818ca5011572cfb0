"""What is found out before a plan is final: information, assessments, health statements, the rehabilitation team."""

from datetime import date
from enum import StrEnum
from typing import Annotated, ClassVar

from contracts.codes import (
    METHODS,
    DepartmentCode,
    DomainCode,
    IcfCode,
    PurposeCode,
    ReasonCode,
    RecommendationCode,
    SectionCode,
    TemplateCode,
)
from contracts.ids import (
    AssessmentId,
    CaseId,
    ConsultationId,
    FamilyId,
    FormId,
    GoalId,
    MeetingId,
    PersonId,
    ProfessionalId,
    RequestId,
    StatementId,
)
from contracts.meaning import Special
from contracts.shapes import Event, Sealed


class InformationRequested(Event):
    """The coordinator asked a department or sector for what it knows, for a purpose. P10. Due at the end of a day."""

    wire: ClassVar[str] = "helhed.plans.information-requested.v1"
    family: FamilyId
    request: RequestId
    department: DepartmentCode
    what: Annotated[str, Sealed(of="family")]
    purpose: PurposeCode
    due_on: date


class InformationReceived(Event):
    """What was asked for came; where it lies is said, not what it says. P10."""

    wire: ClassVar[str] = "helhed.plans.information-received.v1"
    family: FamilyId
    request: RequestId
    reference: Annotated[str | None, Sealed(of="family")] = None


class InformationOverdue(Event):
    """What was asked for had not come by the end of the day: seen once. P10."""

    wire: ClassVar[str] = "helhed.plans.information-overdue.v1"
    family: FamilyId
    request: RequestId
    due_on: date


class AssessmentFormOpened(Event):
    """An assessment form is filled in together with the family (udredningsskema). A12 to A14, M08."""

    wire: ClassVar[str] = "helhed.plans.assessment-form-opened.v1"
    family: FamilyId
    form: FormId
    template: TemplateCode


class FormSectionFilled(Event):
    """A section of a form was filled in, or filled in anew. A12."""

    wire: ClassVar[str] = "helhed.plans.form-section-filled.v1"
    family: FamilyId
    form: FormId
    section: SectionCode
    words: Annotated[str, Sealed(of="family"), Special.HEALTH]


class FormShared(Event):
    """The family has seen the form. A12."""

    wire: ClassVar[str] = "helhed.plans.form-shared.v1"
    family: FamilyId
    form: FormId
    shared_with: tuple[PersonId, ...]


class FormCompleted(Event):
    """The form is complete: every section of its template is filled in. A12, A14."""

    wire: ClassVar[str] = "helhed.plans.form-completed.v1"
    family: FamilyId
    form: FormId


class AssessmentRequested(Event):
    """A further assessment is needed before the plan is final (udredning). A15, P20, INV-23."""

    wire: ClassVar[str] = "helhed.plans.assessment-requested.v1"
    family: FamilyId
    assessment: AssessmentId
    domain: DomainCode
    department: DepartmentCode
    person: PersonId | None = None


class Method(StrEnum):
    """How it was assessed; several may be combined. M01 to M05."""

    ICS = "ics"
    VUM = "vum"
    ICF = "icf"
    OTHER = "other"


class AssessmentCompleted(Event):
    """An assessment is done, by these methods and domain codes of ICF. A15, M01 to M05, INV-23.

    `settles` names the meetings that had decided that it was needed.
    """

    wire: ClassVar[str] = "helhed.plans.assessment-completed.v1"
    family: FamilyId
    assessment: AssessmentId
    methods: Annotated[tuple[Method, ...], METHODS]
    icf_domains: tuple[IcfCode, ...] = ()
    conclusion: Annotated[str, Sealed(of="family"), Special.HEALTH]
    settles: tuple[MeetingId, ...] = ()


class AssessmentWithdrawn(Event):
    """An assessment is not needed after all, and why. P20, INV-23. `settles` as when it is completed."""

    wire: ClassVar[str] = "helhed.plans.assessment-withdrawn.v1"
    family: FamilyId
    assessment: AssessmentId
    reason: ReasonCode
    settles: tuple[MeetingId, ...] = ()


class AssessmentShared(Event):
    """An assessment is visible to the team, beyond the department that made it, for a purpose that members of the
    family consented to. C16, INV-61."""

    wire: ClassVar[str] = "helhed.plans.assessment-shared.v1"
    family: FamilyId
    assessment: AssessmentId
    purpose: PurposeCode
    consented_by: tuple[PersonId, ...] = ()


class HealthCoordinatorConsulted(Event):
    """The health coordinator was asked first whether and how far health data is needed. R25, P11, INV-50."""

    wire: ClassVar[str] = "helhed.plans.health-coordinator-consulted.v1"
    special: ClassVar[Special | None] = Special.HEALTH
    family: FamilyId
    consultation: ConsultationId
    health_coordinator: ProfessionalId
    person: PersonId
    needed: bool
    """Health data is needed."""


class HealthStatementRequested(Event):
    """A statement was asked for from the health service, as far as needed and for a purpose. A16, INV-50."""

    wire: ClassVar[str] = "helhed.plans.health-statement-requested.v1"
    special: ClassVar[Special | None] = Special.HEALTH
    family: FamilyId
    statement: StatementId
    consultation: ConsultationId
    person: PersonId
    purpose: PurposeCode


class StatementOutcome(StrEnum):
    """What became of a request for a statement. Its contents stay in the health service. A16."""

    RECEIVED = "received"
    REFUSED = "refused"


class HealthStatementAnswered(Event):
    """The statement came, or was refused. What it says is never stored here. A16."""

    wire: ClassVar[str] = "helhed.plans.health-statement-answered.v1"
    special: ClassVar[Special | None] = Special.HEALTH
    family: FamilyId
    statement: StatementId
    outcome: StatementOutcome


class RehabCasePrepared(Event):
    """A case for the rehabilitation team is prepared, with the citizen's own goals. R29, A14, P43."""

    wire: ClassVar[str] = "helhed.plans.rehab-case-prepared.v1"
    special: ClassVar[Special | None] = Special.HEALTH
    family: FamilyId
    case: CaseId
    person: PersonId
    own_goals: Annotated[str, Sealed(of="person")]


class RehabCaseSubmitted(Event):
    """The case went to the rehabilitation team, its sub-goals known to the citizen. R27, P43, P44, P48, INV-57."""

    wire: ClassVar[str] = "helhed.plans.rehab-case-submitted.v1"
    special: ClassVar[Special | None] = Special.HEALTH
    family: FamilyId
    case: CaseId
    person: PersonId
    goals: tuple[GoalId, ...]
    submitted_on: date | None = None


class RehabRecommendationReceived(Event):
    """What the rehabilitation team recommends (indstilling). R27, A43."""

    wire: ClassVar[str] = "helhed.plans.rehab-recommendation-received.v1"
    special: ClassVar[Special | None] = Special.HEALTH
    family: FamilyId
    case: CaseId
    recommendation: RecommendationCode
    words: Annotated[str | None, Sealed(of="family")] = None


class ResourceCourseStarted(Event):
    """An adult began a resource course (ressourceforløb). T14, R28."""

    wire: ClassVar[str] = "helhed.plans.resource-course-started.v1"
    special: ClassVar[Special | None] = Special.HEALTH
    family: FamilyId
    person: PersonId
    started_on: date


FindingEvent = (
    InformationRequested
    | InformationReceived
    | InformationOverdue
    | AssessmentFormOpened
    | FormSectionFilled
    | FormShared
    | FormCompleted
    | AssessmentRequested
    | AssessmentCompleted
    | AssessmentWithdrawn
    | AssessmentShared
    | HealthCoordinatorConsulted
    | HealthStatementRequested
    | HealthStatementAnswered
    | RehabCasePrepared
    | RehabCaseSubmitted
    | RehabRecommendationReceived
    | ResourceCourseStarted
)
"""What is said of what was asked for and found out."""
