"""Interventions: for an open goal, granted in knowledge of overlaps, and their course."""

from datetime import date

import pytest

from contracts.ids import InterventionId
from contracts.legal_bases import LEGAL_BASES
from contracts.plans.events import (
    GoalAchieved,
    InterventionAdded,
    InterventionEnded,
    InterventionGranted,
    InterventionResult,
    OverlapDetected,
    ProviderAssigned,
)
from services.plans.interventions import AddIntervention, AssignProvider, GrantIntervention
from tests.unit.family import (
    AT,
    BY_ANNA,
    BY_INFORMED,
    BY_TEAM,
    FAMILY,
    GOAL,
    INTERVENTION,
    OTHER_GOAL,
    numbered,
)
from tests.unit.plan_commands import example
from tests.unit.planning import but, the_plan
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


def test_an_intervention_rests_on_a_law_of_the_table() -> None:
    """A05, Q17."""
    refused = (
        the_plan(DEFINED).when(but(HELP, legal_basis="barnets lov § 999")).refused("legal_basis_unknown")
    )
    assert (refused.rule, refused.facts["known"].split(", ")) == ("A05", list(LEGAL_BASES))


def test_an_intervention_ends_after_it_starts() -> None:
    """A05."""
    the_plan(DEFINED).when(HELP.model_copy(update={"ends": date(2024, 3, 3)})).refused(
        "intervention_ends_before_it_starts"
    )
    one_day = {"ends": date(2024, 3, 4)}
    the_plan(DEFINED).when(HELP.model_copy(update=one_day)).then(HELPED.model_copy(update=one_day))


OTHER = numbered(InterventionId, 2)
GRANT, PROVIDE = example(GrantIntervention), example(AssignProvider)
GRANTED = InterventionGranted(family=FAMILY, intervention=INTERVENTION)
ENDED = InterventionEnded(
    family=FAMILY,
    intervention=OTHER,
    ended_on=date(2024, 3, 1),
    result=InterventionResult.ENDED,
    reason="reached",
    revision=3,
)
FIRST = HELPED.model_copy(update={"ends": date(2024, 6, 1), "kind": "guidance"})
ELSEWHERE = {"goal": OTHER_GOAL, "department": "school", "kind": "mentor"}


def another(**differs: object) -> InterventionAdded:
    """A second intervention, which shares nothing with the first but its term."""
    return FIRST.model_copy(update={"intervention": OTHER, **ELSEWHERE, **differs})


def test_an_intervention_works_for_an_open_goal() -> None:
    """INV-13, A05."""
    reached = GoalAchieved(family=FAMILY, goal=GOAL, revision=2)
    the_plan(DEFINED, reached).when(HELP).refused("goal_not_open")


@pytest.mark.parametrize(
    "kind", ["company-placement", "wage-subsidy", "part-time-work", "company-centre", "ordinary-work"]
)
def test_work_on_trial_is_an_intervention_of_its_kind(kind: str) -> None:
    """O02, O09: two of a kind overlap, whichever department gives them. INV-62."""
    event = HELPED.model_copy(update={"kind": kind})
    the_plan(DEFINED).when(but(HELP, kind=kind)).then(event)
    detected = OverlapDetected(family=FAMILY, intervention=INTERVENTION, overlaps=(OTHER,))
    the_plan(DEFINED, event, another(kind=kind)).when(GRANT).then(detected)


def test_a_caseworker_grants() -> None:
    """A05, INV-62, INV-63: not the coordinator, not the team, not the family."""
    the_plan(DEFINED, FIRST).when(GRANT).then(GRANTED).when(GRANT).then()
    for by in (BY_TEAM, BY_ANNA, BY_INFORMED):
        the_plan(DEFINED, FIRST).when(but(GRANT, by=by)).refused("caseworker_only")
    the_plan(DEFINED).when(GRANT).refused("intervention_unknown")
    ended = ENDED.model_copy(update={"intervention": INTERVENTION})
    the_plan(DEFINED, FIRST, ended).when(GRANT).refused("intervention_not_open")


@pytest.mark.parametrize(
    "shares",
    [{"department": "family"}, {"goal": GOAL}, {"kind": "guidance"}],
    ids=["department", "goal", "kind"],
)
def test_an_overlap_is_said_once_and_grants_nothing(shares: dict[str, object]) -> None:
    """INV-62: in the same term, of the same department, for the same goal or of the same kind."""
    overlapping = the_plan(DEFINED, FIRST, another(**shares))
    detected = OverlapDetected(family=FAMILY, intervention=INTERVENTION, overlaps=(OTHER,))
    said = overlapping.when(GRANT).then(detected)
    assert said.when(GRANT).refused("overlap_not_confirmed").facts == {"overlaps": OTHER}
    confirmed = GRANTED.model_copy(update={"overlaps": (OTHER,)})
    said.when(but(GRANT, overlaps_confirmed=(OTHER,))).then(confirmed)
    overlapping.when(but(GRANT, overlaps_confirmed=(OTHER,))).then(confirmed)


def test_a_new_overlap_is_said_again() -> None:
    """INV-62: who confirmed the one has not seen the other."""
    third = numbered(InterventionId, 3)
    first = OverlapDetected(family=FAMILY, intervention=INTERVENTION, overlaps=(OTHER,))
    both = first.model_copy(update={"overlaps": (OTHER, third)})
    more = the_plan(DEFINED, FIRST, another(goal=GOAL), first, another(goal=GOAL, intervention=third))
    more.when(but(GRANT, overlaps_confirmed=(OTHER,))).then(both)
    more.when(but(GRANT, overlaps_confirmed=(OTHER, third))).then(
        GRANTED.model_copy(update={"overlaps": (OTHER, third)})
    )


@pytest.mark.parametrize(
    "differs",
    [{}, {"goal": GOAL, "starts": date(2024, 6, 2), "ends": None}, {"kind": None}],
    ids=["shares nothing", "another term", "no kind"],
)
def test_what_does_not_overlap_is_granted(differs: dict[str, object]) -> None:
    """INV-62."""
    the_plan(DEFINED, FIRST, another(**differs)).when(GRANT).then(GRANTED)


def test_terms_meet_on_their_last_day_and_what_ended_overlaps_with_nothing() -> None:
    """INV-62."""
    last_day = another(goal=GOAL, starts=date(2024, 6, 1))
    detected = OverlapDetected(family=FAMILY, intervention=INTERVENTION, overlaps=(OTHER,))
    the_plan(DEFINED, FIRST, last_day).when(GRANT).then(detected)
    the_plan(DEFINED, FIRST, last_day, ENDED).when(GRANT).then(GRANTED)
    open_end = FIRST.model_copy(update={"ends": None})
    the_plan(DEFINED, open_end, another(goal=GOAL, starts=date(2030, 1, 1), ends=None)).when(GRANT).then(
        detected
    )


def test_somebody_provides_it() -> None:
    """R20."""
    assigned = ProviderAssigned(
        family=FAMILY, intervention=INTERVENTION, provider="The family house", revision=3
    )
    the_plan(DEFINED, FIRST).when(PROVIDE).then(assigned)
    the_plan(DEFINED).when(PROVIDE).refused("intervention_unknown")
    ended = ENDED.model_copy(update={"intervention": INTERVENTION})
    the_plan(DEFINED, FIRST, ended).when(PROVIDE).refused("intervention_not_open")
