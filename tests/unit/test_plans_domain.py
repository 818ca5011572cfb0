"""What the plan takes and what it refuses, one rule at a time. Approval has tests of its own."""

from datetime import date

import pytest

from contracts.contacts.events import TeamMemberRemoved
from contracts.ids import FocusAreaId, GoalId, InterventionId, PlanId, WishId
from contracts.plans.events import (
    FamilyEvent,
    FamilyWishRecorded,
    FocusAreaAdded,
    GoalDefined,
    PartyKind,
    PriorityAgreed,
)
from contracts.shapes import Actor
from eventkeep.handle import Decider
from eventkeep.testing import Given, folded, given
from services.plans import domain
from services.plans.domain import (
    AddFocusArea,
    AddIntervention,
    AgreePriority,
    DefineGoal,
    DraftPlan,
    RecordWish,
)
from services.plans.reference import ContactsFacts, Known, evolve_contacts
from tests.unit.family import (
    ANNA,
    AROUND,
    AT,
    BO,
    BY_ANNA,
    BY_INFORMED,
    BY_SERVICE,
    BY_TEAM,
    FAMILY,
    GOAL,
    INTERVENTION,
    OTHER_GOAL,
    PASSER_BY,
    PLAN,
    STRANGER,
    TOMAS,
    ULLA,
    numbered,
    person,
    professional,
)
from tests.unit.story import DEFINED, DRAFTED, HELPED

PLANS = Decider(domain.State, domain.decide, domain.evolve)
KNOWN = Known(contacts=folded(evolve_contacts, ContactsFacts(), *AROUND))
WISH, HOME, SCHOOL = numbered(WishId, 1), numbered(FocusAreaId, 1), numbered(FocusAreaId, 2)

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
EVERY_COMMAND = (DRAFT, SAY, FOCUS, ORDER, DEFINE, HELP)


def the_plan(*events: FamilyEvent) -> Given:
    """A drafted plan in which this has happened, around the family that contacts knows."""
    return given(PLANS, DRAFTED, *events).with_known(KNOWN)


def the_goal(number: int, parent: GoalId | None, level: int) -> GoalDefined:
    """A goal below another."""
    goal = numbered(GoalId, number)
    return DEFINED.model_copy(update={"goal": goal, "parent": parent, "level": level, "revision": number})


def test_a_plan_is_drafted() -> None:
    """A01, INV-16."""
    given(PLANS).with_known(KNOWN).when(DRAFT).then(DRAFTED)


def test_a_family_has_one_current_plan() -> None:
    """INV-16."""
    the_plan().when(DRAFT).then()
    other = DRAFT.model_copy(update={"plan": numbered(PlanId, 2)})
    the_plan().when(other).refused("plan_drafted_already")


@pytest.mark.parametrize("command", EVERY_COMMAND[1:], ids=lambda c: type(c).__name__)
def test_there_is_no_content_before_the_plan(command: domain.FamilyCommand) -> None:
    """INV-16."""
    given(PLANS).with_known(KNOWN).when(command).refused("plan_not_drafted")


@pytest.mark.parametrize(
    "by",
    [BY_INFORMED, BY_SERVICE, person(STRANGER)],
    ids=["attached, not on the team", "a service", "no member"],
)
@pytest.mark.parametrize("command", EVERY_COMMAND, ids=lambda c: type(c).__name__)
def test_being_informed_gives_no_right_to_change(command: domain.FamilyCommand, by: Actor) -> None:
    """INV-40."""
    the_plan().when(command.model_copy(update={"by": by})).refused("not_on_team")


def test_the_family_may_write_its_plan() -> None:
    """INV-40."""
    the_plan().when(FOCUS.model_copy(update={"by": BY_ANNA})).then(CALM)


def test_the_coordinator_may_write_the_plan() -> None:
    """INV-40: the coordinator by that role, should the copy of the team lag behind."""
    known = Known(contacts=ContactsFacts(registered=True, coordinator=BY_TEAM.id))
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


def test_a_goal_keeps_its_authors_own_words() -> None:
    """INV-42: a rewording by staff stands beside the own words, never instead."""
    the_plan().when(DEFINE).then(DEFINED)
    reworded = {"professional_wording": "Shared meals on weekdays"}
    the_plan().when(DEFINE.model_copy(update=reworded)).then(DEFINED.model_copy(update=reworded))
    the_plan(DEFINED).when(DEFINE).refused("goal_defined_already")


def test_a_goal_has_an_author_around_the_family() -> None:
    """INV-42."""
    the_plan().when(DEFINE.model_copy(update={"author": STRANGER})).refused("goal_author_unknown")
    mixed = DEFINE.model_copy(update={"author_kind": PartyKind.PROFESSIONAL})
    the_plan().when(mixed).refused("goal_author_unknown")
    the_plan().when(DEFINE.model_copy(update={"by": person(BO)})).refused("goal_of_another")


def test_a_goal_has_an_owner_around_the_family() -> None:
    """INV-13."""
    the_plan().when(DEFINE.model_copy(update={"owner": PASSER_BY})).refused("goal_owner_unknown")
    own = {"owner_kind": PartyKind.PERSON, "owner": BO}
    the_plan().when(DEFINE.model_copy(update=own)).then(DEFINED.model_copy(update=own))


def test_goals_stand_in_a_tree_of_three_levels() -> None:
    """INV-14."""
    top, sub, subsub = the_goal(1, None, 1), the_goal(2, GOAL, 2), the_goal(3, OTHER_GOAL, 3)
    new = numbered(GoalId, 4)
    for parent, level in ((top.goal, 2), (sub.goal, 3)):
        below = {"goal": new, "parent": parent}
        made = DEFINED.model_copy(update={**below, "level": level, "rank": 2, "revision": 4})
        the_plan(top, sub, subsub).when(DEFINE.model_copy(update=below)).then(made)
    too_deep = DEFINE.model_copy(update={"goal": new, "parent": subsub.goal})
    the_plan(top, sub, subsub).when(too_deep).refused("goal_too_deep")


@pytest.mark.parametrize("parent", [GOAL, OTHER_GOAL], ids=["itself", "a goal not in the plan"])
def test_a_goal_stands_under_one_that_is_there(parent: GoalId) -> None:
    """INV-14: so there are no cycles."""
    the_plan().when(DEFINE.model_copy(update={"parent": parent})).refused("goal_unknown")


def test_a_goal_links_to_a_wish_and_a_focus_area_of_the_plan() -> None:
    """INV-43, A08."""
    links = {"wish": WISH, "focus_area": HOME}
    focus = CALM.model_copy(update={"revision": 2})
    linked = DEFINED.model_copy(update={**links, "revision": 3})
    the_plan(SAID, focus).when(DEFINE.model_copy(update=links)).then(linked)
    the_plan(SAID).when(DEFINE.model_copy(update=links)).refused("focus_area_unknown")
    the_plan(CALM).when(DEFINE.model_copy(update=links)).refused("wish_unknown")


def test_an_intervention_works_for_a_goal() -> None:
    """INV-13."""
    the_plan(DEFINED).when(HELP).then(HELPED)
    the_plan().when(HELP).refused("goal_unknown")
    the_plan(DEFINED, HELPED).when(HELP).refused("intervention_added_already")


def test_an_intervention_ends_after_it_starts() -> None:
    """A05."""
    the_plan(DEFINED).when(HELP.model_copy(update={"ends": date(2024, 3, 3)})).refused(
        "intervention_ends_before_it_starts"
    )
    one_day = {"ends": date(2024, 3, 4)}
    the_plan(DEFINED).when(HELP.model_copy(update=one_day)).then(HELPED.model_copy(update=one_day))


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
