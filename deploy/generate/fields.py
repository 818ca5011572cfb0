"""How the fields of a pydantic class look in a .proto: label, type, and what the type alone doesn't say."""

import inspect
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import AwareDatetime, BaseModel
from pydantic.fields import FieldInfo

from contracts.ids import Id

SET_BY_THE_EDGE = ("by", "at")


@dataclass(frozen=True)
class Field:
    """One line of a message."""

    name: str
    label: str
    kind: str
    note: str
    part: type[BaseModel] | None


def fields_of(model: type[BaseModel]) -> Iterator[Field]:
    """The fields that travel: all but who gave the command and when."""
    for name, declared in model.model_fields.items():
        if name not in SET_BY_THE_EDGE:
            try:
                yield _field(name, declared)
            except TypeError as wrong:
                raise TypeError(f"{model.__name__}.{name}: {wrong}") from None


def doc_of(model: type[Any]) -> str:
    """A class' docstring; an inherited one says nothing."""
    return inspect.cleandoc(model.__doc__ or "")


def _field(name: str, declared: FieldInfo) -> Field:
    kind, limits = _bare(declared.annotation, list(declared.metadata))
    label = "" if declared.is_required() else "optional "
    if get_origin(kind) in (Union, UnionType):
        options = [option for option in get_args(kind) if option is not NoneType]
        if len(options) != 1 or len(get_args(kind)) != 2:
            raise TypeError("a choice of types has no plain form in a .proto")
        label, (kind, limits) = "optional ", _bare(options[0], limits)
    if get_origin(kind) in (tuple, frozenset):
        inner = get_args(kind)
        if label == "optional " and declared.default not in ((), frozenset()):
            raise TypeError("a list that may be absent can't be told from an empty one")
        if get_origin(kind) is tuple and (len(inner) != 2 or inner[1] is not Ellipsis):
            raise TypeError("a tuple of fixed length: use a Part")
        label, (kind, limits) = "repeated ", _bare(inner[0], limits)
        if get_origin(kind) is not None and get_origin(kind) is not Literal:
            raise TypeError("a list of lists or choices: use a Part")
    wire, note, part = _wire(kind)
    if not label and wire in ("bool", "int64"):
        # Without presence, who says nothing would have said no, or nought.
        label, note = "optional ", _join("Required.", note)
    if part is not None and label == "optional ":
        label = ""
        note = _join("May be left out.", note)
    return Field(name, label, wire, _join(declared.description or "", note, _limits(limits)), part)


def _bare(kind: Any, limits: list[Any]) -> tuple[Any, list[Any]]:
    while get_origin(kind) is Annotated:
        kind, *more = get_args(kind)
        limits = [*limits, *more]
    return kind, limits


def _wire(kind: Any) -> tuple[str, str, type[BaseModel] | None]:
    if get_origin(kind) is Literal:
        return "string", _one_of(get_args(kind)), None
    if kind is AwareDatetime:
        kind = datetime
    if not isinstance(kind, type):
        raise TypeError(f"{kind} has no form in a .proto")
    if issubclass(kind, BaseModel):
        return kind.__name__, "", kind
    if issubclass(kind, StrEnum):
        return "string", _one_of(member.value for member in kind), None
    if issubclass(kind, bool):
        return "bool", "", None
    if issubclass(kind, int):
        return "int64", "", None
    if issubclass(kind, datetime):
        return "string", "A moment with its offset: 2026-03-01T09:30:00+01:00.", None
    if issubclass(kind, date):
        return "string", "A day: 2026-03-01.", None
    if issubclass(kind, str):
        return "string", "" if kind is str else "UUID." if kind is Id else f"UUID. {doc_of(kind)}", None
    raise TypeError(f"{kind.__name__} has no form in a .proto")


def _one_of(values: Any) -> str:
    return f"One of: {', '.join(values)}."


def _limits(metadata: list[Any]) -> str:
    found: dict[str, Any] = {}
    for limit in metadata:
        for name in ("ge", "le", "gt", "lt", "min_length", "max_length", "pattern"):
            value = getattr(limit, name, None)
            if value is not None:
                found[name] = value
    words = {"ge": "At least", "le": "At most", "gt": "More than", "lt": "Less than", "pattern": "Matches"}
    least, most = found.get("min_length", 0), found.get("max_length")
    length = f"{least} to {most} long." if most is not None else f"At least {least} long." if least else ""
    return _join(*(f"{words[name]} {value}." for name, value in found.items() if name in words), length)


def _join(*sentences: str) -> str:
    return re.sub(r"\s+", " ", " ".join(sentence for sentence in sentences if sentence))
