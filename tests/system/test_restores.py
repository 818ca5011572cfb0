"""Databases come back from backups, or not at all: what anybody knows returns; nobody is told two truths."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from deploy.demo import scenario
from deploy.demo.scenario import Step
from deploy.platform.processes import Platform
from eventkeep.watermark import decode_watermark
from tests.system.backups import Backups, forget_topic, stored
from tests.system.half import dies_at, half_told, tell
from tests.system.keeper import Keeper
from tests.system.play import (
    Insistent,
    all_steps,
    facts,
    lived_through,
    log_lines,
    new_family,
    play,
    until,
)
from tests.system.topics import records
from tests.system.whole import assert_whole, rows_of

pytestmark = pytest.mark.long


def test_a_store_moved_to_a_fresh_database_goes_on_as_if_nothing_had_been(
    platform: Platform, backups: Backups
) -> None:
    half = half_told(platform, "plans.AgreePriority")
    undisturbed = facts(platform, lived_through(platform))
    platform.processes["plans"].stop()
    before = rows_of(platform, "plans", "select * from events order by position")
    backups.put_back("plans", backups.take("plans"))
    assert rows_of(platform, "plans", "select * from events order by position") == before
    platform.start("plans")
    tell(platform, half)
    assert_whole(platform)
    assert facts(platform, half.cast) == undisturbed
    assert not list(log_lines(platform, "plans", "store_was_restored"))


@pytest.mark.parametrize("forgotten", [False, True], ids=["from the topic", "from the journal"])
def test_a_store_restored_to_an_earlier_time_takes_back_what_was_said(
    platform: Platform, backups: Backups, forgotten: bool
) -> None:
    half = half_told(platform, "plans.AddFocusArea")
    backup = backups.take("plans")
    sent: list[tuple[Step, dict[str, Any], str, str]] = []
    answers: dict[str, Any] = {}
    with Insistent(platform) as client:
        for step in half.rest[:7]:
            fields = {**half.cast.resolved(dict(step.fields)), "family": half.cast.family}
            after = half.cast.seen

            def told(_: Step, command_id: str, accepted: Any) -> None:
                sent.append((step, fields, after, command_id))  # noqa: B023
                answers[command_id] = accepted

            scenario.play(client, half.cast, step, told)
        assert_whole(platform, topics=False)
        before = list(stored(platform, "plans"))
        if forgotten:
            forget_topic(platform, "plans")
            until(lambda: last_said(platform, "plans") >= len(before), what="a watermark says how far it is")
        backups.put_back("plans", backup)
        assert len(list(stored(platform, "plans"))) < len(before)
        platform.start("plans")
        assert list(stored(platform, "plans")) == before, "it listens once it has taken all back"
        for step, fields, after, command_id in sent:
            again = client.command(half.cast.token(step.who), step.command, fields, after, command_id)
            assert again == answers[command_id]
        assert list(stored(platform, "plans")) == before
    [line] = list(log_lines(platform, "plans", "events_taken_back"))[-1:]
    assert line["count"] == len(answers)
    half.rest = half.rest[7:]
    tell(platform, half)
    assert_whole(platform, topics=not forgotten)
    assert facts(platform, half.cast)["plan"]["status"] == "approved"


def test_what_was_published_after_the_last_watermark_is_taken_back_too(
    platform: Platform, backups: Backups
) -> None:
    half = half_told(platform, "plans.AddFocusArea")
    assert_whole(platform, topics=False)
    backup = backups.take("plans")
    with dies_at(platform, "recorded", half):
        before = list(stored(platform, "plans"))
        backups.put_back("plans", backup)
    assert list(stored(platform, "plans")) == before
    tell(platform, half)
    assert_whole(platform, topics=False)


def test_events_that_nobody_has_any_more_are_counted_in_the_log(platform: Platform, backups: Backups) -> None:
    cast = new_family(platform)
    registrations = all_steps(cast)[:3]
    with Insistent(platform) as client:
        play(client, cast, registrations[:2])
        assert_whole(platform, topics=False)
        backup = backups.take("contacts")
        play(client, cast, registrations[2:])
        assert_whole(platform, topics=False)  # no journal keeps the streams of persons
        forget_topic(platform, "contacts")
        said = len(list(stored(platform, "contacts")))
        until(lambda: last_said(platform, "contacts") >= said, what="a watermark says how far it is")
        backups.put_back("contacts", backup)
        platform.start("contacts")
    [line] = list(log_lines(platform, "contacts", "events_lost"))[-1:]
    assert line["count"] == 1
    assert_whole(platform, topics=False)


def test_replicas_that_start_on_a_restored_store_take_it_back_together(
    platform: Platform, backups: Backups
) -> None:
    half = half_told(platform, "plans.AddFocusArea")
    backup = backups.take("plans")
    tell(platform, half)
    assert_whole(platform, topics=False)
    before = list(stored(platform, "plans"))
    backups.put_back("plans", backup)
    with ThreadPoolExecutor(3) as starting:
        list(starting.map(lambda replica: platform.start("plans", replica), range(3)))
    assert list(stored(platform, "plans")) == before
    assert_whole(platform, topics=False)
    for replica in (1, 2):
        platform.processes.pop(f"plans-{replica}").stop()


def test_a_store_that_is_replaced_under_a_running_service_is_taken_back(
    platform: Platform, backups: Backups
) -> None:
    half = half_told(platform, "plans.AddFocusArea")
    backup = backups.take("plans")
    tell(platform, half)
    assert_whole(platform, topics=False)
    before = list(stored(platform, "plans"))
    with Keeper(platform, "plans") as keeper:
        backups.put_back("plans", backup, ended=False)
        until(lambda: list(stored(platform, "plans")) == before, 60.0, "it has taken all back")
    assert keeper.died["plans"], "it starts anew before it goes on"
    assert_whole(platform, topics=False)


def last_said(platform: Platform, service: str) -> int:
    """The position that watermarks in a topic speak of."""
    marks = [decode_watermark(value) for value in asyncio.run(records(platform, service))]
    return max((mark.position for mark in marks if mark), default=0)
