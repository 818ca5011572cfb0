"""contracts/asyncapi.yaml: every topic with its keys and messages, of the event classes. AsyncAPI 3.0."""

import json
from pathlib import Path
from typing import Any

import yaml

from contracts.inbox.events import FACTS, RESULTS
from contracts.inbox.events import results_of as results_topic
from contracts.inbox.events import topic_of as inbox_topic
from contracts.out.events import GRANT
from contracts.out.events import topic_of as out_topic
from deploy.generate.envelopes import SAID, TOLD
from deploy.generate.fields import doc_of
from deploy.generate.table import COMMANDS, events_of
from deploy.generate.written import ROOT
from eventkeep.cloudevent import CONTENT_TYPE
from eventkeep.relay import PARTITIONS, topic_of
from eventkeep.watermark import TYPE as WATERMARK

PREFIX = "helhed"
CONTENT = "application/cloudevents+json"
HEADERS: dict[str, Any] = {
    "type": "object",
    "required": ["content-type"],
    "properties": {"content-type": {"const": CONTENT_TYPE}},
}
"""By which a reader knows a CloudEvent in structured mode, without looking into it."""
_DAY = 24 * 3_600 * 1_000
_FAMILY = {"type": "string", "format": "uuid", "description": "The family's id."}
_CHOSEN = {
    "type": "string",
    "maxLength": 100,
    "description": "The sender's choice, the same for all that is said of one subject. Nothing that tells who it is.",
}
_STREAM = {
    "type": "string",
    "description": "The id of the stream: of a person, a professional, a department.",
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
        "headers": HEADERS,
        "payload": {"allOf": [_envelope(), {"properties": {"type": {"const": WATERMARK}}}]},
    }
    messages["tombstone"] = {
        "title": "Tombstone",
        "summary": "Nothing is kept under this key any more: it ends the grant, also where the revocation is gone.",
        "headers": {
            "type": "object",
            "required": [GRANT],
            "properties": {GRANT: {"type": "string", "pattern": "^[1-9][0-9]*$"}},
        },
        "payload": {"type": "null"},
    }
    channels["out"] = _out([*_messages("out", messages), "tombstone"])
    operations["tell_department"] = _sends("out", "overview tells a department of its families.")
    _messages("inbox", messages)
    channels["inbox"] = _inbox(sorted(FACTS))
    operations["hear_department"] = {
        "action": "receive",
        "channel": {"$ref": "#/channels/inbox"},
        "summary": "What a department's system says becomes true here, once and only once.",
        "reply": {"channel": {"$ref": "#/channels/inbox_results"}},
    }
    channels["inbox_results"] = _results(sorted(RESULTS))
    operations["answer_department"] = _sends("inbox_results", "Each message of a department is answered.")
    document = {
        "asyncapi": "3.0.0",
        "info": {
            "title": "Helhed",
            "version": "1.0.0",
            "description": (
                "One family plan for everybody around a family. A department reads its own topic `out`, writes its own "
                "`inbox` and reads what it is answered; the other four are internal: only our own services have rights on "
                "them, and personal text in them is sealed."
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
            "schemas": {"CloudEvent": TOLD, "SaidCloudEvent": SAID},
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
        said = {"summary": says, **({"description": more.strip()} if more.strip() else {})}
        messages[wire] = _message(service, wire, event.__name__, said, _key_of(wire, set(event.model_fields)))
        names.append(wire)
    for wire, schema in earlier(service).items():
        said = {"summary": "An earlier version: what was told by it stays in stores, and is told no more."}
        messages[wire] = _message(
            service, wire, schema["title"], said, _key_of(wire, set(schema["properties"]))
        )
        names.append(wire)
    return names


def earlier(service: str, root: Path = ROOT) -> dict[str, Any]:
    """The open schemas of versions that no class tells any more, by wire name. What departments say ends with its class."""
    if service == "inbox":
        return {}
    paths = sorted((root / f"contracts/{service}/schemas/open").glob("*.json"))
    return {path.stem: json.loads(path.read_text()) for path in paths if path.stem not in events_of(service)}


def _message(
    service: str, wire: str, title: str, said: dict[str, str], key: dict[str, Any]
) -> dict[str, Any]:
    return {
        "name": wire,
        "title": title,
        **said,
        "contentType": CONTENT,
        **({} if wire in FACTS else {"headers": HEADERS}),
        "bindings": {"kafka": {"key": key, "bindingVersion": "0.5.0"}},
        "payload": {
            "allOf": [
                _envelope("SaidCloudEvent" if wire in FACTS else "CloudEvent"),
                {
                    "required": ["data"],
                    "properties": {"type": {"const": wire}, "data": {"$ref": _schema_of(service, wire)}},
                },
            ]
        },
    }


def _key_of(wire: str, fields: set[str]) -> dict[str, Any]:
    if wire in FACTS or wire in RESULTS:
        return _CHOSEN
    return _FAMILY if "family" in fields else _STREAM


def _schema_of(service: str, wire: str) -> str:
    """Open for readers, who skip what is new to them; closed for writers: what isn't known is refused."""
    return f"./{service}/schemas/{'' if wire in FACTS else 'open/'}{wire}.json"


def _envelope(which: str = "CloudEvent") -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{which}"}


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


def _inbox(names: list[str]) -> dict[str, Any]:
    return {
        "address": inbox_topic("{department}", PREFIX),
        "title": "What a department's system says",
        "description": (
            "Facts that became true in the department's own system: nobody types them again. What is said of one subject is "
            "done in its order. Each message is answered in the department's other topic."
        ),
        "parameters": {"department": {"description": "The department's code, such as `school`."}},
        "messages": _refs(names),
        "bindings": _kafka(inbox_topic("{department}", PREFIX), "delete", {"retention.ms": 7 * _DAY}),
    }


def _results(names: list[str]) -> dict[str, Any]:
    return {
        "address": results_topic("{department}", PREFIX),
        "title": "What a department's system is answered",
        "description": (
            "Accepted, with a token to read by; refused, with a code and what to do; or, before one of these, that the "
            "message waits for something. The key is the message's, and the order that of the answers. An answer "
            "that comes twice has the same id."
        ),
        "parameters": {"department": {"description": "The department's code, such as `school`."}},
        "messages": _refs(names),
        "bindings": _kafka(results_topic("{department}", PREFIX), "delete", {"retention.ms": 7 * _DAY}),
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
