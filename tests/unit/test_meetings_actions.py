"""Agreed actions: who does what by when, and what became of it."""

from datetime import date, timedelta
from typing import Any

import pytest

from contracts.contacts.events import ProfessionalDetached
from contracts.ids import Id
from contracts.meetings.events import AgreementEnded, AgreementEnding, AgreementOverdue
from contracts.shapes import PartyKind
from services.meetings.dues import dues
from services.meetings.known_contacts import evolve_contacts
from services.meetings.reference import Known
from tests.unit.family import ANNA, BY_TEAM, FAMILY, HOME_LAW, PASSER_BY, STRANGER, ULLA, attached
from tests.unit.meetings_commands import KEEP, LATE, NOTE_AGREEMENT, PROMISE
from tests.unit.meetings_story import (
    AGREEMENT,
    KNOWN,
    OTHER_HELD,
    PRE_HELD,
    PROMISED,
    YESTERDAY,
    met,
    the_meeting,
)
from tests.unit.story import HELD

KEPT = AgreementEnded(family=FAMILY, agreement=AGREEMENT, ending=AgreementEnding.KEPT)
OVERDUE = AgreementOverdue(family=FAMILY, agreement=AGREEMENT, due_on=date(2024, 3, 8))


def test_somebody_will_do_something_by_a_day() -> None:
    """A21, A24."""
    the_meeting(HELD).when(PROMISE).then(PROMISED).when(PROMISE).refused("agreement_made_already")


@pytest.mark.parametrize("before", [PRE_HELD, OTHER_HELD], ids=["pre-meeting", "visitation"])
def test_any_meeting_that_was_held_agrees_on_actions(before: Any) -> None:
    """A24."""
    there = {"meeting": before.meeting}
    met(before).when(PROMISE.model_copy(update=there)).then(PROMISED.model_copy(update=there))


def test_the_meeting_has_been_held() -> None:
    """A24."""
    the_meeting().when(PROMISE).refused("meeting_not_held")
    met().when(PROMISE).refused("meeting_unknown")


@pytest.mark.parametrize(
    ("kind", "owner", "code"),
    [
        (PartyKind.PERSON, STRANGER, "person_not_in_family"),
        (PartyKind.PERSON, ULLA, "person_not_in_family"),
        (PartyKind.PROFESSIONAL, PASSER_BY, "professional_not_attached"),
        (PartyKind.PROFESSIONAL, ANNA, "professional_not_attached"),
    ],
)
def test_the_owner_is_a_member_or_around_the_family(kind: PartyKind, owner: Id, code: str) -> None:
    """A24."""
    the_meeting(HELD).when(PROMISE.model_copy(update={"owner_kind": kind, "owner": owner})).refused(code)


def test_the_owner_is_around_on_the_day_of_the_meeting_or_now() -> None:
    """A24, X-01: what a pre-meeting agreed is done by somebody who was attached only afterwards, perhaps."""
    for first, last, refused in (
        (date(2024, 3, 1), None, False),
        (date(2024, 1, 1), YESTERDAY, False),
        (date(2024, 1, 1), date(2024, 2, 28), True),
        (date(2024, 3, 2), None, True),
    ):
        basis = HOME_LAW.model_copy(update={"valid_from": first, "valid_to": last})
        contacts = evolve_contacts(KNOWN.contacts, attached(ULLA).model_copy(update={"basis": basis}))
        promise = PROMISE.model_copy(update={"meeting": PRE_HELD.meeting})
        outcome = met(PRE_HELD).with_known(Known(contacts, KNOWN.plans)).when(promise)
        assert (outcome.refusal and outcome.refusal.code) == (
            "professional_not_attached" if refused else None
        )


def test_a_member_takes_something_on() -> None:
    """A24."""
    anna = {"owner_kind": PartyKind.PERSON, "owner": ANNA}
    the_meeting(HELD).when(PROMISE.model_copy(update=anna)).then(PROMISED.model_copy(update=anna))


def test_it_is_due_on_the_day_of_the_meeting_or_later() -> None:
    """A24."""
    that_day = {"due_on": date(2024, 3, 1)}
    the_meeting(HELD).when(PROMISE.model_copy(update=that_day)).then(PROMISED.model_copy(update=that_day))
    the_meeting(HELD).when(PROMISE.model_copy(update={"due_on": date(2024, 2, 29)})).refused(
        "due_before_meeting"
    )


def test_an_agreement_is_kept_or_broken_and_then_it_is_why() -> None:
    """A24: said once."""
    promised = the_meeting(HELD, PROMISED)
    kept = promised.when(KEEP).then(KEPT)
    kept.when(KEEP).then()
    broken = {"ending": AgreementEnding.BROKEN, "reason": "no time"}
    kept.when(KEEP.model_copy(update=broken)).refused("agreement_ended_already")
    promised.when(KEEP.model_copy(update=broken)).then(KEPT.model_copy(update=broken))
    promised.when(KEEP.model_copy(update={**broken, "reason": None})).refused("broken_without_reason")
    the_meeting(HELD).when(KEEP).refused("agreement_unknown")


def test_who_left_may_still_be_said_to_have_kept_it() -> None:
    """A24."""
    gone = ProfessionalDetached(family=FAMILY, professional=ULLA, reason="left")
    known = Known(evolve_contacts(KNOWN.contacts, gone), KNOWN.plans)
    the_meeting(HELD, PROMISED).with_known(known).when(KEEP).then(KEPT)


def test_what_is_open_at_the_end_of_its_day_is_overdue_once() -> None:
    """A24: it can still be kept after that."""
    promised = the_meeting(HELD, PROMISED)
    overdue = promised.when(NOTE_AGREEMENT).then(OVERDUE)
    overdue.when(NOTE_AGREEMENT).then()
    overdue.when(KEEP).then(KEPT)
    promised.when(KEEP).then(KEPT).when(NOTE_AGREEMENT).then()
    that_day = NOTE_AGREEMENT.model_copy(update={"at": LATE - timedelta(days=60)})
    promised.when(that_day).then()
    the_meeting(HELD).when(NOTE_AGREEMENT).then()


def test_only_our_own_clock_says_so() -> None:
    """A24, INV-40."""
    the_meeting(HELD, PROMISED).when(NOTE_AGREEMENT.model_copy(update={"by": BY_TEAM})).refused(
        "for_services_only"
    )


def test_the_clock_is_told_what_is_due() -> None:
    """A24: until it ended, or its day was said to have passed. The last day of the calendar never ends."""
    (due,) = (d for d in dues(FAMILY, met(PRE_HELD, PROMISED).state))
    assert (due.subject, due.on) == (f"agreement/{AGREEMENT}", date(2024, 3, 8))
    assert due.command(LATE).model_dump(exclude={"by"}) == NOTE_AGREEMENT.model_dump(exclude={"by"})
    never = PROMISED.model_copy(update={"due_on": date.max})
    for events in ((PROMISED, KEPT), (PROMISED, OVERDUE), (never,)):
        assert list(dues(FAMILY, met(PRE_HELD, *events).state)) == []
