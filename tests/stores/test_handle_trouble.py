"""Stores that were restored under a running handler, don't answer, or are never at rest."""

import asyncio
import math
from collections.abc import Sequence

import pytest

from eventkeep.handle import Handle
from eventkeep.keys import FileKeys
from eventkeep.memory_store import MemoryStore
from eventkeep.postgres_store import PostgresStore
from eventkeep.store import Append, Appended, Outcome, Stored, StoreUnreachable, patience
from tests.stores.databases import connected
from tests.stores.kites import (
    ANNA,
    BO,
    KITE,
    STREAM,
    TOKENS,
    called,
    envelopes,
    fly,
    handler,
    join,
    land,
    leave,
    refusal,
    told,
)
from tests.stores.writing import assert_in_order, everything


async def restored(dsn: str, version: int) -> None:
    """The store as it was when the stream stood at that version: what came later is gone, ids too."""
    async with connected(dsn) as connection:
        await connection.execute("delete from events where version > $1", version)
        await connection.execute(
            "delete from commands where split_part(answer, 'kites=', 2)::bigint > $1", version
        )


@pytest.fixture
def running(kept: PostgresStore, keys: FileKeys) -> Handle:
    """A handler that goes on while its store is restored."""
    return handler(kept, keys)


async def test_a_restored_store_is_noticed_by_an_append(
    dsn: str, kept: PostgresStore, running: Handle
) -> None:
    """What is cached is of a stream that is no more: it is folded anew."""
    for command in (join(), fly(), land(), join(BO)):
        await running(command, called())
    await restored(dsn, 1)
    assert (await running(fly(), called())).version == 2
    assert await told(kept) == ["flyer-joined", "kite-flown"]
    assert_in_order(await everything(kept))


async def test_a_restored_store_is_noticed_by_a_refusal(dsn: str, running: Handle) -> None:
    """A refusal is given only on a state checked against the stream's head: also where that went back."""
    for command in (join(), fly(), leave()):
        await running(command, called())
    await restored(dsn, 2)
    assert (await refusal(running(fly(), called()))).code == "flies_already"
    await restored(dsn, 0)
    assert (await refusal(running(fly(), called()))).code == "not_a_flyer"
    assert (await running(join(), called())).version == 1


async def test_a_restored_store_that_went_another_way_is_noticed(
    dsn: str, kept: PostgresStore, keys: FileKeys, running: Handle
) -> None:
    """The same version with another digest: what is cached is of another history."""
    for command in (join(), fly()):
        await running(command, called())
    await restored(dsn, 1)
    await handler(kept, keys)(leave(), called())
    assert [each.version for each in await envelopes(kept)] == [1, 2]
    assert (await refusal(running(fly(), called()))).code == "not_a_flyer"
    await running(join(), called())
    assert (await running.state(STREAM)).flyers == {ANNA}
    assert_in_order(await everything(kept))


async def test_a_token_of_what_was_lost_is_refused(dsn: str, running: Handle) -> None:
    """Nobody decides on less than the caller has seen."""
    await running(join(), called())
    token = (await running(fly(), called())).token
    await restored(dsn, 1)
    assert (await refusal(running(land(), called(after=token)))).code == "store_behind_token"
    assert TOKENS.read(token).stream_id == KITE


class Restless(MemoryStore):
    """A store whose streams always stand elsewhere."""

    async def append(self, append: Append) -> Appended:
        return Appended(Outcome.CONFLICT, "")


class Gone(MemoryStore):
    """A store that doesn't answer."""

    async def append(self, append: Append) -> Appended:
        raise StoreUnreachable("gone")


async def test_a_stream_that_never_rests_is_busy(keys: FileKeys) -> None:
    """Deciding again has an end."""
    assert (await refusal(handler(Restless(), keys)(join(), called()))).code == "stream_busy"


async def test_a_store_that_does_not_answer_is_a_refusal(keys: FileKeys) -> None:
    """Whether it counts is unknown: the refusal says what to do."""
    refused = await refusal(handler(Gone(), keys)(join(), called()))
    assert refused.code == "store_unreachable"
    assert "same command id" in refused.next_step


class Noting(MemoryStore):
    """A store that notes until when it was to answer what it was asked."""

    def __init__(self) -> None:
        super().__init__()
        self.moments: set[float] = set()

    async def remembered(self, command_id: str) -> tuple[bytes, str] | None:
        self.moments.add(patience())
        return await super().remembered(command_id)

    async def read(self, stream: str, after: int = 0, limit: int = 1_000) -> Sequence[Stored]:
        self.moments.add(patience())
        return await super().read(stream, after, limit)


async def test_all_that_a_command_asks_of_the_store_has_one_deadline(keys: FileKeys) -> None:
    """A refusal looks the stream up, the id, and the stream once more: not ten seconds for each."""
    now = asyncio.get_running_loop().time()
    for seconds, last in ((3.0, 3.0), (60.0, 10.0)):
        store, call = Noting(), called()
        call.deadline = now + seconds
        assert (await refusal(handler(store, keys)(fly(), call))).code == "not_a_flyer"
        [moment] = store.moments
        assert abs(moment - (now + last)) < 2.0
    assert patience() == math.inf
