"""The channels of contracts/asyncapi.yaml: topics as they are named, kept and keyed."""

from typing import Any

from contracts.inbox.events import results_of as results_topic
from contracts.inbox.events import topic_of as inbox_topic
from contracts.out.events import topic_of as out_topic
from eventkeep.relay import PARTITIONS, topic_of

PREFIX = "helhed"
_DAY = 24 * 3_600 * 1_000


def internal(service: str, names: list[str]) -> dict[str, Any]:
    """What a service tells the others."""
    topic = topic_of(service, PREFIX)
    return {
        "address": topic,
        "title": f"What {service} told",
        "description": "Internal. Within a partition each stream's events are in order; what comes again is a repeat.",
        "messages": _refs(names),
        "bindings": _kafka(topic, "delete", {"retention.ms": 30 * _DAY}),
    }


def out(names: list[str]) -> dict[str, Any]:
    """What a department is told."""
    return _of_department(
        out_topic("{department}", PREFIX),
        "What a department is told",
        (
            "Of each family that somebody of the department is attached to with a basis: every state of its plan, and that "
            "there is no more. The last record of a key says all: drop what isn't larger than the (grant, state_no) that "
            "you have. What was revoked is gone a day later."
        ),
        names,
        "compact",
        {"max.compaction.lag.ms": _DAY, "delete.retention.ms": 7 * _DAY},
    )


def inbox(names: list[str]) -> dict[str, Any]:
    """What a department says."""
    return _of_department(
        inbox_topic("{department}", PREFIX),
        "What a department's system says",
        (
            "Facts that became true in the department's own system: nobody types them again. What is said of one subject is "
            "done in its order. Each message is answered in the department's other topic."
        ),
        names,
        "delete",
        {"retention.ms": 7 * _DAY},
    )


def results(names: list[str]) -> dict[str, Any]:
    """What it is answered."""
    return _of_department(
        results_topic("{department}", PREFIX),
        "What a department's system is answered",
        (
            "Accepted, with a token to read by; refused, with a code and what to do; or, before one of these, that the "
            "message waits for something. The key is the message's, and the order that of the answers. An answer "
            "that comes twice has the same id."
        ),
        names,
        "delete",
        {"retention.ms": 7 * _DAY},
    )


def _of_department(
    topic: str, title: str, description: str, names: list[str], cleanup: str, more: dict[str, int]
) -> dict[str, Any]:
    """A channel that each department has for itself."""
    return {
        "address": topic,
        "title": title,
        "description": description,
        "parameters": {"department": {"description": "The department's code, such as `school`."}},
        "messages": _refs(names),
        "bindings": _kafka(topic, cleanup, more),
    }


def _refs(names: list[str]) -> dict[str, Any]:
    return {name: {"$ref": f"#/components/messages/{name}"} for name in names}


def _kafka(topic: str, cleanup: str, more: dict[str, int]) -> dict[str, Any]:
    return {
        "kafka": {
            "topic": topic,
            "partitions": PARTITIONS,
            "topicConfiguration": {"cleanup.policy": [cleanup], **more},
            "bindingVersion": "0.5.0",
        }
    }
