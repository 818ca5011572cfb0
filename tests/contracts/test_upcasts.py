"""Old versions are read as the newest, step by step; a chain that leads nowhere is refused before anything is read."""

from typing import Annotated, Any, ClassVar

import pytest

from contracts.ids import PersonId
from contracts.shapes import Event, Sealed
from eventkeep.codec import Upcaster, Vocabulary
from eventkeep.sealing import opened, seal
from tests.contracts.test_golden import told
from tests.unit.family import ANNA

FIRST, SECOND, THIRD = (f"helhed.kites.kite-flown.v{n}" for n in (1, 2, 3))
KEY = bytes(32)


class KiteFlown(Event):
    """Somebody let a kite fly: the third way to say so."""

    wire: ClassVar[str] = THIRD
    flier: PersonId
    metres: int
    wind: str
    said: Annotated[str, Sealed(of="flier")]


def second(data: dict[str, Any]) -> dict[str, Any]:
    """Kilometres became metres."""
    return {**{name: value for name, value in data.items() if name != "km"}, "metres": data["km"] * 1_000}


def third(data: dict[str, Any]) -> dict[str, Any]:
    """The wind is told, and `words` are called `said`."""
    return {
        **{name: value for name, value in data.items() if name != "words"},
        "said": data["words"],
        "wind": "unknown",
    }


def words(**upcasts: tuple[str, Upcaster]) -> Vocabulary:
    """A vocabulary that knows the third version alone."""
    return Vocabulary(
        "kites", {THIRD: KiteFlown}, Sealed, {f"helhed.kites.kite-flown.{v}": to for v, to in upcasts.items()}
    )


CHAIN = words(v1=(SECOND, second), v2=(THIRD, third))
THEN = {
    FIRST: {"flier": ANNA, "km": 2, "words": "Higher!"},
    SECOND: {"flier": ANNA, "metres": 2_000, "words": "Higher!"},
    THIRD: {"flier": ANNA, "metres": 2_000, "wind": "unknown", "said": "Higher!"},
}


@pytest.mark.parametrize("wire", THEN)
def test_each_version_is_read_as_the_third(wire: str) -> None:
    assert CHAIN.read(told(wire, THEN[wire])) == KiteFlown(
        flier=ANNA, metres=2_000, wind="unknown", said="Higher!"
    )


def test_what_was_sealed_under_an_old_name_is_opened_under_the_new_one() -> None:
    """X-05: a sealed text carries the place that it was sealed for."""
    sealed = seal(KEY, ANNA, "an-event", "words", "Higher!")
    read = CHAIN.read(told(FIRST, {**THEN[FIRST], "words": sealed}))
    assert isinstance(read, KiteFlown)
    assert opened(KEY, read.said) == "Higher!"


def test_what_nobody_ever_said_is_skipped() -> None:
    assert CHAIN.read(told("helhed.kites.kite-flown.v4", {})) is None


@pytest.mark.parametrize(
    "broken",
    [
        {"v1": (SECOND, second)},
        {"v1": (SECOND, second), "v2": ("helhed.kites.kite-flow.v3", third)},
        {"v1": (SECOND, second), "v2": (FIRST, third)},
        {"v1": (FIRST, second)},
    ],
    ids=["a link is missing", "a name is wrong", "it goes in a circle", "it leads to itself"],
)
def test_a_chain_that_leads_nowhere_is_refused(broken: dict[str, tuple[str, Upcaster]]) -> None:
    with pytest.raises(ValueError, match=r"kite-flown\.v1 leads to no event"):
        words(**broken)


def test_a_version_that_is_still_known_is_not_upcast() -> None:
    with pytest.raises(ValueError, match="is known, and upcast as well"):
        words(v3=(SECOND, third))
