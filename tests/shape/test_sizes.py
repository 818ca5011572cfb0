"""Files and functions stay small enough to read. Sizes are reported; only a file past all measure fails."""

import ast
import warnings

from tests.shape.tree import text, tree, written

ASKED, TOO_LONG = 250, 400
FUNCTION = 40
SHARED = 3_000


def test_files_are_split_before_they_are_long() -> None:
    sizes = {name: len(text(name).splitlines()) for name in written()}
    long = {name: lines for name, lines in sizes.items() if lines > ASKED}
    if long:
        _report(f"files over {ASKED} lines", long)
    assert not [name for name, lines in long.items() if lines > TOO_LONG]


def test_functions_fit_on_a_screen() -> None:
    long = {
        f"{name} {node.name}": lines
        for name in written()
        for node in ast.walk(tree(name))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        if (lines := (node.end_lineno or node.lineno) - node.lineno + 1) > FUNCTION
    }
    if long:
        _report(f"functions over {FUNCTION} lines", long)


def test_the_shared_package_stays_small() -> None:
    lines = sum(len(text(name).splitlines()) for name in written("eventkeep"))
    if lines > SHARED:
        _report(f"eventkeep is over {SHARED} lines", {"eventkeep": lines})


def _report(what: str, found: dict[str, int]) -> None:
    listed = ", ".join(f"{name} {lines}" for name, lines in sorted(found.items(), key=lambda item: -item[1]))
    warnings.warn(f"{what}: {listed}", stacklevel=2)
