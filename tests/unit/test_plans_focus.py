"""Focus areas with their elements, elements set aside, and the team's challenges to the family's order."""

import pytest

from contracts.ids import ChallengeId
from contracts.plans.events import (
    Element,
    ElementNotRelevant,
    FocusAreaAdded,
    FocusAreaClosed,
    PriorityAgreed,
    RealityChallengeAnswered,
    RealityChallengeRaised,
)
from services.plans.challenges import AnswerRealityChallenge, RaiseRealityChallenge
from services.plans.focus_areas import AddFocusArea, AgreePriority, CloseFocusArea, SetElementAside
from tests.unit.family import ANNA, BO, BY_ANNA, FAMILY, STRANGER, numbered, person
from tests.unit.plan_commands import example
from tests.unit.planning import CHALLENGE, HOME, SCHOOL, but, set_aside, the_plan

ADD, CLOSE, ASIDE = example(AddFocusArea), example(CloseFocusArea), example(SetElementAside)
ORDER, RAISE, ANSWER = example(AgreePriority), example(RaiseRealityChallenge), example(AnswerRealityChallenge)
CALM = FocusAreaAdded(
    family=FAMILY, focus_area=HOME, title="Calm at home", element=Element.HOME, icf_domain="d7", revision=1
)
LEARN = FocusAreaAdded(family=FAMILY, focus_area=SCHOOL, title="School", revision=2)
ORDERED = PriorityAgreed(family=FAMILY, focus_areas=(SCHOOL, HOME), agreed_by=(ANNA,), revision=3)
GONE = FocusAreaClosed(family=FAMILY, focus_area=HOME, reason="less-essential", revision=4)
RAISED = RealityChallengeRaised(
    family=FAMILY, challenge=CHALLENGE, focus_area=HOME, words="School may not wait."
)
ANSWERED = RealityChallengeAnswered(
    family=FAMILY, challenge=CHALLENGE, answered_by=(ANNA,), priority_stands=True, words="Home first."
)


def test_a_focus_area_says_what_it_is_about() -> None:
    """A08, P35, P37, M03, M07."""
    the_plan().when(ADD).then(CALM)


@pytest.mark.parametrize("code", ["d7", "b152", "e3101", "s11", "d7000"])
def test_a_domain_is_named_by_a_code_of_icf(code: str) -> None:
    """M03."""
    the_plan().when(but(ADD, icf_domain=code)).then(CALM.model_copy(update={"icf_domain": code}))


@pytest.mark.parametrize("code", ["f7", "d", "d70000", "7d", "d7.1"])
def test_other_codes_are_no_domain(code: str) -> None:
    """M03."""
    the_plan().when(but(ADD, icf_domain=code)).refused("icf_domain_invalid")


def test_a_focus_area_is_closed_once() -> None:
    """A08: the order of the others stands."""
    closed = the_plan(CALM, LEARN, ORDERED).when(CLOSE).then(GONE)
    closed.when(CLOSE).then()
    closed.when(but(ORDER, focus_areas=(SCHOOL,), agreed_by=(ANNA,))).then()
    closed.when(ADD).refused("focus_area_added_already")
    the_plan().when(CLOSE).refused("focus_area_unknown")


def test_an_element_is_set_aside_with_its_reason() -> None:
    """INV-44."""
    aside = ElementNotRelevant(
        family=FAMILY, element=Element.EMPLOYMENT, reason="Both have work.", revision=1
    )
    the_plan().when(ASIDE).then(aside).when(ASIDE).then()
    by_anna = aside.model_copy(update={"agreed_by": (ANNA,)})
    the_plan().when(but(ASIDE, by=BY_ANNA)).then(by_anna)
    the_plan().when(but(ASIDE, agreed_by=(ANNA,))).then(by_anna)
    the_plan().when(but(ASIDE, agreed_by=(STRANGER,))).refused("person_not_in_family")


def test_what_a_focus_area_is_about_is_not_set_aside() -> None:
    """INV-44: an element is addressed or set aside, never both."""
    the_plan(CALM).when(but(ASIDE, element=Element.HOME)).refused("element_addressed")
    again = the_plan(set_aside(Element.HOME), CALM)
    assert again.state.focus.not_relevant == frozenset()
    again.when(CLOSE).after.when(but(ASIDE, element=Element.HOME)).then(
        ElementNotRelevant(family=FAMILY, element=Element.HOME, reason="Both have work.", revision=3)
    )


def test_the_team_challenges_and_the_family_answers() -> None:
    """P14, INV-41, Q16."""
    the_plan(CALM).when(RAISE).then(RAISED).when(ANSWER).then(ANSWERED)
    the_plan(CALM, RAISED).when(RAISE).refused("challenge_raised_already")
    the_plan(CALM).when(but(RAISE, by=BY_ANNA)).refused("not_on_team")
    the_plan(CALM, RAISED).when(but(ANSWER, by=BY_ANNA)).then(ANSWERED)


def test_a_challenge_is_about_an_open_focus_area() -> None:
    """P14."""
    the_plan().when(RAISE).refused("focus_area_unknown")
    the_plan(CALM, GONE).when(RAISE).refused("focus_area_unknown")


def test_the_answer_is_the_familys() -> None:
    """INV-41."""
    raised = the_plan(CALM, RAISED)
    raised.when(but(ANSWER, answered_by=())).refused("nobody_named")
    raised.when(but(ANSWER, answered_by=(STRANGER,))).refused("person_not_in_family")
    raised.when(but(ANSWER, by=person(BO))).refused("speaks_for_another")
    both = but(ANSWER, by=person(BO), answered_by=(ANNA, BO, ANNA))
    raised.when(both).then(ANSWERED.model_copy(update={"answered_by": (ANNA, BO)}))


def test_a_challenge_is_answered_once() -> None:
    """INV-41: with a closed focus area it is answered too."""
    the_plan(CALM, RAISED, ANSWERED).when(ANSWER).refused("challenge_not_open")
    the_plan(CALM, RAISED, GONE).when(ANSWER).refused("challenge_not_open")
    the_plan(CALM, RAISED).when(but(ANSWER, challenge=numbered(ChallengeId, 2))).refused("challenge_unknown")


def test_a_family_that_takes_it_up_sets_its_order_again() -> None:
    """INV-41: the same order, said again, is a decision then."""
    taken_up = ANSWERED.model_copy(update={"priority_stands": False})
    order = but(ORDER, focus_areas=(HOME,))
    agreed = PriorityAgreed(family=FAMILY, focus_areas=(HOME,), agreed_by=(ANNA, BO), revision=2)
    the_plan(CALM, RAISED, agreed, ANSWERED).when(order).then()
    again = agreed.model_copy(update={"revision": 3})
    the_plan(CALM, RAISED, agreed, taken_up).when(order).then(again)


def test_the_order_names_open_focus_areas_alone() -> None:
    """INV-41."""
    the_plan(CALM, LEARN, GONE).when(ORDER).refused("priority_incomplete")
