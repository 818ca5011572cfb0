"""What a follow-up looks back on, and when the next one is overdue."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from contracts.contacts.events import FamilyMemberAdded, FamilyMemberLeft, Member, Role
from contracts.ids import GoalId
from contracts.meetings.events import (
    FollowUpOverdue,
    InterimGoalReview,
    MeetingKind,
    NetworkMeetingScheduled,
    Wellbeing,
)
from eventkeep.testing import Given
from services.meetings.agreements import HoldMeeting, WellbeingReview
from services.meetings.dues import dues
from services.meetings.known_contacts import evolve_contacts
from services.meetings.reference import Known
from tests.unit.family import ANNA, BO, BY_TEAM, CLARA, FAMILY, GOAL, MEETING, OTHER_GOAL, numbered
from tests.unit.meetings_commands import HOLD, LATE, NOTE_FOLLOW_UP
from tests.unit.meetings_story import ATTENDED, CALLED, KNOWN, NEXT_MEETING, SAT, met, the_meeting
from tests.unit.story import HELD, STARTS

CLARA_CAME = FamilyMemberAdded(
    family=FAMILY, member=Member(person=CLARA, role=Role.CHILD, name="Clara Example")
)
WITH_CLARA = Known(evolve_contacts(KNOWN.contacts, CLARA_CAME), KNOWN.plans)
BO_IS_WELL, CLARA_IS_NOT = (
    Wellbeing(person=BO, concern=False),
    Wellbeing(person=CLARA, concern=True, words="Sad."),
)
SEEN = (WellbeingReview(person=BO, concern=False), WellbeingReview(person=CLARA, concern=True, words="Sad."))
REACHED = InterimGoalReview(goal=GOAL, reached=True)
NEXT_DAY = datetime(2024, 4, 30, 9, 0, tzinfo=UTC)
NEXT_CALLED = CALLED.model_copy(
    update={"meeting": NEXT_MEETING, "kind": MeetingKind.FOLLOW_UP, "starts_at": NEXT_DAY}
)
FOLLOW_UP: dict[str, Any] = {
    "meeting": NEXT_MEETING,
    "held_at": NEXT_DAY,
    "at": NEXT_DAY,
    "follow_up_on": date(2024, 9, 1),
    "wellbeing": SEEN,
    "interim_reviews": (REACHED,),
}
FOLLOWED_UP = HELD.model_copy(
    update={
        "meeting": NEXT_MEETING,
        "held_at": NEXT_DAY,
        "agreements": HELD.agreements.model_copy(update={"follow_up_on": date(2024, 9, 1)}),
        "wellbeing": (BO_IS_WELL, CLARA_IS_NOT),
        "interim_reviews": (REACHED,),
    }
)
OVERDUE = FollowUpOverdue(family=FAMILY, meeting=MEETING, due_on=date(2024, 5, 1))


def follow_up(called: NetworkMeetingScheduled = NEXT_CALLED) -> Given:
    """A first meeting was held, and the next one is called to follow up."""
    return met(CALLED, ATTENDED, SAT, HELD, called).with_known(WITH_CLARA)


def holding(**different: Any) -> HoldMeeting:
    """The follow-up is held."""
    return HOLD.model_copy(update={**FOLLOW_UP, **different})


def test_a_follow_up_looks_at_each_child_and_each_goal_until_now() -> None:
    """INV-46, P32, P34, A46. The second follow-up is never said to be late. X-03."""
    follow_up().when(holding()).then(FOLLOWED_UP)


def test_each_childs_wellbeing_is_on_every_follow_up() -> None:
    """INV-46: children and the young."""
    for some in ((), SEEN[:1], SEEN[1:]):
        follow_up().when(holding(wellbeing=some)).refused("wellbeing_missing")
    gone = FamilyMemberLeft(family=FAMILY, person=CLARA, reason="moved")
    known = Known(evolve_contacts(WITH_CLARA.contacts, gone), KNOWN.plans)
    without = FOLLOWED_UP.model_copy(update={"wellbeing": (BO_IS_WELL,)})
    follow_up().with_known(known).when(holding(wellbeing=SEEN[:1])).then(without)


def test_it_is_the_childrens_wellbeing() -> None:
    """INV-46."""
    anna = WellbeingReview(person=ANNA, concern=False)
    follow_up().when(holding(wellbeing=(*SEEN, anna))).refused("wellbeing_not_of_child")


def test_each_goal_of_the_meeting_before_is_looked_at() -> None:
    """A46: those alone."""
    follow_up().when(holding(interim_reviews=())).refused("interim_goals_not_reviewed")
    other = InterimGoalReview(goal=OTHER_GOAL, reached=False)
    follow_up().when(holding(interim_reviews=(REACHED, other))).refused("goal_not_agreed_before")


def test_the_meeting_before_is_the_one_held_before() -> None:
    """A46: not one that was held later and recorded earlier."""
    agreed = HELD.agreements.model_copy(update={"interim_goals": (numbered(GoalId, 3),)})
    later = {
        "meeting": numbered(type(MEETING), 3),
        "held_at": NEXT_DAY + timedelta(days=1),
        "agreements": agreed,
    }
    third = CALLED.model_copy(update={"meeting": later["meeting"]})
    at = {"at": NEXT_DAY + timedelta(days=2)}
    met(CALLED, HELD, third, HELD.model_copy(update=later), NEXT_CALLED).with_known(WITH_CLARA).when(
        holding(**at)
    ).then(FOLLOWED_UP)


@pytest.mark.parametrize("kind", [MeetingKind.NETWORK, MeetingKind.START_UP, MeetingKind.FINAL_APPROVAL])
def test_other_meetings_may_look_back_and_need_not(kind: MeetingKind) -> None:
    """INV-46, A46: what they say is about the same children and goals."""
    called = NEXT_CALLED.model_copy(update={"kind": kind})
    bare = FOLLOWED_UP.model_copy(update={"wellbeing": (), "interim_reviews": ()})
    follow_up(called).when(holding(wellbeing=(), interim_reviews=())).then(bare)
    follow_up(called).when(holding()).then(FOLLOWED_UP)
    other = InterimGoalReview(goal=OTHER_GOAL, reached=False)
    follow_up(called).when(holding(interim_reviews=(other,))).refused("goal_not_agreed_before")


def test_a_follow_up_that_nobody_held_is_overdue_once() -> None:
    """A24, INV-26: at the end of its day."""
    held = the_meeting(ATTENDED, SAT, HELD)
    held.when(NOTE_FOLLOW_UP).then(OVERDUE).when(NOTE_FOLLOW_UP).then()
    early = NOTE_FOLLOW_UP.model_copy(update={"at": LATE - timedelta(seconds=1)})
    held.when(early).then()
    held.when(NOTE_FOLLOW_UP.model_copy(update={"due_on": date(2024, 4, 1)})).then()
    the_meeting().when(NOTE_FOLLOW_UP).then()


def test_a_meeting_by_the_agreed_day_is_the_follow_up() -> None:
    """A24, P32: one that was held later doesn't undo that the day was missed."""
    follow_up().when(holding()).after.when(NOTE_FOLLOW_UP).then()
    afterwards = {"held_at": LATE, "at": LATE + timedelta(days=1)}
    missed = follow_up().when(holding(**afterwards))
    assert missed.refusal is None
    missed.after.when(NOTE_FOLLOW_UP.model_copy(update={"at": LATE + timedelta(days=1)})).then(OVERDUE)


@pytest.mark.parametrize("kind", [kind for kind in MeetingKind if kind is not MeetingKind.FOLLOW_UP])
def test_a_meeting_of_another_kind_is_no_follow_up(kind: MeetingKind) -> None:
    """INV-46, A24, A46: it need not look at the children, nor at the goals until now."""
    other = follow_up(NEXT_CALLED.model_copy(update={"kind": kind}))
    met_again = other.when(holding(wellbeing=(), interim_reviews=())).after
    met_again.when(NOTE_FOLLOW_UP).then(OVERDUE)
    assert [due.on for due in dues(FAMILY, met_again.state)] == [date(2024, 5, 1), date(2024, 9, 1)]


def test_a_follow_up_looks_at_the_goals_that_a_meeting_passed_over() -> None:
    """A46: those of each meeting before, until one has looked at them."""
    between = HELD.model_copy(
        update={
            "meeting": numbered(type(MEETING), 3),
            "held_at": NEXT_DAY - timedelta(days=9),
            "agreements": HELD.agreements.model_copy(update={"interim_goals": (OTHER_GOAL,)}),
        }
    )
    called = CALLED.model_copy(update={"meeting": between.meeting})
    passed_over = met(CALLED, HELD, called, between, NEXT_CALLED).with_known(WITH_CLARA)
    other = InterimGoalReview(goal=OTHER_GOAL, reached=False)
    both = (REACHED, other)
    for some in ((REACHED,), (other,)):
        passed_over.when(holding(interim_reviews=some)).refused("interim_goals_not_reviewed")
    passed_over.when(holding(interim_reviews=both)).then(
        FOLLOWED_UP.model_copy(update={"interim_reviews": both})
    )
    looked = between.model_copy(update={"interim_reviews": (REACHED,)})
    seen = met(CALLED, HELD, called, looked, NEXT_CALLED).with_known(WITH_CLARA)
    seen.when(holding(interim_reviews=both)).refused("goal_not_agreed_before")
    alone = {"interim_reviews": (other,)}
    seen.when(holding(**alone)).then(FOLLOWED_UP.model_copy(update=alone))


def test_a_meeting_says_one_thing_of_each_child_and_goal() -> None:
    """INV-46, A46: which of two is meant, nobody knows."""
    worse = SEEN[0].model_copy(update={"concern": True})
    follow_up().when(holding(wellbeing=(*SEEN, worse))).refused("reviewed_twice")
    missed = REACHED.model_copy(update={"reached": False})
    follow_up().when(holding(interim_reviews=(REACHED, missed))).refused("reviewed_twice")


def test_only_our_own_clock_says_so() -> None:
    """A24, INV-40."""
    the_meeting(HELD).when(NOTE_FOLLOW_UP.model_copy(update={"by": BY_TEAM})).refused("for_services_only")


def test_the_clock_is_told_what_is_due() -> None:
    """A24, INV-26: until it was said, or a meeting was held in time."""
    state = the_meeting(HELD).state
    (due,) = dues(FAMILY, state)
    assert (due.subject, due.on) == (f"follow-up/{MEETING}", date(2024, 5, 1))
    assert due.command(LATE).model_dump(exclude={"by"}) == NOTE_FOLLOW_UP.model_dump(exclude={"by"})
    assert list(dues(FAMILY, the_meeting(HELD, OVERDUE).state)) == []
    assert list(dues(FAMILY, the_meeting().state)) == []
    assert [d.on for d in dues(FAMILY, follow_up().when(holding()).after.state)] == [date(2024, 9, 1)]
    never = HELD.agreements.model_copy(update={"follow_up_on": date.max})
    assert list(dues(FAMILY, the_meeting(HELD.model_copy(update={"agreements": never})).state)) == []
    assert STARTS < LATE
