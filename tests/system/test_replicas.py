"""Replicas come, go, freeze and get stuck: somebody goes on, and nobody sees a family go back."""

import asyncio
import threading
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

import asyncpg
import grpc
import pytest

from deploy.demo.scenario import Cast, Step
from deploy.platform.client import Client
from deploy.platform.processes import Platform
from eventkeep.refused import Refused
from tests.system.keeper import process, replica
from tests.system.play import (
    Insistent,
    addresses,
    all_steps,
    facts,
    lived_through,
    log_lines,
    new_family,
    play,
    until,
)
from tests.system.whole import assert_whole, told_so_far


def test_a_relay_that_dies_is_followed_by_the_one_that_stands_by(platform: Platform) -> None:
    with replica(platform, "plans") as second:
        cast = lived_through(platform)
        platform.processes["plans"].kill()
        killed = time.monotonic()
        until(lambda: list(log_lines(platform, second, "relay_leads")), 15, "the second one leads")
        print(f"took over after {time.monotonic() - killed:.1f} s")
        wish = {"wish": "@late", "person": "@ellen", "own_words": "An evening for us two."}
        with Client({**addresses(platform), "plans": platform.address(second)}) as client:
            play(client, cast, [Step("", "ellen", "plans.RecordWish", wish)])
            shown = client.plan(cast.token("karin"), cast.family, cast.seen)
        assert b"An evening for us two." in shown.plan
        platform.start("plans")
        assert_whole(platform)
    platform.wait_ready("plans")


@pytest.mark.long
def test_families_are_the_same_for_all_while_replicas_come_and_go(platform: Platform) -> None:
    with replica(platform, "overview") as overview, replica(platform, "plans") as plans:
        casts = [new_family(platform) for _ in range(4)]

        def live(cast: Cast) -> None:
            with Insistent(platform) as client, Insistent(platform, plans=plans) as by_other:
                for number, step in enumerate(all_steps(cast)):
                    play(by_other if number % 2 else client, cast, [step])

        with nobody_goes_back(platform, casts, ["overview", overview]), ThreadPoolExecutor(4) as at_once:
            lives = [at_once.submit(live, cast) for cast in casts]
            until(lambda: told_so_far(platform, "plans") > 10)
            with replica(platform, "overview", 2):  # it joins, and partitions move
                platform.processes[overview].stop()
                platform.start("overview", 1)
                for life in lives:
                    life.result()
                assert_whole(platform)
    assert len({str(facts(platform, cast)) for cast in casts}) == 1


@contextmanager
def nobody_goes_back(platform: Platform, casts: Sequence[Cast], names: Sequence[str]) -> Iterator[None]:
    """Meanwhile somebody reads every family from one replica and then another: no state is older than the last."""
    ended = threading.Event()
    seen: dict[str, int] = {}
    backwards: list[str] = []

    def look(address: str, cast: Cast) -> None:
        with Client({"overview": address}) as client:
            try:
                state = client.plan(cast.token("karin"), cast.family).state_no
            except (Refused, grpc.RpcError):
                return  # not there yet, or just stopped
        if state < seen.get(cast.family, 0):
            backwards.append(f"{seen[cast.family]} to {state}")
        seen[cast.family] = state

    def look_at_all() -> None:
        while not ended.wait(0.02):
            for cast in casts:
                for name in names:
                    look(platform.address(name), cast)

    reader = threading.Thread(target=look_at_all)
    reader.start()
    try:
        yield
    finally:
        ended.set()
        reader.join()
    assert seen, "somebody was shown something"
    assert not backwards


@pytest.mark.long
def test_a_consumer_that_is_stuck_starts_over_and_nothing_is_missing(platform: Platform) -> None:
    async def hold() -> None:
        connection = await asyncpg.connect(platform.dsn("overview"))
        async with connection.transaction():
            await connection.execute("lock table journal_heads in access exclusive mode")
            await asyncio.to_thread(play_contacts)
            found = lambda: list(log_lines(platform, "overview", "consumer_stuck"))  # noqa: E731
            await asyncio.to_thread(until, found, 60.0, "the consumer is seen to be stuck")
        await connection.close()

    def play_contacts() -> None:
        with Insistent(platform) as client:
            play(client, cast, all_steps(cast)[:11])

    cast = new_family(platform)
    asyncio.run(hold())
    with Insistent(platform) as client:
        play(client, cast, all_steps(cast)[11:])
    assert_whole(platform)


@pytest.mark.long
def test_a_replica_that_was_frozen_takes_nobody_back(platform: Platform) -> None:
    with replica(platform, "overview") as other:
        cast = new_family(platform)
        with Insistent(platform, overview=other) as client:
            play(client, cast, all_steps(cast)[:11])
            assert_whole(platform)
            frozen = process(platform, "overview")
            frozen.suspend()
            assigned = len(list(log_lines(platform, other, "consumer_resumes")))
            try:
                moved = lambda: len(list(log_lines(platform, other, "consumer_resumes"))) > assigned  # noqa: E731
                until(moved, what="its partitions are given to the other")
                play(client, cast, all_steps(cast)[11:])
                shown = until(lambda: client.plan(cast.token("karin"), cast.family, cast.seen), 40.0)
            finally:
                frozen.resume()
        assert_whole(platform)
        with Insistent(platform) as client:
            again = client.plan(cast.token("karin"), cast.family)
        assert (again.state_no, again.hash) == (shown.state_no, shown.hash)
    platform.wait_ready("overview")
