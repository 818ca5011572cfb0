"""The servers to work with: those whose addresses are given, else embedded ones."""

import os
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass

from deploy.embedded import kafka_jars
from deploy.embedded.kafka import Kafka
from deploy.embedded.postgres import Postgres


@dataclass(frozen=True)
class Servers:
    """Where the servers are; the embedded ones also by themselves, to stop, kill and start them."""

    kafka: str
    """Kafka's bootstrap address, host:port."""
    postgres: str
    """DSN of a PostgreSQL role that may create databases."""
    own_kafka: Kafka | None
    own_postgres: Postgres | None


def _silent(line: str) -> None:
    pass


@contextmanager
def servers(say: Callable[[str], None] = _silent) -> Iterator[Servers]:
    """Use $HELHED_KAFKA and $HELHED_POSTGRES as they are; start an embedded server for each that is not set.

    `say` is told, in whole sentences, what takes its time.
    Raises CannotStart: show its message, not its trace.
    """
    given_kafka = os.environ.get("HELHED_KAFKA")
    given_postgres = os.environ.get("HELHED_POSTGRES")
    with ExitStack() as running, ThreadPoolExecutor(1) as beside:
        own_kafka = own_postgres = None
        if not given_kafka:
            if not kafka_jars.are_here():
                say("Fetching Kafka's jars (43 MB) from Maven Central, once: up to a minute.")
            say("Starting Kafka: a few seconds.")
            booting = beside.submit(lambda: Kafka().__enter__())
        try:
            if not given_postgres:
                say("Starting PostgreSQL: about a second.")
                own_postgres = running.enter_context(Postgres())
        finally:
            if not given_kafka:
                own_kafka = booting.result()
                running.push(own_kafka)
        yield Servers(
            kafka=given_kafka or (own_kafka.bootstrap if own_kafka else ""),
            postgres=given_postgres or (own_postgres.dsn() if own_postgres else ""),
            own_kafka=own_kafka,
            own_postgres=own_postgres,
        )
