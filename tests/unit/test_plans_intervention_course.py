"""The course of an intervention: started, paused, started again, ended with its result, or cancelled."""

from datetime import date

import pytest

from contracts.plans.events import (
    InterventionEnded,
    InterventionGranted,
    InterventionPaused,
    InterventionResult,
    InterventionStarted,
)
from contracts.shapes import Command
from services.plans.intervention_course import (
    CancelIntervention,
    EndIntervention,
    PauseIntervention,
    StartIntervention,
)
from tests.unit.family import BY_ANNA, BY_INFORMED, FAMILY, INTERVENTION
from tests.unit.plan_commands import example
from tests.unit.planning import BY_CASEWORKER, TODAY, but, the_plan
from tests.unit.story import DEFINED, HELPED

START, PAUSE = example(StartIntervention), example(PauseIntervention)
END, CANCEL = example(EndIntervention), example(CancelIntervention)
YESTERDAY, TOMORROW = date(2024, 2, 29), date(2024, 3, 2)
GRANTED = InterventionGranted(family=FAMILY, intervention=INTERVENTION)
STARTED = InterventionStarted(family=FAMILY, intervention=INTERVENTION, started_on=TODAY)
PAUSED = InterventionPaused(family=FAMILY, intervention=INTERVENTION, paused_on=TODAY, reason="holiday")
ENDED = InterventionEnded(
    family=FAMILY,
    intervention=INTERVENTION,
    ended_on=TODAY,
    result=InterventionResult.ENDED,
    reason="reached",
    revision=3,
)
CANCELLED = ENDED.model_copy(update={"result": InterventionResult.CANCELLED, "reason": "not-needed"})
BEGINNING = (DEFINED, HELPED, GRANTED)


def test_from_start_to_result() -> None:
    """A05, X-03: a pause, and on again."""
    (
        the_plan(*BEGINNING)
        .when(START)
        .then(STARTED)
        .when(START)
        .then()
        .when(PAUSE)
        .then(PAUSED)
        .when(PAUSE)
        .then()
        .when(START)
        .then(STARTED)
        .when(END)
        .then(ENDED)
        .when(END)
        .then()
    )


def test_what_starts_was_granted() -> None:
    """INV-62: so that overlaps were looked at."""
    the_plan(DEFINED, HELPED).when(START).refused("intervention_not_granted")


@pytest.mark.parametrize("result", [each for each in InterventionResult if each != "cancelled"])
def test_it_ends_with_a_result_of_fsiii(result: InterventionResult) -> None:
    """A05: E1 to E4, after a pause too."""
    ended = ENDED.model_copy(update={"result": result})
    the_plan(*BEGINNING, STARTED).when(but(END, result=result)).then(ended)
    the_plan(*BEGINNING, STARTED, PAUSED).when(but(END, result=result)).then(ended)


def test_what_had_begun_is_not_cancelled() -> None:
    """A05."""
    begun = the_plan(*BEGINNING, STARTED)
    begun.when(but(END, result=InterventionResult.CANCELLED)).refused("result_missing")
    begun.when(CANCEL).refused("intervention_started_already")
    the_plan(*BEGINNING, STARTED, PAUSED).when(CANCEL).refused("intervention_started_already")


def test_what_never_began_is_cancelled() -> None:
    """A05."""
    the_plan(*BEGINNING).when(CANCEL).then(CANCELLED).when(CANCEL).then()
    for command in (END, PAUSE):
        the_plan(*BEGINNING).when(command).refused("intervention_not_started")


def test_what_ended_does_not_go_on() -> None:
    """A05."""
    for command in (START, PAUSE):
        the_plan(*BEGINNING, STARTED, ENDED).when(command).refused("intervention_not_open")


@pytest.mark.parametrize("command", [START, PAUSE, END, CANCEL], ids=lambda each: type(each).__name__)
def test_it_is_in_the_plan_and_told_by_those_who_work_with_it(command: Command) -> None:
    """A05, INV-40."""
    the_plan().when(command).refused("intervention_unknown")
    for by in (BY_ANNA, BY_INFORMED):
        the_plan(*BEGINNING).when(but(command, by=by)).refused("not_on_team")
    the_plan(*BEGINNING).when(but(START, by=BY_CASEWORKER)).then(STARTED)


def test_nothing_ends_or_pauses_before_it_began() -> None:
    """A05: nor does it go on before it was paused."""
    before = {"since": TODAY.isoformat()}
    begun = the_plan(*BEGINNING, STARTED)
    for command in (but(PAUSE, paused_on=YESTERDAY), but(END, ended_on=YESTERDAY)):
        assert begun.when(command).refused("day_before_start").facts == before
    paused = the_plan(*BEGINNING, STARTED.model_copy(update={"started_on": YESTERDAY}), PAUSED)
    for later in (but(START, started_on=YESTERDAY), but(END, ended_on=YESTERDAY)):
        assert paused.when(later).refused("day_before_start").facts == before


def test_nothing_is_told_of_the_future() -> None:
    """X-03: the day of the start is a fact."""
    the_plan(*BEGINNING).when(but(START, started_on=TOMORROW)).refused("day_in_future")
    begun = the_plan(*BEGINNING, STARTED)
    begun.when(but(PAUSE, paused_on=TOMORROW)).refused("day_in_future")
    begun.when(but(END, ended_on=TOMORROW)).refused("day_in_future")
