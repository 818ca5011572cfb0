"""What the family needs help with, who is asked to call, and what falls due by the clock."""

from datetime import UTC, date, datetime

import pytest

from contracts.contacts.events import (
    ConsentExpired,
    ContactMade,
    ContactRequested,
    ContactRequestOverdue,
    ContactRequestWithdrawn,
    FamilyClosed,
    HelpNeedMet,
    HelpNeedRaised,
)
from contracts.ids import HelpNeedId
from services.contacts.dues import dues
from tests.unit.contacts_commands import (
    CONFIRM,
    EXPIRE,
    EXPIRE_CONSENT,
    MEET,
    OVERDUE,
    RAISE,
    REQUEST_CONTACT,
    UNASK,
)
from tests.unit.contacts_story import (
    CONSENT,
    CONSENTED,
    DAY,
    NEED,
    REQUEST,
    TEAM,
    but,
    state_of,
    the_family,
)
from tests.unit.family import (
    ANNA,
    AT,
    BO,
    BY_ANNA,
    FAMILY,
    HOME_LAW,
    REGISTERED,
    SOFIE,
    STRANGER,
    TOMAS,
    ULLA,
    attached,
    numbered,
)

RAISED = HelpNeedRaised(family=FAMILY, need=NEED, person=ANNA, topic="housing", words="We need more room.")
LAST = date(2024, 2, 29)
REQUESTED = ContactRequested(
    family=FAMILY, request=REQUEST, professional=ULLA, due_on=date(2024, 3, 8), requested_on=DAY
)
LATE = REQUESTED.model_copy(update={"due_on": LAST, "requested_on": LAST})
MADE = ContactMade(family=FAMILY, request=REQUEST, made_on=DAY)
SAID_LATE = ContactRequestOverdue(family=FAMILY, request=REQUEST, due_on=LAST)


def test_a_need_is_raised_in_own_words_and_met() -> None:
    """P27, INV-63: nobody needs to know the law for it."""
    raised = the_family(*TEAM).when(RAISE).then(RAISED)
    raised.when(RAISE).refused("help_need_raised_already")
    met = HelpNeedMet(family=FAMILY, need=NEED)
    raised.when(MEET).then(met).when(MEET).then()
    the_family(*TEAM).when(MEET).refused("help_need_unknown")
    the_family(*TEAM).when(but(RAISE, person=STRANGER)).refused("person_not_in_family")


def test_a_member_speaks_of_his_or_her_own_need() -> None:
    """P27."""
    the_family(*TEAM).when(but(RAISE, by=BY_ANNA)).then(RAISED)
    the_family(*TEAM).when(but(RAISE, by=BY_ANNA, person=BO)).refused("help_need_of_another")


def test_a_professional_is_asked_to_call() -> None:
    """P27, INV-64: attached or not, by a day to come."""
    asked = the_family(*TEAM).when(REQUEST_CONTACT).then(REQUESTED)
    asked.when(REQUEST_CONTACT).then()
    for changes in ({"professional": TOMAS}, {"need": NEED}, {"due_on": date(2024, 3, 9)}):
        asked.when(but(REQUEST_CONTACT, **changes)).refused("contact_requested_already")
    for_need = the_family(*TEAM, RAISED).when(but(REQUEST_CONTACT, need=NEED))
    for_need.then(REQUESTED.model_copy(update={"need": NEED}))
    the_family(*TEAM).when(but(REQUEST_CONTACT, need=numbered(HelpNeedId, 2))).refused("help_need_unknown")
    the_family(*TEAM).when(but(REQUEST_CONTACT, professional=STRANGER)).refused("professional_unknown")
    the_family(*TEAM).when(but(REQUEST_CONTACT, due_on=LAST)).refused("due_in_the_past")


def test_a_contact_is_made_once() -> None:
    """INV-64: also after it was overdue."""
    the_family(*TEAM, REQUESTED).when(CONFIRM).then(MADE).when(CONFIRM).then()
    the_family(*TEAM, LATE, SAID_LATE).when(CONFIRM).then(MADE)
    the_family(*TEAM).when(CONFIRM).refused("contact_request_unknown")
    ahead = but(CONFIRM, made_on=date(2024, 3, 2))
    the_family(*TEAM, REQUESTED).when(ahead).refused("contact_not_made_yet")


def test_a_contact_before_the_request_does_not_answer_it() -> None:
    """INV-64: where it is known on which day it was asked for."""
    before = but(CONFIRM, made_on=LAST)
    refusal = the_family(*TEAM, REQUESTED).when(before).refused("contact_before_request")
    assert refusal.facts == {"requested_on": "2024-03-01"}
    old = REQUESTED.model_copy(update={"requested_on": None})
    the_family(*TEAM, old).when(before).then(MADE.model_copy(update={"made_on": LAST}))


def test_a_request_is_taken_back() -> None:
    """INV-64: when who was asked has left, for instance; nothing is overdue then."""
    back = ContactRequestWithdrawn(family=FAMILY, request=REQUEST, reason="left")
    after = the_family(*TEAM, LATE).when(UNASK).then(back)
    after.when(UNASK).then()
    after.when(OVERDUE).then()
    the_family(*TEAM).when(UNASK).refused("contact_request_unknown")
    the_family(*TEAM, REQUESTED, MADE).when(UNASK).then()


def test_what_nobody_did_in_time_is_said_once() -> None:
    """INV-64: at the end of the day in Copenhagen, unless the contact was made."""
    the_family(*TEAM, LATE).when(OVERDUE).then(SAID_LATE).when(OVERDUE).then()
    the_family(*TEAM, LATE, MADE).when(OVERDUE).then()
    the_family(*TEAM).when(OVERDUE).then()
    the_family(*TEAM, REQUESTED).when(OVERDUE).then()
    early = but(OVERDUE, at=datetime(2024, 2, 29, 22, 59, tzinfo=UTC))
    the_family(*TEAM, LATE).when(early).then()


def test_what_falls_due_and_the_command_that_says_so() -> None:
    """X-01, INV-64: each with its last day; the number tells one attachment from the next."""
    basis = HOME_LAW.model_copy(update={"valid_to": LAST})
    held = attached(SOFIE).model_copy(update={"basis": basis})
    state = state_of(REGISTERED, held, attached(TOMAS), CONSENTED, LATE)
    found = list(dues(FAMILY, state))
    assert [(due.subject, due.on) for due in found] == [
        (f"attachment/{SOFIE}/2", LAST),
        (f"consent/{CONSENT}", date(2024, 12, 31)),
        (f"contact/{REQUEST}", LAST),
    ]
    assert [due.command(AT) for due in found] == [EXPIRE, EXPIRE_CONSENT, OVERDUE]


ENDED = ConsentExpired(family=FAMILY, consent=CONSENT, due_on=date(2024, 12, 31))


@pytest.mark.parametrize(
    "events",
    [
        (CONSENTED, ENDED),
        (LATE, SAID_LATE),
        (LATE, MADE),
        (CONSENTED, LATE, FamilyClosed(family=FAMILY, reason="x")),
    ],
    ids=["consent over", "said", "made", "closed"],
)
def test_what_is_settled_or_closed_waits_for_nothing(events: tuple[object, ...]) -> None:
    """X-01, INV-64."""
    assert not list(dues(FAMILY, state_of(REGISTERED, *events)))  # type: ignore[arg-type]


def test_the_last_day_of_the_calendar_is_never_over() -> None:
    """A date that somebody mistyped stops no clock."""
    basis = HOME_LAW.model_copy(update={"valid_to": date.max})
    state = state_of(REGISTERED, attached(SOFIE).model_copy(update={"basis": basis}))
    assert not list(dues(FAMILY, state))
