"""Who corrects what was registered wrongly: whoever could have registered it."""

from typing import Any

import pytest

from contracts.contacts.events import FamilyMemberLeft
from contracts.progress.events import MeasureKind, ScoredBy
from contracts.shapes import Actor
from tests.unit.family import ANNA, BO, BY_ANNA, BY_INFORMED, BY_TEAM, CLARA, FAMILY, SOFIE, person
from tests.unit.progress_commands import CORRECT, but
from tests.unit.progress_story import (
    ATTENDANCE,
    BY_NINA,
    RATED,
    REGISTERED,
    SCORED,
    TRUSTED,
    YESTERDAY,
    contacts_say,
    how_it_goes,
)
from tests.unit.test_progress_corrections import RIGHT, of, right

BY_BO = person(BO)
CITIZENS = REGISTERED.model_copy(update={"by_kind": ScoredBy.CITIZEN})


def test_a_member_doesnt_correct_the_professionals_view() -> None:
    """INV-59: nor take it back; staff corrects either, as it may register either."""
    citizens = SCORED.model_copy(update={"by_kind": ScoredBy.CITIZEN})
    for theirs, own in ((REGISTERED, CITIZENS), (SCORED, citizens)):
        name = theirs.registration if theirs is REGISTERED else SCORED.scoring
        for what in (of(name, taken_back=True), of(name, day=YESTERDAY)):
            how_it_goes(theirs).when(but(CORRECT, **what, by=BY_ANNA)).refused("scored_as_professional")
            for by in (BY_ANNA, BY_INFORMED):
                how_it_goes(own).when(but(CORRECT, **what, by=by)).then(right(own, **what))
            how_it_goes(theirs).when(but(CORRECT, **what, by=BY_TEAM)).then(right(theirs, **what))
    offer = RATED.model_copy(update={"by_kind": ScoredBy.PROFESSIONAL})
    how_it_goes(offer).when(but(CORRECT, **of(RATED.rating, value=5), by=BY_BO)).refused(
        "scored_as_professional"
    )


WELLBEING = ATTENDANCE.model_copy(update={"kind": MeasureKind.WELLBEING, "person": CLARA})
HEALTH = ATTENDANCE.model_copy(update={"kind": MeasureKind.MENTAL_HEALTH, "person": ANNA})


@pytest.mark.parametrize(
    ("event", "by", "code"),
    [
        (ATTENDANCE, BY_ANNA, "measured_by_staff"),
        (WELLBEING, BY_INFORMED, "health_visitor_only"),
        (WELLBEING, BY_ANNA, "health_visitor_only"),
        (HEALTH, BY_BO, "rated_for_oneself"),
        (TRUSTED, BY_BO, "rated_for_oneself"),
        (TRUSTED, BY_TEAM, "trust_in_oneself"),
    ],
)
def test_whose_word_it_isnt_doesnt_correct_it(event: Any, by: Actor, code: str) -> None:
    """X-08, INV-58, R17, R51, P28, T11: Sofie doesn't take back how far she is trusted."""
    name = event.rating if event is TRUSTED else event.measure
    how_it_goes(event).when(but(CORRECT, **of(name, taken_back=True), by=by)).refused(code)
    assert TRUSTED.professional == SOFIE


@pytest.mark.parametrize(
    ("event", "by"),
    [(ATTENDANCE, BY_INFORMED), (WELLBEING, BY_NINA), (HEALTH, BY_ANNA), (HEALTH, BY_INFORMED)],
)
def test_whose_word_it_is_corrects_it(event: Any, by: Actor) -> None:
    """X-08: whoever registered it before."""
    gone = of(event.measure, taken_back=True)
    how_it_goes(event).when(but(CORRECT, **gone, by=by)).then(right(event, **gone))


def test_what_is_registered_of_a_member_who_left_is_corrected() -> None:
    """X-08, R02: wrong figures stay wrong otherwise."""
    left = contacts_say(FamilyMemberLeft(family=FAMILY, person=BO, reason="moved"))
    how_it_goes(REGISTERED).with_known(left).when(CORRECT).then(RIGHT)
