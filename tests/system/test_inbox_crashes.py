"""A process may die at any step of an inbox: each fact is true once, in its order, and the answers are the same. INV-58."""

from collections.abc import Iterator
from typing import Any

import pytest

from deploy.embedded.given import Servers
from deploy.platform.processes import Platform
from tests.system.family import TEAM_STANDS, Family
from tests.system.play import until
from tests.system.sending import System, fact

pytestmark = pytest.mark.long
EACH = 12
STEPS = ("inbox_kept", "inbox_decided", "appended:7", "inbox_noted", "inbox_answered")


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
            {"professional": bent, "place": "home", "visited_on": f"2025-11-{day:02}"},
        )
        for day in range(1, EACH + 1)
    ]


@pytest.mark.parametrize("step", STEPS)
def test_whatever_dies_each_fact_is_true_once_and_in_order(platform: Platform, step: str) -> None:
    with Family(platform, TEAM_STANDS) as one, Family(platform, TEAM_STANDS) as other:
        school = System(platform, "school")
        said = [each for pair in zip(visits(one), visits(other), strict=True) for each in pair]
        contacts = platform.processes["contacts"]
        contacts.kill()
        platform.start("contacts", settings={"HELHED_CRASH_AT": step})
        school.send(*said[:8])
        until(lambda: not contacts.running, 30.0, f"it dies at {step}")
        school.send(*said[8:], *said[:4])
        platform.start("contacts")
        platform.wait_ready("contacts")
        for family in (one, other):
            until(lambda f=family: len(made(f)) >= EACH, 30.0, "all is true")
        until(lambda: len(answered(school, said)) == len(said), 30.0, "all is answered")
        assert made(one) == made(other) == [f"2025-11-{day:02}" for day in range(1, EACH + 1)]
        by_message: dict[str, set[str]] = {}
        for each in school.answers:
            by_message.setdefault(each["data"]["message"]["id"], set()).add(each["data"].get("vector", ""))
        assert all(len(by_message[each["id"]]) == 1 for each in said)


def made(family: Family) -> list[str]:
    """The days on which the family was visited, as they were said."""
    return [event["data"]["visited_on"] for event in family.events("contacts", "visit-made.v1")]


def answered(school: System, said: list[dict[str, Any]]) -> set[str]:
    """Which messages are accepted."""
    ids = {each["id"] for each in said}
    accepted = [each for each in school.read() if each["type"].endswith("message-accepted.v1")]
    return ids & {each["data"]["message"]["id"] for each in accepted}
