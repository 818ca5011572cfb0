"""What the family consents to, and who must consent: each for himself or herself, children's custody, the young."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from contracts.contacts.events import (
    ConsentGiven,
    ConsentWithdrawn,
    FamilyMemberAdded,
    FamilyMemberChanged,
    FamilyMemberLeft,
    Member,
    Role,
)
from contracts.ids import PersonId
from eventkeep.testing import Given, folded
from services.contacts import domain
from services.contacts.consents import GiveConsent
from services.contacts.domain import KnownPerson
from tests.unit.contacts_commands import CONSENT_TO, WITHDRAW
from tests.unit.contacts_story import CONSENT, CONSENTED, KNOWN, but, the_family
from tests.unit.family import (
    ANNA,
    AT,
    BO,
    BY_ANNA,
    CLARA,
    FAMILY,
    SOFIE,
    STRANGER,
    TOMAS,
    numbered,
    person,
)

ERIK = numbered(PersonId, 5)


def with_clara(custody: tuple[PersonId, ...] = (), born: date | None = None) -> Given:
    """Clara, a child, and Erik, an adult, belong to the family; Clara is born on that day, if anybody knows."""
    clara = Member(person=CLARA, role=Role.CHILD, name="Clara Example", custody=custody)
    erik = Member(person=ERIK, role=Role.ADULT, name="Erik Example")
    persons = {**KNOWN.persons, CLARA: KnownPerson("Clara Example", Role.CHILD, born)}
    joined = (FamilyMemberAdded(family=FAMILY, member=each) for each in (clara, erik))
    return the_family(*joined).with_known(replace(KNOWN, persons=persons))


def about(who: PersonId | None, *given_by: PersonId) -> GiveConsent:
    """A consent about somebody, given by these."""
    return but(CONSENT_TO, person=who, given_by=given_by)


def given_about(who: PersonId | None, *given_by: PersonId) -> ConsentGiven:
    """What it makes true."""
    return CONSENTED.model_copy(update={"person": who, "given_by": given_by})


def test_an_adult_consents_for_himself_or_herself() -> None:
    """X-01, Q14: whoever records it."""
    held = the_family().when(CONSENT_TO).then(CONSENTED)
    held.when(CONSENT_TO).then()
    held.when(but(CONSENT_TO, purpose="meeting")).refused("consent_given_already")
    the_family().when(but(CONSENT_TO, by=BY_ANNA)).then(CONSENTED)
    the_family().when(about(ANNA, BO)).refused("consent_incomplete")
    the_family().when(about(STRANGER, ANNA)).refused("person_not_in_family")
    the_family().when(about(ANNA, ANNA, STRANGER)).refused("person_not_in_family")


@pytest.mark.parametrize("given_by", [(BO,), (ANNA, BO)], ids=["for another", "also for another"])
def test_nobody_consents_for_somebody_else(given_by: tuple[PersonId, ...]) -> None:
    """X-02."""
    the_family().when(but(CONSENT_TO, given_by=given_by, by=BY_ANNA)).refused("consent_by_another")


@pytest.mark.parametrize(
    "changes",
    [
        {"department": None},
        {"professional": TOMAS},
        {"scope": ()},
    ],
    ids=["with nobody", "with two", "nothing"],
)
def test_a_consent_is_specific(changes: dict[str, object]) -> None:
    """X-01, Q14: with one department or professional, and what."""
    the_family().when(but(CONSENT_TO, **changes)).refused("consent_not_specific")


def test_a_consent_may_be_for_one_professional() -> None:
    """X-01."""
    to_tomas = but(CONSENT_TO, department=None, professional=TOMAS)
    event = CONSENTED.model_copy(update={"department": None, "professional": TOMAS})
    the_family().when(to_tomas).then(event)


@pytest.mark.parametrize("last", [date(2024, 2, 28), date(2023, 12, 31)])
def test_a_consent_has_time_to_run(last: date) -> None:
    """X-01: neither over already, nor backwards."""
    backwards = but(CONSENT_TO, valid_to=last, valid_from=date(2024, 1, 1))
    the_family().when(backwards).refused("consent_over")


@pytest.mark.parametrize("last", [date(2025, 3, 3), date(9999, 12, 31)])
def test_a_consent_runs_for_a_year_at_most(last: date) -> None:
    """X-01: then it is asked for anew, also where it begins later."""
    the_family().when(but(CONSENT_TO, valid_to=last)).refused("consent_too_long")
    the_family().when(but(CONSENT_TO, valid_from=date(2025, 3, 3), valid_to=last)).refused("consent_too_long")
    assert the_family().when(but(CONSENT_TO, valid_to=date(2025, 3, 2))).refusal is None


def test_who_holds_custody_elsewhere_gives_and_takes_back_himself_or_herself() -> None:
    """X-01, X-02: also whoever gave a consent and has left since; nobody else from outside does."""
    shared = with_clara(custody=(STRANGER,))
    theirs = but(about(CLARA, STRANGER), by=person(STRANGER))
    shared.when(theirs).then(given_about(CLARA, STRANGER))
    the_family().when(but(CONSENT_TO, by=person(STRANGER))).refused("not_around_family")
    gone = FamilyMemberLeft(family=FAMILY, person=ANNA, reason="moved")
    withdrawn = ConsentWithdrawn(family=FAMILY, consent=CONSENT, withdrawn_by=ANNA)
    the_family(CONSENTED, gone).when(but(WITHDRAW, by=BY_ANNA)).then(withdrawn)
    by_stranger = but(WITHDRAW, by=person(STRANGER), withdrawn_by=STRANGER)
    the_family(CONSENTED, gone).when(by_stranger).refused("not_around_family")
    the_family().when(by_stranger).refused("not_around_family")
    of_clara = given_about(CLARA, ANNA)
    clara = FamilyMemberLeft(family=FAMILY, person=CLARA, reason="moved")
    taken = withdrawn.model_copy(update={"withdrawn_by": STRANGER})
    after = replace(shared, state=folded(domain.evolve, shared.state, of_clara, clara))
    after.when(by_stranger).then(taken)


def test_holders_of_custody_consent_for_a_child() -> None:
    """X-02: all of them, also one who lives elsewhere; no other adult instead."""
    alone = with_clara(custody=(ANNA,))
    alone.when(about(CLARA, ANNA)).then(given_about(CLARA, ANNA))
    refusal = alone.when(about(CLARA, ERIK)).refused("consent_incomplete")
    assert refusal.facts == {"missing": "1"}
    shared = with_clara(custody=(ANNA, STRANGER))
    shared.when(about(CLARA, ANNA)).refused("consent_incomplete")
    shared.when(about(CLARA, ANNA, STRANGER)).then(given_about(CLARA, ANNA, STRANGER))


def test_any_adult_consents_where_no_custody_is_recorded() -> None:
    """X-02."""
    with_clara().when(about(CLARA, ERIK)).then(given_about(CLARA, ERIK))
    with_clara().when(about(CLARA, BO)).refused("consent_incomplete")


@pytest.mark.parametrize(
    ("born", "own_say"),
    [
        (date(2008, 3, 1), True),
        (date(2008, 12, 31), True),
        (date(2009, 1, 1), False),
        (date(2015, 1, 1), False),
        (None, False),
    ],
    ids=["16 today", "16 on the last day", "16 afterwards", "a child", "not known"],
)
def test_the_young_consent_from_sixteen_on(born: date | None, own_say: bool) -> None:
    """X-02: by the birth date, whatever the role says; on whatever day it is said to have been given."""
    family = with_clara(custody=(ANNA,), born=born)
    family.when(about(CLARA, ANNA, CLARA)).then(given_about(CLARA, ANNA, CLARA))
    for at in (AT, AT.replace(year=2023, month=12, day=31)):
        outcome = family.when(but(about(CLARA, ANNA), at=at))
        if own_say:
            outcome.refused("consent_incomplete")
        elif at == AT:
            outcome.then(given_about(CLARA, ANNA))


def test_a_young_person_whose_birth_date_is_unknown_consents_too() -> None:
    """X-02: Bo is young."""
    the_family().when(about(BO, ANNA)).refused("consent_incomplete")
    the_family().when(about(BO, ANNA, BO)).then(given_about(BO, ANNA, BO))
    born = replace(KNOWN, persons={BO: KnownPerson("Bo Example", Role.YOUNG, date(2009, 1, 1))})
    the_family().with_known(born).when(about(BO, ANNA)).then(given_about(BO, ANNA))


def test_all_consent_about_the_whole_family() -> None:
    """X-02: each who must for each member."""
    family = with_clara(custody=(ANNA,))
    family.when(about(None, ANNA, BO)).refused("consent_incomplete")
    family.when(about(None, ANNA, BO, ERIK)).then(given_about(None, ANNA, BO, ERIK))


def test_a_consent_is_taken_back() -> None:
    """X-01: by one who gave it, or whom it is about, or who holds custody; once."""
    withdrawn = ConsentWithdrawn(family=FAMILY, consent=CONSENT, withdrawn_by=ANNA)
    the_family(CONSENTED).when(WITHDRAW).then(withdrawn).when(WITHDRAW).then()
    the_family(CONSENTED).when(but(WITHDRAW, by=BY_ANNA)).then(withdrawn)
    the_family().when(WITHDRAW).refused("consent_unknown")
    the_family(CONSENTED).when(but(WITHDRAW, withdrawn_by=BO)).refused("consent_by_another")
    for_anna = but(WITHDRAW, by=person(BO))
    the_family(CONSENTED).when(for_anna).refused("consent_by_another")


def test_whom_a_consent_is_about_and_new_custody_may_take_it_back() -> None:
    """X-01, X-02."""
    about_bo = CONSENTED.model_copy(update={"person": BO, "given_by": (ANNA,)})
    by_bo = but(WITHDRAW, withdrawn_by=BO, by=person(BO))
    the_family(about_bo).when(by_bo).then(ConsentWithdrawn(family=FAMILY, consent=CONSENT, withdrawn_by=BO))
    now = Member(person=BO, role=Role.YOUNG, name="Bo Example", custody=(STRANGER,))
    moved = FamilyMemberChanged(family=FAMILY, member=now)
    by_holder = but(WITHDRAW, withdrawn_by=STRANGER)
    event = ConsentWithdrawn(family=FAMILY, consent=CONSENT, withdrawn_by=STRANGER)
    the_family(about_bo, moved).when(by_holder).then(event)
    gone = FamilyMemberLeft(family=FAMILY, person=BO, reason="moved")
    the_family(about_bo, gone).when(by_holder).refused("consent_by_another")


def test_the_day_of_a_consent_is_the_day_in_copenhagen() -> None:
    """X-01: a consent to the end of yesterday is over at midnight there."""
    midnight = datetime(2024, 12, 31, 23, 1, tzinfo=UTC)
    the_family().when(but(CONSENT_TO, at=midnight)).refused("consent_over")
    assert SOFIE not in the_family(CONSENTED).state.attached
