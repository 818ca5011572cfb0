"""What plans does when others speak: which commands an event leads to, and which events lead to none."""

from datetime import datetime

import pytest

from contracts.contacts.events import TeamMemberRemoved
from contracts.meetings.events import (
    AttendanceCorrected,
    AttendanceRecorded,
    Attendee,
    AttendeeKind,
    FamilyChairRecorded,
)
from contracts.plans.events import PlanApproved
from eventkeep.testing import said
from services.plans.doubt import QuestionApproval
from services.plans.reactions import SERVICE, react, react_to_own
from services.words import VOCABULARIES
from tests.unit.family import ANNA, FAMILY, MEETING, PLAN, SOFIE
from tests.unit.story import DRAFTED, HELD

AT = "2026-11-21T10:00:00+00:00"
CAME = (Attendee(kind=AttendeeKind.PERSON, id=ANNA, adult=True),)
RECORDED = AttendanceRecorded(family=FAMILY, meeting=MEETING, attendees=CAME)
CORRECTED = AttendanceCorrected(family=FAMILY, meeting=MEETING, attendees=CAME, reason="wrong-list")
CHAIRED = FamilyChairRecorded(family=FAMILY, meeting=MEETING, persons=(ANNA,))
APPROVED = PlanApproved(
    family=FAMILY, plan=PLAN, revision=3, meeting=MEETING, approvals=(), approved_by=(ANNA,)
)


def question(version: int) -> QuestionApproval:
    """The command that looks at the approval again."""
    return QuestionApproval(
        by=SERVICE, at=datetime.fromisoformat(AT), family=FAMILY, meeting=MEETING, meetings_version=version
    )


@pytest.mark.parametrize("event", [RECORDED, CORRECTED, CHAIRED], ids=["recorded", "corrected", "chair"])
def test_changed_facts_of_a_meeting_question_its_approval(event: AttendanceRecorded) -> None:
    """INV-20, INV-21."""
    assert react(VOCABULARIES, said(event, "meetings", 5, AT)) == [question(5)]


def test_other_events_lead_to_nothing() -> None:
    assert react(VOCABULARIES, said(HELD, "meetings", 6, AT)) == []
    removed = TeamMemberRemoved(family=FAMILY, professional=SOFIE)
    assert react(VOCABULARIES, said(removed, "contacts", 6, AT)) == []


def test_an_approval_is_looked_at_once_more() -> None:
    """INV-20: the meeting's facts may have moved while the approval was decided."""
    told = said(APPROVED, "plans", 9, AT, causes={"meetings": 4, "contacts": 7})
    assert react_to_own(VOCABULARIES["plans"], told, {"meetings": 5, "contacts": 7}) == [question(5)]
    assert react_to_own(VOCABULARIES["plans"], told, {"meetings": 4, "contacts": 8}) == []
    assert react_to_own(VOCABULARIES["plans"], said(DRAFTED, "plans", 1, AT), {"meetings": 1}) == []
