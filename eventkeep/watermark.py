"""Watermarks: "everything that the service committed before this time is above", once a second in every partition."""

from dataclasses import dataclass
from datetime import datetime

import orjson

TYPE = "helhed.watermark.v1"


@dataclass(frozen=True, slots=True)
class Watermark:
    """Everything that the service committed before `at` is above, in this partition. `offset`: where it was read."""

    service: str
    partition: int
    at: datetime
    position: int
    offset: int = -1


def encode_watermark(mark: Watermark) -> bytes:
    """The watermark as a CloudEvent."""
    return orjson.dumps(
        {
            "specversion": "1.0",
            "id": f"{mark.position}-{mark.partition}-{mark.at.timestamp()}",
            "source": f"/helhed/{mark.service}",
            "type": TYPE,
            "time": mark.at,
            "datacontenttype": "application/json",
            "data": {"partition": mark.partition, "position": mark.position},
        }
    )


def decode_watermark(value: bytes) -> Watermark | None:
    """The watermark in these bytes; None where they are something else. Raises ValueError on broken JSON."""
    if TYPE.encode() not in value:
        return None
    event = orjson.loads(value)
    if event.get("type") != TYPE:
        return None
    data = event["data"]
    return Watermark(
        event["source"].rpartition("/")[2],
        data["partition"],
        datetime.fromisoformat(event["time"]),
        data["position"],
    )
