"""The whole installation is stopped and started again, its data kept: everybody comes back and goes on."""

import asyncio
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from deploy.embedded.problem import CannotStart
from deploy.platform import topics
from deploy.platform.processes import SERVICES
from tests.system.fragile import Fragile, breakable
from tests.system.half import half_told, tell
from tests.system.play import facts, log_lines, until
from tests.system.whole import assert_whole

pytestmark = pytest.mark.long


@pytest.fixture(scope="module")
def fragile() -> Iterator[Fragile]:
    with breakable() as found:
        yield found


def test_everything_stopped_and_started_in_order_goes_on(fragile: Fragile) -> None:
    """As compose does it: services end before their servers, and start once these and the topics are there."""
    half = half_told(fragile.platform, "plans.AddFocusArea")
    stop_all(fragile)
    fragile.postgres.start()
    fragile.kafka.start()
    asyncio.run(topics.make(fragile.kafka.bootstrap, fragile.platform.name))
    starts = restarts(fragile)
    with ThreadPoolExecutor(len(SERVICES)) as starting:
        list(starting.map(fragile.platform.start, SERVICES))
    for service in SERVICES:
        fragile.platform.wait_ready(service)
    tell(fragile.platform, half)
    assert_whole(fragile.platform)
    assert facts(fragile.platform, half.cast)["plan"]["status"] == "approved"
    assert restarts(fragile) == starts, "nobody starts over"


def test_services_that_start_before_their_servers_come_up_with_them(fragile: Fragile) -> None:
    """As a machine does it that was switched off: everything at once, and what ends is started again."""
    half = half_told(fragile.platform, "plans.AddFocusArea")
    stop_all(fragile)
    ended: set[str] = set()

    def start(service: str) -> None:
        """Starts it until it stays."""
        until(lambda: started(fragile, service) or ended.add(service), 60.0, f"{service} is up")

    with ThreadPoolExecutor(len(SERVICES)) as starting:
        up = [starting.submit(start, service) for service in SERVICES]
        until(lambda: len(ended) == len(SERVICES), what="each was started too early")
        fragile.kafka.start()
        fragile.postgres.start()
        for each in up:
            each.result()
    for service in SERVICES:
        fragile.platform.wait_ready(service)
    tell(fragile.platform, half)
    assert_whole(fragile.platform)


def started(fragile: Fragile, service: str) -> bool:
    """Starts a service. Says whether it stays."""
    try:
        fragile.platform.start(service)
    except CannotStart:
        return False
    return True


def stop_all(fragile: Fragile) -> None:
    """Stops the services, then their servers."""
    with ThreadPoolExecutor(len(SERVICES)) as stopping:
        list(stopping.map(lambda service: fragile.platform.processes[service].stop(), SERVICES))
    fragile.kafka.stop()
    fragile.postgres.stop()


def restarts(fragile: Fragile) -> int:
    """How often a consumer began anew in a process that went on."""
    lines = ("consumer_stuck", "consumer_interrupted", "consumer_stopped_hard")
    return sum(len(list(log_lines(fragile.platform, name, each))) for name in SERVICES for each in lines)
