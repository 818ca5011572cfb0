"""Kafka: reachable, with all topics, 12 partitions each; what is kept for how long, those of departments too."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from contracts.inbox import events as inbox
from contracts.out import events as out
from eventkeep.relay import PARTITIONS, topic_of
from eventkeep.settings import Node
from eventkeep.topics import KafkaAway, Topic, describe
from services.cli.checks.finding import Finding, well, wrong
from services.overview.out.editions import EDITIONS, outlets
from services.words import VOCABULARIES

DAY_MS = 86_400_000
KEPT_MS, WEEK_MS = 30 * DAY_MS, 7 * DAY_MS


@dataclass(frozen=True, slots=True)
class Kept:
    """How a topic is to be kept: for so long, and what is lost otherwise; or `compacted`, by its key."""

    ms: int
    otherwise: str
    compacted: bool = False


INTERNAL = Kept(
    KEPT_MS, "A restored store takes back from it what nobody else has: registers of persons, for instance."
)
SAID = Kept(WEEK_MS, "What is said and answered while somebody is away for longer is lost.")
TOLD = Kept(WEEK_MS, "Whoever reads it again after that doesn't hear of whom there is no more.", True)


async def look(read: Node) -> list[Finding]:
    """All four topics, whichever service asks; and those of the departments that it tells or hears."""
    names = wanted(
        read.kafka_prefix, getattr(read, "out_departments", ()), getattr(read, "inbox_departments", ())
    )
    try:
        there = await describe(read.kafka_bootstrap, list(names))
    except KafkaAway as away:
        why = f"It says {away}. Commands are accepted meanwhile, and nothing new is shown."
        return [
            wrong(
                "kafka", "Kafka does not answer.", why, "Check HELHED_KAFKA_BOOTSTRAP, and whether it runs."
            )
        ]
    return [well("kafka", "Kafka answers."), *findings(names, there)]


def wanted(prefix: str, told: tuple[str, ...], heard: tuple[str, ...]) -> dict[str, Kept]:
    """How each topic is to be kept: those of services, and those of the departments that are told and heard."""
    found = {topic_of(service, prefix): INTERNAL for service in VOCABULARIES}
    for each in outlets(told, EDITIONS):
        found[out.topic_of(each.department, prefix, each.edition)] = TOLD
    for department in heard:
        found[inbox.topic_of(department, prefix)] = found[inbox.results_of(department, prefix)] = SAID
    return found


def findings(names: Mapping[str, Kept], there: Mapping[str, Topic]) -> list[Finding]:
    """What isn't as it must be of each topic."""
    bad = [found for name, kept in names.items() for found in _of(name, kept, there.get(name))]
    return bad or [
        well("topics", f"{len(names)} topics have {PARTITIONS} partitions and keep what they are to keep.")
    ]


def _of(name: str, kept: Kept, topic: Topic | None) -> Iterator[Finding]:
    if topic is None:
        yield wrong(
            "topics",
            f"Topic {name} isn't there, or may not be seen.",
            "What is to be told in it waits; what is to be heard isn't.",
            "Make it: `python -m deploy.platform.topics HOST:PORT`, or the operator's KafkaTopic.",
        )
        return
    yield from (_compacted if kept.compacted else _kept)(name, kept, topic)
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


def _kept(name: str, kept: Kept, topic: Topic) -> Iterator[Finding]:
    """Whether it keeps everything for so long."""
    if 0 <= topic.retention_ms < kept.ms:
        yield _shorter(name, kept, topic.retention_ms, "retention.ms")
    if "compact" in topic.cleanup:
        yield wrong(
            "topics",
            f"Topic {name} is compacted.",
            "What has the same key is different things here: all but the last would go.",
            "Set cleanup.policy to delete.",
        )


def _compacted(name: str, kept: Kept, topic: Topic) -> Iterator[Finding]:
    """Whether it keeps the last of each key alone, and soon."""
    if topic.cleanup != "compact":
        yield wrong(
            "topics",
            f"Topic {name} is not compacted alone.",
            "What was revoked stays in it, or a family of which nothing was told for long goes.",
            "Set cleanup.policy to compact.",
        )
    if topic.lag_ms > DAY_MS:
        yield wrong(
            "topics",
            f"Topic {name} may keep what was revoked for more than a day.",
            "Departments are promised that it is gone then.",
            f"Set max.compaction.lag.ms to {DAY_MS}.",
        )
    if topic.tombstone_ms < kept.ms:
        yield _shorter(name, kept, topic.tombstone_ms, "delete.retention.ms")


def _shorter(name: str, kept: Kept, ms: int, setting: str) -> Finding:
    says = "tombstones for " if kept.compacted else ""
    return wrong(
        "topics",
        f"Topic {name} keeps {says}{ms / DAY_MS:.1f} days.",
        kept.otherwise,
        f"Set {setting} to {kept.ms} or more.",
    )
