"""The Kubernetes manifests say what the code says: who listens to whom, and which settings there are."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from contracts.inbox import events as inbox
from contracts.out import events as out
from eventkeep.settings import PREFIX, Node
from services.overview.settings import Settings as Overview
from services.words import LISTENS

BASE = Path(__file__).parents[2] / "deploy" / "k8s" / "base"
POLICIES: dict[str, Any] = {
    of["metadata"]["name"]: of["spec"] for of in yaml.safe_load_all((BASE / "network.yaml").read_text())
}
GIVEN_BY_THE_POD = {"instance"}
GIVEN_BY_ITSELF = {"service_name"}


def _named(rules: list[dict[str, Any]], side: str) -> set[str]:
    peers = [peer for rule in rules for peer in rule[side]]
    return {value for peer in peers for value in peer["podSelector"]["matchExpressions"][0]["values"]}


def _calls(service: str) -> set[str]:
    """Whose history it reads; a write service that was restored asks the overview's journal too."""
    return {*LISTENS[service]} | ({"overview"} - {service})


@pytest.mark.parametrize("service", LISTENS)
def test_a_service_may_call_those_that_it_reads_from(service: str) -> None:
    assert _named(POLICIES[service]["egress"], "to") == _calls(service)


@pytest.mark.parametrize("service", LISTENS)
def test_a_service_may_be_called_by_those_that_read_from_it(service: str) -> None:
    callers = {caller for caller in LISTENS if service in _calls(caller)}
    assert _named(POLICIES[service]["ingress"], "from") == callers


def test_all_else_is_denied() -> None:
    assert POLICIES["nobody"] == {"podSelector": {}, "policyTypes": ["Ingress", "Egress"]}
    assert {*POLICIES} == {"nobody", "every-service", *LISTENS}


def test_the_settings_are_such_as_a_service_knows_and_all_that_it_must_have() -> None:
    lines = (BASE / "settings.env").read_text().split()
    given = {line.partition("=")[0].removeprefix(PREFIX).lower() for line in lines}
    known = Node.model_fields
    assert given <= {*known}
    needed = {name for name, field in known.items() if field.is_required()}
    assert needed <= given | GIVEN_BY_THE_POD | GIVEN_BY_ITSELF | {
        name.removesuffix("_file") for name in given if name.endswith("_file")
    }


def test_every_service_is_in_it() -> None:
    resources = yaml.safe_load((BASE / "kustomization.yaml").read_text())["resources"]
    assert {*LISTENS} <= {*resources}


def test_the_overlay_with_pages_gives_overview_all_that_they_need() -> None:
    overlay = yaml.safe_load((BASE.parent / "overlays/pages/kustomization.yaml").read_text())
    patched = yaml.safe_load(overlay["patches"][0]["patch"])
    given = {
        each["value"]["name"].removeprefix(PREFIX).lower() for each in patched if "/env/" in each["path"]
    }
    assert given == {"public_url", "oidc_issuer", "oidc_client_id", "oidc_client_secret_file"}
    assert given <= {*Overview.model_fields}


def test_a_departments_user_has_its_own_topics_and_nothing_else() -> None:
    """It reads what it is told and answered, writes what it says, and can write neither of the other two. X-10, INV-58."""
    user = yaml.safe_load((BASE.parent / "kafka" / "department.yaml").read_text())
    rights = {
        (acl["resource"]["type"], acl["resource"]["name"], acl["resource"]["patternType"]): acl["operations"]
        for acl in user["spec"]["authorization"]["acls"]
    }
    told, says, answered = out.topic_of("school"), inbox.topic_of("school"), inbox.results_of("school")
    assert rights == {
        ("topic", told, "literal"): ["Read", "Describe"],
        ("topic", answered, "literal"): ["Read", "Describe"],
        ("topic", says, "literal"): ["Write", "Describe"],
        ("group", told, "prefix"): ["Read"],
        ("group", answered, "prefix"): ["Read"],
    }
    assert {"producerByteRate", "consumerByteRate", "requestPercentage"} <= set(user["spec"]["quotas"])
