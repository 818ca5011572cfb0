"""The contracts of an invented service: what it tells, what it takes in, its views, numbers, samples and rpc."""

import json
from typing import Any

import yaml

from deploy.promises.trees import Tree

TOLD = "contracts/kites/schemas/open/helhed.kites.kite-flown.v1.json"
MASKED = "contracts/kites/schemas/told/helhed.kites.kite-flown.v1.json"
TAKEN = "contracts/inbox/schemas/helhed.inbox.kite-flown.v1.json"
PROTO = "contracts/kites/kites.proto"
SAMPLE = "contracts/kites/golden/helhed.kites.kite-flown.v1.full.json"
ASYNCAPI = "contracts/asyncapi.yaml"
VIEWS = "contracts/overview/views.json"
NUMBERS = "contracts/kites/fields.json"


def _schema(codes: str) -> dict[str, Any]:
    return {
        "$defs": {
            "Colour": {codes: ["blue", "red"], "type": "string", "description": "Of a kite."},
            "Tail": {
                "properties": {"bows": {"type": "integer", "minimum": 0}},
                "required": ["bows"],
                "type": "object",
            },
        },
        "properties": {
            "flier": {"type": "string", "format": "uuid", "x-data-class": "pseudonym"},
            "metres": {
                "type": "integer",
                "minimum": 1,
                "maximum": 500,
                "x-unit": "metres",
                "x-data-class": "number",
            },
            "colour": {"$ref": "#/$defs/Colour", "x-code-system": "colours"},
            "words": {"type": "string", "maxLength": 100, "x-sealed-of": "flier", "x-data-class": "personal"},
            "wind": {"anyOf": [{"type": "string"}, {"type": "null"}], "default": None},
            "tails": {"type": "array", "items": {"$ref": "#/$defs/Tail"}, "default": []},
        },
        "required": ["flier", "metres", "colour", "words"],
        "title": "KiteFlown",
        "type": "object",
    }


def _masked() -> dict[str, Any]:
    """As departments are told it: the words may be null, and how high it flew is withheld."""
    schema = _schema("x-known-codes")
    del schema["properties"]["metres"]
    schema["properties"]["words"]["type"] = ["string", "null"]
    return {**schema, "required": ["flier", "colour", "words"]}


def _message(folder: str, wire: str) -> dict[str, Any]:
    data = {"data": {"$ref": f"./{folder}/{wire}.json"}}
    return {
        "bindings": {"kafka": {"key": {"type": "string", "format": "uuid", "description": "The flier."}}},
        "payload": {"allOf": [{"$ref": "#/components/schemas/CloudEvent"}, {"properties": data}]},
    }


def _channel(address: str, wire: str) -> dict[str, Any]:
    return {
        "address": address,
        "messages": {wire: {"$ref": f"#/components/messages/{wire}"}},
        "bindings": {
            "kafka": {
                "partitions": 12,
                "topicConfiguration": {"cleanup.policy": ["delete"], "retention.ms": 1000},
            }
        },
    }


_FLOWN, _SAID = "helhed.kites.kite-flown.v1", "helhed.inbox.kite-flown.v1"
_TOPICS = {
    "channels": {
        "kites": _channel("helhed.kites.v1", _FLOWN),
        "inbox": _channel("helhed.inbox.{department}.v1", _SAID),
    },
    "operations": {
        "tell": {"action": "send", "channel": {"$ref": "#/channels/kites"}},
        "hear": {"action": "receive", "channel": {"$ref": "#/channels/inbox"}},
    },
    "components": {
        "messages": {
            _FLOWN: _message("kites/schemas/open", _FLOWN),
            _SAID: _message("inbox/schemas", _SAID),
        },
        "schemas": {
            "CloudEvent": {"properties": {"id": {"type": "string"}}, "required": ["id"], "type": "object"}
        },
    },
}
_PROTO = """syntax = "proto3";
package helhed.kites.v1;
// Kites.
service Kites {
  // Let it fly.
  rpc Fly(FlyRequest) returns (Flown);
}
message FlyRequest {
  string flier = 1;
}
message Flown {}
"""


def kites() -> dict[str, str]:
    """The files, as they were released."""
    return {
        ASYNCAPI: yaml.safe_dump(_TOPICS),
        TOLD: json.dumps(_schema("x-known-codes")),
        MASKED: json.dumps(_masked()),
        TAKEN: json.dumps({**_schema("enum"), "additionalProperties": False}),
        PROTO: _PROTO,
        SAMPLE: '{"flier": "somebody"}',
        VIEWS: json.dumps({"kites": {"columns": {"colour": {"type": "text", "says": "Which."}}}}),
        NUMBERS: json.dumps({"FlyRequest": {"flier": {"number": 1, "type": "string"}}}),
    }


def with_schema(path: str, change: Any) -> Tree:
    """The files, after a change to the schema at `path`."""
    files = kites()
    schema = json.loads(files[path])
    change(schema)
    return {**files, path: json.dumps(schema)}


def with_text(path: str, old: str, new: str) -> Tree:
    """The files, with other words in one of them."""
    files = kites()
    assert old in files[path]
    return {**files, path: files[path].replace(old, new)}
