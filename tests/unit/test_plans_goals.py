"""The goal tree: author and owner, three levels, wording beside own words, time planning."""

from datetime import date

import pytest

from contracts.ids import GoalId
from contracts.plans.events import (
    FamilyWishRecorded,
    FocusAreaAdded,
    GoalAchieved,
    GoalDefined,
    GoalReplanned,
    GoalReworded,
)
from contracts.shapes import PartyKind
from services.plans.goals import DefineGoal, ReplanGoal, RewordGoal
from services.plans.reference import Known, evolve_contacts
from tests.unit.family import (
    ANNA,
    AT,
    BO,
    BY_ANNA,
    BY_TEAM,
    FAMILY,
    GOAL,
    OTHER_GOAL,
    PASSER_BY,
    STRANGER,
    ULLA,
    attached,
    numbered,
    person,
)
from tests.unit.plan_commands import example
from tests.unit.planning import HOME, KNOWN, WISH, but, the_plan
from tests.unit.story import DEFINED

SAID = FamilyWishRecorded(
    family=FAMILY, wish=WISH, person=BO, own_words="I want to sleep at home.", revision=1
)
CALM = FocusAreaAdded(family=FAMILY, focus_area=HOME, title="Calm at home", revision=1)
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


def the_goal(number: int, parent: GoalId | None, level: int) -> GoalDefined:
    """A goal below another."""
    goal = numbered(GoalId, number)
    return DEFINED.model_copy(update={"goal": goal, "parent": parent, "level": level, "revision": number})


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
    over = {"basis": attached(ULLA).basis.model_copy(update={"valid_to": date(2024, 2, 29)})}
    contacts = evolve_contacts(KNOWN.contacts, attached(ULLA).model_copy(update=over))
    the_plan().with_known(Known(contacts=contacts)).when(DEFINE).refused("goal_owner_unknown")
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
    refused = the_plan().when(DEFINE.model_copy(update={"parent": parent})).refused("goal_unknown")
    assert refused.rule == "INV-14"


def test_a_goal_links_to_a_wish_and_a_focus_area_of_the_plan() -> None:
    """INV-43, A08."""
    links = {"wish": WISH, "focus_area": HOME}
    focus = CALM.model_copy(update={"revision": 2})
    linked = DEFINED.model_copy(update={**links, "revision": 3})
    the_plan(SAID, focus).when(DEFINE.model_copy(update=links)).then(linked)
    the_plan(SAID).when(DEFINE.model_copy(update=links)).refused("focus_area_unknown")
    the_plan(CALM).when(DEFINE.model_copy(update=links)).refused("wish_unknown")


REWORD, REPLAN = example(RewordGoal), example(ReplanGoal)
REPLANNED = GoalReplanned(
    family=FAMILY,
    goal=GOAL,
    owner_kind=PartyKind.PERSON,
    owner=ANNA,
    target_date=date(2024, 4, 1),
    rank=2,
    revision=2,
)


def test_a_goal_says_why_it_draws_on_no_wish() -> None:
    """INV-43: policy: it is allowed, and to be seen."""
    why = {"no_wish_because": "The school asked for it."}
    the_plan().when(DEFINE.model_copy(update=why)).then(DEFINED.model_copy(update=why))
    the_plan().when(DEFINE).then(DEFINED)


def test_a_goal_is_reworded_beside_the_own_words() -> None:
    """A04, INV-42: the event holds no own words to change; the family doesn't write for the professionals."""
    reworded = GoalReworded(family=FAMILY, goal=GOAL, professional_wording="Shared meals.", revision=2)
    the_plan(DEFINED).when(REWORD).then(reworded)
    the_plan(DEFINED).when(but(REWORD, by=BY_ANNA)).refused("not_on_team")
    the_plan().when(REWORD).refused("goal_unknown")


def test_a_goal_is_replanned() -> None:
    """A30, A09, INV-13: owner, day and rank as they stand now."""
    the_plan(DEFINED).when(REPLAN).then(REPLANNED).when(REPLAN).then()
    same_rank = but(REPLAN, rank=None)
    the_plan(DEFINED).when(same_rank).then(REPLANNED.model_copy(update={"rank": 1}))
    no_day = but(REPLAN, target_date=None)
    the_plan(DEFINED).when(no_day).then(REPLANNED.model_copy(update={"target_date": None}))
    the_plan(DEFINED).when(but(REPLAN, owner=STRANGER)).refused("goal_owner_unknown")
    the_plan().when(REPLAN).refused("goal_unknown")


def test_what_ended_is_not_worked_on() -> None:
    """INV-15."""
    reached = the_plan(DEFINED, GoalAchieved(family=FAMILY, goal=GOAL, revision=2))
    below = but(DEFINE, goal=OTHER_GOAL, parent=GOAL)
    for command in (REWORD, REPLAN, below):
        reached.when(command).refused("goal_not_open")
