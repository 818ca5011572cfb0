"""contracts/asyncapi.yaml is AsyncAPI 3.0, as those say it who keep the standard."""

import copy
import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest
import yaml

HERE = Path(__file__).parent
STANDARD = HERE / "asyncapi/schema-3.0.0.json"
DOCUMENT: dict[str, Any] = yaml.safe_load((HERE.parents[1] / "contracts/asyncapi.yaml").read_text())
VALIDATOR = jsonschema_rs.validator_for(json.loads(STANDARD.read_text()))


def test_the_standard_is_as_it_was_published() -> None:
    """3.0.0, as @asyncapi/specs 6.11.1 has it on npm, without its descriptions and examples."""
    digest = hashlib.sha256(STANDARD.read_bytes()).hexdigest()
    assert digest == "d8ea1e58d4c0cbf1ccceb9436602bae911faaee60ae3013293f1e9975def7eb5"


def test_the_document_is_of_the_standard() -> None:
    """Channels, operations, messages, bindings and security."""
    assert [f"{list(each.instance_path)}: {each.message}" for each in VALIDATOR.iter_errors(DOCUMENT)] == []


SPOILED: dict[str, Callable[[dict[str, Any]], Any]] = {
    "an older edition": lambda document: document.update(asyncapi="2.6.0"),
    "no title": lambda document: document["info"].pop("title"),
    "an operation that neither sends nor receives": lambda document: next(
        iter(document["operations"].values())
    ).update(action="publish"),
    "a server without a protocol": lambda document: next(iter(document["servers"].values())).pop("protocol"),
    "a channel with a field of its own": lambda document: next(iter(document["channels"].values())).update(
        topic="helhed"
    ),
}


@pytest.mark.parametrize("spoil", SPOILED.values(), ids=SPOILED)
def test_a_document_that_is_not_is_found_out(spoil: Callable[[dict[str, Any]], Any]) -> None:
    spoiled = copy.deepcopy(DOCUMENT)
    spoil(spoiled)
    assert not VALIDATOR.is_valid(spoiled)
