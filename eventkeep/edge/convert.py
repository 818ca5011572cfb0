"""A message as the values of a pydantic class, by a plan that is made once for each pair of them."""

import re
import types
from collections.abc import Callable, Iterable
from datetime import date
from typing import Any, Union, get_args, get_origin

from google.protobuf.descriptor import Descriptor, FieldDescriptor
from google.protobuf.message import DecodeError, Message
from pydantic import BaseModel, ValidationError

from eventkeep.refused import Refused

META = "meta"
Values = dict[str, Any]
Plan = Callable[[Any], Values]

_ISO = re.compile(r"\d{4}-\d\d-\d\d")
_OWN_WORDS = frozenset(
    (
        *("missing", "value_error", "enum", "literal_error", "too_short", "too_long"),
        *("string_too_short", "string_too_long", "string_pattern_mismatch"),
        *("greater_than", "greater_than_equal", "less_than", "less_than_equal"),
        *("date_type", "date_parsing", "date_from_datetime_parsing", "date_from_datetime_inexact"),
        *("datetime_type", "datetime_parsing", "datetime_from_date_parsing", "timezone_aware"),
    )
)


def plan(message: Descriptor, model: type[BaseModel], given: Iterable[str] = ()) -> Plan:
    """How to read a model's values out of a message; `given` are the fields that the edge adds itself.

    Refuses at start a message that doesn't fit: then the generated files are older than the classes.
    """
    takes = set(model.model_fields) - set(given)
    offers = {field.name for field in message.fields} - {META}
    if takes != offers:
        differing = ", ".join(sorted(takes ^ offers))
        raise TypeError(f"{message.full_name} doesn't fit {model.__name__}: {differing}. Generate anew.")
    steps = tuple(
        _step(field, model.model_fields[field.name].annotation)
        for field in message.fields
        if field.name != META
    )
    plain = tuple(name for name, wanted, read in steps if not wanted and read is None)
    others = tuple(step for step in steps if step[1] or step[2] is not None)

    def values(source: Message) -> Values:
        found = {name: getattr(source, name) for name in plain}
        for name, wanted, read in others:
            if not wanted or source.HasField(name):
                found[name] = getattr(source, name) if read is None else read(getattr(source, name))
        return found

    return values


def _step(field: FieldDescriptor, annotation: Any) -> tuple[str, bool, Callable[[Any], Any] | None]:
    if field.message_type is not None:
        inner = plan(field.message_type, _model_in(annotation))
        if field.is_repeated:
            return field.name, False, lambda parts: tuple([inner(part) for part in parts])
        return field.name, True, inner
    if field.is_repeated:
        return field.name, False, tuple
    return field.name, field.has_presence, _iso if _is_date(annotation) else None


def _model_in(annotation: Any) -> type[BaseModel]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for inner in get_args(annotation):
        if inner is not types.NoneType and inner is not Ellipsis:
            return _model_in(inner)
    raise TypeError(f"{annotation} holds no model")


def _is_date(annotation: Any) -> bool:
    if get_origin(annotation) in (Union, types.UnionType):
        return any(_is_date(inner) for inner in get_args(annotation))
    named = getattr(annotation, "__name__", "")
    return named == "AwareDatetime" or (isinstance(annotation, type) and issubclass(annotation, date))


def _iso(text: str) -> str:
    # pydantic also takes seconds since 1970 for a date: here that is a mistake.
    return text if _ISO.match(text) else "not a date"


def parsed(kind: type[Message], raw: bytes) -> Message:
    """The message in the bytes. Fields that this version doesn't know are refused, never silently dropped."""
    try:
        message = kind.FromString(raw)
    except (DecodeError, UnicodeDecodeError):
        raise _not_as_declared("The message can't be read.") from None
    message.DiscardUnknownFields()
    if message.ByteSize() != len(raw) and kind.FromString(raw).ByteSize() != message.ByteSize():
        raise _not_as_declared("The message has a field that this version doesn't know.")
    if b"\0" in raw and _has_nul(message):
        raise Refused("text_has_nul", "A text holds the character U+0000.", next_step="Leave it out.")
    return message


def _not_as_declared(sentence: str) -> Refused:
    return Refused(
        "invalid_input",
        sentence,
        next_step="Send what the .proto of the running version says.",
        danish_next="Send det, som .proto i den udgave, der kører, siger.",
    )


def _has_nul(message: Message) -> bool:
    for field, value in message.ListFields():
        for item in value if field.is_repeated else (value,):
            if _has_nul(item) if isinstance(item, Message) else isinstance(item, str) and "\0" in item:
                return True
    return False


def invalid(wrong: ValidationError) -> Refused:
    """Each field and what is wrong with it in words, without what stood in it."""
    facts: dict[str, str] = {}
    for error in wrong.errors(include_input=False, include_url=False):
        steps = (f"[{step}]" if isinstance(step, int) else f".{step}" for step in error["loc"])
        path = "".join(steps).removeprefix(".")
        known = error["type"] in _OWN_WORDS
        facts.setdefault(path, error["msg"].removeprefix("Value error, ") if known else "is not valid")
    said = "; ".join(f"{path}: {words}" for path, words in facts.items())
    return Refused("invalid_input", f"Not valid: {said}.", next_step="Correct these fields.", facts=facts)
