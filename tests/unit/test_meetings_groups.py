"""A group course is formed, led, met in, and ended. P38, P39, P40, T15."""

from datetime import UTC, date, datetime

from contracts.ids import PersonId
from contracts.meetings.events import (
    Facilitator,
    GroupAttendanceCorrected,
    GroupChanged,
    GroupSessionCancelled,
    ParticipantLeft,
    Weekday,
)
from eventkeep.testing import given
from services.meetings.group_forming import Leading
from tests.unit.family import ANNA, BO, CLARA, FAMILY, STRANGER, TOMAS
from tests.unit.group_story import (
    AHEAD,
    ANNA_IN,
    CANCEL,
    CHANGE,
    CLARA_IN,
    CORRECT,
    END,
    ENDED,
    FORM,
    FORMED,
    GROUP,
    GROUPS,
    HELD,
    HOLD,
    LEADING,
    LED_BY,
    LET_GO,
    MET_AT,
    NEXT,
    NEXT_SCHEDULED,
    OTHER_FAMILY,
    PRESENT,
    PRESENTED,
    SCHEDULE,
    SCHEDULED,
    SESSION,
    TAKE_IN,
    TERM,
    the_group,
)

LEFT = ParticipantLeft(group=GROUP, person=ANNA, reason="found work", left_on=date(2024, 3, 1))


def test_a_group_is_formed_in_an_area_and_led_by_somebody() -> None:
    """P38, P39: geography is where it starts from."""
    given(GROUPS).when(FORM).then(FORMED)
    tomas = Leading(professional=TOMAS, called="Tomas")
    led = FORM.model_copy(update={"facilitators": (*LEADING, tomas, *LEADING)})
    both = (*LED_BY, Facilitator(professional=TOMAS, called="Tomas"))
    given(GROUPS).when(led).then(FORMED.model_copy(update={"facilitators": both}))
    given(GROUPS).when(FORM.model_copy(update={"facilitators": ()})).refused("facilitator_missing")


def test_a_group_meets_twice_a_week_unless_other_days_are_given() -> None:
    """T15: a default that may be changed, not a rule."""
    no_days = FORM.model_copy(update={"term": TERM.model_copy(update={"weekdays": ()})})
    given(GROUPS).when(no_days).then(FORMED)
    once = TERM.model_copy(update={"weekdays": (Weekday.MONDAY, Weekday.MONDAY)})
    monday = TERM.model_copy(update={"weekdays": (Weekday.MONDAY,)})
    given(GROUPS).when(FORM.model_copy(update={"term": once})).then(
        FORMED.model_copy(update={"term": monday})
    )


def test_a_term_ends_after_it_begins() -> None:
    """P38."""
    turned = TERM.model_copy(update={"ends_on": date(2024, 1, 31)})
    given(GROUPS).when(FORM.model_copy(update={"term": turned})).refused("group_ends_before_it_begins")
    the_group().when(CHANGE.model_copy(update={"term": turned})).refused("group_ends_before_it_begins")


def test_an_id_is_of_one_group() -> None:
    """P39."""
    the_group().when(FORM).refused("group_formed_already")


def test_others_may_lead_it_and_it_may_meet_on_other_days() -> None:
    """P38, T15."""
    changed = GroupChanged(group=GROUP, facilitators=LED_BY, term=CHANGE.term)
    after = the_group().when(CHANGE).then(changed)
    tomas = CHANGE.model_copy(update={"facilitators": (Leading(professional=TOMAS, called="Tomas"),)})
    his = (Facilitator(professional=TOMAS, called="Tomas"),)
    after = after.when(tomas).then(changed.model_copy(update={"facilitators": his}))
    after.when(END).refused("group_unknown")
    the_group().when(CHANGE.model_copy(update={"facilitators": ()})).refused("facilitator_missing")


def test_a_group_ends_once() -> None:
    """P38: what was held is still recorded, and nothing is planned any more."""
    after = the_group().when(END).then(ENDED)
    after.when(END).then()
    after.when(CHANGE).refused("group_ended")
    after.when(SCHEDULE).refused("group_ended")
    after = after.when(HOLD).then(*HELD)
    after.when(CORRECT).then(corrected(ANNA))


def test_a_participant_is_taken_in_once_and_goes_once() -> None:
    """P38, P40."""
    after = given(GROUPS, FORMED).when(TAKE_IN).then(ANNA_IN)
    after = after.when(TAKE_IN).then().when(LET_GO).then(LEFT)
    after = after.when(LET_GO).then().when(TAKE_IN).then(ANNA_IN)
    assert after.state.taking_part == {ANNA}
    assert after.state.participants[ANNA].of_family == FAMILY


def test_a_home_ends_the_part_that_its_member_takes_as_its_own() -> None:
    """P40, X-02: a person with two homes takes part as a member of one of them."""
    the_group().when(LET_GO.model_copy(update={"of_family": OTHER_FAMILY})).then()
    given(GROUPS, FORMED).when(LET_GO).then()
    assert given(GROUPS, FORMED, LEFT).state.participants == {}


def test_a_session_is_scheduled_within_the_term_and_may_be_moved() -> None:
    """P38, T15."""
    formed = given(GROUPS, FORMED)
    moved = SCHEDULED.model_copy(update={"starts_at": AHEAD})
    after = formed.when(SCHEDULE).then(SCHEDULED)
    after = after.when(SCHEDULE.model_copy(update={"starts_at": AHEAD})).then(moved)
    assert after.state.sessions[SESSION].starts_at == AHEAD
    for outside in (datetime(2024, 1, 31, 9, tzinfo=UTC), datetime(2024, 5, 31, 23, tzinfo=UTC)):
        late = SCHEDULE.model_copy(update={"starts_at": outside})
        formed.when(late).refused("group_session_outside_term")


def test_a_session_that_was_cancelled_or_held_is_not_scheduled_again() -> None:
    """P38."""
    cancelled = GroupSessionCancelled(group=GROUP, session=NEXT, reason="holiday")
    after = the_group().when(CANCEL).then(cancelled)
    again = SCHEDULE.model_copy(update={"session": NEXT})
    for command in (CANCEL, again, HOLD.model_copy(update={"session": NEXT})):
        after.when(command).refused("group_session_cancelled")
    after = the_group(*HELD)
    after.when(SCHEDULE).refused("group_session_held_already")
    after.when(CANCEL.model_copy(update={"session": SESSION})).refused("group_session_held_already")


def test_a_session_is_held_when_its_hour_has_come_and_it_is_said_who_came() -> None:
    """P38, T15, C03: of those who took part that day."""
    after = the_group().when(HOLD).then(*HELD)
    after.when(HOLD).then()
    after.when(HOLD.model_copy(update={"persons": (ANNA,)})).refused("group_session_held_already")
    the_group().when(HOLD.model_copy(update={"session": NEXT})).refused("meeting_not_over")
    the_group().when(HOLD.model_copy(update={"persons": (ANNA, STRANGER)})).refused("not_a_participant")
    twice = HOLD.model_copy(update={"persons": (ANNA, CLARA, ANNA)})
    the_group().when(twice).then(*HELD)
    given(GROUPS, FORMED).when(HOLD).refused("group_session_unknown")


def test_who_came_took_part_that_day() -> None:
    """P38: whoever left since did; whoever joined since didn't."""
    left_before = LEFT.model_copy(update={"left_on": date(2024, 2, 26)})
    the_group(left_before).when(HOLD).refused("not_a_participant")
    the_group(LEFT).when(HOLD).then(*HELD)
    late = CLARA_IN.model_copy(update={"joined_on": date(2024, 2, 28)})
    given(GROUPS, FORMED, ANNA_IN, late, SCHEDULED).when(HOLD).refused("not_a_participant")


def test_who_came_is_corrected_with_a_reason() -> None:
    """X-08."""
    the_group().when(CORRECT).refused("group_attendance_not_recorded")
    after = the_group(*HELD).when(CORRECT).then(corrected(ANNA))
    after.when(CORRECT).then()
    after.when(CORRECT.model_copy(update={"persons": (ANNA, BO)})).then(corrected(ANNA, BO))
    after.when(CORRECT.model_copy(update={"persons": (STRANGER,)})).refused("not_a_participant")


def test_an_offer_is_presented_in_a_session_once() -> None:
    """P40: as it is called that day."""
    after = the_group().when(PRESENT).then(PRESENTED)
    after.when(PRESENT).then()
    the_group().when(PRESENT.model_copy(update={"session": NEXT})).refused("meeting_not_over")
    given(GROUPS, FORMED).when(PRESENT).refused("group_session_unknown")


def test_what_is_said_of_an_unknown_session_changes_nothing() -> None:
    """The past has happened, in whatever order."""
    bare = given(GROUPS, FORMED)
    assert given(GROUPS, FORMED, *HELD, PRESENTED).state == bare.state
    assert given(GROUPS, FORMED, NEXT_SCHEDULED).state.sessions[NEXT].starts_at == AHEAD > MET_AT


def corrected(*persons: PersonId) -> GroupAttendanceCorrected:
    """Who came, as it turned out."""
    return GroupAttendanceCorrected(group=GROUP, session=SESSION, persons=persons, reason="wrong list")
