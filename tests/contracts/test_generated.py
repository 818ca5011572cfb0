"""What is generated is fresh, well-formed, and never takes a promise back."""

import json
import shutil
import subprocess
import sys
from datetime import datetime
from pathlib import Path
from typing import Annotated, Any, Literal

import jsonschema_rs
import pytest
from pydantic import AwareDatetime

from contracts.meetings.events import AttendanceRecorded, Attendee, AttendeeKind
from contracts.shapes import Command, Part, Text
from deploy.generate.__main__ import ROOT
from deploy.generate.proto import proto
from deploy.generate.register import Numbers, RegisterError, read, written
from deploy.generate.schemas import published, schema
from deploy.generate.table import COMMANDS, events_of
from tests.unit.family import ANNA, FAMILY, MEETING

BUF = Path(sys.executable).with_name("buf")


def buf(*arguments: str, at: Path = ROOT) -> subprocess.CompletedProcess[str]:
    """What buf says."""
    return subprocess.run([BUF, *arguments], cwd=at, capture_output=True, text=True, timeout=60)


def test_what_is_committed_is_what_the_classes_say() -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "deploy.generate", "--check"],
        cwd=ROOT,
        env={"PYTHONPATH": "."},
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert ran.returncode == 0, ran.stderr


def test_the_protos_are_well_formed() -> None:
    ran = buf("lint")
    assert ran.returncode == 0, ran.stdout + ran.stderr


def test_a_broken_promise_would_be_found(tmp_path: Path) -> None:
    shutil.copy(ROOT / "buf.yaml", tmp_path)
    for path in ROOT.glob("contracts/*/*.proto"):
        (tmp_path / path.parent.relative_to(ROOT)).mkdir(parents=True, exist_ok=True)
        shutil.copy(path, tmp_path / path.relative_to(ROOT))
    assert buf("build", "-o", "before.binpb", at=tmp_path).returncode == 0
    changed = tmp_path / "contracts/contacts/contacts.proto"
    changed.write_text(changed.read_text().replace("string family = 2;", "int64 family = 2;", 1))
    ran = buf("breaking", "--against", "before.binpb", at=tmp_path)
    assert ran.returncode != 0
    assert 'changed type from "string" to "int64"' in ran.stdout


class Bow(Part):
    """A bow of a tail."""

    colour: Text


class Fly(Command):
    """Let it fly. R99."""

    kite: Text
    tail: tuple[Bow, ...]


class FlyLater(Command):
    """Let it fly, as a later version says it. R99."""

    wind: int | None = None
    kite: Text


def test_numbers_stay_and_what_is_gone_is_reserved() -> None:
    numbers: Numbers = {}
    first = proto("kites", [Fly], numbers)
    assert "string kite = 2;" in first
    assert "repeated Bow tail = 3;" in first
    FlyLater.__name__ = "Fly"
    later = proto("kites", [FlyLater], numbers)
    assert "string kite = 2;" in later
    assert "optional int64 wind = 4;" in later
    assert 'reserved 3;\n  reserved "tail";' in later
    assert "repeated Bow tail = 3;" in proto("kites", [Fly], numbers)


def test_a_field_never_changes_its_type() -> None:
    numbers: Numbers = {"FlyRequest": {"kite": {"number": 2, "type": "int64"}}}
    with pytest.raises(RegisterError, match="give the field a new name"):
        proto("kites", [Fly], numbers)


def test_the_register_is_read_as_it_was_written(tmp_path: Path) -> None:
    numbers: Numbers = {}
    proto("kites", [Fly], numbers)
    (tmp_path / "fields.json").write_text(written(numbers))
    assert read(tmp_path / "fields.json") == numbers


def _command_with(kind: Any) -> type[Command]:
    return type("Odd", (Command,), {"__annotations__": {"odd": kind}, "__doc__": "Odd."})


@pytest.mark.parametrize(
    "kind",
    [
        float,
        dict[str, str],
        int | str,
        tuple[int, str],
        tuple[tuple[str, ...], ...],
        tuple[str, ...] | None,
    ],
)
def test_what_has_no_plain_form_is_refused(kind: Any) -> None:
    with pytest.raises(TypeError, match=r"Odd\.odd"):
        proto("kites", [_command_with(kind)], {})


@pytest.mark.parametrize(
    ("kind", "line"),
    [
        (datetime, "string odd = 2;"),
        (AwareDatetime, "string odd = 2;"),
        (bool, "optional bool odd = 2;"),
        (Literal["a", "b"], "string odd = 2;"),
        (Annotated[Text, "mark"] | None, "optional string odd = 2;"),
        (Bow, "Bow odd = 2;"),
        (tuple[int, ...], "repeated int64 odd = 2;"),
    ],
)
def test_each_type_has_one_form(kind: Any, line: str) -> None:
    assert f"  {line}\n" in proto("kites", [_command_with(kind)], {})


def test_who_and_when_are_never_on_the_wire() -> None:
    for service in COMMANDS:
        for path in ROOT.glob(f"contracts/{service}/{service}.proto"):
            fields = [line.split() for line in path.read_text().splitlines()]
            assert not [words for words in fields if len(words) > 3 and words[-3] in ("by", "at")]


def test_a_published_schema_minds_nothing_that_comes_later() -> None:
    """Another field, another code: our own schema refuses them, the published one names what was known."""
    event = AttendanceRecorded(
        family=FAMILY, meeting=MEETING, attendees=(Attendee(kind=AttendeeKind.PERSON, id=ANNA),)
    )
    data = event.model_dump(mode="json")
    more = {**data, "mood": "good", "attendees": [{**data["attendees"][0], "kind": "neighbour"}]}
    ours, theirs = (
        jsonschema_rs.validator_for(json.loads(made(event.wire, AttendanceRecorded)))
        for made in (schema, published)
    )
    assert ours.is_valid(data)
    assert theirs.is_valid(data)
    assert not ours.is_valid(more)
    assert theirs.is_valid(more)
    assert not theirs.is_valid({**data, "attendees": "everybody"})
    known = json.loads(published(event.wire, AttendanceRecorded))["$defs"]["AttendeeKind"]
    assert known["x-known-codes"] == [each.value for each in AttendeeKind]


@pytest.mark.parametrize("service", COMMANDS)
def test_every_event_has_a_closed_schema_that_says_what_is_sealed(service: str) -> None:
    for wire, event in events_of(service).items():
        text = schema(wire, event)
        made = json.loads(text)
        jsonschema_rs.meta.validate(made)
        assert made["additionalProperties"] is False
        assert made["description"] == event.__doc__ or made["description"]
        for name, field in event.model_fields.items():
            sealed = "Sealed(of=" in repr(field)
            assert ("x-sealed-of" in made["properties"][name]) is sealed, f"{wire} {name}"
