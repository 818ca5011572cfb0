"""How good a family found the offers that it used, as it stands: what was corrected counts as it is right. P45, X-08."""

from collections.abc import Iterable
from typing import Any

from contracts.progress.events import OfferQualityRated, RegistrationCorrected
from eventkeep.cloudevent import decode
from services.overview.corrected import Corrections, noted, standing
from services.words import VOCABULARIES

# As the index `ratings` has it.
TOLD = """
select family, value from journal where family = any($1) and service = 'progress'
   and (position('"type":"helhed.progress.offer-quality-rated.v1"'::bytea in value) > 0
     or position('"type":"helhed.progress.registration-corrected.v1"'::bytea in value) > 0) order by family, version
"""


def ratings(values: Iterable[bytes]) -> list[dict[str, Any]]:
    """Of one family's events of progress, in order: of each person, for each intervention and each side, the latest."""
    events = [VOCABULARIES["progress"].read(decode(value)) for value in values]
    corrections: Corrections = {}
    for event in events:
        if isinstance(event, RegistrationCorrected):
            corrections = noted(corrections, event)
    rated = (event for event in events if isinstance(event, OfferQualityRated))
    latest: dict[tuple[str, ...], OfferQualityRated] = {}
    for each, _ in sorted(standing(rated, corrections), key=lambda one: one[0].rated_on):
        latest[each.intervention, each.person, each.by_kind] = each
    return [
        {"offer": each.offer, "scored_by": each.by_kind, "value": each.value, "rated_on": each.rated_on}
        for each in latest.values()
    ]
