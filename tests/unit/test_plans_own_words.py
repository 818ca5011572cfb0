"""Help needs, resources, own parts and leisure lines: each member speaks for himself or herself."""

import pytest

from contracts.contacts.events import FamilyMemberAdded, Member, Role
from contracts.ids import WishId
from contracts.plans.events import (
    LeisureLine,
    LeisureLineWritten,
    OwnHelpNeedStated,
    PlanPartWritten,
    ResourceIdentified,
    ResourceKind,
)
from contracts.shapes import Command
from services.plans.parts import WriteLeisureLine, WritePlanPart
from services.plans.reference import Known, evolve_contacts
from services.plans.wishes import IdentifyResource, RecordWish, StateHelpNeed
from tests.unit.family import ANNA, BO, BY_ANNA, CLARA, FAMILY, STRANGER, numbered, person
from tests.unit.plan_commands import example
from tests.unit.planning import KNOWN, NEED, RESOURCE, WISH, a, but, the_plan

SAY, NEEDS, RESOURCES = example(RecordWish), example(StateHelpNeed), example(IdentifyResource)
PART, LINE = example(WritePlanPart), example(WriteLeisureLine)
NEEDED = OwnHelpNeedStated(family=FAMILY, need=NEED, person=BO, own_words="Somebody to wake me.", revision=1)
FOUND = ResourceIdentified(
    family=FAMILY, resource=RESOURCE, kind=ResourceKind.NETWORK, person=BO, words="His uncle.", revision=1
)
WRITTEN = PlanPartWritten(family=FAMILY, person=BO, words="I go to bed in time.", revision=1)
LINED = LeisureLineWritten(family=FAMILY, person=BO, line=LeisureLine.JOB, words="A paper round.", revision=1)
OWN = (NEEDS, RESOURCES, PART, LINE)
by_kind = pytest.mark.parametrize("command", OWN, ids=lambda each: type(each).__name__)


@pytest.mark.parametrize(
    ("command", "event"), [(NEEDS, NEEDED), (RESOURCES, FOUND), (PART, WRITTEN), (LINE, LINED)]
)
def test_it_is_recorded_by_the_team_or_said_by_the_member(command: Command, event: object) -> None:
    """A03, A40 to A42, P12, P13, P36."""
    the_plan().when(command).then(event)
    the_plan().when(but(command, by=person(BO))).then(event)


@by_kind
def test_a_member_speaks_for_himself_or_herself(command: Command) -> None:
    """INV-40, A41, A42, INV-17, INV-45."""
    the_plan().when(but(command, by=BY_ANNA)).refused("speaks_for_another")


@by_kind
def test_it_is_about_a_member(command: Command) -> None:
    """A41, A42, INV-17, INV-45."""
    the_plan().when(but(command, person=STRANGER)).refused("person_not_in_family")


def test_ids_are_used_once() -> None:
    """A40 to A42."""
    the_plan(NEEDED).when(NEEDS).refused("help_need_stated_already")
    the_plan(FOUND).when(RESOURCES).refused("resource_identified_already")


def test_what_a_wish_takes_names_the_wish() -> None:
    """A40: what it takes to make it come true."""
    of_wish = but(NEEDS, wish=WISH)
    the_plan().when(of_wish).refused("wish_unknown")
    said = the_plan().when(SAY).after
    said.when(of_wish).then(NEEDED.model_copy(update={"wish": WISH, "revision": 2}))
    said.when(but(of_wish, wish=numbered(WishId, 2))).refused("wish_unknown")


def test_a_part_has_words_or_a_reason_why_there_is_none() -> None:
    """INV-17."""
    none = but(PART, words=None, no_part_because="He is two.")
    the_plan().when(none).then(
        PlanPartWritten(family=FAMILY, person=BO, no_part_because="He is two.", revision=1)
    )
    for unclear in (but(PART, words=None), but(PART, no_part_because="Both.")):
        the_plan().when(unclear).refused("part_unclear")


def test_a_part_is_written_anew() -> None:
    """A03: what was written last stands."""
    the_plan(WRITTEN).when(PART).then(WRITTEN.model_copy(update={"revision": 2}))


def test_a_leisure_line_has_words_or_a_reason_why_there_is_none() -> None:
    """INV-45."""
    none = but(LINE, words=None, none_because="School first.")
    the_plan().when(none).then(
        LeisureLineWritten(
            family=FAMILY, person=BO, line=LeisureLine.JOB, none_because="School first.", revision=1
        )
    )
    for unclear in (but(LINE, words=None), but(LINE, none_because="Both.")):
        the_plan().when(unclear).refused("line_unclear")


def test_children_and_the_young_have_a_leisure_line() -> None:
    """P36, INV-45."""
    the_plan().when(but(LINE, person=ANNA)).refused("line_of_an_adult")
    clara = FamilyMemberAdded(
        family=FAMILY, member=Member(person=CLARA, role=Role.CHILD, name="Clara Example")
    )
    known = Known(contacts=evolve_contacts(KNOWN.contacts, clara))
    swims = a(WriteLeisureLine, person=CLARA, line=LeisureLine.ACTIVITY, words="She swims.")
    the_plan().with_known(known).when(swims).then(
        LeisureLineWritten(
            family=FAMILY, person=CLARA, line=LeisureLine.ACTIVITY, words="She swims.", revision=1
        )
    )
