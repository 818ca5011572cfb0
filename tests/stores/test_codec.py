"""A service's words: fields are sealed wherever they stand, old versions read as new, unknown ones passed."""

from dataclasses import replace
from pathlib import Path
from typing import Annotated, Any, ClassVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contracts.shapes import Event, Part, Sealed
from eventkeep.cloudevent import Envelope, Told
from eventkeep.codec import Vocabulary
from eventkeep.keys import FileKeys, KeyForgotten
from eventkeep.sealing import open_all, opened, subject_of

ANNA, BO, FAMILY = (f"{n}0000000-0000-4000-8000-000000000001" for n in (1, 2, 3))
ONE, TWO, THREE = (f"40000000-0000-4000-8000-00000000000{n}" for n in (1, 2, 3))
KEYS = {ANNA: b"a" * 32, BO: b"b" * 32, FAMILY: b"f" * 32}


class Tail(Part):
    """A kite's tail, and who made it."""

    maker: str
    note: Annotated[str | None, Sealed(of="maker")] = None
    bows: int = 0


class Kite(Part):
    """A kite with tails."""

    owner: str
    name: Annotated[str, Sealed(of="owner")]
    tails: tuple[Tail, ...] = ()


class KitesShown(Event):
    """Kites were shown at a meeting."""

    wire: ClassVar[str] = "helhed.kites.kites-shown.v3"
    family: str
    place: Annotated[str, Sealed(of="family")]
    weather: str
    best: Kite | None = None
    kites: tuple[Kite, ...] = ()
    count: int = 0


SHOWN = KitesShown(
    family=FAMILY,
    place="at home",
    weather="windy",
    best=Kite(owner=BO, name="Sky", tails=(Tail(maker=ANNA, note="for Bo", bows=2),)),
    kites=(
        Kite(owner=ANNA, name="Sea"),
        Kite(owner=BO, name="Sun", tails=(Tail(maker=BO), Tail(maker=ANNA))),
    ),
    count=3,
)


def from_first(data: dict[str, Any]) -> dict[str, Any]:
    """The first version said where, in another word."""
    return {**{k: v for k, v in data.items() if k != "where"}, "place": data["where"]}


def from_second(data: dict[str, Any]) -> dict[str, Any]:
    """The second version said nothing of the weather."""
    return {**data, "weather": "unknown"}


VOCABULARY = Vocabulary(
    "kites",
    {KitesShown.wire: KitesShown},
    Sealed,
    {
        "helhed.kites.kites-shown.v1": ("helhed.kites.kites-shown.v2", from_first),
        "helhed.kites.kites-shown.v2": ("helhed.kites.kites-shown.v3", from_second),
    },
)
ENVELOPE = Envelope(
    id="e", service="kites", type=KitesShown.wire, stream="kite/1", version=1, time="t", occurred_at="t",
    actor="a", causes={},
)  # fmt: skip


def told(version: int, data: dict[str, Any]) -> Told:
    """An event of that version, as it was stored."""
    return Told(replace(ENVELOPE, type=f"helhed.kites.kites-shown.v{version}"), data)


def test_personal_text_is_sealed_wherever_it_stands() -> None:
    """Sealed for whom the field beside it names; the rest is clear."""
    sealed = VOCABULARY.sealed(SHOWN, ONE, KEYS)
    assert subject_of(sealed["place"]) == FAMILY
    assert subject_of(sealed["best"]["name"]) == BO
    assert subject_of(sealed["best"]["tails"][0]["note"]) == ANNA
    assert [subject_of(kite["name"]) for kite in sealed["kites"]] == [ANNA, BO]
    assert sealed["kites"][1]["tails"] == [
        {"maker": BO, "note": None, "bows": 0},
        {"maker": ANNA, "note": None, "bows": 0},
    ]
    assert (sealed["weather"], sealed["count"], sealed["best"]["tails"][0]["bows"]) == ("windy", 3, 2)
    assert VOCABULARY.subjects(SHOWN) == {FAMILY, ANNA, BO}


def test_each_sealed_text_knows_its_place() -> None:
    """Event and path are part of it, so that no text passes for another."""
    sealed = VOCABULARY.sealed(SHOWN, ONE, KEYS)
    assert sealed["place"].startswith(f"sealed.1.{FAMILY}.{ONE}.place.")
    assert sealed["kites"][1]["name"].startswith(f"sealed.1.{BO}.{ONE}.kites/1/name.")
    assert sealed["best"]["tails"][0]["note"].startswith(f"sealed.1.{ANNA}.{ONE}.best/tails/0/note.")
    assert opened(KEYS[BO], sealed["kites"][1]["name"]) == "Sun"


TEXTS = st.text(min_size=1)
TAILS = st.builds(Tail, maker=st.sampled_from([ANNA, BO]), note=st.none() | TEXTS)
PEOPLE = st.sampled_from([ANNA, BO])
KITES = st.builds(Kite, owner=PEOPLE, name=TEXTS, tails=st.lists(TAILS, max_size=2).map(tuple))


@given(
    st.builds(
        KitesShown,
        family=st.just(FAMILY),
        place=TEXTS,
        best=st.none() | KITES,
        kites=st.lists(KITES, max_size=3).map(tuple),
    )
)
def test_an_event_survives_the_wire(event: KitesShown) -> None:
    """Sealed and opened again it is the same event; sealed it is an event too."""
    sealed = VOCABULARY.sealed(event, ONE, KEYS)
    assert isinstance(VOCABULARY.read(told(3, sealed)), KitesShown)
    assert VOCABULARY.read(told(3, _opened(sealed))) == event


def _opened(node: Any) -> Any:
    if isinstance(node, dict):
        return {name: _opened(value) for name, value in node.items()}
    if isinstance(node, list):
        return [_opened(value) for value in node]
    subject = subject_of(node) if isinstance(node, str) else None
    return node if subject is None else opened(KEYS[subject], node)


async def test_events_are_sealed_with_keys_made_where_there_are_none(tmp_path: Path) -> None:
    """Each event's texts belong to that event, and the keys are asked for once."""
    keys = FileKeys(tmp_path, ttl=0)
    first, second = await VOCABULARY.seal_all([(SHOWN, ONE), (SHOWN, TWO)], keys)
    assert first["place"].split(".")[3] == ONE
    assert second["place"].split(".")[3] == TWO
    plain = SHOWN.model_dump(mode="json")
    assert await open_all(keys, [first, second]) == [plain, plain]
    await keys.forget(ANNA)
    with pytest.raises(KeyForgotten):
        await VOCABULARY.seal_all([(SHOWN, THREE)], keys)


def test_old_versions_are_upcast_step_by_step() -> None:
    """Events are never changed: they are upcast on read, sealed text and all."""
    sealed = VOCABULARY.sealed(SHOWN, ONE, KEYS)["place"]
    first = VOCABULARY.read(told(1, {"family": FAMILY, "where": sealed, "count": 3}))
    second = VOCABULARY.read(told(2, {"family": FAMILY, "place": sealed, "count": 3}))
    third = VOCABULARY.read(told(3, {"family": FAMILY, "place": sealed, "weather": "unknown", "count": 3}))
    assert first == second == third
    assert first is not None
    assert opened(KEYS[FAMILY], first.place) == "at home"


def test_upcasting_changes_nothing_that_is_stored() -> None:
    """Upcasters are pure: the same event may be read again."""
    event = told(1, {"family": FAMILY, "where": "at home"})
    assert VOCABULARY.read(event) == VOCABULARY.read(event)
    assert event.data == {"family": FAMILY, "where": "at home"}


def test_events_of_newer_versions_are_passed_by() -> None:
    """This code doesn't know them, and doesn't fail on them."""
    assert VOCABULARY.read(told(4, {})) is None
    assert VOCABULARY.read(Told(replace(ENVELOPE, type="helhed.kites.kite-lost.v1"), {})) is None


def test_fields_of_newer_versions_are_passed_by() -> None:
    """A field may be added within a version."""
    data = {**SHOWN.model_dump(mode="json"), "mood": "good"}
    assert VOCABULARY.read(told(3, data)) == SHOWN
