"""Targets are reckoned once a month is over and all of it is here; what was told of it stays. On a real database."""

from collections.abc import AsyncIterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
import pytest_asyncio

from contracts.ids import PersonId
from contracts.progress.events import OutcomeTargetSet
from contracts.progress.targets import Target
from eventkeep.clock import Clock, turn
from eventkeep.cloudevent import encode
from eventkeep.edge.call import Caller
from eventkeep.journal import Journal
from eventkeep.refused import Refused
from eventkeep.testing import said
from services.overview.outcomes.reckoning import SHAPE, last_month_s_end, months
from services.overview.outcomes.told import Leaders, document
from services.overview.programmes.view import PROGRAMME
from services.words import VOCABULARIES
from tests.unit.family import numbered
from tests.unit.programmes import REGISTERED
from tests.views.january import JANUARY, LEADER, Place, in_january, of


@pytest_asyncio.fixture
async def place(postgres: str, tmp_path: Path) -> AsyncIterator[Place]:
    """Families of January; it is 1 February."""
    async with in_january(postgres, tmp_path) as found:
        yield found


def test_a_month_is_over_on_its_last_day() -> None:
    assert last_month_s_end(date(2026, 2, 1)) == last_month_s_end(date(2026, 2, 28)) == JANUARY
    assert last_month_s_end(date(2026, 1, 1)) == date(2025, 12, 31)


async def test_a_month_is_reckoned_when_all_of_it_is_here_and_then_stays(place: Place) -> None:
    """INV-54: as of its last day, whatever comes later; a leader who looks each day sees no single family move."""
    assert (await place.look()).day is None
    assert not await place.reckoning.reckon()
    await place.heard(datetime(2026, 1, 31, 22, 59, tzinfo=UTC))
    assert not await place.reckoning.reckon()
    await place.heard(datetime(2026, 2, 1, 0, 0, tzinfo=UTC))
    assert await place.reckoning.reckon()
    told = await place.look()
    assert (told.day, told.programme) == (JANUARY, "det-gode-ressourceforloeb")
    assert of(told, "t01") == (0, 7, 0)
    assert of(told, "t13") == (7, 7, 0)
    await place.admits(8)
    assert not await place.reckoning.reckon()
    assert await place.look() == told


async def test_what_the_programme_agreed_on_is_what_is_needed(place: Place) -> None:
    """T13, A35: seven citizens instead of a hundred and twenty."""
    frame = REGISTERED.model_copy(update={"code": "det-gode-ressourceforloeb"})
    less = OutcomeTargetSet(programme=frame.programme, target=Target.T13, needed=7)
    journal = Journal(place.pool, [PROGRAMME], VOCABULARIES, place.keys)
    told = [
        said(each, "progress", version, stream=f"programme/{frame.programme}")
        for version, each in enumerate((frame, less), start=1)
    ]
    await journal.accept([encode(each.envelope, each.data) for each in told])
    await place.heard(datetime(2026, 2, 1, tzinfo=UTC))
    assert await place.reckoning.reckon()
    row = next(each for each in (await place.look()).of(None) if each.target == "t13")
    assert (row.needed, row.met, row.result) == (7, 7, "met")


async def test_the_next_month_has_a_row_of_its_own(place: Place) -> None:
    """T12, T24: contacts over time."""
    await place.heard(datetime(2026, 2, 1, tzinfo=UTC))
    assert await place.reckoning.reckon()
    turn(place.clock, datetime(2026, 3, 2, tzinfo=UTC))
    await place.heard(datetime(2026, 3, 2, tzinfo=UTC))
    assert await place.reckoning.reckon()
    told = await place.look()
    assert [each.day for each in told.contacts] == [date(2026, 2, 28), JANUARY]
    assert [each.direct for each in told.contacts] == [0, 0]
    turn(place.clock, datetime(2026, 2, 28, tzinfo=UTC))
    assert (
        await place.look()
    ).day == JANUARY  # a clock that is turned back, as in a demo, shows nothing to come


async def test_months_that_nobody_reckoned_are_made_up_for_as_they_stood(place: Place) -> None:
    """T12, T24: a trend has no holes where the service was away; what was told before stays."""
    turn(place.clock, datetime(2026, 1, 2, tzinfo=UTC))
    await place.heard(datetime(2026, 1, 2, tzinfo=UTC))
    assert await place.reckoning.reckon()
    turn(place.clock, datetime(2026, 4, 2, tzinfo=UTC))
    await place.heard(datetime(2026, 4, 2, tzinfo=UTC))
    assert await place.reckoning.reckon()
    told = await place.look()
    assert [each.day for each in told.contacts] == [date(2026, 3, 31), date(2026, 2, 28), JANUARY]
    assert not await place.reckoning.reckon()


def test_no_more_than_a_year_is_made_up_for() -> None:
    assert months(None, JANUARY) == [JANUARY]
    assert months(JANUARY, date(2026, 3, 31)) == [date(2026, 2, 28), date(2026, 3, 31)]
    assert [months(date(2020, 1, 31), JANUARY)[n] for n in (0, -1)] == [date(2025, 2, 28), JANUARY]
    assert len(months(date(2020, 1, 31), JANUARY)) == 12


async def test_whoever_is_forgotten_is_not_measurable_in_the_next_month(place: Place) -> None:
    """X-10: nothing of a person outlives the key; seven families still took part."""
    for number in range(1, 6):
        await place.keys.forget(numbered(PersonId, number))
    await place.heard(datetime(2026, 2, 1, tzinfo=UTC))
    assert await place.reckoning.reckon()
    told = await place.look()
    assert of(told, "t01") == (None, None, None)
    assert of(told, "t13") == (7, 7, 0)


async def test_newer_code_reckons_the_last_month_anew_and_older_code_leaves_it(place: Place) -> None:
    """Whoever changes what a target counts raises the version."""
    await place.heard(datetime(2026, 2, 1, tzinfo=UTC))
    assert await place.reckoning.reckon()
    await place.pool.execute("update reckoned set shape = $1", [SHAPE[0], SHAPE[1] + 1])
    assert not await place.reckoning.reckon()
    await place.pool.execute("update reckoned set shape = $1", [SHAPE[0], SHAPE[1] - 1])
    assert await place.reckoning.reckon()


async def test_no_table_holds_a_small_number(place: Place) -> None:
    """X-05: what is hidden is left out before it is written."""
    await place.heard(datetime(2026, 2, 1, tzinfo=UTC))
    assert await place.reckoning.reckon()
    columns = ("met", "decided", "not_yet", "not_measurable")
    small = " or ".join(f"{name} between 1 and 4" for name in columns)
    assert await place.pool.fetch(f"select 1 from reckoned_targets where {small}") == []
    assert await place.pool.fetchval("select count(*) from reckoned_targets") > 16


async def test_only_leaders_are_told(place: Place) -> None:
    """X-01: nobody else, whoever he or she is; a programme that isn't there is as none."""
    for kind in ("professional", "person", "service", "operations"):
        with_kind = Caller(kind, LEADER.id, "social", 0.0)
        with pytest.raises(Refused) as caught:
            await Leaders(place.pool, Clock(place.clock)).look(with_kind)
        assert caught.value.code == "leaders_only"
    found = document(await Leaders(place.pool, Clock(place.clock)).look(LEADER, "nowhere"))
    assert (found["day"], found["programme"], found["targets"]) == (None, None, [])
