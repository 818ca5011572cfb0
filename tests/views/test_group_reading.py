"""Who is given a group course, from a journal and views as overview keeps them: decided, noted, and the same no for all."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, cast

import orjson
import pytest
import pytest_asyncio

import services.overview
from contracts.contacts.events import ProfessionalLeft
from contracts.ids import ProfessionalId
from contracts.meetings.events import GroupEvent, ParticipantLeft
from eventkeep.changes import Changes
from eventkeep.cloudevent import Told, encode
from eventkeep.edge.call import Caller
from eventkeep.journal import Journal
from eventkeep.keys import FileKeys
from eventkeep.migrate import migrate
from eventkeep.opened import Opened
from eventkeep.pg import Pool, pool
from eventkeep.projection import StateMoved
from eventkeep.reading import Reading
from eventkeep.refused import Refused
from eventkeep.sealing import FORGOTTEN
from eventkeep.testing import said
from eventkeep.token import Tokens
from eventkeep.watermark import Watermark
from services.overview.groups.reading import Groups
from services.overview.groups.view import GROUPS
from services.overview.leavers import PROFESSIONAL, leavers
from services.overview.readings import Readings
from services.overview.rights import Rights
from services.overview.shared_plan import SharedPlans
from services.words import VOCABULARIES
from tests.stores.databases import connected, fresh
from tests.unit.family import ANNA, FAMILY, SOFIE, STRANGER, TOMAS
from tests.unit.group_story import BEGINNING, ENDED, GROUP
from tests.views.courses import told

TOKENS = Tokens(b"a secret of at least 32 bytes.....")
HER, HERS = Caller("professional", SOFIE, None, 0.0), Caller("person", ANNA, None, 0.0)
LEFT = ParticipantLeft(group=GROUP, person=ANNA, reason="found work", left_on=ENDED.ended_on)


@dataclass
class Kept:
    """Overview's database, and what reads from it."""

    pool: Pool
    keys: FileKeys
    groups: Groups

    async def arrives(self, *events: GroupEvent, age_s: float = 0.0, skip: int = 0) -> None:
        """The group's stream says these, of which the first `skip` are here; so long ago meetings said that all is."""
        at = datetime.now(UTC) - timedelta(seconds=age_s)
        marks = [Watermark("meetings", partition, at, 0) for partition in range(12)]
        values = [await self._sealed(each) for each in told(*events)[skip:]]
        await self._accepted(values, marks)

    async def leaves(self, who: ProfessionalId) -> None:
        """Somebody leaves the municipality, contacts says."""
        event = said(ProfessionalLeft(professional=who), "contacts", 1, stream=f"professional/{who}")
        await self._accepted([encode(event.envelope, event.data)], [])

    async def _accepted(self, values: list[bytes], marks: list[Watermark]) -> None:
        journal = Journal(self.pool, [GROUPS, PROFESSIONAL], VOCABULARIES, self.keys)
        for _ in range(2):
            with suppress(StateMoved):
                await journal.accept(values, marks)
                return

    async def _sealed(self, each: Told) -> bytes:
        words = VOCABULARIES["meetings"]
        event = words.read(each)
        assert event is not None
        [data] = await words.seal_all([(event, each.envelope.id)], self.keys)
        return encode(each.envelope, data)

    async def document(self, caller: Caller, token: str = "") -> Any:
        """What somebody is given."""
        return orjson.loads((await self.groups.read(caller, GROUP, "http", token)).document)

    async def code(self, caller: Caller, group: str = GROUP) -> str:
        """The code that somebody is refused with; "" where he or she isn't."""
        try:
            await self.groups.read(caller, group, "http")
        except Refused as refused:
            return refused.code
        return ""


@pytest_asyncio.fixture
async def kept(postgres: str, tmp_path: Path) -> AsyncIterator[Kept]:
    async with fresh(postgres, "journal") as dsn:
        async with connected(dsn) as connection:
            await migrate(connection, Path(services.overview.__file__).parent / "sql")
        connections = await pool(dsn, 4)
        keys = FileKeys(tmp_path / "keys", ttl=0)
        plans = SharedPlans(
            cast("Reading", None),
            cast("Rights", None),
            Readings(connections),
            cast("Changes", None),
            Opened(keys),
            TOKENS,
            0.2,
        )
        changes = Changes(dsn, poll=0.05)
        left = leavers(Reading(connections, changes, PROFESSIONAL))
        groups = Groups(connections, Reading(connections, changes, GROUPS), plans, left)
        yield Kept(connections, keys, groups)
        await connections.close()


async def test_who_leads_it_and_who_takes_part_read_it_opened(kept: Kept) -> None:
    """P38, X-04: each reading is noted under the group, with its purpose: in no family's log."""
    await kept.arrives(*BEGINNING)
    assert (await kept.document(HER))["participants"][2]["called"] == "C."
    hers = await kept.document(HERS)
    assert (hers["title"], hers["participants"][0]["called"], hers["you"]) == (
        "A way ahead",
        "Anna",
        "participant",
    )
    noted = await kept.pool.fetch("select family, reader, purpose, way, document, state_no from readings")
    assert [tuple(each) for each in noted] == [
        (f"group/{GROUP}", f"professional:{SOFIE}", "own-group", "http", "group", 1),
        (f"group/{GROUP}", f"person:{ANNA}", "own-group", "http", "group", 1),
    ]


async def test_who_left_the_municipality_leads_no_group_any_more(kept: Kept) -> None:
    """R11, X-01: whoever still holds a token; those who are still there, and the participants, see what they saw."""
    await kept.arrives(*BEGINNING)
    await kept.leaves(TOMAS)
    assert await kept.code(HER) == ""
    await kept.leaves(SOFIE)
    assert await kept.code(HER) == "group_not_found"
    assert orjson.loads((await kept.groups.of(HER, "http"))[0]) == {"groups": []}
    assert await kept.code(HERS) == ""


@pytest.mark.parametrize(
    "caller",
    [
        Caller("professional", TOMAS, None, 0.0),
        Caller("person", STRANGER, None, 0.0),
        Caller("professional", ANNA, None, 0.0),
        Caller("person", SOFIE, None, 0.0),
        Caller("service", "plans", None, 0.0),
    ],
)
async def test_everybody_else_is_told_the_same_as_of_no_group(kept: Kept, caller: Caller) -> None:
    """P38, X-01: who coordinates a participant's family, too. Nothing is noted."""
    await kept.arrives(*BEGINNING)
    assert await kept.code(caller) == await kept.code(HER, str(FAMILY)) == "group_not_found"
    assert await kept.pool.fetchval("select count(*) from readings") == 0
    assert orjson.loads((await kept.groups.of(caller, "http"))[0]) == {"groups": []}


async def test_whoever_left_reads_it_no_more(kept: Kept) -> None:
    """P38: as soon as it is known here."""
    await kept.arrives(*BEGINNING)
    assert await kept.code(HERS) == ""
    await kept.arrives(*BEGINNING, LEFT, skip=len(BEGINNING))
    assert await kept.code(HERS) == "group_not_found"
    assert await kept.code(HER) == ""


async def test_what_may_be_out_of_date_or_lacks_something_is_no_yes(kept: Kept) -> None:
    """X-01: nobody answers for the group in overview's place, so that it waits."""
    await kept.arrives(*BEGINNING, age_s=30.0)
    assert await kept.code(HERS) == await kept.code(HER) == "group_not_found"
    await kept.arrives(*BEGINNING, skip=len(BEGINNING))
    assert await kept.code(HERS) == ""
    await kept.arrives(*BEGINNING, ENDED, LEFT, skip=len(BEGINNING) + 1)
    assert await kept.code(HERS) == "group_not_found", "an event is missing before this one"


async def test_a_token_of_the_group_is_waited_for(kept: Kept) -> None:
    """Read your writes: of another stream's token nothing is read."""
    await kept.arrives(*BEGINNING)
    given = await kept.groups.read(HER, GROUP, "http")
    ahead = TOKENS.issue(GROUP, {"meetings": len(BEGINNING) + 1, "contacts": 99})
    with pytest.raises(Refused, match="lagging"):
        await kept.document(HER, ahead)
    waiting = asyncio.ensure_future(kept.document(HER, ahead))
    await kept.arrives(*BEGINNING, ENDED, skip=len(BEGINNING))
    assert (await waiting)["ended_on"] == "2024-03-01"
    assert (await kept.document(HER, given.token))["group"] == GROUP
    with pytest.raises(Refused, match="token_of_another_family"):
        await kept.document(HER, TOKENS.issue(FAMILY, {"meetings": 1}))


async def test_ones_own_list_names_the_groups_that_one_is_in(kept: Kept) -> None:
    """P38."""
    await kept.arrives(*BEGINNING)
    for caller, you in ((HER, "facilitator"), (HERS, "participant")):
        made, _ = await kept.groups.of(caller, "http")
        [one] = orjson.loads(made)["groups"]
        assert (one["group"], one["title"], one["you"]) == (GROUP, "A way ahead", you)
        assert one["next_session"] == "2024-02-27T09:00:00+00:00"


async def test_of_whom_was_forgotten_no_words_are_left(kept: Kept) -> None:
    """X-05: what was proposed, and what one was called."""
    await kept.arrives(*BEGINNING)
    await kept.keys.forget(ANNA)
    seen = await kept.document(HER)
    assert seen["participants"][0]["called"] == FORGOTTEN
    assert [each["words"] for each in seen["proposals"]] == [FORGOTTEN]
    assert seen["participants"][2]["called"] == "C."
