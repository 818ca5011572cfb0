"""Every refusal of a service speaks Danish too."""

import ast

from eventkeep.refused import Refused
from tests.shape.tree import tree, written


def test_every_refusal_speaks_danish() -> None:
    silent = [
        f"{name}:{node.lineno}"
        for name in written("services")
        for node in ast.walk(tree(name))
        if isinstance(node, ast.Call) and ast.unparse(node.func).rpartition(".")[2] == "Refused"
        if not _speaks(node)
    ]
    assert not silent


def _speaks(refusal: ast.Call) -> bool:
    """A sentence of its own, or one that its caller gives; the shared package's codes have theirs."""
    said = next((each.value for each in refusal.keywords if each.arg == "danish"), None)
    match said:
        case ast.Constant(value=str(text)):
            return text.endswith(".")
        case None:
            return bool(_of_the_package(refusal))
        case _:
            return True


def _of_the_package(refusal: ast.Call) -> str:
    """What the shared package says in Danish for this code, where it is one of its own."""
    match refusal.args:
        case [ast.Constant(value=str(code)), *_]:
            return Refused(code, "").danish
    return ""
