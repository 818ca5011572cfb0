"""Offers in the family plan: what the family heard and saw, what it takes, and how many places it has to go to."""

from datetime import date
from typing import Any

from contracts.ids import InterventionId, OfferId
from contracts.plans.events import (
    InterventionAdded,
    InterventionEnded,
    InterventionResult,
    InterventionStarted,
    OfferPresented,
    OfferVisited,
    PlanClosed,
    PlanDrafted,
    PresentedIn,
)
from tests.unit.family import ANNA, BO, FAMILY, PLAN, numbered
from tests.views.planned import EAT, GUIDANCE, RELIEF, goal, intervention
from tests.views.shown import family_plan

TALKS, RIDES = numbered(OfferId, 1), numbered(OfferId, 2)
MARCH, LATER = date(2024, 3, 4), date(2024, 4, 1)
PRESENTED = OfferPresented(
    family=FAMILY,
    offer=TALKS,
    title="Samtalegruppe",
    place="activity-house",
    place_name="Aktivitetshuset",
    presented_in=PresentedIn.GROUP,
    to=(ANNA, BO),
    presented_on=date(2024, 2, 27),
)
VISITED = OfferVisited(
    family=FAMILY, offer=TALKS, title="Samtalegruppe", visited_by=(BO,), visited_on=date(2024, 3, 1)
)


def taking(
    name: InterventionId,
    offer: OfferId | None = TALKS,
    place: str | None = "activity-house",
    place_name: str | None = "Aktivitetshuset",
) -> InterventionAdded:
    """An intervention that takes an offer."""
    return intervention(name, EAT, MARCH).model_copy(
        update={"offer": offer, "offer_title": "Samtalegruppe", "place": place, "place_name": place_name}
    )


def offer_of(*events: Any) -> Any:
    """What the first intervention takes."""
    return family_plan(goal(EAT), *events)["interventions"][0]["offer"]


def test_what_a_family_heard_and_saw_is_shown_by_day() -> None:
    """P40, P46: as the catalogue called it then."""
    earlier = PRESENTED.model_copy(update={"offer": RIDES, "presented_on": date(2024, 2, 1)})
    shown = family_plan(PRESENTED, VISITED, earlier)
    heard = {
        "offer": TALKS,
        "title": "Samtalegruppe",
        "place": "activity-house",
        "place_name": "Aktivitetshuset",
        "presented_in": "group",
        "to": [ANNA, BO],
        "presented_on": "2024-02-27",
    }
    assert shown["offers_presented"] == [{**heard, "offer": RIDES, "presented_on": "2024-02-01"}, heard]
    assert shown["offer_visits"] == [
        {"offer": TALKS, "title": "Samtalegruppe", "visited_by": [BO], "visited_on": "2024-03-01"}
    ]


def test_an_intervention_shows_the_offer_that_it_takes() -> None:
    """A07, P46: as it was then, and whether the family saw it before it began."""
    shown = {
        "offer": TALKS,
        "title": "Samtalegruppe",
        "place": "activity-house",
        "place_name": "Aktivitetshuset",
        "seen_before": False,
    }
    late = VISITED.model_copy(update={"visited_on": date(2024, 3, 20)})
    started = InterventionStarted(family=FAMILY, intervention=GUIDANCE, started_on=LATER)
    assert offer_of(taking(GUIDANCE)) == shown
    assert offer_of(taking(GUIDANCE), VISITED.model_copy(update={"offer": RIDES})) == shown
    assert offer_of(taking(GUIDANCE), late) == shown
    assert offer_of(taking(GUIDANCE), VISITED) == shown | {"seen_before": True}
    assert offer_of(taking(GUIDANCE), late, started) == shown | {"seen_before": True}
    assert offer_of(intervention(GUIDANCE, EAT, MARCH)) is None


def test_a_family_goes_to_each_place_once() -> None:
    """P47: two offers in one place are one; of what has ended or is met nowhere, none."""
    third, fourth = numbered(InterventionId, 3), numbered(InterventionId, 4)
    ended = InterventionEnded(
        family=FAMILY,
        intervention=third,
        ended_on=LATER,
        result=InterventionResult.ENDED,
        reason="reached",
        revision=9,
    )
    shown = family_plan(
        goal(EAT),
        taking(GUIDANCE),
        taking(RELIEF, RIDES),
        taking(third, RIDES, "stables", "Staldene"),
        ended,
        taking(fourth, None, None, None),
    )
    assert shown["places"] == [
        {"place": "activity-house", "place_name": "Aktivitetshuset", "interventions": [GUIDANCE, RELIEF]}
    ]


def test_what_a_family_heard_and_saw_outlasts_its_plan() -> None:
    """P40, P46, INV-16."""
    drafted = PlanDrafted(family=FAMILY, plan=PLAN, revision=0)
    closed = PlanClosed(family=FAMILY, plan=PLAN, reason="finished")
    shown = family_plan(drafted, goal(EAT), taking(GUIDANCE), PRESENTED, VISITED, closed, drafted)
    assert (len(shown["offers_presented"]), len(shown["offer_visits"]), shown["places"]) == (1, 1, [])
