"""Offers and a family: presented, seen, and taken by an intervention."""

from datetime import date

import pytest

from contracts.plans.events import (
    OfferPresented,
    OfferVisited,
    PlanClosed,
    PlanDrafted,
    PresentedIn,
)
from eventkeep.evolved import replace
from eventkeep.testing import Given, given
from services.plans.offers import PresentOffer, RecordOfferVisit
from services.plans.shelf import named
from tests.unit.family import (
    ANNA,
    BO,
    BY_ANNA,
    BY_INFORMED,
    BY_SERVICE,
    CLARA,
    FAMILY,
    PASSER_BY,
    PLAN,
    professional,
)
from tests.unit.offering import OFFER, RIDES, TALKS
from tests.unit.plan_commands import EVERY_COMMAND, example
from tests.unit.planning import KNOWN, PLANS, TODAY, a, but
from tests.unit.story import DEFINED, DRAFTED, HELPED
from tests.unit.test_plans_interventions import HELP

PRESENT = a(
    PresentOffer, offer=TALKS, presented_in=PresentedIn.GROUP, to=(ANNA, BO), presented_on=date(2024, 2, 27)
)
VISIT = a(RecordOfferVisit, offer=TALKS, visited_by=(BO,), visited_on=TODAY)
TAKE = but(HELP, offer=TALKS)
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
VISITED = OfferVisited(family=FAMILY, offer=TALKS, title="Samtalegruppe", visited_by=(BO,), visited_on=TODAY)
TAKEN = HELPED.model_copy(
    update={
        "offer": TALKS,
        "offer_title": "Samtalegruppe",
        "place": "activity-house",
        "place_name": "Aktivitetshuset",
    }
)


def before(*events: object, withdrawn: bool = False) -> Given:
    """A family with a plan, and a catalogue with one offer."""
    known = replace(KNOWN, offers={TALKS: replace(OFFER, withdrawn=withdrawn)})
    return given(PLANS, *events).with_known(known)


def test_an_offer_is_presented_in_a_group_or_by_itself() -> None:
    """P40: also before there is a plan. What was said already is said once; to somebody else, or otherwise, anew."""
    before().when(PRESENT).then(PRESENTED).when(PRESENT).then()
    alone = but(PRESENT, presented_in=PresentedIn.INDIVIDUAL, to=(ANNA,))
    before(PRESENTED).when(alone).then(
        PRESENTED.model_copy(update={"presented_in": PresentedIn.INDIVIDUAL, "to": (ANNA,)})
    )
    before(PRESENTED).when(but(PRESENT, to=(BO,))).then()


def test_an_offer_is_visited_before_it_is_taken() -> None:
    """P46: the family says so itself, or somebody around it does."""
    for by in (BY_ANNA, BY_INFORMED):
        before().when(but(VISIT, by=by)).then(VISITED).when(VISIT).then()


def test_an_intervention_takes_an_offer() -> None:
    """A07: the plan keeps what the offer was called and where it was met then."""
    before(DRAFTED, DEFINED).when(TAKE).then(TAKEN)
    before(DRAFTED, DEFINED).when(HELP).then(HELPED)


@pytest.mark.parametrize("command", [PRESENT, VISIT, TAKE])
def test_what_is_not_in_the_catalogue_is_not_offered(command: PresentOffer) -> None:
    """A07, P40, P46."""
    before(DRAFTED, DEFINED).when(but(command, offer=RIDES)).refused("offer_unknown")
    before(DRAFTED, DEFINED, withdrawn=True).when(command).refused("offer_withdrawn")


def test_what_is_withdrawn_later_is_still_taken() -> None:
    """A07: whoever has it goes on."""
    after = before(DRAFTED, DEFINED, TAKEN, withdrawn=True)
    after.when(example(type(EVERY_COMMAND[0]))).then()
    assert TAKEN.intervention in after.state.work.open


def test_offers_are_presented_to_and_seen_by_members() -> None:
    """P40, P46: of the family, somebody, and not in days to come."""
    before().when(but(PRESENT, to=(CLARA,))).refused("person_not_in_family")
    before().when(but(VISIT, visited_by=(CLARA,))).refused("person_not_in_family")
    before().when(but(PRESENT, to=())).refused("nobody_named")
    before().when(but(VISIT, visited_by=())).refused("nobody_named")
    before().when(but(PRESENT, presented_on=date(2024, 3, 2))).refused("day_in_future")
    before().when(but(VISIT, visited_on=date(2024, 3, 2))).refused("day_in_future")


def test_those_around_a_family_present_offers_to_it() -> None:
    """P40, P46, INV-40."""
    before().when(but(PRESENT, by=BY_INFORMED)).then(PRESENTED)
    for command, by in ((PRESENT, BY_ANNA), (PRESENT, BY_SERVICE), (VISIT, professional(PASSER_BY))):
        before().when(but(command, by=by)).refused("not_around_family")


def test_what_a_family_heard_and_saw_outlasts_its_plan() -> None:
    """P40, P46, INV-16: the next plan begins empty, and it is not said again."""
    next_plan = PlanDrafted(family=FAMILY, plan=PLAN, revision=0)
    closed = PlanClosed(family=FAMILY, plan=PLAN, reason="finished")
    after = before(DRAFTED, PRESENTED, VISITED, closed, next_plan)
    after.when(PRESENT).then()
    after.when(VISIT).then()


def test_a_decision_looks_up_the_offer_that_its_command_names() -> None:
    """A07: of no other command."""
    assert [named(each) for each in (PRESENT, VISIT, TAKE, HELP)] == [TALKS, TALKS, TALKS, None]
    assert {type(each) for each in EVERY_COMMAND if named(each)} == {PresentOffer, RecordOfferVisit}
