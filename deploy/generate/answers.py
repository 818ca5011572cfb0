"""Which refusals a command may be answered: followed from `decide` through every function that it reaches for this command.

Branches for other commands are left out: `isinstance(command, ...)`, `match command` and tables by command class are
decided as the code would. Whatever else a branch depends on may be so or not, so that a command may be told to refuse
what it never does, but never the other way round.
"""

import ast
import inspect
from collections.abc import Iterable, Mapping
from functools import cache
from types import FunctionType, ModuleType
from typing import Any

from deploy.generate.refusals import is_refused
from deploy.generate.standing_for import (
    classes_in,
    compared,
    makes_refusal,
    methods_of,
    statements_of,
    value_of,
)
from deploy.generate.table import decided

Answer = tuple[str, str]
"""Code and rule; no rule where it follows from how things work."""
_ENDS = (ast.Return, ast.Raise, ast.Continue, ast.Break)
_NAME = "command"


@cache
def answers(service: str) -> dict[str, list[Answer]]:
    """What each command of a service may be refused with, by code."""
    found = {}
    for command, its, decide in decided(service):
        walk = _Walk(its)
        walk.function(decide, {})
        ruled = {code for code, rule in walk.found if rule}
        found[command.__name__] = sorted(each for each in walk.found if each[1] or each[0] not in ruled)
    return found


class _Walk:
    """One command's way through the functions of its service."""

    def __init__(self, command: type[Any]) -> None:
        self._command = command
        self._seen: set[tuple[Any, ...]] = set()
        self.found: set[Answer] = set()

    def function(self, function: FunctionType, given: Mapping[str, Any]) -> None:
        """What a function may refuse, its parameters given as far as they are plain text."""
        if any(isinstance(each, frozenset) for each in given.values()) and makes_refusal(function, given):
            refused = function(**given)
            self.found.add((refused.code, refused.rule))
            return
        key = (function, frozenset(given.items()))
        if key not in self._seen:
            self._seen.add(key)
            _Body(self, function, given).block(statements_of(function))

    def decided(self, test: ast.expr, names: Mapping[str, Any]) -> bool | None:
        """Whether a test is passed by every such command, by none, or one can't say."""
        match test:
            case ast.UnaryOp(op=ast.Not(), operand=inner):
                said = self.decided(inner, names)
                return None if said is None else not said
            case ast.BoolOp(op=operator, values=values):
                said_of = [self.decided(value, names) for value in values]
                decisive = isinstance(operator, ast.Or)
                if decisive in said_of:
                    return decisive
                return None if None in said_of else not decisive
            case ast.Call(func=ast.Name(id="isinstance"), args=[ast.Name(id=name), kinds]) if name == _NAME:
                return self._is_one(kinds, names)
            case ast.Compare(left=left, ops=[operator], comparators=[right]):
                return compared(self.value(left, names), operator, self.value(right, names))
        return None

    def _is_one(self, kinds: ast.expr, names: Mapping[str, Any]) -> bool | None:
        known = tuple(classes_in(value_of(kinds, names)))
        return issubclass(self._command, known) if known else None

    def value(self, node: ast.expr, names: Mapping[str, Any]) -> Any:
        """What an expression stands for, for this command; None for what only a run can tell."""
        match node:
            case ast.Subscript(
                value=table, slice=ast.Call(func=ast.Name(id="type"), args=[ast.Name(id=name)])
            ):
                found = value_of(table, names)
                return found.get(self._command) if name == _NAME and isinstance(found, Mapping) else None
            case ast.Set(elts=parts):
                return frozenset(value_of(part, names) for part in parts)
        return value_of(node, names)

    def matched(self, pattern: ast.pattern, names: Mapping[str, Any]) -> bool | None:
        """The same of a case of `match command`."""
        match pattern:
            case ast.MatchOr(patterns=patterns):
                said = [self.matched(each, names) for each in patterns]
                return True if True in said else None if None in said else False
            case ast.MatchClass(cls=kind, patterns=[], kwd_patterns=[]):
                return self._is_one(kind, names)
            case ast.MatchAs(pattern=None):
                return True
        return None

    def table(self, table: Mapping[Any, Any]) -> Iterable[Any]:
        """What a table holds for this command; all of it where it isn't by command."""
        return [table[self._command]] if self._command in table else table.values()


class _Body:
    """One function's statements, with what its names stand for."""

    def __init__(self, walk: _Walk, function: FunctionType, given: Mapping[str, Any]) -> None:
        self._walk = walk
        self._names = {**function.__globals__, **inspect.getclosurevars(function).nonlocals, **given}

    def block(self, statements: list[ast.stmt]) -> bool:
        """Follows statements; True where nothing after them is reached."""
        return any(self._statement(each) for each in statements)

    def _statement(self, node: ast.stmt) -> bool:
        match node:
            case ast.If(test=test, body=body, orelse=otherwise):
                self._expression(test)
                said = self._walk.decided(test, self._names)
                ends = [
                    self.block(part)
                    for part, when in ((body, True), (otherwise, False))
                    if said in (when, None)
                ]
                return all(ends) and (said is not None or bool(otherwise))
            case ast.Match(subject=ast.Name(id=name), cases=cases) if name == _NAME:
                return self._cases(cases)
            case ast.For() | ast.With() | ast.Try() | ast.Match() | ast.While():
                for child in ast.iter_child_nodes(node):
                    self._inside(child)
                return False
        if isinstance(node, ast.Assign):
            self._assigned(node.targets[0], node.value)
        self._expression(node)
        return isinstance(node, _ENDS)

    def _assigned(self, target: ast.expr, value: ast.expr) -> None:
        """Remembers who may: a set that a table holds for this command."""
        match target, value:
            case ast.Tuple(elts=targets), ast.Tuple(elts=values):
                for each, its in zip(targets, values, strict=True):
                    self._assigned(each, its)
            case ast.Name(id=name), _:
                found = self._walk.value(value, self._names)
                self._names[name] = found if isinstance(found, frozenset) else None

    def _cases(self, cases: list[ast.match_case]) -> bool:
        ends = []
        for case in cases:
            said = self._walk.matched(case.pattern, self._names)
            if said is not False:
                ends.append(self.block(case.body))
            if said and case.guard is None:
                break
        return bool(ends) and all(ends)

    def _inside(self, node: ast.AST) -> None:
        if isinstance(node, ast.stmt):
            self._statement(node)
        elif isinstance(node, ast.match_case | ast.ExceptHandler):
            for child in ast.iter_child_nodes(node):
                self._inside(child)
        else:
            self._expression(node)

    def _expression(self, node: ast.AST) -> None:
        if isinstance(node, ast.IfExp):
            said = self._walk.decided(node.test, self._names)
            parts = [node.test, *([node.body] * (said is not False)), *([node.orelse] * (said is not True))]
            for part in parts:
                self._expression(part)
            return
        if isinstance(node, ast.Call):
            self._call(node)
        elif isinstance(node, ast.Name | ast.Attribute):
            self._object(value_of(node, self._names), {})
        for child in ast.iter_child_nodes(node):
            if not (isinstance(node, ast.Call) and child is node.func):
                self._expression(child)

    def _call(self, node: ast.Call) -> None:
        if is_refused(node):
            code, _, rule = [*(self._text(each) for each in node.args[:3]), "", "", ""][:3]
            by_name = {each.arg: self._text(each.value) for each in node.keywords}
            self._add(code or by_name.get("code", ""), rule or by_name.get("rule", ""))
            return
        called = value_of(node.func, self._names)
        if isinstance(called, FunctionType):
            self._walk.function(called, self._passed(called, node))
        elif called is not None:
            self._object(called, {})
        elif isinstance(node.func, ast.Attribute):
            for method in methods_of(self._names.get("__name__", "")).get(node.func.attr, ()):
                self._walk.function(method, self._passed(method, node, of_object=True))
        if not isinstance(node.func, ast.Name):
            self._expression(node.func.value if isinstance(node.func, ast.Attribute) else node.func)

    def _passed(self, called: FunctionType, node: ast.Call, of_object: bool = False) -> dict[str, Any]:
        names = list(inspect.signature(called).parameters)[1 if of_object else 0 :]
        given = {
            **dict(zip(names, node.args, strict=False)),
            **{each.arg: each.value for each in node.keywords if each.arg},
        }
        said = {
            name: self._text(value) or self._walk.value(value, self._names) for name, value in given.items()
        }
        return {name: each for name, each in said.items() if isinstance(each, str | frozenset)}

    def _text(self, node: ast.expr) -> str:
        """What an expression says, where it is plain text or was passed as such."""
        if isinstance(node, ast.Constant):
            return node.value if isinstance(node.value, str) else ""
        said = value_of(node, self._names)
        return said if isinstance(said, str) else ""

    def _object(self, found: Any, given: Mapping[str, Any]) -> None:
        """A function, a refusal to be, or a table of either, that is named: it may be used."""
        if isinstance(found, FunctionType):
            self._walk.function(found, given)
        elif isinstance(found, dict):
            for each in self._walk.table(found):
                self._object(each, given)
        elif isinstance(found, tuple | list):
            for each in found:
                self._object(each, given)
        elif not isinstance(found, type | ModuleType) and all(
            hasattr(found, name) for name in ("code", "sentence", "rule")
        ):
            self._add(found.code, found.rule)

    def _add(self, code: str, rule: str) -> None:
        if code:
            self._walk.found.add((code, rule))
