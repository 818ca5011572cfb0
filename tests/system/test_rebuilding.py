"""What is shown is folded anew while everything goes on, by hand or since a version is new: nobody is taken back."""

import json
import subprocess
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import grpc
import pytest

from deploy.demo.scenario import Cast
from deploy.platform.client import Client
from deploy.platform.processes import Platform
from eventkeep.refused import Refused
from services.overview.family_plan import FAMILY_PLAN
from tests.system.backups import execute
from tests.system.keeper import replica
from tests.system.play import Insistent, all_steps, lived_through, new_family, play, until
from tests.system.slip import changed_code
from tests.system.whole import assert_whole, rows_of

pytestmark = pytest.mark.long

NOW = FAMILY_PLAN.version
TODAY, TOMORROW = (f'    "family-plan",\n    {version},\n' for version in (NOW, NOW + 1))
KILLED = -9
_KEPT_OF = "select service, version, value from journal where family = $1 order by service, version"


def test_it_is_rebuilt_while_commands_run_and_whoever_does_it_is_killed_twice(platform: Platform) -> None:
    """X-09: the same bytes for every family; readers of both replicas never see a state or a vector go back."""
    with replica(platform, "overview") as second:
        lived_through(platform)
        casts = [new_family(platform) for _ in range(3)]
        with readers(platform, casts, ["overview", second]), ThreadPoolExecutor(3) as at_once:
            lives = [at_once.submit(live, platform, cast) for cast in casts]
            until(lambda: len(rows_of(platform, "overview", "select from views")) > 4)
            assert asked(platform, "rebuild", settings={"HELHED_CRASH_AT": "folded_anew"})[0] == KILLED
            assert asked(platform, "rebuild", settings={"HELHED_CRASH_AT": "switched"})[0] == KILLED
            code, lines = asked(platform, "rebuild", "--processes", "2", "--json")
            for life in lives:
                life.result()
    assert code == 0
    counts = lines[-1]
    assert counts.pop("same") >= 1
    assert set(counts.values()) == {0}, "byte by byte what was shown"
    assert_whole(platform)
    assert asked(platform, "verify", "--all")[0] == 0
    assert asked(platform, "drop")[0] == 0
    assert not rows_of(platform, "overview", "select from generations where state <> 'shown'")


def test_a_row_that_was_changed_is_found_and_shown_right_again_when_somebody_says_so(
    platform: Platform,
) -> None:
    cast = lived_through(platform)
    assert_whole(platform)
    assert asked(platform, "rebuild", "--dry-run")[0] == 0
    execute(
        platform,
        "overview",
        "update views set document = '{}' where view = 'family-plan' and family = $1",
        cast.family,
    )
    other = {"family": cast.family, "likeness": "other"}
    for command in (["rebuild", "--dry-run"], ["verify", "--all"], ["rebuild"]):
        code, lines = asked(platform, *command, "--json")
        assert (code, other in lines) == (1, True), command
    assert asked(platform, "rebuild", "--force", "--drop")[0] == 0
    assert_whole(platform)


def test_what_the_journal_has_lost_is_fetched_from_its_owners_and_shown(platform: Platform) -> None:
    """X-09: a family whose events are gone here is no family that differs; the command says how far it is."""
    cast, _ = lived_through(platform), lived_through(platform)
    assert_whole(platform)
    before = rows_of(platform, "overview", _KEPT_OF, cast.family)
    for table in ("journal", "journal_heads"):
        execute(platform, "overview", f"delete from {table} where family = $1", cast.family)
    assert rows_of(platform, "overview", _KEPT_OF, cast.family) == []
    code, lines = asked(platform, "rebuild", "--drop", "--json")
    assert code == 0
    progress, counts = lines[0], lines[-1]
    assert set(progress) == {"families", "due", "left"}
    assert progress["families"] >= 1
    assert progress["left"] >= 0
    assert counts.pop("same") >= 2
    assert set(counts.values()) == {0}
    assert rows_of(platform, "overview", _KEPT_OF, cast.family) == before
    assert_whole(platform)


def test_a_paused_view_is_stale_also_after_a_restart_and_catches_up(platform: Platform) -> None:
    cast = lived_through(platform)
    assert asked(platform, "pause", "--view", "access", "no")[0] == 2, "who may read is never paused"
    assert asked(platform, "pause", "the disk is full")[0] == 0
    wish = {"wish": "@paused", "person": "@ellen", "own_words": "An evening for us two."}
    with Insistent(platform) as client:
        before = client.plan(cast.token("karin"), cast.family)
        said = client.command(
            cast.token("ellen"), "plans.RecordWish", {"family": cast.family, **cast.resolved(wish)}
        )
        platform.processes["overview"].stop()
        platform.start("overview")
        platform.wait_ready("overview")
        stale = client.plan(cast.token("karin"), cast.family)
        assert (stale.freshness.stale, stale.state_no) == (True, before.state_no)
        assert asked(platform, "resume")[0] == 0
        after = client.plan(cast.token("karin"), cast.family, said.token)
    assert not after.freshness.stale
    assert b"An evening for us two." in after.plan
    assert_whole(platform)


def test_two_versions_stand_side_by_side_and_one_takes_over_and_back_when_it_is_told(
    platform: Platform, tmp_path: Path
) -> None:
    newer = changed_code(tmp_path, "services/overview/family_plan.py", TODAY, TOMORROW)
    lived_through(platform)
    casts = [new_family(platform) for _ in range(3)]
    try:
        with readers(platform, casts, ["overview", "overview-1"]) as seen, ThreadPoolExecutor(3) as at_once:
            lives = [at_once.submit(live, platform, cast) for cast in casts]
            until(lambda: NOW in seen)
            platform.start("overview", 1, newer)
            platform.wait_ready("overview-1")
            until(lambda: not platform.healthy("overview", "readiness"), what="the older one steps back")
            until(lambda: NOW + 1 in seen, what="readers see the new version")
            for life in lives:
                life.result()
            assert asked(platform, "rebuild")[0] == 0, "the older one takes over, since it is told to"
            platform.wait_ready("overview")
            until(lambda: not platform.healthy("overview-1", "readiness"))
            for cast in casts:
                with Insistent(platform) as client:
                    assert client.plan(cast.token("karin"), cast.family, cast.seen).view_version == NOW
    finally:
        platform.processes.pop("overview-1").stop()
    assert_whole(platform)
    assert asked(platform, "drop")[0] == 0


def live(platform: Platform, cast: Cast) -> None:
    """The whole story happens to a family."""
    with Insistent(platform) as client:
        play(client, cast, all_steps(cast))


@contextmanager
def readers(platform: Platform, casts: Sequence[Cast], names: Sequence[str]) -> Iterator[set[int]]:
    """Meanwhile somebody reads every family from one replica and then another. Nobody is shown an older state than before,
    or two hashes at one vector. Yields in which versions they saw it."""
    ended, wrong = threading.Event(), list[str]()
    last: dict[str, int] = {}
    hashes: dict[tuple[str, int, str], bytes] = {}
    seen: set[int] = set()

    def look(cast: Cast, address: str) -> None:
        with Client({"overview": address}) as client:
            try:
                plan = client.plan(cast.token("karin"), cast.family)
            except (Refused, grpc.RpcError):
                return  # not there yet, or the other one answers
        if plan.state_no < last.get(cast.family, 0):
            wrong.append(f"{cast.family} went from {last[cast.family]} to {plan.state_no}")
        place = (cast.family, plan.view_version, plan.vector)
        if hashes.setdefault(place, plan.hash) != plan.hash:
            wrong.append(f"{place} was shown with two hashes")
        last[cast.family] = plan.state_no
        seen.add(plan.view_version)

    def look_again() -> None:
        while not ended.wait(0.02):
            for cast in casts:
                for name in names:
                    if name in platform.processes:
                        look(cast, platform.address(name))

    reader = threading.Thread(target=look_again)
    reader.start()
    try:
        yield seen
    finally:
        ended.set()
        reader.join()
    assert len(last) == len(casts)
    assert not wrong


def asked(platform: Platform, *words: str, settings: dict[str, str] | None = None) -> tuple[int, list[Any]]:
    """What overview's command line answers about its views: exit code, and lines where they are JSON."""
    command = platform.command("overview", "overview", "services.cli", settings or {})
    done = subprocess.run(
        [*command, "projections", *words], capture_output=True, text=True, timeout=120, check=False
    )
    lines = [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]
    print(words, done.returncode, done.stdout[-500:], done.stderr[-800:])
    return done.returncode, lines
