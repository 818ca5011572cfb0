"""The events of the Python package as types: each that is told has one, made of its schema, and says what it promises."""

import json
from pathlib import Path
from typing import Any, get_args, get_type_hints

import jsonschema_rs
import pytest
from helhed_department import Kind, Led, events

from contracts.plans.events import GoalDefined
from contracts.shapes import Event
from services.overview.out.message import led
from services.overview.sentences import TOLD
from tests.consumers.test_department import NOW
from tests.unit.family import FAMILY
from tests.views.around import CONTACTS
from tests.views.met import MEETINGS, PROGRESS
from tests.views.planned import PLANS
from tests.views.tales import told, with_sealed_words

ROOT = Path(__file__).parents[2]
KINDS = {each.wire: each for each in vars(events).values() if isinstance(each, Kind)}
TYPES = {
    wire: getattr(events, "".join(word.capitalize() for word in wire.split(".")[2].split("-")))
    for wire in KINDS
}
HAPPENED: list[Event] = [*CONTACTS, *PLANS, *MEETINGS, *PROGRESS]


def test_each_event_that_is_told_has_a_type() -> None:
    assert set(KINDS) == {event.wire for event in TOLD}


@pytest.mark.parametrize("shown", [True, False])
def test_what_is_told_is_as_its_type_says(shown: bool) -> None:
    """With all words, and with none."""
    sealed = [with_sealed_words(each) for each in told(*HAPPENED)]
    words = frozenset(str(word) for each in sealed for word in _words(each.data)) if shown else frozenset()
    for each in led(sealed, words):
        assert _wrong(TYPES[each["type"]], each["data"]) == [], each["type"]
        assert _schema(each["type"]).is_valid(each["data"]), each["type"]


def test_a_schema_of_what_is_told_minds_what_is_not_masked() -> None:
    """A word may be null, and of what is masked nothing is promised; all else has to be there."""
    schema = _schema(GoalDefined.wire)
    [whole] = led(told(next(each for each in HAPPENED if isinstance(each, GoalDefined))), frozenset())
    assert schema.is_valid(whole["data"] | {"own_words": None, "new": 1})
    assert not schema.is_valid(whole["data"] | {"level": None})
    assert not schema.is_valid({name: said for name, said in whole["data"].items() if name != "goal"})


def test_an_event_says_what_its_kind_says() -> None:
    said = {"family": FAMILY, "goal": "g", "own_words": "We eat together."}
    event = Led("plans=3", GoalDefined.wire, NOW, NOW, said)
    assert event.says(events.GOAL_DEFINED) == said
    assert event.says(events.GOAL_CLOSED) is None
    assert Led("plans=4", "helhed.plans.goal-sung.v1", NOW, NOW, {"a": 1}).data == {"a": 1}
    newer = Led("plans=5", "helhed.plans.goal-defined.v2", NOW, NOW, {"goal": "g"}, ((event.type, said),))
    assert newer.says(events.GOAL_DEFINED) == said


def _schema(wire: str) -> Any:
    place = ROOT / f"contracts/{wire.split('.')[1]}/schemas/told/{wire}.json"
    return jsonschema_rs.validator_for(json.loads(place.read_text()), validate_formats=True)


def _words(node: Any) -> list[Any]:
    if isinstance(node, dict | list):
        return [word for each in (node.values() if isinstance(node, dict) else node) for word in _words(each)]
    return [node] if isinstance(node, str) else []


def _wrong(kind: Any, value: Any, place: str = "") -> list[str]:
    """Where a value isn't of a type made of TypedDicts, lists, unions and plain types."""
    if hasattr(kind, "__required_keys__"):
        hints = get_type_hints(kind)
        lacking = [f"{place}/{name} lacks" for name in kind.__required_keys__ - set(value)]
        unknown = [f"{place}/{name} is unknown" for name in set(value) - set(hints)]
        return [
            *(lacking + unknown),
            *(
                wrong
                for name in value
                if name in hints
                for wrong in _wrong(hints[name], value[name], f"{place}/{name}")
            ),
        ]
    choices = get_args(kind)
    if getattr(kind, "__origin__", None) is list:
        return [wrong for each in value for wrong in _wrong(choices[0], each, place)]
    if getattr(kind, "__origin__", None) is dict or kind is Any:
        return []
    if choices:
        tried = [_wrong(choice, value, place) for choice in choices]
        return min(tried, key=len)
    return [] if isinstance(value, kind) else [f"{place} is no {kind}"]
