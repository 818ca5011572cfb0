"""How a network meeting is called, moved and cancelled, and who leads it through."""

from typing import Any

import pytest

from contracts.ids import MeetingId
from contracts.meetings.events import (
    FacilitatorAssigned,
    MeetingKind,
    NetworkMeetingCancelled,
    NetworkMeetingRescheduled,
    Place,
)
from eventkeep.testing import given
from services.meetings.reference import Known, PlansFacts
from tests.unit.family import FAMILY, MEETING, PLAN, SOFIE, numbered
from tests.unit.meetings_commands import CALL, CANCEL, EVERY_COMMAND, FACILITATE, HOLD, MOVE
from tests.unit.meetings_story import (
    ATTENDED,
    CALLED,
    KNOWN,
    MEETINGS,
    OTHER_HELD,
    PRE_HELD,
    SAT,
    met,
    the_meeting,
)
from tests.unit.story import HELD

MOVED = NetworkMeetingRescheduled(family=FAMILY, meeting=MEETING, starts_at=MOVE.starts_at, place=Place.HOME)
CANCELLED = NetworkMeetingCancelled(family=FAMILY, meeting=MEETING, reason="illness")
ELSEWHERE = {"place": Place.OTHER, "place_reason": "The flat is being repaired."}
OF_A_MEETING = [c for c in EVERY_COMMAND if getattr(c, "meeting", None) == MEETING and c.by.kind != "service"]


def test_a_meeting_is_called_at_home_over_the_current_plan() -> None:
    """A21, INV-34: the home is preset."""
    met().when(CALL).then(CALLED)
    the_meeting().when(CALL).refused("meeting_scheduled_already")


@pytest.mark.parametrize("before", [PRE_HELD, OTHER_HELD], ids=["pre-meeting", "visitation"])
def test_a_meeting_has_an_id_of_its_own(before: Any) -> None:
    """A21: whatever kind of meeting has it."""
    met(before).when(CALL.model_copy(update={"meeting": before.meeting})).refused("meeting_recorded_already")


@pytest.mark.parametrize("kind", [MeetingKind.START_UP, MeetingKind.FOLLOW_UP, MeetingKind.FINAL_APPROVAL])
def test_it_is_said_what_a_meeting_is_for(kind: MeetingKind) -> None:
    """A22, P22, P32."""
    what = {"kind": kind}
    met().when(CALL.model_copy(update=what)).then(CALLED.model_copy(update=what))


@pytest.mark.parametrize("kind", [MeetingKind.VISITATION, MeetingKind.JOINT])
def test_a_meeting_without_a_plan_is_not_called(kind: MeetingKind) -> None:
    """R24, R45: it is recorded when it was held."""
    met().when(CALL.model_copy(update={"kind": kind})).refused("meeting_without_plan")


def test_another_place_needs_a_reason() -> None:
    """INV-34."""
    elsewhere = CALL.model_copy(update={"place": Place.OTHER})
    met().when(elsewhere).refused("place_without_reason")
    why = {"place": Place.OTHER, "place_reason": "The flat is being repaired."}
    met().when(CALL.model_copy(update=why)).then(CALLED.model_copy(update=why))


def test_the_current_revision_is_on_the_table() -> None:
    """INV-19."""
    for wrong in ({"revision": 0}, {"revision": 2}, {"plan": numbered(type(PLAN), 2)}):
        called = met().when(CALL.model_copy(update=wrong))
        refusal = called.refused("revision_not_current")
        assert refusal.facts == {"revision": "1"}
    unknown_plan = Known(KNOWN.contacts, PlansFacts())
    given(MEETINGS).with_known(unknown_plan).when(CALL).refused("revision_not_current")


def test_a_family_meets_more_than_once() -> None:
    """A21."""
    again = {"meeting": numbered(MeetingId, 2)}
    the_meeting(ATTENDED, SAT, HELD).when(CALL.model_copy(update=again)).then(CALLED.model_copy(update=again))


def test_a_meeting_moves_to_another_time() -> None:
    """A21."""
    the_meeting().when(MOVE).then(MOVED).when(MOVE).then()


def test_a_meeting_moves_to_another_place_with_a_reason() -> None:
    """INV-34: also where it is elsewhere already, since nobody here knows where."""
    the_meeting().when(MOVE.model_copy(update={"place": Place.OTHER})).refused("place_without_reason")
    moved = MOVED.model_copy(update=ELSEWHERE)
    away = the_meeting().when(MOVE.model_copy(update=ELSEWHERE)).then(moved)
    away.when(MOVE.model_copy(update=ELSEWHERE)).then(moved)
    away.when(MOVE).then(MOVED)


def test_a_meeting_is_cancelled_once() -> None:
    """A21."""
    the_meeting().when(CANCEL).then(CANCELLED).when(CANCEL).then()


@pytest.mark.parametrize(
    "command", [c for c in OF_A_MEETING if c not in (CALL, CANCEL)], ids=lambda c: type(c).__name__
)
def test_nothing_happens_at_a_cancelled_meeting(command: Any) -> None:
    """A21."""
    the_meeting(CANCELLED).when(command).refused("meeting_cancelled")


@pytest.mark.parametrize("command", [MOVE, CANCEL, FACILITATE, HOLD], ids=lambda c: type(c).__name__)
def test_what_was_held_is_neither_moved_nor_cancelled(command: Any) -> None:
    """A21."""
    the_meeting(ATTENDED, SAT, HELD).when(command).refused("meeting_held_already")


@pytest.mark.parametrize("command", [c for c in OF_A_MEETING if c != CALL], ids=lambda c: type(c).__name__)
def test_a_meeting_is_called_before_anything_happens_at_it(command: Any) -> None:
    """A21."""
    met().when(command).refused("meeting_unknown")


def test_somebody_leads_the_meeting_through() -> None:
    """P50, R31: a consultant from outside, or another one later."""
    assigned = FacilitatorAssigned(family=FAMILY, meeting=MEETING, facilitator=FACILITATE.facilitator)
    led = the_meeting().when(FACILITATE).then(assigned)
    led.when(FACILITATE).then()
    other = {"facilitator": SOFIE}
    led.when(FACILITATE.model_copy(update=other)).then(assigned.model_copy(update=other))
