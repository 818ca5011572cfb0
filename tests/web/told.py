"""What leaders may be told, for tests of their pages: made-up families, at the end of a month."""

from datetime import date
from decimal import Decimal
from typing import Any

from services.overview.outcomes.reckoning import effect_told, row_told
from services.overview.outcomes.release import Gathered
from services.overview.outcomes.told import Contacts, Effect, OfferRated, Outcomes, TargetStands, lacks
from tests.views.reckoned import DAY, gathered

COVERAGE = {
    "families": 46,
    "without_model": 0,
    "without_coordinator": 3,
    "without_primary_contact": 12,
    "without_contract": 43,
    "without_follow_up": 46,
    "follow_up_overdue": 0,
    "without_approved_plan": 5,
    "not_informed": 9,
}
OFFERS = [
    OfferRated("Samtalegruppe", "Conversation group", "citizen", 6, 9, Decimal("4.1")),
    OfferRated("Samtalegruppe", "Conversation group", "professional", None, None, None),
]


def told(of: Gathered | None = None, programme: str = "familier-paa-vej", **more: Any) -> Outcomes:
    """What is told of made-up families, as it would be kept and read."""
    found = of or gathered()
    rows = [
        _stands(row_told(each), year)
        for (name, year), told in sorted(found.rows().items(), key=lambda one: one[0][1] or 0)
        if name == programme
        for each in told
    ]
    well: dict[str, Any] = {
        "day": DAY,
        "programme": programme,
        "programmes": [programme],
        "targets": rows,
        "contacts": [Contacts(date(2025, 12, 31), Decimal("2.4"), Decimal("1.25"))],
        "effects": [_effect(effect_told(each)) for each in found.effects()],
        "offers": OFFERS,
        "coverage": lacks(COVERAGE),
    }
    return Outcomes(**{**well, **more})


def _stands(row: tuple[Any, ...], year: int | None) -> TargetStands:
    *first, result, mean, of_families, before, now = row
    met, decided = row[4], row[7]
    percent = None if met is None or not decided else Decimal(100 * met) / decided
    return TargetStands(*first, percent, result, mean, of_families, before, now, year)


def _effect(row: tuple[Any, ...]) -> Effect:
    kind, ages, improved, least, most, series = row
    percent = None if improved is None or not series else Decimal(100 * improved) / series
    return Effect(kind, ages, improved, least, most, series, percent)


EMPTY = Outcomes(None, None, [], [], [], [], [], lacks({"families": 0}))
"""Before the first month."""
