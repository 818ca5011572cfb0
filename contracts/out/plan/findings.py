"""What was asked for and found out: that it was and how, never what it says. INV-61, M05. Told by plans."""

from datetime import date
from enum import StrEnum
from typing import Annotated

from contracts.codes import METHODS, DepartmentCode, DomainCode, PurposeCode, SectionCode, TemplateCode
from contracts.ids import AssessmentId, CaseId, FormId, GoalId, PersonId, RequestId
from contracts.meaning import Special, Unit
from contracts.plans.assessment import Method
from contracts.shapes import Part


class AssessmentStatus(StrEnum):
    """How far an assessment has come. A15."""

    REQUESTED = "requested"
    COMPLETED = "completed"
    WITHDRAWN = "withdrawn"
    """It isn't needed after all."""


class RehabCaseStatus(StrEnum):
    """How far a case for the rehabilitation team has come. R27."""

    PREPARED = "prepared"
    SUBMITTED = "submitted"
    RECOMMENDED = "recommended"
    """The team has said what it recommends: not told here."""


class InformationShown(Part):
    """What a department or sector was asked for. P10."""

    request: RequestId
    department: DepartmentCode | None
    due_on: date | None
    received: bool
    """It came."""
    overdue: bool
    """It had not come by the end of the day."""


class FormShown(Part):
    """An assessment form that is filled in together with the family (udredningsskema). A12 to A14."""

    form: FormId
    template: TemplateCode | None
    filled: tuple[SectionCode, ...]
    """The sections that were filled in."""
    shared_with: tuple[PersonId, ...]
    """Members who have seen it since it was filled in last."""
    completed: bool
    """Every section of its template is filled in."""


class AssessmentShown(Part):
    """An assessment (udredning): no words, no conclusion. A15, P20, INV-23."""

    assessment: AssessmentId
    domain: DomainCode | None
    department: DepartmentCode | None
    status: AssessmentStatus
    methods: Annotated[tuple[Method, ...], METHODS]
    shared_for: tuple[PurposeCode, ...]
    """What it is visible to the team for. INV-61."""


class RehabCaseShown(Part):
    """A case for the rehabilitation team (sag til rehabiliteringsteamet). R27, P43, P44."""

    case: CaseId
    person: PersonId | None
    goals: tuple[GoalId, ...]
    status: RehabCaseStatus
    submitted_on: date | None
    team_days_before: Annotated[int, Unit("days")] | None
    """How long the coordination team had stood when it was submitted. Below 0: the team came later. P48."""


class ResourceCourseShown(Part):
    """An adult began a resource course (ressourceforløb). T14, R28."""

    person: PersonId
    started_on: date


class FindingsShown(Part):
    """What was asked for and found out."""

    information: tuple[InformationShown, ...]
    assessment_forms: tuple[FormShown, ...]
    assessments: tuple[AssessmentShown, ...]
    rehab_cases: Annotated[tuple[RehabCaseShown, ...], Special.HEALTH]
    resource_courses: Annotated[tuple[ResourceCourseShown, ...], Special.HEALTH]
