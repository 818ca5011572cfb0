"""Documents as what they say, parsed once for as long as they stay the same: an old family's takes a millisecond."""

from collections import OrderedDict
from typing import Any

from pydantic import TypeAdapter

_MOST_BYTES = 8 * 1024 * 1024


class Parsed:
    """The newest documents of some families. One that differs in a byte is parsed anew, whatever its number says."""

    def __init__(self, kind: type[Any], most_bytes: int = _MOST_BYTES) -> None:
        """`most_bytes`: how long the documents that are kept may be together."""
        self._kind, self._most_bytes, self._bytes = TypeAdapter(kind), most_bytes, 0
        self._kept: OrderedDict[str, tuple[bytes, Any]] = OrderedDict()

    def __call__(self, family: str, document: bytes) -> Any:
        """What a family's document says. Callers share it and leave it as it is. Raises ValidationError."""
        kept = self._kept.get(family)
        if kept is not None and kept[0] == document:
            self._kept.move_to_end(family)
            return kept[1]
        said = self._kind.validate_json(document)
        self._forget(family)
        self._kept[family] = document, said
        self._bytes += len(document)
        while self._bytes > self._most_bytes:
            self._forget(next(iter(self._kept)))
        return said

    def _forget(self, family: str) -> None:
        if family in self._kept:
            self._bytes -= len(self._kept.pop(family)[0])
