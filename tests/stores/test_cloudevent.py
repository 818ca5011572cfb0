"""One event as CloudEvents 1.0 in structured JSON: it comes back whole, and nothing else is taken for one."""

import hashlib
from dataclasses import replace

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventkeep.cloudevent import NO_DIGEST, Envelope, Told, Unreadable, chained, decode, encode

ENVELOPE = Envelope(
    id="3f1f0c1e-5d2b-5b3e-9a4f-6c7d8e9f0a1b",
    service="plans",
    type="helhed.plans.goal-defined.v1",
    stream="family/0192f0c1-2b3c-7d4e-8f5a-6b7c8d9e0f1a",
    version=12,
    time="2026-03-01T12:00:01+00:00",
    occurred_at="2026-03-01T12:00:00+00:00",
    actor="professional:0192f0c1-2b3c-7d4e-8f5a-000000000001",
    causes={"contacts": 7, "plans": 11},
    purpose="coordination",
    correlation_id="c",
    causation_id="d",
    traceparent="00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
)
WORDS = st.text()
JSON = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(-(2**53) + 1, 2**53 - 1), WORDS),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(WORDS, inner, max_size=3)),
    max_leaves=8,
)
DATA = st.dictionaries(WORDS, JSON, max_size=4)


@given(DATA, WORDS, st.integers(1, 2**53 - 1), st.booleans())
def test_an_event_comes_back_whole(data: dict[str, object], actor: str, version: int, spare: bool) -> None:
    """The same bytes say it all: in store, topic and journal."""
    envelope = replace(ENVELOPE, actor=actor, version=version)
    if spare:
        envelope = replace(envelope, purpose="", correlation_id="", causation_id="", traceparent="")
    value = encode(envelope, data)
    assert decode(value) == Told(envelope, data)
    assert encode(envelope, data) == value


def test_it_is_a_cloud_event_in_structured_mode() -> None:
    """One Kafka value says it all, to a shell tool or a sink connector as well as to a library."""
    assert orjson.loads(encode(ENVELOPE, {"goal": "x"})) == {
        "specversion": "1.0",
        "id": ENVELOPE.id,
        "source": "/helhed/plans",
        "type": ENVELOPE.type,
        "subject": ENVELOPE.stream,
        "time": ENVELOPE.time,
        "datacontenttype": "application/json",
        "partitionkey": "0192f0c1-2b3c-7d4e-8f5a-6b7c8d9e0f1a",
        "familyversion": 12,
        "causes": "contacts=7,plans=11",
        "occurredat": ENVELOPE.occurred_at,
        "actor": ENVELOPE.actor,
        "purpose": "coordination",
        "correlationid": "c",
        "causationid": "d",
        "traceparent": ENVELOPE.traceparent,
        "data": {"goal": "x"},
    }


def test_the_family_is_the_key() -> None:
    """Events of a family stay in order: its id is the Kafka key."""
    assert ENVELOPE.family == "0192f0c1-2b3c-7d4e-8f5a-6b7c8d9e0f1a"


def test_attributes_of_newer_versions_are_skipped() -> None:
    """Newer services may say more."""
    event = orjson.loads(encode(ENVELOPE, {}))
    assert decode(orjson.dumps({**event, "mood": "good", "number": 3})) == Told(ENVELOPE, {})


@pytest.mark.parametrize("name", ["id", "source", "type", "subject", "familyversion", "time", "data"])
@pytest.mark.parametrize("wrong", [None, 0, -1, 1.5, [], True])
def test_an_event_that_lacks_something_is_unreadable(name: str, wrong: object) -> None:
    """What is no event of ours is said to be none, by kind, and nothing of it is shown."""
    event = orjson.loads(encode(ENVELOPE, {"secret": "words"}))
    without = {key: value for key, value in event.items() if key != name}
    for each in (without, {**event, name: wrong}):
        with pytest.raises(Unreadable) as caught:
            decode(orjson.dumps(each))
        assert "words" not in str(caught.value)


@given(st.one_of(st.binary(), JSON.map(orjson.dumps), DATA.map(orjson.dumps)))
def test_anything_else_is_unreadable(value: bytes) -> None:
    """Whatever lies in a topic: it is Unreadable, never another error."""
    with pytest.raises(Unreadable):
        decode(value)


@given(st.lists(st.binary(), max_size=5))
def test_a_chain_is_what_it_is_said_to_be(values: list[bytes]) -> None:
    """Digest n = SHA-256(digest n−1 ‖ stored bytes)."""
    ours, theirs = NO_DIGEST, bytes(32)
    for value in values:
        ours, theirs = chained(ours, value), hashlib.sha256(theirs + value).digest()
    assert ours == theirs
