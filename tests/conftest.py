"""What many tests share: real servers, each started when the first test needs it.

Tests that stop a server take one of their own.
"""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from deploy.embedded import given
from deploy.embedded.postgres import Postgres
from tests.consumers.node import installed

# On a busy machine a single example may take long: that says nothing about the code.
settings.register_profile("busy", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("busy")


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """PostgreSQL for this session: the DSN of a role that may create databases."""
    given_dsn = os.environ.get("HELHED_POSTGRES")
    if given_dsn:
        yield given_dsn
        return
    with Postgres() as server:
        yield server.dsn()


@pytest.fixture(scope="session")
def servers(postgres: str) -> Iterator[given.Servers]:
    """Kafka beside that PostgreSQL."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HELHED_POSTGRES", postgres)
        beginning = given.servers()
        found = beginning.__enter__()
    try:
        yield found
    finally:
        beginning.__exit__(None, None, None)


@pytest.fixture(scope="session")
def node_example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Node.js example, with its packages, beside a copy of contracts/."""
    return installed(tmp_path_factory.mktemp("node"))
