"""An import hook: modules of the services are compiled with a word to the recorder before each refusal.

`raise Refused(...)` becomes "make it; raise it if it stands", so that one of them can be switched off while everything
else stays as it was, and so that it is known which statement raised what. Nothing of it is there in an ordinary run.
"""

import ast
import importlib.machinery
import sys
from collections.abc import Sequence
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder
from pathlib import Path
from types import ModuleType
from typing import Any

from deploy.generate.refusals import is_refused, made_in, raised_in
from tests.proof.recorder import RECORDER, Recorder

ROOT = Path(__file__).resolve().parents[2]
_NAME, _RAISED = "__recorder__", "__raised__"


def rewritten(path: str, text: str) -> ast.Module:
    """A file's code, with the recorder asked."""
    tree = ast.parse(text)
    _Asking(path, tree).visit(tree)
    return ast.fix_missing_locations(tree)


class _Asking(ast.NodeTransformer):
    def __init__(self, path: str, tree: ast.Module) -> None:
        self._made, self._raised = made_in(path, tree), raised_in(path, tree)
        self._view = path.startswith("services/overview/")

    def visit_Call(self, node: ast.Call) -> ast.AST:
        place = self._made.get(node)
        self.generic_visit(node)
        return node if place is None else ast.copy_location(_ask("made", str(place), node), node)

    def visit_Raise(self, node: ast.Raise) -> Any:
        place = self._raised.get(node)
        on_the_spot = is_refused(node.exc)
        self.generic_visit(node)
        if place is None or node.exc is None:
            return node
        held = ast.Assign([ast.Name(_RAISED, ast.Store())], node.exc)
        name = ast.Name(_RAISED, ast.Load())
        asked = _ask("stands", "" if on_the_spot else str(place), name)
        done = ast.If(asked, [ast.Raise(ast.Name(_RAISED, ast.Load()), node.cause)], [])
        return [ast.copy_location(held, node), ast.copy_location(done, node)]

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST:
        self.generic_visit(node)
        if self._view and node.name == "evolve":
            state, event = (argument.arg for argument in node.args.args[:2])
            unless = ast.UnaryOp(ast.Not(), _ask("told", None, ast.Name(event, ast.Load())))
            node.body.insert(1, ast.If(unless, [ast.Return(ast.Name(state, ast.Load()))], []))
        return node


def _ask(what: str, place: str | None, about: ast.expr) -> ast.Call:
    first: list[ast.expr] = [] if place is None else [ast.Constant(place)]
    return ast.Call(ast.Attribute(ast.Name(_NAME, ast.Load()), what, ast.Load()), [*first, about], [])


class _Loader(importlib.machinery.SourceFileLoader):
    """Compiles anew each time: what was compiled without the recorder is of no use, nor the other way round."""

    def get_code(self, fullname: str) -> Any:
        path = Path(self.get_filename(fullname))
        return compile(rewritten(str(path.relative_to(ROOT)), path.read_text()), str(path), "exec")

    def exec_module(self, module: ModuleType) -> None:
        module.__dict__[_NAME] = RECORDER
        super().exec_module(module)


class _Finder(MetaPathFinder):
    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if fullname.split(".")[0] != "services":
            return None
        spec = PathFinder.find_spec(fullname, path, target)
        if spec is not None and spec.origin and spec.origin.endswith(".py"):
            spec.loader = _Loader(fullname, spec.origin)
        return spec


def install() -> Recorder:
    """From now on. Call it before anything of the services is imported."""
    early = sorted(name for name in sys.modules if name.split(".")[0] == "services")
    if early:
        raise RuntimeError(f"imported before the hook: {early}")
    sys.meta_path.insert(0, _Finder())
    return RECORDER
