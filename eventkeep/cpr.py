"""A civil registration number (CPR) in a text, however it is written: a day, a month, a year, four digits. X-05.

What looks alike and is none is cut out first: ids, hashes, moments and days as machines write them.
"""

import re
from collections.abc import Iterator
from typing import Any

from google.protobuf.message import Message

from eventkeep.refused import Refused

# \s takes the no-break space too; then the hyphens and dashes of Unicode, the minus sign and the soft hyphen.
_BETWEEN = r"[\s./\-\u00ad\u2010-\u2015\u2212]*"
_DIGITS = _BETWEEN.join(("(?:0[1-9]|[12][0-9]|3[01])", "(?:0[1-9]|1[0-2])", "[0-9]{2}", "[0-9]{4}"))
_NUMBER = re.compile(rf"(?<!\d){_DIGITS}(?!\d)")
_IN_BYTES = re.compile(rb"[\s\x1c-\x1f./\-\x80-\xff]*".join((rb"[0-3]\d", rb"[01]\d", rb"\d\d", rb"\d{4}")))
"""Finds more than there is: whatever it doesn't find isn't there. The bytes beside a text may be digits too."""
_ALIKE = re.compile(
    r"(?<![0-9a-z])(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"  # a UUID
    r"|[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}"  # a traceparent
    r"|[0-9a-f]{16,})(?![0-9a-z])"  # a hash, or an id of that kind
    r"|(?<!\d)(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])"  # a day, and a moment of it
    r"(?:[T ]\d\d:\d\d(?::\d\d(?:[.,]\d+)?)?(?:[+-]\d\d:?\d\d)?)?(?!\d)",
    re.IGNORECASE,
)


def stands_in(text: str) -> bool:
    """Whether a text holds what looks like such a number."""
    return _NUMBER.search(text) is not None and _NUMBER.search(_ALIKE.sub("|", text)) is not None


def require_none(message: Message, raw: bytes, beside: str) -> None:
    """Raises Refused where a text of a message holds one, the part `beside` it apart. `raw` is the message as it came."""
    if _IN_BYTES.search(raw) and any(map(stands_in, _texts(message, beside))):
        raise refused()


def refused() -> Refused:
    """The refusal. It says nothing of what was sent."""
    return Refused(
        "cpr_number_sent",
        "What was sent holds what looks like a civil registration number (CPR).",
        "X-05",
        "Leave it out: persons are named by our id, or by an id of your system that was linked to them.",
    )


def _texts(message: Message, beside: str = "") -> Iterator[str]:
    """The texts of a message, those of messages within it too."""
    for field, value in message.ListFields():
        if field.name != beside:
            parts: Any = value if field.is_repeated else (value,)
            for part in parts:
                if isinstance(part, Message):
                    yield from _texts(part)
                elif isinstance(part, str):
                    yield part
