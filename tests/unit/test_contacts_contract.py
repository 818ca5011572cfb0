"""The collaboration contract: three sections, three signatures, and a new coordinator's anew."""

import pytest

from contracts.contacts.events import (
    ContractAwaitsSignature,
    ContractDrafted,
    ContractEnded,
    ContractParty,
    CoordinatorChosen,
    CoordinatorHandoverAccepted,
    CoordinatorVacated,
    FamilyEvent,
    FamilyMemberLeft,
    ProfessionalDetached,
    TeamMemberRemoved,
)
from contracts.ids import ContractId
from services.contacts.contract import DraftContract
from tests.unit.contacts_commands import (
    CHOOSE,
    DETACH,
    DRAFT,
    END_CONTRACT,
    LEAVE,
    REMOVE,
    SIGN,
    SPLIT,
    TAKE_BATON,
)
from tests.unit.contacts_story import (
    CONTRACT,
    DAY,
    DRAFTED,
    LED,
    PASSED_ON,
    TEAM,
    THREE_ATTACHED,
    but,
    by,
    signed,
    the_family,
)
from tests.unit.family import (
    ANNA,
    BO,
    BY_ANNA,
    FAMILY,
    SOFIE,
    STRANGER,
    TOMAS,
    ULLA,
    numbered,
    person,
)

VACATED = CoordinatorVacated(family=FAMILY, professional=SOFIE)
TAKEN = CoordinatorHandoverAccepted(family=FAMILY, professional=TOMAS, previous=SOFIE)
TO_TOMAS = but(CHOOSE, professional=TOMAS, chosen_by=(ANNA,))
AWAITS = ContractAwaitsSignature(family=FAMILY, contract=CONTRACT, version=1, party=ContractParty.COORDINATOR)
TEAM_AWAITS = AWAITS.model_copy(update={"party": ContractParty.TEAM})
FAMILY_AWAITS = AWAITS.model_copy(update={"party": ContractParty.FAMILY})
SIGNED: tuple[FamilyEvent, ...] = (
    DRAFTED,
    signed(ContractParty.TEAM, TOMAS),
    signed(ContractParty.COORDINATOR, SOFIE),
    signed(ContractParty.FAMILY, ANNA, in_force=True),
)


def test_a_contract_has_its_three_sections() -> None:
    """INV-49, A17, P09."""
    the_family(*TEAM).when(DRAFT).then(DRAFTED)
    the_family(*THREE_ATTACHED).when(DRAFT).refused("not_on_team")
    for section in ("expectations", "roles", "competences"):
        with pytest.raises(ValueError, match=section):
            DraftContract.model_validate(DRAFT.model_dump() | {section: " "})


def test_the_next_version_is_signed_anew() -> None:
    """A17, INV-48: there is one contract, and an ended one stays ended."""
    second = ContractDrafted(family=FAMILY, contract=CONTRACT, version=2, sections=DRAFTED.sections)
    again = the_family(*LED, *SIGNED).when(DRAFT).then(second)
    again.when(SIGN).refused("contract_version_not_current")
    first = signed(ContractParty.TEAM, SOFIE).model_copy(update={"version": 2})
    again.when(but(SIGN, version=2)).then(first)
    other = but(DRAFT, contract=numbered(ContractId, 2))
    the_family(*LED, DRAFTED).when(other).refused("contract_drafted_already")
    ended = ContractEnded(family=FAMILY, contract=CONTRACT, reason="goals reached")
    the_family(*LED, DRAFTED, ended).when(DRAFT).refused("contract_drafted_already")


def test_the_contract_is_in_force_with_the_third_signature() -> None:
    """INV-48: in any order; a party signs once."""
    family = the_family(*LED, DRAFTED)
    team = family.when(SIGN).then(signed(ContractParty.TEAM, SOFIE))
    team.when(SIGN).then()
    anna = but(SIGN, party=ContractParty.FAMILY, signed_by=ANNA, by=BY_ANNA)
    two = team.when(anna).then(signed(ContractParty.FAMILY, ANNA))
    sofie = but(SIGN, party=ContractParty.COORDINATOR)
    two.when(sofie).refused("signed_for_another_party")
    by_tomas = but(SIGN, signed_by=TOMAS, by=by(TOMAS))
    other = family.when(by_tomas).after.when(anna).after
    other.when(sofie).then(signed(ContractParty.COORDINATOR, SOFIE, in_force=True))


@pytest.mark.parametrize(
    ("party", "signer"),
    [
        (ContractParty.TEAM, ULLA),
        (ContractParty.COORDINATOR, TOMAS),
        (ContractParty.FAMILY, STRANGER),
        (ContractParty.FAMILY, SOFIE),
    ],
)
def test_each_party_is_signed_for_by_its_own(party: ContractParty, signer: str) -> None:
    """INV-48."""
    command = but(SIGN, party=party, signed_by=signer)
    the_family(*LED, DRAFTED).when(command).refused("signer_not_of_party")


def test_nobody_signs_for_somebody_else() -> None:
    """INV-48: what the family signed is recorded by staff, all else is signed by oneself."""
    family = the_family(*LED, DRAFTED)
    family.when(but(SIGN, signed_by=TOMAS)).refused("signature_of_another")
    for_anna = but(SIGN, party=ContractParty.FAMILY, signed_by=ANNA)
    family.when(for_anna).then(signed(ContractParty.FAMILY, ANNA))
    family.when(but(for_anna, by=person(BO))).refused("signature_of_another")
    family.when(but(SIGN, contract=numbered(ContractId, 2))).refused("contract_unknown")


def test_a_new_coordinator_signs_anew() -> None:
    """INV-48: with the handover the contract awaits a signature, and isn't in force until then."""
    taken = the_family(*LED, *SIGNED, PASSED_ON).when(TAKE_BATON).then(TAKEN, AWAITS, TEAM_AWAITS)
    tomas = but(SIGN, party=ContractParty.COORDINATOR, signed_by=TOMAS, by=by(TOMAS))
    now = taken.when(tomas).then(signed(ContractParty.COORDINATOR, TOMAS))
    now.when(SIGN).then(signed(ContractParty.TEAM, SOFIE, in_force=True))
    vacant = the_family(*LED, *SIGNED, VACATED)
    chosen = CoordinatorChosen(family=FAMILY, professional=TOMAS, chosen_by=(ANNA,))
    vacant.when(TO_TOMAS).then(chosen, AWAITS, TEAM_AWAITS)
    assert ContractParty.COORDINATOR not in signatures(*LED, *SIGNED, VACATED)


def signatures(*events: FamilyEvent) -> set[ContractParty]:
    """Who has signed the contract that stands."""
    contract = the_family(*events).state.contract
    return set() if contract is None else set(contract.signed)


def test_a_contract_ends_with_a_reason() -> None:
    """A17."""
    ended = ContractEnded(family=FAMILY, contract=CONTRACT, reason="goals reached")
    the_family(*LED, DRAFTED).when(END_CONTRACT).then(ended).when(END_CONTRACT).then()
    the_family(*LED).when(END_CONTRACT).refused("contract_unknown")


def test_an_adult_signs_for_the_family() -> None:
    """INV-48: a child does where the family has no adult."""
    by_bo = but(SIGN, party=ContractParty.FAMILY, signed_by=BO, by=person(BO))
    the_family(*LED, DRAFTED).when(by_bo).refused("signer_not_adult")
    gone = FamilyMemberLeft(family=FAMILY, person=ANNA, reason="moved")
    the_family(*LED, DRAFTED, gone).when(by_bo).then(signed(ContractParty.FAMILY, BO))


def test_a_coordinator_who_is_the_team_alone_signs_for_both() -> None:
    """INV-48."""
    off = TeamMemberRemoved(family=FAMILY, professional=TOMAS)
    both = the_family(*LED, off, DRAFTED).when(SIGN).then(signed(ContractParty.TEAM, SOFIE))
    coordinator = but(SIGN, party=ContractParty.COORDINATOR)
    both.when(coordinator).then(signed(ContractParty.COORDINATOR, SOFIE))


def test_a_contract_waits_anew_when_who_signed_it_leaves() -> None:
    """INV-48: the team or the family signs by another."""
    off = TeamMemberRemoved(family=FAMILY, professional=TOMAS)
    detached = ProfessionalDetached(family=FAMILY, professional=TOMAS, reason="left", detached_on=DAY)
    family = the_family(*LED, *SIGNED)
    family.when(but(LEAVE, professional=TOMAS)).then(off, TEAM_AWAITS)
    family.when(but(DETACH, professional=TOMAS)).then(off, TEAM_AWAITS, detached)
    gone = FamilyMemberLeft(family=FAMILY, person=ANNA, reason="moved")
    left = family.when(but(REMOVE, person=ANNA)).then(gone, FAMILY_AWAITS)
    assert set(left.state.contract.signed) == {ContractParty.TEAM, ContractParty.COORDINATOR}
    parted = family.when(but(SPLIT, moved=(ANNA,), shared=())).after
    assert set(parted.state.contract.signed) == {ContractParty.TEAM, ContractParty.COORDINATOR}
