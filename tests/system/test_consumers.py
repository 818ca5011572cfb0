"""What departments build on their topics, and that none of them is in anybody's way. INV-38, X-10."""

import asyncio
import json
import re
import sqlite3
import subprocess
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from aiokafka import AIOKafkaConsumer
from helhed_department import Inbox, PlanTold
from helhed_department import follow as follows

from contracts.out.events import topic_of
from deploy.embedded import debian
from deploy.embedded.given import Servers
from deploy.platform.processes import Platform
from eventkeep import vector
from tests.consumers.node import follow
from tests.system.connect import connected
from tests.system.family import APPROVED, TEAM_STANDS, TOLD, Family
from tests.system.play import until
from tests.system.test_out import Department
from tests.system.whole import assert_whole
from tests.system.witness import call_witness

pytestmark = pytest.mark.long

DEPARTMENTS = ("school", "health-service")


@pytest.fixture(scope="module")
def platform(servers: Servers) -> Iterator[Platform]:
    """All five services; two departments have topics."""
    with Platform(servers.kafka, servers.postgres, departments=DEPARTMENTS) as found:
        found.open()
        call_witness(found)
        yield found


@pytest.fixture(scope="module")
def school(platform: Platform) -> Department:
    """The school's topic."""
    return Department(platform, "school")


@pytest.fixture(scope="module")
def family(platform: Platform, school: Department) -> Iterator[Family]:
    """A family whose plan is approved, which the school is told of."""
    with Family(platform, APPROVED) as found:
        is_told(found, school)
        yield found


def is_told(family: Family, department: Department, after: str = "") -> None:
    """Waits until a department is told the plan as it is now, or at a token."""
    shown = vector.parse(family.read("karin", after=after or family.cast.seen).vector)

    def covers(told: list[Any]) -> bool:
        return bool(told) and told[-1] and vector.covers(vector.parse(told[-1]["data"]["vector"]), shown)

    department.waits(family.id, covers, "the department is told")


def test_nodejs_follows_a_family_by_the_contracts_alone(
    platform: Platform, school: Department, family: Family, node_example: Path, tmp_path: Path
) -> None:
    """Each message as AsyncAPI promises, each hash right, the goals folded to the hash of theirs; and on from its place."""
    reads = ["--bootstrap", platform.kafka, "--prefix", platform.name, "--until-quiet", "3"]
    state = ["--state", str(tmp_path / "state.json")]
    said = follow(node_example, *reads, *state)
    told = len([each for each in school.of(family.id) if each])
    assert (said.code, said.wrong) == (0, [])
    assert told > 1
    assert said.folded >= told - 1

    family.play_to(TOLD)
    is_told(family, school)
    said = follow(node_example, *reads, *state)
    more = len([each for each in school.of(family.id) if each]) - told
    assert said.lines[-1] == (
        f"Seen: {more} states, the goals of {more} folded; 0 revocations; "
        "0 repeats and 0 of new types passed by; 0 wrong."
    )


def test_kcat_shows_keys_headers_and_values(platform: Platform, school: Department, family: Family) -> None:
    """Whoever has a shell sees all of it."""
    kcat = debian.program("kcat", "the tests of what departments start from")
    topic = topic_of("school", platform.name)
    reads = [kcat, "-q", "-C", "-b", platform.kafka, "-t", topic, "-o", "beginning", "-e"]
    done = subprocess.run(
        [*reads, "-f", "%k\t%h\t%s\n"], capture_output=True, text=True, timeout=60, check=True
    )
    lines = [line.split("\t") for line in done.stdout.splitlines()]
    seen = [json.loads(value) for key, _, value in lines if key == family.id]
    assert seen == school.of(family.id)
    assert {headers for _, headers, value in lines if value} == {
        "content-type=application/cloudevents+json; charset=UTF-8"
    }


def test_kafka_connect_feeds_a_sink(
    platform: Platform, school: Department, family: Family, tmp_path: Path
) -> None:
    """Each message is a line of its own; tombstones aren't."""
    with connected(platform.kafka, topic_of("school", platform.name), tmp_path) as out:
        told = [each for each in school.of(family.id) if each]

        def all_there() -> bool:
            return out.exists() and out.read_text().count(family.id + '","time"') >= len(told)

        until(all_there, 60.0, "the sink has all")
    events = [json.loads(line) for line in out.read_text().splitlines()]
    assert [each for each in events if each["partitionkey"] == family.id] == told


class Never:
    """A department's system that joined a group, and never reads or acknowledges."""

    def __init__(self, platform: Platform) -> None:
        topic = topic_of("school", platform.name)
        self._reader = AIOKafkaConsumer(
            topic, bootstrap_servers=platform.kafka, group_id=f"{topic}.never", enable_auto_commit=False
        )

    async def __aenter__(self) -> None:
        await self._reader.start()

    async def __aexit__(self, *error: object) -> None:
        await self._reader.stop()


def raises(connection: Any, message: Any) -> None:
    """A handler that never works."""
    raise RuntimeError("no room")


async def test_who_is_slow_or_broken_is_in_nobodys_way(
    platform: Platform, school: Department, family: Family, tmp_path: Path
) -> None:
    """One reads nothing, one fails at each message; a third of the same department, the other department and our own
    services notice nothing."""
    settings: Any = {"prefix": platform.name, "bootstrap_servers": platform.kafka, "until_read": True}
    broken = Inbox(sqlite3.connect(tmp_path / "broken.sqlite"))
    async with Never(platform):
        for _ in range(3):
            with pytest.raises(RuntimeError, match="no room"):
                await follows(broken, raises, department="school", **settings)
        wished = (await asyncio.to_thread(family.wish)).token
        for each in (school, Department(platform, "health-service")):
            await asyncio.to_thread(is_told, family, each, wished)
        works = Inbox(sqlite3.connect(tmp_path / "works.sqlite"))
        await follows(works, lambda *_: None, department="school", **settings)
    told = await asyncio.to_thread(school.of, family.id)
    assert works.plan(family.id) == told[-1]["data"]["plan"]
    assert broken.families() == {}
    assert broken.offsets(topic_of("school", platform.name)) == {}
    await asyncio.to_thread(assert_whole, platform)


async def test_whoever_stops_half_way_goes_on_as_if_it_had_not(
    platform: Platform, school: Department, family: Family, tmp_path: Path
) -> None:
    """It fails in the middle of what is there, is started again, and again: each message counts once, in order."""
    settings: Any = {"prefix": platform.name, "bootstrap_servers": platform.kafka, "until_read": True}
    place = tmp_path / "half.sqlite"
    seen: list[tuple[int, int]] = []

    def stops(connection: Any, message: Any) -> None:
        if len(seen) % 3 == 2:
            seen.append((0, 0))
            raise RuntimeError("the power went")
        if isinstance(message, PlanTold) and message.family == family.id:
            connection.execute("insert into seen values (?)", (message.state_no,))
        seen.append((message.grant, message.state_no))

    connection = sqlite3.connect(place)
    connection.execute("create table seen (state_no int)")
    connection.commit()
    for _ in range(400):
        try:
            await follows(Inbox(connection), stops, department="school", at_once=2, **settings)
            break
        except RuntimeError:
            connection = sqlite3.connect(place)
    states = [row[0] for row in connection.execute("select state_no from seen order by rowid")]
    told = await asyncio.to_thread(school.of, family.id)
    assert states == [each["data"]["state_no"] for each in told if each]


async def test_whoever_listens_is_told_each_thing_as_it_happens(
    platform: Platform, school: Department, family: Family, tmp_path: Path
) -> None:
    """It goes on until it is stopped; started again, it is told what happened meanwhile, and nothing twice."""
    inbox = Inbox(sqlite3.connect(tmp_path / "live.sqlite"))
    seen: list[tuple[int, int]] = []

    def hears(_: Any, message: Any) -> None:
        if message.family == family.id:
            seen.append((message.grant, message.state_no))

    @asynccontextmanager
    async def listening() -> AsyncIterator[asyncio.Task[None]]:
        settings: Any = {"prefix": platform.name, "bootstrap_servers": platform.kafka}
        live = asyncio.create_task(follows(inbox, hears, department="school", **settings))
        yield live
        live.cancel()
        await asyncio.wait([live])

    async def happens() -> list[tuple[int, int]]:
        wished = (await asyncio.to_thread(family.wish)).token
        await asyncio.to_thread(is_told, family, school, wished)
        told = [each["data"] for each in await asyncio.to_thread(school.of, family.id) if each]
        return [(each["grant"], each["state_no"]) for each in told]

    async def heard(told: list[tuple[int, int]], live: asyncio.Task[None]) -> None:
        async with asyncio.timeout(30.0):
            while len(seen) < len(told) and not live.done():  # noqa: ASYNC110 - a handler tells nobody
                await asyncio.sleep(0.05)
        assert not live.done()
        assert seen == told

    async with listening() as live:
        for _ in range(3):
            await heard(await happens(), live)
    missed = await happens()
    assert len(seen) < len(missed)
    async with listening() as live:
        await heard(missed, live)
        await heard(await happens(), live)
    assert seen == sorted(set(seen))


def test_a_second_family_that_is_revoked_is_gone_for_all_of_them(
    platform: Platform, school: Department, node_example: Path
) -> None:
    """Node.js says so."""
    with Family(platform, TEAM_STANDS) as gone:
        is_told(gone, school)
        gone.detach("bent")
        school.waits(gone.id, lambda told: told[-1] is None, "the school is told no more")
        reads = ["--bootstrap", platform.kafka, "--prefix", platform.name, "--until-quiet", "3"]
        said = follow(node_example, *reads)
        assert said.code == 0
        assert [
            line
            for line in said.lines
            if re.match(f"Family {gone.id}: told no more \\(nobody-attached\\)", line)
        ]
