"""A platform on servers of its own, which tests may stop."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from deploy.embedded.kafka import Kafka
from deploy.embedded.postgres import Postgres
from deploy.platform.processes import Platform
from tests.system.witness import call_witness

MAX_AGE = 6.0
"""So old may facts be here, that tests need not wait long."""


@dataclass
class Fragile:
    """A platform, and the servers that it stands on."""

    kafka: Kafka
    postgres: Postgres
    platform: Platform


@contextmanager
def breakable() -> Iterator[Fragile]:
    """The platform, running and watched by a witness."""
    settings = {"HELHED_REFERENCE_MAX_AGE": str(MAX_AGE)}
    with (
        Kafka() as kafka,
        Postgres() as postgres,
        Platform(kafka.bootstrap, postgres.dsn(), settings) as platform,
    ):
        platform.open()
        call_witness(platform)
        yield Fragile(kafka, postgres, platform)
