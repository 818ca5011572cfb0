"""How a preliminary approval differs from a final one: open assessments, and a later meeting."""

from datetime import timedelta

from contracts.ids import MeetingId, PlanId
from contracts.meetings.events import FurtherAssessmentWithdrawn
from contracts.plans.events import (
    AssessmentCompleted,
    AssessmentRequested,
    AssessmentWithdrawn,
    Method,
    PlanApproved,
    Stage,
)
from tests.unit.family import FAMILY, MEETING, numbered
from tests.unit.planning import (
    ASSESSMENT,
    NEXT_MEETING,
    but,
)
from tests.unit.story import HELD, STARTS
from tests.unit.test_plans_approval import (
    APPROVE,
    APPROVED,
    ATTENDED,
    CHAIRED,
    GOOD_MEETING,
    MEETING_HELD,
)
from tests.unit.test_plans_readiness import FOR_NOW, PRELIMINARY, met, ready

NEEDED = HELD.model_copy(update={"revision": 2})
AT_NEXT = {"meeting": NEXT_MEETING}
NEXT_HELD = MEETING_HELD.model_copy(update={**AT_NEXT, "held_at": STARTS + timedelta(days=1)})
NEXT_GOOD = (*(each.model_copy(update=AT_NEXT) for each in GOOD_MEETING[:3]), NEXT_HELD)
REQUESTED = AssessmentRequested(family=FAMILY, assessment=ASSESSMENT, domain="health", department="health")
COMPLETED = AssessmentCompleted(
    family=FAMILY, assessment=ASSESSMENT, methods=(Method.VUM,), conclusion="Fine.", settles=(MEETING,)
)
WITHDRAWN = AssessmentWithdrawn(family=FAMILY, assessment=ASSESSMENT, reason="not-needed", settles=(MEETING,))


def test_an_assessment_that_was_asked_for_blocks_the_final_plan_alone() -> None:
    """INV-23, P20, Q13."""
    refused = ready(REQUESTED).when(APPROVE).refused("assessment_open")
    assert refused.facts == {"assessments": ASSESSMENT, "domains": ""}
    ready(REQUESTED).when(PRELIMINARY).then(FOR_NOW)
    for settled in (COMPLETED, WITHDRAWN):
        ready(REQUESTED, settled).when(APPROVE).then(APPROVED)


def test_a_decision_to_look_further_blocks_the_final_plan_alone() -> None:
    """INV-23: until an assessment is completed or withdrawn, or the decision is."""
    decided = (*GOOD_MEETING[:3], NEEDED)
    refused = met(ready(), *decided).when(APPROVE).refused("assessment_open")
    assert refused.facts == {"assessments": "", "domains": "health"}
    met(ready(), *decided).when(PRELIMINARY).then(FOR_NOW)
    for settled in (COMPLETED, WITHDRAWN):
        met(ready(REQUESTED, settled), *decided).when(APPROVE).then(APPROVED)
    withdrawn = FurtherAssessmentWithdrawn(family=FAMILY, meeting=MEETING, reason="Not needed.")
    met(ready(), *decided, withdrawn).when(APPROVE).then(APPROVED)


def test_a_decision_of_another_meeting_counts_too() -> None:
    """INV-23: what the first meeting decided is open at the second."""
    first = NEEDED.model_copy(update={"meeting": numbered(MeetingId, 3)})
    met(ready(), first, *GOOD_MEETING).when(APPROVE).refused("assessment_open")


def test_what_was_decided_over_an_earlier_plan_blocks_no_other() -> None:
    """INV-23, INV-16: it was settled, or fell, with that plan."""
    earlier = NEEDED.model_copy(update={"meeting": numbered(MeetingId, 3), "plan": numbered(PlanId, 7)})
    met(ready(), earlier, *GOOD_MEETING).when(APPROVE).then(APPROVED)


def test_a_final_plan_is_approved_at_a_later_meeting_than_the_preliminary_one() -> None:
    """INV-24, P22."""
    ready(FOR_NOW).when(APPROVE).refused("final_needs_later_meeting")
    later = met(ready(FOR_NOW), *GOOD_MEETING, *NEXT_GOOD)
    final = APPROVED.model_copy(update=AT_NEXT)
    later.when(but(APPROVE, **AT_NEXT)).then(final)
    earlier = met(ready(FOR_NOW.model_copy(update=AT_NEXT)), *GOOD_MEETING, *NEXT_GOOD)
    earlier.when(APPROVE).refused("final_needs_later_meeting")
    recorded_late = met(ready(FOR_NOW.model_copy(update=AT_NEXT)), *NEXT_GOOD, *GOOD_MEETING)
    recorded_late.when(APPROVE).refused("final_needs_later_meeting")


def test_a_final_plan_does_not_become_preliminary() -> None:
    """INV-24, Q13: but the next revision of it may."""
    ready(APPROVED).when(PRELIMINARY).refused("plan_final_already")
    older = APPROVED.model_copy(update={"revision": 1})
    ready(older).when(PRELIMINARY).then(FOR_NOW)


def test_a_preliminary_approval_says_nothing_twice() -> None:
    """INV-21."""
    yes = but(PRELIMINARY, answers=APPROVE.answers[:1])
    met_by_sofie = (GOOD_MEETING[0], ATTENDED.model_copy(update={"attendees": ATTENDED.attendees[:3]}))
    plan = met(ready(), *met_by_sofie, CHAIRED, GOOD_MEETING[3])
    approved = FOR_NOW.model_copy(update={"approvals": APPROVED.approvals[:1]})
    plan.when(yes).then(approved).when(yes).then()


def test_approvals_of_old_were_final() -> None:
    """Q13: before stages were told apart."""
    told = APPROVED.model_dump()
    del told["stage"]
    assert PlanApproved.model_validate(told).stage is Stage.FINAL
