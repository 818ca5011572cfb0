"""`python -m deploy.generate.coverage` writes docs/coverage.md: each row of the specification, and what carries it.

A row is carried when a test compared an event that names it with what a command made true, and another test shows it: one
that failed when the shared plan left this event out (both observed, in docs/observed.json), or one of a view that names
the row. Naming it alone carries nothing. A target that is computed is carried by tests of views alone that name it; a rule
by a refusal that was missed when it was switched off or, where nothing is refused, by a test that names it.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from deploy.generate import carriers, checklist, observed
from deploy.generate.carriers import Carriers
from deploy.generate.checklist import Item, kind_of, link, named
from deploy.generate.written import ROOT, settle

SECTIONS = {
    "R": "Roles and bodies",
    "A": "Artefacts",
    "P": "Steps",
    "T": "Targets",
    "O": "Offers and interventions",
    "M": "Methods and classifications",
    "INV-": "Rules of the municipality",
    "X-": "Rules of law and of the trade",
    "Q": "Decisions on what the model leaves open",
}
_RULES = ("INV-", "X-", "Q")
_COMPUTED = "services/overview/outcomes/"
_MOST = 3
_VIEWED = ("tests/views/", "tests/web/", "tests/edges/", "tests/system/")
"""Where tests see what a reader is shown."""
_HEAD = """\
# What is carried of the specification

Made by `make docs`; `make check` fails where it differs. A row is **carried** when a test compared an event of it with
what a command made true, and a test of a view fails without that event, or a view that names the row has a test that does.
It is **partly** carried while no reader is shown it, or while no test has seen it. What is **not yet** there
is named below the table. A target that is computed is carried by tests of what leaders see that name it. A rule or a
decision is carried by a refusal that a test misses when it is switched off ([rules](rules.md) has them all) or, where
nothing is refused, by a test that names it.
"""


class Standing(StrEnum):
    """How far a row is carried."""

    CARRIED = "carried"
    UNREAD = "partly: no reader yet"
    UNTESTED = "partly: no test yet"
    NOT_YET = "not yet"


@dataclass(frozen=True)
class Row:
    """What carries a row, and how far."""

    standing: Standing
    commands: tuple[str, ...] = ()
    events: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    tests: tuple[str, ...] = ()
    unread: frozenset[str] = frozenset()
    """Events of it that the shared plan doesn't show."""


class Coverage:
    """The rows of a checkout."""

    def __init__(self, root: Path, run: observed.Run) -> None:
        self._carriers, self._played = carriers.carriers(root), carriers.played(root)
        self._observed = {each.name: each for each in run.events}
        self._refused: defaultdict[str, set[str]] = defaultdict(set)
        for refusal in run.refusals:
            for name in named(refusal.rule) if refusal.fails else ():
                self._refused[name].add(refusal.fails)

    def row(self, name: str) -> Row:
        """What carries it, by what is named and what was observed."""
        found = self._carriers.get(name, Carriers())
        if kind_of(name) in _RULES:
            return self._rule(name, found)
        events = sorted(found.events or self._made_by(found.commands))
        seen = [self._observed[each] for each in events if each in self._observed]
        compared = sorted({test for each in seen for test in each.tests})
        shows = sorted({each.fails for each in seen if each.fails}) or self._views(found)
        if any(path.startswith(_COMPUTED) for path in found.readers):
            compared, shows = [], sorted(self._views(found), key=lambda test: "test_targets" not in test)
        commands = sorted(found.commands or {command for each in seen for command in _commands(each)})
        scenarios = sorted({path for each in commands for path in self._played.get(each, ())})
        files = sorted(found.reference | found.readers | found.code)
        tests = compared or sorted(found.tests)
        return Row(
            _standing(bool(events or commands or files), bool(tests), bool(shows)),
            tuple(commands),
            tuple(events),
            tuple(files),
            (*shows[:_MOST], *[test for test in tests if test not in shows][:_MOST], *scenarios),
            frozenset(events) - {each.name for each in seen if each.fails},
        )

    def _rule(self, name: str, found: Carriers) -> Row:
        missed = sorted(self._refused[name])
        files = sorted(found.reference | found.readers | found.code)
        tests = missed or sorted(found.tests)
        there = bool(tests or found.events or found.commands or files)
        stands = _standing(there, bool(tests), shown=True)
        return Row(
            stands,
            tuple(sorted(found.commands)),
            tuple(sorted(found.events)),
            tuple(files),
            tuple(tests[:_MOST]),
        )

    def _made_by(self, commands: set[str]) -> set[str]:
        return {name for name, each in self._observed.items() if commands & _commands(each)}

    def _views(self, found: Carriers) -> list[str]:
        """Tests of views that name a row which a view names, too."""
        views = sorted(test for test in found.tests if test.startswith(_VIEWED))
        return views if found.readers else []


def _commands(event: observed.Event) -> set[str]:
    service = event.name.partition(".")[0]
    return {f"{service}.{each}" for each in event.commands}


def _standing(there: bool, tested: bool, shown: bool) -> Standing:
    if not there:
        return Standing.NOT_YET
    if not tested:
        return Standing.UNTESTED
    return Standing.CARRIED if shown else Standing.UNREAD


def page(coverage: Coverage, items: Mapping[str, Item]) -> str:
    """The text of docs/coverage.md."""
    rows = {name: coverage.row(name) for name in items if kind_of(name) in SECTIONS}
    parts = [_HEAD, _counts(rows)]
    for letter, title in SECTIONS.items():
        parts.append(
            f"\n## {title}\n\n| row | what | stands | command → event | kept in | tests |\n|---|---|---|---|---|---|\n"
        )
        parts += [_line(name, items[name], row) for name, row in rows.items() if kind_of(name) == letter]
    return "".join(parts)


def _counts(rows: Mapping[str, Row]) -> str:
    table = "\n| | rows |\n|---|---|\n"
    counted = Counter(row.standing for row in rows.values())
    for each in Standing:
        table += f"| {each.value} | {counted[each]} |\n"
    missing = [name for name, row in rows.items() if row.standing == Standing.NOT_YET]
    half = [name for name, row in rows.items() if row.standing == Standing.CARRIED and row.unread]
    table += f"\nOf those carried, {len(half)} have events beside that the shared plan doesn't show (◦): other views may.\n"
    return table + (f"\nNot yet: {', '.join(missing)}.\n" if missing else "")


def _line(name: str, item: Item, row: Row) -> str:
    events = (f"→ `{each}`{' ◦' if each in row.unread else ''}" for each in row.events)
    way = "<br>".join([*(f"`{each}`" for each in row.commands), *events])
    files, tests = (
        "<br>".join(dict.fromkeys(map(link, row.files))),
        "<br>".join(dict.fromkeys(map(link, row.tests))),
    )
    title = item.title.replace("|", "\\|")
    return f"| **{name}** | {title} | {row.standing.value} | {way} | {files} | {tests} |\n"


if __name__ == "__main__":
    made = page(Coverage(ROOT, observed.read(ROOT)), checklist.read())
    settle("deploy.generate.coverage", __doc__, {"docs/coverage.md": made})
