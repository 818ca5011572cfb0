"""What a network meeting takes and what it refuses, one rule at a time."""

from datetime import UTC, date, datetime, timedelta

import pytest
from pydantic import ValidationError

from contracts.contacts.events import FamilyMemberAdded, Member, ProfessionalDetached, Role
from contracts.ids import GoalId, Id, MeetingId, PersonId
from contracts.meetings.events import (
    AttendanceCorrected,
    AttendanceRecorded,
    Attendee,
    AttendeeKind,
    FamilyChairRecorded,
    FamilyEvent,
    NetworkMeetingScheduled,
    Place,
)
from contracts.shapes import Actor
from eventkeep.handle import Decider
from eventkeep.testing import Given, folded, given
from services.meetings import domain
from services.meetings.domain import (
    CorrectAttendance,
    FamilyCommand,
    HoldMeeting,
    Present,
    RecordAttendance,
    RecordFamilyChair,
    ScheduleMeeting,
)
from services.meetings.reference import ContactsFacts, Known, PlansFacts, evolve_contacts, evolve_plans
from tests.unit.family import (
    ANNA,
    AROUND,
    AT,
    BO,
    BY_ANNA,
    BY_INFORMED,
    BY_SERVICE,
    BY_TEAM,
    CLARA,
    FAMILY,
    GOAL,
    MEETING,
    OTHER_GOAL,
    PASSER_BY,
    PLAN,
    SOFIE,
    STRANGER,
    TOMAS,
    ULLA,
    numbered,
    person,
)
from tests.unit.story import DEFINED, DRAFTED, HELD, STARTS

MEETINGS = Decider(domain.State, domain.decide, domain.evolve)
KNOWN = Known(
    folded(evolve_contacts, ContactsFacts(), *AROUND),
    folded(evolve_plans, PlansFacts(), DRAFTED, DEFINED),
)
CALL = ScheduleMeeting(
    by=BY_TEAM, at=AT, family=FAMILY, meeting=MEETING, starts_at=STARTS, plan=PLAN, revision=1
)
CALLED = NetworkMeetingScheduled(
    family=FAMILY, meeting=MEETING, starts_at=STARTS, place=Place.HOME, plan=PLAN, revision=1
)


def present(*who: Id) -> tuple[Present, ...]:
    """Persons and professionals by whom they are."""
    kinds = {True: AttendeeKind.PERSON, False: AttendeeKind.PROFESSIONAL}
    return tuple(Present(kind=kinds[isinstance(each, PersonId)], id=each) for each in who)


NEIGHBOUR = numbered(Id, 7)
ATTEND = RecordAttendance(
    by=BY_TEAM, at=AT, family=FAMILY, meeting=MEETING, attendees=present(ANNA, BO, SOFIE)
)
ATTENDED = AttendanceRecorded(
    family=FAMILY,
    meeting=MEETING,
    attendees=(
        Attendee(kind=AttendeeKind.PERSON, id=ANNA, adult=True),
        Attendee(kind=AttendeeKind.PERSON, id=BO),
        Attendee(kind=AttendeeKind.PROFESSIONAL, id=SOFIE),
    ),
)
CORRECT = CorrectAttendance(
    by=BY_TEAM, at=AT, family=FAMILY, meeting=MEETING, attendees=present(ANNA, SOFIE), reason="wrong list"
)
CORRECTED = AttendanceCorrected(
    family=FAMILY,
    meeting=MEETING,
    attendees=(ATTENDED.attendees[0], ATTENDED.attendees[2]),
    reason="wrong list",
)
SIT = RecordFamilyChair(by=BY_TEAM, at=AT, family=FAMILY, meeting=MEETING, persons=(ANNA,))
SAT = FamilyChairRecorded(family=FAMILY, meeting=MEETING, persons=(ANNA,))
HOLD = HoldMeeting(
    by=BY_TEAM,
    at=AT,
    family=FAMILY,
    meeting=MEETING,
    held_at=STARTS,
    further_assessment_needed=True,
    further_assessment_domains=("health",),
    follow_up_on=date(2024, 5, 1),
    follow_up_persons=(ANNA, BO),
    follow_up_professionals=(SOFIE, ULLA),
    interim_goals=(GOAL,),
    deviation_procedure="Call Sofie the same day.",
    progress_persons=(ANNA,),
    progress_professionals=(ULLA,),
    progress_what="How the evenings go.",
    progress_every="weekly",
)


def the_meeting(*events: FamilyEvent) -> Given:
    """A meeting that has been called, and what happened since."""
    return given(MEETINGS, CALLED, *events).with_known(KNOWN)


def test_a_meeting_is_called_at_home_over_the_current_plan() -> None:
    """A21, INV-34: the home is preset."""
    given(MEETINGS).with_known(KNOWN).when(CALL).then(CALLED)
    the_meeting().when(CALL).refused("meeting_scheduled_already")


def test_another_place_needs_a_reason() -> None:
    """INV-34."""
    elsewhere = CALL.model_copy(update={"place": Place.OTHER})
    given(MEETINGS).with_known(KNOWN).when(elsewhere).refused("place_without_reason")
    why = {"place": Place.OTHER, "place_reason": "The flat is being repaired."}
    given(MEETINGS).with_known(KNOWN).when(CALL.model_copy(update=why)).then(CALLED.model_copy(update=why))


def test_the_current_revision_is_on_the_table() -> None:
    """INV-19."""
    for wrong in ({"revision": 0}, {"revision": 2}, {"plan": numbered(type(PLAN), 2)}):
        called = given(MEETINGS).with_known(KNOWN).when(CALL.model_copy(update=wrong))
        refusal = called.refused("revision_not_current")
        assert refusal.facts == {"revision": "1"}
    unknown_plan = Known(KNOWN.contacts, PlansFacts())
    given(MEETINGS).with_known(unknown_plan).when(CALL).refused("revision_not_current")


EVERY_COMMAND = (CALL, ATTEND, CORRECT, SIT, HOLD)


@pytest.mark.parametrize(
    "by",
    [BY_INFORMED, BY_SERVICE, person(STRANGER)],
    ids=["attached, not on the team", "a service", "no member"],
)
@pytest.mark.parametrize("command", EVERY_COMMAND, ids=lambda c: type(c).__name__)
def test_being_informed_gives_no_right_to_change(command: FamilyCommand, by: Actor) -> None:
    """INV-40."""
    the_meeting(ATTENDED).when(command.model_copy(update={"by": by})).refused("not_on_team")


def test_the_family_keeps_its_meetings_too() -> None:
    """INV-40."""
    the_meeting().when(ATTEND.model_copy(update={"by": BY_ANNA})).then(ATTENDED)


@pytest.mark.parametrize("command", EVERY_COMMAND, ids=lambda c: type(c).__name__)
def test_a_family_that_is_not_known_here_is_refused(command: FamilyCommand) -> None:
    """INV-40 can't be decided without the facts of contacts."""
    given(MEETINGS).when(command).refused("family_unknown")


@pytest.mark.parametrize("command", EVERY_COMMAND[1:], ids=lambda c: type(c).__name__)
def test_a_meeting_is_called_before_anything_happens_at_it(command: FamilyCommand) -> None:
    """A21."""
    given(MEETINGS).with_known(KNOWN).when(command).refused("meeting_unknown")


def test_who_came_is_recorded_with_who_is_an_adult_of_the_family() -> None:
    """INV-20: contacts knows the adults; saying the same again says nothing new."""
    the_meeting().when(ATTEND).then(ATTENDED).when(ATTEND).then()
    twice = ATTEND.model_copy(update={"attendees": (*ATTEND.attendees, *ATTEND.attendees)})
    the_meeting().when(twice).then(ATTENDED)


def test_a_later_adult_of_the_family_counts() -> None:
    """INV-20."""
    member = Member(person=CLARA, role=Role.ADULT, name="Clara Example")
    clara = FamilyMemberAdded(family=FAMILY, member=member)
    known = Known(evolve_contacts(KNOWN.contacts, clara), KNOWN.plans)
    came = (Attendee(kind=AttendeeKind.PERSON, id=CLARA, adult=True),)
    the_meeting().with_known(known).when(ATTEND.model_copy(update={"attendees": present(CLARA)})).then(
        ATTENDED.model_copy(update={"attendees": came})
    )


def test_persons_at_the_table_are_of_the_family() -> None:
    """INV-20."""
    stranger = ATTEND.model_copy(update={"attendees": present(STRANGER)})
    the_meeting().when(stranger).refused("person_not_in_family")


def test_professionals_at_the_table_are_attached() -> None:
    """INV-67: others come as supporters."""
    stranger = ATTEND.model_copy(update={"attendees": present(PASSER_BY)})
    the_meeting().when(stranger).refused("professional_not_attached")


def test_supporters_come_freely() -> None:
    """INV-22: in a capacity of their own, never as an adult of the family."""
    came = (Present(kind=AttendeeKind.SUPPORTER, id=NEIGHBOUR), Present(kind=AttendeeKind.SUPPORTER, id=ANNA))
    listed = tuple(Attendee(kind=AttendeeKind.SUPPORTER, id=each.id) for each in came)
    the_meeting().when(ATTEND.model_copy(update={"attendees": came})).then(
        ATTENDED.model_copy(update={"attendees": listed})
    )


def test_attendance_is_corrected_by_a_new_event() -> None:
    """X-08."""
    the_meeting(ATTENDED).when(CORRECT).then(CORRECTED).when(CORRECT).then()
    the_meeting().when(CORRECT).refused("attendance_not_recorded")
    other = ATTEND.model_copy(update={"attendees": CORRECT.attendees})
    the_meeting(ATTENDED).when(other).refused("attendance_recorded_already")


def test_who_left_the_family_since_was_there_all_the_same() -> None:
    """X-08: a correction doesn't take out somebody who has been detached in the meantime."""
    gone = ProfessionalDetached(family=FAMILY, professional=SOFIE, reason="left")
    known = Known(evolve_contacts(KNOWN.contacts, gone), KNOWN.plans)
    the_meeting(ATTENDED).with_known(known).when(CORRECT).then(CORRECTED)
    late = CORRECT.model_copy(update={"attendees": present(ANNA, TOMAS)})
    without_tomas = evolve_contacts(known.contacts, gone.model_copy(update={"professional": TOMAS}))
    the_meeting(ATTENDED).with_known(Known(without_tomas, KNOWN.plans)).when(late).refused(
        "professional_not_attached"
    )


def test_the_family_sits_at_the_head_of_the_table() -> None:
    """INV-20."""
    the_meeting(ATTENDED).when(SIT).then(SAT).when(SIT).then()


@pytest.mark.parametrize(
    "who", [STRANGER, CLARA, SOFIE], ids=["a stranger", "who did not come", "a professional"]
)
def test_only_the_family_that_came_sits_at_the_head(who: Id) -> None:
    """INV-20."""
    the_meeting(ATTENDED).when(SIT.model_copy(update={"persons": (ANNA, who)})).refused("chair_not_attending")
    the_meeting().when(SIT).refused("chair_not_attending")


def test_nobody_at_the_head_is_a_fact_too() -> None:
    """INV-20, X-08: it may be what a record is corrected to."""
    nobody = {"persons": ()}
    the_meeting(ATTENDED, SAT).when(SIT.model_copy(update=nobody)).then(SAT.model_copy(update=nobody))
    the_meeting().when(SIT.model_copy(update=nobody)).then(SAT.model_copy(update=nobody))


def test_a_held_meeting_makes_its_six_agreements() -> None:
    """INV-25 to INV-30."""
    the_meeting(ATTENDED, SAT).when(HOLD).then(HELD).when(HOLD).refused("meeting_held_already")


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("further_assessment_needed", None),
        ("follow_up_on", None),
        ("follow_up_persons", None),
        ("interim_goals", None),
        ("deviation_procedure", " "),
        ("deviation_procedure", None),
        ("progress_what", ""),
        ("progress_every", ""),
    ],
)
def test_an_agreement_left_out_is_no_command_at_all(field: str, value: object) -> None:
    """INV-25, INV-26, INV-27, INV-28, INV-29, INV-30: required by type."""
    said = HOLD.model_dump(mode="json") | {field: value}
    with pytest.raises(ValidationError):
        HoldMeeting.model_validate(said)
    del said[field]
    with pytest.raises(ValidationError):
        HoldMeeting.model_validate(said)


def test_further_assessment_may_be_decided_away() -> None:
    """INV-25: no is a decision."""
    no = {"further_assessment_needed": False, "further_assessment_domains": ()}
    agreed = HELD.model_copy(update={"agreements": HELD.agreements.model_copy(update=no)})
    the_meeting().when(HOLD.model_copy(update=no)).then(agreed)


def test_the_follow_up_is_later_than_the_meeting() -> None:
    """INV-26: in days of Europe/Copenhagen; half past eleven in the evening UTC is the next day there."""
    for wrong in (date(2024, 2, 29), date(2024, 3, 1)):
        the_meeting().when(HOLD.model_copy(update={"follow_up_on": wrong})).refused("follow_up_not_later")
    evening = datetime(2024, 2, 29, 23, 30, tzinfo=UTC)
    late = HOLD.model_copy(update={"held_at": evening, "follow_up_on": date(2024, 3, 1)})
    the_meeting().when(late).refused("follow_up_not_later")


def test_the_family_takes_part_in_the_follow_up() -> None:
    """INV-27."""
    the_meeting().when(HOLD.model_copy(update={"follow_up_persons": ()})).refused("follow_up_without_family")
    strange = HOLD.model_copy(update={"follow_up_persons": (ANNA, STRANGER)})
    the_meeting().when(strange).refused("person_not_in_family")
    unattached = HOLD.model_copy(update={"follow_up_professionals": (PASSER_BY,)})
    the_meeting().when(unattached).refused("professional_not_attached")


def test_the_meeting_sets_goals_until_the_next_one() -> None:
    """INV-28: each in the plan's tree."""
    the_meeting().when(HOLD.model_copy(update={"interim_goals": ()})).refused("interim_goals_missing")
    unknown = HOLD.model_copy(update={"interim_goals": (GOAL, numbered(GoalId, 9))})
    the_meeting().when(unknown).refused("goal_not_in_plan")


def test_the_meeting_says_who_registers_progression() -> None:
    """INV-30."""
    nobody = HOLD.model_copy(update={"progress_persons": (), "progress_professionals": ()})
    the_meeting().when(nobody).refused("progress_registrar_missing")
    strange = HOLD.model_copy(update={"progress_persons": (STRANGER,)})
    the_meeting().when(strange).refused("person_not_in_family")
    unattached = HOLD.model_copy(update={"progress_professionals": (PASSER_BY,)})
    the_meeting().when(unattached).refused("professional_not_attached")


def test_a_meeting_is_held_when_it_has_been() -> None:
    """A21."""
    later = HOLD.model_copy(update={"held_at": AT + timedelta(minutes=1)})
    the_meeting().when(later).refused("meeting_not_over")


def test_the_plan_on_the_table_may_have_grown_since_the_call() -> None:
    """INV-19: the meeting saw the revision it was called over, or a later one that exists."""
    grown = evolve_plans(KNOWN.plans, DEFINED.model_copy(update={"goal": OTHER_GOAL, "revision": 3}))
    at_meeting = the_meeting().with_known(Known(KNOWN.contacts, grown))
    at_meeting.when(HOLD).then(HELD)
    seen = {"revision": 3}
    at_meeting.when(HOLD.model_copy(update=seen)).then(HELD.model_copy(update=seen))
    for wrong in (0, 4):
        at_meeting.when(HOLD.model_copy(update={"revision": wrong})).refused("revision_not_on_table")


def test_a_family_meets_more_than_once() -> None:
    """A21."""
    again = {"meeting": numbered(MeetingId, 2)}
    the_meeting(ATTENDED, SAT, HELD).when(CALL.model_copy(update=again)).then(CALLED.model_copy(update=again))
