"""A journal that lost something gets it back, from the topics or from the owners; a fork is no repeat."""

import asyncio
from collections import Counter
from typing import Any

import pytest

from deploy.demo.scenario import Cast
from deploy.platform.processes import Platform
from eventkeep.cloudevent import chained
from tests.system.backups import Backups, execute, forget_topic, stored
from tests.system.half import dies_at, half_told, tell
from tests.system.play import (
    Insistent,
    facts,
    lived_through,
    log_lines,
    until,
)
from tests.system.topics import records
from tests.system.whole import assert_whole, rows_of
from tests.system.witness import call_witness

pytestmark = pytest.mark.long


def test_an_overview_that_lost_its_database_shows_the_same_again(
    platform: Platform, backups: Backups
) -> None:
    lived_through(platform)
    assert_whole(platform, topics=False)
    before = shown_rows(platform)
    forget_topic(platform, "contacts")
    backups.put_back("overview", None)
    platform.start("overview")
    platform.wait_ready("overview")
    assert shown_rows(platform) == before, "ready means that all is there"
    call_witness(platform)
    assert_whole(platform, topics=False)


def test_an_overview_restored_to_an_earlier_time_catches_up(platform: Platform, backups: Backups) -> None:
    half = half_told(platform, "plans.AddFocusArea")
    backup = backups.take("overview")
    tell(platform, half)
    assert_whole(platform, topics=False)
    before = shown_rows(platform)
    backups.put_back("overview", backup)
    platform.start("overview")
    platform.wait_ready("overview")
    assert shown_rows(platform) == before, "ready means that all is there"
    assert_whole(platform, topics=False)


def test_rows_that_went_from_a_journal_are_fetched_from_their_owner(
    platform: Platform, backups: Backups
) -> None:
    old, new = (lived_through(platform) for _ in range(2))
    assert_whole(platform, topics=False)
    for name in ("overview", "meetings"):
        execute(platform, name, _CUT, old.family, "plans", 3, 6)
    execute(platform, "overview", _CUT, new.family, "contacts", 4, 100)
    assert_whole(platform, topics=False)
    execute(platform, "overview", _CUT, old.family, "contacts", 4, 100)  # nothing of this family is news
    assert_whole(platform, topics=False)


def test_what_a_relay_left_out_is_a_hole_and_is_fetched(platform: Platform, backups: Backups) -> None:
    half = half_told(platform, "plans.AddFocusArea")

    with dies_at(platform, "appended", half):
        execute(platform, "plans", "update relay set position = (select max(position) from events)")
    tell(platform, half)
    assert_whole(platform, topics=False)


def test_a_relay_that_repeats_everything_changes_nothing(platform: Platform, backups: Backups) -> None:
    lived_through(platform)
    assert_whole(platform, topics=False)
    before = rows_of(platform, "overview", "select count(*) as n from witness")
    platform.processes["plans"].stop()
    said = Counter(asyncio.run(records(platform, "plans")))
    execute(platform, "plans", "update relay set position = 0")
    platform.start("plans")
    until(lambda: told_again(platform, "plans", said), what="everything was told once more")
    assert_whole(platform, topics=False)
    assert rows_of(platform, "overview", "select count(*) as n from witness") == before


@pytest.mark.parametrize("lost", [2, 1])
def test_a_fork_is_seen_parked_and_never_taken_for_a_repeat(
    platform: Platform, backups: Backups, lost: int
) -> None:
    half = half_told(platform, "plans.AddFocusArea")
    other = half_told(platform, "plans.AddFocusArea")
    assert_whole(platform, topics=False)
    backup = backups.take("plans")
    tell(platform, half, lost)
    assert_whole(platform, topics=False)
    shown = facts(platform, half.cast)
    backups.put_back("plans", backup)
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


def told_again(platform: Platform, service: str, said: Counter[bytes]) -> bool:
    """Whether a topic tells every event of a store more often than it did."""
    times = Counter(asyncio.run(records(platform, service)))
    return all(times[value] > said[value] for _, _, value, _ in stored(platform, service))


def shown_rows(platform: Platform) -> list[tuple[Any, ...]]:
    """What overview shows: everything but state numbers."""
    rows = rows_of(platform, "overview", "select * from views order by view, family")
    return [(row["view"], row["family"], row["vector"], row["document"], row["hash"]) for row in rows]
