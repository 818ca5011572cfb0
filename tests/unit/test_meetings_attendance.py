"""Who came to a meeting, who sat at the head of the table, who presented an own part."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest

from contracts.contacts.events import AttachmentExpired, FamilyMemberAdded, Member, ProfessionalDetached, Role
from contracts.ids import Id
from contracts.meetings.events import Attendee, AttendeeKind, InviteeKind, PartPresented
from services.meetings.attendance import Present
from services.meetings.reference import Known, evolve_contacts
from tests.unit.family import (
    ANNA,
    AT,
    BO,
    BY_ANNA,
    CLARA,
    FAMILY,
    MEETING,
    PASSER_BY,
    SOFIE,
    STRANGER,
    TOMAS,
    ULLA,
    numbered,
    person,
)
from tests.unit.meetings_commands import ATTEND, CORRECT, PRESENT, SIT, TAKE_BACK, present
from tests.unit.meetings_story import (
    ATTENDED,
    CALLED,
    CORRECTED,
    DOCTOR,
    INVITED,
    KNOWN,
    SAT,
    met,
    the_meeting,
)

NEIGHBOUR = numbered(Id, 7)
PRESENTED = PartPresented(family=FAMILY, meeting=MEETING, person=BO)


def test_the_family_keeps_its_meetings_too() -> None:
    """INV-40."""
    the_meeting().when(ATTEND.model_copy(update={"by": BY_ANNA})).then(ATTENDED)


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


def test_they_were_attached_on_the_day_of_the_meeting() -> None:
    """INV-67, X-01: their basis may have expired since."""
    for last, refused in ((date(2024, 2, 29), True), (date(2024, 3, 1), False)):
        expired = AttachmentExpired(family=FAMILY, professional=TOMAS, due_on=last)
        known = Known(evolve_contacts(KNOWN.contacts, expired), KNOWN.plans)
        late = ATTEND.model_copy(update={"attendees": present(TOMAS), "at": AT + timedelta(days=9)})
        outcome = the_meeting().with_known(known).when(late)
        assert (outcome.refusal and outcome.refusal.code) == (
            "professional_not_attached" if refused else None
        )


def test_an_invited_professional_may_come_without_being_attached() -> None:
    """INV-67: the invitation says why; once it is taken back, it counts no more."""
    invited = INVITED.model_copy(
        update={"invitee_kind": InviteeKind.PROFESSIONAL, "invitee": PASSER_BY, "reason": "She knows autism."}
    )
    came = ATTENDED.model_copy(
        update={"attendees": (Attendee(kind=AttendeeKind.PROFESSIONAL, id=PASSER_BY),)}
    )
    record = ATTEND.model_copy(update={"attendees": present(PASSER_BY)})
    the_meeting(invited).when(record).then(came)
    back = the_meeting(invited).when(TAKE_BACK)
    back.after.when(record).refused("professional_not_attached")
    elsewhere = invited.model_copy(update={"meeting": numbered(type(MEETING), 2)})
    the_meeting(elsewhere).when(record).refused("professional_not_attached")


def test_supporters_come_freely() -> None:
    """INV-22: in a capacity of their own, never as an adult of the family."""
    came = (
        Present(kind=AttendeeKind.SUPPORTER, id=NEIGHBOUR),
        Present(kind=AttendeeKind.SUPPORTER, id=DOCTOR),
    )
    listed = tuple(Attendee(kind=AttendeeKind.SUPPORTER, id=each.id) for each in came)
    the_meeting().when(ATTEND.model_copy(update={"attendees": came})).then(
        ATTENDED.model_copy(update={"attendees": listed})
    )


@pytest.mark.parametrize("who", [ANNA, ULLA, SOFIE], ids=["a member", "attached", "on the team"])
def test_nobody_with_a_part_in_the_family_comes_as_a_supporter(who: Id) -> None:
    """INV-21, INV-22: a team member at the table approves, and is not counted out of it."""
    supporter = (Present(kind=AttendeeKind.SUPPORTER, id=who),)
    for others in ((), present(ANNA, SOFIE)):
        command = ATTEND.model_copy(update={"attendees": (*others, *supporter)})
        the_meeting().when(command).refused("supporter_has_a_part")
        correct = CORRECT.model_copy(update={"attendees": (*others, *supporter)})
        the_meeting(ATTENDED).when(correct).refused("supporter_has_a_part")


def test_somebody_is_at_the_table_in_one_capacity() -> None:
    """INV-22: an invited professional is no supporter, too; whose basis ended since was attached then."""
    invited = INVITED.model_copy(update={"invitee_kind": InviteeKind.PROFESSIONAL, "invitee": PASSER_BY})
    both = (*present(PASSER_BY), Present(kind=AttendeeKind.SUPPORTER, id=PASSER_BY))
    the_meeting(invited).when(ATTEND.model_copy(update={"attendees": both})).refused("supporter_has_a_part")
    expired = AttachmentExpired(family=FAMILY, professional=ULLA, due_on=date(2024, 3, 1))
    known = Known(evolve_contacts(KNOWN.contacts, expired), KNOWN.plans)
    ulla = (Present(kind=AttendeeKind.SUPPORTER, id=ULLA),)
    late = ATTEND.model_copy(update={"attendees": ulla, "at": AT + timedelta(days=1)})
    the_meeting().with_known(known).when(late).refused("supporter_has_a_part")


@pytest.mark.parametrize("command", [ATTEND, CORRECT, SIT, PRESENT], ids=lambda c: type(c).__name__)
def test_nobody_came_to_a_meeting_that_is_ahead(command: Any) -> None:
    """INV-20, A21: from its day on, in Europe/Copenhagen, since it may begin early."""
    for hour, refused in (("22:59", False), ("23:00", True)):
        called = CALLED.model_copy(
            update={"starts_at": datetime.fromisoformat(f"2024-03-01T{hour}:00+00:00")}
        )
        refusal = met(called, ATTENDED).when(command).refusal
        assert (refusal.code if refusal else None) == ("meeting_not_over" if refused else None)


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
    correct = CORRECT.model_copy(update={"by": BY_ANNA})
    the_meeting(ATTENDED).with_known(known).when(correct).then(CORRECTED)
    late = correct.model_copy(update={"attendees": present(ANNA, TOMAS)})
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


def test_a_member_presents_an_own_part() -> None:
    """P18, A03: once, and also after the meeting was recorded as held."""
    the_meeting(ATTENDED).when(PRESENT).then(PRESENTED).when(PRESENT).then()


def test_a_part_is_presented_by_whom_it_belongs_to() -> None:
    """P18: Anna doesn't say that Bo did; Bo does, or staff record it."""
    the_meeting(ATTENDED).when(PRESENT.model_copy(update={"by": BY_ANNA})).refused("speaks_for_another")
    the_meeting(ATTENDED).when(PRESENT.model_copy(update={"by": person(BO)})).then(PRESENTED)


def test_who_did_not_come_presents_nothing() -> None:
    """P18, R06."""
    the_meeting().when(PRESENT).refused("presenter_not_attending")
    the_meeting(CORRECTED).when(PRESENT).refused("presenter_not_attending")
