"""What the family plan shows of the plan itself: how it stands, its goal tree, its priorities."""

from datetime import date
from typing import Any

import pytest

from contracts.shapes import Event
from services.overview.plan_goals import places
from tests.unit.family import MEETING
from tests.views.planned import (
    COOK,
    DRAFTED,
    EAT,
    GUIDANCE,
    HOME,
    HOME_AREA,
    RELIEF,
    SCHOOL,
    SCHOOL_AREA,
    SCHOOL_FIRST,
    SHOP,
    SLEEP,
    WISHED,
    approved,
    goal,
    intervention,
    questioned,
)
from tests.views.shown import family_plan


@pytest.mark.parametrize(
    ("told", "status", "approved_revision"),
    [
        ((DRAFTED,), "draft", None),
        ((DRAFTED, WISHED), "draft", None),
        ((DRAFTED, WISHED, approved(1)), "approved", 1),
        ((DRAFTED, WISHED, approved(1), HOME), "changed", 1),
        ((DRAFTED, WISHED, approved(1), HOME, approved(2)), "approved", 2),
        ((DRAFTED, WISHED, approved(1), questioned(4)), "questioned", 1),
        ((DRAFTED, WISHED, approved(1), HOME, questioned(4)), "questioned", 1),
        ((DRAFTED, WISHED, approved(1), questioned(4), approved(1)), "approved", 1),
        ((questioned(4),), "questioned", None),
    ],
)
def test_one_sees_how_the_plan_stands(
    told: tuple[Event, ...], status: str, approved_revision: int | None
) -> None:
    """INV-19 to INV-21: nobody takes a draft, a changed or a doubted plan for the approved one."""
    plan = family_plan(*told)["plan"]
    assert (plan["status"], plan["approved_revision"]) == (status, approved_revision)


def test_doubts_stay_visible_and_are_closed_by_a_new_approval() -> None:
    """INV-20: an approval that was questioned is never passed over in silence."""
    plan = family_plan(DRAFTED, approved(0), questioned(4), approved(0), questioned(6))["plan"]
    doubt = {"meeting": MEETING, "rule": "inv-20", "reason": "no_adult_present"}
    assert plan["questions"] == [
        {**doubt, "meetings_version": 4, "open": False},
        {**doubt, "meetings_version": 6, "open": True},
    ]


def test_the_day_of_approval_is_not_shown_before_the_meeting_is_known() -> None:
    """Nothing is made up for what hasn't arrived."""
    plan = family_plan(DRAFTED, approved(0))["plan"]
    assert (plan["approved_at_meeting"], plan["approved_on"]) == (MEETING, None)


def ranked(document: dict[str, Any]) -> list[tuple[str, int, bool]]:
    """The focus areas as they are ranked."""
    return [(area["focus_area"], area["rank"], area["placed_by_family"]) for area in document["focus_areas"]]


def test_focus_areas_stand_in_the_familys_order() -> None:
    """INV-41: the family orders them; until then, the first added comes first."""
    assert ranked(family_plan(HOME, SCHOOL)) == [(HOME_AREA, 1, False), (SCHOOL_AREA, 2, False)]
    assert ranked(family_plan(HOME, SCHOOL, SCHOOL_FIRST)) == [(SCHOOL_AREA, 1, True), (HOME_AREA, 2, True)]
    only_home = SCHOOL_FIRST.model_copy(update={"focus_areas": (HOME_AREA,)})
    assert ranked(family_plan(SCHOOL, HOME, only_home)) == [(HOME_AREA, 1, True), (SCHOOL_AREA, 2, False)]


def test_a_focus_area_that_was_placed_but_never_told_of_keeps_its_place() -> None:
    """A newer version of the service may have told of it in words that this code doesn't know."""
    areas = family_plan(HOME, SCHOOL_FIRST)["focus_areas"]
    assert areas[0] == {
        "focus_area": SCHOOL_AREA,
        "title": None,
        "element": None,
        "rank": 1,
        "placed_by_family": True,
        "revision": None,
    }


def tree(goals: list[dict[str, Any]]) -> dict[str, Any]:
    """Only the shape of a goal tree, in its order."""
    return {each["goal"]: tree(each["children"]) for each in goals}


def test_goals_stand_below_their_parents_by_rank_and_then_id() -> None:
    """INV-14, INV-37."""
    told = (
        goal(SLEEP, rank=1),
        goal(EAT, rank=2),
        goal(SHOP, parent=EAT, level=2, rank=1),
        goal(COOK, parent=EAT, level=2, rank=1),
    )
    for order in (told, told[::-1]):
        goals = family_plan(*order)["goals"]
        assert list(tree(goals).items()) == [(SLEEP, {}), (EAT, {COOK: {}, SHOP: {}})]
        assert list(tree(goals)[EAT]) == [COOK, SHOP]
        assert places(goals) == [SLEEP, EAT, COOK, SHOP]


@pytest.mark.parametrize(
    "told",
    [
        (goal(COOK, parent=EAT, level=2),),
        (goal(COOK, parent=EAT, level=3), goal(EAT)),
        (goal(COOK, parent=EAT, level=2), goal(EAT, parent=COOK, level=2)),
        (goal(COOK, parent=COOK, level=2),),
    ],
    ids=["parent unknown", "a level left out", "a circle", "its own parent"],
)
def test_a_goal_that_has_no_place_in_the_tree_stands_on_top(told: tuple[Event, ...]) -> None:
    """INV-14 is plans' to keep: here nothing is lost, whatever arrives."""
    goals = family_plan(*told)["goals"]
    assert sorted(places(goals)) == sorted({each.goal for each in told if hasattr(each, "goal")})
    assert COOK in tree(goals)
    assert next(each["parent"] for each in goals if each["goal"] == COOK) in (EAT, COOK)


def test_three_levels_deep() -> None:
    """INV-14: goal, sub-goal, sub-sub-goal."""
    told = (goal(EAT), goal(COOK, parent=EAT, level=2), goal(SHOP, parent=COOK, level=3))
    assert tree(family_plan(*told)["goals"]) == {EAT: {COOK: {SHOP: {}}}}


def test_interventions_follow_the_order_of_the_goals_they_work_for() -> None:
    """INV-13, INV-37: the priority of the goals is the priority of what is done for them."""
    march, april = date(2024, 3, 1), date(2024, 4, 1)
    document = family_plan(
        intervention(RELIEF, SHOP, march),
        intervention(GUIDANCE, EAT, april),
        goal(EAT, rank=2),
        goal(SLEEP, rank=1),
    )
    assert [(each["intervention"], each["known"]) for each in document["interventions"]] == [
        (GUIDANCE, True),
        (RELIEF, False),
    ]
    document = family_plan(
        goal(EAT, rank=2),
        goal(SLEEP, rank=1),
        intervention(RELIEF, EAT, march),
        intervention(GUIDANCE, SLEEP, april),
    )
    assert [each["intervention"] for each in document["interventions"]] == [GUIDANCE, RELIEF]
