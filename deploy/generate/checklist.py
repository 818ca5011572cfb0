"""docs/checklist.yaml: rows, rules and decisions of the specification, and where code and tests name them."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from deploy.generate.written import ROOT

NAME = "docs/checklist.yaml"
_ID = re.compile(r"\b(INV-|X-|[RAPTOMCQ])(\d{2})(?: to (?:INV-|X-|[RAPTOMCQ])(\d{2}))?\b")


@dataclass(frozen=True)
class Item:
    """A row, rule or decision: what kind it is, which service it falls to, what it says in short."""

    kind: str
    title: str
    of: str = ""


def read(root: Path = ROOT) -> dict[str, Item]:
    """Everything by its id."""
    kept = yaml.safe_load((root / NAME).read_text())
    return {name: Item(**each) for name, each in kept.items()}


def named(text: str) -> list[str]:
    """The ids that a text names, ranges spelt out."""
    found: list[str] = []
    for kind, first, last in _ID.findall(text):
        found += [f"{kind}{number:02}" for number in range(int(first), int(last or first) + 1)]
    return found


def kind_of(name: str) -> str:
    """`INV-`, `X-`, or a row's letter."""
    return name[:-2]


def trees(root: Path, *folders: str) -> Iterator[tuple[str, ast.Module]]:
    """Python files written by hand, parsed."""
    for folder in folders:
        for path in sorted((root / folder).rglob("*.py")):
            if not path.stem.endswith("_pb2"):
                yield str(path.relative_to(root)), ast.parse(path.read_text())


def tested(tree: ast.Module) -> Iterator[tuple[str, str]]:
    """What tests name: the id, and the test; a file's docstring speaks for the file, and its test is ""."""
    by_tests = set[str]()
    tests = 0
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.name.startswith("test_"):
            tests += 1
            for name in sorted(set(named(ast.get_docstring(node) or ""))):
                by_tests.add(name)
                yield name, node.name
    if tests:
        for name in sorted(set(named(ast.get_docstring(tree) or "")) - by_tests):
            yield name, ""


def link(path: str) -> str:
    """A link from docs/ to a file, or to the file of a test."""
    path = path.partition("::")[0]
    shown = path.removesuffix(".py").removeprefix("services/").removeprefix("tests/")
    return f"[{shown}](../{path})"
