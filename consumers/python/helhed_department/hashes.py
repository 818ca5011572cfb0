"""Hashes as contracts/ describe them: SHA-256 over canonical JSON (RFC 8785). No floats, ASCII keys."""

import hashlib
import json
from typing import Any

_BEGINS, _ENDS = b'"plan":{', b'},"state_no":'


def canonical(value: Any) -> str:
    """Canonical JSON."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def hash_of(plan: dict[str, Any], view_version: int) -> str:
    """The hash of a plan, which everybody who is shown this state has."""
    return hash_of_text(canonical(plan), view_version)


def hash_of_text(text: str, view_version: int) -> str:
    """The same, of a plan that is canonical JSON already."""
    return hashlib.sha256(b'{"plan":%b,"view":%d}' % (text.encode(), view_version)).hexdigest()


def part_hash(section: Any) -> str:
    """The hash of one section of a plan, such as `goals`."""
    return hashlib.sha256(canonical(section).encode()).hexdigest()


def parsed(value: bytes) -> tuple[Any, str | None]:
    """A message as a value, and the plan in it as the text that stands there: null is in its place then, since few look into
    each plan. None where the plan isn't written apart; then it is in its place. Raises ValueError."""
    begins, ends = value.find(_BEGINS) + len(_BEGINS) - 1, value.rfind(_ENDS) + 1
    if len(_BEGINS) <= begins < ends:
        try:
            event = json.loads(b"%b null %b" % (value[:begins], value[ends:]))
            if event["data"]["plan"] is None:
                return event, value[begins:ends].decode()
        except (ValueError, KeyError, TypeError):
            pass
    return json.loads(value), None
