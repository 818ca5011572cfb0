"""What doctor finds: each thing that isn't well with what, why and what next."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from contracts.inbox.events import results_of
from eventkeep.topics import Topic
from services.cli.checks import database, journal, topics
from services.cli.checks.finding import Finding, well, wrong
from services.cli.doctor import text as told_by_doctor
from tests.web.standing import TROUBLED, heard, standing

TOPIC = Topic("helhed.plans.v1", 12, 0, 0, topics.KEPT_MS, "delete")


def wrongs(found: list[Finding]) -> list[str]:
    """What needs a hand."""
    return [each.what for each in found if not each.ok]


def test_doctor_says_what_why_and_what_next() -> None:
    told = list(told_by_doctor([well("kafka", "Kafka answers."), wrong("clock", "Late.", "Why.", "Do.")]))
    assert told == [
        "ok     kafka              Kafka answers.",
        "WRONG  clock              Late.",
        f"{'':26}why:  Why.",
        f"{'':26}next: Do.",
        "1 of 2 need a hand.",
    ]
    assert list(told_by_doctor([well("kafka", "Kafka answers.")]))[-1] == "All 1 are well."


def test_doctor_minds_what_a_crash_would_lose() -> None:
    fine = {"fsync": "on", "synchronous_commit": "remote_apply", "server_encoding": "UTF8"}
    assert not wrongs(database.settings(fine))
    assert wrongs(database.settings({**fine, "fsync": "off"})) == ["PostgreSQL's fsync is off."]
    assert wrongs(database.settings({**fine, "synchronous_commit": "off"})) == [
        "PostgreSQL's synchronous_commit is off."
    ]


def test_doctor_minds_migrations_and_clocks() -> None:
    assert not wrongs(database.standing({}))
    assert wrongs(database.standing({"journal/0005_x": "missing", "journal/0001_journal": "changed"})) == [
        "Migration journal/0005_x is missing.",
        "Migration journal/0001_journal is changed.",
    ]
    now = datetime.now(UTC)
    asked = now.timestamp()
    assert database.clock(now, asked - 0.1, asked + 0.1).ok
    assert not database.clock(now - timedelta(seconds=3), asked, asked).ok
    assert not database.clock(now + timedelta(seconds=3), asked, asked).ok
    assert wrongs(database.ahead([("plans", 0.2), ("contacts", 2.5)])) == [
        "The database of contacts is 2.5 s ahead of this one."
    ]


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({}, []),
        ({"retention_ms": -1}, []),
        ({"partitions": 6}, ["Topic helhed.plans.v1 has 6 partitions."]),
        ({"retention_ms": 86_400_000}, ["Topic helhed.plans.v1 keeps 1.0 days."]),
        ({"cleanup": "compact,delete"}, ["Topic helhed.plans.v1 is compacted."]),
        ({"leaderless": 2}, ["2 partitions of helhed.plans.v1 have no leader."]),
        ({"behind": 1}, ["1 partitions of helhed.plans.v1 have a replica that is not in sync."]),
    ],
)
def test_doctor_minds_the_topics(changes: dict[str, Any], said: list[str]) -> None:
    names = {TOPIC.name: topics.INTERNAL}
    assert wrongs(topics.findings(names, {TOPIC.name: replace(TOPIC, **changes)})) == said


TOLD = Topic("helhed.out.school.v1", 12, 0, 0, -1, "compact", topics.WEEK_MS, topics.DAY_MS)
SAID = Topic("helhed.inbox.school.v1", 12, 0, 0, topics.WEEK_MS, "delete", topics.DAY_MS, 2**63 - 1)


@pytest.mark.parametrize(
    ("topic", "changes", "said"),
    [
        (TOLD, {}, []),
        (TOLD, {"cleanup": "delete"}, ["Topic helhed.out.school.v1 is not compacted alone."]),
        (TOLD, {"cleanup": "compact,delete"}, ["Topic helhed.out.school.v1 is not compacted alone."]),
        (TOLD, {"tombstone_ms": 86_400_000}, ["Topic helhed.out.school.v1 keeps tombstones for 1.0 days."]),
        (
            TOLD,
            {"lag_ms": 2**63 - 1},
            ["Topic helhed.out.school.v1 may keep what was revoked for more than a day."],
        ),
        (SAID, {"retention_ms": 86_400_000}, ["Topic helhed.inbox.school.v1 keeps 1.0 days."]),
        (SAID, {"cleanup": "compact"}, ["Topic helhed.inbox.school.v1 is compacted."]),
        (SAID, {"partitions": 1}, ["Topic helhed.inbox.school.v1 has 1 partitions."]),
    ],
)
def test_doctor_minds_the_topics_of_departments(
    topic: Topic, changes: dict[str, Any], said: list[str]
) -> None:
    names = {
        name: kept
        for name, kept in topics.wanted("helhed", ("school",), ("school",)).items()
        if "school" in name
    }
    there = {each.name: each for each in (TOLD, SAID, replace(SAID, name=results_of("school")))}
    assert names.keys() == there.keys()
    assert wrongs(topics.findings(names, {**there, topic.name: replace(topic, **changes)})) == said


def test_doctor_minds_a_topic_that_is_not_there() -> None:
    assert wrongs(topics.findings({TOPIC.name: topics.INTERNAL}, {})) == [
        "Topic helhed.plans.v1 isn't there, or may not be seen."
    ]


def test_doctor_minds_what_was_heard_and_folded() -> None:
    twelve = [
        heard(service, 1.0, n) for service in ("contacts", "meetings", "plans", "progress") for n in range(12)
    ]
    assert not wrongs(journal.findings("overview", standing(heard=twelve)))
    assert wrongs(journal.findings("plans", TROUBLED)) == [
        "contacts was heard in 1 of 12 partitions.",
        "meetings was heard in 0 of 12 partitions.",
        "1 views of families stand still.",
        "1 chains are forked.",
        "1 views of families are shown otherwise than the stores say.",
        "Events of 1 families wait, the oldest was recorded 95.0 s ago.",
        "2 records of the topics are no events of ours.",
    ]
    late = [heard("contacts", 40.0, n) for n in range(12)]
    assert "contacts was not heard for 40.0 s." in wrongs(journal.findings("plans", standing(heard=late)))
    assert wrongs([journal.of_relay(False, 3)]) == ["No process leads the relay; 3 events wait in the store."]
    assert [journal.of_relay(True, behind).ok for behind in (0, 10_000, 10_001)] == [True, True, False]
