"""A view may be of another kind of stream than families: both are kept in one journal, and neither passes for the other."""

from collections.abc import AsyncIterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio

from eventkeep.journal import Journal
from eventkeep.likeness import Likeness
from eventkeep.projection import StateMoved
from eventkeep.refolded import Refolding, dry_run
from eventkeep.standing import look
from eventkeep.streams import id_of, key_of, kind_of, stream_of
from eventkeep.view import Fold, View
from services.overview.access import ACCESS
from services.overview.family_plan import FAMILY_PLAN
from services.words import VOCABULARIES
from tests.stores.shown import FAMILIES, Overview, finish, overview, told
from tests.unit.family import FAMILY

KITES = View(
    "kites",
    1,
    {"contacts": Fold(int, lambda count, event: count + 1)},
    lambda parts: {"events": parts["contacts"]},
    hashed=False,
    kind="kite",
)
VIEWS = [ACCESS, FAMILY_PLAN, KITES]
KITE = f"kite/{FAMILIES[0]}"
"""Under the very id of a family: whoever makes up an id may choose any."""


@pytest_asyncio.fixture
async def held(postgres: str, tmp_path: Path) -> AsyncIterator[Overview]:
    async with overview(postgres, tmp_path) as found:
        yield found


def of_kite(version: int) -> bytes:
    """What contacts tells of a kite as its n-th event."""
    return told(FAMILIES[0], version).replace(f"family/{FAMILIES[0]}".encode(), KITE.encode())


async def kept(journal: Journal, *values: bytes) -> None:
    for _ in range(3):  # each view may find that its state moved meanwhile
        with suppress(StateMoved):
            await journal.accept(values)
            return


async def document(held: Overview, key: str, view: View) -> Any:
    shown = await held.read(key, view)
    return (shown.state_no, dict(shown.vector), shown.parked, shown.holes)


@pytest.mark.parametrize(
    ("stream", "key"), [(f"family/{FAMILY}", str(FAMILY)), (f"group/{FAMILY}", f"group/{FAMILY}")]
)
def test_a_stream_and_what_it_is_kept_under_name_each_other(stream: str, key: str) -> None:
    assert (key_of(stream), stream_of(key)) == (key, stream)
    assert (kind_of(key), id_of(key)) == tuple(stream.split("/"))


async def test_a_stream_under_the_id_of_a_family_is_kept_apart_from_it(held: Overview) -> None:
    """INV-36: else whoever forms a group under a family's id makes that family's plan stand still."""
    before = await held.read(FAMILIES[0])
    journal = Journal(held.pool, VIEWS, VOCABULARIES, held.keys)
    await journal.enrol()
    await kept(journal, of_kite(1), of_kite(2))
    assert await held.read(FAMILIES[0]) == before
    assert await document(held, KITE, KITES) == (1, {"contacts": 2}, None, False)
    assert await document(held, KITE, FAMILY_PLAN) == (0, {}, None, False)
    assert await document(held, FAMILIES[0], KITES) == (0, {}, None, False)
    assert [dict(row)["version"] for row in await journal.chains(KITE)] == [2]


async def test_whoever_has_no_view_of_a_kind_keeps_nothing_of_it(held: Overview) -> None:
    await kept(held.journal(), of_kite(1))
    assert await held.count("select count(*) from journal where position('/' in family) > 0") == 0


async def test_a_view_of_another_kind_is_folded_from_what_was_kept_and_families_are_none_of_it(
    held: Overview,
) -> None:
    """X-09: at the first start, anew, and in a dry run; neither counts what is the other's."""
    journal = Journal(held.pool, VIEWS, VOCABULARIES, held.keys)
    await journal.enrol()
    while await journal.catch_up(100):
        pass
    await kept(journal, of_kite(1), of_kite(2), of_kite(3))
    for view, count in ((KITES, 1), (FAMILY_PLAN, len(FAMILIES))):
        anew = held.anew(view)
        assert await anew.begin() == count
        await finish(anew)
        switched = await anew.switch()
        assert (switched.done, switched.same, dict(switched.found)) == (True, count, {})
        found = [each async for each in dry_run(held.pool, Refolding(view, VOCABULARIES, held.keys))]
        assert [dict.fromkeys(each) for each in found] == [{Likeness.SAME: None}]
        assert sum(len(each[Likeness.SAME]) for each in found) == count
    stands = await look(held.pool, VIEWS)
    assert [(each.view, each.families, each.lacking) for each in stands.views if each.current] == [
        ("access", len(FAMILIES), 0),
        ("family-plan", len(FAMILIES), 0),
        ("kites", 1, 0),
    ]


async def test_its_chain_forks_alone(held: Overview) -> None:
    """X-08."""
    journal = Journal(held.pool, VIEWS, VOCABULARIES, held.keys)
    await kept(journal, of_kite(1))
    await kept(journal, of_kite(1).replace(b"contacts-1", b"contacts-X"))
    assert (await held.read(KITE, KITES)).parked == "fork"
    assert (await held.read(FAMILIES[0])).parked is None
    assert (
        await held.count("select count(*) from views where view = 'family-plan' and family = $1", KITE) == 0
    )
