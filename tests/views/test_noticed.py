"""Who noticed a small success, or scored a wheel, stands beside the words. A45."""

from collections.abc import Collection
from datetime import date
from typing import Any, cast

from contracts.progress.events import ScoredBy
from contracts.shapes import Event
from eventkeep.cloudevent import Told
from services.overview.noticed import noticed_by
from services.overview.tale import Tales
from tests.unit.family import FAMILY, SOFIE
from tests.views.astray import TURNS, scored
from tests.views.met import PROGRESS, SUCCESS
from tests.views.tales import told

SAT = scored(1, date(2024, 3, 1), ScoredBy.CITIZEN, job=3)


class Journal:
    """What was told of the family, one service at a time."""

    def __init__(self, *events: Event) -> None:
        self._told = told(*events)

    async def told(self, family: str, services: Collection[str]) -> list[Told]:
        """Of these services alone."""
        return [each for each in self._told if each.envelope.service in services and family == FAMILY]


async def of(*events: Event) -> dict[str, str]:
    """Who noticed what."""
    return await noticed_by(cast("Tales", cast("Any", Journal(*events))), FAMILY)


async def test_it_is_whoever_recorded_it_and_nothing_is_opened_for_it() -> None:
    assert await of(*PROGRESS) == {SUCCESS.success: f"professional:{SOFIE}"}
    assert await of(*PROGRESS, TURNS, SAT) == {
        SUCCESS.success: f"professional:{SOFIE}",
        SAT.scoring: f"professional:{SOFIE}",
    }
    assert await of() == {}
