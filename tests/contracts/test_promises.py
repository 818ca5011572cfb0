"""`make contracts-check` finds what breaks a reader or a writer, and lets pass what breaks nobody."""

from typing import Any

import pytest
import yaml

from deploy.generate.written import ROOT
from deploy.promises.__main__ import found
from deploy.promises.differences import Difference, differences
from deploy.promises.promised import Promised, promised, recorded
from deploy.promises.trees import Tree
from tests.contracts import promised_kites as at
from tests.contracts.promised_kites import TAKEN, TOLD, kites, with_schema, with_text


def differing(after: Tree) -> list[Difference]:
    """What a change does to what was released."""
    return found(promised(kites()), promised(after), ROOT)


def without(name: str) -> Any:
    """A field that is gone."""

    def change(schema: dict[str, Any]) -> None:
        del schema["properties"][name]
        schema["required"] = [each for each in schema["required"] if each != name]

    return change


def renamed(schema: dict[str, Any]) -> None:
    schema["properties"]["height"] = schema["properties"].pop("metres")
    schema["required"] = ["flier", "height", "colour", "words"]


def added(schema: dict[str, Any]) -> None:
    schema["properties"]["place"] = {"type": "string"}


def added_and_required(schema: dict[str, Any]) -> None:
    added(schema)
    schema["required"].append("place")


def added_with_parts(schema: dict[str, Any]) -> None:
    schema["properties"]["string"] = {"$ref": "#/$defs/Tail"}


def optional(schema: dict[str, Any]) -> None:
    schema["required"].remove("words")


def required(schema: dict[str, Any]) -> None:
    schema["required"].append("tails")


def said(field: str, **facts: Any) -> Any:
    """Other keywords at a field."""
    return lambda schema: schema["properties"][field].update(facts)


def codes(keyword: str, *values: str) -> Any:
    """Another list of codes."""
    return lambda schema: schema["$defs"]["Colour"].update({keyword: list(values)})


def bows(**facts: Any) -> Any:
    """Other keywords at a field of a part."""
    return lambda schema: schema["$defs"]["Tail"]["properties"]["bows"].update(facts)


def closed(schema: dict[str, Any]) -> None:
    schema["$defs"]["Colour"]["enum"] = schema["$defs"]["Colour"].pop("x-known-codes")


@pytest.mark.parametrize(
    ("change", "what"),
    [
        (without("wind"), "kite-flown.v1 wind is gone"),
        (without("tails"), "kite-flown.v1 tails[].bows is gone"),
        (renamed, "metres is gone"),
        (optional, "words was required, is optional"),
        (required, "tails was optional, is required"),
        (added_and_required, "place is new and required"),
        (said("metres", type="string"), "metres types was ['integer'], is ['string']"),
        (said("wind", anyOf=[{"type": "string"}, {"type": "integer"}]), "wind types was"),
        (said("wind", default="none"), "wind default was None, is none"),
        (said("flier", format="uri"), "flier format was uuid, is uri"),
        (said("metres", maximum=1_000), "metres maximum was 500, is 1000"),
        (said("words", maxLength=10), "words maxLength was 100, is 10"),
        (said("metres", **{"x-unit": "feet"}), "metres x-unit was metres, is feet"),
        (said("colour", **{"x-code-system": "ral"}), "colour x-code-system was colours, is ral"),
        (said("words", **{"x-sealed-of": "family"}), "words x-sealed-of was flier, is family"),
        (codes("x-known-codes", "blue"), "colour may be red no more"),
        (bows(minimum=1), "tails[].bows minimum was 0, is 1"),
    ],
)
def test_what_breaks_a_reader_is_found(change: Any, what: str) -> None:
    assert any(
        what in f"{each.where} {each.what}" for each in differing(with_schema(TOLD, change)) if each.breaks
    )


@pytest.mark.parametrize(
    "change",
    [
        added,
        added_with_parts,
        codes("x-known-codes", "blue", "red", "green"),
        said("metres", description="How high, at the most."),
        said("metres", **{"x-data-class": "technical"}),
        said("wind", **{"x-unit": "metres a second"}),
    ],
)
def test_what_breaks_no_reader_passes(change: Any) -> None:
    assert not [each for each in differing(with_schema(TOLD, change)) if each.breaks]


@pytest.mark.parametrize(
    ("change", "what"),
    [
        (without("colour"), "kite-flown.v1 colour (to departments) is gone"),
        (optional, "words (to departments) was required, is optional"),
        (said("words", type="string"), "words (to departments) types was ['null', 'string'], is ['string']"),
        (said("wind", anyOf=[{"type": "string"}]), "wind (to departments) types was"),
    ],
)
def test_what_breaks_a_department_is_found(change: Any, what: str) -> None:
    """More that is withheld of an event, though whoever may read it all is told the same."""
    changes = differing(with_schema(at.MASKED, change))
    assert any(what in f"{each.where} {each.what}" for each in changes if each.breaks)


def test_an_event_that_departments_are_told_no_more_is_found() -> None:
    after = {name: text for name, text in kites().items() if name != at.MASKED}
    gone = Difference("helhed.kites.kite-flown.v1 (to departments)", "is told no more")
    assert differing(after) == [gone]
    assert differences(promised(after), promised(kites())) == [
        Difference(gone.where, "is told now", breaks=False)
    ]


def test_another_code_breaks_a_reader_who_was_told_that_there_are_no_more() -> None:
    before, after = with_schema(TOLD, closed), with_schema(TOLD, closed)
    after = {**after, TOLD: after[TOLD].replace('"red"', '"red", "green"')}
    (broken,) = differences(promised(before), promised(after))
    assert broken == Difference("helhed.kites.kite-flown.v1 colour", "may be green too")


@pytest.mark.parametrize(
    ("change", "what"),
    [
        (without("wind"), "wind is gone"),
        (required, "tails was optional, is required"),
        (added_and_required, "place is new and required"),
        (said("metres", maximum=100), "metres maximum was 500, is 100"),
        (said("metres", minimum=2), "metres minimum was 1, is 2"),
        (said("words", minLength=1), "words minLength was None, is 1"),
        (said("words", pattern="^[a-z]+$"), "words pattern was None"),
        (said("metres", type="string"), "metres types was"),
        (codes("enum", "blue"), "colour may be red no more"),
        (said("metres", **{"x-unit": "feet"}), "metres x-unit was metres, is feet"),
        (said("wind", default="none"), "wind default was None, is none"),
    ],
)
def test_what_breaks_a_writer_is_found(change: Any, what: str) -> None:
    assert any(
        what in f"{each.where} {each.what}" for each in differing(with_schema(TAKEN, change)) if each.breaks
    )


@pytest.mark.parametrize(
    "change",
    [
        added,
        optional,
        codes("enum", "blue", "red", "green"),
        said("metres", maximum=1_000, minimum=0),
        said("words", maxLength=1_000),
        said("wind", anyOf=[{"type": "string"}, {"type": "null"}, {"type": "integer"}]),
    ],
)
def test_what_breaks_no_writer_passes(change: Any) -> None:
    changes = differing(with_schema(TAKEN, change))
    assert changes
    assert not [each for each in changes if each.breaks]


@pytest.mark.parametrize(
    ("path", "old", "new", "what"),
    [
        (at.ASYNCAPI, "partitions: 12", "partitions: 24", "partitions was 12, is 24"),
        (at.ASYNCAPI, "helhed.kites.v1", "helhed.kites.v2", "address was helhed.kites.v1"),
        (at.ASYNCAPI, "- delete", "- compact", "cleanup.policy was ['delete']"),
        (at.ASYNCAPI, "retention.ms: 1000", "retention.ms: 500", "retention.ms was 1000, is 500"),
        (at.ASYNCAPI, "action: receive", "action: send", "kite-flown.v1 is taken in no more"),
        (at.ASYNCAPI, "format: uuid", "format: uri", "has the key"),
        (at.VIEWS, '"text"', '"integer"', "view kites.colour was text, is integer"),
        (at.VIEWS, '"colour"', '"hue"', "view kites.colour is gone"),
        (at.NUMBERS, '"number": 1', '"number": 2', "field number kites.FlyRequest.flier was"),
        (at.NUMBERS, '"flier"', '"pilot"', "field number kites.FlyRequest.flier is gone"),
        (at.SAMPLE, "somebody", "somebody else", "full.json was edited"),
        (at.PROTO, "string flier = 1", "int64 flier = 1", 'changed type from "string" to "int64"'),
        (at.PROTO, "rpc Fly(", "rpc LetFly(", '"Fly" on service "Kites" was deleted'),
    ],
)
def test_what_breaks_by_other_promises_is_found(path: str, old: str, new: str, what: str) -> None:
    after = with_text(path, old, new)
    assert [each for each in differing(after) if each.breaks and what in f"{each.where} {each.what}"]


@pytest.mark.parametrize(("channel", "breaks"), [("kites", False), ("inbox", True)])
def test_what_is_said_of_a_channel_for_the_first_time_breaks_whoever_writes_there(
    channel: str, breaks: bool
) -> None:
    """Not who reads: nothing else was promised."""
    said, unsaid = (yaml.safe_load(kites()[at.ASYNCAPI]) for _ in range(2))
    kafka = said["channels"][channel]["bindings"]["kafka"]
    kafka["topicConfiguration"]["max.message.bytes"] = 100
    for each in unsaid["components"]["messages"].values():
        del each["bindings"]["kafka"]["key"]
    found = differences(
        promised({**kites(), at.ASYNCAPI: yaml.safe_dump(unsaid)}),
        promised({**kites(), at.ASYNCAPI: yaml.safe_dump(said)}),
    )
    here = [each for each in found if each.where.endswith(f"channel {channel}")]
    assert {each.what.partition(" ")[0] for each in here} == {"max.message.bytes", "has"}
    assert {each.breaks for each in here} == {breaks}


@pytest.mark.parametrize("path", [at.TOLD, at.TAKEN])
def test_an_event_that_is_told_or_taken_no_more_is_found(path: str) -> None:
    wire = path.rpartition("/")[2].removesuffix(".json")
    after = {name: text for name, text in kites().items() if name != at.ASYNCAPI}
    broken = {each.where for each in differing({**after, at.ASYNCAPI: _without(wire)}) if each.breaks}
    assert wire in broken


def _without(wire: str) -> str:
    topics = yaml.safe_load(kites()[at.ASYNCAPI])
    for channel in topics["channels"].values():
        channel["messages"].pop(wire, None)
    return yaml.safe_dump(topics)


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        (at.ASYNCAPI, "retention.ms: 1000", "retention.ms: 2000"),
        (at.ASYNCAPI, "The flier.", "Who let it fly."),
        (at.VIEWS, '{"colour"', '{"metres": {"type": "integer", "says": "How high."}, "colour"'),
        (at.NUMBERS, '"flier"', '"metres": {"number": 2, "type": "int64"}, "flier"'),
        (at.PROTO, "string flier = 1;", "string flier = 1;\n  int64 metres = 2;"),
        (at.PROTO, "// Let it fly.", "// Let it fly, if there is wind."),
    ],
)
def test_what_breaks_nobody_passes(path: str, old: str, new: str) -> None:
    assert not [each for each in differing(with_text(path, old, new)) if each.breaks]


def test_a_record_says_what_the_files_said() -> None:
    before = promised(kites())
    assert recorded(before.text("1.2.0")) == ("1.2.0", before)
    assert recorded('{"version": "1"}') == ("1", Promised())
