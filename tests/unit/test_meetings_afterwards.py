"""After a meeting: its minutes in versions, and how the members found it."""

from typing import Any

import pytest
from pydantic import ValidationError

from contracts.meetings.events import ExperienceRated, MinutesPublished
from services.meetings.afterwards import RateExperience
from tests.unit.family import ANNA, BO, BY_ANNA, BY_TEAM, CLARA, FAMILY, MEETING, person
from tests.unit.meetings_commands import AMEND, PUBLISH, RATE
from tests.unit.meetings_story import ATTENDED, CORRECTED, PUBLISHED, the_meeting
from tests.unit.story import HELD

AMENDED = MinutesPublished(
    family=FAMILY, meeting=MEETING, version=2, words="We met at Anna's.", corrected_because="wrong place"
)
RATED = ExperienceRated(family=FAMILY, meeting=MEETING, person=ANNA, rating=4)


def test_minutes_are_published_once() -> None:
    """A21."""
    the_meeting(HELD).when(PUBLISH).then(PUBLISHED).when(PUBLISH).refused("minutes_published_already")


def test_minutes_are_corrected_by_a_new_version() -> None:
    """X-08: with its reason; each correction is the next version."""
    amended = the_meeting(HELD, PUBLISHED).when(AMEND).then(AMENDED)
    amended.when(AMEND).then(AMENDED.model_copy(update={"version": 3}))
    the_meeting(HELD).when(AMEND).refused("minutes_not_published")
    last = PUBLISHED.model_copy(update={"version": 1_000})
    the_meeting(HELD, last).when(AMEND).refused("minutes_corrected_too_often")


@pytest.mark.parametrize("command", [PUBLISH, AMEND, RATE], ids=lambda c: type(c).__name__)
def test_it_is_about_a_meeting_that_was_held(command: Any) -> None:
    """A21, C48."""
    the_meeting(ATTENDED).when(command).refused("meeting_not_held")


def test_a_member_says_how_the_meeting_was() -> None:
    """C48: the latest stands."""
    rated = the_meeting(ATTENDED, HELD).when(RATE).then(RATED)
    rated.when(RATE).then()
    better = {"rating": 5}
    rated.when(RATE.model_copy(update=better)).then(RATED.model_copy(update=better))
    by_bo = the_meeting(ATTENDED, HELD).when(RATE.model_copy(update={"by": person(BO)}))
    by_bo.then(RATED.model_copy(update={"person": BO}))


def test_who_was_there_says_how_it_was() -> None:
    """C48: attendance as it was corrected last, X-08."""
    the_meeting(HELD).when(RATE).refused("rater_not_attending")
    by_bo = RATE.model_copy(update={"by": person(BO)})
    the_meeting(ATTENDED, CORRECTED, HELD).when(by_bo).refused("rater_not_attending")


def test_nobody_says_it_for_another() -> None:
    """C48: not even the coordinator; nor one who is no member."""
    the_meeting(ATTENDED, HELD).when(RATE.model_copy(update={"by": BY_TEAM})).refused("family_only")
    the_meeting(ATTENDED, HELD).when(RATE.model_copy(update={"by": person(CLARA)})).refused("family_only")


@pytest.mark.parametrize("rating", [0, 6])
def test_a_rating_is_from_one_to_five(rating: int) -> None:
    """C48."""
    with pytest.raises(ValidationError):
        RateExperience(by=BY_ANNA, at=RATE.at, family=FAMILY, meeting=MEETING, rating=rating)
