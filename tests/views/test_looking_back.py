"""Leaders look back to any month that was reckoned; of none other anything is told. On a real database."""

from collections.abc import AsyncIterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
import pytest_asyncio

from eventkeep.clock import turn
from eventkeep.refused import Refused
from services.overview.problems import http_status
from tests.views.january import JANUARY, Place, in_january, of


@pytest_asyncio.fixture
async def place(postgres: str, tmp_path: Path) -> AsyncIterator[Place]:
    """Families of January; it is 1 February."""
    async with in_january(postgres, tmp_path) as found:
        yield found


async def test_a_leader_looks_back_to_the_last_month_that_had_ended_by_a_day(place: Place) -> None:
    """What was told then, and nothing of later; what is known of now alone is told of now alone."""
    await place.heard(datetime(2026, 2, 1, tzinfo=UTC))
    assert await place.reckoning.reckon()
    then = await place.look()
    turn(place.clock, datetime(2026, 3, 2, tzinfo=UTC))
    for number in range(11, 18):
        await place.admits(number)
    await place.heard(datetime(2026, 3, 2, tzinfo=UTC))
    assert await place.reckoning.reckon()
    newest = await place.look()
    for day in (JANUARY, date(2026, 2, 27)):
        found = await place.look(day)
        assert (found.day, found.targets, found.contacts) == (JANUARY, then.targets, then.contacts)
        assert (found.coverage, found.offers) == ([], [])
        assert found.months == [date(2026, 2, 28), JANUARY]
    assert of(newest, "t01") == (0, 14, 0) != of(then, "t01")
    for day in (date(2026, 2, 28), date(2030, 1, 1)):
        assert await place.look(day) == newest
    assert newest.coverage


async def test_before_the_first_month_there_is_none_and_it_says_so(place: Place) -> None:
    """Nor of a programme of which nothing was told then: never that of another."""
    await place.heard(datetime(2026, 2, 1, tzinfo=UTC))
    assert await place.reckoning.reckon()
    for day, programme in ((date(2026, 1, 30), ""), (JANUARY, "familier-paa-vej")):
        with pytest.raises(Refused) as caught:
            await place.look(day, programme)
        assert caught.value.code == "month_not_found"
        assert caught.value.danish
        assert http_status(caught.value) == 404
