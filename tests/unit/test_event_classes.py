"""What holds for every event of every contract: wire name, rule, sealing, and the way over the wire."""

import re
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel, StringConstraints

from contracts.contacts import events as contacts
from contracts.ids import Id
from contracts.meaning import DataClass
from contracts.meetings import events as meetings
from contracts.plans import events as plans
from contracts.progress import events as progress
from contracts.shapes import Event, Sealed
from tests.unit.made_up import made_up

CONTRACTS = {"contacts": contacts, "plans": plans, "meetings": meetings, "progress": progress}
EVERY_EVENT = [event for contract in CONTRACTS.values() for event in contract.EVENTS.values()]
A_ROW = re.compile(r"\b(R|A|P|T|O|M|C|Q)\d{2}\b|\b(INV|X)-\d{2}\b")
every_event = pytest.mark.parametrize("event", EVERY_EVENT, ids=lambda event: event.__name__)


def models_in(model: type[BaseModel]) -> set[type[BaseModel]]:
    """A model, and the models that it holds."""
    found = {model}
    for hint in get_type_hints(model, include_extras=True).values():
        for part in _pieces(hint):
            if isinstance(part, type) and issubclass(part, BaseModel) and part not in found:
                found |= models_in(part)
    return found


def _pieces(hint: Any) -> list[Any]:
    return [hint, *(piece for argument in get_args(hint) for piece in _pieces(argument))]


def _marks(hint: Any, kind: type[Any]) -> list[Any]:
    marks = (mark for piece in _pieces(hint) for mark in getattr(piece, "__metadata__", ()))
    return [mark for mark in marks if isinstance(mark, kind)]


def _is_text(hint: Any) -> bool:
    """Text, or text that may be left out."""
    if get_origin(hint) is Annotated:
        return _is_text(get_args(hint)[0])
    if get_origin(hint) in (Union, UnionType):
        return {_is_text(each) for each in get_args(hint) if each is not type(None)} == {True}
    return hint is str


@pytest.mark.parametrize("service", CONTRACTS)
def test_a_contract_lists_all_its_events(service: str) -> None:
    """An event that is left out of the list could never be read."""
    contract = CONTRACTS[service]
    declared = {
        each
        for each in vars(contract).values()
        if isinstance(each, type) and issubclass(each, Event) and each is not Event
    }
    assert set(contract.EVENTS.values()) == declared
    assert set(get_args(contract.FamilyEvent)) == {each for each in declared if "family" in each.model_fields}


def test_no_two_events_share_a_wire_name() -> None:
    """Across all contracts."""
    assert len({event.wire for event in EVERY_EVENT}) == len(EVERY_EVENT)


@every_event
def test_an_event_names_its_service_and_version_on_the_wire(event: type[Event]) -> None:
    """The name is written out, and says what the class says as long as neither has changed."""
    service = event.__module__.split(".")[1]
    words = re.sub(r"(?<!^)(?=[A-Z])", "-", event.__name__).lower()
    assert re.fullmatch(rf"helhed\.{service}\.{words}\.v\d+", event.wire)


@every_event
def test_an_event_names_the_rows_it_carries(event: type[Event]) -> None:
    """In its docstring."""
    assert A_ROW.search(event.__doc__ or "")


@every_event
def test_personal_text_is_sealed_under_an_id_beside_it(event: type[Event]) -> None:
    """X-05: all free text is sealed, under a required id in the same model; nothing but text is. Public words, which speak
    of nobody, are open, and stand in no event about a family."""
    for model in models_in(event):
        hints = get_type_hints(model, include_extras=True)
        for name in model.model_fields:
            seals = _marks(hints[name], Sealed)
            if not seals:
                public = DataClass.PUBLIC in _marks(hints[name], DataClass)
                assert not public or "family" not in event.model_fields, f"{name} is not public here"
                codes = public or [mark for mark in _marks(hints[name], StringConstraints) if mark.pattern]
                assert codes or str not in _pieces(hints[name]), f"{name} is not sealed"
                continue
            (seal,) = seals
            whose = model.model_fields[seal.of].annotation
            assert isinstance(whose, type)
            assert issubclass(whose, Id)
            assert _is_text(hints[name])


@every_event
def test_no_label_is_put_on_a_person(event: type[Event]) -> None:
    """INV-60, X-05: no field for traits of a target group, a CPR number or a diagnosis."""
    names = {name for model in models_in(event) for name in model.model_fields}
    assert not names & {"cpr", "diagnosis", "trait", "traits", "target_group", "label", "ethnicity"}


@every_event
@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_an_event_survives_the_wire(event: type[Event], data: st.DataObject) -> None:
    """JSON and back gives the same event, also with a field that the reader doesn't know.

    The JSON is canonical to every encoder: text, booleans, null and whole numbers below 2^53; ASCII keys.
    """
    made = data.draw(made_up(event))
    _check(made.model_dump(mode="json"))
    assert event.model_validate_json(made.model_dump_json()) == made
    grown = made.model_dump(mode="json") | {"added_later": 1}
    assert event.model_validate(grown) == made


def _check(value: object) -> None:
    if isinstance(value, dict):
        assert all(isinstance(key, str) and key.isascii() for key in value)
        for each in value.values():
            _check(each)
    elif isinstance(value, list):
        for each in value:
            _check(each)
    else:
        assert value is None or isinstance(value, str | bool | int)
        assert not isinstance(value, int) or abs(value) < 2**53
