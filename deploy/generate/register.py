"""The register of field numbers: it only grows, so that a number never means two things."""

import json
from pathlib import Path
from typing import TypedDict


class Entry(TypedDict):
    """A field's number for good, and the type that it was given with."""

    number: int
    type: str


Numbers = dict[str, dict[str, Entry]]


class RegisterError(Exception):
    """A change that readers of the old messages would misread."""


def read(path: Path) -> Numbers:
    """The register as it was committed; empty for a new service."""
    numbers: Numbers = json.loads(path.read_text()) if path.exists() else {}
    return numbers


def written(numbers: Numbers) -> str:
    """The register as text: messages by name, fields by number."""
    ordered = {
        message: dict(sorted(fields.items(), key=lambda item: item[1]["number"]))
        for message, fields in sorted(numbers.items())
    }
    lines = []
    for message, fields in ordered.items():
        inner = ",\n".join(f"    {json.dumps(name)}: {json.dumps(entry)}" for name, entry in fields.items())
        lines.append(f"  {json.dumps(message)}: {{\n{inner}\n  }}")
    return "{\n" + ",\n".join(lines) + "\n}\n"


def number(numbers: Numbers, message: str, name: str, kind: str) -> int:
    """The number of a field: the one it has, or the next one that was never used in its message."""
    fields = numbers.setdefault(message, {})
    if name not in fields:
        fields[name] = Entry(
            number=max((entry["number"] for entry in fields.values()), default=0) + 1, type=kind
        )
    if fields[name]["type"] != kind:
        raise RegisterError(
            f"{message}.{name} was {fields[name]['type']} and would become {kind}: give the field a new name"
        )
    return fields[name]["number"]
