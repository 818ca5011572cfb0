"""What is repaired behind a later event counts at once, in the rows that readers are shown."""

from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

import orjson
import pytest_asyncio

from contracts.contacts.events import FamilyEvent
from eventkeep.cloudevent import Envelope, encode
from eventkeep.journal import Journal
from eventkeep.keys import FileKeys
from eventkeep.pg import pool
from eventkeep.view import View
from services.overview.access import ACCESS
from services.overview.family_plan import FAMILY_PLAN
from services.words import VOCABULARIES
from tests.stores.databases import fresh
from tests.unit.family import FAMILY, REGISTERED, SOFIE, TOMAS
from tests.views.around import SOFIE_ATTACHED, TOMAS_ATTACHED, TOMAS_DETACHED

Attached = Callable[[View], Awaitable[list[str]]]


@pytest_asyncio.fixture
async def overview(postgres: str, tmp_path: Path) -> AsyncIterator[tuple[Journal, Attached]]:
    """A journal with both views, and who is attached according to the row of one of them."""
    async with fresh(postgres, "journal") as dsn:
        connections = await pool(dsn, 2)

        async def attached(view: View) -> list[str]:
            document = orjson.loads(
                await connections.fetchval("select document from views where view = $1", view.name)
            )
            return [each if isinstance(each, str) else each["professional"] for each in document["attached"]]

        yield Journal(connections, [ACCESS, FAMILY_PLAN], VOCABULARIES, FileKeys(tmp_path)), attached
        await connections.close()


def record(version: int, event: FamilyEvent) -> bytes:
    """What contacts told, as its topic carries it."""
    envelope = Envelope(
        id=f"contacts-{version}",
        service="contacts",
        type=event.wire,
        stream=f"family/{FAMILY}",
        version=version,
        time="2024-03-01T12:00:00Z",
        occurred_at="2024-03-01T12:00:00Z",
        actor="professional:somebody",
        causes={"contacts": version - 1},
    )
    return encode(envelope, event.model_dump(mode="json"))


async def test_a_revocation_that_is_repaired_behind_a_later_event_counts_at_once(
    overview: tuple[Journal, Attached],
) -> None:
    """INV-38, design 5: the vector of access had passed the hole, so it stays; the row may not."""
    journal, attached = overview
    await journal.accept([record(1, REGISTERED), record(2, TOMAS_ATTACHED)])
    await journal.accept([record(4, SOFIE_ATTACHED)])
    assert sorted(await attached(ACCESS)) == sorted([TOMAS, SOFIE])
    assert await attached(FAMILY_PLAN) == [TOMAS]
    await journal.accept([record(3, TOMAS_DETACHED)])
    assert await attached(FAMILY_PLAN) == [SOFIE]
    assert await attached(ACCESS) == [SOFIE]


async def test_a_revocation_past_a_hole_counts_at_once(overview: tuple[Journal, Attached]) -> None:
    """INV-38: access waits for nobody; the plan waits for what is missing."""
    journal, attached = overview
    await journal.accept([record(1, REGISTERED), record(2, TOMAS_ATTACHED), record(4, TOMAS_DETACHED)])
    assert await attached(ACCESS) == []
    assert await attached(FAMILY_PLAN) == [TOMAS]
