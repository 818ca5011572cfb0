"""All that contracts/ promises, in a form that two versions can be compared in and a release can be recorded in."""

import hashlib
import json
import re
from dataclasses import asdict, dataclass, field, fields
from typing import Any

import yaml

from deploy.promises.schemas import Shape, shape
from deploy.promises.trees import Tree

_REF = re.compile(r"\./(.+)")


@dataclass
class Promised:
    """`told` is what others read, `departments` what of it stands in their topics, masked, `taken` what they write, each by
    wire name; `documents` what stands within, by name."""

    told: dict[str, Shape] = field(default_factory=dict)
    departments: dict[str, Shape] = field(default_factory=dict)
    taken: dict[str, Shape] = field(default_factory=dict)
    channels: dict[str, dict[str, Any]] = field(default_factory=dict)
    numbers: dict[str, dict[str, Any]] = field(default_factory=dict)
    views: dict[str, dict[str, str]] = field(default_factory=dict)
    golden: dict[str, str] = field(default_factory=dict)
    protos: dict[str, str] = field(default_factory=dict)
    documents: dict[str, Shape] = field(default_factory=dict)

    def text(self, version: str) -> str:
        """As it is recorded: one promise a line, so that a change shows what it changes."""
        lines = [f'{{"version": {json.dumps(version)}']
        for name, promises in asdict(self).items():
            inner = ",\n".join(
                f"  {json.dumps(key)}: {json.dumps(value, ensure_ascii=False, sort_keys=True)}"
                for key, value in sorted(promises.items())
            )
            lines.append(f' "{name}": {{\n{inner}\n }}')
        return ",\n".join(lines) + "\n}\n"


def recorded(text: str) -> tuple[str, Promised]:
    """A record's version and what was promised in it."""
    read = json.loads(text)
    return read["version"], Promised(**{each.name: read.get(each.name, {}) for each in fields(Promised)})


def promised(tree: Tree) -> Promised:
    """What these files promise."""
    found = Promised()
    if "contracts/asyncapi.yaml" in tree:
        _topics(yaml.load(tree["contracts/asyncapi.yaml"], _LOADER), tree, found)
    for name, text in tree.items():
        folder, _, file = name.rpartition("/")
        if file == "fields.json":
            found.numbers[folder.rpartition("/")[2]] = {
                f"{message}.{each}": entry
                for message, entries in json.loads(text).items()
                for each, entry in entries.items()
            }
        elif file == "views.json":
            found.views |= {
                view: {column: each["type"] for column, each in said["columns"].items()}
                for view, said in json.loads(text).items()
            }
        elif folder.endswith("/schemas/told"):
            found.departments[file.removesuffix(".json")] = shape(json.loads(text))
        elif folder.endswith("/schemas/plan/open"):
            found.documents[file.removesuffix(".json")] = shape(json.loads(text))
        elif folder.endswith("/golden"):
            found.golden[name] = hashlib.sha256(text.encode()).hexdigest()
        elif file.endswith(".proto"):
            found.protos[name] = re.sub(r"(?m)^\s*//.*\n", "", text)
    return found


_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def _topics(document: dict[str, Any], tree: Tree, found: Promised) -> None:
    parts = document.get("components", {})
    heard = {
        _last(each["channel"]["$ref"])
        for each in document["operations"].values()
        if each["action"] == "receive"
    }
    for name, channel in document["channels"].items():
        names = [_last(each["$ref"]) for each in channel["messages"].values()]
        kafka = channel.get("bindings", {}).get("kafka", {})
        found.channels[name] = {
            "address": channel["address"],
            "action": "receive" if name in heard else "send",
            "partitions": kafka.get("partitions"),
            **kafka.get("topicConfiguration", {}),
            "messages": {each: _key(parts["messages"][each]) for each in names},
        }
        shapes = found.taken if name in heard else found.told
        for each in names:
            for schema in _schemas(
                parts["messages"][each].get("payload", {}), parts.get("schemas", {}), tree
            ):
                shapes[schema.pop("$name", each)] = shape(schema)


def _key(message: dict[str, Any]) -> dict[str, Any] | None:
    """How a record of this message is keyed: what is said of it apart."""
    key = message.get("bindings", {}).get("kafka", {}).get("key")
    return None if key is None else {name: said for name, said in key.items() if name != "description"}


def _schemas(payload: dict[str, Any], envelopes: dict[str, Any], tree: Tree) -> list[dict[str, Any]]:
    """The schemas that a payload is put together of: the envelope, and that of its data."""
    found = []
    for part in payload.get("allOf", ()):
        envelope = _last(part.get("$ref", ""))
        if envelope in envelopes:
            found.append({"$name": envelope, **envelopes[envelope]})
        data = _REF.fullmatch(part.get("properties", {}).get("data", {}).get("$ref", ""))
        if data:
            found.append(json.loads(tree[f"contracts/{data[1]}"]))
    return found


def _last(ref: str) -> str:
    return ref.rpartition("/")[2]
