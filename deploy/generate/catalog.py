"""The catalogue of all events: what each says, on which topic, field by field, with an example. As data and as pages."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jinja2
import yaml

from contracts import codes
from contracts.legal_bases import LEGAL_BASES
from contracts.meaning import CodeSystem, DataClass
from deploy.generate.asyncapi import earlier
from deploy.generate.documents import document
from deploy.generate.meaning import members_of
from deploy.generate.schemas import schema
from deploy.generate.table import TELLERS, events_of
from deploy.generate.written import ROOT

FOLDER = "contracts/catalog"
_TYPES = {"integer": "whole number", "boolean": "yes or no", "object": "object", "null": "nothing"}
_FORMATS = {"uuid": "UUID", "date": "day", "date-time": "moment"}

Entry = dict[str, Any]


def entries(topics: Entry) -> list[Entry]:
    """Every event, as it is read: service by service, in the order in which they are declared."""
    found = []
    for teller in TELLERS:
        for wire, event in events_of(teller).items():
            found.append(_entry(teller, wire, json.loads(schema(wire, event)), topics))
        for wire in earlier(teller):
            path = ROOT / f"contracts/{teller}/schemas/{wire}.json"
            found.append({**_entry(teller, wire, json.loads(path.read_text()), topics), "earlier": True})
    return found


def _entry(teller: str, wire: str, made: Entry, topics: Entry) -> Entry:
    channel = next(each for each in topics["channels"].values() if wire in each["messages"])
    key = topics["components"]["messages"][wire]["bindings"]["kafka"]["key"]
    example = ROOT / f"contracts/{teller}/golden/{wire}.full.json"
    return {
        "event": wire,
        "of": teller,
        "name": made["title"],
        "says": made["description"],
        "topic": channel["address"],
        "key": key["description"],
        "earlier": False,
        "special_category": made.get("x-special-category"),
        "fields": list(_fields(made, made.get("$defs", {}))),
        "example": json.loads(example.read_text()) if example.exists() else None,
    }


def _fields(node: Entry, defs: Entry, path: str = "") -> Iterator[Entry]:
    for name, declared in node.get("properties", {}).items():
        at = path + name
        type_, parts, known = _type(declared, defs)
        yield {
            "field": at,
            "type": type_,
            "required": name in node.get("required", ()),
            "data_class": declared["x-data-class"],
            "special_category": declared.get("x-special-category"),
            "unit": declared.get("x-unit"),
            "code_system": declared.get("x-code-system"),
            "known_codes": known,
            "sealed_of": declared.get("x-sealed-of"),
            "says": declared["description"],
        }
        if "x-schema" in declared:
            inner = document(declared["x-schema"])
            yield from _fields(inner, inner["$defs"], f"{at}.")
        for part in parts:
            others = {each: kind for each, kind in defs.items() if kind is not part}
            yield from _fields(part, others, f"{at}[]." if type_.startswith("list") else f"{at}.")


def _type(declared: Entry, defs: Entry) -> tuple[str, list[Entry], list[str]]:
    """A field's type in words, the parts that it is made of, and the codes that are known."""
    if "anyOf" in declared:
        inner = [_type(each, defs) for each in declared["anyOf"] if each.get("type") != "null"]
        return " or ".join(each[0] for each in inner), inner[0][1], inner[0][2]
    if "items" in declared:
        inner_type, parts, known = _type(declared["items"], defs)
        return f"list of {inner_type}", parts, known
    if "$ref" in declared:
        name = declared["$ref"].rpartition("/")[2]
        if name not in defs:  # it stands within one of its own kind, and was told there
            return name, [], []
        found = defs[name]
        return ("code", [], found["enum"]) if "enum" in found else (name, [found], [])
    kind = _FORMATS.get(declared.get("format", "")) or _TYPES.get(declared.get("type", ""), "text")
    return (
        ("code" if "pattern" in declared and "x-code-system" in declared else kind) + _limits(declared),
        [],
        [],
    )


def _limits(declared: Entry) -> str:
    if declared.get("type") != "integer" or "minimum" not in declared:
        return ""
    most = declared.get("maximum", declared.get("exclusiveMaximum", 0) - 1)
    return f", {declared['minimum']} to {most:,}" if most < 10**7 else f", from {declared['minimum']} on"


def systems() -> list[Entry]:
    """Every code system that fields name, with the codes that are known here."""
    table = [each for each in vars(codes).values() if isinstance(each, CodeSystem)]
    known = {codes.LEGAL_BASES.name: [f"{each.code}: {each.title}" for each in LEGAL_BASES.values()]}
    return [
        {"name": each.name, "says": each.says, "free": each.free, "codes": known.get(each.name, [])}
        for each in sorted(table, key=lambda each: each.name)
    ]


def pages(asyncapi: str) -> dict[str, str]:
    """The catalogue's files by path, of the text of asyncapi.yaml: one page to begin at, one for each teller, and all as
    JSON."""
    topics = yaml.load(asyncapi, getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    found = entries(topics)
    of = {teller: [each for each in found if each["of"] == teller] for teller in TELLERS}
    said = {"tellers": of, "titles": _TITLES, "topics": topics["channels"], "systems": systems()}
    said["named"] = {each["name"] for each in systems()}
    said["classes"] = members_of(DataClass)
    room = jinja2.Environment(
        loader=jinja2.FileSystemLoader(Path(__file__).with_name("templates")),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
    )
    room.filters["told"] = lambda data: json.dumps(data, indent=2, ensure_ascii=False)
    made = {f"{FOLDER}/index.html": room.get_template("index.html").render(said)}
    for teller in TELLERS:
        text = room.get_template("teller.html").render(said, teller=teller, events=of[teller])
        made[f"{FOLDER}/{teller}.html"] = text
    lines = ",\n".join(json.dumps(each, ensure_ascii=False) for each in found)
    return {**made, f"{FOLDER}/catalog.json": f"[\n{lines}\n]\n"}


_TITLES = {
    "contacts": "contacts: who is around a family",
    "plans": "plans: what is planned",
    "meetings": "meetings: when it is agreed",
    "progress": "progress: how it goes",
    "out": "out: what a department is told",
    "inbox": "inbox: what a department says, and is answered",
}
