"""What the family plan shows of what was asked for and found out: that it was, never what it says."""

import json
from datetime import date

from contracts.ids import (
    AssessmentId,
    CaseId,
    ConsultationId,
    FormId,
    PlanId,
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
    HealthStatementRequested,
    InformationOverdue,
    InformationReceived,
    InformationRequested,
    Method,
    PlanClosed,
    RehabCasePrepared,
    RehabCaseSubmitted,
    RehabRecommendationReceived,
    ResourceCourseStarted,
)
from tests.unit.family import ANNA, BO, FAMILY, PLAN, SOFIE, numbered
from tests.views.planned import (
    DRAFTED,
    EAT,
)
from tests.views.shown import family_plan


def test_a_case_goes_on_after_the_plan_that_it_came_from() -> None:
    """R27, INV-16: the rehabilitation team answers the family."""
    case = numbered(CaseId, 1)
    submitted = RehabCaseSubmitted(family=FAMILY, case=case, person=ANNA, goals=(EAT,))
    closed = PlanClosed(family=FAMILY, plan=PLAN, reason="finished")
    second = DRAFTED.model_copy(update={"plan": numbered(PlanId, 2)})
    said = RehabRecommendationReceived(family=FAMILY, case=case, recommendation="resource-course")
    [shown] = family_plan(DRAFTED, submitted, closed, second, said)["rehab_cases"]
    assert (shown["case"], shown["person"], shown["status"]) == (case, ANNA, "recommended")


def test_one_sees_how_far_what_was_begun_has_come() -> None:
    """T14, A13, A14, INV-23: a resource course, a form that is complete, an assessment that was taken back, a case."""
    started = ResourceCourseStarted(family=FAMILY, person=ANNA, started_on=date(2024, 3, 4))
    form, assessment, case = numbered(FormId, 1), numbered(AssessmentId, 1), numbered(CaseId, 1)
    shown = family_plan(
        started,
        AssessmentFormOpened(family=FAMILY, form=form, template="family"),
        FormCompleted(family=FAMILY, form=form),
        AssessmentRequested(family=FAMILY, assessment=assessment, domain="health", department="health"),
        AssessmentWithdrawn(family=FAMILY, assessment=assessment, reason="moved"),
        RehabCasePrepared(family=FAMILY, case=case, person=BO, own_goals="A job."),
    )
    assert shown["resource_courses"] == [{"person": ANNA, "started_on": "2024-03-04"}]
    assert [each["completed"] for each in shown["assessment_forms"]] == [True]
    assert [each["status"] for each in shown["assessments"]] == ["withdrawn"]
    assert [(each["person"], each["status"]) for each in shown["rehab_cases"]] == [(BO, "prepared")]


def test_what_is_asked_for_is_shown_until_it_came() -> None:
    """P10: what was asked, and where it lies, is not."""
    request = numbered(RequestId, 1)
    asked = InformationRequested(
        family=FAMILY,
        request=request,
        department="school",
        what="SECRET",
        purpose="planning",
        due_on=date(2024, 3, 15),
    )
    late = InformationOverdue(family=FAMILY, request=request, due_on=date(2024, 3, 15))
    came = InformationReceived(family=FAMILY, request=request, reference="SECRET")
    row = {"request": request, "department": "school", "due_on": "2024-03-15"}
    assert family_plan(asked, late)["information"] == [{**row, "received": False, "overdue": True}]
    assert family_plan(asked, late, came)["information"] == [{**row, "received": True, "overdue": False}]


FORM, ASSESSMENT, CASE = numbered(FormId, 1), numbered(AssessmentId, 1), numbered(CaseId, 1)
CONSULTATION, STATEMENT = numbered(ConsultationId, 1), numbered(StatementId, 1)
FOUND_OUT = (
    AssessmentFormOpened(family=FAMILY, form=FORM, template="extended"),
    FormSectionFilled(family=FAMILY, form=FORM, section="health", words="SECRET"),
    FormShared(family=FAMILY, form=FORM, shared_with=(ANNA,)),
    AssessmentRequested(family=FAMILY, assessment=ASSESSMENT, domain="adult", department="job-centre"),
    AssessmentCompleted(
        family=FAMILY,
        assessment=ASSESSMENT,
        methods=(Method.ICF,),
        icf_domains=("b152",),
        conclusion="SECRET",
    ),
    AssessmentShared(family=FAMILY, assessment=ASSESSMENT, purpose="planning"),
    HealthCoordinatorConsulted(
        family=FAMILY, consultation=CONSULTATION, health_coordinator=SOFIE, person=BO, needed=True
    ),
    HealthStatementRequested(
        family=FAMILY, statement=STATEMENT, consultation=CONSULTATION, person=BO, purpose="planning"
    ),
    RehabCasePrepared(family=FAMILY, case=CASE, person=ANNA, own_goals="SECRET"),
    RehabCaseSubmitted(family=FAMILY, case=CASE, person=ANNA, goals=(EAT,)),
    RehabRecommendationReceived(family=FAMILY, case=CASE, recommendation="secret", words="SECRET"),
)


def test_nothing_is_told_of_what_was_found_out() -> None:
    """INV-61, INV-50, A16, M01 to M05: that an assessment or a case is there, and by which methods, never what it says
    or which ICF domains it is about; of health nothing at all."""
    document = family_plan(*FOUND_OUT)
    shown = json.dumps(document).lower()
    assert not any(each in shown for each in ("secret", "b152", STATEMENT, CONSULTATION))
    assert document["assessments"] == [
        {
            "assessment": ASSESSMENT,
            "domain": "adult",
            "department": "job-centre",
            "status": "completed",
            "methods": ["icf"],
            "shared_for": ["planning"],
        }
    ]
    assert document["assessment_forms"] == [
        {
            "form": FORM,
            "template": "extended",
            "filled": ["health"],
            "shared_with": [ANNA],
            "completed": False,
        }
    ]
    assert document["rehab_cases"] == [
        {
            "case": CASE,
            "person": ANNA,
            "goals": [EAT],
            "status": "recommended",
            "submitted_on": None,
            "team_days_before": None,
        }
    ]
