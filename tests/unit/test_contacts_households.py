"""Households split and come together, and a case ends with everything around it."""

from dataclasses import replace

import pytest

from contracts.contacts.events import (
    ContactEnded,
    ContactKind,
    ContactRequested,
    ContactStarted,
    ContractEnded,
    CoordinatorHandoverEnded,
    CoordinatorVacated,
    FamilyClosed,
    FamilyMemberAdded,
    FamilyMemberChanged,
    FamilyMemberLeft,
    FamilyRegistered,
    FamilyReopened,
    HouseholdMerged,
    HouseholdSplit,
    Member,
    PrimaryContactVacated,
    ProfessionalDetached,
    Role,
    TeamMemberRemoved,
)
from contracts.ids import PersonId
from eventkeep.testing import given
from services.contacts.closing import MOVED_AWAY
from services.contacts.domain import State
from services.contacts.dues import dues
from tests.unit.contacts_commands import (
    CLOSE,
    CONFIRM,
    JOIN_HOUSEHOLD,
    MERGE,
    OPEN,
    REOPEN,
    SPLIT,
)
from tests.unit.contacts_story import (
    CONTACTS,
    CONTRACT,
    DAY,
    DRAFTED,
    KNOWN,
    LED,
    OTHER_FAMILY,
    PASSED_ON,
    REQUEST,
    THREE_ATTACHED,
    but,
    state_of,
    the_family,
)
from tests.unit.family import (
    ANNA,
    BO,
    CLARA,
    FAMILY,
    REGISTERED,
    SOFIE,
    STRANGER,
    TOMAS,
    ULLA,
    attached,
)

BO_MEMBER = Member(person=BO, role=Role.YOUNG, name="Bo Example")
CLARA_MEMBER = Member(person=CLARA, role=Role.CHILD, name="Clara Example")
BO_LEFT = FamilyMemberLeft(family=FAMILY, person=BO, reason="household-split", moved_to=OTHER_FAMILY)
CLOSED = FamilyClosed(family=FAMILY, reason="goals reached")


def elsewhere(*events: object) -> object:
    """What is known where the other family has come this far."""
    other = state_of(*(each.model_copy(update={"family": OTHER_FAMILY}) for each in events))  # type: ignore[attr-defined]
    return replace(KNOWN, families={OTHER_FAMILY: other})


def test_a_household_splits() -> None:
    """R01, R02: it says who moves into which family, then each leaves."""
    split = HouseholdSplit(family=FAMILY, into=OTHER_FAMILY, moved=(BO,), shared=(ANNA,))
    the_family().when(SPLIT).then(split, BO_LEFT)
    with_clara = the_family(FamilyMemberAdded(family=FAMILY, member=CLARA_MEMBER))
    shared = but(SPLIT, moved=(), shared=(CLARA,))
    with_clara.when(shared).then(HouseholdSplit(family=FAMILY, into=OTHER_FAMILY, moved=(), shared=(CLARA,)))
    the_family().when(but(SPLIT, moved=(STRANGER,))).refused("person_not_in_family")
    the_family().when(but(SPLIT, into=FAMILY)).refused("other_family_not_open")
    the_family().with_known(elsewhere(REGISTERED)).when(SPLIT).refused("family_registered_already")


@pytest.mark.parametrize(
    ("moved", "shared"), [((), ()), ((ANNA, BO), ()), ((BO,), (BO,))], ids=["nobody", "all", "both"]
)
def test_each_stays_moves_or_belongs_to_both(
    moved: tuple[PersonId, ...], shared: tuple[PersonId, ...]
) -> None:
    """R02."""
    the_family().when(but(SPLIT, moved=moved, shared=shared)).refused("split_unclear")


def test_a_split_opens_the_new_family() -> None:
    """R01, X-02: role and custody go along, of those who have left the other family already too."""
    custody = BO_MEMBER.model_copy(update={"custody": (ANNA,)})
    before = (REGISTERED, FamilyMemberChanged(family=FAMILY, member=custody), BO_LEFT)
    opened = FamilyRegistered(family=FAMILY, members=(custody,), split_from=OTHER_FAMILY)
    new = given(CONTACTS).with_known(elsewhere(*before))
    new.when(OPEN).then(opened).when(OPEN).then()
    the_family().with_known(elsewhere(*before)).when(OPEN).refused("family_registered_already")
    as_registered = FamilyRegistered(family=FAMILY, members=(BO_MEMBER,), split_from=OTHER_FAMILY)
    given(CONTACTS).with_known(KNOWN).when(OPEN).then(as_registered)


def test_a_household_is_not_opened_for_nobody() -> None:
    """R01: a family has at least one member, also one that a split opens."""
    given(CONTACTS).with_known(KNOWN).when(but(OPEN, persons=())).refused("family_without_members")


def test_a_household_is_merged_into_another() -> None:
    """R01, INV-40: it closes here and says where it goes on."""
    merged = FamilyClosed(family=FAMILY, reason="merged", continued_in=OTHER_FAMILY)
    the_family().with_known(elsewhere(REGISTERED)).when(MERGE).then(merged)
    with_sofie = elsewhere(REGISTERED, attached(SOFIE))
    detached = ProfessionalDetached(
        family=FAMILY, professional=SOFIE, reason="family-closed", detached_on=DAY
    )
    the_family(attached(SOFIE)).with_known(with_sofie).when(MERGE).then(detached, merged)
    with_tomas = elsewhere(REGISTERED, attached(TOMAS))
    the_family().with_known(with_tomas).when(MERGE).refused("not_around_family")
    for other in (elsewhere(), elsewhere(REGISTERED, CLOSED)):
        the_family().with_known(other).when(MERGE).refused("other_family_not_open")
    the_family().with_known(elsewhere(REGISTERED)).when(but(MERGE, into=FAMILY)).refused(
        "other_family_not_open"
    )


def test_the_members_join_the_other_family() -> None:
    """R01, R02: who belongs to both already stays as he or she is."""
    clara = FamilyMemberAdded(family=FAMILY, member=CLARA_MEMBER.model_copy(update={"custody": (ANNA,)}))
    joined = the_family().with_known(elsewhere(REGISTERED, clara)).when(JOIN_HOUSEHOLD)
    joined.then(HouseholdMerged(family=FAMILY, merged=OTHER_FAMILY), clara).when(JOIN_HOUSEHOLD).then()


def test_a_case_ends_with_everything_around_it() -> None:
    """R01, Q15, X-10: each end is an event of its own, in one decision; the case is last. INV-01, INV-05, INV-07."""
    called = ContactStarted(family=FAMILY, professional=SOFIE, kind=ContactKind.DIRECT, contacts=1)
    also = ContactStarted(family=FAMILY, professional=ULLA, kind=ContactKind.DIRECT, contacts=2)
    gone = [
        ProfessionalDetached(family=FAMILY, professional=who, reason="family-closed", detached_on=DAY)
        for who in (SOFIE, TOMAS, ULLA)
    ]
    ends = [
        ContactEnded(
            family=FAMILY, professional=who, kind=ContactKind.DIRECT, reason="detached", contacts=left
        )
        for who, left in ((SOFIE, 1), (ULLA, 0))
    ]
    the_family(*LED, called, also, DRAFTED, PASSED_ON).when(CLOSE).then(
        *(CoordinatorVacated(family=FAMILY, professional=SOFIE),),
        *(TeamMemberRemoved(family=FAMILY, professional=SOFIE),),
        *(PrimaryContactVacated(family=FAMILY, professional=SOFIE), ends[0], gone[0]),
        *(CoordinatorHandoverEnded(family=FAMILY, professional=TOMAS, reason="left-team"),),
        *(TeamMemberRemoved(family=FAMILY, professional=TOMAS), gone[1]),
        *(ends[1], gone[2]),
        *(ContractEnded(family=FAMILY, contract=CONTRACT, reason="family-closed"), CLOSED),
    )


def test_a_family_that_moves_away_takes_a_handover_with_it() -> None:
    """R01: the other municipality is told."""
    away = but(CLOSE, reason=MOVED_AWAY)
    for reason in (MOVED_AWAY, "moved away"):
        the_family().when(but(away, reason=reason)).refused("handover_missing")
    handed = FamilyClosed(family=FAMILY, reason=MOVED_AWAY, handover="What we agreed.")
    the_family().when(but(away, handover="What we agreed.")).then(handed)


def test_a_closed_case_is_opened_again_and_begins_anew() -> None:
    """R01: its members are there, nobody else is."""
    reopened = FamilyReopened(family=FAMILY, reason="new needs")
    again = the_family(*LED, CLOSED).when(REOPEN).then(reopened)
    assert again.state == replace(state_of(REGISTERED), known=KNOWN, attachments=3)
    again.when(REOPEN).then()
    the_family(*THREE_ATTACHED).when(REOPEN).then()
    assert again.state != State()


def test_a_case_that_goes_on_in_another_family_stays_closed() -> None:
    """R01: else there were two cases of the same people."""
    merged = FamilyClosed(family=FAMILY, reason="merged", continued_in=OTHER_FAMILY)
    the_family(merged).when(REOPEN).refused("continued_elsewhere")


def test_nobody_is_asked_to_call_any_more_once_the_case_is_closed() -> None:
    """Q15, INV-64: nor when it is opened again."""
    asked = ContactRequested(family=FAMILY, request=REQUEST, professional=ULLA, due_on=DAY)
    reopened = FamilyReopened(family=FAMILY, reason="new needs")
    again = the_family(attached(SOFIE), asked, CLOSED, reopened, attached(SOFIE))
    assert list(dues(FAMILY, the_family(asked).state)) != []
    assert list(dues(FAMILY, again.state)) == []
    again.when(CONFIRM).then()
