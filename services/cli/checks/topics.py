"""Kafka: reachable, with all topics, 12 partitions each, and thirty days kept."""

from collections.abc import Mapping, Sequence

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


def _of(name: str, topic: Topic | None) -> list[Finding]:
    if topic is None:
        next_step = "Make it: `python -m deploy.platform.topics HOST:PORT`, or the operator's KafkaTopic."
        return [
            wrong(
                "topics",
                f"Topic {name} isn't there, or may not be seen.",
                "Its service's events wait in the store.",
                next_step,
            )
        ]
    found = []
    if topic.partitions != PARTITIONS:
        why = "A family's events lie in the same partition of all topics only with the same number."
        found.append(
            wrong(
                "topics",
                f"Topic {name} has {topic.partitions} partitions.",
                why,
                f"Make it anew with {PARTITIONS}: the services fill what is missing.",
            )
        )
    if 0 <= topic.retention_ms < KEPT_MS:
        days = topic.retention_ms / 86_400_000
        why = "A restored store takes back from it what nobody else has: registers of persons, for instance."
        found.append(
            wrong(
                "topics",
                f"Topic {name} keeps {days:.1f} days.",
                why,
                f"Set retention.ms to {KEPT_MS} or more.",
            )
        )
    if "compact" in topic.cleanup:
        why = "Events of a family share its key: all but the last would go."
        found.append(wrong("topics", f"Topic {name} is compacted.", why, "Set cleanup.policy to delete."))
    if topic.leaderless:
        found.append(
            wrong(
                "topics",
                f"{topic.leaderless} partitions of {name} have no leader.",
                "Nothing of their families gets through.",
                "Look at Kafka's brokers.",
            )
        )
    elif topic.behind:
        found.append(
            wrong(
                "topics",
                f"{topic.behind} partitions of {name} have a replica that is not in sync.",
                "One more broker that fails may lose events.",
                "Look at Kafka's brokers.",
            )
        )
    return found
