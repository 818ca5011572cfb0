"""No name and no text of a person stands in clear anywhere but with those who may read it."""

import asyncio
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import uuid4

import psycopg
import pytest
from aiokafka import AIOKafkaProducer
from aiokafka.admin import AIOKafkaAdminClient, NewTopic

from deploy.demo.scenario import Cast
from deploy.embedded.given import Servers
from deploy.platform.processes import Platform
from eventkeep.keys import FileKeys
from tests.system import dump
from tests.system.family import TOLD, Family, refusal
from tests.system.slip import slip_in

CODE = re.compile(r"[a-z0-9][a-z0-9_.§ -]{0,63}|[0-9T:+-]{10,}|@.*")
"""What is no text: codes, days and moments, names of ids."""
UNWANTED = "Grandmother Birthe drinks in secret"
CONTROL = "Uncle Valdemar whistles in the rain"


@pytest.fixture(scope="module")
def story(watched: Platform) -> Iterator[Family]:
    """A family that everything happened to, calls that were refused and a call that failed among it."""
    with Family(watched, TOLD) as family:
        family.read(after=family.cast.seen)
        family.read("lone")
        wish = {"wish": str(uuid4()), "person": "@viggo", "own_words": UNWANTED}
        assert refusal(lambda: family.do("lone", "plans.RecordWish", **wish)).code == "not_on_team"
        goal = {"goal": UNWANTED, "author_kind": UNWANTED, "author": UNWANTED, "own_words": UNWANTED}
        owner = {"owner_kind": UNWANTED, "owner": UNWANTED, "target_date": UNWANTED}
        assert (
            refusal(lambda: family.do("karin", "plans.DefineGoal", **goal, **owner)).code == "invalid_input"
        )
        baseline: dict[str, Any] = {"baseline": str(uuid4()), "person": "@viggo", "instrument": UNWANTED}
        baseline |= {"scale_min": 0, "scale_max": 5, "value": 2, "measured_on": "2025-11-20"}
        measured = refusal(lambda: family.do("bent", "progress.RecordBaseline", **baseline))
        assert measured.code == "invalid_input"
        meta = {"meta_purpose": UNWANTED}
        assert refusal(lambda: family.do("karin", "plans.RecordWish", **wish, **meta)).code == "invalid_input"
        slip_in(family, "progress", "helhed.progress.small-success-noted.v1", {"success": "unreadable"})
        noted = {"success": str(uuid4()), "person": "@viggo", "words": UNWANTED, "noted_on": "2025-11-21"}
        assert refusal(lambda: family.do("ellen", "progress.NoteSmallSuccess", **noted)).code == "internal"
        for kind in ("history", "news", "informed", "read-log", "contact-map", "case"):
            assert family.client.document(family.cast.token("ellen"), family.id, kind).document
        yield family


def test_no_text_stands_in_tables_topics_logs_spans_or_metrics(story: Family, tmp_path: Path) -> None:
    dump.dump(story.platform, tmp_path)
    assert len(list(tmp_path.iterdir())) >= 11
    assert b"sealed.1." in (tmp_path / "plans.tables").read_bytes()
    assert b"sealed.1." in (tmp_path / "records").read_bytes()
    logs = story.platform.processes["progress"].log.read_text()
    assert '"event": "call_failed"' in logs
    assert story.id in story.platform.spans("overview").read_text()
    assert dump.found(phrases(story.cast), tmp_path, story.platform.folder) == set()


def test_no_text_stands_in_the_servers_own_files(story: Family, servers: Servers) -> None:
    """Tables, indexes and the write-ahead log as they lie on the disk; the segments of the topics."""
    folders = files_of(servers)
    if not folders:
        pytest.skip("these servers keep their files on another machine: seen wherever they are embedded")
    for folder in folders:
        assert dump.found([story.id], folder)
        assert dump.found(phrases(story.cast), folder) == set()


def test_the_search_finds_what_is_there(
    watched: Platform, servers: Servers, tmp_path: Path, story: Family
) -> None:
    """Each place, with words put into it that nobody else says."""
    topic = f"{watched.name}.control"
    asyncio.run(say(watched.kafka, topic))
    asyncio.run(dump.records(watched.kafka, [topic], tmp_path / "records", partitions=1))
    (tmp_path / "log").write_text(f'{{"event": "{CONTROL.upper()}"}}\n')
    with psycopg.connect(watched.dsn("plans"), autocommit=True) as connection:
        connection.execute("create table control (words text)")
        connection.execute("insert into control values (%s)", (CONTROL,))
        dump.tables(watched.dsn("plans"), tmp_path / "tables")
        places = [place for folder in files_of(servers) for place in dump.found([CONTROL], folder)]
        connection.execute("drop table control")
    words = [CONTROL, *phrases(story.cast)]
    files = {line.partition(":")[0] for line in dump.found(words, tmp_path)}
    assert files == {str(tmp_path / name) for name in ("tables", "records", "log")}
    if places:
        assert any("/base/" in place for place in places)
        assert any("/pg_wal/" in place for place in places)
    if servers.own_kafka:
        assert any(place.startswith(str(servers.own_kafka.folder)) for place in places)


def test_no_key_of_a_person_lies_anywhere_unwrapped(story: Family, tmp_path: Path) -> None:
    dump.dump(story.platform, tmp_path)
    keys = FileKeys(story.platform.folder / "keys")
    people = [*story.cast.story["persons"], *story.cast.story["professionals"]]
    held = asyncio.run(keys.find([story.id, *(story.cast.id(name) for name in people)]))
    assert all(held.values())
    told = [path for path in story.platform.folder.rglob("*") if path.is_file()] + list(tmp_path.iterdir())
    contents = b"".join(path.read_bytes() for path in told)
    for key in held.values():
        assert key
        assert key not in contents
        assert key.hex().encode() not in contents.lower()


def test_a_caller_without_the_right_learns_nothing_from_an_error(story: Family) -> None:
    """The service that failed names a reference, and says nothing of what it was given."""
    noted = {"success": str(uuid4()), "person": "@viggo", "words": UNWANTED, "noted_on": "2025-11-21"}
    refused = refusal(lambda: story.do("ellen", "progress.NoteSmallSuccess", **noted))
    assert (refused.code, list(refused.facts)) == ("internal", ["reference"])
    assert UNWANTED not in str(vars(refused))
    fields = {"family": story.id, "own_words": UNWANTED}
    refused = refusal(lambda: story.client.command("no token", "plans.RecordWish", fields))
    assert refused.code == "token_not_accepted"
    assert UNWANTED not in str(vars(refused))


def files_of(servers: Servers) -> list[Path]:
    """The servers' own folders, written up to now, as far as they are on this machine."""
    with psycopg.connect(servers.postgres, autocommit=True) as connection:
        connection.execute("checkpoint")
        [(folder,)] = connection.execute("show data_directory").fetchall()
    kafka = [servers.own_kafka.folder] if servers.own_kafka else []
    return [folder for folder in (Path(folder), *kafka) if os.access(folder, os.R_OK)]


def phrases(cast: Cast) -> list[str]:
    """Every name and its parts, every text of the story, and every four words in a row of each."""
    people = [*cast.story["persons"].values(), *cast.story["professionals"].values()]
    names = [each["name"] for each in people]
    said = [*texts(list(cast.story["steps"])), UNWANTED, "Somebody to play with", "Calm evenings"]
    rows = [
        " ".join(words[at : at + 4])
        for words in (text.split() for text in said)
        for at in range(max(1, len(words) - 3))
    ]
    return sorted({*names, *(part for name in names for part in name.split() if len(part) > 4), *rows})


def texts(node: Any, name: str = "") -> list[str]:
    """The texts in the steps' fields: what is no code, no day and no id."""
    if isinstance(node, dict):
        return [text for key, value in node.items() if key not in ("say", "as") for text in texts(value, key)]
    if isinstance(node, list):
        return [text for value in node for text in texts(value)]
    return [node] if isinstance(node, str) and not CODE.fullmatch(node) else []


async def say(bootstrap: str, topic: str) -> None:
    """Puts the control's words into a topic of their own."""
    admin = AIOKafkaAdminClient(bootstrap_servers=bootstrap)
    await admin.start()
    await admin.create_topics([NewTopic(topic, 1, 1)])
    await admin.close()
    async with AIOKafkaProducer(bootstrap_servers=bootstrap) as producer:
        await producer.send_and_wait(topic, b"{}", headers=[("said", CONTROL.encode())])
