"""Kafka, PostgreSQL and replicas come and go: what was accepted stays, what wasn't can be sent again."""

import asyncio
import time
import uuid
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor

import asyncpg
import grpc
import pytest

from deploy.demo import scenario
from deploy.demo.scenario import Cast, Step
from deploy.platform.client import Client
from deploy.platform.processes import SERVICES, Platform
from eventkeep.cloudevent import decode
from eventkeep.refused import Refused
from tests.system.fragile import MAX_AGE, Fragile, breakable
from tests.system.keeper import Keeper
from tests.system.play import (
    Insistent,
    addresses,
    all_steps,
    facts,
    lived_through,
    new_family,
    play,
    until,
)
from tests.system.whole import assert_whole, rows_of, told_so_far

pytestmark = pytest.mark.long


@pytest.fixture
def fragile(broken: Fragile) -> Iterator[Fragile]:
    yield broken
    broken.kafka.start()  # whatever a test that failed left behind
    broken.postgres.start()


@pytest.fixture(scope="module")
def broken() -> Iterator[Fragile]:
    with breakable() as found:
        yield found


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
        until(lambda: told_so_far(platform, "plans") > 0, what="something is decided")
        fragile.kafka.kill()
        fragile.kafka.start()
        casts = [life.result() for life in lives]
    assert_whole(platform)
    assert facts(platform, casts[0]) == facts(platform, casts[1])


def not_done(call: Callable[[], object]) -> str:
    """Why a call wasn't done: the code of its refusal, or that its own deadline came first."""
    with pytest.raises((Refused, grpc.RpcError)) as caught:
        call()
    wrong = caught.value
    return wrong.code if isinstance(wrong, Refused) else str(wrong.code().name.lower())


def test_without_postgresql_commands_are_refused_and_the_same_id_is_done_once_later(fragile: Fragile) -> None:
    """Readiness (the store can be reached) apart from liveness (progress)."""
    platform, cast = fragile.platform, lived_through(fragile.platform)
    add = Step("", "karin", "plans.AddFocusArea", {"focus_area": "@new", "title": "Sleep"})
    command_id, fields = str(uuid.uuid4()), {**cast.resolved(dict(add.fields)), "family": cast.family}
    with Client(addresses(platform)) as client, Insistent(platform) as insistent:

        def send(by: Client) -> object:
            return by.command(cast.token("karin"), add.command, fields, cast.seen, command_id)

        fragile.postgres.kill()
        assert not_done(lambda: send(client)) in ("store_unreachable", "deadline_exceeded")
        with pytest.raises(Refused, match="store_unreachable"):
            client.plan(cast.token("karin"), cast.family)
        until(lambda: nobody_is_ready(platform), what="nobody is ready")
        assert all(platform.healthy(name, "liveness") for name in SERVICES), "a restart would help nobody"
        fragile.postgres.start()
        first = send(insistent)
        until(
            lambda: all(platform.healthy(name, "readiness") for name in SERVICES), what="all are ready again"
        )
        assert send(insistent) == first
    assert_whole(platform)
    assert caused(platform, "plans", command_id) == 1


def test_postgresql_dies_while_families_live_their_stories(fragile: Fragile) -> None:
    platform = fragile.platform
    before = told_so_far(platform, "plans")
    with Keeper(platform) as keeper, ThreadPoolExecutor(2) as at_once:
        lives = [at_once.submit(lived_through, platform) for _ in range(2)]
        until(lambda: told_so_far(platform, "plans") > before + 2, what="something is decided")
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


def test_a_long_outage_of_postgresql_ends_and_everything_arrives(fragile: Fragile) -> None:
    platform, before = fragile.platform, told_so_far(fragile.platform, "plans")
    with Keeper(platform) as keeper, ThreadPoolExecutor(2) as at_once:
        lives = [at_once.submit(lived_through, platform, 180.0) for _ in range(2)]
        until(lambda: told_so_far(platform, "plans") > before + 2)
        fragile.postgres.kill()
        until(lambda: nobody_is_ready(platform), what="nobody is ready")
        gone = time.monotonic()

        def long_enough() -> bool:
            """Longer than a process may live without keeping anything."""
            assert all(platform.healthy(name, "liveness") for name in SERVICES), "a restart would help nobody"
            return time.monotonic() > gone + 75.0

        until(long_enough, 120.0)
        fragile.postgres.start()
        casts = [life.result() for life in lives]
        assert_whole(platform, 60.0)
    assert not keeper.died
    assert facts(platform, casts[0]) == facts(platform, casts[1])


def nobody_is_ready(platform: Platform) -> bool:
    """Whether each process says that it can't serve."""
    return not any(platform.healthy(name, "readiness") for name in SERVICES)


def refusal(client: Client, cast: Cast, step: Step, code: str) -> Refused | None:
    """The refusal with this code, where the step is refused so now."""
    try:
        scenario.play(client, cast, step, lambda *_: None)
    except Refused as refused:
        return refused if refused.code == code else None
    return None


def caused(platform: Platform, service: str, command_id: str) -> int:
    """How many events of a store a command led to."""
    rows = rows_of(platform, service, "select value from events")
    return sum(decode(row["value"]).envelope.causation_id == command_id for row in rows)
