"""What is registered of how it goes, and what is refused, one rule at a time."""

from datetime import UTC, datetime

import pytest

from contracts.ids import BaselineId, InterventionId
from contracts.progress.events import FamilyEvent, RegistrationCorrected, ScoredBy
from contracts.shapes import Actor
from eventkeep.testing import given
from services.progress.domain import FamilyCommand
from services.progress.reference import Known, PlansFacts
from tests.unit.family import (
    ANNA,
    BY_ANNA,
    BY_INFORMED,
    BY_SERVICE,
    BY_TEAM,
    FAMILY,
    GOAL,
    OTHER_GOAL,
    PASSER_BY,
    SOFIE,
    STRANGER,
    numbered,
    person,
    professional,
)
from tests.unit.progress_commands import CORRECT, MEASURE, NOTE, REGISTER
from tests.unit.progress_story import KNOWN, MEASURED, NOTED, PROGRESS, REGISTERED, TOMORROW, how_it_goes

EVERY_COMMAND = (MEASURE, REGISTER, NOTE)


@pytest.mark.parametrize(
    ("command", "event"),
    [(MEASURE, MEASURED), (REGISTER, REGISTERED), (NOTE, NOTED)],
    ids=["baseline", "registration", "small success"],
)
@pytest.mark.parametrize("by", [BY_INFORMED, BY_TEAM], ids=["informed", "team"])
def test_everybody_attached_registers(command: FamilyCommand, event: FamilyEvent, by: Actor) -> None:
    """A27, A45, INV-55, INV-68: on the team or not; an id is used once."""
    by_them = command.model_copy(update={"by": by})
    how_it_goes().when(by_them).then(event).when(by_them).refused("registered_already")


@pytest.mark.parametrize(
    "by",
    [professional(PASSER_BY), person(STRANGER), BY_SERVICE, person(SOFIE)],
    ids=["not attached", "no member", "a service", "a professional who says to be a person"],
)
@pytest.mark.parametrize("command", EVERY_COMMAND, ids=lambda c: type(c).__name__)
def test_nobody_else_registers(command: FamilyCommand, by: Actor) -> None:
    """INV-40."""
    how_it_goes().when(command.model_copy(update={"by": by})).refused("not_around_family")


@pytest.mark.parametrize("command", EVERY_COMMAND, ids=lambda c: type(c).__name__)
def test_a_family_that_is_not_known_here_is_refused(command: FamilyCommand) -> None:
    """INV-68 can't be decided without the facts of contacts."""
    given(PROGRESS).when(command).refused("family_unknown")


@pytest.mark.parametrize("command", EVERY_COMMAND, ids=lambda c: type(c).__name__)
def test_what_is_registered_is_about_a_member(command: FamilyCommand) -> None:
    """INV-68."""
    how_it_goes().when(command.model_copy(update={"person": STRANGER})).refused("person_not_in_family")


@pytest.mark.parametrize("command", EVERY_COMMAND, ids=lambda c: type(c).__name__)
def test_a_goal_that_is_named_is_in_the_plan(command: FamilyCommand) -> None:
    """INV-68."""
    known = Known(KNOWN.contacts, PlansFacts())
    named = command.model_copy(update={"goal": GOAL})
    how_it_goes().with_known(known).when(named).refused("goal_unknown")


def test_a_registration_links_an_intervention_that_works_for_its_goal() -> None:
    """INV-68."""
    unknown = REGISTER.model_copy(update={"intervention": numbered(InterventionId, 9)})
    how_it_goes().when(unknown).refused("intervention_unknown")
    elsewhere = REGISTER.model_copy(update={"goal": OTHER_GOAL})
    how_it_goes().when(elsewhere).refused("intervention_for_another_goal")


def test_the_citizens_view_is_kept_apart() -> None:
    """INV-59: staff may record either, a member only the citizen's."""
    citizen = {"by_kind": ScoredBy.CITIZEN}
    scored = REGISTERED.model_copy(update=citizen)
    how_it_goes().when(REGISTER.model_copy(update=citizen)).then(scored)
    how_it_goes().when(REGISTER.model_copy(update={**citizen, "by": BY_ANNA})).then(scored)
    how_it_goes().when(REGISTER.model_copy(update={"by": BY_ANNA})).refused("scored_as_professional")


def test_how_it_goes_is_scored_from_0_to_10() -> None:
    """A27: as on a wheel; what an instrument measures has the instrument's own scale."""
    for value in (0, 10):
        scored = REGISTERED.model_copy(update={"value": value})
        how_it_goes().when(REGISTER.model_copy(update={"value": value})).then(scored)
    for value in (-1, 11, 45):
        beyond = REGISTER.model_copy(update={"value": value})
        refusal = how_it_goes().when(beyond).refused("value_outside_scale")
        assert "from 0 to 10" in refusal.next_step
        assert "fra 0 til 10" in refusal.danish_next


def test_a_score_of_before_there_was_a_scale_is_read_and_corrected_onto_it() -> None:
    """A27, X-08: what happened stands."""
    early = REGISTERED.model_copy(update={"value": 45})
    how_it_goes(early).when(CORRECT).then(
        RegistrationCorrected(
            family=FAMILY,
            correction=CORRECT.correction,
            corrects=CORRECT.corrects,
            person=REGISTERED.person,
            value=4,
            because=CORRECT.because,
        )
    )
    outside = CORRECT.model_copy(update={"value": 46})
    how_it_goes(early).when(outside).refused("value_outside_scale")


@pytest.mark.parametrize(
    "wrong", [{"value": -1}, {"value": 101}, {"scale_max": 0}, {"scale_min": 40, "scale_max": 40}], ids=str
)
def test_a_baseline_lies_on_its_scale(wrong: dict[str, int]) -> None:
    """INV-55."""
    how_it_goes().when(MEASURE.model_copy(update=wrong)).refused("value_outside_scale")


def test_change_is_counted_from_one_baseline() -> None:
    """INV-55: one for each person, goal and instrument."""
    second = MEASURE.model_copy(update={"baseline": numbered(BaselineId, 2)})
    how_it_goes(MEASURED).when(second).refused("baseline_recorded_already")
    for other in ({"person": ANNA}, {"goal": None}, {"instrument": "srh"}):
        also = {"baseline": second.baseline, **other}
        how_it_goes(MEASURED).when(MEASURE.model_copy(update=also)).then(MEASURED.model_copy(update=also))


@pytest.mark.parametrize(
    ("command", "day"),
    [(MEASURE, "measured_on"), (REGISTER, "registered_on"), (NOTE, "noted_on")],
    ids=["baseline", "registration", "small success"],
)
def test_what_is_registered_has_happened(command: FamilyCommand, day: str) -> None:
    """A27: in days of Europe/Copenhagen, where half past eleven in the evening UTC is tomorrow."""
    tomorrow = command.model_copy(update={day: TOMORROW})
    how_it_goes().when(tomorrow).refused("not_happened_yet")
    evening = tomorrow.model_copy(update={"at": datetime(2024, 3, 1, 23, 30, tzinfo=UTC)})
    assert len(how_it_goes().when(evening).events) == 1
