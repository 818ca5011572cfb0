"""Kubernetes' API schemas as kubeconform reads them: a file for each kind, with all that it refers to."""

import json
import zipfile
from pathlib import Path
from typing import Any

_FOLDER = "kubernetes_validate/kubernetes-json-schema/v1.34.0-local-strict"
_DEFINITIONS = "_definitions.json"


def write(wheel: Path, folder: Path) -> None:
    """Writes KIND[-GROUP]-VERSION.json for each kind that the wheel of kubernetes-validate has."""
    with zipfile.ZipFile(wheel) as archive:
        definitions = json.loads(archive.read(f"{_FOLDER}/{_DEFINITIONS}"))["$defs"]
        for name in archive.namelist():
            path = Path(name)
            if str(path.parent) == _FOLDER and path.suffix == ".json" and path.name != _DEFINITIONS:
                schema = standalone(json.loads(archive.read(name)), definitions)
                (folder / path.name).write_text(json.dumps(schema))


def standalone(schema: dict[str, Any], definitions: dict[str, Any]) -> dict[str, Any]:
    """The schema with those definitions inside that it refers to, directly or not."""
    found: dict[str, Any] = {}
    wanted = _referred(schema)
    while wanted:
        name = wanted.pop()
        if name not in found:
            found[name] = _inside(definitions[name])
            wanted |= _referred(definitions[name])
    whole = {key: value for key, value in _inside(schema).items() if key != "$id"}
    return whole | {"$schema": "https://json-schema.org/draft/2020-12/schema", "$defs": found}


def _referred(node: Any) -> set[str]:
    """The names of the definitions that a node refers to."""
    if isinstance(node, dict):
        own = node.get("$ref")
        inner = set().union(*map(_referred, node.values())) if node else set()
        return inner | {_name(own)} if isinstance(own, str) else inner
    return set().union(*map(_referred, node)) if isinstance(node, list) and node else set()


def _inside(node: Any) -> Any:
    """The node with its references turned to definitions in the same file."""
    if isinstance(node, dict):
        return {
            key: f"#/$defs/{_name(value)}" if key == "$ref" and isinstance(value, str) else _inside(value)
            for key, value in node.items()
        }
    return [_inside(item) for item in node] if isinstance(node, list) else node


def _name(reference: str) -> str:
    return reference.rpartition("/")[2]
