"""Who is invited in the family's name, and what they answer."""

from datetime import date
from typing import Any

import pytest

from contracts.contacts.events import SupporterLeft
from contracts.ids import Id, InvitationId
from contracts.meetings.events import (
    InvitationAnswer,
    InvitationAnswered,
    InvitationWithdrawn,
    InviteeKind,
    NetworkMeetingCancelled,
)
from contracts.shapes import PartyKind
from services.meetings.known_contacts import evolve_contacts
from services.meetings.reference import Known
from tests.unit.family import (
    ANNA,
    BO,
    BY_ANNA,
    FAMILY,
    MEETING,
    PASSER_BY,
    SOFIE,
    STRANGER,
    TOMAS,
    ULLA,
    attached,
    numbered,
    professional,
)
from tests.unit.meetings_commands import ANSWER, INVITE, TAKE_BACK
from tests.unit.meetings_story import DOCTOR, FRIEND, INVITATION, INVITED, KNOWN, the_meeting
from tests.unit.story import HELD

ANSWERED = InvitationAnswered(
    family=FAMILY, meeting=MEETING, invitation=INVITATION, answer=InvitationAnswer.ACCEPTED
)
TAKEN_BACK = InvitationWithdrawn(
    family=FAMILY,
    meeting=MEETING,
    invitation=INVITATION,
    reason="changed their mind",
    consented_by=(ANNA,),
)
OTHER = numbered(InvitationId, 2)


def inviting(kind: InviteeKind, invitee: Id, reason: str | None = None) -> dict[str, Any]:
    """Somebody else is invited."""
    return {"invitee_kind": kind, "invitee": invitee, "reason": reason}


def test_the_coordinator_sends_in_the_familys_name() -> None:
    """INV-32, P15, Q02: the event says who sent it and who of the family wants it."""
    the_meeting().when(INVITE).then(INVITED).when(INVITE).then()


def test_a_member_sends_and_is_one_of_those_who_want_it() -> None:
    """INV-32, INV-33."""
    sent = {"sent_by_kind": PartyKind.PERSON, "sent_by": ANNA}
    for consented_by, all_of_them in (((), (ANNA,)), ((ANNA,), (ANNA,)), ((BO,), (ANNA, BO))):
        command = INVITE.model_copy(update={"by": BY_ANNA, "consented_by": consented_by})
        the_meeting().when(command).then(INVITED.model_copy(update={**sent, "consented_by": all_of_them}))


def test_nobody_else_sends() -> None:
    """INV-32: not even another on the team."""
    by_tomas = INVITE.model_copy(update={"by": professional(TOMAS)})
    the_meeting().when(by_tomas).refused("family_or_coordinator_only")


def test_invitations_are_made_together_with_the_family() -> None:
    """INV-33."""
    the_meeting().when(INVITE.model_copy(update={"consented_by": ()})).refused("family_consent_missing")
    the_meeting().when(INVITE.model_copy(update={"consented_by": (STRANGER,)})).refused(
        "person_not_in_family"
    )


@pytest.mark.parametrize(
    "who",
    [
        inviting(InviteeKind.PERSON, BO),
        inviting(InviteeKind.PROFESSIONAL, ULLA),
        inviting(InviteeKind.SUPPORTER, DOCTOR),
        inviting(InviteeKind.PROFESSIONAL, PASSER_BY, "She knows autism."),
    ],
    ids=["a member", "attached", "the GP", "another, with a reason"],
)
def test_members_those_around_them_and_supporters_are_invited(who: dict[str, Any]) -> None:
    """R19 to R22, R31, INV-67."""
    the_meeting().when(INVITE.model_copy(update=who)).then(INVITED.model_copy(update=who))


@pytest.mark.parametrize(
    ("who", "code"),
    [
        (inviting(InviteeKind.PERSON, STRANGER), "person_not_in_family"),
        (inviting(InviteeKind.SUPPORTER, STRANGER), "supporter_unknown"),
        (inviting(InviteeKind.PROFESSIONAL, PASSER_BY), "invitation_without_reason"),
    ],
)
def test_others_are_not(who: dict[str, Any], code: str) -> None:
    """INV-67: a professional with no part in the family is invited with a reason; Q05."""
    the_meeting().when(INVITE.model_copy(update=who)).refused(code)


def test_who_has_a_part_in_the_family_is_seen_on_the_day() -> None:
    """INV-67, R21: a basis that is over gives no part; a supporter who left stands by it no more."""
    over = attached(ULLA).basis.model_copy(update={"valid_to": date(2024, 2, 29)})
    contacts = evolve_contacts(KNOWN.contacts, attached(ULLA).model_copy(update={"basis": over}))
    ulla = INVITE.model_copy(update=inviting(InviteeKind.PROFESSIONAL, ULLA))
    the_meeting().with_known(Known(contacts, KNOWN.plans)).when(ulla).refused("invitation_without_reason")
    left = evolve_contacts(KNOWN.contacts, SupporterLeft(family=FAMILY, supporter=FRIEND, reason="moved"))
    the_meeting().with_known(Known(left, KNOWN.plans)).when(INVITE).refused("supporter_unknown")


def test_somebody_is_invited_once() -> None:
    """A18: again when the first invitation was taken back; ids are used once."""
    the_meeting(INVITED).when(INVITE.model_copy(update={"invitation": OTHER})).refused("invited_already")
    the_meeting(INVITED).when(INVITE.model_copy(update={"invitee": DOCTOR})).refused("invited_already")
    the_meeting(INVITED, TAKEN_BACK).when(INVITE).refused("invited_already")
    again = {"invitation": OTHER}
    the_meeting(INVITED, TAKEN_BACK).when(INVITE.model_copy(update=again)).then(
        INVITED.model_copy(update=again)
    )


def test_the_latest_answer_stands() -> None:
    """A18: recorded by the coordinator where the invited one doesn't say it here."""
    no = {"answer": InvitationAnswer.DECLINED}
    said = the_meeting(INVITED).when(ANSWER).then(ANSWERED)
    said.when(ANSWER).then()
    said.when(ANSWER.model_copy(update=no)).then(ANSWERED.model_copy(update=no))


def test_an_invitation_is_taken_back() -> None:
    """A18, INV-32: once, and then nobody answers it."""
    taken = the_meeting(INVITED).when(TAKE_BACK).then(TAKEN_BACK)
    taken.when(TAKE_BACK).then()
    taken.when(ANSWER).refused("invitation_withdrawn")


def test_an_invitation_is_taken_back_together_with_the_family() -> None:
    """INV-32, INV-33: the coordinator names who wants it; a member who does it is one of them."""
    invited = the_meeting(INVITED)
    invited.when(TAKE_BACK.model_copy(update={"consented_by": ()})).refused("family_consent_missing")
    invited.when(TAKE_BACK.model_copy(update={"consented_by": (STRANGER,)})).refused("person_not_in_family")
    invited.when(TAKE_BACK.model_copy(update={"by": BY_ANNA, "consented_by": ()})).then(TAKEN_BACK)


@pytest.mark.parametrize("command", [ANSWER, TAKE_BACK], ids=["answer", "take back"])
def test_there_is_an_invitation_and_a_meeting_ahead(command: Any) -> None:
    """A18."""
    the_meeting().when(command).refused("invitation_unknown")
    the_meeting(INVITED, HELD).when(command).refused("meeting_held_already")
    cancelled = NetworkMeetingCancelled(family=FAMILY, meeting=MEETING, reason="illness")
    the_meeting(INVITED, cancelled).when(command).refused("meeting_cancelled")


def test_nobody_is_invited_to_what_was_held() -> None:
    """A18."""
    the_meeting(HELD).when(INVITE).refused("meeting_held_already")
    the_meeting(HELD).when(INVITE.model_copy(update={"consented_by": (ANNA,), "invitee": SOFIE})).refused(
        "meeting_held_already"
    )
