"""Health statements after the health coordinator; cases for the rehabilitation team; resource courses."""

from datetime import date

import pytest

from contracts.contacts.events import FamilyMemberLeft
from contracts.ids import CaseId, ConsultationId
from contracts.plans.events import (
    GoalAchieved,
    GoalShared,
    HealthCoordinatorConsulted,
    HealthStatementAnswered,
    HealthStatementRequested,
    RehabCasePrepared,
    RehabCaseSubmitted,
    RehabRecommendationReceived,
    ResourceCourseStarted,
    StatementOutcome,
)
from services.plans.health import AnswerHealthStatement, ConsultHealthCoordinator, RequestHealthStatement
from services.plans.reference import Known, evolve_contacts
from services.plans.rehabilitation import (
    PrepareRehabCase,
    RecordRecommendation,
    StartResourceCourse,
    SubmitRehabCase,
)
from tests.unit.family import (
    ANNA,
    BO,
    BY_ANNA,
    BY_INFORMED,
    BY_TEAM,
    FAMILY,
    GOAL,
    OTHER_GOAL,
    STRANGER,
    ULLA,
    numbered,
    person,
)
from tests.unit.plan_commands import example
from tests.unit.planning import CASE, CONSULTATION, KNOWN, STATEMENT, TODAY, but, goal, the_plan

CONSULT, ASK = example(ConsultHealthCoordinator), example(RequestHealthStatement)
ANSWER = example(AnswerHealthStatement)
CONSULTED = HealthCoordinatorConsulted(
    family=FAMILY, consultation=CONSULTATION, health_coordinator=ULLA, person=BO, needed=True
)
ASKED = HealthStatementRequested(
    family=FAMILY, statement=STATEMENT, consultation=CONSULTATION, person=BO, purpose="planning"
)
ANSWERED = HealthStatementAnswered(family=FAMILY, statement=STATEMENT, outcome=StatementOutcome.RECEIVED)
PREPARE, SUBMIT = example(PrepareRehabCase), example(SubmitRehabCase)
RECOMMEND, COURSE = example(RecordRecommendation), example(StartResourceCourse)
PREPARED = RehabCasePrepared(family=FAMILY, case=CASE, person=ANNA, own_goals="To work with animals.")
SUBMITTED = RehabCaseSubmitted(family=FAMILY, case=CASE, person=ANNA, goals=(OTHER_GOAL,), submitted_on=TODAY)
TREE = (goal(1), goal(2, GOAL, 2))
RECOMMENDED = RehabRecommendationReceived(family=FAMILY, case=CASE, recommendation="resource-course")
SHARED = GoalShared(family=FAMILY, goal=OTHER_GOAL, person=ANNA)


def test_health_data_is_asked_for_after_the_health_coordinator() -> None:
    """R25, P11, A16, INV-50."""
    the_plan().when(CONSULT).then(CONSULTED).when(ASK).then(ASKED).when(ANSWER).then(ANSWERED)
    the_plan().when(ASK).refused("health_coordinator_not_consulted")
    the_plan(CONSULTED).when(CONSULT).refused("consulted_already")
    the_plan().when(but(CONSULT, person=STRANGER)).refused("person_not_in_family")
    the_plan(CONSULTED, ASKED).when(ASK).refused("statement_requested_already")


def test_the_consultation_was_about_this_person() -> None:
    """INV-50."""
    the_plan(CONSULTED).when(but(ASK, person=ANNA)).refused("health_coordinator_not_consulted")


def test_health_data_is_asked_for_only_as_far_as_needed() -> None:
    """INV-50."""
    not_needed = CONSULTED.model_copy(update={"needed": False})
    the_plan(not_needed).when(ASK).refused("health_data_not_needed")


def test_what_the_health_coordinator_said_last_counts() -> None:
    """INV-50: a later no is not got round by naming the older yes; what was said of another changes nothing."""
    again = {"consultation": numbered(ConsultationId, 2), "needed": False}
    later_no = CONSULTED.model_copy(update=again)
    the_plan(CONSULTED, later_no).when(ASK).refused("health_data_not_needed")
    of_anna = later_no.model_copy(update={"person": ANNA})
    the_plan(CONSULTED, of_anna).when(ASK).then(ASKED)
    first_no = CONSULTED.model_copy(update={"needed": False})
    later_yes = later_no.model_copy(update={"needed": True})
    by_later = but(ASK, consultation=later_yes.consultation)
    the_plan(first_no, later_yes).when(by_later).then(
        ASKED.model_copy(update={"consultation": later_yes.consultation})
    )
    the_plan(first_no, later_yes).when(ASK).refused("health_data_not_needed")


def test_nobody_is_ones_own_health_coordinator() -> None:
    """INV-50."""
    the_plan().when(but(CONSULT, health_coordinator=CONSULT.by.id)).refused("consulted_oneself")


def test_no_health_data_is_asked_for_of_somebody_who_left() -> None:
    """INV-50, X-01."""
    left = FamilyMemberLeft(family=FAMILY, person=BO, reason="moved")
    gone = Known(contacts=evolve_contacts(KNOWN.contacts, left))
    the_plan(CONSULTED).with_known(gone).when(ASK).refused("person_not_in_family")


def test_a_statement_came_or_was_refused() -> None:
    """A16: what it says has no place here."""
    asked = the_plan(CONSULTED, ASKED)
    asked.when(but(ANSWER, by=BY_INFORMED)).then(ANSWERED).when(ANSWER).then()
    refused = but(ANSWER, outcome=StatementOutcome.REFUSED)
    asked.when(refused).then(ANSWERED.model_copy(update={"outcome": StatementOutcome.REFUSED}))
    the_plan(CONSULTED, ASKED, ANSWERED).when(refused).refused("statement_answered_already")
    the_plan().when(ANSWER).refused("statement_unknown")
    assert set(HealthStatementAnswered.model_fields) == {"family", "statement", "outcome"}


def test_a_case_is_prepared_with_the_citizens_own_goals() -> None:
    """R29, P43."""
    the_plan().when(PREPARE).then(PREPARED)
    the_plan().when(but(PREPARE, by=BY_ANNA)).then(PREPARED)
    the_plan().when(but(PREPARE, by=person(BO))).refused("speaks_for_another")
    the_plan().when(but(PREPARE, person=STRANGER)).refused("person_not_in_family")
    the_plan(PREPARED).when(PREPARE).refused("rehab_case_prepared_already")


def test_a_case_without_own_goals_is_not_submitted() -> None:
    """P43."""
    the_plan(*TREE, SHARED).when(SUBMIT).refused("own_goals_missing")


def test_a_case_names_sub_goals_that_the_citizen_knows() -> None:
    """R27, P44, P48, INV-57: with the day on which it went there."""
    the_plan(*TREE, PREPARED, SHARED).when(SUBMIT).then(SUBMITTED).when(SUBMIT).then()
    unshared = the_plan(*TREE, PREPARED, SHARED).when(but(SUBMIT, goals=(GOAL, OTHER_GOAL)))
    assert unshared.refused("goal_not_shared").facts == {"goals": GOAL}
    with_bo = SHARED.model_copy(update={"person": BO})
    the_plan(*TREE, PREPARED, with_bo).when(SUBMIT).refused("goal_not_shared")
    for goals in ((), (GOAL,)):
        the_plan(goal(1), PREPARED).when(but(SUBMIT, goals=goals)).refused("sub_goals_missing")


def test_the_citizen_knows_what_is_open_below_a_goal_of_the_case_too() -> None:
    """INV-57: naming the goal above says nothing of the sub-goals; one that was reached is not asked for."""
    above = but(SUBMIT, goals=(GOAL,))
    known = SHARED.model_copy(update={"goal": GOAL})
    refused = the_plan(*TREE, PREPARED, known).when(above).refused("goal_not_shared")
    assert refused.facts == {"goals": OTHER_GOAL}
    reached = GoalAchieved(family=FAMILY, goal=OTHER_GOAL, revision=2)
    the_plan(*TREE, PREPARED, known, reached).when(above).refused("sub_goals_missing")
    third = goal(3, GOAL, 2)
    knows = (known, SHARED.model_copy(update={"goal": third.goal}))
    submitted = SUBMITTED.model_copy(update={"goals": (GOAL,)})
    the_plan(*TREE, third, PREPARED, *knows, reached).when(above).then(submitted)


def test_a_case_is_of_somebody_in_the_family() -> None:
    """R27: Anna has left it since the case was prepared."""
    left = FamilyMemberLeft(family=FAMILY, person=ANNA, reason="moved")
    gone = Known(contacts=evolve_contacts(KNOWN.contacts, left))
    the_plan(*TREE, PREPARED, SHARED).with_known(gone).when(SUBMIT).refused("person_not_in_family")


def test_a_case_names_open_goals_of_the_plan() -> None:
    """P44."""
    the_plan(PREPARED).when(SUBMIT).refused("goal_unknown")
    reached = GoalAchieved(family=FAMILY, goal=OTHER_GOAL, revision=2)
    the_plan(*TREE, PREPARED, SHARED, reached).when(SUBMIT).refused("goal_not_open")


def test_a_case_is_submitted_once() -> None:
    """R27."""
    again = but(SUBMIT, goals=(GOAL,))
    the_plan(*TREE, PREPARED, SHARED, SUBMITTED).when(again).refused("rehab_case_submitted_already")


def test_the_rehabilitation_team_recommends_once() -> None:
    """R27, A43."""
    the_plan(PREPARED, SUBMITTED).when(RECOMMEND).then(RECOMMENDED).when(RECOMMEND).refused(
        "recommendation_received_already"
    )
    the_plan(PREPARED).when(RECOMMEND).refused("rehab_case_unknown")
    the_plan().when(but(RECOMMEND, case=numbered(CaseId, 2))).refused("rehab_case_unknown")


def test_an_adult_begins_a_resource_course() -> None:
    """T14, R28: decided by a caseworker."""
    begun = ResourceCourseStarted(family=FAMILY, person=ANNA, started_on=TODAY)
    the_plan().when(COURSE).then(begun).when(COURSE).then()
    the_plan().when(but(COURSE, by=BY_TEAM)).refused("caseworker_only")
    the_plan().when(but(COURSE, person=STRANGER)).refused("person_not_in_family")


@pytest.mark.parametrize(
    ("change", "code"),
    [({"person": BO}, "resource_course_for_adults"), ({"started_on": date(2024, 3, 2)}, "day_in_future")],
)
def test_a_resource_course_is_for_adults_and_has_begun(change: dict[str, object], code: str) -> None:
    """T14."""
    the_plan().when(but(COURSE, **change)).refused(code)
