"""Backups of services' databases, and what else may happen to data: topics that forget, rows that go."""

import asyncio
from collections.abc import Iterator
from urllib.parse import urlsplit

import asyncpg
from aiokafka import TopicPartition
from aiokafka.admin import AIOKafkaAdminClient, RecordsToDelete

from deploy.embedded.postgres import Postgres
from deploy.platform.processes import Platform
from eventkeep.relay import PARTITIONS, topic_of
from tests.system.whole import rows_of


class Backups:
    """Takes and puts back backups of one platform's databases."""

    def __init__(self, postgres: Postgres, platform: Platform) -> None:
        self._postgres, self._platform = postgres, platform

    def take(self, service: str) -> bytes:
        """A backup as pg_dump makes it."""
        return self._postgres.dump(self._database(service))

    def put_back(self, service: str, backup: bytes | None, ended: bool = True) -> None:
        """Ends the service; its database is made anew, as it was in the backup, or empty."""
        if ended:
            self._platform.processes[service].stop()
        asyncio.run(self._drop(self._database(service)))
        self._postgres.create(self._database(service))
        if backup is not None:
            self._postgres.restore(self._database(service), backup)

    def _database(self, service: str) -> str:
        return urlsplit(self._platform.dsn(service)).path.removeprefix("/")

    async def _drop(self, database: str) -> None:
        connection = await asyncpg.connect(self._postgres.dsn())
        await connection.execute(f'drop database "{database}" with (force)')
        await connection.close()


def forget_topic(platform: Platform, service: str) -> None:
    """Everything that a topic holds is past its retention."""

    async def forget() -> None:
        admin = AIOKafkaAdminClient(bootstrap_servers=platform.kafka)
        await admin.start()
        topic = topic_of(service, platform.name)
        await admin.delete_records({TopicPartition(topic, n): RecordsToDelete(-1) for n in range(PARTITIONS)})
        await admin.close()

    asyncio.run(forget())


def execute(platform: Platform, name: str, query: str, *arguments: object) -> None:
    """Changes a service's database behind its back."""
    rows_of(platform, name, query, *arguments)


def stored(platform: Platform, service: str) -> Iterator[tuple[str, int, bytes, bytes]]:
    """The events of a store: stream, version, bytes and digest, in the order of streams."""
    for row in rows_of(platform, service, "select * from events order by stream, version"):
        yield row["stream"], row["version"], row["value"], row["digest"]
