"""Backups of services' databases, and what else may happen to data: topics that forget, rows that go."""

import asyncio
import subprocess
from collections.abc import Iterator
from urllib.parse import urlsplit, urlunsplit

import asyncpg
from aiokafka import TopicPartition
from aiokafka.admin import AIOKafkaAdminClient, RecordsToDelete

from deploy.embedded.postgres import binaries
from deploy.platform.processes import Platform
from eventkeep.relay import PARTITIONS, topic_of
from tests.system.whole import rows_of


class Backups:
    """Takes and puts back backups of one platform's databases."""

    def __init__(self, platform: Platform) -> None:
        self._platform, self._programs = platform, binaries()

    def take(self, service: str) -> bytes:
        """A backup as pg_dump makes it."""
        return self._run("pg_dump", "--format=custom", "--dbname", self._platform.dsn(service))

    def put_back(self, service: str, backup: bytes | None, ended: bool = True) -> None:
        """Ends the service; its database is made anew, as it was in the backup, or empty."""
        if ended:
            self._platform.processes[service].stop()
        dsn = self._platform.dsn(service)
        asyncio.run(_emptied(dsn))
        if backup is not None:
            self._run("pg_restore", "--exit-on-error", "--single-transaction", "--dbname", dsn, given=backup)

    def _run(self, program: str, *arguments: str, given: bytes | None = None) -> bytes:
        command = [str(self._programs / program), *arguments]
        return subprocess.run(command, check=True, input=given, stdout=subprocess.PIPE).stdout


async def _emptied(dsn: str) -> None:
    """Drops a database and makes it anew, for the same owner."""
    parts = urlsplit(dsn)
    database = parts.path.removeprefix("/")
    connection = await asyncpg.connect(urlunsplit(parts._replace(path="/postgres")))
    owner = await connection.fetchval("select datdba::regrole from pg_database where datname = $1", database)
    await connection.execute(f'drop database "{database}" with (force)')
    await connection.execute(f'create database "{database}" owner {owner}')
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
