"""What was registered wrongly is corrected by a new fact that points at it, by whoever could have registered it."""

from datetime import date
from typing import Any

import pytest

from contracts.ids import AxisId, BaselineId, CorrectionId, DeviationId, MeasureId, OccupationId, RecordId
from contracts.progress.events import (
    FamilyEvent,
    OccupationEnded,
    RegistrationCorrected,
    ScoredBy,
)
from tests.unit.family import (
    BO,
    FAMILY,
    numbered,
    person,
)
from tests.unit.progress_commands import CORRECT, MEASURE, TAKE_BACK, but
from tests.unit.progress_story import (
    ATTENDANCE,
    DEVIATION,
    HEALTH_AXIS,
    INCLUDED,
    JOB_AXIS,
    MEASURED,
    NOTED,
    OCCUPATION,
    PLAYS,
    RATED,
    REGISTERED,
    REPORTED,
    SCORED,
    TODAY,
    TOMORROW,
    TRUSTED,
    TURNED,
    WHEEL,
    YESTERDAY,
    how_it_goes,
)

BY_BO = person(BO)
RIGHT = RegistrationCorrected(
    family=FAMILY,
    correction=CORRECT.correction,
    corrects=RecordId(REGISTERED.registration),
    person=BO,
    value=4,
    because="A wrong key.",
)
GONE = RegistrationCorrected(
    family=FAMILY,
    correction=TAKE_BACK.correction,
    corrects=RecordId(MEASURED.baseline),
    person=BO,
    taken_back=True,
    because="It was Clara's.",
)
ENDED = OccupationEnded(family=FAMILY, occupation=OCCUPATION, ended_on=date(2024, 2, 10), reason="moved")
CITIZENS = REGISTERED.model_copy(update={"by_kind": ScoredBy.CITIZEN})
VALUED: list[tuple[FamilyEvent, str, int]] = [
    (MEASURED, MEASURED.baseline, 41),
    (REGISTERED, REGISTERED.registration, 10),
    (TRUSTED, TRUSTED.rating, 1),
    (RATED, RATED.rating, 5),
    (ATTENDANCE, ATTENDANCE.measure, 100),
    (INCLUDED, INCLUDED.measure, 5),
]
"""What has a value, by its id, and another value on its scale."""
EVERYTHING: list[tuple[FamilyEvent, str]] = [
    *((event, name) for event, name, _ in VALUED),
    (NOTED, NOTED.success),
    (SCORED, SCORED.scoring),
    (PLAYS, PLAYS.occupation),
]


def of(name: str, **fields: Any) -> dict[str, Any]:
    """A correction of something, saying this and no value."""
    return {"corrects": RecordId(name), "value": None, **fields}


def right(event: Any, **fields: Any) -> RegistrationCorrected:
    """What is said of a correction of something that is registered."""
    return RIGHT.model_copy(update={"person": getattr(event, "person", None), **fields})


@pytest.mark.parametrize(("event", "name", "value"), VALUED, ids=[type(each[0]).__name__ for each in VALUED])
def test_a_value_is_corrected_on_its_scale(event: FamilyEvent, name: str, value: int) -> None:
    """X-08, INV-55: a new fact that points at what was wrong, its id used once."""
    correct = but(CORRECT, **of(name, value=value))
    done = how_it_goes(event).when(correct).then(right(event, **of(name, value=value)))
    done.when(correct).refused("registered_already")
    outside = but(CORRECT, **of(name, value=1_000_001))
    how_it_goes(event).when(outside).refused("value_outside_scale")


@pytest.mark.parametrize(("event", "name"), EVERYTHING, ids=[type(each[0]).__name__ for each in EVERYTHING])
def test_a_day_is_corrected_and_everything_can_be_taken_back(event: FamilyEvent, name: str) -> None:
    """X-08: nothing that was taken back is corrected or taken back again."""
    day = of(name, day=date(2024, 2, 15))
    how_it_goes(event).when(but(CORRECT, **day)).then(right(event, **day))
    how_it_goes(event).when(but(CORRECT, **of(name, day=TOMORROW))).refused("not_happened_yet")
    gone = of(name, taken_back=True)
    taken = how_it_goes(event).when(but(CORRECT, **gone)).then(right(event, **gone))
    for more in (gone, day):
        again = but(CORRECT, **more, correction=numbered(CorrectionId, 9))
        taken.when(again).refused("taken_back_already")


def test_a_correction_is_corrected_by_one_more_of_the_same_thing() -> None:
    """X-08: the latest stands. A correction itself is nothing that was registered."""
    more = {"correction": numbered(CorrectionId, 9), "value": 6}
    how_it_goes(REGISTERED, RIGHT).when(but(CORRECT, **more)).then(RIGHT.model_copy(update=more))
    of_the_correction = but(CORRECT, corrects=RecordId(RIGHT.correction), correction=more["correction"])
    how_it_goes(REGISTERED, RIGHT).when(of_the_correction).refused("nothing_to_correct")


@pytest.mark.parametrize("name", [numbered(BaselineId, 9), WHEEL, DEVIATION, numbered(DeviationId, 9)])
def test_what_is_corrected_was_registered(name: str) -> None:
    """X-08: a wheel is defined anew, a deviation runs its course."""
    before = how_it_goes(TURNED, REPORTED, MEASURED)
    before.when(but(CORRECT, corrects=RecordId(name))).refused("nothing_to_correct")


@pytest.mark.parametrize(
    "unclear",
    [
        {"value": None},
        {"taken_back": True},
        {"value": None, "taken_back": True, "day": YESTERDAY},
        {"value": None, "taken_back": True, "ended_on": YESTERDAY},
        {"value": None, "axis": JOB_AXIS},
    ],
    ids=str,
)
def test_a_correction_says_what_is_right_or_takes_it_back(unclear: dict[str, Any]) -> None:
    """X-08."""
    how_it_goes(REGISTERED).when(but(CORRECT, **unclear)).refused("correction_unclear")


def test_of_a_wheels_scoring_one_axis_that_was_scored_is_corrected() -> None:
    """A28, X-08: also one that the wheel has no longer; the next correction may be of the other axis."""
    for axis in (JOB_AXIS, HEALTH_AXIS):
        corrects = of(SCORED.scoring, value=7, axis=axis)
        narrower = TURNED.model_copy(update={"axes": TURNED.axes[1:]})
        how_it_goes(TURNED, SCORED, narrower).when(but(CORRECT, **corrects)).then(right(SCORED, **corrects))
    one_of_them = SCORED.model_copy(update={"scores": SCORED.scores[:1]})
    unscored = but(CORRECT, **of(SCORED.scoring, value=7, axis=HEALTH_AXIS))
    how_it_goes(TURNED, one_of_them).when(unscored).refused("correction_of_another_kind")
    outside = but(CORRECT, **of(SCORED.scoring, value=11, axis=JOB_AXIS))
    how_it_goes(TURNED, SCORED).when(outside).refused("value_outside_scale")


@pytest.mark.parametrize(
    ("event", "wrong"),
    [
        (SCORED, of(SCORED.scoring, value=7)),
        (SCORED, of(SCORED.scoring, value=7, axis=numbered(AxisId, 9))),
        (SCORED, of(SCORED.scoring, day=YESTERDAY, axis=JOB_AXIS)),
        (SCORED, of(SCORED.scoring, taken_back=True, axis=JOB_AXIS)),
        (REGISTERED, of(REGISTERED.registration, value=7, axis=JOB_AXIS)),
        (NOTED, of(NOTED.success, value=7)),
        (PLAYS, of(OCCUPATION, value=7)),
        (PLAYS, of(OCCUPATION, ended_on=TODAY)),
        (NOTED, of(NOTED.success, ended_on=TODAY)),
    ],
)
def test_a_correction_fits_what_it_corrects(event: FamilyEvent, wrong: dict[str, Any]) -> None:
    """X-08: no axis where there is none, no last day of what hasn't ended, no value of words."""
    how_it_goes(event).when(but(CORRECT, **wrong)).refused("correction_of_another_kind")


def test_the_days_of_what_somebody_did_stay_in_order() -> None:
    """INV-56, X-08: what was corrected before counts."""
    done = how_it_goes(PLAYS, ENDED)
    for days in ({"day": date(2024, 2, 1)}, {"ended_on": date(2024, 1, 10)}, {"ended_on": TODAY}):
        done.when(but(CORRECT, **of(OCCUPATION, **days))).then(right(PLAYS, **of(OCCUPATION, **days)))
    for days in ({"day": date(2024, 2, 11)}, {"ended_on": date(2024, 1, 9)}):
        done.when(but(CORRECT, **of(OCCUPATION, **days))).refused("ends_before_it_begins")
    done.when(but(CORRECT, **of(OCCUPATION, ended_on=TOMORROW))).refused("not_happened_yet")
    both = of(OCCUPATION, day=date(2024, 2, 11), ended_on=date(2024, 2, 20))
    done.when(but(CORRECT, **both)).then(right(PLAYS, **both))
    moved = right(PLAYS, **of(OCCUPATION, ended_on=date(2024, 2, 20)))
    later = of(OCCUPATION, day=date(2024, 2, 11), correction=numbered(CorrectionId, 9))
    how_it_goes(PLAYS, ENDED, moved).when(but(CORRECT, **later)).then(right(PLAYS, **later))


def test_a_correction_makes_no_two_terms_overlap() -> None:
    """INV-56, INV-58, X-08."""
    second = PLAYS.model_copy(
        update={"occupation": numbered(OccupationId, 2), "started_on": date(2024, 2, 20)}
    )
    both = how_it_goes(PLAYS, ENDED, second)
    for name, days in (
        (OCCUPATION, {"ended_on": date(2024, 2, 20)}),
        (second.occupation, {"day": date(2024, 2, 10)}),
    ):
        both.when(but(CORRECT, **of(name, **days))).refused("occupation_goes_on")
    apart = of(OCCUPATION, ended_on=date(2024, 2, 19))
    both.when(but(CORRECT, **apart)).then(right(PLAYS, **apart))


def test_a_correction_moves_no_measurement_onto_another_or_before_its_period() -> None:
    """INV-58, T04, X-08."""
    other = ATTENDANCE.model_copy(update={"measure": numbered(MeasureId, 9), "measured_on": TODAY})
    both = how_it_goes(ATTENDANCE, other)
    both.when(but(CORRECT, **of(ATTENDANCE.measure, day=TODAY))).refused("measured_already")
    same_day = of(ATTENDANCE.measure, day=YESTERDAY)
    both.when(but(CORRECT, **same_day)).then(right(ATTENDANCE, **same_day))
    before = but(CORRECT, **of(ATTENDANCE.measure, day=date(2024, 1, 31)))
    both.when(before).refused("period_ends_before_it_begins")


def test_a_baseline_that_was_taken_back_is_recorded_anew() -> None:
    """INV-55, X-08: one stands, however often."""
    second = {"baseline": numbered(BaselineId, 2), "value": 35}
    gone = how_it_goes(MEASURED).when(TAKE_BACK).then(GONE)
    anew = gone.when(but(MEASURE, **second)).then(MEASURED.model_copy(update=second))
    anew.when(but(MEASURE, baseline=numbered(BaselineId, 3))).refused("baseline_recorded_already")
    gone.when(MEASURE).refused("registered_already")
