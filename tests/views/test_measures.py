"""What is measured of a family over time: for whom each series is, what was corrected, and how far it moved."""

from datetime import date
from typing import Any

import pytest

from contracts.contacts.events import FamilyMemberAdded, FamilyMemberChanged, Member, Role
from contracts.ids import CorrectionId, MeasureId, OfferId, RatingId, RecordId, SupporterId
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
from eventkeep.sealing import FORGOTTEN
from services.overview.measures import EVENTS, document
from tests.unit.family import ANNA, BO, CLARA, FAMILY, REGISTERED, SOFIE, numbered
from tests.views.planned import GUIDANCE
from tests.views.tales import tale

AUNT = numbered(SupporterId, 1)
WITH_CLARA = FamilyMemberAdded(
    family=FAMILY, member=Member(person=CLARA, role=Role.CHILD, name="Clara Example", custody=(ANNA,))
)


def measured(number: int, value: int, day: date, person: Any = BO, **more: Any) -> Measured:
    """Days present of 100, unless something else is measured."""
    return Measured(
        family=FAMILY,
        measure=numbered(MeasureId, number),
        person=person,
        value=value,
        measured_on=day,
        **{
            "kind": MeasureKind.ATTENDANCE,
            "instrument": "days-at-school",
            "scale_min": 0,
            "scale_max": 100,
            **more,
        },
    )


def trust(number: int, value: int, **more: Any) -> TrustRated:
    """How Anna finds the trust, in the municipality or in one professional."""
    return TrustRated(
        family=FAMILY,
        rating=numbered(RatingId, number),
        person=ANNA,
        value=value,
        rated_on=date(2024, 3, number),
        **more,
    )


FIRST, LATER = measured(1, 60, date(2024, 1, 31)), measured(2, 80, date(2024, 3, 31))
INCLUDED = InclusionAnswered(
    family=FAMILY,
    measure=numbered(MeasureId, 9),
    supporter=AUNT,
    instrument="inclusion-survey",
    scale_min=1,
    scale_max=7,
    value=3,
    measured_on=date(2024, 2, 1),
)
QUALITY = OfferQualityRated(
    family=FAMILY,
    rating=numbered(RatingId, 9),
    offer=numbered(OfferId, 1),
    intervention=GUIDANCE,
    person=BO,
    by_kind=ScoredBy.CITIZEN,
    value=4,
    words="They listen.",
    rated_on=date(2024, 2, 2),
)
HEALTH = {"kind": MeasureKind.MENTAL_HEALTH, "instrument": "who-5"}


def series(*events: Event, kind: str = "professional", reader: str = SOFIE) -> list[dict[str, Any]]:
    """What a reader is given, of the events that it is made of."""
    told = tale(REGISTERED, *(each for each in events if type(each) in EVENTS))
    found: list[dict[str, Any]] = document(told, kind, reader)["series"]
    return found


def corrected(event: Measured, **right: Any) -> RegistrationCorrected:
    """It was otherwise, or it never was."""
    return RegistrationCorrected(
        family=FAMILY,
        correction=numbered(CorrectionId, 1),
        corrects=RecordId(event.measure),
        person=event.person,
        because="Counted wrongly.",
        **right,
    )


def test_a_series_has_its_scale_where_it_began_where_it_is_and_how_far_that_is() -> None:
    """T04, INV-55: by day, in whatever order it came."""
    [attendance] = series(LATER, FIRST)
    assert attendance == {
        "kind": "attendance",
        "person": BO,
        "supporter": None,
        "professional": None,
        "offer": None,
        "intervention": None,
        "by_kind": None,
        "instrument": "days-at-school",
        "scale_min": 0,
        "scale_max": 100,
        "values": [
            {
                "id": each.measure,
                "value": each.value,
                "on": each.measured_on,
                "period_from": None,
                "words": None,
                "corrected": False,
            }
            for each in (FIRST, LATER)
        ],
        "first": 60,
        "latest": 80,
        "change": 20,
    }


def test_one_value_is_no_change() -> None:
    """INV-55: without a second one nothing is said to have moved."""
    assert [each["change"] for each in series(FIRST)] == [None]
    assert [each["change"] for each in series(FIRST, measured(3, 40, date(2024, 5, 1)))] == [-20]


def test_what_is_measured_otherwise_is_a_series_of_its_own() -> None:
    """T05, A38: of another kind, instrument, scale or person: nothing is compared that can't be."""
    others = (
        measured(3, 5, date(2024, 3, 1), **HEALTH),
        measured(4, 5, date(2024, 3, 1), instrument="days-in-day-care"),
        measured(5, 5, date(2024, 3, 1), scale_max=10),
        measured(6, 5, date(2024, 3, 1), CLARA),
    )
    found = series(WITH_CLARA, FIRST, *others)
    assert len(found) == 5
    assert [each["person"] for each in found] == [BO, BO, BO, BO, CLARA], "by person, as the family is told"


def test_a_pupil_plan_is_told_with_its_progress() -> None:
    """A37, T06."""
    plan = {"kind": MeasureKind.PUPIL_PLAN, "instrument": "pupil-plan", "scale_max": 10}
    [told] = series(measured(3, 5, date(2024, 3, 1), **plan), measured(4, 7, date(2024, 9, 1), **plan))
    assert (told["kind"], told["first"], told["latest"], told["change"]) == ("pupil-plan", 5, 7, 2)


def test_a_correction_is_what_stands_and_is_said() -> None:
    """X-08: a right value or day; what was taken back is in no series."""
    [told] = series(FIRST, LATER, corrected(LATER, value=70))
    assert (told["latest"], told["change"], told["values"][-1]["corrected"]) == (70, 10, True)
    [moved] = series(FIRST, LATER, corrected(LATER, day=date(2024, 1, 1)))
    assert [each["value"] for each in moved["values"]] == [80, 60]
    assert series(FIRST, corrected(FIRST, taken_back=True)) == []


def test_ratings_stand_on_the_scale_that_they_have() -> None:
    """P28, P45, T08, R23: trust, the quality of offers with its words, inclusion on its own instrument."""
    found = {each["kind"]: each for each in series(trust(1, 2), trust(2, 4), INCLUDED, QUALITY)}
    assert set(found) == {"trust", "inclusion", "offer-quality"}
    assert [found["trust"][name] for name in ("scale_min", "scale_max", "first", "latest", "change")] == [
        *(1, 5),
        *(2, 4, 2),
    ]
    assert found["inclusion"]["supporter"] == AUNT
    assert found["offer-quality"]["intervention"] == GUIDANCE
    assert found["offer-quality"]["values"][0]["words"] == "They listen."


def test_how_somebody_trusts_one_of_them_is_for_the_family_alone() -> None:
    """R51, M14: a score that colleagues read is no honest one."""
    named = trust(2, 1, professional=SOFIE)
    assert [each["professional"] for each in series(trust(1, 4), named)] == [None]
    own = series(trust(1, 4), named, kind="person", reader=ANNA)
    assert {each["professional"] for each in own} == {None, SOFIE}


@pytest.mark.parametrize(
    ("kind", "reader", "sees"),
    [
        ("professional", SOFIE, {ANNA, BO, CLARA, None}),
        ("person", ANNA, {ANNA, CLARA, None}),
        ("person", BO, {BO, None}),
    ],
    ids=["the team", "a mother", "a son"],
)
def test_what_is_about_a_member_is_for_the_member_and_those_who_hold_custody(
    kind: str, reader: Any, sees: set[Any]
) -> None:
    """INV-50, T11: one adult's health isn't the other's to see; what is of the whole family is everybody's of it."""
    about = (measured(n, 50, date(2024, 3, 1), who, **HEALTH) for n, who in enumerate((ANNA, BO, CLARA), 1))
    found = series(WITH_CLARA, *about, INCLUDED, kind=kind, reader=reader)
    assert {each["person"] for each in found} == sees


def test_a_person_who_was_forgotten_is_in_no_series() -> None:
    """X-05: numbers about somebody are no open words, and gone with the name all the same."""
    forgotten = FamilyMemberChanged(
        family=FAMILY, member=Member(person=BO, role=Role.YOUNG, name=FORGOTTEN, custody=())
    )
    assert series(FIRST, QUALITY, INCLUDED)
    assert [each["kind"] for each in series(FIRST, QUALITY, INCLUDED, forgotten)] == ["inclusion"]
    stranger = measured(7, 5, date(2024, 3, 1), CLARA)
    assert series(stranger) == [], "nor who was never told of"
