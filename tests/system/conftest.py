"""Platforms to break things on."""

from collections.abc import Iterator

import pytest

from deploy.embedded.given import Servers
from deploy.platform.processes import SERVICES, Platform
from tests.system.backups import Backups
from tests.system.whole import is_whole
from tests.system.witness import call_witness


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Tests of one platform follow each other: five idle services beside it take a fifth of two cores."""
    items.sort(key=_platform_of)


def _platform_of(item: pytest.Item) -> int:
    names = getattr(item, "fixturenames", ())
    return 2 if "watched" in names else 1 if "kept" in names else 0


class Kept:
    """A platform that serves many tests, as long as each leaves it whole."""

    def __init__(self, servers: Servers) -> None:
        self._servers = servers
        self._platform: Platform | None = None

    def whole(self) -> Platform:
        """The platform, or a new one where it isn't whole or has other processes than at first."""
        if self._platform and (
            set(self._platform.processes) != set(SERVICES) or not is_whole(self._platform)
        ):
            self.close()
        if self._platform is None:
            self._platform = Platform(self._servers.kafka, self._servers.postgres)
            self._platform.open()
            call_witness(self._platform)
        return self._platform

    def close(self) -> None:
        """Ends it."""
        if self._platform:
            self._platform.close()
        self._platform = None


@pytest.fixture(scope="session")
def kept(servers: Servers) -> Iterator[Kept]:
    """The session's platform, and how it is replaced."""
    held = Kept(servers)
    yield held
    held.close()


@pytest.fixture
def platform(kept: Kept) -> Platform:
    """All five services, running and whole. Tests may crash them and leave families behind."""
    return kept.whole()


@pytest.fixture
def backups(platform: Platform) -> Backups:
    """Backups of that platform's databases."""
    return Backups(platform)


@pytest.fixture(scope="session")
def watched(servers: Servers, kept: Kept) -> Iterator[Platform]:
    """All five services, with their spans and metrics. Nothing breaks here for longer than a test."""
    kept.close()
    with Platform(servers.kafka, servers.postgres, watched=True) as found:
        found.open()
        yield found


@pytest.fixture(scope="session")
def replicas(watched: Platform) -> list[str]:
    """From the first test that asks for them to the last one, overview and plans run twice."""
    for service in ("overview", "plans"):
        watched.start(service, 1)
    for name in ("overview-1", "plans-1"):
        watched.wait_ready(name)
    return ["overview-1", "plans-1"]
