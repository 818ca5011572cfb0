"""What is measured of a family over time: instruments, trust, inclusion, the quality of offers. T04 to T08, T11, P28, P45,
A37, A38, R51.

What was corrected stands as it is right, what was taken back is gone. X-08.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from contracts.progress.events import (
    InclusionAnswered,
    Measured,
    OfferQualityRated,
    RegistrationCorrected,
    TrustRated,
)
from contracts.shapes import ActorKind, Event
from eventkeep.sealing import FORGOTTEN
from services.overview import custody
from services.overview.corrected import Corrections, noted, standing
from services.overview.custody import in_the_care_of, members
from services.overview.tale import Happened

Row = dict[str, Any]
EVENTS: frozenset[type[Event]] = frozenset(
    (Measured, InclusionAnswered, TrustRated, OfferQualityRated, RegistrationCorrected, *custody.EVENTS)
)
"""What the document is made of: nothing else is opened for it."""
_RATED = {"instrument": None, "scale_min": 1, "scale_max": 5}
"""Ratings have one scale."""
_OF = ("kind", "person", "supporter", "professional", "offer", "intervention", "by_kind", "instrument")
"""What makes values one series: what is measured, of whom, by what."""


def document(tale: Sequence[Happened], reader_kind: str, reader: str) -> dict[str, Any]:
    """The series that this reader sees, by whom they are about, then as they began. Who was forgotten is in none.

    Professionals see all but how somebody trusts one of them; a member what is of the whole family, of him- or herself,
    and of those whose custody he or she holds.
    """
    family = members(tale)
    told = {who for who, member in family.items() if member.name != FORGOTTEN}
    care = in_the_care_of(family, reader)
    found: dict[tuple[Any, ...], list[Row]] = {}
    for row in sorted(_rows(tale), key=lambda row: str(row["on"])):
        about = row["person"]
        own = row["professional"] is None if reader_kind == ActorKind.PROFESSIONAL else about in (None, *care)
        if own and (about is None or about in told):
            found.setdefault(tuple(row[name] for name in (*_OF, "scale_min", "scale_max")), []).append(row)
    place = {person: number for number, person in enumerate(family)}
    series = [_series(rows) for rows in found.values()]
    return {"series": sorted(series, key=lambda each: place.get(each["person"], len(place)))}


def _series(rows: Sequence[Row]) -> Row:
    """The values by day, where it began, where it is, and how many points lie between."""
    first, latest = rows[0]["value"], rows[-1]["value"]
    return {
        **{name: rows[0][name] for name in (*_OF, "scale_min", "scale_max")},
        "values": [
            {name: row[name] for name in ("id", "value", "on", "period_from", "words", "corrected")}
            for row in rows
        ],
        "first": first,
        "latest": latest,
        "change": latest - first if len(rows) > 1 else None,
    }


def _rows(tale: Iterable[Happened]) -> Iterator[Row]:
    corrections: Corrections = {}
    made = (Measured, InclusionAnswered, TrustRated, OfferQualityRated)
    told = [each.event for each in tale if isinstance(each.event, made)]
    for each in tale:
        if isinstance(each.event, RegistrationCorrected):
            corrections = noted(corrections, each.event)
    for event, corrected in standing(told, corrections):
        yield {**dict.fromkeys((*_OF, "period_from", "words")), **_row(event), "corrected": corrected}


def _row(event: Event) -> Row:
    match event:
        case Measured():
            names = ("kind", "person", "instrument", "scale_min", "scale_max", "value", "period_from")
            return {**_named(event, *names), "id": event.measure, "on": event.measured_on}
        case InclusionAnswered():
            told = _named(event, "supporter", "instrument", "scale_min", "scale_max", "value")
            return {**told, "kind": "inclusion", "id": event.measure, "on": event.measured_on}
        case TrustRated():
            told = _named(event, "person", "professional", "value")
            return {**_RATED, **told, "kind": "trust", "id": event.rating, "on": event.rated_on}
        case OfferQualityRated():
            told = _named(event, "person", "offer", "intervention", "by_kind", "value", "words")
            return {**_RATED, **told, "kind": "offer-quality", "id": event.rating, "on": event.rated_on}
        case _:
            return {}


def _named(event: Event, *names: str) -> Row:
    return {name: getattr(event, name) for name in names}
