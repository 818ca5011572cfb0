"""The events that a department is told of as types of its Python package: made of the open schemas alone.

A word is None where the plan doesn't show it. What nobody attached is shown is left out. X-01, X-06.
"""

import json
import re
import textwrap
from collections.abc import Iterator, Mapping
from typing import Any

from services.overview.out.message import WITHHELD
from services.overview.sentences import TOLD

FOLDER = "consumers/python/helhed_department/events"
LINE, INDENT = 110, "    "
_PLAIN = {"string": "str", "integer": "int", "boolean": "bool"}


def typed(texts: Mapping[str, str]) -> dict[str, str]:
    """The modules by path, one a service, of the schemas among these texts by path."""
    services: dict[str, dict[str, Any]] = {}
    for wire in sorted(event.wire for event in TOLD):
        service = wire.split(".")[1]
        schema = json.loads(texts[f"contracts/{service}/schemas/open/{wire}.json"])
        services.setdefault(service, {})[wire] = schema
    made = {f"{FOLDER}/{service}.py": _module(service, found) for service, found in services.items()}
    return {**made, f"{FOLDER}/__init__.py": _all(sorted(services))}


def _module(service: str, schemas: Mapping[str, Any]) -> str:
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
        f'"""What {service} tells, as its schemas say. Made by `make generate`."""\n\n'
        f"from typing import {', '.join(sorted(imports))}\n\n"
        "from helhed_department.kinds import Kind\n\n\n"
        f"{body}\n"
    )


def _add(classes: dict[str, str], name: str, said: Mapping[str, Any], parts: Mapping[str, Any]) -> None:
    """Adds a class, after the parts that it consists of."""
    shown = {field: kind for field, kind in said["properties"].items() if _is_shown(field, kind)}
    for part in re.findall(r"#/\$defs/(\w+)", json.dumps(shown)):
        if "properties" in parts[part] and part != name:
            _add(classes, part, parts[part], parts)
    text = "\n".join(_class(name, {**said, "properties": shown}, parts))
    if classes.setdefault(name, text) != text:
        raise ValueError(f"two things are called {name}")


def _is_shown(field: str, kind: Mapping[str, Any]) -> bool:
    return field not in WITHHELD or "x-sealed-of" in kind


def _all(services: list[str]) -> str:
    lines = [f"from helhed_department.events.{each} import *  # noqa: F403" for each in services]
    return '"""Every event that a department is told of, as types. Made by `make generate`."""\n\n' + (
        "\n".join(lines) + "\n"
    )


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
    yield ""
    needed = set(said.get("required", ()))
    for field, kind in said["properties"].items():
        sealed = "x-sealed-of" in kind
        text = _type(kind, parts)
        text += " | None" if sealed and "None" not in text else ""
        yield f"    {field}: " + (
            text if field in needed and field not in WITHHELD else f"NotRequired[{text}]"
        )


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
    return _PLAIN.get(kind.get("type", ""), "dict[str, Any]")
