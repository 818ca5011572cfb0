"""One event as CloudEvents 1.0 in structured JSON: the same bytes in store, topic and journal."""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import orjson

from eventkeep import vector
from eventkeep.streams import key_of

NO_DIGEST = bytes(32)
CONTENT_TYPE = "application/cloudevents+json; charset=UTF-8"
HEADERS = [("content-type", CONTENT_TYPE.encode())]
"""Of each record of ours: CloudEvents in structured mode, by their binding to Kafka. One list for all: nobody changes it."""
ABOUT = {
    "orgunit": re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\Z"),
    "klesubject": re.compile(r"\d\d(?:\.\d\d(?:\.\d\d)?)?\Z"),
    "caseid": re.compile(r"[A-Za-z0-9][A-Za-z0-9./_-]{0,63}\Z"),
    "sorid": re.compile(r"\d{11,18}\Z"),
}
"""Attributes that say whose work it was in the terms of Danish authorities, and how they are written: the organisation's
unit (UUID), the subject in KL's classification (KLE), the case in the sender's system, the health organisation (SOR)."""


class Unreadable(Exception):
    """Bytes that are no event of ours. The message names what is wrong, never what stands in them."""


@dataclass(frozen=True, slots=True)
class Envelope:
    """Everything about an event but what it says."""

    id: str
    service: str
    type: str
    stream: str
    version: int
    time: str
    occurred_at: str
    actor: str
    causes: vector.Vector
    purpose: str = ""
    correlation_id: str = ""
    causation_id: str = ""
    traceparent: str = ""
    about: Mapping[str, str] = field(default_factory=dict)
    """Those of ABOUT that were given."""

    @property
    def family(self) -> str:
        """The id of the stream: the Kafka key."""
        return self.stream.partition("/")[2]

    @property
    def key(self) -> str:
        """What the stream is called in a journal."""
        return key_of(self.stream)


@dataclass(frozen=True, slots=True)
class Told:
    """An event as it was stored: envelope and what it says, still sealed and not yet upcast."""

    envelope: Envelope
    data: dict[str, Any]


def encode(envelope: Envelope, data: dict[str, Any]) -> bytes:
    """The event's bytes."""
    event: dict[str, Any] = {
        "specversion": "1.0",
        "id": envelope.id,
        "source": f"/helhed/{envelope.service}",
        "type": envelope.type,
        "subject": envelope.stream,
        "time": envelope.time,
        "datacontenttype": "application/json",
        "partitionkey": envelope.family,
        "familyversion": envelope.version,
        "causes": vector.text(envelope.causes),
        "occurredat": envelope.occurred_at,
        "actor": envelope.actor,
    }
    optional = {
        "purpose": envelope.purpose,
        "correlationid": envelope.correlation_id,
        "causationid": envelope.causation_id,
        "traceparent": envelope.traceparent,
    }
    event |= {name: value for name, value in optional.items() if value}
    event |= envelope.about
    event["data"] = data
    return orjson.dumps(event)


def decode(value: bytes) -> Told:
    """The event in these bytes. Unknown attributes are skipped. Raises Unreadable."""
    try:
        event = orjson.loads(value)
        envelope = Envelope(
            id=event["id"],
            service=event["source"].rpartition("/")[2],
            type=event["type"],
            stream=event["subject"],
            version=event["familyversion"],
            time=event["time"],
            occurred_at=event.get("occurredat", event["time"]),
            actor=event.get("actor", ""),
            causes=vector.parse(event.get("causes", "")),
            purpose=event.get("purpose", ""),
            correlation_id=event.get("correlationid", ""),
            causation_id=event.get("causationid", ""),
            traceparent=event.get("traceparent", ""),
            about={name: event[name] for name in ABOUT if name in event},
        )
        data = event["data"]
    except (orjson.JSONDecodeError, KeyError, TypeError, AttributeError, ValueError) as error:
        raise Unreadable(f"not a CloudEvent of ours ({type(error).__name__})") from None
    texts = (envelope.id, envelope.type, envelope.stream, envelope.time)
    if type(data) is not dict or not all(type(t) is str for t in texts) or type(envelope.version) is not int:
        raise Unreadable("not a CloudEvent of ours (an attribute of another kind)")
    if envelope.version < 1:
        raise Unreadable("not a CloudEvent of ours (familyversion)")
    return Told(envelope, data)


def chained(previous: bytes, value: bytes) -> bytes:
    """The digest of an event: SHA-256(digest before it ‖ its stored bytes)."""
    return hashlib.sha256(previous + value).digest()
