"""What departments are told in their own topics: from attachment to revocation, and of nobody else. INV-38, X-10."""

import asyncio
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from aiokafka import AIOKafkaConsumer, TopicPartition

from contracts.out.events import FamilyPlanRevoked, FamilyPlanTold, topic_of
from deploy.embedded.given import Servers
from deploy.platform.processes import Platform
from eventkeep.canonical import state_hash
from eventkeep.keys import FileKeys
from eventkeep.relay import PARTITIONS
from tests.system.family import APPROVED, TEAM_STANDS, Family
from tests.system.play import until

DEPARTMENTS = ("school", "job-centre", "health-service")


@pytest.fixture(scope="module")
def platform(servers: Servers) -> Iterator[Platform]:
    """All five services; these departments have topics."""
    with Platform(servers.kafka, servers.postgres, departments=DEPARTMENTS) as found:
        found.open()
        yield found


@dataclass
class Department:
    """Reads its topic from the beginning, and keeps the families that it is told of."""

    platform: Platform
    name: str
    records: list[Any] = field(default_factory=list)

    def of(self, family: str) -> list[Any]:
        """What the topic tells of a family, in order: events, and None for a tombstone."""
        self.records = asyncio.run(self._all())
        return [value for key, value in self.records if key == family]

    def waits(self, family: str, is_there: Callable[[list[Any]], bool], what: str) -> list[Any]:
        """The family's records once this is so."""
        until(lambda: is_there(self.of(family)), 15.0, what)
        return [value for key, value in self.records if key == family]

    async def _all(self) -> list[Any]:
        topic = topic_of(self.name, self.platform.name)
        partitions = [TopicPartition(topic, number) for number in range(PARTITIONS)]
        reader = AIOKafkaConsumer(
            bootstrap_servers=self.platform.kafka, enable_auto_commit=False, isolation_level="read_committed"
        )
        await reader.start()
        try:
            reader.assign(partitions)
            await reader.seek_to_beginning()
            found: list[Any] = []
            while True:
                got = await reader.getmany(timeout_ms=300)
                if not got:
                    return found
                for records in got.values():
                    found += [(r.key.decode(), r.value and json.loads(r.value)) for r in records]
        finally:
            await reader.stop()


def state(record: Any) -> FamilyPlanTold:
    """What a record tells of a plan."""
    assert record["type"] == FamilyPlanTold.wire
    return FamilyPlanTold.model_validate(record["data"])


def told_to(records: list[Any], vector: str) -> bool:
    """Whether the last record tells the plan at a vector."""
    return bool(records) and records[-1] is not None and records[-1]["data"].get("vector") == vector


def test_a_department_is_told_each_state_while_one_of_its_people_is_attached(platform: Platform) -> None:
    """Snapshot, then each state with what led to it; the hash is that of what everybody sees; then a revocation."""
    with Family(platform, TEAM_STANDS) as family:
        school, job_centre = Department(platform, "school"), Department(platform, "job-centre")
        shown = family.read("karin", after=family.cast.seen)
        records = school.waits(family.id, lambda told: told_to(told, shown.vector), "school is told")
        first, last = state(records[0]), state(records[-1])
        assert first.events == ()
        assert (last.hash, last.state_no) == (shown.hash.hex(), shown.state_no)
        assert state_hash(last.view_version, last.plan).hex() == last.hash
        assert job_centre.of(family.id) == []

        family.play_to(APPROVED)
        shown = family.read("karin", after=family.cast.seen)
        records = school.waits(family.id, lambda told: told_to(told, shown.vector), "school is told more")
        states = [state(each) for each in records]
        assert [each.state_no for each in states] == sorted({each.state_no for each in states})
        led = [each.ref for each in states for each in each.events]
        assert len(led) == len(set(led))
        assert "plans.plan-approved" in " ".join(each.type for each in states[-1].events + states[-2].events)

        family.detach("bent")
        records = school.waits(family.id, lambda told: told[-1:] == [None], "school is told no more")
        over = FamilyPlanRevoked.model_validate(records[-2]["data"])
        assert (over.grant, over.state_no) == (states[-1].grant, states[-1].state_no)

        family.wish()
        shown = family.read("karin", after=family.attach("omar").token)
        told = job_centre.waits(family.id, lambda told: told_to(told, shown.vector), "the job centre is told")
        assert len(told) == 1
        assert school.of(family.id) == records, "something came after the revocation"


def test_what_a_department_was_told_of_who_is_forgotten_is_revoked(platform: Platform) -> None:
    """As soon as the family moves: whatever is new is told under another grant, without a word of who was forgotten."""
    with Family(platform, TEAM_STANDS) as family:
        school = Department(platform, "school")
        shown = family.read("karin", after=family.cast.seen)
        records = school.waits(family.id, lambda told: told_to(told, shown.vector), "school is told")
        assert "Viggo Dalgaard" in json.dumps(records)
        asyncio.run(FileKeys(platform.folder / "keys").forget(family.cast.id("viggo")))
        until(lambda: b"[forgotten]" in family.read("karin").plan, 5.0, "the key is gone")

        shown = family.read("karin", after=family.attach("omar").token)
        records = school.waits(family.id, lambda told: told_to(told, shown.vector), "school is told anew")
        end = records.index(None)
        over, after = FamilyPlanRevoked.model_validate(records[end - 1]["data"]), records[end + 1 :]
        assert over.reason == "void"
        assert state(after[0]).grant > over.grant
        assert "Viggo Dalgaard" not in json.dumps(after)


def test_what_is_told_is_noted_as_read_for_its_purpose(platform: Platform) -> None:
    """X-04: the family sees which department was told."""
    with Family(platform, TEAM_STANDS) as family:
        school = Department(platform, "school")
        school.waits(family.id, bool, "school is told")
        log = json.loads(family.client.document(family.cast.token("ellen"), family.id, "read-log").document)
        assert ("department", "school") in {(r["reader_kind"], r["reader"]) for r in log["readings"]}
