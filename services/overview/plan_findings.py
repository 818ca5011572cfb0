"""What was asked for and found out before the plan is final: that it was and how, never what it says. INV-61, M05.

Health matters are not told here at all.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, assert_never

from contracts.ids import AssessmentId, CaseId, FormId, PersonId, RequestId
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
)
from eventkeep.evolved import replace

HealthEvent = HealthCoordinatorConsulted | HealthStatementRequested | HealthStatementAnswered
InformationEvent = InformationRequested | InformationReceived | InformationOverdue
FormEvent = AssessmentFormOpened | FormSectionFilled | FormShared | FormCompleted
AssessmentEvent = AssessmentRequested | AssessmentCompleted | AssessmentWithdrawn | AssessmentShared
RehabEvent = RehabCasePrepared | RehabCaseSubmitted | RehabRecommendationReceived | ResourceCourseStarted
FindingEvent = HealthEvent | InformationEvent | FormEvent | AssessmentEvent | RehabEvent

Row = Mapping[str, Any]


@dataclass(frozen=True)
class Findings:
    """What is shown of each piece, by its id."""

    information: Mapping[RequestId, Row] = field(default_factory=dict)
    forms: Mapping[FormId, Row] = field(default_factory=dict)
    assessments: Mapping[AssessmentId, Row] = field(default_factory=dict)
    cases: Mapping[CaseId, Row] = field(default_factory=dict)
    resource_courses: Mapping[PersonId, Row] = field(default_factory=dict)


def of_the_family(findings: Findings) -> Findings:
    """What goes on when the plan is over: cases that the rehabilitation team was given. R27."""
    cases = {each: row for each, row in findings.cases.items() if row["status"] != _NO_CASE["status"]}
    return Findings(cases=cases)


def evolve(findings: Findings, event: FindingEvent) -> Findings:
    """The findings after an event."""
    if isinstance(event, HealthEvent):
        return findings
    if isinstance(event, InformationEvent):
        row = _information(findings.information.get(event.request, {}), event)
        return replace(findings, information={**findings.information, event.request: row})
    if isinstance(event, FormEvent):
        row = _form(findings.forms.get(event.form, _NO_FORM), event)
        return replace(findings, forms={**findings.forms, event.form: row})
    if isinstance(event, AssessmentEvent):
        row = _assessment(findings.assessments.get(event.assessment, _NO_ASSESSMENT), event)
        return replace(findings, assessments={**findings.assessments, event.assessment: row})
    if isinstance(event, ResourceCourseStarted):
        row = {"started_on": event.started_on}
        return replace(findings, resource_courses={**findings.resource_courses, event.person: row})
    row = _case(findings.cases.get(event.case, _NO_CASE), event)
    return replace(findings, cases={**findings.cases, event.case: row})


_NO_FORM: Row = {"template": None, "filled": (), "shared_with": (), "completed": False}
_NO_ASSESSMENT: Row = {
    "domain": None,
    "department": None,
    "status": "requested",
    "methods": (),
    "shared_for": (),
}
_NO_CASE: Row = {"person": None, "goals": (), "status": "prepared", "submitted_on": None}


def _information(before: Row, event: InformationEvent) -> Row:
    row = {"department": None, "due_on": None, "received": False, "overdue": False, **before}
    match event:
        case InformationRequested():
            return {**row, "department": event.department, "due_on": event.due_on}
        case InformationReceived():
            return {**row, "received": True, "overdue": False}
        case InformationOverdue():
            return {**row, "overdue": True}
        case _:
            assert_never(event)


def _form(row: Row, event: FormEvent) -> Row:
    match event:
        case AssessmentFormOpened():
            return {**row, "template": event.template}
        case FormSectionFilled():
            filled = tuple(dict.fromkeys((*row["filled"], event.section)))
            return {**row, "filled": filled, "shared_with": ()}
        case FormShared():
            return {**row, "shared_with": tuple(dict.fromkeys((*row["shared_with"], *event.shared_with)))}
        case FormCompleted():
            return {**row, "completed": True}
        case _:
            assert_never(event)


def _assessment(row: Row, event: AssessmentEvent) -> Row:
    match event:
        case AssessmentRequested():
            return {**row, "domain": event.domain, "department": event.department}
        case AssessmentCompleted():
            return {**row, "status": "completed", "methods": event.methods}
        case AssessmentWithdrawn():
            return {**row, "status": "withdrawn"}
        case AssessmentShared():
            return {**row, "shared_for": tuple(dict.fromkeys((*row["shared_for"], event.purpose)))}
        case _:
            assert_never(event)


def _case(row: Row, event: RehabCasePrepared | RehabCaseSubmitted | RehabRecommendationReceived) -> Row:
    match event:
        case RehabCasePrepared():
            return {**row, "person": event.person}
        case RehabCaseSubmitted():
            what = {"person": event.person, "goals": event.goals, "submitted_on": event.submitted_on}
            return {**row, **what, "status": "submitted"}
        case RehabRecommendationReceived():
            return {**row, "status": "recommended"}
        case _:
            assert_never(event)


def shown(findings: Findings, team_since: date | None) -> dict[str, Any]:
    """That something was asked for and came: no words, no conclusions, no recommendation."""
    return {
        "information": [{"request": each, **row} for each, row in findings.information.items()],
        "assessment_forms": [{"form": each, **row} for each, row in findings.forms.items()],
        "assessments": [{"assessment": each, **row} for each, row in findings.assessments.items()],
        "rehab_cases": [
            {"case": each, **row, "team_days_before": _days(team_since, row["submitted_on"])}
            for each, row in findings.cases.items()
        ],
        "resource_courses": [{"person": each, **row} for each, row in findings.resource_courses.items()],
    }


def _days(team_since: date | None, submitted_on: date | None) -> int | None:
    """How long the team had stood when the case went to the rehabilitation team. Below zero: it came later. P48."""
    return (submitted_on - team_since).days if team_since and submitted_on else None
