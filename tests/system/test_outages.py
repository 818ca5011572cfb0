"""Kafka, PostgreSQL and replicas come and go: what was accepted stays, what wasn't can be sent again."""

import asyncio
import threading
import time
import uuid
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass

import asyncpg
import grpc
import psutil
import pytest

from deploy.demo import scenario
from deploy.demo.scenario import Cast, Step
from deploy.embedded.kafka import Kafka
from deploy.embedded.postgres import Postgres
from deploy.platform.client import Client
from deploy.platform.processes import SERVICES, Platform
from eventkeep.cloudevent import decode
from eventkeep.refused import Refused
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
from tests.system.whole import assert_whole, rows_of
from tests.system.witness import call_witness

MAX_AGE = 6.0


@dataclass
class Fragile:
    """A platform on servers that tests may stop."""

    kafka: Kafka
    postgres: Postgres
    platform: Platform


@pytest.fixture(scope="module")
def fragile() -> Iterator[Fragile]:
    settings = {"HELHED_REFERENCE_MAX_AGE": str(MAX_AGE)}
    with (
        Kafka() as kafka,
        Postgres() as postgres,
        Platform(kafka.bootstrap, postgres.dsn(), settings) as platform,
    ):
        platform.open()
        call_witness(platform)
        yield Fragile(kafka, postgres, platform)


def test_without_kafka_commands_are_accepted_until_references_are_stale(fragile: Fragile) -> None:
    platform, cast = fragile.platform, new_family(fragile.platform)
    steps = all_steps(cast)
    drafted = next(n for n, step in enumerate(steps) if step.command == "plans.DraftPlan")
    with Insistent(platform) as insistent, Client(addresses(platform)) as client:
        play(insistent, cast, steps[: drafted - 2])
        assert_whole(platform)
        fragile.kafka.stop()
        play(client, cast, steps[drafted - 2 : drafted])  # contacts leans on nobody's freshness
        wish = next(step for step in steps if step.command == "plans.RecordWish")
        stale = until(lambda: refusal(client, cast, wish, "reference_stale"), 4 * MAX_AGE)
        assert float(stale.facts["age_seconds"]) >= MAX_AGE - 1
        assert client.plan(cast.token("karin"), cast.family).vector  # contacts itself says who may read
        fragile.kafka.start()
        play(insistent, cast, steps[drafted:])
    assert_whole(platform)
    assert facts(platform, cast)["plan"]["status"] == "approved"


def test_kafka_dies_while_families_live_their_stories(fragile: Fragile) -> None:
    platform = fragile.platform
    with ThreadPoolExecutor(2) as at_once:
        lives = [at_once.submit(lived_through, platform) for _ in range(2)]
        until(lambda: heads(platform, "plans") > 0, what="something is decided")
        fragile.kafka.kill()
        fragile.kafka.start()
        casts = [life.result() for life in lives]
    assert_whole(platform)
    assert facts(platform, casts[0]) == facts(platform, casts[1])


def test_without_postgresql_commands_are_refused_and_the_same_id_is_done_once_later(fragile: Fragile) -> None:
    platform, cast = fragile.platform, lived_through(fragile.platform)
    add = Step("", "karin", "plans.AddFocusArea", {"focus_area": "@new", "title": "Sleep"})
    command_id, fields = str(uuid.uuid4()), {**cast.resolved(dict(add.fields)), "family": cast.family}
    with Client(addresses(platform)) as client, Insistent(platform) as insistent:

        def send(by: Client) -> object:
            return by.command(cast.token("karin"), add.command, fields, cast.seen, command_id)

        fragile.postgres.kill()
        with pytest.raises(Refused) as refused:
            send(client)
        assert refused.value.code in ("store_unreachable", "deadline_exceeded")
        with pytest.raises(Refused, match="store_unreachable"):
            client.plan(cast.token("karin"), cast.family)
        fragile.postgres.start()
        first = send(insistent)
        assert send(insistent) == first
    assert_whole(platform)
    assert caused(platform, "plans", command_id) == 1


def test_postgresql_dies_while_families_live_their_stories(fragile: Fragile) -> None:
    platform = fragile.platform
    before = heads(platform, "plans")
    with Keeper(platform) as keeper, ThreadPoolExecutor(2) as at_once:
        lives = [at_once.submit(lived_through, platform) for _ in range(2)]
        until(lambda: heads(platform, "plans") > before + 2, what="something is decided")
        fragile.postgres.kill()
        fragile.postgres.start()
        casts = [life.result() for life in lives]
        assert_whole(platform)
    assert not keeper.died, "a lost database is no reason to end"
    assert facts(platform, casts[0]) == facts(platform, casts[1])


def test_an_open_transaction_and_a_rewritten_database_stall_nobody(platform: Platform) -> None:
    async def live() -> Cast:
        store, other = [await asyncpg.connect(platform.dsn(name)) for name in ("plans", "contacts")]
        ended = asyncio.Event()

        async def rewrite() -> None:
            while not ended.is_set():
                await other.execute("vacuum full migrations")

        async with asyncio.TaskGroup() as beside:
            async with store.transaction():
                await store.execute("create table held_open (n int)")
                rewriting = beside.create_task(rewrite())
                cast = await asyncio.to_thread(lived_through, platform)
                await asyncio.to_thread(assert_whole, platform, 15.0)
                await store.execute("drop table held_open")
            ended.set()
            await rewriting
        await store.close()
        await other.close()
        return cast

    began = time.monotonic()
    asyncio.run(live())
    assert time.monotonic() - began < 30


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


def test_families_are_the_same_for_all_while_replicas_come_and_go(platform: Platform) -> None:
    read = threading.Event()
    backwards: list[str] = []

    def look(address: str, cast: Cast, seen: dict[str, int]) -> None:
        """Reads from one replica and then another: nobody goes back."""
        with Client({"overview": address}) as client:
            try:
                state = client.plan(cast.token("karin"), cast.family).state_no
                if state < seen.get(cast.family, 0):
                    backwards.append(f"{seen[cast.family]} to {state}")
                seen[cast.family] = state
            except (Refused, grpc.RpcError):
                pass  # not there yet, or just stopped

    with replica(platform, "overview") as overview, replica(platform, "plans") as plans:
        casts = [new_family(platform) for _ in range(4)]

        def read_all() -> None:
            seen: dict[str, int] = {}
            while not read.wait(0.02):
                for cast in casts:
                    for name in ("overview", overview):
                        look(platform.address(name), cast, seen)

        def live(cast: Cast) -> None:
            with Insistent(platform) as client, Insistent(platform, plans=plans) as by_other:
                for number, step in enumerate(all_steps(cast)):
                    play(by_other if number % 2 else client, cast, [step])

        reader = threading.Thread(target=read_all)
        reader.start()
        try:
            with ThreadPoolExecutor(4) as at_once:
                lives = [at_once.submit(live, cast) for cast in casts]
                until(lambda: heads(platform, "plans") > 10)
                with replica(platform, "overview", 2):  # it joins, and partitions move
                    platform.processes[overview].stop()
                    platform.start("overview", 1)
                    for life in lives:
                        life.result()
            assert_whole(platform)
        finally:
            read.set()
            reader.join()
    assert not backwards
    assert len({str(facts(platform, cast)) for cast in casts}) == 1


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
            try:
                play(client, cast, all_steps(cast)[11:])
                shown = until(lambda: client.plan(cast.token("karin"), cast.family, cast.seen), 40.0)
            finally:
                frozen.resume()
        assert_whole(platform)
        with Insistent(platform) as client:
            again = client.plan(cast.token("karin"), cast.family)
        assert (again.state_no, again.hash) == (shown.state_no, shown.hash)
    platform.wait_ready("overview")


@pytest.mark.long
def test_a_long_outage_of_postgresql_ends_and_everything_arrives(fragile: Fragile) -> None:
    platform, before = fragile.platform, heads(fragile.platform, "plans")
    with Keeper(platform) as keeper, ThreadPoolExecutor(2) as at_once:
        lives = [at_once.submit(lived_through, platform, 180.0) for _ in range(2)]
        until(lambda: heads(platform, "plans") > before + 2)
        fragile.postgres.kill()
        stuck = lambda: all(list(log_lines(platform, name, "consumer_stuck")) for name in SERVICES)  # noqa: E731
        until(stuck, 90.0, "every consumer is seen to be stuck")
        fragile.postgres.start()
        casts = [life.result() for life in lives]
        assert_whole(platform, 60.0)
    assert not keeper.died
    assert facts(platform, casts[0]) == facts(platform, casts[1])


@contextmanager
def replica(platform: Platform, service: str, number: int = 1) -> Iterator[str]:
    """One more process of a service; its name."""
    name = f"{service}-{number}"
    platform.start(service, number)
    platform.wait_ready(name)
    try:
        yield name
    finally:
        platform.processes.pop(name).stop()


def process(platform: Platform, name: str) -> psutil.Process:
    """The process of a service, below its guard."""
    wanted = {"HELHED_INSTANCE": name, "HELHED_KAFKA_PREFIX": platform.name}
    below = psutil.Process().children(recursive=True)
    running = [each for each in below if each.cmdline()[-1:] == [f"services.{name}.main"]]
    [found] = [each for each in running if wanted.items() <= each.environ().items()]
    return found


def addresses(platform: Platform) -> dict[str, str]:
    """Where each service is."""
    return {service: platform.address(service) for service in SERVICES}


def refusal(client: Client, cast: Cast, step: Step, code: str) -> Refused | None:
    """The refusal with this code, where the step is refused so now."""
    try:
        scenario.play(client, cast, step, lambda *_: None)
    except Refused as refused:
        return refused if refused.code == code else None
    return None


def heads(platform: Platform, service: str) -> int:
    """How many events a store holds."""
    return len(rows_of(platform, service, "select 1 from events"))


def caused(platform: Platform, service: str, command_id: str) -> int:
    """How many events of a store a command led to."""
    rows = rows_of(platform, service, "select value from events")
    return sum(decode(row["value"]).envelope.causation_id == command_id for row in rows)
