"""The history of long made-up lives: whatever is told in personal words stood in the shared plan at some time."""

from collections.abc import Sequence

import pytest

from contracts.ids import FamilyId
from contracts.shapes import Event
from services.overview.family_plan import FAMILY_PLAN
from services.overview.history import document
from services.overview.sentences import TOLD, Language
from services.overview.tale import Happened
from tests.unit.family import FAMILY
from tests.views.lived import lives
from tests.views.shown import teller
from tests.views.tales import sealed_in


def other_homes(tale: Sequence[Happened]) -> set[str]:
    """Every other family that an event names."""
    named = {value for each in tale for _, value in each.event if isinstance(value, FamilyId)}
    return {str(each) for each in named} - {FAMILY}


@pytest.mark.made_up
def test_nothing_is_told_in_words_that_the_plan_never_showed() -> None:
    """INV-36, INV-61, X-06: over all that the deciders make true."""
    seen: set[type[Event]] = set()
    homes: set[str] = set()
    for tale in lives():
        parts = {service: fold.initial() for service, fold in FAMILY_PLAN.folds.items()}
        shown: set[str] = set()
        for each in tale:
            service = teller(each.event)
            parts[service] = FAMILY_PLAN.folds[service].evolve(parts[service], each.event)
            shown |= sealed_in(str(FAMILY_PLAN.derive(parts)))
        homes |= other_homes(tale)
        seen |= {type(each.event) for each in tale}
        for language in Language:
            history = str(document(tale, language))
            assert sealed_in(history) <= shown
            assert not [home for home in other_homes(tale) if home in history]
    assert homes
    assert len(seen & TOLD.keys()) > 0.8 * len(TOLD), sorted(each.__name__ for each in TOLD.keys() - seen)
