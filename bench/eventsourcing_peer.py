"""The best-known Python library for event sourcing, on the same work: its PostgreSQL recorder, in threads."""

import asyncio
import time
import uuid
from concurrent.futures import ThreadPoolExecutor
from typing import Self
from urllib.parse import unquote, urlsplit

from eventsourcing.persistence import StoredEvent
from eventsourcing.postgres import PostgresApplicationRecorder, PostgresDatastore

from bench.made import Made, families

_STREAMS = 50


class Peer:
    """Callers in threads, each on streams of its own."""

    def __init__(self, dsn: str, callers: int) -> None:
        parts = urlsplit(dsn)
        self._datastore = PostgresDatastore(
            dbname=parts.path.removeprefix("/"),
            host=parts.hostname or "",
            port=parts.port or 5432,
            user=unquote(parts.username or ""),
            password=unquote(parts.password or ""),
            pool_size=min(callers, 8),
        )
        self._streams = [[(uuid.uuid4(), Made(f)) for f in families(_STREAMS)] for _ in range(callers)]
        self._versions: dict[uuid.UUID, int] = {}

    def __enter__(self) -> Self:
        self._recorder = PostgresApplicationRecorder(self._datastore)
        self._recorder.create_table()
        self._threads = ThreadPoolExecutor(len(self._streams))
        return self

    def __exit__(self, *error: object) -> None:
        self._threads.shutdown()
        self._datastore.close()

    async def append(self, seconds: float) -> float:
        """Events a second."""
        loop = asyncio.get_running_loop()
        begun = time.monotonic()

        def caller(streams: list[tuple[uuid.UUID, Made]]) -> int:
            count = 0
            while time.monotonic() - begun < seconds:
                originator, made = streams[count % len(streams)]
                version = self._versions.get(originator, 0) + 1
                event = StoredEvent(originator, version, "bench:Noted", made.value(version))
                self._recorder.insert_events([event])
                self._versions[originator] = version
                count += 1
            return count

        running = [loop.run_in_executor(self._threads, caller, streams) for streams in self._streams]
        return sum(await asyncio.gather(*running)) / (time.monotonic() - begun)
