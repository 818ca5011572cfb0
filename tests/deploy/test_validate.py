"""The validators refuse what is broken: else `make validate` would prove nothing. They are built once."""

import shutil
from pathlib import Path

import pytest

from deploy.embedded.problem import CannotStart
from deploy.validate import checks, schemas, tools

ROOT = Path(__file__).parents[2]
STATEFUL_SET = "deploy/k8s/service/statefulset.yaml"


def _silent(line: str) -> None:
    pass


@pytest.mark.long
@pytest.mark.parametrize(
    ("right", "wrong", "said"),
    [
        ("mem_limit:", "memory_limit:", "memory_limit"),
        ("service_completed_successfully", "service_was_successful", "condition"),
        ("databases: {condition", "tables: {condition", "tables"),
        ('"keys:/var/lib', '"locks:/var/lib', "locks"),
    ],
)
def test_a_broken_compose_file_is_refused(tmp_path: Path, right: str, wrong: str, said: str) -> None:
    (tmp_path / "deploy" / "image").mkdir(parents=True)
    shutil.copy(ROOT / "deploy/image/local.env", tmp_path / "deploy/image/local.env")
    text = (ROOT / "docker-compose.yml").read_text()
    file = tmp_path / "docker-compose.yml"
    file.write_text(text)
    assert checks.compose(file, _silent) == []
    file.write_text(text.replace(right, wrong))
    assert said in "\n".join(checks.compose(file, _silent))


@pytest.mark.long
@pytest.mark.parametrize(
    ("right", "wrong", "said"),
    [
        ("replicas: 2", "replicas: two", "/spec/replicas"),
        ("replicas: 2", "copies: 2", "copies"),
        ("seccompProfile: {type: RuntimeDefault}", "", "seccompProfile"),
        ("allowPrivilegeEscalation: false", "", "allowPrivilegeEscalation"),
        ("kind: StatefulSet", "kind: StatefulSetts", "StatefulSet"),
        ("metadata: {name: service}", "metadata: {name: service", "yaml"),
    ],
)
def test_a_broken_manifest_is_refused(tmp_path: Path, right: str, wrong: str, said: str) -> None:
    shutil.copytree(ROOT / "deploy/k8s", tmp_path / "deploy/k8s")
    text = (tmp_path / STATEFUL_SET).read_text()
    assert right in text
    (tmp_path / STATEFUL_SET).write_text(text.replace(right, wrong))
    assert said in "\n".join(checks.manifests(tmp_path / "deploy/k8s/base", _silent))


def test_where_go_is_missing_it_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HELHED_CACHE", str(tmp_path))
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(CannotStart, match="Go is not installed here"):
        tools.program("compose", _silent)


def test_a_schema_carries_all_that_it_refers_to() -> None:
    definitions = {
        "pod": {"properties": {"spec": {"$ref": "/api/_definitions.json#/$defs/spec"}}},
        "spec": {
            "properties": {"spec": {"$ref": "/api/_definitions.json#/$defs/spec"}, "n": {"type": "integer"}}
        },
        "other": {},
    }
    schema = {"$id": "https://example.invalid/x", "allOf": [{"$ref": "/api/_definitions.json#/$defs/pod"}]}
    assert schemas.standalone(schema, definitions) == {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "allOf": [{"$ref": "#/$defs/pod"}],
        "$defs": {
            "pod": {"properties": {"spec": {"$ref": "#/$defs/spec"}}},
            "spec": {"properties": {"spec": {"$ref": "#/$defs/spec"}, "n": {"type": "integer"}}},
        },
    }
