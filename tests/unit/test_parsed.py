"""Documents are parsed once for as long as they stay the same, and never taken for others."""

from dataclasses import dataclass

import pytest
from pydantic import ValidationError

from eventkeep.parsed import Parsed


@dataclass(frozen=True)
class Wishes:
    """What somebody wished."""

    words: tuple[str, ...] = ()


OLD, NEW = b'{"words": ["a kite"]}', b'{"words": ["a boat"]}'


def test_the_same_document_is_parsed_once() -> None:
    """Other bytes of the same contents are the same document."""
    parsed = Parsed(Wishes)
    first = parsed("anna", OLD)
    assert first == Wishes(("a kite",))
    assert parsed("anna", bytes(bytearray(OLD))) is first


def test_another_document_says_otherwise() -> None:
    """Also one of the same length, and one that goes back, as after a restore."""
    parsed = Parsed(Wishes)
    assert [parsed("anna", each).words for each in (OLD, NEW, OLD)] == [("a kite",), ("a boat",), ("a kite",)]
    assert parsed("bo", NEW).words == ("a boat",)
    assert parsed("anna", OLD).words == ("a kite",)


def test_what_was_used_longest_ago_is_let_go() -> None:
    """As many bytes as are allowed, also where a document grew or is longer than all that."""
    parsed = Parsed(Wishes, most_bytes=2 * len(OLD))
    anna, bo = parsed("anna", OLD), parsed("bo", OLD)
    assert parsed("anna", OLD) is anna
    parsed("clara", OLD)
    assert parsed("anna", OLD) is anna
    assert parsed("bo", OLD) is not bo
    assert parsed("clara", b'{"words": ["' + b"x" * 99 + b'"]}').words == ("x" * 99,)
    assert parsed("clara", NEW).words == ("a boat",)
    again = parsed("anna", OLD)
    assert again is not anna
    assert parsed("anna", OLD) is again


def test_what_is_no_document_is_kept_by_nobody() -> None:
    parsed = Parsed(Wishes)
    with pytest.raises(ValidationError):
        parsed("anna", b"nothing")
    assert parsed("anna", OLD).words == ("a kite",)
