"""Whoever sends more than is done is read no further for a while, and nobody else notices. INV-58."""

import asyncio
import json
from collections.abc import AsyncIterator
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
import pytest_asyncio
from aiokafka import AIOKafkaProducer

from contracts.inbox.events import topic_of
from deploy.embedded.given import Servers
from deploy.platform import topics
from eventkeep.clock import Clock
from eventkeep.inbox.answering import Answering, Prepared
from eventkeep.inbox.kept import Kept
from eventkeep.inbox.listening import FEW, MANY, Listening
from eventkeep.inbox.message import Message
from eventkeep.keys import FileKeys
from eventkeep.migrate import SQL, migrate
from eventkeep.pg import pool
from services.inbox_answers import Tell
from tests.stores.databases import fresh, until
from tests.system.sending import fact

pytestmark = pytest.mark.long

MANY_MORE = MANY + 3 * FEW
OWNERS = ("school", "job-centre")


async def nothing(message: Message, now: datetime) -> Prepared:
    """Nothing is answered here."""
    raise NotImplementedError


@pytest_asyncio.fixture
async def reading(servers: Servers, tmp_path: Path) -> AsyncIterator[tuple[Listening, Kept, Any]]:
    """Two inboxes as a service reads them; what is kept; and a way to send."""
    prefix = f"test{uuid4().hex[:8]}"
    await topics.make(servers.kafka, prefix, departments=OWNERS)
    async with fresh(servers.postgres) as dsn:
        tables = await pool(dsn)
        async with tables.acquire() as connection:
            await migrate(connection, SQL / "inbox")
        kept = Kept(tables, FileKeys(tmp_path / "keys", ttl=0), "progress")
        answering = Answering(kept, nothing, Tell(prefix), frozenset(), 60.0, Clock())
        producer = AIOKafkaProducer(bootstrap_servers=servers.kafka)
        await producer.start()

        async def send(owner: str, count: int) -> None:
            said = json.dumps(fact("measured", f"family/{uuid4()}", "", {})).encode()
            topic = topic_of(owner, prefix)
            await asyncio.gather(*[await producer.send(topic, said, key=b"one") for _ in range(count)])

        owners = {topic_of(each, prefix): each for each in OWNERS}
        try:
            async with Listening(servers.kafka, owners, kept, answering, lambda _: True) as listening:
                yield listening, kept, send
        finally:
            await producer.stop()
            await tables.close()
            await topics.remove(servers.kafka, prefix)


async def test_a_department_is_read_no_further_until_enough_is_done(
    reading: tuple[Listening, Kept, Any],
) -> None:
    """What is kept of it stays bounded; another department's message is read meanwhile; and all is read in the end."""
    listening, kept, send = reading
    await send("school", MANY_MORE)

    async def waits(owner: str, at_least: int) -> bool:
        await listening.some()
        return (await kept.waiting()).get(owner, 0) >= at_least

    await until(lambda: waits("school", MANY))
    held = (await kept.waiting())["school"]
    await send("job-centre", 1)
    await until(lambda: waits("job-centre", 1))
    await listening.some()
    assert (await kept.waiting())["school"] == held < MANY + FEW
    done = 0
    while done < MANY_MORE:
        await until(lambda: waits("school", 1))
        due = [each.n for each in await kept.due(MANY, MANY, 60.0) if each.place.owner == "school"]
        await kept.done(due, [], [])
        done += len(due)
    assert await kept.waiting() == {"job-centre": 1}
