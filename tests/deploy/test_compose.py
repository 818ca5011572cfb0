"""docker-compose.yml gives every service what it needs, and nobody more than that."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from deploy.platform import identity
from eventkeep.settings import PREFIX, Node

ROOT = Path(__file__).parents[2]
COMPOSE: dict[str, Any] = yaml.safe_load((ROOT / "docker-compose.yml").read_text())
CONTAINERS: dict[str, Any] = COMPOSE["services"]


def test_every_service_is_in_it() -> None:
    assert {*identity.SERVICES} <= {*CONTAINERS}
    assert {name for name, of in CONTAINERS.items() if "SERVICE" in of.get("build", {}).get("args", {})} == {
        *identity.SERVICES
    }


@pytest.mark.parametrize("name", CONTAINERS)
def test_containers_are_confined(name: str) -> None:
    of = CONTAINERS[name]
    assert of["read_only"] is True
    assert of["cap_drop"] == ["ALL"]
    assert of["security_opt"] == ["no-new-privileges:true"]
    assert of["mem_limit"]
    assert of["pids_limit"]
    assert "privileged" not in of


@pytest.mark.parametrize("name", CONTAINERS)
def test_ports_are_for_this_machine_alone(name: str) -> None:
    assert all(port.startswith("127.0.0.1:") for port in CONTAINERS[name].get("ports", []))


@pytest.mark.parametrize("service", identity.SERVICES)
def test_a_service_finds_all_its_settings(
    service: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With the files that the `identity` step makes, where its volume is mounted."""
    identity.make(tmp_path)
    of = CONTAINERS[service]
    shared = (ROOT / of["env_file"]).read_text().splitlines()
    told = dict(line.split("=", 1) for line in shared if not line.startswith("#")) | of["environment"]
    assert {name.removeprefix(PREFIX).lower() for name in told} <= {*Node.model_fields}
    for name, value in told.items():
        monkeypatch.setenv(name, value.replace("/run/helhed", str(tmp_path)))
    settings = Node(service_name=service)
    assert settings.postgres_dsn.get_secret_value().endswith(f"@postgres:5432/{service}")
    assert {*settings.peers} == {*identity.SERVICES}
    assert settings.service_token_file.is_file()


def test_only_the_step_that_makes_secrets_has_the_key_that_signs_tokens() -> None:
    holders = {
        name for name, of in CONTAINERS.items() if any("issuer" in volume for volume in of.get("volumes", []))
    }
    assert holders == {"identity"}
