"""A member carries the day of birth of the register: for counting by age, never shown in the plan. R05, T02, T10."""

from dataclasses import replace
from datetime import date

import pytest

from contracts.contacts.events import FamilyMemberAdded, FamilyMemberChanged, FamilyRegistered, Member, Role
from eventkeep.testing import Given, given
from services.contacts.domain import KnownPerson
from tests.unit.contacts_commands import ADD, CHANGE, FOLLOW_PERSON, REGISTER
from tests.unit.contacts_story import CONTACTS, KNOWN, the_family
from tests.unit.family import ANNA, BO, CLARA, FAMILY
from tests.views.around import CONTACTS as TOLD
from tests.views.shown import family_plan

BORN = date(2008, 2, 29)
WITH_AGES = replace(
    KNOWN,
    persons={
        ANNA: KnownPerson("Anna Example", Role.ADULT, date(1985, 5, 5)),
        BO: KnownPerson("Bo Example", Role.YOUNG, BORN),
        CLARA: KnownPerson("Clara Example", Role.CHILD),
    },
)
BO_BORN = Member(person=BO, role=Role.YOUNG, name="Bo Example", born="2008-02-29")


def known(family: Given) -> Given:
    """The register knows when they were born; of Clara nobody told."""
    return family.with_known(WITH_AGES)


def test_whoever_is_registered_or_joins_brings_the_day_of_birth() -> None:
    """R05: as the register has it; where nobody told it, none."""
    anna = Member(person=ANNA, role=Role.ADULT, name="Anna Example", born="1985-05-05")
    known(given(CONTACTS)).when(REGISTER).then(FamilyRegistered(family=FAMILY, members=(anna, BO_BORN)))
    clara = Member(person=CLARA, role=Role.CHILD, name="Clara Example")
    known(the_family()).when(ADD).then(FamilyMemberAdded(family=FAMILY, member=clara))


def test_a_correction_in_the_register_follows_into_the_family() -> None:
    """R05: an event of before had none."""
    known(the_family()).when(FOLLOW_PERSON).then(FamilyMemberChanged(family=FAMILY, member=BO_BORN))
    changed = BO_BORN.model_copy(update={"custody": (ANNA,)})
    known(the_family()).when(CHANGE).then(FamilyMemberChanged(family=FAMILY, member=changed))


@pytest.mark.parametrize("sealed", ["2008-02-29", "sealed.1.bo.e3.born.c29maWU="])
def test_the_shared_plan_shows_nobody_s_day_of_birth(sealed: str) -> None:
    """X-05, INV-36: the plan is the same with and without it."""
    born = FamilyMemberChanged(family=FAMILY, member=BO_BORN.model_copy(update={"born": sealed}))
    unborn = FamilyMemberChanged(family=FAMILY, member=BO_BORN.model_copy(update={"born": None}))
    plan = family_plan(*TOLD, born)
    assert plan == family_plan(*TOLD, unborn)
    assert sealed not in str(plan)
