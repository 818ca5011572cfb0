"""Hashes as contracts/ describe them: SHA-256 over canonical JSON (RFC 8785). There are no floats, and all keys are ASCII."""

import hashlib
import json
from typing import Any

_BEGINS, _ENDS = b'"plan":{', b'},"state_no":'


def canonical(value: Any) -> str:
    """Canonical JSON."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def hash_of(plan: dict[str, Any], view_version: int) -> str:
    """The hash of a plan, which everybody who is shown this state has."""
    return hashlib.sha256(canonical({"plan": plan, "view": view_version}).encode()).hexdigest()


def part_hash(section: Any) -> str:
    """The hash of one section of a plan, such as `goals`."""
    return hashlib.sha256(canonical(section).encode()).hexdigest()


def proved(value: bytes, plan: dict[str, Any], view_version: int, said: str) -> str | None:
    """The plan as canonical JSON, where the hash is that of it; None where it isn't.

    It mostly stands in the message in just these bytes, and the hash proves it: then nothing has to be written anew.
    """
    begins, ends = value.find(_BEGINS) + len(_BEGINS) - 1, value.rfind(_ENDS) + 1
    for text in (value[begins:ends], None):
        text = canonical(plan).encode() if text is None else text
        if hashlib.sha256(b'{"plan":%b,"view":%d}' % (text, view_version)).hexdigest() == said:
            return text.decode()
    return None
