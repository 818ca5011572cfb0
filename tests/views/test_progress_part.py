"""What the shared plan shows of how it goes: wheels apart, deviations until acted on, and nothing that was taken back."""

from datetime import date
from itertools import permutations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contracts.ids import AxisId, Id, MeasureId, OfferId, RatingId, SupporterId
from contracts.progress.events import (
    InclusionAnswered,
    Measured,
    MeasureKind,
    OfferQualityRated,
    RegistrationCorrected,
    ScoredBy,
    TrustRated,
)
from contracts.shapes import Event
from services.overview.corrected import Corrections, noted, standing
from tests.unit.family import BO, FAMILY, numbered
from tests.views.gone_on import (
    ACTED,
    CLOSED,
    DEFINED,
    DELIVERS,
    FOOTBALL,
    GOES_ON,
    HEALTH,
    JOB,
    LATER_SCORED,
    OVERDUE,
    PLAYS,
    REPLANNED,
    REPORTED,
    STOPPED,
    THIRD,
    WIDENED,
    corrected,
    scored,
)
from tests.views.met import BASELINE, PROGRESS, SUCCESS
from tests.views.planned import EAT, GUIDANCE, PLANS
from tests.views.shown import family_plan

MEASURED = Measured(
    family=FAMILY,
    measure=numbered(MeasureId, 1),
    kind=MeasureKind.ATTENDANCE,
    person=BO,
    instrument="days-at-school",
    scale_min=0,
    scale_max=5,
    value=3,
    measured_on=date(2024, 3, 8),
)
INCLUDED = InclusionAnswered(
    family=FAMILY,
    measure=numbered(MeasureId, 2),
    supporter=numbered(SupporterId, 1),
    instrument="inclusion",
    scale_min=1,
    scale_max=5,
    value=3,
    measured_on=date(2024, 3, 8),
)
TRUSTED = TrustRated(
    family=FAMILY, rating=numbered(RatingId, 1), person=BO, value=3, rated_on=date(2024, 3, 8)
)
RATED = OfferQualityRated(
    family=FAMILY,
    rating=numbered(RatingId, 2),
    offer=numbered(OfferId, 1),
    intervention=GUIDANCE,
    person=BO,
    by_kind=ScoredBy.CITIZEN,
    value=3,
    rated_on=date(2024, 3, 8),
)
VALUED: list[tuple[Any, Id, str]] = [
    (BASELINE, BASELINE.baseline, "measured_on"),
    (THIRD, THIRD.registration, "registered_on"),
    (MEASURED, MEASURED.measure, "measured_on"),
    (INCLUDED, INCLUDED.measure, "measured_on"),
    (TRUSTED, TRUSTED.rating, "rated_on"),
    (RATED, RATED.rating, "rated_on"),
]
DAYS = (date(2024, 2, 1), date(2024, 2, 2))


def deviation(*events: Event) -> dict[str, Any]:
    """The only deviation that the plan shows."""
    (only,) = family_plan(*PLANS, *events)["deviations"]
    return {name: only[name] for name in ("owner", "due_on", "overdue", "closed_on", "actions")}


def right(event: Event, *corrections: RegistrationCorrected) -> list[tuple[Event, bool]]:
    """What stands of an event after corrections."""
    all_of_them: Corrections = {}
    for each in corrections:
        all_of_them = noted(all_of_them, each)
    return list(standing([event], all_of_them))


def test_a_deviation_is_overdue_until_somebody_acted_or_it_is_agreed_anew() -> None:
    """A25, INV-31."""
    assert not deviation(REPORTED)["overdue"]
    assert deviation(REPORTED, OVERDUE)["overdue"]
    assert not deviation(REPORTED, OVERDUE, ACTED)["overdue"]
    anew = deviation(REPORTED, OVERDUE, REPLANNED)
    assert (anew["owner"], anew["due_on"], anew["overdue"]) == (REPLANNED.owner, "2024-03-12", False)
    assert deviation(REPORTED, REPLANNED, OVERDUE.model_copy(update={"due_on": REPLANNED.due_on}))["overdue"]


def test_one_that_somebody_else_acts_on_by_the_same_day_is_as_late_as_before() -> None:
    """INV-31."""
    same_day = REPLANNED.model_copy(update={"due_on": OVERDUE.due_on})
    assert deviation(REPORTED, OVERDUE, same_day)["overdue"]


def test_what_was_done_about_a_deviation_stands_in_order_and_then_how_it_ended() -> None:
    """A25, INV-31."""
    more = ACTED.model_copy(update={"words": "Bo came along."})
    ended = deviation(REPORTED, OVERDUE, ACTED, more, CLOSED)
    assert [each["words"] for each in ended["actions"]] == ["Anna called.", "Bo came along."]
    assert (ended["overdue"], ended["closed_on"]) == (False, "2024-03-12")


def test_nothing_is_shown_of_a_deviation_that_nobody_reported() -> None:
    """INV-31: the past has happened; what has no beginning has no place."""
    assert family_plan(OVERDUE, REPLANNED, ACTED, CLOSED)["deviations"] == []


def test_citizen_and_professional_are_shown_apart() -> None:
    """INV-59: two sittings of one day are two, each with whose view it is; on one day in the order of recording."""
    day = date(2024, 3, 8)
    citizens = scored(2, ScoredBy.CITIZEN, day, job=5)
    (wheel,) = family_plan(DEFINED, LATER_SCORED, citizens)["wheels"]
    assert [(each["by_kind"], each["scores"][0]["value"]) for each in wheel["scorings"]] == [
        ("professional", 3),
        ("citizen", 5),
    ]


def test_scores_of_an_axis_that_is_away_are_kept_for_when_it_comes_back() -> None:
    """A28, M11: a wheel's axes, the small steps in job and health, are shown as they are now."""
    narrow = DEFINED.model_copy(update={"axes": DEFINED.axes[1:]})
    (wheel,) = family_plan(DEFINED, LATER_SCORED, narrow)["wheels"]
    assert [each["axis"] for each in wheel["axes"]] == [HEALTH]
    assert [each["axis"] for each in wheel["scorings"][0]["scores"]] == [JOB, HEALTH]
    (again,) = family_plan(DEFINED, LATER_SCORED, narrow, WIDENED)["wheels"]
    assert len(again["axes"]) == 3


@pytest.mark.parametrize(("event", "name", "day"), VALUED, ids=[type(each[0]).__name__ for each in VALUED])
def test_the_latest_correction_of_each_field_stands(event: Any, name: Id, day: str) -> None:
    """X-08: a value and a day that were corrected one after the other, and again."""
    value, moved = corrected(1, name, value=1), corrected(2, name, day=DAYS[0])
    assert right(event) == [(event, False)]
    assert right(event, value) == [(event.model_copy(update={"value": 1}), True)]
    for both in ((value, moved), (moved, value)):
        assert right(event, *both) == [(event.model_copy(update={"value": 1, day: DAYS[0]}), True)]
    again = corrected(3, name, value=2, day=DAYS[1])
    assert right(event, value, moved, again) == [(event.model_copy(update={"value": 2, day: DAYS[1]}), True)]
    gone = corrected(4, name, taken_back=True)
    for order in permutations((value, moved, gone)):
        assert right(event, *order) == []


def test_of_a_sitting_each_axis_is_corrected_by_itself() -> None:
    """A28, X-08."""
    name = LATER_SCORED.scoring
    both = (corrected(1, name, axis=JOB, value=9), corrected(2, name, axis=HEALTH, value=1))
    ((event, marked),) = right(LATER_SCORED, *both, corrected(3, name, day=DAYS[0]))
    assert marked
    assert isinstance(event, type(LATER_SCORED))
    assert ([score.value for score in event.scores], event.scored_on) == ([9, 1], DAYS[0])
    unscored = corrected(4, name, axis=numbered(AxisId, 9), value=1)
    assert right(LATER_SCORED, unscored) == [(LATER_SCORED, True)]


def test_words_have_no_value_to_correct() -> None:
    """X-08: a correction that fits nothing changes nothing, and never fails."""
    assert right(SUCCESS, corrected(1, SUCCESS.success, value=4)) == [(SUCCESS, True)]


def test_first_and_last_day_of_what_somebody_does_are_corrected() -> None:
    """INV-56, X-08: what never was has no end either."""
    first, last = corrected(1, FOOTBALL, day=DAYS[0]), corrected(2, FOOTBALL, ended_on=DAYS[1])
    (shown,) = family_plan(PLAYS, STOPPED, first, last)["occupations"]
    assert (shown["started_on"], shown["ended_on"], shown["corrected"]) == ("2024-02-01", "2024-02-02", True)
    gone = corrected(3, FOOTBALL, taken_back=True)
    assert family_plan(PLAYS, STOPPED, first, gone)["occupations"] == []
    assert right(STOPPED, gone) == []


def test_what_is_measured_and_rated_is_no_part_of_what_everybody_sees() -> None:
    """INV-36, T11: it is shown by relation, in a document of its own."""
    assert family_plan(MEASURED, INCLUDED, TRUSTED, RATED) == {**family_plan(), "family": FAMILY}


@given(st.permutations(range(len(GOES_ON))))
def test_whatever_the_order_nothing_that_was_taken_back_is_shown(order: list[int]) -> None:
    """X-08: folding never fails, and a correction counts from wherever it stands."""
    plan = family_plan(*PLANS, *PROGRESS, *(GOES_ON[n] for n in order))
    gone = {
        str(each.corrects) for each in GOES_ON if isinstance(each, RegistrationCorrected) and each.taken_back
    }
    shown = str([plan[name] for name in ("baselines", "progress", "wheels", "occupations")])
    assert len(gone) == 4
    assert not [each for each in gone if each in shown]
    assert DELIVERS.occupation in shown
    assert EAT in shown
