"""When a later fact about the meeting raises doubt about the approval."""

from dataclasses import replace

from contracts.contacts.events import ProfessionalDetached, TeamMemberAdded
from contracts.plans.events import ApprovalQuestioned
from services.plans.doubt import contradiction
from services.plans.reference import Known, evolve_contacts
from tests.unit.family import ANNA, BO, BY_ANNA, BY_TEAM, FAMILY, MEETING, PLAN, SOFIE, TOMAS, ULLA
from tests.unit.test_plans_approval import (
    APPROVE,
    APPROVED,
    CHAIRED,
    GOOD_MEETING,
    LOOK_AGAIN,
    OTHER_MEETING,
    corrected,
    known,
    the_plan,
)


def questioned(rule: str, reason: str, version: int = 5) -> ApprovalQuestioned:
    """Doubt about the approval."""
    return ApprovalQuestioned(
        family=FAMILY, plan=PLAN, meeting=MEETING, rule=rule, reason=reason, meetings_version=version
    )


def test_a_correction_that_contradicts_the_approval_is_said_once() -> None:
    """INV-20: the race of attendance corrected after approval; never silence, never twice for one version."""
    late = the_plan(APPROVED).with_known(known(*GOOD_MEETING, corrected(BO, SOFIE, TOMAS)))
    doubted = late.when(LOOK_AGAIN).then(questioned("inv-20", "no_adult_present"))
    doubted.when(LOOK_AGAIN).then()
    later = LOOK_AGAIN.model_copy(update={"meetings_version": 6})
    doubted.when(later).then(questioned("inv-20", "no_adult_present", version=6))


def test_late_triggers_question_once_by_what_the_meetings_say_now() -> None:
    """INV-20: what came to be known meanwhile is named, and an older trigger after it says nothing new."""
    facts = replace(known(*GOOD_MEETING, corrected(BO, SOFIE, TOMAS)), at={"meetings": 7})
    doubted = the_plan(APPROVED).with_known(facts).when(LOOK_AGAIN)
    doubted.then(questioned("inv-20", "no_adult_present", version=7)).when(
        LOOK_AGAIN.model_copy(update={"meetings_version": 6})
    ).then()


def test_somebody_else_at_the_head_of_the_table_raises_doubt() -> None:
    """INV-20."""
    nobody = CHAIRED.model_copy(update={"persons": ()})
    the_plan(APPROVED).with_known(known(*GOOD_MEETING, nobody)).when(LOOK_AGAIN).then(
        questioned("inv-20", "family_not_at_head")
    )


def test_a_team_member_who_came_after_all_raises_doubt() -> None:
    """INV-21."""
    only_sofie = APPROVED.model_copy(update={"approvals": APPROVED.approvals[:1]})
    the_plan(only_sofie).with_known(known(*GOOD_MEETING)).when(LOOK_AGAIN).then(
        questioned("inv-21", "approval_missing")
    )


def test_a_correction_that_contradicts_nothing_says_nothing() -> None:
    """INV-20."""
    fine = known(*GOOD_MEETING, corrected(ANNA, SOFIE, TOMAS))
    the_plan(APPROVED).with_known(fine).when(LOOK_AGAIN).then()


def test_only_the_meeting_of_the_approval_matters() -> None:
    """INV-20: nothing approved, or approved elsewhere."""
    wrong = known(*GOOD_MEETING, corrected(BO))
    the_plan().with_known(wrong).when(LOOK_AGAIN).then()
    elsewhere = APPROVED.model_copy(update={"meeting": OTHER_MEETING})
    the_plan(elsewhere).with_known(wrong).when(LOOK_AGAIN).then()


def test_nobody_but_the_service_itself_looks_again() -> None:
    """INV-20."""
    for by in (BY_TEAM, BY_ANNA):
        the_plan(APPROVED).when(LOOK_AGAIN.model_copy(update={"by": by})).refused("for_services_only")


def test_a_doubted_approval_may_be_given_again() -> None:
    """INV-20: the correction was itself wrong; the same approval is a decision again."""
    doubt = questioned("inv-20", "no_adult_present")
    the_plan(APPROVED, doubt).with_known(known(*GOOD_MEETING)).when(APPROVE).then(APPROVED)


def test_one_question_is_asked_before_the_approval_and_after() -> None:
    """INV-20, INV-21: who joined the team since counts, who was detached since does not stand in the way."""
    meetings = known(*GOOD_MEETING)
    assert contradiction(meetings, MEETING, (SOFIE, TOMAS), (ANNA,)) is None
    contacts = evolve_contacts(meetings.contacts, TeamMemberAdded(family=FAMILY, professional=ULLA))
    joined = contradiction(Known(contacts, meetings.meetings), MEETING, (SOFIE, TOMAS), (ANNA,))
    assert joined is not None
    assert (joined.code, joined.rule) == ("approval_missing", "INV-21")
    gone = ProfessionalDetached(family=FAMILY, professional=TOMAS, reason="left")
    detached = Known(evolve_contacts(meetings.contacts, gone), meetings.meetings)
    assert contradiction(detached, MEETING, (SOFIE, TOMAS), (ANNA,)) is None
