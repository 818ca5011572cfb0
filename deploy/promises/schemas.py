"""A JSON Schema as a flat list of its fields: what may stand at each place."""

from typing import Any

Facts = dict[str, Any]
Shape = dict[str, Facts]
"""By path: `members[].name`."""

_LIMITS = (
    "format",
    "pattern",
    "const",
    "default",
    "minimum",
    "maximum",
    "exclusiveMaximum",
    "minLength",
    "maxLength",
)
_MEANINGS = ("x-unit", "x-code-system", "x-sealed-of", "x-data-class", "x-special-category")


def shape(schema: dict[str, Any]) -> Shape:
    """The fields of a schema, with those of what they are made of."""
    found: Shape = {}
    _fields(schema, schema.get("$defs", {}), "", found)
    return found


def _fields(node: Any, defs: dict[str, Any], path: str, found: Shape) -> None:
    for name, declared in node.get("properties", {}).items():
        at = f"{path}.{name}" if path else name
        facts: Facts = {"required": name in node.get("required", ())}
        _value(declared, defs, at, facts, found)
        found[at] = facts


def _value(node: Any, defs: dict[str, Any], at: str, facts: Facts, found: Shape) -> None:
    """Gathers what is said of one value, through references and alternatives."""
    if "$ref" in node:
        name = node["$ref"].rpartition("/")[2]
        if name in defs:  # what stands within one of its own kind was followed there
            others = {each: kind for each, kind in defs.items() if each != name}
            _value(defs[name], others, at, facts, found)
    for option in node.get("anyOf", ()):
        _value(option, defs, at, facts, found)
    if kinds := node.get("type"):
        facts["types"] = sorted({*facts.get("types", ()), *([kinds] if isinstance(kinds, str) else kinds)})
    if codes := node.get("enum", node.get("x-known-codes")):
        facts["codes"] = sorted({*facts.get("codes", ()), *codes})
        facts["open"] = "x-known-codes" in node
    facts |= {keyword: node[keyword] for keyword in (*_LIMITS, *_MEANINGS) if keyword in node}
    if "items" in node:
        inner: Facts = {"required": True}
        _value(node["items"], defs, f"{at}[]", inner, found)
        found[f"{at}[]"] = inner
    _fields(node, defs, at, found)
