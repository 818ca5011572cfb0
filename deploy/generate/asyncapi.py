"""contracts/asyncapi.yaml: every topic with its keys and messages, of the event classes. AsyncAPI 3.0."""

from typing import Any

import yaml

from contracts.out.events import topic_of as out_topic
from deploy.generate.fields import doc_of
from deploy.generate.table import COMMANDS, events_of
from eventkeep.relay import PARTITIONS, topic_of
from eventkeep.watermark import TYPE as WATERMARK

PREFIX = "helhed"
CONTENT = "application/cloudevents+json"
_DAY = 24 * 3_600 * 1_000
_FAMILY = {"type": "string", "format": "uuid", "description": "The family's id."}
_STREAM = {
    "type": "string",
    "description": "The id of the stream: of a person, a professional, a department.",
}
_ENVELOPE: dict[str, Any] = {
    "description": "CloudEvents 1.0 in structured mode: one value says it all.",
    "type": "object",
    "required": ["specversion", "id", "source", "type", "time"],
    "properties": {
        "specversion": {"const": "1.0"},
        "id": {"type": "string", "description": "The same wherever this is sent again."},
        "source": {"type": "string", "description": "/helhed/ and the service that told it."},
        "type": {"type": "string", "description": "Which event: the name of its schema."},
        "subject": {"type": "string", "description": "The stream: family/ and the family's id."},
        "time": {"type": "string", "format": "date-time", "description": "When it was recorded."},
        "datacontenttype": {"const": "application/json"},
        "dataschema": {"type": "string", "description": "The `$id` of the schema of its data."},
        "partitionkey": {"type": "string", "description": "The record's key."},
        "familyversion": {"type": "integer", "minimum": 1, "description": "1, 2, 3 ... within the stream."},
        "causes": {
            "type": "string",
            "description": "A version vector such as `contacts=7,meetings=4`: what was known when this was decided.",
        },
        "occurredat": {"type": "string", "format": "date-time", "description": "When it happened."},
        "purpose": {"type": "string", "description": "What it was done for, where the caller said so."},
        "correlationid": {"type": "string"},
        "causationid": {"type": "string", "description": "The id of the command."},
        "traceparent": {"type": "string", "description": "W3C trace context."},
        "actor": {
            "type": "string",
            "description": "Who gave the command: `professional:` and an id, and so on.",
        },
    },
}


def asyncapi() -> str:
    """The document's text."""
    messages: dict[str, Any] = {}
    channels: dict[str, Any] = {}
    operations: dict[str, Any] = {}
    for service in COMMANDS:
        names = _messages(service, messages)
        channels[service] = _internal(service, [*names, "watermark"])
        operations[f"tell_{service}"] = _sends(
            service, f"{service} publishes what was decided, in commit order."
        )
    messages["watermark"] = {
        "title": "Watermark",
        "summary": "Everything that the service committed before this time is above, in this partition.",
        "contentType": CONTENT,
        "payload": {"allOf": [_envelope(), {"properties": {"type": {"const": WATERMARK}}}]},
    }
    messages["tombstone"] = {
        "title": "Tombstone",
        "summary": "Nothing is kept under this key any more.",
        "payload": {"type": "null"},
    }
    channels["out"] = _out([*_messages("out", messages), "tombstone"])
    operations["tell_department"] = _sends("out", "overview tells a department of its families.")
    document = {
        "asyncapi": "3.0.0",
        "info": {
            "title": "Helhed",
            "version": "1.0.0",
            "description": (
                "One family plan for everybody around a family. A department reads its own topic `out`; the other four are "
                "internal: only our own services have rights on them, and personal text in them is sealed."
            ),
        },
        "defaultContentType": CONTENT,
        "servers": {
            "kafka": {
                "host": "kafka.example:9093",
                "protocol": "kafka-secure",
                "description": "The municipality's Kafka. Each department has a user with rights on its own topics alone.",
                "security": [{"$ref": "#/components/securitySchemes/certificate"}],
            }
        },
        "channels": channels,
        "operations": operations,
        "components": {
            "messages": messages,
            "schemas": {"CloudEvent": _ENVELOPE},
            "securitySchemes": {
                "certificate": {
                    "type": "X509",
                    "description": "A client certificate of the department's own.",
                }
            },
        },
    }
    text: str = yaml.dump(document, Dumper=_Plain, sort_keys=False, allow_unicode=True, width=120)
    return "# Made by `make generate` of contracts/*/events.py: change those.\n" + text


class _Plain(yaml.SafeDumper):
    """Writes the same thing again where it stands again: no other file format knows references like YAML's."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


def _messages(service: str, messages: dict[str, Any]) -> list[str]:
    """Adds a service's messages; returns their names."""
    names = []
    for wire, event in sorted(events_of(service).items()):
        says, _, more = doc_of(event).partition("\n")
        names.append(wire)
        messages[wire] = {
            "name": wire,
            "title": event.__name__,
            "summary": says,
            **({"description": more.strip()} if more.strip() else {}),
            "contentType": CONTENT,
            "bindings": {
                "kafka": {
                    "key": _FAMILY if "family" in event.model_fields else _STREAM,
                    "bindingVersion": "0.5.0",
                }
            },
            "payload": {
                "allOf": [
                    _envelope(),
                    {
                        "required": ["data"],
                        "properties": {
                            "type": {"const": wire},
                            "data": {"$ref": f"./{service}/schemas/open/{wire}.json"},
                        },
                    },
                ]
            },
        }
    return names


def _envelope() -> dict[str, str]:
    return {"$ref": "#/components/schemas/CloudEvent"}


def _internal(service: str, names: list[str]) -> dict[str, Any]:
    return {
        "address": topic_of(service, PREFIX),
        "title": f"What {service} told",
        "description": "Internal. Within a partition each stream's events are in order; what comes again is a repeat.",
        "messages": _refs(names),
        "bindings": _kafka(topic_of(service, PREFIX), "delete", {"retention.ms": 30 * _DAY}),
    }


def _out(names: list[str]) -> dict[str, Any]:
    topic = out_topic("{department}", PREFIX)
    return {
        "address": topic,
        "title": "What a department is told",
        "description": (
            "Of each family that somebody of the department is attached to with a basis: every state of its plan, and that "
            "there is no more. The last record of a key says all: drop what isn't larger than the (grant, state_no) that "
            "you have. What was revoked is gone a day later."
        ),
        "parameters": {"department": {"description": "The department's code, such as `school`."}},
        "messages": _refs(names),
        "bindings": _kafka(topic, "compact", {"delete.retention.ms": 7 * _DAY}),
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


def _sends(channel: str, summary: str) -> dict[str, Any]:
    return {"action": "send", "channel": {"$ref": f"#/channels/{channel}"}, "summary": summary}
