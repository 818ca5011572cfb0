"""Publishing under a name that one process holds at a time: whoever takes it over fences the one before.

A process that was frozen and goes on finds its records refused: nothing of it arrives after what its follower sent.
"""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

import structlog
from aiokafka import AIOKafkaProducer

from eventkeep.cloudevent import HEADERS
from eventkeep.relay import partition_of

log = structlog.get_logger()
_PATIENCE = 5.0


@dataclass(frozen=True, slots=True)
class Record:
    """A CloudEvent by key; a value of None is a tombstone, which says by its headers what there is to say."""

    topic: str
    key: str
    value: bytes | None
    headers: Sequence[tuple[str, bytes]] = ()


class Fenced:
    """Sends records in order, a transaction at a time. Raises RuntimeError by aiokafka's own classes: then give it up."""

    def __init__(self, bootstrap: str, name: str) -> None:
        self._producer = AIOKafkaProducer(
            bootstrap_servers=bootstrap,
            transactional_id=name,
            acks="all",
            linger_ms=0,
            max_batch_size=256 * 1024,
            max_request_size=1024 * 1024,
            request_timeout_ms=10_000,
            transaction_timeout_ms=20_000,
            retry_backoff_ms=50,
        )

    async def __aenter__(self) -> Self:
        try:
            await self._producer.start()
        except BaseException:
            await self.__aexit__()
            raise
        return self

    async def __aexit__(self, *error: object) -> None:
        try:
            async with asyncio.timeout(_PATIENCE):
                await self._producer.stop()
        except TimeoutError:
            log.warning("fenced_stopped_hard")

    async def send(self, records: Sequence[Record]) -> None:
        """Returns once all of them are there, for whoever reads what is committed; or none is."""
        async with self._producer.transaction():
            sent = [
                await self._producer.send(
                    each.topic,
                    each.value,
                    key=each.key.encode(),
                    partition=partition_of(each.key),
                    headers=each.headers if each.value is None else HEADERS,
                )
                for each in records
            ]
            await asyncio.gather(*sent)
