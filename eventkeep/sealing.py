"""Sealing of personal text: AES-256-GCM under the key of whose text it is.

A sealed text is itself text, `sealed.1.<subject>.<event id>.<path>.<nonce and cipher, base64url>`, so that it can be
copied into views and journals as it is. Subject, event and path are authenticated with it.
"""

import base64
import re
import secrets
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import orjson
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from eventkeep.keys import Keys

PREFIX = "sealed.1."
FORGOTTEN = "[forgotten]"
# Nothing in a sealed text is escaped in JSON. It begins with what is searched for fastest: a quote is looked at later.
_IN_JSON = re.compile(rb'"(sealed\.1\.[^"\\]+)"(?!:)')


class Tampered(Exception):
    """A sealed text that its own key doesn't open: it was changed or moved."""


def seal(key: bytes, subject: str, event_id: str, path: str, text: str) -> str:
    """The text, sealed."""
    place = f"{subject}.{event_id}.{path.replace('.', '/')}"
    nonce = secrets.token_bytes(12)
    cipher = nonce + AESGCM(key).encrypt(nonce, text.encode(), place.encode())
    return f"{PREFIX}{place}.{base64.urlsafe_b64encode(cipher).decode()}"


def subject_of(text: str) -> str | None:
    """Whose sealed text this is; None where it isn't sealed."""
    if not text.startswith(PREFIX) or len(text) < 100 or text.count(".") != 5:
        return None
    return text.split(".", 3)[2]


def opened(key: bytes | None, text: str) -> str:
    """The text in a sealed text; words that say so where its key is gone. Raises Tampered."""
    if key is None:
        return FORGOTTEN
    place, _, cipher = text.removeprefix(PREFIX).rpartition(".")
    try:
        sealed = base64.urlsafe_b64decode(cipher)
        return AESGCM(key).decrypt(sealed[:12], sealed[12:], place.encode()).decode()
    except (InvalidTag, ValueError):
        raise Tampered(f"a sealed text of {place} can't be opened") from None


async def open_all(keys: Keys, documents: Iterable[Any]) -> list[Any]:
    """Copies of JSON documents with every sealed text opened: one look-up of keys for all of them."""
    held = list(documents)
    subjects: set[str] = set()
    for document in held:
        _walk(document, lambda text: _note(text, subjects))
    if not subjects:
        return held
    found = await keys.find(subjects)

    def reveal(text: str) -> str:
        subject = subject_of(text)
        return text if subject is None else opened(found[subject], text)

    return [_walk(document, reveal) for document in held]


async def open_json(keys: Keys, document: bytes) -> bytes:
    """A JSON document with every sealed text opened, the rest byte for byte as it was. Raises Tampered."""
    sealed = sealed_in(document)
    return sealed.opened(await keys.find(sealed.subjects)) if sealed.whose else document


@dataclass(frozen=True, slots=True)
class SealedJson:
    """A JSON document cut at its sealed texts: every second of `pieces` may be one, of whom says `whose` by its number."""

    pieces: Sequence[bytes]
    whose: Mapping[int, str]

    @property
    def subjects(self) -> set[str]:
        """Whose keys it takes."""
        return set(self.whose.values())

    @property
    def texts(self) -> frozenset[str]:
        """The sealed texts themselves."""
        return frozenset(self.pieces[number].decode() for number in self.whose)

    def opened(self, found: Mapping[str, bytes | None]) -> bytes:
        """The document opened with these keys. Raises Tampered."""
        pieces = [*self.pieces]
        for number in range(1, len(pieces), 2):
            subject, text = self.whose.get(number), pieces[number]
            pieces[number] = (
                b'"%b"' % text if subject is None else orjson.dumps(opened(found[subject], text.decode()))
            )
        return b"".join(pieces)


def sealed_in(document: bytes) -> SealedJson:
    """The sealed texts in a JSON document. A quote within another text, which has a backslash before it, begins none."""
    pieces = _IN_JSON.split(document)
    whose = {
        number: subject
        for number in range(1, len(pieces), 2)
        if (subject := subject_of(pieces[number].decode())) and not pieces[number - 1].endswith(b"\\")
    }
    return SealedJson(pieces, whose)


async def forgotten_in(keys: Keys, document: bytes) -> bool:
    """Whether a JSON document holds text of somebody whose key is gone."""
    return None in (await keys.find(sealed_in(document).subjects)).values()


def _note(text: str, subjects: set[str]) -> str:
    subject = subject_of(text)
    if subject is not None:
        subjects.add(subject)
    return text


def _walk(node: Any, change: Callable[[str], str]) -> Any:
    if isinstance(node, str):
        return change(node)
    if isinstance(node, dict):
        return {name: _walk(value, change) for name, value in node.items()}
    if isinstance(node, list | tuple):
        return [_walk(value, change) for value in node]
    return node
