"""`python -m deploy.generate.rules` writes docs/rules.md: each rule, where it is kept, which tests name it.

A rule is found where a docstring or a refusal names it (INV-19, X-01, R11; "INV-25 to INV-30" names six).
A test names a rule in its docstring, or in that of its file.
"""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from deploy.generate.written import ROOT, settle

CODE = ("contracts", "eventkeep", "services")
KINDS = {"INV-": "Rules of the municipality", "X-": "Rules of law and of the trade", "R": "Roles"}
_RULE = re.compile(r"\b(INV-|X-|R)(\d{2})(?: to (?:INV-|X-|R)(\d{2}))?\b")
_CODE = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)+\Z")
_HEAD = """\
# Rules, and where they are kept

Made by `make generate` from docstrings, refusals and tests; `make check` fails where it differs. Where the
second column is empty, nothing is refused: a type keeps the rule, what an event holds, or what is shown. The
number after a test file says how many of its tests name the rule.
"""


@dataclass
class Rule:
    """What the code says about one rule."""

    refusals: dict[str, set[str]] = field(default_factory=dict)
    files: set[str] = field(default_factory=set)
    tests: Counter[str] = field(default_factory=Counter)


def named(text: str) -> list[str]:
    """The rules that a text names, ranges spelt out."""
    found: list[str] = []
    for kind, first, last in _RULE.findall(text):
        found += [f"{kind}{number:02}" for number in range(int(first), int(last or first) + 1)]
    return found


def rules(root: Path = ROOT) -> dict[str, Rule]:
    """All rules that code or tests name, in order."""
    found: dict[str, Rule] = {}
    for path, tree in _trees(root, *CODE):
        for text in _docstrings(tree):
            for name in named(text):
                found.setdefault(name, Rule()).files.add(path)
        for code, sentence, text in _refusals(tree):
            for name in named(text):
                rule = found.setdefault(name, Rule())
                rule.files.add(path)
                rule.refusals.setdefault(code, set()).add(sentence)
    for path, tree in _trees(root, "tests"):
        for name in _tested(tree):
            found.setdefault(name, Rule()).tests[path] += 1
    return dict(sorted(found.items()))


def page(found: dict[str, Rule]) -> str:
    """The text of docs/rules.md."""
    parts = [_HEAD]
    for kind, title in KINDS.items():
        rows = [_row(name, rule) for name, rule in found.items() if name[:-2] == kind]
        parts.append(
            f"\n## {title}\n\n| rule | refused as | kept in | tests |\n|---|---|---|---|\n" + "".join(rows)
        )
    untested = [name for name, rule in found.items() if not rule.tests]
    if untested:
        parts.append(f"\nNo test names {', '.join(untested)} yet.\n")
    return "".join(parts)


def _row(name: str, rule: Rule) -> str:
    refusals = "<br>".join(
        f"`{code}` {' '.join(sorted(said))}" for code, said in sorted(rule.refusals.items())
    )
    files = "<br>".join(_link(path) for path in sorted(rule.files))
    tests = "<br>".join(f"{_link(path)} {count}" for path, count in sorted(rule.tests.items()))
    return f"| {name} | {refusals} | {files} | {tests} |\n"


def _link(path: str) -> str:
    shown = path.removesuffix(".py").removeprefix("services/").removeprefix("tests/")
    return f"[{shown}](../{path})"


def _trees(root: Path, *folders: str) -> Iterator[tuple[str, ast.Module]]:
    for folder in folders:
        for path in sorted((root / folder).rglob("*.py")):
            if not path.stem.endswith("_pb2"):
                yield str(path.relative_to(root)), ast.parse(path.read_text())


def _docstrings(tree: ast.Module) -> Iterator[str]:
    """Docstrings, and the strings that stand under an attribute."""
    for node in ast.walk(tree):
        match node:
            case ast.Expr(value=ast.Constant(value=str(text))):
                yield text


def _refusals(tree: ast.Module) -> Iterator[tuple[str, str, str]]:
    """Code, sentence and rule of each call that has a refusal's first arguments."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            said = [each.value if isinstance(each, ast.Constant) else None for each in node.args[:3]]
            match said:
                case [str(code), str(sentence), str(rule)] if _CODE.match(code):
                    yield code, sentence, rule


def _tested(tree: ast.Module) -> Iterator[str]:
    """The rules that tests name, once for each test. A file's docstring speaks for the file, once."""
    told = [ast.get_docstring(tree) or ""]
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.name.startswith("test_"):
            told.append(ast.get_docstring(node) or "")
    by_tests = [name for text in told[1:] for name in set(named(text))]
    yield from by_tests
    if len(told) > 1:
        yield from (name for name in named(told[0]) if name not in by_tests)


if __name__ == "__main__":
    settle("deploy.generate.rules", __doc__, {"docs/rules.md": page(rules())})
