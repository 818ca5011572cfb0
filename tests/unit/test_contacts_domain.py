"""The family and its members: registered, joined, changed, left; what a closed case takes."""

from dataclasses import replace

import pytest

from contracts.contacts.events import (
    ConsentWithdrawn,
    FamilyClosed,
    FamilyMemberAdded,
    FamilyMemberChanged,
    FamilyMemberLeft,
    HouseholdMerged,
    Member,
    Role,
)
from eventkeep.testing import given
from services.contacts import households, members
from services.contacts.domain import FamilyCommand, KnownPerson
from services.contacts.state import Membership, State
from tests.unit.contacts_commands import (
    ADD,
    CHANGE,
    EVERY_COMMAND,
    FOLLOW_PERSON,
    JOIN_HOUSEHOLD,
    REGISTER,
    REMOVE,
    REOPEN,
    WITHDRAW,
)
from tests.unit.contacts_story import (
    CONSENT,
    CONSENTED,
    CONTACTS,
    KNOWN,
    LED,
    OTHER_FAMILY,
    but,
    by,
    the_family,
)
from tests.unit.family import (
    ANNA,
    BO,
    BY_ANNA,
    CLARA,
    FAMILY,
    PASSER_BY,
    REGISTERED,
    STRANGER,
)

BO_MEMBER = Member(person=BO, role=Role.YOUNG, name="Bo Example")
CLARA_MEMBER = Member(person=CLARA, role=Role.CHILD, name="Clara Example")
CLOSED = FamilyClosed(family=FAMILY, reason="goals reached")


def test_a_family_is_registered_with_its_members() -> None:
    """R01, R02, R04: each once, with role and name as the register of persons has them."""
    new = given(CONTACTS).with_known(KNOWN)
    new.when(REGISTER).then(REGISTERED).when(REGISTER).refused("family_registered_already")
    new.when(but(REGISTER, members=(ANNA, BO, ANNA))).then(REGISTERED)
    new.when(but(REGISTER, members=())).refused("family_without_members")
    new.when(but(REGISTER, members=(STRANGER,))).refused("person_unknown")


BEGINS = (members.RegisterFamily, households.OpenHousehold)
GOES_ON = [each for each in EVERY_COMMAND if not isinstance(each, BEGINS)]


@pytest.mark.parametrize("command", GOES_ON, ids=lambda c: type(c).__name__)
def test_a_family_is_registered_before_anything_else(command: FamilyCommand) -> None:
    """R01."""
    given(CONTACTS).with_known(KNOWN).when(command).refused("family_unknown")


@pytest.mark.parametrize(
    "command",
    [each for each in GOES_ON if each not in (REOPEN, FOLLOW_PERSON, JOIN_HOUSEHOLD, WITHDRAW)],
    ids=lambda c: type(c).__name__,
)
def test_nothing_but_reopening_is_accepted_on_a_closed_family(command: FamilyCommand) -> None:
    """R01, Q15: whoever asks."""
    the_family(*LED, CLOSED).when(command).refused("family_closed")


def test_a_closed_case_loses_nobody_and_holds_nobody_to_a_consent() -> None:
    """R01, X-01: whom a merge brought belongs to it, and a consent is taken back at any time."""
    merged = HouseholdMerged(family=FAMILY, merged=OTHER_FAMILY)
    joined = FamilyMemberAdded(family=FAMILY, member=CLARA_MEMBER)
    other = State(members={CLARA: Membership(Role.CHILD)})
    known = replace(KNOWN, families={OTHER_FAMILY: other})
    the_family(*LED, CLOSED).with_known(known).when(JOIN_HOUSEHOLD).then(merged, joined)
    withdrawn = ConsentWithdrawn(family=FAMILY, consent=CONSENT, withdrawn_by=ANNA)
    for actor in (BY_ANNA, by(PASSER_BY)):
        the_family(CONSENTED, *LED, CLOSED).when(but(WITHDRAW, by=actor)).then(withdrawn)


def test_somebody_joins_the_family() -> None:
    """R02, X-02: a child with those who hold custody, wherever they live."""
    the_family().when(ADD).then(FamilyMemberAdded(family=FAMILY, member=CLARA_MEMBER)).when(ADD).then()
    the_family().when(but(ADD, person=STRANGER)).refused("person_unknown")
    with_custody = CLARA_MEMBER.model_copy(update={"custody": (ANNA,)})
    the_family().when(but(ADD, custody=(ANNA, ANNA))).then(
        FamilyMemberAdded(family=FAMILY, member=with_custody)
    )
    the_family().when(but(ADD, custody=(STRANGER,))).refused("person_unknown")
    the_family().when(but(ADD, custody=(CLARA,))).refused("custody_of_oneself")


def test_a_member_changes() -> None:
    """R02, X-02: role and custody are said; the name is the register's."""
    changed = FamilyMemberChanged(family=FAMILY, member=BO_MEMBER.model_copy(update={"custody": (ANNA,)}))
    the_family().when(CHANGE).then(changed).when(CHANGE).then()
    the_family().when(but(CHANGE, person=STRANGER)).refused("person_not_in_family")


def test_a_member_leaves_but_never_the_last() -> None:
    """R01, R02."""
    left = FamilyMemberLeft(family=FAMILY, person=BO, reason="moved")
    alone = the_family().when(REMOVE).then(left)
    alone.when(REMOVE).then()
    alone.when(but(REMOVE, person=ANNA)).refused("last_member")


def test_what_the_register_says_follows_a_person() -> None:
    """R05, X-06: protection always, name and role where they changed there."""
    protected = KnownPerson("Bo Other", Role.ADULT, protected=True)
    known = replace(KNOWN, persons={BO: protected})
    family = the_family().with_known(known)
    shielded = Member(person=BO, role=Role.YOUNG, name="Bo Other", protected=True)
    changed = FamilyMemberChanged(family=FAMILY, member=shielded)
    after = family.when(but(FOLLOW_PERSON, renamed=False)).then(changed)
    after.when(but(FOLLOW_PERSON, renamed=False)).then()
    renamed = shielded.model_copy(update={"role": Role.ADULT})
    after.when(FOLLOW_PERSON).then(FamilyMemberChanged(family=FAMILY, member=renamed))
    family.when(but(FOLLOW_PERSON, person=CLARA)).then()
    the_family(CLOSED).with_known(known).when(but(FOLLOW_PERSON, renamed=False)).then(changed)


def test_custody_is_never_lost_by_saying_something_else() -> None:
    """X-02: it stays until others are named, or nobody; of an adult nobody holds it."""
    held = FamilyMemberChanged(family=FAMILY, member=BO_MEMBER.model_copy(update={"custody": (ANNA,)}))
    child = BO_MEMBER.model_copy(update={"role": Role.CHILD, "custody": (ANNA,), "set_here": True})
    to_child = but(CHANGE, role=Role.CHILD, custody=())
    the_family(held).when(to_child).then(FamilyMemberChanged(family=FAMILY, member=child))
    nobodys = but(CHANGE, custody=(), no_custody=True)
    the_family(held).when(nobodys).then(FamilyMemberChanged(family=FAMILY, member=BO_MEMBER))
    the_family(held).when(but(nobodys, custody=(ANNA,))).refused("custody_unclear")
    grown = BO_MEMBER.model_copy(update={"role": Role.ADULT, "set_here": True})
    the_family(held).when(but(CHANGE, role=Role.ADULT)).then(FamilyMemberChanged(family=FAMILY, member=grown))


def test_whoever_is_there_already_is_not_added_with_another_custody() -> None:
    """X-02: it would be dropped in silence."""
    there = FamilyMemberAdded(family=FAMILY, member=CLARA_MEMBER.model_copy(update={"custody": (ANNA,)}))
    the_family(there).when(but(ADD, custody=(BO,))).refused("member_already")
    the_family(there).when(but(ADD, custody=(ANNA,))).then()
    the_family(there).when(ADD).then()


def test_a_role_that_the_family_gave_stays_when_a_name_is_corrected() -> None:
    """R02, R05: the register's is taken over where the family has no own word."""
    here = BO_MEMBER.model_copy(update={"role": Role.CHILD, "set_here": True})
    said = FamilyMemberChanged(family=FAMILY, member=here)
    the_family().when(but(CHANGE, role=Role.CHILD, custody=())).then(said)
    known = replace(KNOWN, persons={BO: KnownPerson("Bo Other", Role.ADULT)})
    renamed = FamilyMemberChanged(family=FAMILY, member=here.model_copy(update={"name": "Bo Other"}))
    the_family(said).with_known(known).when(FOLLOW_PERSON).then(renamed)
    back = but(CHANGE, role=Role.YOUNG, custody=())
    the_family(said).when(back).then(FamilyMemberChanged(family=FAMILY, member=BO_MEMBER))
