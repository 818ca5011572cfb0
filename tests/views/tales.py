"""What services told of the invented family, as a tale: one event after the other, a day apart."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from contracts.shapes import Event
from eventkeep.cloudevent import Envelope, Told
from eventkeep.sealing import PREFIX
from services.overview.tale import Happened, happened
from services.words import VOCABULARIES
from tests.unit.family import FAMILY, SOFIE
from tests.views.shown import teller

BEGAN = datetime(2024, 1, 30, 11, 0, tzinfo=UTC)


def told(*events: Event, days: float = 1.0, began: datetime = BEGAN) -> list[Told]:
    """The events as they were recorded, each after all before it."""
    counts: Counter[str] = Counter()
    found: list[Told] = []
    for number, event in enumerate(events):
        service = teller(event)
        causes = dict(counts)
        counts[service] += 1
        at = (began + timedelta(days=days * number)).isoformat()
        envelope = Envelope(
            id=f"{service}-{counts[service]}",
            service=service,
            type=event.wire,
            stream=f"family/{FAMILY}",
            version=counts[service],
            time=at,
            occurred_at=at,
            actor=f"professional:{SOFIE}",
            causes=causes,
        )
        found.append(Told(envelope, event.model_dump(mode="json")))
    return found


def tale(*events: Event, days: float = 1.0, began: datetime = BEGAN) -> Sequence[Happened]:
    """The same, ready to be told on."""
    return [happened(each) for each in told(*events, days=days, began=began)]


def with_sealed_words(each: Told) -> Told:
    """The same event with its personal text sealed: each text is told from all others."""
    words = VOCABULARIES[each.envelope.service]
    event = words.read(each)
    assert event is not None
    keys: dict[str, bytes] = defaultdict(lambda: bytes(32))
    data: dict[str, Any] = words.sealed(event, each.envelope.id, keys)
    return Told(each.envelope, data)


def sealed_in(text: str) -> set[str]:
    """The sealed texts in a text."""
    return set(re.findall(re.escape(PREFIX) + r"[\w-]+\.[\w-]+\.[\w/]+\.[\w=-]+", text))
