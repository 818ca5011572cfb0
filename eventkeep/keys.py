"""Keys per person (or other subject), wrapped by a key service. Forgetting a person destroys the key."""

import asyncio
import os
import secrets
import time
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Protocol

from cryptography.hazmat.primitives.ciphers.aead import AESGCM


class KeyForgotten(Exception):
    """This subject was forgotten: nothing can be sealed for it any more."""


class Keys(Protocol):
    """A key service. Keys are 32 bytes, for AES-256-GCM."""

    async def find(self, subjects: Iterable[str]) -> dict[str, bytes | None]:
        """The key of each subject, None where it was forgotten or never made."""
        ...

    async def make(self, subjects: Iterable[str]) -> dict[str, bytes]:
        """The key of each subject, made where there is none. Raises KeyForgotten."""
        ...

    async def forget(self, subject: str) -> None:
        """Destroys the subject's key for good. Repeating it is harmless."""
        ...


class FileKeys:
    """Keys as files in a folder that the services of one machine share: for development and tests.

    Each key is wrapped (AES-256-GCM) by the key-encryption key in `wrapping.key`. A forgotten subject leaves
    an empty `.forgotten` file, so that no key is made again. Found keys are remembered for `ttl` seconds.
    """

    def __init__(self, folder: Path, ttl: float = 2.0) -> None:
        self._folder = folder
        self._ttl = ttl
        self._cache: dict[str, tuple[float, bytes]] = {}
        folder.mkdir(parents=True, exist_ok=True)
        self._wrap = AESGCM(_once(folder / "wrapping.key", secrets.token_bytes(32)))

    async def find(self, subjects: Iterable[str]) -> dict[str, bytes | None]:
        return {subject: self._find(subject) for subject in subjects}

    async def make(self, subjects: Iterable[str]) -> dict[str, bytes]:
        found = {subject: self._find(subject) for subject in subjects}
        missing = [subject for subject, key in found.items() if key is None]
        made = await asyncio.to_thread(self._make_all, missing) if missing else {}
        return {subject: key or made[subject] for subject, key in found.items()}

    async def forget(self, subject: str) -> None:
        self._path(subject, ".forgotten").touch()
        self._path(subject, ".key").unlink(missing_ok=True)
        self._cache.pop(subject, None)

    def _path(self, subject: str, ending: str) -> Path:
        if not subject or not subject.replace("-", "").isalnum():
            raise ValueError("a key's subject is an id")
        return self._folder / (subject + ending)

    def _find(self, subject: str) -> bytes | None:
        found = self._cache.get(subject)
        if found and found[0] > time.monotonic():
            return found[1]
        self._cache.pop(subject, None)
        with suppress(FileNotFoundError):
            return self._remember(subject, self._path(subject, ".key").read_bytes())
        return None

    def _make_all(self, subjects: Iterable[str]) -> dict[str, bytes]:
        """In a thread of its own: each key waits for the disk."""
        return {subject: self._make(subject) for subject in subjects}

    def _make(self, subject: str) -> bytes:
        nonce = secrets.token_bytes(12)
        wrapped = nonce + self._wrap.encrypt(nonce, secrets.token_bytes(32), subject.encode())
        forgotten, path = self._path(subject, ".forgotten"), self._path(subject, ".key")
        if not forgotten.exists():
            with suppress(FileNotFoundError):  # forgotten between writing and reading
                wrapped = _once(path, wrapped)
        if forgotten.exists():  # also where that came between: it leaves its mark before it looks for the key
            path.unlink(missing_ok=True)
            raise KeyForgotten(subject)
        return self._remember(subject, wrapped)

    def _remember(self, subject: str, wrapped: bytes) -> bytes:
        key = self._wrap.decrypt(wrapped[:12], wrapped[12:], subject.encode())
        if len(self._cache) > 50_000:
            self._cache.clear()
        self._cache[subject] = (time.monotonic() + self._ttl, key)
        return key


def _once(path: Path, content: bytes) -> bytes:
    """Writes the file whole unless it is there; returns what stands in it, whoever wrote it."""
    if not path.exists():
        draft = path.with_name(f".{path.name}.{secrets.token_hex(8)}")
        handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        with suppress(FileExistsError):
            os.link(draft, path)
        draft.unlink()
    return path.read_bytes()
