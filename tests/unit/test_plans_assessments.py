"""Assessments by one method or more, shared for a purpose; and what the meetings decided to look into."""

import pytest

from contracts.meetings.events import FamilyEvent as MeetingsEvent
from contracts.meetings.events import FurtherAssessmentWithdrawn
from contracts.plans.events import (
    AssessmentCompleted,
    AssessmentRequested,
    AssessmentShared,
    AssessmentWithdrawn,
    Method,
)
from contracts.shapes import Command
from eventkeep.testing import folded
from services.plans.assessments import (
    CompleteAssessment,
    RequestAssessment,
    ShareAssessment,
    WithdrawAssessment,
    unsettled,
)
from services.plans.reference import Known, MeetingsFacts, evolve_meetings
from tests.unit.family import ANNA, BO, BY_ANNA, BY_INFORMED, FAMILY, MEETING, STRANGER
from tests.unit.plan_commands import example
from tests.unit.planning import ASSESSMENT, CONTACTS, NEXT_MEETING, but, the_plan
from tests.unit.story import HELD

REQUEST, COMPLETE = example(RequestAssessment), example(CompleteAssessment)
WITHDRAW, SHARE = example(WithdrawAssessment), example(ShareAssessment)
REQUESTED = AssessmentRequested(
    family=FAMILY, assessment=ASSESSMENT, domain="health", department="health", person=BO
)
COMPLETED = AssessmentCompleted(
    family=FAMILY,
    assessment=ASSESSMENT,
    methods=(Method.ICS, Method.ICF),
    icf_domains=("d7",),
    conclusion="He sleeps too little.",
)
WITHDRAWN = AssessmentWithdrawn(family=FAMILY, assessment=ASSESSMENT, reason="not-needed")
SHARED = AssessmentShared(family=FAMILY, assessment=ASSESSMENT, purpose="planning", consented_by=(ANNA,))
AGAIN = HELD.model_copy(update={"meeting": NEXT_MEETING})


def known(*events: MeetingsEvent) -> Known:
    """The family, and what its meetings decided."""
    return Known(CONTACTS, folded(evolve_meetings, MeetingsFacts(), *events))


def test_an_assessment_is_requested_and_completed() -> None:
    """A15, P20, M01 to M05: any professional around the family completes it, by more than one method."""
    the_plan().when(REQUEST).then(REQUESTED).when(but(COMPLETE, by=BY_INFORMED)).then(COMPLETED)
    the_plan(REQUESTED, COMPLETED).when(COMPLETE).then()
    the_plan(REQUESTED).when(REQUEST).refused("assessment_requested_already")
    the_plan().when(but(REQUEST, person=STRANGER)).refused("person_not_in_family")
    whole_family = but(REQUEST, person=None)
    the_plan().when(whole_family).then(REQUESTED.model_copy(update={"person": None}))


@pytest.mark.parametrize("method", Method)
def test_an_assessment_says_its_methods(method: Method) -> None:
    """M01 to M05."""
    once = COMPLETED.model_copy(update={"methods": (method,)})
    the_plan(REQUESTED).when(but(COMPLETE, methods=(method, method))).then(once)
    the_plan(REQUESTED).when(but(COMPLETE, methods=())).refused("method_missing")


def test_domains_are_codes_of_icf() -> None:
    """M03."""
    the_plan(REQUESTED).when(but(COMPLETE, icf_domains=("d7", "sleep"))).refused("icf_domain_invalid")


def test_an_assessment_is_withdrawn_with_a_reason() -> None:
    """P20."""
    the_plan(REQUESTED).when(WITHDRAW).then(WITHDRAWN).when(WITHDRAW).then()
    the_plan(REQUESTED, COMPLETED).when(WITHDRAW).refused("assessment_not_open")
    the_plan(REQUESTED, WITHDRAWN).when(COMPLETE).refused("assessment_not_open")


def test_a_completed_assessment_is_shared_with_the_team_for_a_purpose() -> None:
    """INV-61."""
    the_plan(REQUESTED, COMPLETED).when(SHARE).then(SHARED).when(SHARE).then()
    other = but(SHARE, purpose="follow-up")
    the_plan(REQUESTED, COMPLETED, SHARED).when(other).then(
        SHARED.model_copy(update={"purpose": "follow-up"})
    )
    for before in ((REQUESTED,), (REQUESTED, WITHDRAWN)):
        the_plan(*before).when(SHARE).refused("assessment_not_completed")
    the_plan(REQUESTED, COMPLETED).when(but(SHARE, by=BY_ANNA)).refused("not_around_family")


def test_it_is_shared_with_the_consent_of_the_adult_whom_it_is_about_or_of_an_adult() -> None:
    """INV-61: a child's word alone is not enough; nobody is asked who isn't of the family."""
    of_anna = the_plan(REQUESTED.model_copy(update={"person": ANNA}), COMPLETED)
    of_bo = the_plan(REQUESTED, COMPLETED)
    of_anna.when(but(SHARE, consented_by=(BO,))).refused("sharing_without_consent")
    of_bo.when(but(SHARE, consented_by=(BO,))).refused("sharing_without_consent")
    of_bo.when(but(SHARE, consented_by=(ANNA, BO))).then(
        SHARED.model_copy(update={"consented_by": (ANNA, BO)})
    )
    of_anna.when(SHARE).then(SHARED)
    of_anna.when(but(SHARE, consented_by=())).refused("nobody_named")
    of_anna.when(but(SHARE, consented_by=(STRANGER,))).refused("person_not_in_family")


@pytest.mark.parametrize("command", [COMPLETE, WITHDRAW, SHARE], ids=lambda each: type(each).__name__)
def test_an_assessment_was_requested(command: Command) -> None:
    """A15."""
    the_plan().when(command).refused("assessment_unknown")


@pytest.mark.parametrize(("command", "event"), [(COMPLETE, COMPLETED), (WITHDRAW, WITHDRAWN)])
def test_it_settles_what_the_meetings_had_decided_by_then(command: Command, event: object) -> None:
    """INV-23: a meeting that decides on it anew asks for another."""
    settles = event.model_copy(update={"settles": (MEETING,)})  # type: ignore[attr-defined]
    after = the_plan(REQUESTED).with_known(known(HELD)).when(command).then(settles)
    assert unsettled(after.state) == {}
    later = after.with_known(known(HELD, AGAIN))
    assert unsettled(later.state) == {NEXT_MEETING: ("health",)}


def test_another_domain_settles_nothing() -> None:
    """INV-23."""
    school = REQUESTED.model_copy(update={"domain": "school"})
    after = the_plan(school).with_known(known(HELD)).when(COMPLETE).then(COMPLETED)
    assert unsettled(after.state) == {MEETING: ("health",)}


def test_a_decision_without_domains_is_settled_by_any_assessment() -> None:
    """INV-23."""
    agreed = HELD.agreements.model_copy(update={"further_assessment_domains": ()})
    vague = HELD.model_copy(update={"agreements": agreed})
    after = the_plan(REQUESTED).with_known(known(vague))
    assert unsettled(after.state) == {MEETING: ("any",)}
    settled = COMPLETED.model_copy(update={"settles": (MEETING,)})
    assert unsettled(after.when(COMPLETE).then(settled).state) == {}


def test_a_decision_that_was_withdrawn_asks_for_nothing() -> None:
    """INV-23."""
    withdrawn = FurtherAssessmentWithdrawn(family=FAMILY, meeting=MEETING, reason="Not needed.")
    assert unsettled(the_plan().with_known(known(HELD, withdrawn)).state) == {}
