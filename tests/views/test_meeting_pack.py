"""What a meeting needs on the table, and what is missing before it can be closed or the plan approved."""

from typing import Any

import pytest

from contracts.ids import ChallengeId
from contracts.meetings.events import AttendanceRecorded, MeetingKind, PartPresented
from contracts.plans.events import DisagreementTakenOn, PlanPartWritten, RealityChallengeRaised
from contracts.shapes import Event
from eventkeep.refused import Refused
from services.overview.meeting_pack import AGREED, document
from tests.unit.family import ANNA, BO, CLARA, FAMILY, MEETING, PLAN, numbered
from tests.views.around import CONTACTS
from tests.views.met import ATTENDED, CHAIRED, MEETINGS, NEXT_MEETING, PROPOSED, called
from tests.views.planned import COOK, PLANS, SCHOOL_AREA, SLEEP
from tests.views.shown import family_plan

BASE = (*CONTACTS, *MEETINGS, *PLANS)


def pack(*events: Event, meeting: str = NEXT_MEETING, base: tuple[Event, ...] = BASE) -> dict[str, Any]:
    """The pack of a meeting."""
    return document(family_plan(*base, *events), meeting)


def test_the_plan_on_the_table_says_whether_it_changed_since() -> None:
    """INV-19: called over revision 6, and it is 7 now."""
    assert pack()["plan"] == {
        "on_the_table": 6,
        "now": 7,
        "changed_since_called": True,
        "status": "approved",
        "approved_revision": 7,
        "withheld_by": [],
        "disagreements": [],
    }
    assert pack(meeting=MEETING)["plan"]["changed_since_called"] is False
    taken = DisagreementTakenOn(
        family=FAMILY, plan=PLAN, meeting=MEETING, next_meeting=NEXT_MEETING, about="Work."
    )
    assert [each["about"] for each in pack(taken)["plan"]["disagreements"]] == ["Work."]
    assert pack(taken, meeting=MEETING)["plan"]["disagreements"] == []


def test_the_agenda_and_the_parts_to_present() -> None:
    """A19, P18: of those who have a part."""
    own = PlanPartWritten(family=FAMILY, person=ANNA, words="I cook.", revision=8)
    none = PlanPartWritten(family=FAMILY, person=BO, no_part_because="Exams.", revision=9)
    presented = PartPresented(family=FAMILY, meeting=NEXT_MEETING, person=ANNA)
    assert pack(own, none)["to_present"] == [{"person": ANNA, "presented": False}]
    assert pack(own, none, presented)["to_present"] == [{"person": ANNA, "presented": True}]
    assert pack(own, none, presented)["missing_before_approval"]["parts"] == [CLARA]
    assert [each["item"] for each in pack(meeting=MEETING)["agenda"]] == [PROPOSED.item]


def test_what_is_missing_before_it_can_be_closed() -> None:
    """INV-20, INV-25 to INV-30: nothing once it was held."""
    assert pack()["missing_before_close"] == ["attendance", "family-chair", *AGREED]
    came = AttendanceRecorded(family=FAMILY, meeting=NEXT_MEETING, attendees=ATTENDED.attendees)
    chaired = CHAIRED.model_copy(update={"meeting": NEXT_MEETING})
    assert pack(came)["missing_before_close"] == ["family-chair", *AGREED]
    assert pack(came, chaired)["missing_before_close"] == [*AGREED]
    assert pack(meeting=MEETING)["missing_before_close"] == []


def test_a_follow_up_looks_back_on_goals_and_children() -> None:
    """A46, INV-46: a goal that the plan lacks has no words."""
    called_back = called(NEXT_MEETING).model_copy(update={"kind": MeetingKind.FOLLOW_UP})
    base = (*CONTACTS, *MEETINGS[:-1], called_back, *PLANS)
    shown = pack(base=base)
    assert shown["to_look_back_on"] == {
        "interim_goals": [{"goal": COOK, "own_words": "A goal."}, {"goal": SLEEP, "own_words": None}],
        "children": [BO, CLARA],
    }
    assert shown["missing_before_close"][2:4] == ["wellbeing", "interim-goal-reviews"]
    assert pack()["to_look_back_on"] == {"interim_goals": [], "children": []}


def test_what_stands_between_the_plan_and_its_approval() -> None:
    """INV-23, INV-41."""
    challenge = RealityChallengeRaised(
        family=FAMILY, challenge=numbered(ChallengeId, 1), focus_area=SCHOOL_AREA, words="First?"
    )
    shown = pack(challenge)["missing_before_approval"]
    assert shown["challenges"] == [challenge.challenge]
    assert shown["further_assessment_needed"] is True
    assert shown["parts"] == [ANNA, BO, CLARA]
    assert document(family_plan(*CONTACTS, called(NEXT_MEETING)), NEXT_MEETING)["plan"]["now"] is None


def test_a_meeting_that_the_plan_does_not_name_is_refused() -> None:
    """It may be another family's: nothing is said of it."""
    with pytest.raises(Refused) as refused:
        pack(meeting=numbered(type(MEETING), 77))
    assert refused.value.code == "meeting_unknown"
