"""A process may die at any step of an inbox: each fact is true once, in its order, and the answers are the same. INV-58."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

import pytest

from deploy.embedded.given import Servers
from deploy.platform.processes import Platform
from tests.system.family import TEAM_STANDS, Family
from tests.system.play import until
from tests.system.sending import System, fact

pytestmark = pytest.mark.long
EACH = 12
STEPS = ("inbox_kept", "inbox_decided", "appended:7", "inbox_noted", "inbox_answered")
DAYS = [f"2025-11-{day:02}" for day in range(1, EACH + 1)]


@pytest.fixture(scope="module")
def platform(servers: Servers) -> Iterator[Platform]:
    """All five services; the school has an inbox."""
    with Platform(servers.kafka, servers.postgres, departments=("school",)) as found:
        found.open()
        yield found


def visits(family: Family) -> list[dict[str, Any]]:
    """Bent meets the family, a day after the other."""
    bent = family.cast.id("bent")
    return [
        fact(
            "visit-made",
            f"family/{family.id}",
            bent,
            {"professional": bent, "place": "home", "visited_on": day},
        )
        for day in DAYS
    ]


def attendance(family: Family) -> list[dict[str, Any]]:
    """The school's system counts each night, with nobody typing."""
    viggo = family.cast.id("viggo")
    count = {"kind": "attendance", "person": viggo, "instrument": "days-at-school", "value": 1}
    count |= {"scale_min": 0, "scale_max": 1}
    return [
        fact("measured", f"family/{family.id}", "", {**count, "measure": str(uuid4()), "measured_on": day})
        for day in DAYS
    ]


@dataclass(frozen=True)
class Said:
    """What a department says to a service, and how the event tells its day."""

    service: str
    facts: Callable[[Family], list[dict[str, Any]]]
    event: str
    day: str

    def made(self, family: Family) -> list[str]:
        """The days that became true, as they were said."""
        return [event["data"][self.day] for event in family.events(self.service, self.event)]


VISITS = Said("contacts", visits, "visit-made.v1", "visited_on")
ATTENDANCE = Said("progress", attendance, "measured.v1", "measured_on")
CASES = [*((VISITS, step) for step in STEPS), *((ATTENDANCE, step) for step in STEPS[1:4])]


@pytest.mark.parametrize(("saying", "step"), CASES, ids=lambda case: getattr(case, "service", case))
def test_whatever_dies_each_fact_is_true_once_and_in_order(
    platform: Platform, saying: Said, step: str
) -> None:
    with Family(platform, TEAM_STANDS) as one, Family(platform, TEAM_STANDS) as other:
        school = System(platform, "school")
        said = [each for pair in zip(saying.facts(one), saying.facts(other), strict=True) for each in pair]
        process = platform.processes[saying.service]
        process.kill()
        platform.start(saying.service, settings={"HELHED_CRASH_AT": step})
        school.send(*said[:8])
        until(lambda: not process.running, 30.0, f"it dies at {step}")
        school.send(*said[8:], *said[:4])
        platform.start(saying.service)
        platform.wait_ready(saying.service)
        for family in (one, other):
            until(lambda f=family: len(saying.made(f)) >= EACH, 30.0, "all is true")
        until(lambda: len(answered(school, said)) == len(said), 30.0, "all is answered")
        assert saying.made(one) == saying.made(other) == DAYS
        by_message: dict[str, set[str]] = {}
        for each in school.answers:
            by_message.setdefault(each["data"]["message"]["id"], set()).add(each["data"].get("vector", ""))
        assert all(len(by_message[each["id"]]) == 1 for each in said)


def answered(school: System, said: list[dict[str, Any]]) -> set[str]:
    """Which messages are accepted."""
    ids = {each["id"] for each in said}
    accepted = [each for each in school.read() if each["type"].endswith("message-accepted.v1")]
    return ids & {each["data"]["message"]["id"] for each in accepted}
