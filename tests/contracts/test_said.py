"""What a department's system may say, as contracts/asyncapi.yaml promises it to whoever knows nothing else of us. INV-58."""

import json
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest
import yaml

from contracts.inbox.facts import OF
from tests.system.sending import fact

CONTRACTS = Path(__file__).parents[2] / "contracts"
DOCUMENT: dict[str, Any] = yaml.safe_load((CONTRACTS / "asyncapi.yaml").read_text())
KINDS = [kind for kinds in OF.values() for kind in kinds]
WHO = "0192f0c1-2b3c-7d4e-8f5a-6b7c8d9e0f1a"


def is_promised(message: dict[str, Any]) -> bool:
    """Whether the document says that such a message may be sent."""
    payload = DOCUMENT["components"]["messages"][message["type"]]["payload"]["allOf"]
    shapes = [DOCUMENT["components"]["schemas"]["SaidCloudEvent"], {"required": payload[1]["required"]}]
    schema = payload[1]["properties"]["data"]["$ref"]
    data: dict[str, Any] = json.loads((CONTRACTS / schema).read_text())
    envelope = all(jsonschema_rs.validator_for(each).is_valid(message) for each in shapes)
    return envelope and jsonschema_rs.validator_for(data).is_valid(message["data"])


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.wire)
def test_only_what_a_system_may_say_itself_is_said_without_an_actor(kind: Any) -> None:
    """INV-58: everything else somebody stands for."""
    sample = json.loads((CONTRACTS / f"inbox/golden/{kind.wire}.full.json").read_text())
    name = kind.wire.split(".")[2]
    assert is_promised(fact(name, f"{kind.about}/{WHO}", WHO, sample))
    assert is_promised(fact(name, f"{kind.about}/{WHO}", "", sample)) is kind.by_system
    assert not is_promised(fact(name, f"{kind.about}/{WHO}", WHO, {**sample, "unknown": 1}))
