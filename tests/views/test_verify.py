"""A hash that somebody was shown is verified against the journal, at any later time."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import pytest_asyncio

from eventkeep.changes import Changes
from eventkeep.cloudevent import encode
from eventkeep.journal import Journal
from eventkeep.keys import FileKeys
from eventkeep.pg import Pool, pool
from eventkeep.reading import Reading, Shown
from eventkeep.testing import said
from eventkeep.vector import Vector
from eventkeep.verify import Verdict, verify
from services.overview.family_plan import FAMILY_PLAN
from services.words import VOCABULARIES
from tests.stores.databases import fresh
from tests.unit.family import BO, FAMILY
from tests.views.around import CONTACTS
from tests.views.planned import DRAFTED, HOME, WISHED


@dataclass(frozen=True)
class Overview:
    """A journal, the keys that it was told under, and what was shown at each step."""

    pool: Pool
    keys: FileKeys
    shown: list[Shown]

    async def verdict(self, at: Vector, hashed: bytes | None) -> Verdict:
        """What is said of a hash now."""
        return await verify(self.pool, FAMILY_PLAN, VOCABULARIES, self.keys, FAMILY, at, hashed or b"")


@pytest_asyncio.fixture
async def overview(postgres: str, tmp_path: Path) -> AsyncIterator[Overview]:
    """Somebody was shown the plan before Bo's wish, with it, and after something else."""
    keys, shown = FileKeys(tmp_path, ttl=0), list[Shown]()
    async with fresh(postgres, "journal") as dsn:
        connections = await pool(dsn, 2)
        journal = Journal(connections, [FAMILY_PLAN], VOCABULARIES, keys)
        reading = Reading(connections, Changes(dsn), FAMILY_PLAN)
        await journal.accept(
            [encode(told.envelope, told.data) for told in [said(CONTACTS[0], "contacts", 1)]]
        )
        for version, event in enumerate((DRAFTED, WISHED, HOME), 1):
            told = said(event, "plans", version, causes={"contacts": 1})
            [data] = await VOCABULARIES["plans"].seal_all([(event, told.envelope.id)], keys)
            await journal.accept([encode(told.envelope, data)])
            shown.append(await reading.row(FAMILY))
        yield Overview(connections, keys, shown)
        await connections.close()


async def test_what_was_shown_is_the_same_at_any_later_time(overview: Overview) -> None:
    """The shared plan at a vector is a pure function: folded again, it has the hash that was shown."""
    assert len({shown.hash for shown in overview.shown}) == 3
    for shown in overview.shown:
        assert await overview.verdict(shown.vector, shown.hash) is Verdict.SAME


async def test_what_was_never_shown_is_another(overview: Overview) -> None:
    first, second, _ = overview.shown
    assert await overview.verdict(first.vector, second.hash) is Verdict.OTHER


async def test_who_was_forgotten_makes_older_hashes_void(overview: Overview) -> None:
    """Forgetting a person makes older hashes void, and `verify` knows that."""
    before, with_wish, after = overview.shown
    await overview.keys.forget(BO)
    assert await overview.verdict(before.vector, before.hash) is Verdict.SAME
    assert await overview.verdict(with_wish.vector, with_wish.hash) is Verdict.VOID
    assert await overview.verdict(after.vector, after.hash) is Verdict.VOID


@pytest.mark.parametrize("at", [{"contacts": 1, "plans": 9}, {"plans": 2}])
async def test_a_vector_that_is_not_here_or_not_closed_is_unknown(overview: Overview, at: Vector) -> None:
    """`verify` says nothing of what it can't fold: what is missing, or what misses its cause."""
    assert await overview.verdict(at, overview.shown[1].hash) is Verdict.UNKNOWN
