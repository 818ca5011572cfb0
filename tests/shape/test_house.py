"""Every service has the same shape, and what must never stand in a file doesn't."""

import ast
import re

import pytest

from tests.shape.tree import RUNS, files, text, tree, written

WRITERS = ("contacts", "meetings", "plans", "progress")
ROOMS = {
    **dict.fromkeys(WRITERS, ("README.md", "domain.py", "reference.py", "api.py", "main.py")),
    "overview": ("README.md", "family_plan.py", "access.py", "api.py", "main.py"),
}
NOT_USED = {"manager", "helper", "helpers", "util", "utils", "base", "common", "data", "info", "impl"}
NEVER = {
    "a CPR number": r"(?<![\w-])(0[1-9]|[12]\d|3[01])(0[1-9]|1[0-2])\d\d-?\d{4}(?![\w-])",
    "the host of a registry": r"pypi\.org|pythonhosted\.org|repo1?\.maven|registry\.npmjs|proxy\.golang|"
    r"docker\.io/|ghcr\.io|quay\.io|(?<!\w)gcr\.io|registry\.k8s",
    "something left to do": r"\b(TO\x44O|FI\x58ME|X\x58X)\b",
    "a mail address": r"[\w.+-]+@(?!(?:[\w-]+\.)*(?:example|test|invalid|localhost)\b)(?:[\w-]+\.)+[a-z]{2,}\b(?![/\d(])",
    "a telephone number": r"\+45 ?[2-9](?: ?\d){7}\b|(?<![\d.,:;\-+])(?<!\d )[2-9]\d \d\d \d\d \d\d(?![\d.,:])",
}
"""Names of people are invented everywhere, and nobody real can be called or written to. Q20."""


ROOM_OF = [(service, room) for service, rooms in ROOMS.items() for room in rooms]


@pytest.mark.parametrize(("service", "room"), ROOM_OF)
def test_every_service_has_the_same_rooms(service: str, room: str) -> None:
    assert f"services/{service}/{room}" in files()


def test_there_are_no_other_services() -> None:
    assert {
        name.split("/")[1] for name in files() if name.startswith("services/") and name.count("/") > 1
    } == {*ROOMS, "cli"}


@pytest.mark.parametrize("service", WRITERS)
def test_a_domain_is_read_in_one_order(service: str) -> None:
    """State, decide, evolve; evolve never refuses: the past has happened."""
    body = tree(f"services/{service}/domain.py").body
    places = {node.name: n for n, node in enumerate(body) if isinstance(node, ast.FunctionDef | ast.ClassDef)}
    assert places["decide"] < places["evolve"]
    assert places.get("State", -1) < places["decide"]
    evolve = body[places["evolve"]]
    assert not [node for node in ast.walk(evolve) if isinstance(node, ast.Raise)]


def test_every_module_says_what_it_is() -> None:
    silent = [name for name in written() if text(name).strip() and not ast.get_docstring(tree(name))]
    assert not silent


def test_names_say_something() -> None:
    assert not [name for name in written() if {*name.removesuffix(".py").split("/")} & NOT_USED]


def test_no_rule_is_an_assertion() -> None:
    """It would be gone under `python -O`."""
    found = [
        f"{name}:{node.lineno}"
        for name in written(*RUNS)
        for node in ast.walk(tree(name))
        if isinstance(node, ast.Assert)
    ]
    assert not found


@pytest.mark.parametrize("what", NEVER)
def test_what_never_stands_in_a_file(what: str) -> None:
    """Q20, INV-60: no number, address or mail of anybody of the model's sources, nor of anybody else."""
    found = [
        f"{name}:{number}"
        for name in files()
        if not name.endswith((".png", ".woff2"))
        for number, line in enumerate(text(name).splitlines(), 1)
        if re.search(NEVER[what], line)
    ]
    assert not found


@pytest.mark.parametrize(
    ("what", "line"),
    [
        ("a CPR number", "born 0102" + "99-1234"),
        ("the host of a registry", "from https://pypi" + ".org/simple"),
        ("something left to do", "# TO" + "DO: more"),
        ("a mail address", "write to lone.holm@" + "skovby.dk"),
        ("a telephone number", "call 33 12" + " 34 56"),
        ("a telephone number", "call +45 33" + "123456"),
    ],
)
def test_it_would_be_found(what: str, line: str) -> None:
    assert re.search(NEVER[what], line)
    assert not re.search(NEVER[what], "0192f0c1-2b3c-7d4e-8f5a-010299123412")
