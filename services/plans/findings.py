"""What was asked for and found out: information, forms, assessments, health, rehabilitation; after each event."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import assert_never

from contracts.ids import (
    AssessmentId,
    CaseId,
    ConsultationId,
    FormId,
    GoalId,
    MeetingId,
    PersonId,
    RequestId,
    StatementId,
)
from contracts.plans.events import (
    AssessmentCompleted,
    AssessmentFormOpened,
    AssessmentRequested,
    AssessmentShared,
    AssessmentWithdrawn,
    FormCompleted,
    FormSectionFilled,
    FormShared,
    HealthCoordinatorConsulted,
    HealthStatementAnswered,
    HealthStatementRequested,
    InformationOverdue,
    InformationReceived,
    InformationRequested,
    RehabCasePrepared,
    RehabCaseSubmitted,
    RehabRecommendationReceived,
    ResourceCourseStarted,
    StatementOutcome,
)
from eventkeep.evolved import replace
from services.plans.known_meetings import ANY_DOMAIN

# State


@dataclass(frozen=True)
class Asked:
    """Information that somebody was asked for."""

    due_on: date
    received: bool = False
    overdue: bool = False


@dataclass(frozen=True)
class Form:
    """An assessment form: which sections are filled, and who of the family has seen it as it stands."""

    template: str
    filled: frozenset[str] = frozenset()
    seen_by: frozenset[PersonId] = frozenset()
    completed: bool = False


class AssessmentStanding(StrEnum):
    """How an assessment stands."""

    OPEN = "open"
    COMPLETED = "completed"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True)
class Assessment:
    """An assessment of a domain, and the purposes for which the team may see it."""

    domain: str
    person: PersonId | None = None
    standing: AssessmentStanding = AssessmentStanding.OPEN
    shared_for: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Consultation:
    """What the health coordinator answered: whether health data is needed, and of whom."""

    person: PersonId
    needed: bool


@dataclass(frozen=True)
class Case:
    """A case for the rehabilitation team. `goals` are those it was submitted with."""

    person: PersonId
    goals: tuple[GoalId, ...] | None = None
    recommended: bool = False


@dataclass(frozen=True)
class Findings:
    """What was asked for and found out before the plan is final."""

    information: Mapping[RequestId, Asked] = field(default_factory=dict)
    forms: Mapping[FormId, Form] = field(default_factory=dict)
    assessments: Mapping[AssessmentId, Assessment] = field(default_factory=dict)
    settled: frozenset[tuple[MeetingId, str]] = frozenset()
    """Which domains of which meetings' decisions are settled by an assessment. INV-23."""
    consultations: Mapping[ConsultationId, Consultation] = field(default_factory=dict)
    statements: Mapping[StatementId, StatementOutcome | None] = field(default_factory=dict)
    cases: Mapping[CaseId, Case] = field(default_factory=dict)
    resource_courses: frozenset[PersonId] = frozenset()


def of_the_family(findings: Findings) -> Findings:
    """What others still answer when the plan is over: it was asked for the family, not for its plan. A16, R27."""
    submitted = {each: case for each, case in findings.cases.items() if case.goals is not None}
    return Findings(statements=findings.statements, cases=submitted)


# Evolve

InformationEvent = InformationRequested | InformationReceived | InformationOverdue
FormEvent = AssessmentFormOpened | FormSectionFilled | FormShared | FormCompleted
AssessmentEvent = AssessmentRequested | AssessmentCompleted | AssessmentWithdrawn | AssessmentShared
HealthEvent = HealthCoordinatorConsulted | HealthStatementRequested | HealthStatementAnswered
RehabEvent = RehabCasePrepared | RehabCaseSubmitted | RehabRecommendationReceived | ResourceCourseStarted
FindingEvent = InformationEvent | FormEvent | AssessmentEvent | HealthEvent | RehabEvent


def evolve_findings(findings: Findings, event: FindingEvent) -> Findings:
    """What was found out, after an event."""
    if isinstance(event, InformationEvent):
        return _information(findings, event)
    if isinstance(event, FormEvent):
        return _forms(findings, event)
    if isinstance(event, AssessmentEvent):
        return _assessments(findings, event)
    if isinstance(event, HealthEvent):
        return _health(findings, event)
    return _rehab(findings, event)


def _information(findings: Findings, event: InformationEvent) -> Findings:
    before = findings.information.get(event.request)
    match event:
        case InformationRequested():
            now: Asked | None = Asked(event.due_on)
        case InformationReceived():
            now = replace(before, received=True) if before else None
        case InformationOverdue():
            now = replace(before, overdue=True) if before else None
        case _:
            assert_never(event)
    if now is None:
        return findings
    return replace(findings, information={**findings.information, event.request: now})


def _forms(findings: Findings, event: FormEvent) -> Findings:
    """Who has seen a form has seen it as it stands: a section that is filled anew is to be shared anew. A12."""
    form = findings.forms.get(event.form, Form(""))
    match event:
        case AssessmentFormOpened():
            return _with_form(findings, event.form, Form(event.template))
        case FormSectionFilled():
            filled = replace(form, filled=form.filled | {event.section}, seen_by=frozenset())
            return _with_form(findings, event.form, filled)
        case FormShared():
            seen = replace(form, seen_by=form.seen_by | set(event.shared_with))
            return _with_form(findings, event.form, seen)
        case FormCompleted():
            return _with_form(findings, event.form, replace(form, completed=True))
        case _:
            assert_never(event)


def _with_form(findings: Findings, form: FormId, now: Form) -> Findings:
    return replace(findings, forms={**findings.forms, form: now})


def _assessments(findings: Findings, event: AssessmentEvent) -> Findings:
    before = findings.assessments.get(event.assessment, Assessment(""))
    match event:
        case AssessmentRequested():
            return _with_assessment(findings, event.assessment, Assessment(event.domain, event.person))
        case AssessmentCompleted() | AssessmentWithdrawn():
            done = isinstance(event, AssessmentCompleted)
            standing = AssessmentStanding.COMPLETED if done else AssessmentStanding.WITHDRAWN
            domains = (before.domain, ANY_DOMAIN)
            settled = findings.settled | {(meeting, each) for meeting in event.settles for each in domains}
            now = replace(before, standing=standing)
            return replace(_with_assessment(findings, event.assessment, now), settled=settled)
        case AssessmentShared():
            now = replace(before, shared_for=before.shared_for | {event.purpose})
            return _with_assessment(findings, event.assessment, now)
        case _:
            assert_never(event)


def _with_assessment(findings: Findings, assessment: AssessmentId, now: Assessment) -> Findings:
    return replace(findings, assessments={**findings.assessments, assessment: now})


def _health(findings: Findings, event: HealthEvent) -> Findings:
    match event:
        case HealthCoordinatorConsulted():
            said = Consultation(event.person, event.needed)
            consultations = {**findings.consultations, event.consultation: said}
            return replace(findings, consultations=consultations)
        case HealthStatementRequested():
            return replace(findings, statements={**findings.statements, event.statement: None})
        case HealthStatementAnswered():
            return replace(findings, statements={**findings.statements, event.statement: event.outcome})
        case _:
            assert_never(event)


def _rehab(findings: Findings, event: RehabEvent) -> Findings:
    match event:
        case RehabCasePrepared():
            return replace(findings, cases={**findings.cases, event.case: Case(event.person)})
        case RehabCaseSubmitted():
            submitted = Case(event.person, event.goals)
            return replace(findings, cases={**findings.cases, event.case: submitted})
        case RehabRecommendationReceived():
            if event.case not in findings.cases:
                return findings
            recommended = replace(findings.cases[event.case], recommended=True)
            return replace(findings, cases={**findings.cases, event.case: recommended})
        case ResourceCourseStarted():
            return replace(findings, resource_courses=findings.resource_courses | {event.person})
        case _:
            assert_never(event)
