"""One message as it stands in an inbox topic: read without trust, refused in words that hold nothing of what it says."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

import orjson

from eventkeep import cpr
from eventkeep.cloudevent import ABOUT
from eventkeep.refused import Refused

LONGEST = 65_536
"""Bytes that a message may have."""
_TEXT = re.compile(r"[\x21-\x7e](?:[\x20-\x7e]{0,198}[\x21-\x7e])?\Z")
_TYPE = re.compile(r"[a-z0-9.-]{1,100}\Z")
_TRACE = re.compile(r"00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}\Z")
_REQUIRED = ("id", "source", "type", "subject")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a message stands: the topic, and who owns it."""

    owner: str
    topic: str
    partition: int
    offset: int


@dataclass(frozen=True, slots=True)
class Message:
    """A message whose attributes are as they should be. What `data` says is not looked at yet."""

    place: Place
    id: str
    source: str
    type: str
    subject: str
    data: dict[str, Any]
    actor: str = ""
    """Who stands for it; "" where nobody does but the owner's system."""
    time: datetime | None = None
    after: str = ""
    traceparent: str = ""
    about: dict[str, str] = field(default_factory=dict)


def attributes(value: bytes | None) -> dict[str, Any]:
    """The attributes of a message, whatever they are. Raises Refused where it has none."""
    if value is None or len(value) > LONGEST:
        raise _too_large(0 if value is None else len(value))
    try:
        said = orjson.loads(value)
    except orjson.JSONDecodeError:
        said = None
    if not isinstance(said, dict):
        raise Refused(
            "message_unreadable",
            "The message is no JSON object.",
            "",
            "Send a CloudEvent in structured mode, as UTF-8.",
        )
    return said


def named(said: dict[str, Any], name: str) -> str | None:
    """An attribute that tells which message it is, where it is written as it should be."""
    value = said.get(name)
    fits = isinstance(value, str) and _TEXT.match(value) and not cpr.stands_in(value)
    return value if fits else None


def read(said: dict[str, Any], place: Place) -> Message:
    """The message of these attributes. Raises Refused."""
    _require_no_cpr(said)
    if said.get("specversion") != "1.0":
        raise _invalid("specversion", 'is not "1.0"')
    for name in _REQUIRED:
        if not (isinstance(said.get(name), str) and _TEXT.match(said[name])):
            raise _invalid(name, "is not a text of 1 to 200 visible ASCII characters")
    if not _TYPE.match(said["type"]):
        raise _invalid("type", "is not the name of a kind")
    if not isinstance(said.get("data"), dict):
        raise _invalid("data", "is not an object")
    if _any(said["data"], lambda text: "\0" in text):
        raise Refused("text_has_nul", "A text holds the character U+0000.", "", "Leave it out.")
    return Message(
        place=place,
        id=said["id"],
        source=said["source"],
        type=said["type"],
        subject=said["subject"],
        data=said["data"],
        actor=_optional(said, "actor", _TEXT),
        time=_time(said.get("time")),
        after=_optional(said, "after", re.compile(r"[\x21-\x7e]{1,2000}\Z")),
        traceparent=_optional(said, "traceparent", _TRACE),
        about={name: text for name, form in ABOUT.items() if (text := _optional(said, name, form))},
    )


def _optional(said: dict[str, Any], name: str, form: re.Pattern[str]) -> str:
    value = said.get(name)
    if value is None:
        return ""
    if not (isinstance(value, str) and form.match(value)):
        raise _invalid(name, "is not written as it should be")
    return value


def _time(value: Any) -> datetime | None:
    if value is None:
        return None
    try:
        moment = datetime.fromisoformat(value)
        if moment.tzinfo is None:
            raise ValueError("no offset from UTC")
        return moment.astimezone(UTC)
    except (TypeError, ValueError, OverflowError):
        raise _invalid("time", "is no moment with its offset from UTC (RFC 3339)") from None


def _require_no_cpr(said: dict[str, Any]) -> None:
    """A number of the civil register is nowhere in it: neither in what stays in clear nor in somebody's words. X-05."""
    if _any(said, cpr.stands_in):
        raise cpr.refused()


def _any(node: Any, is_so: Callable[[str], bool]) -> bool:
    """Whether any text of a JSON document is so, those that name something among them. However deep it is."""
    left = [node]
    while left:
        node = left.pop()
        if isinstance(node, dict):
            left += [*node, *node.values()]
        elif isinstance(node, list):
            left += node
        elif isinstance(node, str) and is_so(node):
            return True
    return False


def _invalid(name: str, words: str) -> Refused:
    return Refused(
        "message_invalid", f"The attribute {name} {words}.", "", "Correct it.", {"attribute": name}
    )


def _too_large(size: int) -> Refused:
    if size == 0:
        return Refused(
            "message_unreadable",
            "The message has no value.",
            "",
            "Send a CloudEvent in structured mode, as UTF-8.",
        )
    return Refused(
        "message_too_large",
        "The message is too large.",
        "",
        "Send what is needed to say the one fact.",
        {"bytes": str(size), "at_most": str(LONGEST)},
    )
