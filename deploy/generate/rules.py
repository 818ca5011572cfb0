"""`python -m deploy.generate.rules` writes docs/rules.md: each rule, how it is refused, the test that fails without it.

What a rule says stands in docs/checklist.yaml; the code names it in docstrings and refusals (INV-19, X-01, R11; "INV-25
to INV-30" names six). Which tests saw a refusal, and which failed when it was switched off, is not read from names: it
was observed, and stands in docs/observed.json (`make proof`). `--check` fails too where that no longer fits the code.
"""

import ast
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from deploy.generate import checklist, observed
from deploy.generate.checklist import Item, kind_of, link, named, trees
from deploy.generate.refusals import Refusals
from deploy.generate.written import ROOT, settle

CODE = ("contracts", "eventkeep", "services")
KINDS = {
    "INV-": "Rules of the municipality",
    "X-": "Rules of law and of the trade",
    "Q": "Decisions on what the model leaves open",
}
ROWS = "Roles, artefacts and steps that refuse something"
_CODE = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)+\Z")
_HEAD = """\
# Rules, and where they are kept

Made by `make docs` from docstrings, refusals and what `make proof` observed; `make check` fails where it differs.
Below a rule stand its refusals: the sentence, where it is made, and the test that saw it and failed when this one
refusal was switched off (how many others saw it). Where none stands, nothing is refused: a type keeps the rule, what an
event holds, or what is shown, and the number after a test file says how many of its tests name the rule.
"""


@dataclass
class Rule:
    """What the code says about one rule, and what was observed of it."""

    refusals: dict[str, set[str]] = field(default_factory=dict)
    files: set[str] = field(default_factory=set)
    tests: Counter[str] = field(default_factory=Counter)
    seen: list[observed.Refusal] = field(default_factory=list)


def rules(root: Path = ROOT, run: observed.Run | None = None) -> dict[str, Rule]:
    """All rules that code or tests name, or that a run saw refused, in order."""
    found: dict[str, Rule] = {}
    for path, tree in trees(root, *CODE):
        for text in _docstrings(tree):
            for name in named(text):
                found.setdefault(name, Rule()).files.add(path)
        for code, sentence, text in _refusals(tree):
            for name in named(text):
                rule = found.setdefault(name, Rule())
                rule.files.add(path)
                rule.refusals.setdefault(code, set()).add(sentence)
    for path, tree in trees(root, "tests"):
        for name, _ in checklist.tested(tree):
            found.setdefault(name, Rule()).tests[path] += 1
    for each in (run or observed.Run()).refusals:
        for name in named(each.rule):
            found.setdefault(name, Rule()).seen.append(each)
    return dict(sorted(found.items()))


def page(found: Mapping[str, Rule], items: Mapping[str, Item]) -> str:
    """The text of docs/rules.md."""
    parts = [_HEAD, _counts(found, items)]
    for kind, title in KINDS.items():
        known = sorted({*items, *(name for name in found if name not in items)})
        parts += _table(title, (name for name in known if kind_of(name) == kind), found, items)
    rows = (name for name, rule in found.items() if kind_of(name) not in KINDS and _refuses(rule))
    return "".join([*parts, *_table(ROWS, rows, found, items)])


def _counts(found: Mapping[str, Rule], items: Mapping[str, Item]) -> str:
    seen = [each for rule in found.values() for each in rule.seen]
    proved = sum(1 for each in seen if each.fails)
    unseen = sum(len(_unseen(rule)) for rule in found.values())
    ours = [name for name, item in items.items() if kind_of(name) in ("INV-", "X-")]
    silent = [name for name in ours if name not in found]
    said = f"\n{proved} refusals are proved, {len(seen) - proved} were seen and not missed, {unseen} were not seen.\n"
    return said + (f"\nNeither code nor tests name {', '.join(silent)} yet.\n" if silent else "")


def _table(
    title: str, names: Iterable[str], found: Mapping[str, Rule], items: Mapping[str, Item]
) -> Iterator[str]:
    yield f"\n## {title}\n\n| rule | what it says, or how it is refused | kept in | tests |\n|---|---|---|---|\n"
    for name in names:
        rule, item = found.get(name, Rule()), items.get(name)
        says = f"{_cell(item.title)} *({item.kind})*" if item else ""
        files = "<br>".join(link(path) for path in sorted(rule.files))
        yield f"| **{name}** | {says} | {files} | {_named_by(rule)} |\n"
        for each in sorted(rule.seen, key=lambda each: (each.code, each.place, each.raised_in)):
            yield f"| | `{each.code}` {_cell(each.sentence)} | {link(each.place.split()[0])} | {_proof(each)} |\n"
        for code in _unseen(rule):
            yield f"| | `{code}` {_cell(' '.join(sorted(rule.refusals[code])))} | | not switched off |\n"


def _unseen(rule: Rule) -> list[str]:
    return sorted(set(rule.refusals) - {each.code for each in rule.seen})


def _named_by(rule: Rule) -> str:
    if rule.seen:
        return ""
    return "<br>".join(f"{link(path)} {count}" for path, count in sorted(rule.tests.items()))


def _proof(each: observed.Refusal) -> str:
    if not each.fails:
        return f"seen by {len(each.tests)}, missed by none"
    more = len(each.tests) - 1
    return f"{link(each.fails)} `{each.fails.partition('::')[2]}`" + (f" and {more} more" if more else "")


def _refuses(rule: Rule) -> bool:
    return bool(rule.refusals or rule.seen)


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


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


if __name__ == "__main__":
    run = observed.read(ROOT)
    settle("deploy.generate.rules", __doc__, {"docs/rules.md": page(rules(ROOT, run), checklist.read())})
    old = observed.stale(run, Refusals(ROOT), ROOT)
    if "--check" in sys.argv and old:
        sys.exit(
            f"{observed.NAME} was written before the code changed; run `make proof`:\n  " + "\n  ".join(old)
        )
