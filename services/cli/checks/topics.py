"""Kafka: reachable, with all topics, 12 partitions each, and thirty days kept."""

from collections.abc import Iterator, Mapping, Sequence

from eventkeep.relay import PARTITIONS, topic_of
from eventkeep.topics import KafkaAway, Topic, describe
from services.cli.checks.finding import Finding, well, wrong
from services.words import VOCABULARIES

KEPT_MS = 30 * 86_400_000


async def look(bootstrap: str, prefix: str) -> list[Finding]:
    """All four topics, whichever service asks."""
    names = [topic_of(service, prefix) for service in VOCABULARIES]
    try:
        there = await describe(bootstrap, names)
    except KafkaAway as away:
        why = f"It says {away}. Commands are accepted meanwhile, and nothing new is shown."
        return [
            wrong(
                "kafka", "Kafka does not answer.", why, "Check HELHED_KAFKA_BOOTSTRAP, and whether it runs."
            )
        ]
    return [well("kafka", "Kafka answers."), *findings(names, there)]


def findings(names: Sequence[str], there: Mapping[str, Topic]) -> list[Finding]:
    """What isn't as it must be of each topic."""
    bad = [found for name in names for found in _of(name, there.get(name))]
    return bad or [
        well(
            "topics",
            f"{len(names)} topics have {PARTITIONS} partitions and keep {KEPT_MS // 86_400_000} days.",
        )
    ]


def _of(name: str, topic: Topic | None) -> Iterator[Finding]:
    if topic is None:
        yield wrong(
            "topics",
            f"Topic {name} isn't there, or may not be seen.",
            "Its service's events wait in the store.",
            "Make it: `python -m deploy.platform.topics HOST:PORT`, or the operator's KafkaTopic.",
        )
        return
    yield from _kept(name, topic)
    if topic.partitions != PARTITIONS:
        yield wrong(
            "topics",
            f"Topic {name} has {topic.partitions} partitions.",
            "A family's events lie in the same partition of all topics only with the same number.",
            f"Make it anew with {PARTITIONS}: the services fill what is missing.",
        )
    if topic.leaderless or topic.behind:
        leads = "no leader" if topic.leaderless else "a replica that is not in sync"
        yield wrong(
            "topics",
            f"{topic.leaderless or topic.behind} partitions of {name} have {leads}.",
            "Nothing gets through without a leader; with a replica less, one more broker that fails may lose events.",
            "Look at Kafka's brokers.",
        )


def _kept(name: str, topic: Topic) -> Iterator[Finding]:
    """Whether it keeps what a restored store takes back."""
    if 0 <= topic.retention_ms < KEPT_MS:
        yield wrong(
            "topics",
            f"Topic {name} keeps {topic.retention_ms / 86_400_000:.1f} days.",
            "A restored store takes back from it what nobody else has: registers of persons, for instance.",
            f"Set retention.ms to {KEPT_MS} or more.",
        )
    if "compact" in topic.cleanup:
        yield wrong(
            "topics",
            f"Topic {name} is compacted.",
            "Events of a family share its key: all but the last would go.",
            "Set cleanup.policy to delete.",
        )
