"""What meetings remembers of plans: what lay on the table, which goals were open, when help began."""

from datetime import date

from contracts.ids import FamilyId
from contracts.plans.events import (
    GoalAchieved,
    GoalClosed,
    GoalEnding,
    GoalFate,
    GoalFateDecided,
    GoalReworded,
    InterventionEnded,
    InterventionResult,
    InterventionStarted,
    PlanClosed,
    PlanDrafted,
    PlanRevised,
    PriorityAgreed,
)
from eventkeep.testing import folded
from services.meetings.known_plans import PlansFacts, Table, evolve_plans
from tests.unit.family import (
    ANNA,
    FAMILY,
    GOAL,
    INTERVENTION,
    OTHER_GOAL,
    PLAN,
    numbered,
)
from tests.unit.story import DEFINED, DRAFTED, HELPED


def test_every_change_of_content_raises_the_revision() -> None:
    """INV-19: whichever event tells of it."""
    ordered = PriorityAgreed(family=FAMILY, focus_areas=(), agreed_by=(ANNA,), revision=3)
    reworded = GoalReworded(family=FAMILY, goal=GOAL, professional_wording="Meals.", revision=4)
    revised = PlanRevised(family=FAMILY, plan=PLAN, reason="new year", goals=(), interventions=(), revision=5)
    facts = folded(evolve_plans, PlansFacts(), DRAFTED, DEFINED, HELPED)
    assert facts == PlansFacts(PLAN, Table(2, (GOAL,)), {INTERVENTION: date(2024, 3, 4)})
    for event in (ordered, reworded, revised):
        facts = evolve_plans(facts, event)
        assert facts.table.revision == event.revision


def test_goals_that_ended_are_known_apart() -> None:
    """INV-28."""
    other = DEFINED.model_copy(update={"goal": OTHER_GOAL, "revision": 2})
    achieved = GoalAchieved(family=FAMILY, goal=GOAL, revision=3)
    closed = GoalClosed(
        family=FAMILY, goal=OTHER_GOAL, ending=GoalEnding.RETIRED, reason="Not needed.", revision=4
    )
    facts = folded(evolve_plans, PlansFacts(), DRAFTED, DEFINED, other, achieved, closed)
    assert facts.table == Table(4, (), {GOAL: 3, OTHER_GOAL: 4})
    assert [facts.table.open_at(revision) for revision in (2, 3, 4)] == [
        {GOAL, OTHER_GOAL},
        {OTHER_GOAL},
        set(),
    ]


def test_a_goal_that_moves_to_another_household_has_ended_here() -> None:
    """INV-28, A04, R01: one that stays, or goes on in both, has not."""
    decided = GoalFateDecided(
        family=FAMILY, goal=GOAL, fate=GoalFate.MOVES, into=numbered(FamilyId, 2), revision=2
    )
    facts = folded(evolve_plans, PlansFacts(), DRAFTED, DEFINED)
    assert evolve_plans(facts, decided).table == Table(2, (), {GOAL: 2})
    for fate in (GoalFate.STAYS, GoalFate.BOTH):
        other = decided.model_copy(update={"fate": fate})
        assert evolve_plans(facts, other).table == Table(2, (GOAL,))


def test_another_plan_begins_anew() -> None:
    """INV-16, INV-19: what is closed is on no new table. What a meeting saw of it is still known. R01."""
    closed = folded(
        evolve_plans,
        PlansFacts(),
        DRAFTED,
        DEFINED,
        HELPED,
        PlanClosed(family=FAMILY, plan=PLAN, reason="goals reached"),
    )
    was = {PLAN: Table(2, (GOAL,))}
    assert closed == PlansFacts(closed=was)
    other = numbered(type(PLAN), 2)
    drafted = evolve_plans(closed, PlanDrafted(family=FAMILY, plan=other, revision=0))
    assert drafted == PlansFacts(other, closed=was)
    assert (drafted.of_plan(PLAN), drafted.of_plan(other)) == (was[PLAN], Table())


def test_when_help_began_is_known() -> None:
    """X-03: the day on which it really started, the first time; what was cancelled never did."""
    started = InterventionStarted(family=FAMILY, intervention=INTERVENTION, started_on=date(2024, 3, 11))
    again = started.model_copy(update={"started_on": date(2024, 4, 1)})
    ended = InterventionEnded(
        family=FAMILY,
        intervention=INTERVENTION,
        ended_on=date(2024, 4, 2),
        result=InterventionResult.ENDED,
        reason="done",
        revision=3,
    )
    facts = folded(evolve_plans, PlansFacts(), DRAFTED, DEFINED, HELPED, started, again, ended)
    assert facts.first_start == date(2024, 3, 11)
    cancelled = ended.model_copy(update={"result": InterventionResult.CANCELLED})
    assert folded(evolve_plans, PlansFacts(), DRAFTED, DEFINED, HELPED, cancelled).first_start is None
