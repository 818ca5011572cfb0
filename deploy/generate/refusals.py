"""Where services refuse: every `Refused(...)` of the code, and every `raise` of one that was made elsewhere.

A refusal may be written whole, get its code or its rule from callers (`require_new(state, id, known, "a_code", "A10")`),
or stand in a table whose rows become refusals. What each may say is followed through these three forms.
"""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

_CODE = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)+\Z")
_DEPTH = 4
SAYS = ("code", "sentence", "rule")


@dataclass(frozen=True, order=True)
class Place:
    """A file, the function in it, and which one of its kind there: no line, so that it outlives edits above it."""

    path: str
    within: str
    nth: int = 1

    def __str__(self) -> str:
        return f"{self.path} {self.within}" + (f" {self.nth}" if self.nth > 1 else "")


@dataclass(frozen=True, order=True)
class Refusal:
    """What the code may refuse, and where. None is what only a run can tell."""

    place: Place
    code: str | None
    sentence: str | None
    rule: str | None
    line: int = field(compare=False)


@dataclass(frozen=True)
class _Made:
    place: Place
    call: ast.Call
    inside: tuple[ast.AST, ...]


def is_refused(node: ast.AST | None) -> bool:
    """Whether an expression makes a refusal."""
    return isinstance(node, ast.Call) and _last_name(node.func) == "Refused"


def made_in(path: str, tree: ast.Module) -> dict[ast.Call, Place]:
    """Every `Refused(...)` of a file, by its place."""
    return {each.call: each.place for each in _made(path, tree)}


def raised_in(path: str, tree: ast.Module) -> dict[ast.Raise, Place]:
    """Every `raise` of something, by its place; those of a refusal made on the spot share one."""
    found: dict[ast.Raise, Place] = {}
    counted: dict[str, int] = {}
    for node, inside in _walk(tree):
        if isinstance(node, ast.Raise) and node.exc is not None:
            within = _within(inside)
            if not is_refused(node.exc):
                counted[within] = counted.get(within, 0) + 1
            found[node] = Place(path, within, counted.get(within, 1))
    return found


class Refusals:
    """All that the services of a checkout refuse."""

    def __init__(self, root: Path) -> None:
        paths = sorted((root / "services").rglob("*.py"))
        self._trees = {str(path.relative_to(root)): ast.parse(path.read_text()) for path in paths}

    @cached_property
    def all(self) -> list[Refusal]:
        """Each of them, once for each code and rule that it is known to get from callers or tables."""
        found = set[Refusal]()
        for path, tree in self._trees.items():
            for each in _made(path, tree):
                says = [*each.call.args[:3], *[None] * 3][:3]
                for code, sentence, rule in self._said(says, each.inside, path, _DEPTH):
                    found.add(Refusal(each.place, code, sentence, rule, each.call.lineno))
        return sorted(found, key=str)

    @cached_property
    def raised(self) -> list[Place]:
        """Every place that raises a refusal which a function of the services makes."""
        makers = {
            node.name
            for tree in self._trees.values()
            for node in ast.walk(tree)
            if isinstance(node, ast.FunctionDef) and node.returns and ast.unparse(node.returns) == "Refused"
        }
        return sorted(
            place
            for path, tree in self._trees.items()
            for node, place in raised_in(path, tree).items()
            if isinstance(node.exc, ast.Call) and _last_name(node.exc.func) in makers
        )

    def _said(
        self, says: list[ast.expr | None], inside: tuple[ast.AST, ...], path: str, depth: int
    ) -> Iterator[tuple[str | None, ...]]:
        """What three expressions may say: constants, what callers pass, what a table's rows hold."""
        if any(isinstance(each, ast.Attribute) for each in says):
            rows = list(self._rows(path))
            yield from rows or [(None, None, None)]
            return
        function = next((each for each in reversed(inside) if isinstance(each, ast.FunctionDef)), None)
        names = [argument.arg for argument in function.args.args] if function else []
        open_ones = {each.id for each in says if isinstance(each, ast.Name) and each.id in names}
        calls = list(self._calls(function.name, path)) if function and open_ones and depth else []
        if not calls:
            yield tuple(_constant(each) for each in says)
        for caller, call, around in calls:
            passed = dict(zip(names, call.args, strict=False))
            passed |= {each.arg: each.value for each in call.keywords if each.arg}
            bound = [passed.get(each.id) if isinstance(each, ast.Name) else each for each in says]
            yield from self._said(bound, around, caller, depth - 1)

    def _calls(self, name: str, path: str) -> Iterator[tuple[str, ast.Call, tuple[ast.AST, ...]]]:
        """Where a service calls one of its functions."""
        for other, tree in self._of_service(path):
            for node, inside in _walk(tree):
                if isinstance(node, ast.Call) and _last_name(node.func) == name:
                    yield other, node, inside

    def _rows(self, path: str) -> Iterator[tuple[str | None, ...]]:
        """Rows of a service's tables that begin as a refusal does: code, sentence, rule."""
        for _, tree in self._of_service(path):
            for node in ast.walk(tree):
                if isinstance(node, ast.Call) and not is_refused(node):
                    code, sentence, rule = [*map(_constant, node.args[:3]), None, None, None][:3]
                    if code and sentence and rule and _CODE.match(code):
                        yield code, sentence, rule

    def _of_service(self, path: str) -> Iterator[tuple[str, ast.Module]]:
        folder = "/".join(path.split("/")[:2])
        return ((other, tree) for other, tree in self._trees.items() if other.startswith(folder + "/"))


def _made(path: str, tree: ast.Module) -> Iterator[_Made]:
    counted: dict[tuple[str, str | None], int] = {}
    for node, inside in _walk(tree):
        if isinstance(node, ast.Call) and is_refused(node):
            same = _within(inside), _constant(node.args[0]) if node.args else None
            counted[same] = counted.get(same, 0) + 1
            yield _Made(Place(path, same[0], counted[same]), node, inside)


def _walk(node: ast.AST, inside: tuple[ast.AST, ...] = ()) -> Iterator[tuple[ast.AST, tuple[ast.AST, ...]]]:
    """Every node in the order of the text, with the classes and functions around it."""
    if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
        inside = (*inside, node)
    for child in ast.iter_child_nodes(node):
        yield child, inside
        yield from _walk(child, inside)


def _within(inside: tuple[ast.AST, ...]) -> str:
    return ".".join(getattr(each, "name", "") for each in inside) or "module"


def _last_name(function: ast.expr) -> str:
    match function:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
    return ""


def _constant(node: ast.expr | None) -> str | None:
    match node:
        case ast.Constant(value=str(text)):
            return text
    return None
