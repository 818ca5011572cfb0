"""How the family finds the trust, and how good an offer was."""

from typing import Any

import pytest

from contracts.contacts.events import ProfessionalDetached
from contracts.ids import InterventionId, RatingId
from contracts.plans.events import InterventionEnded, InterventionResult
from contracts.progress.events import ScoredBy
from contracts.shapes import Actor
from tests.unit.family import (
    BO,
    BY_ANNA,
    BY_INFORMED,
    BY_TEAM,
    FAMILY,
    INTERVENTION,
    PASSER_BY,
    SOFIE,
    STRANGER,
    numbered,
    person,
)
from tests.unit.progress_commands import RATE, TRUST, a, but
from tests.unit.progress_story import (
    OFFERED,
    RATED,
    TODAY,
    TOMORROW,
    TRUSTED,
    contacts_say,
    how_it_goes,
    plans_say,
)


@pytest.mark.parametrize("by", [BY_ANNA, BY_INFORMED], ids=["herself", "staff writes it down"])
@pytest.mark.parametrize("of", [SOFIE, None], ids=["in one contact", "in the municipality"])
def test_a_member_says_how_the_trust_is(by: Actor, of: Any) -> None:
    """P28, R51, M14: each time anew."""
    said = {"professional": of}
    rated = how_it_goes().when(but(TRUST, **said, by=by)).then(TRUSTED.model_copy(update=said))
    rated.when(but(TRUST, **said, by=by)).refused("registered_already")
    again = {**said, "rating": numbered(RatingId, 9)}
    rated.when(but(TRUST, **again)).then(TRUSTED.model_copy(update=again))


def test_trust_is_each_members_own_to_say() -> None:
    """P28."""
    how_it_goes().when(but(TRUST, by=person(BO))).refused("rated_for_oneself")
    of_bo = {"person": BO}
    how_it_goes().when(but(TRUST, **of_bo, by=BY_ANNA)).refused("rated_for_oneself")
    how_it_goes().when(but(TRUST, **of_bo, by=person(BO))).then(TRUSTED.model_copy(update=of_bo))


def test_nobody_writes_down_how_far_he_or_she_is_trusted() -> None:
    """R51: trust in the municipality as a whole is nobody's own."""
    how_it_goes().when(but(TRUST, by=BY_TEAM)).refused("trust_in_oneself")
    whole = {"professional": None}
    how_it_goes().when(but(TRUST, **whole, by=BY_TEAM)).then(TRUSTED.model_copy(update=whole))


def test_trust_is_in_somebody_who_is_attached() -> None:
    """R51."""
    how_it_goes().when(but(TRUST, professional=PASSER_BY)).refused("not_attached")
    left = contacts_say(ProfessionalDetached(family=FAMILY, professional=SOFIE, reason="left"))
    how_it_goes().with_known(left).when(TRUST).refused("not_attached")


@pytest.mark.parametrize("command", [TRUST, RATE], ids=["trust", "offer"])
def test_a_rating_was_given_by_a_member(command: Any) -> None:
    """A27, INV-68."""
    how_it_goes().when(but(command, rated_on=TOMORROW)).refused("not_happened_yet")
    how_it_goes().when(but(command, person=STRANGER)).refused("person_not_in_family")


@pytest.mark.parametrize("command", [TRUST, RATE], ids=["trust", "offer"])
@pytest.mark.parametrize("value", [0, 6])
def test_a_rating_is_one_to_five(command: Any, value: int) -> None:
    """P28, P45: what lies outside isn't even a command."""
    with pytest.raises(ValueError, match="value"):
        a(type(command), **{**command.model_dump(), "value": value})


def test_whoever_used_an_offer_says_how_it_was() -> None:
    """P45, INV-59: the offer is the one that the intervention takes; a member says the citizen's view."""
    how_it_goes().when(but(RATE, by=BY_ANNA)).then(RATED).when(RATE).refused("registered_already")
    by_staff = {"by_kind": ScoredBy.PROFESSIONAL, "words": None}
    how_it_goes().when(but(RATE, **by_staff)).then(RATED.model_copy(update=by_staff))
    how_it_goes().when(but(RATE, **by_staff, by=BY_ANNA)).refused("scored_as_professional")


def test_an_offer_is_rated_also_when_it_is_over() -> None:
    """P45: afterwards one knows best; nobody used what never began."""
    over = InterventionEnded(
        family=FAMILY,
        intervention=OFFERED,
        ended_on=TODAY,
        result=InterventionResult.ENDED,
        reason="reached",
        revision=5,
    )
    how_it_goes().with_known(plans_say(over)).when(RATE).then(RATED)
    never_began = over.model_copy(update={"result": InterventionResult.CANCELLED})
    how_it_goes().with_known(plans_say(never_began)).when(RATE).refused("offer_not_taken")


@pytest.mark.parametrize("other", [INTERVENTION, numbered(InterventionId, 9)], ids=["no offer", "unknown"])
def test_what_is_rated_takes_an_offer(other: InterventionId) -> None:
    """P45."""
    how_it_goes().when(but(RATE, intervention=other)).refused("offer_not_taken")
