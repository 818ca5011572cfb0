"""A plan is closed, by its team or since the family's case is, and another is drafted after it."""

import pytest

from contracts.contacts.events import FamilyClosed
from contracts.ids import PlanId
from contracts.plans.events import PlanClosed, PlanDrafted
from services.plans.drafting import ClosePlan, DraftPlan
from services.plans.goals import DefineGoal
from services.plans.reference import Known, evolve_contacts
from tests.unit.family import BY_SERVICE, FAMILY, PLAN, numbered
from tests.unit.plan_commands import example
from tests.unit.planning import KNOWN, a, but, the_plan
from tests.unit.story import DEFINED, DRAFTED
from tests.unit.test_plans_health import (
    ANSWER,
    ANSWERED,
    ASK,
    ASKED,
    CONSULTED,
    PREPARE,
    PREPARED,
    RECOMMEND,
    RECOMMENDED,
    SUBMIT,
    SUBMITTED,
)

OTHER_PLAN = numbered(PlanId, 2)
CLOSE = example(ClosePlan)
CLOSED = PlanClosed(family=FAMILY, plan=PLAN, reason="finished")
FAMILY_CLOSED = Known(contacts=evolve_contacts(KNOWN.contacts, FamilyClosed(family=FAMILY, reason="moved")))


def test_a_plan_is_closed_with_its_reason() -> None:
    """A01, INV-16."""
    the_plan().when(CLOSE).then(CLOSED).when(CLOSE).then()


@pytest.mark.parametrize("plan", [OTHER_PLAN, None])
def test_the_team_closes_the_plan_that_it_names(plan: PlanId | None) -> None:
    """INV-16."""
    the_plan().when(but(CLOSE, plan=plan)).refused("plan_unknown")


def test_another_plan_begins_empty_after_it() -> None:
    """INV-16: one current plan at a time; ids of the one before are not used again."""
    again = DRAFTED.model_copy(update={"plan": OTHER_PLAN})
    second = the_plan(DEFINED, CLOSED).when(a(DraftPlan, plan=OTHER_PLAN)).then(again)
    second.when(example(DefineGoal)).refused("goal_defined_already")
    second.when(a(DraftPlan, plan=PLAN)).refused("plan_drafted_already")
    the_plan(CLOSED).when(a(DraftPlan, plan=PLAN)).refused("plan_closed_already")
    the_plan(CLOSED).when(example(DefineGoal)).refused("plan_not_drafted")
    assert second.state.revision == 0
    assert second.state.goals.goals == {}


def test_what_others_were_asked_is_answered_after_the_plan() -> None:
    """A16, R27: a health statement and a case are the family's; no id of theirs is used again."""
    told = (CONSULTED, ASKED, PREPARED, SUBMITTED)
    again = DRAFTED.model_copy(update={"plan": OTHER_PLAN})
    for later in ((CLOSED,), (CLOSED, again)):
        after = the_plan(*told, *later)
        after.when(ANSWER).then(ANSWERED).when(ANSWER).then()
        after.when(RECOMMEND).then(RECOMMENDED).when(RECOMMEND).refused("recommendation_received_already")
    second = the_plan(*told, CLOSED, again)
    second.when(ASK).refused("statement_requested_already")
    second.when(PREPARE).refused("rehab_case_prepared_already")
    the_plan(PREPARED, CLOSED, again).when(SUBMIT).refused("own_goals_missing")


def test_the_plan_of_a_closed_family_is_closed() -> None:
    """R01, INV-16: by our own service, if the case is closed still; there may be no plan."""
    close = but(CLOSE, by=BY_SERVICE, plan=None)
    the_plan().with_known(FAMILY_CLOSED).when(close).then(CLOSED).when(close).then()
    the_plan().when(close).then()


def test_a_plan_may_be_told_of_twice() -> None:
    """X-09: evolve never refuses."""
    drafted = PlanDrafted(family=FAMILY, plan=PLAN, revision=0)
    assert the_plan(drafted, CLOSED, CLOSED).state.closed == {PLAN}
