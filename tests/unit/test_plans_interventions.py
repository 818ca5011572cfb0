"""Interventions: for an open goal, granted in knowledge of overlaps, and their course."""

from datetime import date

from services.plans.interventions import AddIntervention
from tests.unit.family import (
    AT,
    BY_TEAM,
    FAMILY,
    GOAL,
    INTERVENTION,
)
from tests.unit.planning import the_plan
from tests.unit.story import DEFINED, HELPED

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
