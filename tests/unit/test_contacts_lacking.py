"""Which families lack the offer, a coordinator or a primary contact, and who is told."""

from datetime import date

import pytest

from contracts.contacts.events import (
    CoordinatorVacated,
    EligibilityDecided,
    FamilyClosed,
    FamilyEvent,
    FamilyReopened,
    LegalBasisRecorded,
    ModelDeclined,
    ModelOffered,
    PrimaryContactVacated,
    ProfessionalDetached,
)
from eventkeep.refused import Refused
from services.contacts.lacking import Lack, asked, is_listed, lacks
from tests.unit.contacts_story import CHOSEN, DAY, LAW, LED, TRUSTED, state_of
from tests.unit.family import ANNA, FAMILY, HOME_LAW, PASSER_BY, REGISTERED, SOFIE, ULLA, attached

OFFER, COORDINATOR, PRIMARY_CONTACT = Lack
CLOSED, REOPENED = FamilyClosed(family=FAMILY, reason="done"), FamilyReopened(family=FAMILY, reason="new")
OFFERED = ModelOffered(family=FAMILY, offered_on=DAY)
DECLINED = ModelDeclined(family=FAMILY, declined_by=(ANNA,), reason="Not now.")


def rests_on(code: str) -> LegalBasisRecorded:
    """The case rests on a paragraph."""
    return LegalBasisRecorded(family=FAMILY, legal_basis=LAW, code=code, valid_from=DAY)


def decided(eligible: bool) -> EligibilityDecided:
    """Whether the family is of the target group."""
    return EligibilityDecided(family=FAMILY, eligible=eligible, codes=(), decided_on=DAY, reason="by law")


CASE = rests_on("barnets lov § 32")


@pytest.mark.parametrize(
    ("told", "lacking"),
    [
        ((decided(True),), True),
        ((CASE,), True),
        ((rests_on("barnets lov § 35"),), False),
        ((rests_on("law § 1"),), False),
        ((), False),
        ((CASE, decided(False)), False),
        ((CASE, decided(False), decided(True)), True),
        ((decided(True), OFFERED), False),
        ((decided(True), OFFERED, DECLINED), False),
    ],
    ids=[
        "eligible",
        "undecided",
        "subsidy",
        "unknown",
        "no case",
        "not eligible",
        "now",
        "offered",
        "declined",
    ],
)
def test_no_eligible_family_stands_unoffered_in_silence(told: tuple[FamilyEvent, ...], lacking: bool) -> None:
    """INV-53, P02: nor a family case that nobody has decided on."""
    assert (OFFER in lacks(state_of(REGISTERED, *told))) is lacking


def test_a_family_without_coordinator_or_primary_contact() -> None:
    """P08, R08, INV-05: also after one has left."""
    assert lacks(state_of(REGISTERED)) == (COORDINATOR, PRIMARY_CONTACT)
    assert lacks(state_of(REGISTERED, CHOSEN)) == (PRIMARY_CONTACT,)
    assert lacks(state_of(REGISTERED, TRUSTED)) == (COORDINATOR,)
    gone = (
        CoordinatorVacated(family=FAMILY, professional=SOFIE),
        PrimaryContactVacated(family=FAMILY, professional=SOFIE),
    )
    assert lacks(state_of(REGISTERED, CHOSEN, TRUSTED)) == ()
    assert lacks(state_of(REGISTERED, CHOSEN, TRUSTED, *gone)) == (COORDINATOR, PRIMARY_CONTACT)


def test_a_closed_case_lacks_nothing() -> None:
    """Q15: a reopened one begins anew; of a family that was never registered nothing is known."""
    assert lacks(state_of(REGISTERED, decided(True), CLOSED)) == ()
    assert lacks(state_of(REGISTERED, *LED, CLOSED, REOPENED)) == (COORDINATOR, PRIMARY_CONTACT)
    assert lacks(state_of()) == ()


def test_those_around_a_family_are_told_and_those_who_do_casework_where_nobody_is() -> None:
    """X-01, INV-40: with a basis in force on the day."""
    family = state_of(REGISTERED, attached(SOFIE))
    assert is_listed(family, COORDINATOR, SOFIE, "social-worker", DAY)
    assert not is_listed(family, OFFER, SOFIE, "social-worker", DAY)
    assert not is_listed(family, COORDINATOR, PASSER_BY, "social-worker", DAY)
    over = attached(ULLA).model_copy(
        update={"basis": HOME_LAW.model_copy(update={"valid_to": date(2024, 2, 29)})}
    )
    assert not is_listed(state_of(REGISTERED, attached(SOFIE), over), COORDINATOR, ULLA, "social-worker", DAY)
    left = ProfessionalDetached(family=FAMILY, professional=SOFIE, reason="left")
    nobody = state_of(REGISTERED, attached(SOFIE), left)
    assert is_listed(nobody, COORDINATOR, PASSER_BY, "social-worker", DAY)
    assert is_listed(nobody, COORDINATOR, PASSER_BY, "caseworker", DAY)
    assert not is_listed(nobody, COORDINATOR, PASSER_BY, "teacher", DAY)
    assert not is_listed(state_of(REGISTERED, over), COORDINATOR, PASSER_BY, "social-worker", DAY)


def test_staff_ask_for_what_is_kept() -> None:
    """INV-40, INV-53."""
    assert [asked("professional", each) for each in ("offer", "coordinator", "primary-contact")] == [*Lack]
    for kind in ("person", "service"):
        with pytest.raises(Refused) as refused:
            asked(kind, "offer")
        assert refused.value.code == "staff_only"
    with pytest.raises(Refused) as refused:
        asked("professional", "a car")
    assert (refused.value.code, refused.value.facts) == (
        "lack_unknown",
        {"known": "offer, coordinator, primary-contact"},
    )
