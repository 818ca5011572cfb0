"""Opened documents, kept for as long as they and the keys of those in them stay the same: opening takes longest."""

from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass

from eventkeep.keys import Keys
from eventkeep.sealing import sealed_in

_MOST_BYTES = 32 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class _Kept:
    sealed: bytes
    keys: Mapping[str, bytes | None]
    opened: bytes


class Opened:
    """Opens JSON documents. The keys are looked up each time: whoever was forgotten is in none of them."""

    def __init__(self, keys: Keys, most_bytes: int = _MOST_BYTES) -> None:
        """`most_bytes`: how long the opened documents that are kept may be together."""
        self.keys, self._most_bytes, self._bytes = keys, most_bytes, 0
        self._kept: OrderedDict[str, _Kept] = OrderedDict()

    async def __call__(self, family: str, document: bytes) -> bytes:
        """A family's document with every sealed text opened, the rest byte for byte as it was. Raises Tampered."""
        kept = self._kept.get(family)
        if kept is not None and kept.sealed == document:
            self._kept.move_to_end(family)
            if await self.keys.find(kept.keys) == kept.keys:
                return kept.opened
        self._forget(family)
        sealed = sealed_in(document)
        found = await self.keys.find(sealed.subjects)
        opened = sealed.opened(found)
        self._keep(family, _Kept(document, found, opened))
        return opened

    def _keep(self, family: str, kept: _Kept) -> None:
        self._forget(family)  # another may have kept it meanwhile
        self._kept[family] = kept
        self._bytes += len(kept.opened)
        while self._bytes > self._most_bytes:
            self._forget(next(iter(self._kept)))

    def _forget(self, family: str) -> None:
        if family in self._kept:
            self._bytes -= len(self._kept.pop(family).opened)
