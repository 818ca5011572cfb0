"""`python -m deploy.generate.pages` writes the tables of docs/words.md, operations.md and sql.md from what is committed.

What stands between `<!-- made: NAME -->` and `<!-- end -->` is made here; the rest is written by hand.
"""

import ast
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from pydantic.fields import FieldInfo
from pydantic_core import PydanticUndefined

from deploy.generate.views import committed
from deploy.generate.written import ROOT, settle
from eventkeep.settings import PREFIX, Asking, Node
from services.contacts.settings import Settings as Contacts
from services.overview.settings import Settings as Overview
from services.overview.settings import Verification

PAGES = ("docs/operations.md", "docs/sql.md", "docs/words.md")
_MADE = re.compile(r"(<!-- made: (\w+) -->\n).*?(<!-- end -->)", re.DOTALL)
_DANISH = re.compile(r" \(([^()]+)\)")
_OR = re.compile(r" / |, ")
_AFTER_Z = str.maketrans({"æ": "{", "ø": "|", "å": "}"})


def page(text: str) -> str:
    """A page with its tables made anew."""
    return _MADE.sub(lambda found: f"{found[1]}\n{TABLES[found[2]]()}\n{found[3]}", text)


def settings() -> str:
    """Every setting, part by part."""
    tables = []
    parts: tuple[Any, ...] = (*Node.__bases__, Contacts, Verification, Overview, Asking, Node)
    for part in parts:
        own = {name: part.model_fields[name] for name in part.__annotations__ if name in part.model_fields}
        rows = [_setting(name, declared, own) for name, declared in own.items() if not _beside(name, own)]
        about = part.__doc__ if part is not Node else "For tests and the demo alone: never set it elsewhere."
        tables.append(f"**{about}**\n\n| variable | if unset | example |\n|---|---|---|\n" + "".join(rows))
    return "\n".join(tables)


def _beside(name: str, own: dict[str, FieldInfo]) -> bool:
    return name.removesuffix("_file") != name and name.removesuffix("_file") in own


def _setting(name: str, declared: FieldInfo, own: dict[str, FieldInfo]) -> str:
    variable = f"`{PREFIX}{name.upper()}`"
    if f"{name}_file" in own:
        variable += f", or `{PREFIX}{name.upper()}_FILE`: a file that holds it"
    example = f"`{str(declared.examples[0]).replace('`', '')}`" if declared.examples else ""
    return f"| {variable} | {_unset(declared)} | {example} |\n"


def _unset(declared: FieldInfo) -> str:
    if declared.is_required():
        return "must be set"
    default: Any = declared.get_default(call_default_factory=True)
    if default is None or default is PydanticUndefined or default in ("", {}):
        return "nothing"
    if isinstance(default, tuple):
        default = ",".join(default)
    if isinstance(default, float):
        default = f"{default:g}"
    return f"`{str(default).lower() if isinstance(default, bool) else default}`"


def metrics() -> str:
    """Every metric that the shared package or a service declares."""
    rows = []
    for path in sorted(
        path for folder in ("eventkeep", "services") for path in (ROOT / folder).rglob("*.py")
    ):
        for node in ast.walk(ast.parse(path.read_text())):
            match node:
                case ast.Call(func=ast.Name(id="Counter" | "Gauge" | "Histogram" as kind), args=[_, _, *_]):
                    rows.append(_metric(kind, node.args))
    return "| metric | kind | labels | what it says |\n|---|---|---|---|\n" + "".join(sorted(rows))


def _metric(kind: str, arguments: list[ast.expr]) -> str:
    name, about, *more = (ast.literal_eval(each) for each in arguments)
    ending = "_total" if kind == "Counter" else ""
    labels = ", ".join(more[0]) if more else ""
    return f"| `{name}{ending}` | {kind.lower()} | {labels} | {about} |\n"


def words() -> str:
    """Danish words of docstrings, what they mean, and the classes that carry them."""
    meaning: dict[str, str] = {}
    classes: dict[str, list[str]] = {}
    for name, text in _classes():
        for sentence in text.split(". "):
            for found in _DANISH.findall(sentence):
                danish = next((known for known in meaning if found in _OR.split(known)), found)
                meaning.setdefault(danish, _DANISH.sub("", sentence).rstrip("."))
                classes.setdefault(danish, []).append(f"`{name}`")
    ordered = sorted(meaning, key=lambda word: word.translate(_AFTER_Z))
    rows = [f"| {word} | {meaning[word]} | {', '.join(classes[word])} |\n" for word in ordered]
    return "| dansk | what it is | in the code |\n|---|---|---|\n" + "".join(rows)


def _classes() -> Iterator[tuple[str, str]]:
    """Ids, then events and their parts, then commands: name and first paragraph, on one line."""
    told = [
        ROOT / "contracts/ids.py",
        *sorted(p for p in ROOT.glob("contracts/*/*.py") if not p.stem.endswith("_pb2")),
    ]
    for path in told:
        yield from _documented(path, lambda node: True)
    for path in sorted((ROOT / "services").rglob("*.py")):
        yield from _documented(path, lambda node: any(getattr(b, "id", "") == "Command" for b in node.bases))


def _documented(path: Path, wanted: Callable[[ast.ClassDef], bool]) -> Iterator[tuple[str, str]]:
    for node in ast.parse(path.read_text()).body:
        if isinstance(node, ast.ClassDef) and wanted(node):
            yield node.name, re.sub(r"\s+", " ", (ast.get_docstring(node) or "").partition("\n\n")[0])


def sql_views() -> str:
    """Every SQL view for dashboards, with its columns."""
    tables = []
    for view, described in committed().items():
        columns = described["columns"].items()
        rows = [f"| `{name}` | {column['type']} | {column['says']} |\n" for name, column in columns]
        about = f"### reading.{view}\n\n{described['about']}.\n\n"
        tables.append(f"{about}| column | type | what it says |\n|---|---|---|\n" + "".join(rows))
    return "\n".join(tables)


TABLES: dict[str, Callable[[], str]] = {
    "settings": settings,
    "metrics": metrics,
    "words": words,
    "views": sql_views,
}

if __name__ == "__main__":
    settle("deploy.generate.pages", __doc__, {name: page((ROOT / name).read_text()) for name in PAGES})
