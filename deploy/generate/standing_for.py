"""What names stand for in the running services: functions and their statements, classes, tables, plain values."""

import ast
import inspect
import sys
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from types import FunctionType, ModuleType
from typing import Any, get_args

from eventkeep.refused import Refused


def compared(left: Any, operator: ast.cmpop, right: Any) -> bool | None:
    """How a comparison with a known set ends; None where a side isn't known."""
    if left is None or not isinstance(right, frozenset):
        return None
    match operator:
        case ast.Eq():
            return bool(left == right)
        case ast.In():
            return left in right
        case ast.NotIn():
            return left not in right
    return None


def value_of(node: ast.expr, names: Mapping[str, Any]) -> Any:
    """What a name stands for in the running module; None for what only a run can tell."""
    match node:
        case ast.Name(id=name):
            return names.get(name)
        case ast.Attribute(value=inner, attr=name):
            of = value_of(inner, names)
            return getattr(of, name, None) if isinstance(of, ModuleType | type) else None
        case ast.Tuple(elts=parts):
            return tuple(value_of(part, names) for part in parts)
        case ast.BinOp(op=ast.BitOr(), left=left, right=right):
            return value_of(left, names), value_of(right, names)
        case ast.Starred(value=inner):
            return value_of(inner, names)
    return None


def classes_in(found: Any) -> Iterator[type[Any]]:
    """The classes in a class, a tuple or a union, at any depth."""
    if isinstance(found, type):
        yield found
    for each in found if isinstance(found, tuple) else get_args(found):
        yield from classes_in(each)


def makes_refusal(function: FunctionType, given: Mapping[str, Any]) -> bool:
    """Whether all is known that it makes its refusal of: who may, as the table says it."""
    asked = inspect.signature(function)
    return asked.return_annotation is Refused and given.keys() == asked.parameters.keys()


@cache
def statements_of(function: FunctionType) -> list[ast.stmt]:
    """A function's statements: of our services and what they share, and no further."""
    if not function.__module__.startswith(("services.", "eventkeep.")):
        return []
    at = function.__code__.co_firstlineno
    for node in ast.walk(_tree(function.__code__.co_filename)):
        match node:
            case ast.Lambda(body=said, lineno=line) if line == at and function.__name__ == "<lambda>":
                return [ast.Expr(said)]
            case ast.FunctionDef(name=function.__name__, lineno=line, decorator_list=above):
                if at == min([line, *(each.lineno for each in above)]):
                    return node.body
    return []


@cache
def _tree(path: str) -> ast.Module:
    return ast.parse(Path(path).read_text())


@cache
def methods_of(module: str) -> dict[str, list[FunctionType]]:
    """The methods of a service's classes by name, as far as they may refuse."""
    service = ".".join(module.split(".")[:2])
    found: dict[str, list[FunctionType]] = {}
    for name, loaded in list(sys.modules.items()):
        if name.startswith(service + "."):
            for kind in [
                each for each in vars(loaded).values() if isinstance(each, type) and each.__module__ == name
            ]:
                for method, function in vars(kind).items():
                    if isinstance(function, FunctionType):
                        found.setdefault(method, []).append(function)
    return found
