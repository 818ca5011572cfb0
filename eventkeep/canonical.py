"""Canonical JSON and its hash: the same bytes for everybody who is shown the same."""

import hashlib
from collections.abc import Mapping

import orjson


def canonical(document: object) -> bytes:
    """Canonical JSON (RFC 8785) of documents without floats and with ASCII keys."""
    return orjson.dumps(document, option=orjson.OPT_SORT_KEYS)


def state_hash(view_version: int, document: object) -> bytes:
    """SHA-256 over the canonical JSON of view version and opened document."""
    return hash_of(view_version, canonical(document))


def hash_of(view_version: int, document: bytes) -> bytes:
    """The same, of an opened document that is canonical JSON already."""
    return hashlib.sha256(b'{"plan":%b,"view":%d}' % (document, view_version)).digest()


def part_hashes(document: Mapping[str, object]) -> dict[str, str]:
    """SHA-256 over the canonical JSON of each section of a document, in hexadecimal, by the section's name."""
    return {name: hashlib.sha256(canonical(part)).hexdigest() for name, part in document.items()}
