"""How many are in contact, and what colleagues and supporters do beside: none of that is counted."""

from datetime import date

import pytest

from contracts.contacts.events import (
    ConsultationGiven,
    ConsultationRequested,
    ContactEnded,
    ContactKind,
    ContactReductionAgreed,
    ContactStarted,
    ContactThresholdExceeded,
    SupporterKind,
    SupporterLeft,
    SupportPledged,
    VisitMade,
    VisitPlace,
    WorkingRole,
    WorkingRoleTaken,
)
from contracts.ids import ProfessionalId
from contracts.shapes import Command
from services.contacts.domain import Thresholds
from services.contacts.settings import Settings
from tests.unit.contacts_commands import (
    ADVISE,
    ASK_COLLEAGUE,
    CALL,
    END_CALLS,
    PLEDGE,
    REDUCE,
    SUPPORT,
    TAKE_ROLE,
    UNSUPPORT,
    VISIT,
)
from tests.unit.contacts_story import (
    CONSULTATION,
    DAY,
    KNOWN,
    SUPPORTED,
    SUPPORTER,
    TEAM,
    THREE_ATTACHED,
    but,
    by,
    the_family,
)
from tests.unit.family import ANNA, FAMILY, PASSER_BY, SOFIE, STRANGER, TOMAS, ULLA

DIRECT, SECONDARY = ContactKind.DIRECT, ContactKind.SECONDARY


def started(
    who: ProfessionalId,
    contacts: int,
    kind: ContactKind = DIRECT,
    reason: str | None = "Visits each week.",
    alternative: str | None = None,
) -> ContactStarted:
    """Somebody has contact now."""
    return ContactStarted(
        family=FAMILY, professional=who, kind=kind, reason=reason, alternative=alternative, contacts=contacts
    )


def test_contacts_are_counted() -> None:
    """R52, INV-07: the number stands in each event; repeating adds nobody."""
    first = the_family(*TEAM).when(CALL).then(started(SOFIE, 1))
    first.when(CALL).then()
    second = first.when(but(CALL, professional=ULLA)).then(started(ULLA, 2))
    ended = ContactEnded(family=FAMILY, professional=SOFIE, kind=DIRECT, reason="not needed", contacts=1)
    second.when(END_CALLS).then(ended).when(END_CALLS).then()
    the_family(*TEAM).when(but(CALL, professional=PASSER_BY)).refused("professional_not_attached")


def test_a_contact_outside_the_team_says_why() -> None:
    """INV-09: the team's own need not."""
    the_family(*TEAM).when(but(CALL, reason=None)).then(started(SOFIE, 1, reason=None))
    the_family(*TEAM).when(but(CALL, professional=ULLA, reason=None)).refused("contact_without_reason")
    the_family(*THREE_ATTACHED).when(but(CALL, reason=None)).refused("contact_without_reason")


def test_a_secondary_contact_says_which_alternative_there_was() -> None:
    """R09, INV-06: with its reason; it is counted apart."""
    secondary = but(CALL, kind=SECONDARY)
    the_family(*TEAM).when(secondary).refused("contact_without_alternative")
    the_family(*TEAM).when(but(secondary, reason=None, alternative="A colleague.")).refused(
        "contact_without_reason"
    )
    told = the_family(*TEAM, started(SOFIE, 1)).when(but(secondary, alternative="A colleague."))
    told.then(started(SOFIE, 1, SECONDARY, alternative="A colleague."))


@pytest.mark.parametrize("kind", ContactKind)
def test_more_contacts_than_the_threshold_are_seen_and_never_refused(kind: ContactKind) -> None:
    """INV-06, Q06: each one above it."""
    known = KNOWN.__class__(thresholds=Thresholds(direct=1, secondary=1))
    command = but(CALL, kind=kind, alternative="A colleague.")
    one = the_family(*TEAM).with_known(known).when(command)
    held = one.then(started(SOFIE, 1, kind, alternative="A colleague."))
    for who, number in ((TOMAS, 2), (ULLA, 3)):
        exceeded = ContactThresholdExceeded(family=FAMILY, kind=kind, contacts=number, threshold=1)
        also = held.when(but(command, professional=who))
        held = also.then(started(who, number, kind, alternative="A colleague."), exceeded)


def test_the_thresholds_are_settings() -> None:
    """Q06: three direct and two secondary, unless the municipality says otherwise."""
    fields = Settings.model_fields
    defaults = fields["contact_threshold_direct"].default, fields["contact_threshold_secondary"].default
    assert Thresholds(*defaults) == Thresholds() == Thresholds(3, 2)


def test_fewer_contacts_are_agreed() -> None:
    """P33."""
    agreed = ContactReductionAgreed(family=FAMILY, direct_contacts=2, by_date=date(2024, 9, 1))
    the_family(*TEAM).when(REDUCE).then(agreed).when(REDUCE).then()
    the_family(*TEAM).when(but(REDUCE, by_date=date(1999, 1, 1))).refused("reduction_in_the_past")
    called = [
        ContactStarted(family=FAMILY, professional=who, kind=ContactKind.DIRECT, contacts=n)
        for n, who in enumerate((SOFIE, TOMAS, ULLA), 1)
    ]
    the_family(*TEAM, *called).when(REDUCE).then(agreed)
    for there, many in ((called[:2], 2), (called, 99)):
        the_family(*TEAM, *there).when(but(REDUCE, direct_contacts=many)).refused("no_reduction")


ASKED = ConsultationRequested(family=FAMILY, consultation=CONSULTATION, consultant=PASSER_BY, topic="health")
ADVISED = ConsultationGiven(family=FAMILY, consultation=CONSULTATION, advice="Ask about sleep.")


def test_a_colleague_gives_advice_and_is_no_contact() -> None:
    """R26, R35, INV-08: attached or not."""
    asked = the_family(*TEAM).when(ASK_COLLEAGUE).then(ASKED)
    asked.when(ASK_COLLEAGUE).then()
    the_family(*TEAM).when(but(ASK_COLLEAGUE, consultant=SOFIE)).refused("consultation_of_oneself")
    asked.when(but(ASK_COLLEAGUE, consultant=SOFIE)).refused("consultation_requested_already")
    given = asked.when(but(ADVISE, by=by(PASSER_BY))).then(ADVISED)
    given.when(ADVISE).then()
    assert given.state.contacts == {}
    assert PASSER_BY not in given.state.attached
    the_family(*TEAM).when(ADVISE).refused("consultation_unknown")
    the_family(*TEAM).when(but(ASK_COLLEAGUE, consultant=STRANGER)).refused("professional_unknown")


def test_a_visit_is_recorded_when_it_was_made() -> None:
    """P04, P41: it is no contact by itself."""
    made = VisitMade(family=FAMILY, professional=SOFIE, place=VisitPlace.HOME, visited_on=DAY)
    after = the_family(*TEAM).when(VISIT).then(made)
    assert after.state.contacts == {}
    the_family(*TEAM).when(but(VISIT, visited_on=date(2024, 3, 2))).refused("visit_not_made_yet")
    the_family(*TEAM).when(but(VISIT, professional=PASSER_BY)).refused("professional_not_attached")


def test_a_working_role_is_taken_once() -> None:
    """R36 to R38: several roles, each once."""
    taken = WorkingRoleTaken(family=FAMILY, professional=SOFIE, role=WorkingRole.CO_BUILDER)
    held = the_family(*TEAM).when(TAKE_ROLE).then(taken)
    held.when(TAKE_ROLE).then()
    other = taken.model_copy(update={"role": WorkingRole.TRANSLATOR})
    held.when(but(TAKE_ROLE, role=WorkingRole.TRANSLATOR)).then(other)
    the_family(*TEAM).when(but(TAKE_ROLE, professional=PASSER_BY)).refused("professional_not_attached")


def test_a_supporter_stands_by_the_family() -> None:
    """R19, R21 to R23, INV-66."""
    held = the_family(*TEAM).when(SUPPORT).then(SUPPORTED)
    held.when(SUPPORT).refused("supporter_added_already")
    pledged = SupportPledged(family=FAMILY, supporter=SUPPORTER, pledge="Takes Bo to football.")
    held = held.when(PLEDGE).then(pledged)
    left = SupporterLeft(family=FAMILY, supporter=SUPPORTER, reason="moved")
    gone = held.when(UNSUPPORT).then(left)
    gone.when(UNSUPPORT).then()
    gone.when(PLEDGE).refused("supporter_unknown")
    commands: tuple[Command, ...] = (PLEDGE, UNSUPPORT)
    for command in commands:
        the_family(*TEAM).when(command).refused("supporter_unknown")


def test_a_mentor_is_there_for_one_member() -> None:
    """R32."""
    mentor = but(SUPPORT, kind=SupporterKind.MENTOR, mentor_of=ANNA)
    event = SUPPORTED.model_copy(update={"kind": SupporterKind.MENTOR, "mentor_of": ANNA})
    the_family(*TEAM).when(mentor).then(event)
    the_family(*TEAM).when(but(mentor, mentor_of=None)).refused("mentor_unclear")
    the_family(*TEAM).when(but(SUPPORT, mentor_of=ANNA)).refused("mentor_unclear")
    the_family(*TEAM).when(but(mentor, mentor_of=STRANGER)).refused("person_not_in_family")
