"""The JSON Schema (2020-12) of an event's data: closed for our own tests, and open as published.

Readers skip fields and codes that are new to them.
"""

import json
from collections.abc import Iterator
from typing import Any, get_args

from pydantic import BaseModel

from deploy.generate.fields import doc_of
from deploy.generate.meaning import Meaning, meanings

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema(wire: str, event: type[BaseModel], what: str = "event") -> str:
    """The text of contracts/<service>/schemas/<wire>.json."""
    made = event.model_json_schema(mode="validation")
    for model in _models(event):
        place = made if model is event else made["$defs"][model.__name__]
        place["description"] = doc_of(model)
        place["additionalProperties"] = False
        for name, meaning in meanings(model).items():
            place["properties"][name] |= _annotated(meaning)
    head = {"$schema": DIALECT, "$id": f"urn:helhed:{what}:{wire}"}
    if special := getattr(event, "special", None):
        head["x-special-category"] = special
    return json.dumps(_untitled({**head, **made}), indent=2, ensure_ascii=False) + "\n"


def published(wire: str, event: type[BaseModel], what: str = "event") -> str:
    """The text of contracts/<service>/schemas/open/<wire>.json: what may come later is no error. Known codes are named."""
    made: Any = _opened(json.loads(schema(wire, event, what)))
    made["$id"] = f"urn:helhed:{what}:{wire}:open"
    return json.dumps(made, indent=2, ensure_ascii=False) + "\n"


def _opened(node: Any) -> Any:
    if isinstance(node, list):
        return [_opened(item) for item in node]
    if not isinstance(node, dict):
        return node
    open_now = {key: _opened(value) for key, value in node.items() if key != "additionalProperties"}
    if "enum" in open_now and open_now.get("type") == "string":
        open_now["x-known-codes"] = open_now.pop("enum")
    if isinstance(open_now.get("x-schema"), str):
        open_now["x-schema"] += ":open"
    return open_now


def _models(event: type[BaseModel]) -> list[type[BaseModel]]:
    found = [event]
    for model in found:
        for field in model.model_fields.values():
            found += [part for part in _in(field.annotation) if part not in found]
    return found


def _in(kind: Any) -> Iterator[type[BaseModel]]:
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        yield kind
    for inner in get_args(kind):
        yield from _in(inner)


def _annotated(meaning: Meaning) -> dict[str, str]:
    """What a field means, beside what it must look like. Validators skip keywords that they don't know (Core, 6.5)."""
    said = {
        "description": meaning.says,
        "x-data-class": meaning.data_class,
        "x-special-category": meaning.special,
        "x-unit": meaning.unit.name if meaning.unit else None,
        "x-code-system": meaning.system.name if meaning.system else None,
        "x-sealed-of": meaning.sealed_of,
        "x-schema": f"urn:helhed:document:{meaning.schema.name}" if meaning.schema else None,
    }
    return {keyword: text for keyword, text in said.items() if text}


def _untitled(node: Any) -> Any:
    """Without the titles that pydantic makes of field names: they say nothing. Classes keep theirs."""
    if isinstance(node, list):
        return [_untitled(item) for item in node]
    if not isinstance(node, dict):
        return node
    plain = {key: _untitled(value) for key, value in node.items()}
    if "properties" not in plain and "enum" not in plain and isinstance(plain.get("title"), str):
        del plain["title"]
    return plain
