"""How good offers were, over all families: what counts, and that few are not told apart."""

from collections.abc import AsyncIterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

import asyncpg
import pytest_asyncio

from contracts.ids import CorrectionId, FamilyId, InterventionId, RatingId, RecordId
from contracts.plans.events import CATALOGUE
from contracts.progress.events import OfferQualityRated, RegistrationCorrected, ScoredBy
from contracts.shapes import Event
from eventkeep.cloudevent import encode
from eventkeep.journal import Journal
from eventkeep.keys import FileKeys
from eventkeep.pg import Pool, pool
from eventkeep.testing import said
from services.overview.access import ACCESS
from services.overview.catalogue import OFFERS
from services.overview.counting import Counting
from services.overview.family_plan import FAMILY_PLAN
from services.overview.quality import UNSAID, Quality
from services.overview.rated import ratings
from services.words import VOCABULARIES
from tests.stores.owned import owned
from tests.unit.family import ANNA, BO, FAMILY, numbered
from tests.unit.offering import LISTED, RIDES, TALKS
from tests.views import tales
from tests.views.town import built

HOMES = [numbered(FamilyId, 200 + number) for number in range(6)]
Kept = tuple[Pool, Journal]


def rated(number: int, value: int, **other: Any) -> OfferQualityRated:
    """Anna says how good the conversation group was."""
    said_so = OfferQualityRated(
        family=FAMILY,
        rating=numbered(RatingId, number),
        offer=TALKS,
        intervention=numbered(InterventionId, 1),
        person=ANNA,
        by_kind=ScoredBy.CITIZEN,
        value=value,
        rated_on=date(2024, 4, number),
    )
    return said_so.model_copy(update=other)


def corrected(number: int, **right: Any) -> RegistrationCorrected:
    """It was another number, or was never said."""
    return RegistrationCorrected(
        family=FAMILY,
        correction=numbered(CorrectionId, number),
        corrects=RecordId(numbered(RatingId, number)),
        because="A slip.",
        **right,
    )


def counted(*events: Event) -> list[tuple[Any, ...]]:
    """What counts of one family."""
    found = ratings(encode(each.envelope, each.data) for each in tales.told(*events))
    return [(row["offer"], row["scored_by"], row["value"], row["rated_on"]) for row in found]


def test_of_each_person_and_time_the_latest_counts() -> None:
    """P45: whoever says it twice is one, citizens and professionals apart."""
    professional, elsewhere = (
        {"by_kind": ScoredBy.PROFESSIONAL},
        {"intervention": numbered(InterventionId, 2)},
    )
    assert counted(
        rated(2, 5),
        rated(1, 2),
        rated(3, 3, **professional),
        rated(4, 4, person=BO),
        rated(5, 1, **elsewhere, offer=RIDES),
    ) == [
        (TALKS, "citizen", 5, date(2024, 4, 2)),
        (TALKS, "professional", 3, date(2024, 4, 3)),
        (TALKS, "citizen", 4, date(2024, 4, 4)),
        (RIDES, "citizen", 1, date(2024, 4, 5)),
    ]


def test_what_was_corrected_counts_as_it_is_right() -> None:
    """P45, X-08: what was taken back counts no more, and what was said before it does again."""
    assert counted(rated(1, 2), corrected(1, value=4)) == [(TALKS, "citizen", 4, date(2024, 4, 1))]
    assert counted(rated(1, 2), rated(2, 5), corrected(2, taken_back=True)) == [
        (TALKS, "citizen", 2, date(2024, 4, 1))
    ]
    assert counted(rated(1, 2), rated(2, 5), corrected(1, day=date(2024, 5, 1))) == [
        (TALKS, "citizen", 2, date(2024, 5, 1))
    ]
    assert counted(rated(1, 2), corrected(1, taken_back=True)) == []


@pytest_asyncio.fixture
async def kept(postgres: str, tmp_path: Path) -> AsyncIterator[Kept]:
    """Overview's database of a plain role, in which the catalogue has one offer."""
    async with owned(postgres) as place:
        await built(place)
        connections = await pool(place.dsn, 2)
        journal = Journal(connections, [ACCESS, FAMILY_PLAN, OFFERS], VOCABULARIES, FileKeys(tmp_path))
        listed = said(LISTED, "plans", 1, stream=f"catalogue/{CATALOGUE}")
        await journal.accept([encode(listed.envelope, listed.data)])
        yield connections, journal
        await connections.close()


async def say(kept: Kept, homes: Sequence[FamilyId], *events: Event) -> None:
    """The same is said in each of these families, and counted."""
    told = [encode(each.envelope, each.data) for each in tales.told(*events)]
    for home in homes:
        await kept[1].accept([value.replace(FAMILY.encode(), home.encode()) for value in told])
    while await Counting(kept[0]).count():
        pass


async def quality(kept: Kept) -> list[asyncpg.Record]:
    """The view, as its owner sees it."""
    return list(await kept[0].fetch("select * from reading.offer_quality order by offer, scored_by"))


async def test_few_families_are_not_told_apart(kept: Kept) -> None:
    """P45: four say nothing, not even how many they are; five do."""
    await say(kept, HOMES[:4], rated(1, 4), rated(2, 5, person=BO))
    assert [tuple(row) for row in await quality(kept)] == [
        (UUID(TALKS), "Samtalegruppe", "citizen", None, None, None, True, "Conversation group")
    ]
    assert await Quality(kept[0], 0.0).of(TALKS) == UNSAID
    await say(kept, HOMES[4:5], rated(1, 1))
    [row] = await quality(kept)
    assert (row["families"], row["ratings"], float(row["mean"]), row["suppressed"]) == (5, 9, 4.1, False)
    told = await Quality(kept[0], 0.0).of(TALKS)
    assert told == {"citizen": {"families": 5, "ratings": 9, "mean": 4.1}, "professional": None}
    assert await Quality(kept[0], 0.0).of(RIDES) == UNSAID


async def test_few_professionals_hide_behind_no_total(kept: Kept) -> None:
    """P45, INV-59: no row adds up two others, so that nobody finds the few by subtraction."""
    professional = rated(2, 1, by_kind=ScoredBy.PROFESSIONAL)
    await say(kept, HOMES[:5], rated(1, 4))
    await say(kept, HOMES[5:], rated(1, 4), professional)
    citizens, professionals = await quality(kept)
    assert (citizens["families"], citizens["ratings"], citizens["scored_by"]) == (6, 6, "citizen")
    assert (professionals["families"], professionals["mean"], professionals["suppressed"]) == (
        None,
        None,
        True,
    )


async def test_corrections_reach_what_is_shown(kept: Kept) -> None:
    """P45, X-08: five families become four, and nothing is shown any more; how it was stays away too."""
    await say(kept, HOMES[:5], rated(1, 4))
    [before] = await quality(kept)
    taken_back = corrected(1, taken_back=True)
    told = [said(taken_back, "progress", 2, causes={"progress": 1})]
    values = [encode(each.envelope, each.data).replace(FAMILY.encode(), HOMES[0].encode()) for each in told]
    await kept[1].accept(values)
    while await Counting(kept[0]).count():
        pass
    [after] = await quality(kept)
    assert (before["families"], before["suppressed"]) == (5, False)
    assert (after["families"], after["mean"], after["suppressed"]) == (None, None, True)
