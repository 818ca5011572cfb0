"""Events as they travelled, of every version ever: each is valid, read, and written again the same. None is edited."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest

from deploy.generate import golden
from deploy.generate.table import COMMANDS, events_of
from deploy.generate.written import ROOT
from eventkeep.cloudevent import Envelope, Told
from services.words import VOCABULARIES

SAMPLES = sorted(golden.kept(ROOT))
STORED = [name for name in SAMPLES if name.split("/")[1] in COMMANDS]


def sample(name: str) -> tuple[str, str, Any]:
    """A sample's teller, wire name and data."""
    _, teller, _, file = name.split("/")
    return teller, file.removesuffix(".json").rpartition(".")[0], json.loads((ROOT / name).read_text())


@cache
def validators(teller: str, wire: str) -> list[jsonschema_rs.Validator]:
    """The closed schema as committed, and the published one."""
    folder = ROOT / "contracts" / teller / "schemas"
    return [
        jsonschema_rs.validator_for(json.loads(path.read_text()), validate_formats=True)
        for path in (folder / f"{wire}.json", folder / "open" / f"{wire}.json")
    ]


@pytest.mark.parametrize("name", SAMPLES)
def test_a_sample_is_valid_by_both_its_schemas(name: str) -> None:
    teller, wire, data = sample(name)
    for validator in validators(teller, wire):
        validator.validate(data)


@pytest.mark.parametrize("name", SAMPLES)
def test_a_sample_of_today_s_version_is_read_and_written_again_the_same(name: str) -> None:
    teller, wire, data = sample(name)
    event = events_of(teller).get(wire)
    if event is None:
        return  # an old version: what becomes of it is tried below
    read = event.model_validate(data)
    assert read.model_dump(mode="json", exclude_unset=True) == data
    assert event.model_validate_json(read.model_dump_json()) == read


def test_every_event_has_a_sample_with_every_field_and_one_with_the_least() -> None:
    assert list(golden.missing(ROOT)) == []


def test_no_sample_was_ever_touched() -> None:
    assert golden.changed(ROOT) == []


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (lambda path: path.write_text("{}"), "was edited"),
        (lambda path: path.unlink(), "is gone"),
        (lambda path: path.rename(path.with_name("helhed.kites.flown.v1.more.json")), "is not in"),
    ],
)
def test_a_sample_that_was_touched_is_found(tmp_path: Path, spoil: Any, said: str) -> None:
    golden.add(tmp_path)
    assert golden.changed(tmp_path) == []
    spoil(tmp_path / SAMPLES[0])
    assert any(said in each for each in golden.changed(tmp_path))


def test_what_is_there_is_never_made_again(tmp_path: Path) -> None:
    golden.add(tmp_path)
    full = next(name for name in SAMPLES if name.endswith("helhed.plans.goal-defined.v1.full.json"))
    said = json.loads((tmp_path / full).read_text()) | {"rank": 7}
    (tmp_path / full).write_text(json.dumps(said))
    (tmp_path / full.replace(".full.", ".least.")).unlink()
    assert golden.add(tmp_path) == [full.replace(".full.", ".least.")]
    assert json.loads((tmp_path / full).read_text()) == said


def test_an_event_that_got_a_field_gets_one_more_sample(tmp_path: Path) -> None:
    golden.add(tmp_path)
    full = next(name for name in SAMPLES if name.endswith("helhed.plans.goal-defined.v1.full.json"))
    said = json.loads((tmp_path / full).read_text())
    del said["target_date"]
    (tmp_path / full).write_text(json.dumps(said))
    assert golden.add(tmp_path) == [full.replace(".full.", ".full-2.")]


@pytest.mark.parametrize("name", STORED)
def test_every_version_ever_told_is_read_as_the_newest(name: str) -> None:
    """Along the whole chain of upcasters, where there is one. What a service once said is never skipped as unknown."""
    teller, wire, data = sample(name)
    words = VOCABULARIES[teller]
    read = words.read(told(wire, data))
    assert read is not None, f"{wire} leads to no event of today: a link of its chain is missing"
    assert type(read) in set(words.events.values())


def told(wire: str, data: dict[str, Any]) -> Told:
    """An event as it came."""
    return Told(Envelope("1", "kites", wire, "family/1", 1, "2026-03-02T12:00:00Z", "", "", {}), data)
