"""Streams of other kinds beside the families' in one journal: each view is folded from its own kind alone."""

from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest_asyncio

from contracts.contacts.events import DepartmentRegistered
from eventkeep.catchup import serve as catchup
from eventkeep.catchup.owner import Owner
from eventkeep.changes import Changes
from eventkeep.cloudevent import encode
from eventkeep.edge.server import Edge
from eventkeep.journal import Journal
from eventkeep.keys import FileKeys
from eventkeep.pg import Pool, pool
from eventkeep.reading import Reading
from eventkeep.standing import ViewStands, look
from eventkeep.streams import id_of, key_of, kind_of, stream_of
from eventkeep.testing import said
from eventkeep.view import Fold, View
from services.overview.access import ACCESS
from services.overview.family_plan import FAMILY_PLAN
from services.words import VOCABULARIES
from tests.edges.invented import callers, local, token
from tests.stores.databases import fresh
from tests.unit.family import FAMILY
from tests.views.around import CONTACTS


def _named(names: tuple[str, ...], event: Any) -> tuple[str, ...]:
    return (*names, type(event).__name__)


def _document(parts: Mapping[str, Any]) -> dict[str, Any]:
    return {"said": list(parts["contacts"])}


BOOK = View("book", 1, {"contacts": Fold(tuple, _named)}, _document, hashed=False, kind="department")
SOCIAL = "department/social"
REGISTERED = said(DepartmentRegistered(department="social", lead=None), "contacts", 1, stream=SOCIAL)
PERSON = said(DepartmentRegistered(department="x", lead=None), "contacts", 1, stream="person/x")
OF_FAMILY = said(CONTACTS[0], "contacts", 1)
VIEWS = (ACCESS, FAMILY_PLAN, BOOK)


@dataclass(frozen=True)
class Kept:
    """A journal with views of two kinds."""

    pool: Pool
    journal: Journal

    async def rows(self) -> list[tuple[str, str]]:
        """Which view has a row of which stream."""
        rows = await self.pool.fetch("select view, family from views order by view, family")
        return [(row["view"], row["family"]) for row in rows]


@pytest_asyncio.fixture
async def kept(postgres: str, tmp_path: Path) -> AsyncIterator[Kept]:
    async with fresh(postgres, "journal") as dsn:
        connections = await pool(dsn, 2)
        found = Kept(connections, Journal(connections, VIEWS, VOCABULARIES, FileKeys(tmp_path)))
        await found.journal.enrol()
        values = [encode(each.envelope, each.data) for each in (OF_FAMILY, REGISTERED, PERSON)]
        await found.journal.accept(values)
        yield found
        await connections.close()


EACH_ITS_OWN = [("access", FAMILY), ("book", SOCIAL), ("family-plan", FAMILY)]


async def test_no_family_plan_is_made_of_another_kind_of_stream(kept: Kept) -> None:
    """What no view is folded from isn't kept either."""
    assert await kept.rows() == EACH_ITS_OWN
    families = await kept.pool.fetch("select distinct family from journal order by 1")
    assert [row["family"] for row in families] == sorted((FAMILY, SOCIAL))
    standing = await look(kept.pool, VIEWS)
    assert standing.views == [ViewStands(view.name, view.version, True, 1, 0, 0, 0) for view in VIEWS]


async def test_rows_that_are_lost_come_again_each_in_its_view(kept: Kept) -> None:
    await kept.pool.execute("delete from views")
    await kept.journal.enrol()
    due = await kept.pool.fetch("select view, family from folds_due order by 1, 2")
    assert [(row["view"], row["family"]) for row in due] == EACH_ITS_OWN
    kept.journal.forget_folds()
    while await kept.journal.catch_up(10):
        pass
    assert await kept.rows() == EACH_ITS_OWN
    await kept.journal.refold([FAMILY, SOCIAL])
    assert await kept.rows() == EACH_ITS_OWN


async def test_a_stream_of_another_kind_is_read_by_its_key(kept: Kept) -> None:
    shown = await Reading(kept.pool, Changes(""), BOOK).row(SOCIAL)
    assert (shown.state_no, shown.document) == (1, b'{"said":["DepartmentRegistered"]}')


async def test_a_forked_chain_stops_the_views_of_its_kind_alone(kept: Kept) -> None:
    other = said(DepartmentRegistered(department="another", lead=None), "contacts", 1, stream=SOCIAL)
    await kept.journal.accept([encode(other.envelope, other.data)])
    parked = await kept.journal.parked()
    assert [(row["view"], row["family"]) for row in parked] == [("book", SOCIAL), ("journal", SOCIAL)]
    assert await kept.rows() == EACH_ITS_OWN


async def test_a_restored_store_finds_streams_of_every_kind_under_their_own_names(
    kept: Kept, tmp_path: Path
) -> None:
    edge = Edge(local(), callers(tmp_path))
    catchup.serve_journal(edge, kept.pool)
    asking = Owner(f"127.0.0.1:{await edge.start()}", lambda: token(helhed_kind="service"))
    try:
        heads = [head.stream async for heads in asking.heads(0, "contacts") for head in heads]
        values = [e.value async for events in asking.stream(SOCIAL, 0, "contacts") for e in events]
    finally:
        await asking.close()
        await edge.stop()
    assert sorted(heads) == [SOCIAL, f"family/{FAMILY}"]
    assert values == [encode(REGISTERED.envelope, REGISTERED.data)]


def test_a_stream_is_named_back_and_forth() -> None:
    for stream, key in (("family/a", "a"), ("programme/b", "programme/b")):
        assert (key_of(stream), stream_of(key)) == (key, stream)
        assert (kind_of(key), id_of(key)) == tuple(stream.split("/"))
