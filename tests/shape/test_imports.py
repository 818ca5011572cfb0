"""Who may import whom, and through which doors the drivers come in."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from tests.shape.tree import ROOT, RUNS, called, imported, imports, tree, written

DOORS: dict[str, dict[str, str]] = {
    "asyncpg": {
        "eventkeep/pg.py": "the door: pools, sessions, which errors mean that it can't be reached",
        "eventkeep/postgres_store.py": "the rows that the store reads",
        "deploy/embedded/postgres.py": "looks whether the server it started answers",
        "deploy/platform/databases.py": "makes roles and databases",
        "deploy/platform/processes.py": "makes a local installation's databases",
    },
    "faststream": {"eventkeep/consume.py": "the door: subscribes, acknowledges by hand"},
    "aiokafka": {
        "eventkeep/consume.py": "the assignor that FastStream is given",
        "eventkeep/fenced.py": "the producer that fences whoever published under its name before",
        "eventkeep/inbox/listening.py": "reads whole topics in no group: how far stands in the database",
        "eventkeep/relay.py": "the idempotent producer, and the partitioner",
        "eventkeep/topics.py": "asks what topics are like",
        "eventkeep/restore.py": "reads a topic once, from end to end, in no group",
        "deploy/demo/tap.py": "shows what stands in the topics",
        "deploy/embedded/kafka.py": "looks whether the server it started answers",
        "deploy/platform/read.py": "prints a topic",
        "deploy/platform/topics.py": "makes topics",
    },
    "pydantic_settings": {"eventkeep/settings.py": "the one reader of the environment"},
}


def test_the_import_contracts_hold() -> None:
    """The contracts of pyproject.toml: eventkeep knows no families, services meet only in contracts."""
    lint = Path(sys.executable).with_name("lint-imports")
    ran = subprocess.run([lint, "--no-cache"], cwd=ROOT, capture_output=True, text=True, timeout=120)
    assert ran.returncode == 0, ran.stdout + ran.stderr


@pytest.mark.parametrize("driver", DOORS)
def test_drivers_come_in_by_few_doors(driver: str) -> None:
    doors = {name for name in written(*RUNS, "deploy") if imports(name, driver)}
    assert doors <= set(DOORS[driver]), f"a new door for {driver}: use one that is there, or give its reason"


def test_one_place_sets_up_grpc_servers() -> None:
    servers = {
        name for name in written(*RUNS, "deploy") if {"grpc.server", "grpc.aio.server"} & set(called(name))
    }
    assert servers == {"eventkeep/edge/server.py"}


def test_only_settings_read_the_environment() -> None:
    readers = {
        name
        for name in written(*RUNS)
        if {"os.environ", "os.getenv", "os.environb"} & imported(name) or _reads_environment(name)
    }
    assert not readers


def _reads_environment(name: str) -> bool:
    used = {ast.unparse(node) for node in ast.walk(tree(name)) if isinstance(node, ast.Attribute)}
    return bool(used & {"os.environ", "os.getenv", "os.environb"})


LISTENER = """
import importlib, sys
def heard(event, arguments):
    if event in ("socket.connect", "socket.bind", "socket.getaddrinfo", "subprocess.Popen", "os.fork"):
        raise SystemExit(f"{module}: {event} {arguments[1:]}")
sys.addaudithook(heard)
for module in sys.argv[1:]:
    importlib.import_module(module)
"""


def test_nothing_connects_on_import() -> None:
    names = [name for name in written(*RUNS, "deploy") if not name.endswith("__main__.py")]
    modules = [name.removesuffix(".py").removesuffix("/__init__").replace("/", ".") for name in names]
    ran = _import(*modules)
    assert ran.returncode == 0, ran.stderr


def test_connecting_on_import_would_be_seen(tmp_path: Path) -> None:
    (tmp_path / "eager.py").write_text("import socket\nsocket.create_connection(('127.0.0.1', 9))\n")
    assert "socket." in _import("eager", path=tmp_path).stderr


def _import(*modules: str, path: Path = ROOT) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", LISTENER, *modules],
        cwd=path,
        env={"PYTHONPATH": str(path)},
        capture_output=True,
        text=True,
        timeout=120,
    )
