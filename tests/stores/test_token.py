"""Tokens: a family and a version vector, authenticated."""

import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventkeep.refused import Refused
from eventkeep.token import Seen, Tokens

OURS = Tokens(b"0" * 32)
SERVICES = st.sampled_from(["contacts", "meetings", "plans", "progress"])
VECTORS = st.dictionaries(SERVICES, st.integers(1, 2**53))
FAMILY = "0192f0c1-2b3c-7d4e-8f5a-6b7c8d9e0f1a"


@given(st.uuids().map(str), VECTORS)
def test_a_token_says_what_it_was_given_for(family: str, seen: dict[str, int]) -> None:
    """It travels in headers and addresses as it is."""
    token = OURS.issue(family, seen)
    assert OURS.read(token) == Seen(family, seen)
    assert token.replace("-", "").replace("_", "").isalnum()


@given(VECTORS, st.data())
def test_a_token_that_was_changed_is_refused(seen: dict[str, int], data: st.DataObject) -> None:
    """Whatever bit is changed: it is refused, or says the same."""
    token = OURS.issue(FAMILY, seen)
    raw = bytearray(base64.urlsafe_b64decode(token + "=" * (-len(token) % 4)))
    raw[data.draw(st.integers(0, len(raw) - 1))] ^= 1 << data.draw(st.integers(0, 7))
    refused(base64.urlsafe_b64encode(bytes(raw)).decode().rstrip("="))


@given(st.one_of(st.text(), st.binary().map(lambda raw: base64.urlsafe_b64encode(raw).decode())))
def test_anything_else_is_refused(token: str) -> None:
    """Whatever is sent, it is a refusal and never an error."""
    refused(token)


def test_a_token_of_another_installation_is_refused() -> None:
    """Each has a secret of its own."""
    refused(Tokens(b"1" * 32).issue(FAMILY, {"plans": 1}))


def test_a_fingerprint_is_no_token() -> None:
    """The two are signed for different purposes."""
    body = f"{FAMILY}|plans=9".encode()
    refused(base64.urlsafe_b64encode(OURS.fingerprint(body) + body).decode().rstrip("="))


@given(st.binary(), st.binary())
def test_fingerprints_tell_contents_apart(one: bytes, other: bytes) -> None:
    """Keyed: who lacks the secret learns nothing about short contents."""
    assert (OURS.fingerprint(one) == OURS.fingerprint(other)) == (one == other)
    assert OURS.fingerprint(one) != Tokens(b"1" * 32).fingerprint(one)


def test_a_short_secret_is_not_taken() -> None:
    """At least 32 bytes."""
    with pytest.raises(ValueError, match="32 bytes"):
        Tokens(b"short")


def refused(token: str) -> None:
    """It is refused by its code."""
    with pytest.raises(Refused) as caught:
        OURS.read(token)
    assert caught.value.code == "token_invalid"
