"""Databases come back from backups, or not at all: what anybody knows returns; nobody is told two truths."""

import asyncio
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any

import pytest

from deploy.demo import scenario
from deploy.demo.scenario import Cast, Step
from deploy.embedded.given import Servers
from deploy.embedded.postgres import Postgres
from deploy.platform.processes import Platform
from eventkeep.cloudevent import chained
from eventkeep.watermark import decode_watermark
from tests.system.backups import Backups, execute, forget_topic, stored
from tests.system.conftest import Kept
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
from tests.system.whole import assert_whole, records, rows_of
from tests.system.witness import call_witness


@dataclass
class Archive:
    """A platform, and backups of it."""

    platform: Platform
    backups: Backups


@pytest.fixture(scope="module")
def archives(servers: Servers) -> Iterator[tuple[Postgres, Kept]]:
    with Postgres() as postgres:
        held = Kept(replace(servers, postgres=postgres.dsn()))
        yield postgres, held
        held.close()


@pytest.fixture
def archive(archives: tuple[Postgres, Kept]) -> Archive:
    postgres, held = archives
    platform = held.whole()
    return Archive(platform, Backups(postgres, platform))


@dataclass
class Half:
    """A family, told up to the middle of its story, and the rest of it."""

    cast: Cast
    rest: list[Step]


def half_told(platform: Platform, upto: str) -> Half:
    cast = new_family(platform)
    steps = list(all_steps(cast))
    first = next(n for n, step in enumerate(steps) if step.command == upto)
    with Insistent(platform) as client:
        play(client, cast, steps[:first])
    return Half(cast, steps[first:])


def tell(platform: Platform, half: Half, count: int | None = None) -> None:
    """Goes on with a story."""
    now, half.rest = half.rest[:count], half.rest[count:] if count else []
    with Insistent(platform) as client:
        play(client, half.cast, now)


def test_a_store_moved_to_a_fresh_database_goes_on_as_if_nothing_had_been(archive: Archive) -> None:
    platform, half = archive.platform, half_told(archive.platform, "plans.AgreePriority")
    undisturbed = facts(platform, lived_through(platform))
    platform.processes["plans"].stop()
    before = rows_of(platform, "plans", "select * from events order by position")
    archive.backups.put_back("plans", archive.backups.take("plans"))
    assert rows_of(platform, "plans", "select * from events order by position") == before
    platform.start("plans")
    tell(platform, half)
    assert_whole(platform)
    assert facts(platform, half.cast) == undisturbed
    assert not list(log_lines(platform, "plans", "store_was_restored"))


@pytest.mark.parametrize("forgotten", [False, True], ids=["from the topic", "from the journal"])
def test_a_store_restored_to_an_earlier_time_takes_back_what_was_said(
    archive: Archive, forgotten: bool
) -> None:
    platform, half = archive.platform, half_told(archive.platform, "plans.AddFocusArea")
    backup = archive.backups.take("plans")
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
        archive.backups.put_back("plans", backup)
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


def test_what_was_published_after_the_last_watermark_is_taken_back_too(archive: Archive) -> None:
    platform, half = archive.platform, half_told(archive.platform, "plans.AddFocusArea")
    assert_whole(platform, topics=False)
    backup = archive.backups.take("plans")
    with dies_at(platform, "recorded", half):
        before = list(stored(platform, "plans"))
        archive.backups.put_back("plans", backup)
    assert list(stored(platform, "plans")) == before
    tell(platform, half)
    assert_whole(platform, topics=False)


def test_events_that_nobody_has_any_more_are_counted_in_the_log(archive: Archive) -> None:
    platform, cast = archive.platform, new_family(archive.platform)
    registrations = all_steps(cast)[:3]
    with Insistent(platform) as client:
        play(client, cast, registrations[:2])
        assert_whole(platform, topics=False)
        backup = archive.backups.take("contacts")
        play(client, cast, registrations[2:])
        assert_whole(platform, topics=False)  # no journal keeps the streams of persons
        forget_topic(platform, "contacts")
        said = len(list(stored(platform, "contacts")))
        until(lambda: last_said(platform, "contacts") >= said, what="a watermark says how far it is")
        archive.backups.put_back("contacts", backup)
        platform.start("contacts")
    [line] = list(log_lines(platform, "contacts", "events_lost"))[-1:]
    assert line["count"] == 1
    assert_whole(platform, topics=False)


@pytest.mark.long
def test_replicas_that_start_on_a_restored_store_take_it_back_together(archive: Archive) -> None:
    platform, half = archive.platform, half_told(archive.platform, "plans.AddFocusArea")
    backup = archive.backups.take("plans")
    tell(platform, half)
    assert_whole(platform, topics=False)
    before = list(stored(platform, "plans"))
    archive.backups.put_back("plans", backup)
    with ThreadPoolExecutor(3) as starting:
        list(starting.map(lambda replica: platform.start("plans", replica), range(3)))
    assert list(stored(platform, "plans")) == before
    assert_whole(platform, topics=False)
    for replica in (1, 2):
        platform.processes.pop(f"plans-{replica}").stop()


@pytest.mark.long
def test_a_store_that_is_replaced_under_a_running_service_is_taken_back(archive: Archive) -> None:
    platform, half = archive.platform, half_told(archive.platform, "plans.AddFocusArea")
    backup = archive.backups.take("plans")
    tell(platform, half)
    assert_whole(platform, topics=False)
    before = list(stored(platform, "plans"))
    with Keeper(platform, "plans") as keeper:
        archive.backups.put_back("plans", backup, ended=False)
        until(lambda: list(stored(platform, "plans")) == before, 60.0, "it has taken all back")
    assert keeper.died["plans"], "it starts anew before it goes on"
    assert_whole(platform, topics=False)


def test_an_overview_that_lost_its_database_shows_the_same_again(archive: Archive) -> None:
    platform, _ = archive.platform, lived_through(archive.platform)
    assert_whole(platform, topics=False)
    before = shown_rows(platform)
    forget_topic(platform, "contacts")
    archive.backups.put_back("overview", None)
    platform.start("overview")
    platform.wait_ready("overview")
    assert shown_rows(platform) == before, "ready means that all is there"
    call_witness(platform)
    assert_whole(platform, topics=False)


def test_an_overview_restored_to_an_earlier_time_catches_up(archive: Archive) -> None:
    platform, half = archive.platform, half_told(archive.platform, "plans.AddFocusArea")
    backup = archive.backups.take("overview")
    tell(platform, half)
    assert_whole(platform, topics=False)
    before = shown_rows(platform)
    archive.backups.put_back("overview", backup)
    platform.start("overview")
    platform.wait_ready("overview")
    assert shown_rows(platform) == before, "ready means that all is there"
    assert_whole(platform, topics=False)


def test_rows_that_went_from_a_journal_are_fetched_from_their_owner(archive: Archive) -> None:
    platform, old, new = archive.platform, *(lived_through(archive.platform) for _ in range(2))
    assert_whole(platform, topics=False)
    for name in ("overview", "meetings"):
        execute(platform, name, _CUT, old.family, "plans", 3, 6)
    execute(platform, "overview", _CUT, new.family, "contacts", 4, 100)
    assert_whole(platform, topics=False)
    execute(platform, "overview", _CUT, old.family, "contacts", 4, 100)  # nothing of this family is news
    assert_whole(platform, topics=False)


def test_what_a_relay_left_out_is_a_hole_and_is_fetched(archive: Archive) -> None:
    platform, half = archive.platform, half_told(archive.platform, "plans.AddFocusArea")

    with dies_at(platform, "appended", half):
        execute(platform, "plans", "update relay set position = (select max(position) from events)")
    tell(platform, half)
    assert_whole(platform, topics=False)


def test_a_relay_that_repeats_everything_changes_nothing(archive: Archive) -> None:
    platform, _ = archive.platform, lived_through(archive.platform)
    assert_whole(platform, topics=False)
    before = rows_of(platform, "overview", "select count(*) as n from witness")
    platform.processes["plans"].stop()
    said = Counter(asyncio.run(records(platform, "plans")))
    execute(platform, "plans", "update relay set position = 0")
    platform.start("plans")
    until(lambda: told_again(platform, "plans", said), what="everything was told once more")
    assert_whole(platform, topics=False)
    assert rows_of(platform, "overview", "select count(*) as n from witness") == before


@pytest.mark.parametrize("lost", [2, pytest.param(1, marks=pytest.mark.long)])
def test_a_fork_is_seen_parked_and_never_taken_for_a_repeat(archive: Archive, lost: int) -> None:
    platform, half = archive.platform, half_told(archive.platform, "plans.AddFocusArea")
    other = half_told(platform, "plans.AddFocusArea")
    assert_whole(platform, topics=False)
    backup = archive.backups.take("plans")
    tell(platform, half, lost)
    assert_whole(platform, topics=False)
    shown = facts(platform, half.cast)
    archive.backups.put_back("plans", backup)
    fork(platform, half.cast)
    platform.start("plans")
    forked = until(lambda: forks(platform, "overview"), 60.0, "the fork is seen")
    assert [(row["family"], row["service"]) for row in forked] == [(half.cast.family, "plans")]
    assert list(log_lines(platform, "overview", "fork"))
    with Insistent(platform) as client:
        plan = client.plan(half.cast.token("karin"), half.cast.family)
    assert plan.freshness.stale
    assert facts(platform, half.cast) == shown, "the last good state stays"
    tell(platform, other)
    assert facts(platform, other.cast)["plan"]["status"] == "approved", "nobody else waits"


_CUT = """
with gone as (
    delete from journal where family = $1 and service = $2 and version between $3 and $4 returning version
), left_over as (
    select j.digest from journal j where family = $1 and service = $2 and version = $3 - 1
)
update journal_heads set version = $3 - 1, digest = (select digest from left_over),
       events = events - (select count(*) from gone)
 where family = $1 and service = $2
"""


@contextmanager
def dies_at(platform: Platform, step: str, half: Half) -> Iterator[None]:
    """Plans dies at a step of the story's next command. Inside, it is dead; after that it is done."""
    platform.processes["plans"].stop()
    platform.start("plans", settings={"HELHED_CRASH_AT": step})
    with ThreadPoolExecutor(1) as beside:
        told = beside.submit(tell, platform, half, 1)
        until(lambda: not platform.processes["plans"].running, what=f"plans died at {step}")
        try:
            yield
        finally:
            platform.start("plans")
        told.result()


def fork(platform: Platform, cast: Cast) -> None:
    """A restored store decides something else before anybody looks: written behind the service's back."""
    last = rows_of(platform, "plans", "select * from events order by position desc limit 1")[0]
    [mine] = rows_of(
        platform,
        "plans",
        "select * from events where stream = $1 order by version desc limit 1",
        f"family/{cast.family}",
    )
    version = mine["version"]
    value = mine["value"].replace(b'"familyversion":%d' % version, b'"familyversion":%d' % (version + 1))
    execute(
        platform,
        "plans",
        "insert into events values ($1, $2, $3, $4, $5)",
        last["position"] + 1,
        mine["stream"],
        version + 1,
        value,
        chained(mine["digest"], value),
    )


def forks(platform: Platform, name: str) -> list[Any]:
    """Chains of a journal that are marked as forked."""
    return rows_of(platform, name, "select * from journal_heads where forked_at is not null")


def last_said(platform: Platform, service: str) -> int:
    """The position that watermarks in a topic speak of."""
    marks = [decode_watermark(value) for value in asyncio.run(records(platform, service))]
    return max((mark.position for mark in marks if mark), default=0)


def told_again(platform: Platform, service: str, said: Counter[bytes]) -> bool:
    """Whether a topic tells every event of a store more often than it did."""
    times = Counter(asyncio.run(records(platform, service)))
    return all(times[value] > said[value] for _, _, value, _ in stored(platform, service))


def shown_rows(platform: Platform) -> list[tuple[Any, ...]]:
    """What overview shows: everything but state numbers."""
    rows = rows_of(platform, "overview", "select * from views order by view, family")
    return [(row["view"], row["family"], row["vector"], row["document"], row["hash"]) for row in rows]
