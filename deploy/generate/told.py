"""The JSON Schema of what a department is told of an event: as published, and masked. X-01, X-06.

A word is null where the plan doesn't show it. What nobody attached is shown is left out.
"""

import json
from collections.abc import Collection, Mapping
from typing import Any

from services.overview.out.message import withheld
from services.overview.sentences import TOLD


def told(texts: Mapping[str, str]) -> dict[str, str]:
    """contracts/<service>/schemas/told/<wire>.json of each event that is told, made of the open ones among these texts."""
    made = {}
    for kind in sorted(TOLD, key=lambda event: event.wire):
        wire = kind.wire
        folder = f"contracts/{wire.split('.')[1]}/schemas"
        schema = _masked(json.loads(texts[f"{folder}/open/{wire}.json"]), withheld(kind))
        schema["$id"] = f"urn:helhed:event:{wire}:told"
        made[f"{folder}/told/{wire}.json"] = json.dumps(schema, indent=2, ensure_ascii=False) + "\n"
    return made


def _masked(node: Any, never: Collection[str]) -> Any:
    if isinstance(node, list):
        return [_masked(each, never) for each in node]
    if not isinstance(node, dict):
        return node
    now = {name: _masked(value, never) for name, value in node.items()}
    if "properties" in now:
        fields = now["properties"]
        now["properties"] = {
            name: _nullable(kind) if _sealed(kind) and name not in never else kind
            for name, kind in fields.items()
            if _sealed(kind) or name not in never
        }
        now["required"] = [name for name in now.get("required", ()) if name not in never]
    return now


def _sealed(kind: Mapping[str, Any]) -> bool:
    return "x-sealed-of" in kind


def _nullable(kind: dict[str, Any]) -> dict[str, Any]:
    """The same, or null; of a list each item."""
    if "anyOf" in kind:
        choices = [_nullable(each) if each.get("type") == "array" else each for each in kind["anyOf"]]
        return {**kind, "anyOf": choices + [{"type": "null"}] * ({"type": "null"} not in choices)}
    if kind.get("type") == "array":
        return {**kind, "items": _nullable(kind["items"])}
    return {**kind, "type": [kind["type"], "null"]}
