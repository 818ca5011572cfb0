"""Every refusal of a service speaks Danish too."""

import ast

from tests.shape.tree import tree, written


def test_every_refusal_speaks_danish() -> None:
    silent = [
        f"{name}:{node.lineno}"
        for name in written("services")
        for node in ast.walk(tree(name))
        if isinstance(node, ast.Call) and ast.unparse(node.func).endswith("Refused")
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
            return False
        case _:
            return True
