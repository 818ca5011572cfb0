"""The same families four times: right from the beginning, wrong and corrected, wrong and taken back, never registered."""

from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

from contracts.contacts.events import FamilyMemberChanged, Member, Role, SharedSection
from contracts.ids import MeasureId
from contracts.progress.events import AxisScore, OfferQualityRated, RegistrationCorrected, ScoredBy
from contracts.shapes import Event
from tests.unit.contacts_story import SHARED, SUPPORTED
from tests.unit.family import BO, FAMILY, numbered
from tests.unit.offering import TALKS
from tests.views.around import CONTACTS
from tests.views.gone_on import DEFINED, JOB, PLAYS, corrected, scored
from tests.views.met import BASELINE, MEETINGS, SUCCESS, registered
from tests.views.planned import EAT, PLANS
from tests.views.test_progress_part import INCLUDED, MEASURED, RATED, TRUSTED
from tests.views.town import RARE

_SEVEN = Member(person=BO, role=Role.CHILD, name="Bo Example", born="2017-01-01")
_FIRST = (
    registered(3, EAT, date(2024, 3, 5), ScoredBy.PROFESSIONAL),
    MEASURED.model_copy(update={"measure": numbered(MeasureId, 21), "measured_on": date(2024, 1, 15)}),
    INCLUDED.model_copy(update={"measure": numbered(MeasureId, 22), "measured_on": date(2024, 2, 1)}),
)
"""Of each series one value, so that the next shows whether it went up."""
BEFORE: tuple[Event, ...] = (
    *CONTACTS,
    FamilyMemberChanged(family=FAMILY, member=_SEVEN),  # so that what is measured of him counts for a child
    SUPPORTED,
    SHARED.model_copy(update={"sections": tuple(SharedSection)}),
    *PLANS,
    *MEETINGS,
    *(each for each in RARE if not isinstance(each, OfferQualityRated)),
    *_FIRST,
    DEFINED,
)


class Registration(NamedTuple):
    """What was registered, what of it was wrong, and how the correction says so."""

    name: Any
    right: Event
    wrong: Mapping[str, Any]
    correction: Mapping[str, Any]

    @property
    def wrongly(self) -> Event:
        """As it was told."""
        return self.right.model_copy(update=dict(self.wrong))


def _value(name: Any, event: Event, right: int, wrong: int = 1) -> Registration:
    made = event.model_copy(update={"value": right})
    return Registration(name, made, {"value": wrong}, {"value": right})


_LATER = registered(9, EAT, date(2024, 5, 20), ScoredBy.PROFESSIONAL)
_RATED = RATED.model_copy(update={"offer": TALKS})
_SAT = scored(1, ScoredBy.CITIZEN, date(2024, 4, 1), job=8)
REGISTRATIONS = (
    _value(BASELINE.baseline, BASELINE, 60, 32),
    Registration(
        _LATER.registration,
        _LATER,
        {"value": 1, "registered_on": date(2024, 3, 20)},
        {"value": 9, "day": date(2024, 5, 20)},
    ),
    Registration(SUCCESS.success, SUCCESS, {"noted_on": date(2024, 3, 20)}, {"day": SUCCESS.noted_on}),
    _value(MEASURED.measure, MEASURED, 5),
    _value(INCLUDED.measure, INCLUDED, 5),
    _value(TRUSTED.rating, TRUSTED, 5),
    _value(_RATED.rating, _RATED, 5),
    Registration(_SAT.scoring, _SAT, {"scores": (AxisScore(axis=JOB, value=2),)}, {"axis": JOB, "value": 8}),
    Registration(PLAYS.occupation, PLAYS, {"started_on": date(2024, 4, 10)}, {"day": PLAYS.started_on}),
)
"""One of each kind that has a value or a day of its own."""


def _corrections(*of: Mapping[str, Any]) -> tuple[RegistrationCorrected, ...]:
    return tuple(
        corrected(number, each.name, **says)
        for number, (each, says) in enumerate(zip(REGISTRATIONS, of, strict=True), start=1)
    )


_WRONG = tuple(each.wrongly for each in REGISTRATIONS)
TIMES: Mapping[str, tuple[Event, ...]] = {
    "right": tuple(each.right for each in REGISTRATIONS),
    "corrected": (*_WRONG, *_corrections(*(each.correction for each in REGISTRATIONS))),
    "taken back": (*_WRONG, *_corrections(*({"taken_back": True} for _ in REGISTRATIONS))),
    "wrong": _WRONG,
    "never": (),
}
"""What was told after `BEFORE`, each time."""
