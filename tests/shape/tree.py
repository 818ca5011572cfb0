"""The project's own files, and what its Python says."""

import ast
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
MADE = "consumers/python/helhed_department/events/"
"""Types made of schemas."""
RUNS = ("contracts", "eventkeep", "services")
"""What runs in an installation."""


@cache
def files() -> tuple[str, ...]:
    """Everything that is kept, or is about to be: no caches, no environments."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    return tuple(sorted(name for name in listed.split("\0") if name and (ROOT / name).is_file()))


def written(*folders: str) -> Iterator[str]:
    """Python files written by hand, in these folders or everywhere."""
    for name in files():
        inside = not folders or name.split("/")[0] in folders
        if inside and name.endswith(".py") and not name.endswith("_pb2.py") and not name.startswith(MADE):
            yield name


def text(name: str) -> str:
    """What stands in a file; what isn't text is left out."""
    return (ROOT / name).read_text(errors="ignore")


@cache
def tree(name: str) -> ast.Module:
    """A Python file, parsed."""
    return ast.parse(text(name))


def imported(name: str) -> set[str]:
    """The modules that a file imports, with their full names."""
    found: set[str] = set()
    for node in ast.walk(tree(name)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def imports(name: str, package: str) -> bool:
    """Whether a file imports a package or anything in it."""
    return any(each == package or each.startswith(package + ".") for each in imported(name))


def called(name: str) -> Iterator[str]:
    """What a file calls, as it is written: "grpc.aio.server"."""
    for node in ast.walk(tree(name)):
        if isinstance(node, ast.Call):
            yield ast.unparse(node.func)
