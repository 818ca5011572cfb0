"""contracts/asyncapi.yaml: every topic with its keys and messages, of the event classes. AsyncAPI 3.0."""

import json
from pathlib import Path
from typing import Any

import yaml

from contracts.inbox.events import FACTS, RESULTS
from contracts.inbox.fact import Fact
from contracts.out.events import GRANT
from deploy.generate import channels as to
from deploy.generate.envelopes import SAID, TOLD
from deploy.generate.fields import doc_of
from deploy.generate.table import COMMANDS, events_of
from deploy.generate.written import ROOT
from eventkeep.cloudevent import CONTENT_TYPE
from eventkeep.watermark import TYPE as WATERMARK

CONTENT = "application/cloudevents+json"
HEADERS: dict[str, Any] = {
    "type": "object",
    "required": ["content-type"],
    "properties": {"content-type": {"const": CONTENT_TYPE}},
}
"""By which a reader knows a CloudEvent in structured mode, without looking into it."""
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
_NONE = {"type": "null", "description": "No key: it is about its partition."}


_ABOUT = {
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
}
_TOMBSTONE = {
    "title": "Tombstone",
    "summary": "Nothing is kept under this key any more: it ends the grant, also where the revocation is gone.",
    "headers": {
        "type": "object",
        "required": [GRANT],
        "properties": {GRANT: {"type": "string", "pattern": "^[1-9][0-9]*$"}},
    },
    "bindings": {"kafka": {"key": _FAMILY, "bindingVersion": "0.5.0"}},
    "payload": {"type": "null"},
}


def asyncapi() -> str:
    """The document's text."""
    messages: dict[str, Any] = {}
    channels: dict[str, Any] = {}
    operations: dict[str, Any] = {}
    for service in COMMANDS:
        channels[service] = to.internal(service, [*_messages(service, messages), "watermark"])
        operations[f"tell_{service}"] = _sends(
            service, f"{service} publishes what was decided, in commit order."
        )
    messages |= {"watermark": _watermark(), "tombstone": _TOMBSTONE}
    channels["out"] = to.out([*_messages("out", messages), "tombstone"])
    operations["tell_department"] = _sends("out", "overview tells a department of its families.")
    _messages("inbox", messages)
    channels["inbox"] = to.inbox(sorted(FACTS))
    operations["hear_department"] = {
        "action": "receive",
        "channel": {"$ref": "#/channels/inbox"},
        "summary": "What a department's system says becomes true here, once and only once.",
        "reply": {"channel": {"$ref": "#/channels/inbox_results"}},
    }
    channels["inbox_results"] = to.results(sorted(RESULTS))
    operations["answer_department"] = _sends("inbox_results", "Each message of a department is answered.")
    document = {
        **_ABOUT,
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


def _watermark() -> dict[str, Any]:
    return {
        "title": "Watermark",
        "summary": "Everything that the service committed before this time is above, in this partition.",
        "contentType": CONTENT,
        "headers": HEADERS,
        "bindings": {"kafka": {"key": _NONE, "bindingVersion": "0.5.0"}},
        "payload": {"allOf": [_envelope(), {"properties": {"type": {"const": WATERMARK}}}]},
    }


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
                    "required": [*(["actor"] if _needs_actor(wire) else []), "data"],
                    "properties": {"type": {"const": wire}, "data": {"$ref": _schema_of(service, wire)}},
                },
            ]
        },
    }


def _needs_actor(wire: str) -> bool:
    """Whether a fact is said by nobody but a professional."""
    kind = FACTS.get(wire)
    return kind is not None and issubclass(kind, Fact) and not kind.by_system


def _key_of(wire: str, fields: set[str]) -> dict[str, Any]:
    if wire in FACTS or wire in RESULTS:
        return _CHOSEN
    return _FAMILY if "family" in fields else _STREAM


def _schema_of(service: str, wire: str) -> str:
    """Open for readers, who skip what is new to them; closed for writers: what isn't known is refused."""
    return f"./{service}/schemas/{'' if wire in FACTS else 'open/'}{wire}.json"


def _envelope(which: str = "CloudEvent") -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{which}"}


def _sends(channel: str, summary: str) -> dict[str, Any]:
    return {"action": "send", "channel": {"$ref": f"#/channels/{channel}"}, "summary": summary}
