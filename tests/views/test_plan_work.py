"""What the family plan shows of the work for the goals: what became of each, and what nobody has confirmed."""

from datetime import date
from typing import Any

import pytest

from contracts.ids import ActivityId, FamilyId, StatutoryPlanId
from contracts.plans.events import (
    ActivityAdded,
    ActivityEnded,
    ActivityEnding,
    ActivityOverdue,
    GoalAchieved,
    GoalClosed,
    GoalEnding,
    GoalFate,
    GoalFateDecided,
    GoalMoved,
    GoalOverdue,
    GoalReplanned,
    GoalReworded,
    GoalsAsked,
    GoalShared,
    InterventionEnded,
    InterventionGranted,
    InterventionPaused,
    InterventionResult,
    InterventionStarted,
    OverlapDetected,
    ProviderAssigned,
    StatutoryPlanLinked,
    StatutoryPlanUnlinked,
)
from contracts.shapes import Event, PartyKind
from tests.unit.family import ANNA, BO, FAMILY, numbered
from tests.views.planned import COOK, EAT, FULL_GOAL, GUIDANCE, RELIEF, SHOP, SLEEP, goal, intervention
from tests.views.shown import family_plan

MARCH, APRIL, INTO = date(2024, 3, 1), date(2024, 4, 1), numbered(FamilyId, 2)
HELP = intervention(GUIDANCE, EAT, MARCH)
STARTED = InterventionStarted(family=FAMILY, intervention=GUIDANCE, started_on=MARCH)


def the_goal(*events: Event) -> dict[str, Any]:
    """The first goal, after these events."""
    found: dict[str, Any] = family_plan(FULL_GOAL, *events)["goals"][0]
    return found


def the_intervention(*events: Event) -> dict[str, Any]:
    """The intervention, after these events."""
    found: dict[str, Any] = family_plan(goal(EAT), HELP, *events)["interventions"][0]
    return found


@pytest.mark.parametrize(
    ("event", "status", "because"),
    [
        (GoalAchieved(family=FAMILY, goal=EAT, revision=9), "achieved", None),
        (
            GoalClosed(family=FAMILY, goal=EAT, ending=GoalEnding.ABANDONED, reason="Tired.", revision=9),
            "abandoned",
            "Tired.",
        ),
        (
            GoalClosed(family=FAMILY, goal=EAT, ending=GoalEnding.RETIRED, reason="Grown.", revision=9),
            "retired",
            "Grown.",
        ),
        (GoalFateDecided(family=FAMILY, goal=EAT, fate=GoalFate.MOVES, into=INTO, revision=9), "moved", None),
    ],
)
def test_one_sees_what_became_of_a_goal(event: Event, status: str, because: str | None) -> None:
    """A04, INV-15."""
    shown = the_goal(event)
    assert (shown["status"], shown["closed_because"], shown["revision"]) == (status, because, 9)


def test_the_own_words_stay_beside_another_wording() -> None:
    """INV-42."""
    reworded = GoalReworded(family=FAMILY, goal=EAT, professional_wording="Meals.", revision=9)
    shown = the_goal(reworded)
    assert (shown["own_words"], shown["professional_wording"]) == ("We eat together on weekdays.", "Meals.")


def test_a_goal_that_is_replanned_is_overdue_no_more() -> None:
    """A30."""
    late = GoalOverdue(family=FAMILY, goal=EAT, due_on=date(2024, 9, 1))
    replanned = GoalReplanned(
        family=FAMILY,
        goal=EAT,
        owner_kind=PartyKind.PERSON,
        owner=BO,
        target_date=date(2024, 10, 1),
        rank=3,
        revision=9,
    )
    assert the_goal(late)["overdue"]
    assert not the_goal(late, GoalAchieved(family=FAMILY, goal=EAT, revision=9))["overdue"]
    shown = the_goal(late, replanned)
    assert (shown["overdue"], shown["owner"], shown["rank"]) == (False, BO, 3)
    again = GoalOverdue(family=FAMILY, goal=EAT, due_on=date(2024, 10, 1))
    put_back = replanned.model_copy(update={"target_date": date(2024, 9, 1)})
    back = the_goal(late, replanned, again, put_back)
    assert (back["overdue"], back["overdue_on"]) == (True, ["2024-09-01", "2024-10-01"])
    assert not the_goal(late, replanned.model_copy(update={"target_date": None}))["overdue"]


def test_a_goal_moves_with_what_is_below_it() -> None:
    """A04, INV-14."""
    told = (goal(EAT), goal(COOK, parent=EAT, level=2), goal(SHOP, parent=COOK, level=3), goal(SLEEP))
    up = GoalMoved(family=FAMILY, goal=COOK, level=1, rank=9, revision=9)
    shown = family_plan(*told, up)["goals"]
    assert [each["goal"] for each in shown] == [EAT, SLEEP, COOK]
    assert [(each["goal"], each["level"]) for each in shown[2]["children"]] == [(SHOP, 2)]


def test_one_sees_to_whom_a_goal_is_known() -> None:
    """INV-57."""
    shares = [GoalShared(family=FAMILY, goal=EAT, person=who) for who in (ANNA, BO, ANNA)]
    assert the_goal(*shares)["known_to"] == [ANNA, BO]


def test_after_a_split_one_sees_what_is_not_decided_yet() -> None:
    """R01."""
    asked = GoalsAsked(family=FAMILY, into=INTO, goals=(EAT, COOK))
    stays = GoalFateDecided(
        family=FAMILY, goal=EAT, fate=GoalFate.STAYS, into=INTO, agreed_by=(ANNA,), revision=9
    )
    shown = family_plan(FULL_GOAL, asked, stays)
    fates = [(each["goal"], each["fate"], each["agreed_by"]) for each in shown["goals_after_split"]]
    assert fates == [(EAT, "stays", [ANNA]), (COOK, None, [])]
    assert shown["goals"][0]["status"] == "open"


def test_an_overlap_is_there_to_be_seen_before_and_after_it_is_confirmed() -> None:
    """INV-62."""
    detected = OverlapDetected(family=FAMILY, intervention=GUIDANCE, overlaps=(RELIEF,))
    granted = InterventionGranted(family=FAMILY, intervention=GUIDANCE, overlaps=(RELIEF,))
    for events, is_granted in (((detected,), False), ((detected, granted), True)):
        shown = the_intervention(*events)
        assert (shown["granted"], shown["overlaps"]) == (is_granted, [RELIEF])


def test_one_sees_the_course_of_an_intervention() -> None:
    """A05, R20: the first day on which it started, and how it ended."""
    again = STARTED.model_copy(update={"started_on": APRIL})
    paused = InterventionPaused(family=FAMILY, intervention=GUIDANCE, paused_on=APRIL, reason="holiday")
    ended = InterventionEnded(
        family=FAMILY,
        intervention=GUIDANCE,
        ended_on=APRIL,
        result=InterventionResult.ENDED,
        reason="reached",
        revision=9,
    )
    provided = ProviderAssigned(family=FAMILY, intervention=GUIDANCE, provider="The house", revision=8)
    courses = ((), (STARTED,), (STARTED, paused), (STARTED, paused, again))
    statuses = [the_intervention(*events)["status"] for events in courses]
    assert statuses == ["added", "started", "paused", "started"]
    shown = the_intervention(STARTED, paused, again, provided, ended)
    days = (shown["started_on"], shown["ended_on"], shown["result"], shown["provider"], shown["revision"])
    assert days == ("2024-03-01", "2024-04-01", "E3", "The house", 9)


def test_activities_follow_the_order_of_the_goals() -> None:
    """A06, A30: one sees which are overdue."""
    activities = [
        ActivityAdded(
            family=FAMILY,
            activity=numbered(ActivityId, number),
            goal=of,
            title="Cook.",
            owner_kind=PartyKind.PERSON,
            owner=BO,
            revision=2,
        )
        for number, of in ((1, SHOP), (2, EAT))
    ]
    done = ActivityEnded(
        family=FAMILY, activity=numbered(ActivityId, 2), ending=ActivityEnding.DONE, revision=9
    )
    shown = family_plan(goal(EAT), *activities, done)["activities"]
    assert [(each["goal"], each["known"], each["status"], each["revision"]) for each in shown] == [
        (EAT, True, "done", 9),
        (SHOP, False, "open", 2),
    ]
    late = ActivityOverdue(family=FAMILY, activity=numbered(ActivityId, 2), due_on=MARCH)
    assert [each["overdue"] for each in family_plan(goal(EAT), *activities, late)["activities"]] == [
        True,
        False,
    ]
    over = family_plan(goal(EAT), *activities, late, done)["activities"]
    assert [each["overdue"] for each in over] == [False, False]


@pytest.mark.parametrize(
    "kind", ["company-placement", "wage-subsidy", "part-time-work", "company-centre", "ordinary-work"]
)
def test_one_sees_which_work_is_tried(kind: str) -> None:
    """O02, O09: for which goal, and by which department and law."""
    tried = intervention(GUIDANCE, EAT, date(2024, 4, 1)).model_copy(
        update={"kind": kind, "department": "jobs"}
    )
    [shown] = family_plan(goal(EAT), tried)["interventions"]
    assert (shown["kind"], shown["goal"], shown["department"]) == (kind, EAT, "jobs")


def test_the_plans_by_law_that_it_holds_now() -> None:
    """A10, INV-18."""
    plans = [
        StatutoryPlanLinked(
            family=FAMILY,
            statutory_plan=numbered(StatutoryPlanId, number),
            legal_basis=code,
            department="family",
            revision=number,
        )
        for number, code in ((1, "barnets lov § 32"), (2, "lab § 107"))
    ]
    gone = StatutoryPlanUnlinked(
        family=FAMILY, statutory_plan=numbered(StatutoryPlanId, 1), reason="ended", revision=3
    )
    shown = family_plan(*plans, gone)["statutory_plans"]
    assert [each["legal_basis"] for each in shown] == ["lab § 107"]
