"""The coordinator, the handover of the baton, the deputy, the primary contact and the contract between all three."""

from datetime import UTC, date, datetime

import pytest

from contracts.contacts.events import (
    CoordinatorChosen,
    CoordinatorDeputyEnded,
    CoordinatorDeputyNamed,
    CoordinatorHandoverAccepted,
    CoordinatorHandoverEnded,
    CoordinatorVacated,
    FamilyMemberLeft,
    PrimaryContactDesignated,
)
from contracts.ids import PersonId
from services.contacts.dues import dues
from tests.unit.contacts_commands import (
    CHOOSE,
    DEPUTY,
    DESIGNATE,
    END_DEPUTY,
    TAKE_BATON,
    VACATE,
)
from tests.unit.contacts_story import (
    CHOSEN,
    DAY,
    ESTABLISHED,
    LED,
    PASSED_ON,
    TEAM,
    THREE_ATTACHED,
    TRUSTED,
    but,
    by,
    the_family,
)
from tests.unit.family import (
    ANNA,
    BO,
    BY_ANNA,
    FAMILY,
    HOME_LAW,
    PASSER_BY,
    SOFIE,
    STRANGER,
    TOMAS,
    ULLA,
    attached,
)

VACATED = CoordinatorVacated(family=FAMILY, professional=SOFIE)
TAKEN = CoordinatorHandoverAccepted(family=FAMILY, professional=TOMAS, previous=SOFIE)
TO_TOMAS = but(CHOOSE, professional=TOMAS, chosen_by=(ANNA,))


def put_back(reason: str) -> CoordinatorHandoverEnded:
    """The baton is not held out to Tomas any more."""
    return CoordinatorHandoverEnded(family=FAMILY, professional=TOMAS, reason=reason)


def test_the_coordinator_is_of_the_team() -> None:
    """INV-01, P08, Q04: the first one at once, and primary contact too where the family has none."""
    the_family(*TEAM).when(CHOOSE).then(CHOSEN, TRUSTED).when(CHOOSE).then()
    the_family(*TEAM).when(but(CHOOSE, professional=ULLA)).refused("coordinator_not_on_team")
    the_family(*THREE_ATTACHED).when(CHOOSE).refused("team_not_established")
    over = HOME_LAW.model_copy(update={"valid_to": date(2024, 2, 29)})
    out_of_term = attached(SOFIE).model_copy(update={"basis": over})
    the_family(*TEAM, out_of_term).when(but(CHOOSE, by=BY_ANNA, chosen_by=(ANNA,))).refused(
        "professional_not_attached"
    )


def test_the_family_may_trust_another_than_its_coordinator() -> None:
    """Q04: who is primary contact stays so."""
    ulla = PrimaryContactDesignated(family=FAMILY, professional=ULLA)
    the_family(*TEAM, ulla).when(CHOOSE).then(CHOSEN)


@pytest.mark.parametrize("chosen_by", [(), (STRANGER,), (ANNA, STRANGER)])
def test_only_the_family_chooses_its_coordinator(chosen_by: tuple[PersonId, ...]) -> None:
    """INV-02."""
    the_family(*TEAM).when(but(CHOOSE, chosen_by=chosen_by)).refused("coordinator_not_chosen_by_family")


def test_children_do_not_choose_alone() -> None:
    """INV-02: beside an adult they do, and where the family has none."""
    the_family(*TEAM).when(but(CHOOSE, chosen_by=(BO,))).refused("coordinator_chosen_without_adult")
    gone = FamilyMemberLeft(family=FAMILY, person=ANNA, reason="moved")
    assert the_family(*TEAM, gone).when(but(CHOOSE, chosen_by=(BO,))).refusal is None


def test_a_member_chooses_for_himself_or_herself() -> None:
    """INV-02."""
    the_family(*TEAM).when(but(CHOOSE, by=BY_ANNA)).then(CHOSEN, TRUSTED)
    for_bo = but(CHOOSE, by=BY_ANNA, chosen_by=(BO,))
    the_family(*TEAM).when(for_bo).refused("coordinator_not_chosen_by_family")


@pytest.mark.parametrize("profession", ["social worker", "teacher", "health visitor", "caretaker"])
def test_any_profession_may_coordinate(profession: str) -> None:
    """INV-04."""
    sofie = attached(SOFIE).model_copy(update={"profession": profession})
    the_family(sofie, attached(TOMAS), ESTABLISHED).when(CHOOSE).then(CHOSEN, TRUSTED)


def test_the_old_coordinator_holds_until_the_new_one_accepts() -> None:
    """INV-03: one at a time."""
    started = the_family(*LED).when(TO_TOMAS).then(PASSED_ON)
    assert started.state.coordinator == SOFIE
    started.when(TO_TOMAS).then()
    taken = started.when(TAKE_BATON).then(TAKEN)
    assert taken.state.coordinator == TOMAS
    taken.when(TAKE_BATON).refused("no_handover")


def test_the_one_who_was_chosen_answers() -> None:
    """INV-03: nobody else does, and a no says why."""
    family = the_family(*LED, PASSED_ON)
    family.when(but(TAKE_BATON, by=by(SOFIE))).refused("handover_of_another")
    no = but(TAKE_BATON, accepts=False, reason="no time")
    stays = family.when(no).then(put_back("no time"))
    assert stays.state.coordinator == SOFIE
    family.when(but(no, reason=None)).refused("decline_without_reason")
    the_family(*LED).when(TAKE_BATON).refused("no_handover")


def test_the_family_may_choose_otherwise_meanwhile() -> None:
    """INV-02, INV-03: another one, or the one whom it has."""
    family = the_family(*LED, attached(ULLA), PASSED_ON)
    family.when(but(TO_TOMAS, professional=SOFIE)).then(put_back("chosen-again"))
    joined = the_family(*THREE_ATTACHED, ESTABLISHED.model_copy(update={"members": (SOFIE, TOMAS, ULLA)}))
    to_ulla = PASSED_ON.model_copy(update={"professional": ULLA})
    waiting = joined.when(CHOOSE).then(CHOSEN, TRUSTED).when(TO_TOMAS).then(PASSED_ON)
    waiting.when(but(TO_TOMAS, professional=ULLA)).then(put_back("another-chosen"), to_ulla)


def test_the_baton_may_be_taken_when_the_place_is_vacant_already() -> None:
    """INV-03: or the family chooses once more, at once."""
    vacant = the_family(*LED, PASSED_ON, VACATED)
    vacant.when(TAKE_BATON).then(TAKEN)
    chosen = CoordinatorChosen(family=FAMILY, professional=TOMAS, chosen_by=(ANNA,))
    vacant.when(TO_TOMAS).then(put_back("chosen-anew"), chosen)


def test_the_place_is_vacated_once() -> None:
    """R07, INV-02: with the reason, and who of the family wanted it where it was their choice."""
    said = VACATED.model_copy(update={"reason": "illness"})
    the_family(*LED).when(VACATE).then(said).when(VACATE).then()
    by_anna = but(VACATE, by=BY_ANNA, decided_by=(ANNA,))
    the_family(*LED).when(by_anna).then(said.model_copy(update={"decided_by": (ANNA,)}))
    the_family(*LED).when(but(by_anna, decided_by=(BO,))).refused("coordinator_not_chosen_by_family")
    the_family(*LED).when(but(VACATE, decided_by=(STRANGER,))).refused("person_not_in_family")


def test_a_deputy_of_the_team_stands_in_for_some_days() -> None:
    """R07, INV-01."""
    named = CoordinatorDeputyNamed(family=FAMILY, deputy=TOMAS, valid_from=DAY, valid_to=date(2024, 3, 14))
    the_family(*LED).when(DEPUTY).then(named).when(DEPUTY).then()
    the_family(*TEAM).when(DEPUTY).refused("coordinator_missing")
    for who in (SOFIE, ULLA):
        the_family(*LED).when(but(DEPUTY, deputy=who)).refused("deputy_not_on_team")
    backwards = but(DEPUTY, valid_to=date(2024, 2, 28))
    gone_by = but(DEPUTY, valid_from=date(2024, 2, 1), valid_to=date(2024, 2, 29))
    the_family(*LED).when(gone_by).refused("deputy_over")
    the_family(*LED).when(backwards).refused("deputy_ends_before_it_begins")


def test_there_is_one_primary_contact() -> None:
    """INV-05, T12: replacing is one event."""
    the_family(*THREE_ATTACHED).when(DESIGNATE).then(TRUSTED).when(DESIGNATE).then()
    replaced = PrimaryContactDesignated(family=FAMILY, professional=ULLA, previous=SOFIE)
    the_family(*THREE_ATTACHED, TRUSTED).when(but(DESIGNATE, professional=ULLA)).then(replaced)
    outside = but(DESIGNATE, professional=PASSER_BY)
    the_family(*THREE_ATTACHED).when(outside).refused("professional_not_attached")


def test_the_clock_says_that_a_deputys_days_are_over() -> None:
    """R07, INV-40: once, after the last of them; another deputy's days are others."""
    last = date(2024, 3, 14)
    named = CoordinatorDeputyNamed(family=FAMILY, deputy=TOMAS, valid_from=DAY, valid_to=last)
    family = the_family(*LED, named)
    (due,) = dues(FAMILY, family.state)
    assert (due.subject, due.on) == (f"deputy/{TOMAS}/1", last)
    over = CoordinatorDeputyEnded(family=FAMILY, deputy=TOMAS, due_on=last)
    late = datetime(2024, 3, 14, 23, 0, tzinfo=UTC)
    after = family.when(due.command(late)).then(over)
    after.when(due.command(late)).then()
    assert list(dues(FAMILY, after.state)) == []
    family.when(due.command(late.replace(hour=22))).then()
    again = after.when(DEPUTY).then(named)
    assert [each.subject for each in dues(FAMILY, again.state)] == [f"deputy/{TOMAS}/2"]
    longer = named.model_copy(update={"valid_to": date(2024, 4, 1)})
    the_family(*LED, named, longer).when(END_DEPUTY).then()


def test_who_of_the_family_trusts_the_primary_contact_is_kept() -> None:
    """R08: where it was said; each speaks for himself or herself."""
    chosen = TRUSTED.model_copy(update={"chosen_by": (ANNA,)})
    the_family(*TEAM).when(but(DESIGNATE, chosen_by=(ANNA, ANNA))).then(chosen)
    the_family(*TEAM).when(but(DESIGNATE, by=BY_ANNA)).then(chosen)
    the_family(*TEAM).when(but(DESIGNATE, by=BY_ANNA, chosen_by=(BO,))).refused("trust_of_another")
    the_family(*TEAM).when(but(DESIGNATE, chosen_by=(STRANGER,))).refused("person_not_in_family")
