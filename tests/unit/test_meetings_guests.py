"""Whoever is invited to a meeting answers for himself or herself, and being invited gives no more."""

from contracts.contacts.events import FamilyMemberLeft, SupporterLeft
from contracts.meetings.events import InviteeKind
from services.meetings.known_contacts import evolve_contacts
from services.meetings.reference import Known
from tests.unit.family import (
    ANNA,
    BY_ANNA,
    BY_SERVICE,
    FAMILY,
    PASSER_BY,
    STRANGER,
    TOMAS,
    person,
    professional,
)
from tests.unit.meetings_commands import ANSWER, EVERY_COMMAND
from tests.unit.meetings_story import DOCTOR, FRIEND, INVITED, KNOWN, the_meeting


def test_the_one_who_is_invited_answers() -> None:
    """A18, R21: a member and a supporter too; a professional also where he or she has no part in the family."""
    for kind, invitee, by in (
        (InviteeKind.PERSON, ANNA, BY_ANNA),
        (InviteeKind.SUPPORTER, FRIEND, person(FRIEND)),
        (InviteeKind.PROFESSIONAL, PASSER_BY, professional(PASSER_BY)),
    ):
        invited = INVITED.model_copy(update={"invitee_kind": kind, "invitee": invitee})
        assert the_meeting(invited).when(ANSWER.model_copy(update={"by": by})).refusal is None
        for other in (
            person(STRANGER),
            person(DOCTOR),
            professional(TOMAS),
            professional(FRIEND),
            BY_SERVICE,
        ):
            the_meeting(invited).when(ANSWER.model_copy(update={"by": other})).refused(
                "invited_or_coordinator_only"
            )


def test_who_left_the_family_answers_no_more() -> None:
    """A18, R02: the coordinator may record it."""
    invited = INVITED.model_copy(update={"invitee_kind": InviteeKind.PERSON, "invitee": ANNA})
    gone = evolve_contacts(KNOWN.contacts, FamilyMemberLeft(family=FAMILY, person=ANNA, reason="moved"))
    around = the_meeting(invited).with_known(Known(gone, KNOWN.plans))
    around.when(ANSWER.model_copy(update={"by": BY_ANNA})).refused("invited_or_coordinator_only")
    assert around.when(ANSWER).refusal is None


def test_who_stands_by_the_family_no_more_answers_no_more() -> None:
    """A18, R21."""
    left = evolve_contacts(KNOWN.contacts, SupporterLeft(family=FAMILY, supporter=FRIEND, reason="moved"))
    around = the_meeting(INVITED).with_known(Known(left, KNOWN.plans))
    around.when(ANSWER.model_copy(update={"by": person(FRIEND)})).refused("invited_or_coordinator_only")
    assert around.when(ANSWER).refusal is None


def test_being_invited_gives_no_more_than_an_answer() -> None:
    """INV-66: who is a guest at a meeting changes nothing of it, and sees what the family shares there."""
    passer_by = INVITED.model_copy(update={"invitee_kind": InviteeKind.PROFESSIONAL, "invitee": PASSER_BY})
    for invited, guest in ((passer_by, professional(PASSER_BY)), (INVITED, person(FRIEND))):
        for command in EVERY_COMMAND:
            outcome = the_meeting(invited).when(command.model_copy(update={"by": guest}))
            assert (outcome.refusal is None) == (command is ANSWER)
