"""One service's .proto, from its command classes."""

import re
import textwrap
from collections.abc import Iterable, Iterator, Mapping

from pydantic import BaseModel

from deploy.generate.fields import Field, doc_of, fields_of
from deploy.generate.register import Numbers, RegisterError, number

META = "helhed.edge.v1.Meta"
_HEAD = """\
// Generated from services/{service} by `python -m deploy.generate`: change the command classes instead.
syntax = "proto3";

package helhed.{service}.v1;

import "contracts/edge/edge.proto";
"""


Refusals = Mapping[str, Iterable[tuple[str, str]]]
"""What each command may be refused with: code and rule."""


def proto(
    service: str, commands: Iterable[type[BaseModel]], numbers: Numbers, refusals: Refusals | None = None
) -> str:
    """The text of contracts/<service>/<service>.proto. New fields are entered into `numbers`."""
    declared = list(commands)
    parts = _parts(declared)
    requests = [_message(f"{command.__name__}Request", command, numbers, asks=True) for command in declared]
    blocks = [
        _service(service, declared, refusals or {}),
        *requests,
        *(_message(p.__name__, p, numbers) for p in parts),
    ]
    return "\n".join([_HEAD.format(service=service), *blocks])


def _service(service: str, commands: list[type[BaseModel]], refusals: Refusals) -> str:
    says = f"The commands of {service}. Each may be refused as every command may (contracts/edge/edge.proto), and as said."
    lines = [*_comment(says, ""), f"service {service.capitalize()} {{"]
    for command in commands:
        name = command.__name__
        lines += _comment(doc_of(command), "  ")
        lines += _comment(_refuses(refusals.get(name, ())), "  ")
        lines.append(f"  rpc {name}({name}Request) returns (helhed.edge.v1.Accepted);")
    return "\n".join([*lines, "}", ""])


def _refuses(refusals: Iterable[tuple[str, str]]) -> str:
    """By code, with its rules."""
    rules: dict[str, list[str]] = {}
    for code, rule in refusals:
        rules.setdefault(code, []).extend([rule] if rule else [])
    said = [f"{code} ({', '.join(named)})" if named else code for code, named in rules.items()]
    return f"Refuses: {', '.join(said)}." if said else "Refuses: nothing more."


def _message(name: str, model: type[BaseModel], numbers: Numbers, asks: bool = False) -> str:
    lines = [*_comment(doc_of(model), ""), f"message {name} {{"]
    if asks:
        lines.append(f"  {META} meta = {number(numbers, name, 'meta', META)};")
    present = {"meta"} if asks else set()
    for field in fields_of(model):
        if field.name in present:
            raise RegisterError(f"{name}.{field.name} is taken by the edge: call the field something else")
        present.add(field.name)
        kind = f"repeated {field.kind}" if field.label == "repeated " else field.kind
        lines += [*_comment(field.note, "  "), _line(field, number(numbers, name, field.name, kind))]
    gone = {field: entry["number"] for field, entry in numbers.get(name, {}).items() if field not in present}
    if gone:
        lines.append(f"  reserved {', '.join(str(n) for n in sorted(gone.values()))};")
        lines.append("  reserved " + ", ".join(f'"{field}"' for field in sorted(gone)) + ";")
    return "\n".join([*lines, "}", ""])


def _line(field: Field, at: int) -> str:
    return f"  {field.label}{field.kind} {field.name} = {at};"


def _parts(commands: list[type[BaseModel]]) -> list[type[BaseModel]]:
    found: dict[str, type[BaseModel]] = {}
    waiting = list(reversed(commands))
    while waiting:
        for part in _inner(waiting.pop()):
            if found.setdefault(part.__name__, part) is not part:
                raise RegisterError(f"two parts are called {part.__name__}")
            if part not in waiting:
                waiting.append(part)
    return [found[name] for name in sorted(found)]


def _inner(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    for field in fields_of(model):
        if field.part is not None:
            yield field.part


def _comment(text: str, indent: str) -> list[str]:
    paragraphs = [re.sub(r"\s+", " ", part) for part in re.split(r"\n\s*\n", text) if part.strip()]
    lines: list[str] = []
    for paragraph in paragraphs:
        lines += textwrap.wrap(paragraph, 105 - len(indent))
    return [f"{indent}// {line}" for line in lines]
