"""What plans does when others speak: which commands an event leads to, and which events lead to none."""

from datetime import datetime

import pytest

from contracts.contacts.events import FamilyClosed, HouseholdSplit, TeamMemberRemoved
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
from services.plans.drafting import ClosePlan
from services.plans.households import AskGoals
from services.plans.reactions import SERVICE, react, react_to_own
from services.words import VOCABULARIES
from tests.unit.family import ANNA, FAMILY, MEETING, PLAN, SOFIE
from tests.unit.planning import INTO
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


def test_a_split_asks_what_happens_to_the_open_goals() -> None:
    """R01, A04."""
    split = HouseholdSplit(family=FAMILY, into=INTO, moved=(ANNA,))
    ask = AskGoals(by=SERVICE, at=datetime.fromisoformat(AT), family=FAMILY, into=INTO)
    assert react(VOCABULARIES, said(split, "contacts", 9, AT)) == [ask]


def test_a_closed_case_closes_the_plan() -> None:
    """R01, A01, INV-16."""
    closed = FamilyClosed(family=FAMILY, reason="moved-away")
    close = ClosePlan(by=SERVICE, at=datetime.fromisoformat(AT), family=FAMILY, reason="moved-away")
    assert react(VOCABULARIES, said(closed, "contacts", 9, AT)) == [close]


def test_what_is_not_listened_to_leads_to_nothing() -> None:
    """X-09."""
    assert react({}, said(DRAFTED, "plans", 1, AT)) == []
