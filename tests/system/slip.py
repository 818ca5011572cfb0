"""An event that today's code can't fold, and code that can: for what happens between two versions."""

import asyncio
import shutil
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

from eventkeep.cloudevent import Envelope, encode
from eventkeep.pg import pool
from eventkeep.postgres_store import PostgresStore
from eventkeep.store import Append, Head, Outcome, read_stream
from tests.system.family import Family

ROOT = Path(__file__).parents[2]


def slip_in(family: Family, service: str, wire: str, data: dict[str, Any]) -> int:
    """Stores an event as a newer version of a service would. Returns its version."""
    return asyncio.run(_append(family, service, wire, data))


async def _append(family: Family, service: str, wire: str, data: dict[str, Any]) -> int:
    stream, now = f"family/{family.id}", datetime.now(UTC).isoformat()
    dsn = family.platform.dsn(service)
    connections = await pool(dsn, 2)
    store, head = PostgresStore(connections, dsn), Head()
    try:
        async for stored in read_stream(store, stream):
            head = Head(stored.version, stored.digest)
        envelope = Envelope(
            id=str(uuid4()),
            service=service,
            type=wire,
            stream=stream,
            version=head.version + 1,
            time=now,
            occurred_at=now,
            actor="service:newer",
            causes={service: head.version},
        )
        value = encode(envelope, {"family": family.id, **data})
        append = Append(str(uuid4()), b"newer", stream, head, (value,), f"{service}={head.version + 1}")
        assert (await store.append(append)).outcome == Outcome.APPENDED
        return head.version + 1
    finally:
        store.close()
        await connections.close()


def changed_code(folder: Path, module: str, before: str, after: str) -> dict[str, str]:
    """The checkout's code with one change, in a folder. Returns the settings that let a process run it."""
    for package in ("contracts", "eventkeep", "services"):
        shutil.copytree(ROOT / package, folder / package, ignore=shutil.ignore_patterns("__pycache__"))
    file = folder / module
    assert file.read_text().count(before) == 1
    file.write_text(file.read_text().replace(before, after))
    return {"PYTHONPATH": str(folder), "PYTHONSAFEPATH": "1"}
