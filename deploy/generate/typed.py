"""What a department is told of, and what it may say, as types of its Python package: made of the schemas alone."""

import json
import re
import textwrap
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from contracts.inbox.facts import OF
from services.overview.sentences import TOLD

FOLDER = "consumers/python/helhed_department"
LINE, INDENT = 110, "    "
_PLAIN = {"string": "str", "integer": "int", "boolean": "bool"}


def typed(texts: Mapping[str, str]) -> dict[str, str]:
    """The modules by path, one a service, of the schemas among these texts by path."""
    told: dict[str, dict[str, Any]] = {}
    for wire in sorted(event.wire for event in TOLD):
        service = wire.split(".")[1]
        schema = json.loads(texts[f"contracts/{service}/schemas/told/{wire}.json"])
        told.setdefault(service, {})[wire] = schema
    said = {
        service: {
            wire: json.loads(texts[f"contracts/inbox/schemas/{wire}.json"])
            for wire in sorted(kind.wire for kind in kinds)
        }
        for service, kinds in OF.items()
    }
    return {
        **{
            f"{FOLDER}/events/{each}.py": _module(f"What {each} tells", found) for each, found in told.items()
        },
        f"{FOLDER}/events/__init__.py": _all("events", "Every event that a department is told of", told),
        **{f"{FOLDER}/facts/{each}.py": _module(f"What {each} takes", found) for each, found in said.items()},
        f"{FOLDER}/facts/__init__.py": _all("facts", "Every fact that a department may say", said),
    }


def _module(opening: str, schemas: Mapping[str, Any]) -> str:
    classes: dict[str, str] = {}
    kinds = []
    for wire, schema in schemas.items():
        name = _name(wire, schema)
        _add(classes, name, schema, schema.get("$defs", {}))
        kinds.append(_kind(f"{_constant(wire)} = Kind[{name}]", wire))
    body = "\n\n\n".join([*classes.values(), "\n".join(kinds)])
    imports = [
        each for each in ("Any", "NotRequired", "TypedDict") if f"{each}[" in body or f"{each})" in body
    ]
    imports += ["Any"] if ", Any]" in body and "Any" not in imports else []
    return (
        f'"""{opening}, as its schemas say. Made by `make generate`."""\n\n'
        f"from typing import {', '.join(sorted(imports))}\n\n"
        "from helhed_department.kinds import Kind\n\n\n"
        f"{body}\n"
    )


def _add(
    classes: dict[str, str],
    name: str,
    said: Mapping[str, Any],
    parts: Mapping[str, Any],
) -> None:
    """Adds a class, after the parts that it consists of."""
    for part in re.findall(r"#/\$defs/(\w+)", json.dumps(said["properties"])):
        if "properties" in parts[part] and part != name:
            _add(classes, part, parts[part], parts)
    text = "\n".join(_class(name, said, parts))
    if classes.setdefault(name, text) != text:
        raise ValueError(f"two things are called {name}")


def _all(folder: str, opening: str, services: Iterable[str]) -> str:
    lines = [f"from helhed_department.{folder}.{each} import *  # noqa: F403" for each in sorted(services)]
    return f'"""{opening}, as types. Made by `make generate`."""\n\n' + "\n".join(lines) + "\n"


def _name(wire: str, schema: Mapping[str, Any]) -> str:
    """A class' name; of a later version with its number."""
    version = wire.rpartition(".v")[2]
    return str(schema["title"]) + (f"V{version}" if version != "1" else "")


def _constant(wire: str) -> str:
    _, _, event, version = wire.split(".")
    return event.replace("-", "_").upper() + (f"_{version.upper()}" if version != "v1" else "")


def _kind(begins: str, wire: str) -> str:
    line = f'{begins}("{wire}")'
    return line if len(line) <= LINE else f'{begins}(\n    "{wire}"\n)'


def _class(name: str, said: Mapping[str, Any], parts: Mapping[str, Any]) -> Iterator[str]:
    sentence = said["description"].partition("\n")[0]
    yield f"class {name}(TypedDict):"
    yield textwrap.fill(f'"""{sentence}"""', LINE, initial_indent=INDENT, subsequent_indent=INDENT)
    if said["properties"]:
        yield ""
    needed = set(said.get("required", ()))
    for field, kind in said["properties"].items():
        text = _type(kind, parts)
        yield f"    {field}: " + (text if field in needed else f"NotRequired[{text}]")


def _type(kind: Mapping[str, Any], parts: Mapping[str, Any]) -> str:
    if "anyOf" in kind:
        return " | ".join(dict.fromkeys(_type(each, parts) for each in kind["anyOf"]))
    if len(kind.get("allOf", ())) == 1:
        return _type(kind["allOf"][0], parts)
    if "$ref" in kind:
        part = kind["$ref"].rpartition("/")[2]
        return part if "properties" in parts[part] else _type(parts[part], parts)
    if kind.get("type") == "array":
        return f"list[{_type(kind.get('items', {}), parts)}]"
    if kind.get("type") == "null":
        return "None"
    if isinstance(kind.get("type"), list):
        return " | ".join(_type({"type": each}, parts) for each in kind["type"])
    return _PLAIN.get(kind.get("type", ""), "dict[str, Any]")
