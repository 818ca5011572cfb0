"""What the plan takes and what it refuses: drafting, wishes, focus areas and their order. The rest has tests of its own."""

from dataclasses import replace
from datetime import date

from contracts.contacts.events import TeamMemberRemoved
from contracts.ids import FocusAreaId, InterventionId, PlanId
from contracts.plans.events import FamilyWishRecorded, FocusAreaAdded, PriorityAgreed
from contracts.shapes import PartyKind
from eventkeep.testing import given
from services.plans.drafting import DraftPlan
from services.plans.focus_areas import AddFocusArea, AgreePriority
from services.plans.goals import DefineGoal
from services.plans.interventions import AddIntervention
from services.plans.reference import Known, evolve_contacts
from services.plans.wishes import RecordWish
from tests.unit.family import (
    ANNA,
    AT,
    BO,
    BY_ANNA,
    BY_TEAM,
    FAMILY,
    GOAL,
    INTERVENTION,
    PLAN,
    STRANGER,
    TOMAS,
    ULLA,
    numbered,
    person,
    professional,
)
from tests.unit.planning import HOME, KNOWN, PLANS, SCHOOL, WISH, the_plan
from tests.unit.story import DEFINED, DRAFTED, HELPED

DRAFT = DraftPlan(by=BY_TEAM, at=AT, family=FAMILY, plan=PLAN)
SAY = RecordWish(by=BY_TEAM, at=AT, family=FAMILY, wish=WISH, person=BO, own_words="I want to sleep at home.")
SAID = FamilyWishRecorded(
    family=FAMILY, wish=WISH, person=BO, own_words="I want to sleep at home.", revision=1
)
FOCUS = AddFocusArea(by=BY_TEAM, at=AT, family=FAMILY, focus_area=HOME, title="Calm at home")
CALM = FocusAreaAdded(family=FAMILY, focus_area=HOME, title="Calm at home", revision=1)
LEARN = FocusAreaAdded(family=FAMILY, focus_area=SCHOOL, title="School", revision=2)
ORDER = AgreePriority(by=BY_TEAM, at=AT, family=FAMILY, focus_areas=(SCHOOL, HOME), agreed_by=(ANNA, BO))
ORDERED = PriorityAgreed(family=FAMILY, focus_areas=(SCHOOL, HOME), agreed_by=(ANNA, BO), revision=3)
DEFINE = DefineGoal(
    by=BY_TEAM,
    at=AT,
    family=FAMILY,
    goal=GOAL,
    author_kind=PartyKind.PERSON,
    author=ANNA,
    own_words="We eat together.",
    owner_kind=PartyKind.PROFESSIONAL,
    owner=ULLA,
)
HELP = AddIntervention(
    by=BY_TEAM,
    at=AT,
    family=FAMILY,
    intervention=INTERVENTION,
    goal=GOAL,
    title="Family guidance",
    department="family",
    legal_basis="barnets lov § 32",
    starts=date(2024, 3, 4),
)


def test_a_plan_is_drafted() -> None:
    """A01, INV-16."""
    given(PLANS).with_known(KNOWN).when(DRAFT).then(DRAFTED)


def test_a_family_has_one_current_plan() -> None:
    """INV-16."""
    the_plan().when(DRAFT).then()
    other = DRAFT.model_copy(update={"plan": numbered(PlanId, 2)})
    the_plan().when(other).refused("plan_drafted_already")


def test_the_family_may_write_its_plan() -> None:
    """INV-40."""
    the_plan().when(FOCUS.model_copy(update={"by": BY_ANNA})).then(CALM)


def test_the_coordinator_may_write_the_plan() -> None:
    """INV-40: the coordinator by that role, should the copy of the team lag behind."""
    known = Known(contacts=replace(KNOWN.contacts, team=()))
    given(PLANS, DRAFTED).with_known(known).when(FOCUS).then(CALM)


def test_a_family_that_is_not_known_here_is_refused() -> None:
    """INV-40 can't be decided without the facts of contacts."""
    given(PLANS).when(DRAFT).refused("family_unknown")


def test_a_wish_is_recorded_in_own_words() -> None:
    """A40, INV-43."""
    the_plan().when(SAY).then(SAID)
    the_plan(SAID).when(SAY).refused("wish_recorded_already")


def test_a_member_wishes_for_himself_or_herself() -> None:
    """A40, INV-40."""
    the_plan().when(SAY.model_copy(update={"by": person(BO)})).then(SAID)
    the_plan().when(SAY.model_copy(update={"by": BY_ANNA})).refused("wish_of_another")
    the_plan().when(SAY.model_copy(update={"person": STRANGER})).refused("person_not_in_family")


def test_a_focus_area_is_added_once() -> None:
    """A08."""
    the_plan().when(FOCUS).then(CALM)
    the_plan(CALM).when(FOCUS).refused("focus_area_added_already")


def test_the_family_orders_all_focus_areas() -> None:
    """INV-41."""
    both = the_plan(CALM, LEARN)
    both.when(ORDER).then(ORDERED).when(ORDER).then()
    for wrong in ((HOME,), (HOME, HOME), (HOME, SCHOOL, SCHOOL), ()):
        both.when(ORDER.model_copy(update={"focus_areas": wrong})).refused("priority_incomplete")


def test_the_order_is_the_familys() -> None:
    """INV-41."""
    both = the_plan(CALM, LEARN)
    for wrong in ((), (STRANGER,), (ANNA, STRANGER)):
        both.when(ORDER.model_copy(update={"agreed_by": wrong})).refused("priority_not_by_family")
    both.when(ORDER.model_copy(update={"by": BY_ANNA, "agreed_by": (BO,)})).refused("priority_not_by_family")


def test_a_new_focus_area_asks_for_a_new_order() -> None:
    """INV-41: the same order, said again, is a decision when a focus area has come in between."""
    third = FocusAreaAdded(family=FAMILY, focus_area=numbered(FocusAreaId, 3), title="Work", revision=4)
    again = ORDER.model_copy(update={"focus_areas": (SCHOOL, HOME, third.focus_area)})
    agreed = ORDERED.model_copy(update={"focus_areas": again.focus_areas, "revision": 5})
    the_plan(CALM, LEARN, ORDERED, third).when(again).then(agreed)


def test_each_change_of_content_raises_the_revision() -> None:
    """INV-19 rests on it: what was on the table is told by its revision."""
    second = {"intervention": numbered(InterventionId, 2)}
    (
        given(PLANS)
        .with_known(KNOWN)
        .when(DRAFT)
        .then(DRAFTED)
        .when(SAY)
        .then(SAID)
        .when(FOCUS)
        .then(CALM.model_copy(update={"revision": 2}))
        .when(DEFINE)
        .then(DEFINED.model_copy(update={"revision": 3}))
        .when(HELP)
        .then(HELPED.model_copy(update={"revision": 4}))
        .when(HELP.model_copy(update=second))
        .then(HELPED.model_copy(update={**second, "revision": 5}))
    )


def test_who_left_the_team_writes_no_more() -> None:
    """INV-40: Tomas leaves the team, Sofie stays."""
    left = TeamMemberRemoved(family=FAMILY, professional=TOMAS)
    known = Known(contacts=evolve_contacts(KNOWN.contacts, left))
    by_tomas = FOCUS.model_copy(update={"by": professional(TOMAS)})
    the_plan().when(by_tomas).then(CALM)
    the_plan().with_known(known).when(by_tomas).refused("not_on_team")
    the_plan().with_known(known).when(FOCUS).then(CALM)
