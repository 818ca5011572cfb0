"""A view's row counts its states: whoever folded from an older one writes nothing."""

from collections.abc import AsyncIterator
from contextlib import suppress
from pathlib import Path

import pytest
import pytest_asyncio

from eventkeep.changes import Changes
from eventkeep.cloudevent import encode
from eventkeep.journal import Journal
from eventkeep.keys import FileKeys
from eventkeep.pg import Pool, pool
from eventkeep.projection import StateMoved
from eventkeep.reading import Reading, Shown
from eventkeep.testing import said
from services.overview.access import ACCESS
from services.overview.family_plan import FAMILY_PLAN
from services.words import VOCABULARIES
from tests.stores.databases import fresh
from tests.unit.family import FAMILY
from tests.views.around import CONTACTS


@pytest_asyncio.fixture
async def connections(postgres: str) -> AsyncIterator[Pool]:
    async with fresh(postgres, "journal") as dsn:
        found = await pool(dsn, 4)
        yield found
        await found.close()


def replica(connections: Pool, folder: Path) -> Journal:
    """A worker, with what it folded last in its memory."""
    return Journal(connections, [ACCESS, FAMILY_PLAN], VOCABULARIES, FileKeys(folder))


def arrived(version: int) -> list[bytes]:
    """What contacts told as its n-th event."""
    told = said(CONTACTS[version - 1], "contacts", version)
    return [encode(told.envelope, told.data)]


async def shown(connections: Pool) -> Shown:
    """The family's row."""
    return await Reading(connections, Changes(""), FAMILY_PLAN).row(FAMILY)


async def test_a_write_succeeds_only_on_the_state_it_was_folded_from(
    connections: Pool, tmp_path: Path
) -> None:
    """Compare and set: what was folded from a state that moved meanwhile is not written, and nothing of it kept."""
    frozen, other = replica(connections, tmp_path), replica(connections, tmp_path)
    await frozen.accept(arrived(1))
    await other.accept(arrived(2))
    before = await shown(connections)
    with pytest.raises(StateMoved):
        await frozen.accept(arrived(3))
    assert await shown(connections) == before
    assert await connections.fetchval("select count(*) from journal") == 2
    with suppress(StateMoved):  # the other view moved too
        await frozen.accept(arrived(3))
    await frozen.accept(arrived(3))
    after = await shown(connections)
    assert (after.state_no, after.vector) == (before.state_no + 1, {"contacts": 3})


async def test_a_repeat_changes_nothing(connections: Pool, tmp_path: Path) -> None:
    """A journal stores every event that arrives: a repeat changes nothing, at whichever replica."""
    one, other = replica(connections, tmp_path), replica(connections, tmp_path)
    for version in (1, 2):
        await one.accept(arrived(version))
    before = await shown(connections)
    for replica_again in (one, other):
        assert await replica_again.accept([*arrived(2), *arrived(1)]) == []
    assert await shown(connections) == before
    assert await connections.fetchval("select count(*) from journal") == 2
