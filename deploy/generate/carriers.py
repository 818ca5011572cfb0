"""What carries a row of the specification: events, commands, reference data, readers, scenarios that name it or use it."""

import ast
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from deploy.generate.checklist import named, tested, trees

_LISTS = ("services/contacts/departments.py", "services/contacts/lacking.py")
"""What staff are shown beside what overview shows."""
_PLAYED = re.compile(r"^\s+(?:- )?([a-z]+)\.([A-Z]\w+):", re.MULTILINE)


@dataclass
class Carriers:
    """By name: `plans.GoalDefined`, `plans.DefineGoal`; and files. Tests by the ids in their docstrings."""

    events: set[str] = field(default_factory=set)
    commands: set[str] = field(default_factory=set)
    reference: set[str] = field(default_factory=set)
    readers: set[str] = field(default_factory=set)
    code: set[str] = field(default_factory=set)
    tests: set[str] = field(default_factory=set)


def carriers(root: Path) -> dict[str, Carriers]:
    """Of each id that is named anywhere. A part of an event speaks for the events that hold it."""
    found: defaultdict[str, Carriers] = defaultdict(Carriers)
    holders = _holders(root)
    for path, tree in trees(root, "contracts"):
        for node, text in _told(tree):
            for name in named(text):
                _contract(found[name], path, node, holders)
    for path, tree in trees(root, "services", "eventkeep"):
        for node, text in _told(tree):
            for name in named(text):
                _service(found[name], path, node)
    for path, tree in trees(root, "tests"):
        for name, test in tested(tree):
            found[name].tests.add(f"{path}::{test}" if test else path)
    return dict(found)


def played(root: Path) -> dict[str, list[str]]:
    """The scenario files that give a command, by `plans.DefineGoal`."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for path in sorted((root / "deploy/demo").rglob("*.yaml")):
        for service, command in sorted(set(_PLAYED.findall(path.read_text()))):
            found[f"{service}.{command}"].append(str(path.relative_to(root)))
    return dict(found)


def _contract(found: Carriers, path: str, node: ast.AST, holders: dict[str, set[str]]) -> None:
    service = path.split("/")[1]
    if isinstance(node, ast.ClassDef) and _is(node, "Event"):
        found.events.add(f"{service}.{node.name}")
    elif isinstance(node, ast.ClassDef):
        found.reference.add(path)
        found.events |= holders.get(f"{service}.{node.name}", set())
    else:
        found.reference.add(path)


def _service(found: Carriers, path: str, node: ast.AST) -> None:
    service = path.split("/")[1]
    if isinstance(node, ast.ClassDef) and _is(node, "Command"):
        found.commands.add(f"{service}.{node.name}")
    elif service == "overview" or path in _LISTS:
        found.readers.add(path)
    else:
        found.code.add(path)


def _told(tree: ast.Module) -> Iterator[tuple[ast.AST, str]]:
    """Docstrings and strings under attributes, with the class or function (or the module) whose they are."""
    for owner in ast.walk(tree):
        if isinstance(owner, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            for node in owner.body:
                match node:
                    case ast.Expr(value=ast.Constant(value=str(text))):
                        yield owner, text


def _holders(root: Path) -> dict[str, set[str]]:
    """Which events of a service hold a part or an enum, at any depth."""
    uses: dict[str, set[str]] = {}
    events = set[str]()
    for path, tree in trees(root, "contracts"):
        for node in tree.body:
            if isinstance(node, ast.ClassDef):
                name = f"{path.split('/')[1]}.{node.name}"
                uses[name] = {
                    f"{path.split('/')[1]}.{each.id}" for each in ast.walk(node) if isinstance(each, ast.Name)
                } - {name}
                events |= {name} if _is(node, "Event") else set()
    held: defaultdict[str, set[str]] = defaultdict(set)
    for event in events:
        reached, open_ones = set[str](), {event}
        while open_ones:
            reached |= open_ones
            open_ones = {each for name in open_ones for each in uses.get(name, ())} - reached
        for part in reached:
            held[part].add(event)
    return dict(held)


def _is(node: ast.ClassDef, kind: str) -> bool:
    return any(getattr(each, "id", "") == kind for each in node.bases)
