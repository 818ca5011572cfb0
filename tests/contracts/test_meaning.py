"""Each field says what it means: its data class, its unit, its code system, a sentence. X-04."""

import json
from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from typing import Annotated, Any

import jsonschema_rs
import pytest
from pydantic import AwareDatetime, BaseModel

from contracts import codes
from contracts.ids import GoalId, Id, PersonId
from contracts.legal_bases import LEGAL_BASES
from contracts.meaning import CodeSystem, DataClass, Special, Unit
from contracts.shapes import Code, Part, Sealed, Text
from deploy.generate.envelopes import SAID, TOLD
from deploy.generate.meaning import Meaning, Unsaid, meanings
from deploy.generate.schemas import published, schema
from deploy.generate.table import TELLERS, events_of
from services.plans.templates import TEMPLATES

EVENTS = [(wire, event) for teller in TELLERS for wire, event in events_of(teller).items()]


def fields(made: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each field of a schema, in what it is made of too."""
    for name, model in {"": made, **made.get("$defs", {})}.items():
        for field, declared in model.get("properties", {}).items():
            yield f"{name}.{field}", declared


@pytest.mark.parametrize("make", [schema, published])
@pytest.mark.parametrize(("wire", "event"), EVENTS)
def test_every_field_of_every_event_says_what_it_means(make: Any, wire: str, event: type[BaseModel]) -> None:
    made = json.loads(make(wire, event))
    jsonschema_rs.meta.validate(made)
    for name, declared in fields(made):
        assert declared["x-data-class"] in list(DataClass), f"{wire} {name}"
        assert declared["description"], f"{wire} {name}"
        assert ("x-unit" in declared) is (declared["x-data-class"] == "number"), f"{wire} {name}"
        if declared["x-data-class"] in ("code", "organisation"):
            assert declared["x-code-system"], f"{wire} {name}"
        assert ("x-sealed-of" not in declared) or declared["x-data-class"] == "personal", f"{wire} {name}"


@pytest.mark.parametrize("envelope", [TOLD, SAID])
def test_every_attribute_beside_the_data_has_a_class_too(envelope: dict[str, Any]) -> None:
    for name, declared in envelope["properties"].items():
        assert declared["x-data-class"] in list(DataClass), name
        assert ("x-unit" in declared) is (declared["x-data-class"] == "number"), name


class Colour(StrEnum):
    """A kite's colour."""

    RED = "red"


class Tail(Part):
    """A kite's tail."""


COLOURS = CodeSystem("colours", "Any colour.", "red", special=Special.HEALTH)


@pytest.mark.parametrize(
    ("kind", "data_class"),
    [
        (PersonId, DataClass.PSEUDONYM),
        (Id, DataClass.PSEUDONYM),
        (tuple[GoalId, ...], DataClass.REFERENCE),
        (Annotated[str | None, Sealed(of="person")], DataClass.PERSONAL),
        (Text | None, DataClass.PERSONAL),
        (date | None, DataClass.TIME),
        (AwareDatetime, DataClass.TIME),
        (bool, DataClass.FLAG),
        (Annotated[int, Unit("metres")] | None, DataClass.NUMBER),
        (Colour, DataClass.CODE),
        (tuple[Tail, ...], DataClass.PARTS),
        (Annotated[Code, COLOURS], DataClass.CODE),
        (codes.DepartmentCode, DataClass.ORGANISATION),
    ],
)
def test_a_type_says_its_class(kind: Any, data_class: DataClass) -> None:
    assert of(kind).data_class is data_class


def of(kind: Any) -> Meaning:
    """What a field of this type means."""
    return meanings(type("Kite", (Tail,), {"__annotations__": {"odd": kind}, "__module__": __name__}))["odd"]


@pytest.mark.parametrize(
    ("kind", "lacking"),
    [
        (str, "no data class"),
        (Code, "no data class"),
        (int | None, "without its unit"),
        (dict[str, Any], "no data class"),
    ],
)
def test_what_does_not_say_it_is_found(kind: Any, lacking: str) -> None:
    with pytest.raises(Unsaid, match=rf"Kite\.odd: .*{lacking}"):
        of(kind)


def test_codes_that_tell_of_health_are_marked_wherever_they_stand() -> None:
    assert of(tuple[Annotated[Code, COLOURS], ...]).special is Special.HEALTH
    assert of(codes.IcfCode | None).special is Special.HEALTH
    assert of(Annotated[bool, Special.HEALTH]).special is Special.HEALTH
    assert of(bool).special is None


def test_an_event_that_is_about_health_says_so() -> None:
    special = {wire for wire, event in EVENTS if "x-special-category" in json.loads(published(wire, event))}
    assert "helhed.plans.health-statement-requested.v1" in special
    assert "helhed.inbox.health-statement-answered.v1" in special
    assert "helhed.plans.goal-defined.v1" not in special


def test_code_systems_have_names_of_their_own_and_true_examples() -> None:
    systems = [each for each in vars(codes).values() if isinstance(each, CodeSystem)]
    assert len({each.name for each in systems}) == len(systems)
    assert codes.LEGAL_BASES.example in LEGAL_BASES
    assert codes.TEMPLATES.example in TEMPLATES
    assert codes.SECTIONS.example in TEMPLATES[codes.TEMPLATES.example].sections
