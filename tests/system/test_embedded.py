"""The servers of demo and tests are real, keep what they were told over a crash, and leave nothing behind."""

import hashlib
import os
import re
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import asyncpg
import psutil
import pytest
from aiokafka import AIOKafkaConsumer, AIOKafkaProducer
from aiokafka.admin import AIOKafkaAdminClient, NewTopic

from deploy.embedded import cache, kafka_jars
from deploy.embedded.given import servers
from deploy.embedded.kafka import Kafka
from deploy.embedded.postgres import Postgres
from deploy.embedded.problem import CannotStart

ROOT = Path(__file__).parents[2]


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """pytest closes its folders to others, also while tests run; PostgreSQL runs as another user when we are root."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)


@pytest.fixture(scope="module")
def pg() -> Iterator[Postgres]:
    with Postgres() as server:
        yield server


@pytest.fixture(scope="module")
def broker() -> Iterator[Kafka]:
    with Kafka() as server:
        yield server


async def test_postgres_finds_its_rows_again_after_a_crash(pg: Postgres) -> None:
    dsn = pg.create("crashed")
    connection = await asyncpg.connect(dsn)
    assert await connection.fetchval("SELECT 1") == 1
    await connection.execute("CREATE TABLE kept (n int); INSERT INTO kept VALUES (7)")
    pg.kill()
    pg.start()
    assert await rows(dsn) == [7]


async def test_a_dump_restored_elsewhere_holds_the_same_rows(pg: Postgres) -> None:
    dsn = pg.create("dumped")
    connection = await asyncpg.connect(dsn)
    await connection.execute("CREATE TABLE kept (n int); INSERT INTO kept VALUES (1), (2)")
    await connection.close()
    copy = pg.create("restored")
    pg.restore("restored", pg.dump("dumped"))
    assert await rows(copy) == [1, 2]


async def test_postgres_wants_its_password_and_knows_danish_time(pg: Postgres) -> None:
    with pytest.raises(asyncpg.InvalidPasswordError):
        await asyncpg.connect(pg.dsn().replace(pg.password, "wrong"))
    connection = await asyncpg.connect(pg.dsn())
    assert await connection.fetchval("SELECT now() AT TIME ZONE 'Europe/Copenhagen'")
    assert await connection.fetchval("SHOW fsync") == "on"
    await connection.close()


async def test_a_given_folder_keeps_its_data_from_one_server_to_the_next(open_folder: Path) -> None:
    folder = open_folder / "postgres"
    with Postgres(folder) as first:
        connection = await asyncpg.connect(first.create("kept"))
        await connection.execute("CREATE TABLE kept (n int); INSERT INTO kept VALUES (3)")
        await connection.close()
    with Postgres(folder) as second:
        assert await rows(second.dsn("kept")) == [3]


async def test_kafka_keeps_a_record_over_a_crash(broker: Kafka) -> None:
    admin = AIOKafkaAdminClient(bootstrap_servers=broker.bootstrap)
    await admin.start()
    await admin.create_topics([NewTopic("kept", num_partitions=12, replication_factor=1)])
    await admin.close()
    async with AIOKafkaProducer(bootstrap_servers=broker.bootstrap, enable_idempotence=True) as producer:
        await producer.send_and_wait("kept", b"value", key=b"key")
    broker.kill()
    broker.start()
    async with AIOKafkaConsumer(
        "kept", bootstrap_servers=broker.bootstrap, group_id="reader", auto_offset_reset="earliest"
    ) as consumer:
        record = await consumer.getone()
    assert (record.key, record.value) == (b"key", b"value")


def test_nothing_is_left_when_the_owner_lets_go(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("HELHED_KAFKA", raising=False)
    monkeypatch.delenv("HELHED_POSTGRES", raising=False)
    before = set(psutil.Process().children(recursive=True))
    with servers() as found:
        assert found.own_kafka
        assert found.own_postgres
        folders = [found.own_kafka.folder, found.own_postgres.folder]
        started = set(psutil.Process().children(recursive=True)) - before
        assert len(started) >= 4  # a guard and a server each
    assert gone(started)
    assert not any(folder.exists() for folder in folders)


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT, signal.SIGKILL])
def test_nothing_is_left_when_the_owner_is_ended(how: signal.Signals) -> None:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("HELHED_K")}
    environment["HELHED_KAFKA"] = "given:9092"
    owner = subprocess.Popen(
        [sys.executable, "-m", "deploy.embedded"],
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env=environment,
    )
    assert owner.stdout
    told = owner.stdout.readline()
    assert re.match(r"export HELHED_KAFKA='given:9092' HELHED_POSTGRES='postgresql://.+'$", told)
    started = set(psutil.Process(owner.pid).children(recursive=True))
    assert len(started) >= 2
    owner.send_signal(how)
    owner.wait(60)
    owner.stdout.close()
    assert gone(started)


def test_given_addresses_are_used_as_they_are(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HELHED_KAFKA", "kafka.example:9092")
    monkeypatch.setenv("HELHED_POSTGRES", "postgresql://example/postgres")
    with servers() as found:
        assert (found.kafka, found.postgres) == ("kafka.example:9092", "postgresql://example/postgres")
        assert found.own_kafka is None
        assert found.own_postgres is None


def test_a_jar_with_other_contents_is_named_and_refused(tmp_path: Path) -> None:
    total, name = (kafka_jars.HERE / "kafka.sha256").read_text().split()[:2]
    (tmp_path / name).write_bytes(b"not what was asked for")
    assert hashlib.sha256(b"not what was asked for").hexdigest() != total
    with pytest.raises(CannotStart, match=re.escape(name)):
        kafka_jars.check_sums(tmp_path)


def test_without_java_or_maven_it_says_what_to_do(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("JAVA_HOME", raising=False)
    with pytest.raises(CannotStart, match="Install a JRE 17"):
        Kafka()
    with pytest.raises(CannotStart, match="apt-get install maven"):
        kafka_jars.fetch(tmp_path)


def test_an_old_java_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    java = tmp_path / "bin" / "java"
    java.parent.mkdir()
    java.write_text("#!/bin/sh\necho 'openjdk version \"11.0.2\" 2019-01-15' >&2\n")
    java.chmod(0o755)
    monkeypatch.setenv("JAVA_HOME", str(tmp_path))
    with pytest.raises(CannotStart, match=r"Kafka needs Java 17[^$]*11\.0\.2"):
        Kafka()


def test_a_thing_made_once_is_whole_or_not_there(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HELHED_CACHE", str(tmp_path / "cache"))

    def fail_halfway(folder: Path) -> None:
        (folder / "half").touch()
        raise CannotStart("stopped", "halfway", "again")

    with pytest.raises(CannotStart):
        cache.made_once("thing", fail_halfway)
    assert not (cache.folder() / "thing").exists()
    made = cache.made_once("thing", lambda folder: (folder / "whole").touch())
    assert [path.name for path in made.iterdir()] == ["whole"]


async def rows(dsn: str) -> list[int]:
    connection = await asyncpg.connect(dsn)
    try:
        return [row["n"] for row in await connection.fetch("SELECT n FROM kept ORDER BY n")]
    finally:
        await connection.close()


def gone(processes: set[psutil.Process], within_s: float = 20) -> bool:
    return until(lambda: not any(process.is_running() for process in processes), within_s)


def until(condition: Callable[[], bool], within_s: float) -> bool:
    deadline = time.monotonic() + within_s
    while time.monotonic() < deadline:
        if condition():
            return True
        time.sleep(0.02)
    return condition()
