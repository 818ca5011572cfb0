"""Events to measure with: 400 bytes each, whose id follows from their stream and version."""

import uuid
from collections.abc import Sequence

from eventkeep.cloudevent import Envelope, encode

SIZE = 400
SERVICE = "contacts"


def families(count: int) -> list[str]:
    """Ids of families that nobody has."""
    return [str(uuid.uuid4()) for _ in range(count)]


class Made:
    """The events of one stream, as bytes of one size."""

    def __init__(self, family: str) -> None:
        self.stream = f"family/{family}"
        self._family = family
        bare = len(encode(self._envelope(1), {"family": family, "note": ""}))
        self._note = "x" * (SIZE - bare)

    def value(self, version: int) -> bytes:
        """The bytes of the event with this version."""
        return encode(self._envelope(version), {"family": self._family, "note": self._note})

    def command_id(self, version: int) -> str:
        """The id of the command that this event comes of."""
        return f"{self._family[:24]}{version:012x}"

    def _envelope(self, version: int) -> Envelope:
        now = "2026-01-01T00:00:00+00:00"
        return Envelope(
            f"{self._family}.{version}",
            SERVICE,
            "helhed.bench.noted.v1",
            self.stream,
            version,
            now,
            now,
            "",
            {},
        )


def interleaved(streams: Sequence[Made], each: int) -> list[tuple[Made, int]]:
    """Every stream's events, one of each in turn: stream and version."""
    return [(stream, version) for version in range(1, each + 1) for stream in streams]
