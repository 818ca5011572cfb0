"""All that an installation keeps and tells, as files in one folder, and a search through files for words."""

import asyncio
import subprocess
import urllib.request
from collections.abc import Iterable, Sequence
from pathlib import Path

import psycopg
from aiokafka import AIOKafkaConsumer, TopicPartition

from deploy.platform.processes import SERVICES, Platform
from deploy.platform.topics import SERVICES as TOLD
from eventkeep.relay import PARTITIONS, topic_of


def dump(platform: Platform, folder: Path) -> None:
    """Writes tables, topics and metrics; the processes' own folders hold logs and spans."""
    for service in SERVICES:
        tables(platform.dsn(service), folder / f"{service}.tables")
    topics = [topic_of(service, platform.name) for service in TOLD]
    asyncio.run(records(platform.kafka, topics, folder / "records"))
    for name, port in platform.metrics_ports.items():
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/metrics", timeout=10) as page:
            (folder / f"{name}.metrics").write_bytes(page.read())


def tables(dsn: str, file: Path) -> None:
    """Every row of every table, with bytes as they are."""
    names = "select format('%I.%I', schemaname, tablename) from pg_tables where schemaname = 'public'"
    with psycopg.connect(dsn) as connection, file.open("wb") as out:
        for (name,) in connection.execute(names).fetchall():
            for row in connection.execute(f"select * from {name}"):
                out.write(b" | ".join(v if isinstance(v, bytes) else str(v).encode() for v in row) + b"\n")


async def records(bootstrap: str, topics: Sequence[str], file: Path, partitions: int = PARTITIONS) -> None:
    """Every record of the topics: key, value and headers."""
    consumer = AIOKafkaConsumer(bootstrap_servers=bootstrap, enable_auto_commit=False)
    await consumer.start()
    try:
        all_of_them = [TopicPartition(topic, number) for topic in topics for number in range(partitions)]
        consumer.assign(all_of_them)
        await consumer.seek_to_beginning()
        ends = await consumer.end_offsets(all_of_them)
        with file.open("wb") as out:
            while any([await consumer.position(each) < end for each, end in ends.items()]):
                for batch in (await consumer.getmany(timeout_ms=200)).values():
                    for record in batch:
                        headers = b"".join(name.encode() + b"=" + value for name, value in record.headers)
                        out.write(b" | ".join([record.key or b"", record.value or b"", headers]) + b"\n")
    finally:
        await consumer.stop()


def found(words: Iterable[str], *places: Path) -> set[str]:
    """Which of these words stand in the files there, in whatever case, and in which file."""
    needles = "\n".join(words)
    assert all(needles.split("\n")), "an empty word is found everywhere"
    search = ["grep", "--recursive", "--text", "--fixed-strings", "--ignore-case", "--only-matching"]
    done = subprocess.run(
        ["env", "LC_ALL=C", *search, "--file=-", *map(str, places)],
        input=needles.encode(),
        capture_output=True,
        check=False,
    )
    # Kafka removes files of topics that are gone while they are looked through.
    trouble = [
        line for line in done.stderr.decode().splitlines() if not line.endswith("No such file or directory")
    ]
    assert done.returncode in (0, 1) or not trouble, trouble
    return set(done.stdout.decode(errors="replace").splitlines())
