"""The facts of the Python package as types: each that is taken has one, and what is said with it is read here."""

import json
import re
from pathlib import Path
from typing import Any, cast, get_type_hints

import pytest
from helhed_department import Kind, fact, facts

from contracts.inbox.events import FACTS
from contracts.inbox.fact import Fact
from eventkeep.inbox.message import Place, attributes, read
from tests.unit.family import BO, FAMILY, SOFIE

KINDS = {each.wire: each for each in vars(facts).values() if isinstance(each, Kind)}
TAKEN = {wire: kind for wire, kind in FACTS.items() if issubclass(kind, Fact)}
GOLDEN = Path(__file__).parents[2] / "contracts/inbox/golden"
SAMPLES = sorted(
    path for path in GOLDEN.glob("*.json") if re.sub(r"\.(full|least).*", "", path.name) in TAKEN
)


def test_each_fact_that_is_taken_has_a_type() -> None:
    assert set(KINDS) == set(TAKEN)


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)
def test_a_type_has_the_fields_that_are_taken(sample: Path) -> None:
    """All of them, and those that must be there: also what nobody attached is shown, such as a reason."""
    wire = re.sub(r"\.(full|least).*", "", sample.name)
    named: Any = getattr(facts, TAKEN[wire].__name__)
    said = json.loads(sample.read_bytes())
    assert set(get_type_hints(named)) == set(TAKEN[wire].model_fields)
    assert named.__required_keys__ <= set(said) <= set(get_type_hints(named))


def test_a_fact_is_read_as_it_was_said() -> None:
    """INV-58: in somebody's name, or by the system itself."""
    data = facts.Measured(
        measure="0192f0c1-2b3c-7d4e-8f5a-6b7c8d9e0f1a",
        kind="attendance",
        instrument="days-at-school",
        scale_min=0,
        scale_max=100,
        value=64,
        measured_on="2025-11-20",
    )
    said = fact(facts.MEASURED, data, subject=f"person/{BO}", source="/school-system", caseid="17")
    again = fact(facts.MEASURED, data, subject=f"family/{FAMILY}", source="/s", actor=SOFIE, id="night-1")
    alone, named = (
        read(attributes(json.dumps(each).encode()), Place("school", "inbox", 0, 0)) for each in (said, again)
    )
    assert (alone.actor, alone.subject, alone.about) == ("", f"person/{BO}", {"caseid": "17"})
    assert (named.actor, named.id, named.data) == (f"professional:{SOFIE}", "night-1", cast("Any", data))
