"""docs/observed.json: what a run of the tests saw refused and shown, and which test failed without it.

`make proof` writes it. The pages are made of it, and it is compared with the code that is there.
"""

import ast
import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from deploy.generate import refusals

NAME = "docs/observed.json"


@dataclass(frozen=True)
class Refusal:
    """A refusal that tests saw, and the one that failed when it was switched off: "" where none did."""

    place: str
    code: str
    rule: str
    sentence: str
    raised_in: str
    tests: tuple[str, ...]
    fails: str


@dataclass(frozen=True)
class Event:
    """An event that commands made true in tests, and the tests that show it in the shared plan."""

    name: str
    commands: tuple[str, ...]
    tests: tuple[str, ...]
    shown: tuple[str, ...]
    fails: str


@dataclass(frozen=True)
class Run:
    """What was seen; and what the code may refuse that nobody saw refused."""

    refusals: tuple[Refusal, ...] = ()
    events: tuple[Event, ...] = ()
    unseen: tuple[str, ...] = ()


def write(root: Path, run: Run) -> None:
    """Keeps it."""
    parts = []
    for part, entries in asdict(run).items():
        lines = ",\n".join(json.dumps(each, ensure_ascii=False) for each in entries)
        parts.append(f'"{part}": [\n{lines}\n]')
    (root / NAME).write_text("{\n" + ",\n".join(parts) + "\n}\n")


def read(root: Path) -> Run:
    """What was kept; nothing where no run was."""
    path = root / NAME
    if not path.exists():
        return Run()
    kept = json.loads(path.read_text())
    return Run(
        tuple(Refusal(**_plain(each)) for each in kept["refusals"]),
        tuple(Event(**_plain(each)) for each in kept["events"]),
        tuple(kept["unseen"]),
    )


def _plain(kept: dict[str, Any]) -> dict[str, Any]:
    return {name: tuple(each) if isinstance(each, list) else each for name, each in kept.items()}


def not_seen(found: Iterable[Refusal], code: refusals.Refusals) -> tuple[str, ...]:
    """Refusals of the code that carry a rule and were not seen, nor the places that raise one made elsewhere."""
    seen = {(each.place, each.code, each.rule, each.sentence) for each in found}
    missing = [
        f"{each.place}: {each.code or 'a code of its callers'} ({each.rule or 'a rule of its callers'})"
        for each in code.all
        if each.rule != "" and not any(_is_of(*one, each) for one in seen)
    ]
    raised = {each.raised_in for each in found}
    return (*missing, *(f"{place}: what it raises" for place in code.raised if str(place) not in raised))


def unproved(run: Run) -> list[str]:
    """Refusals with a rule that no test saw, or that no test missed."""
    return [f"no test sees {each}" for each in run.unseen] + [
        f"no test misses {each.code} ({each.rule}) when it is switched off: {each.place}"
        + (f", raised in {each.raised_in}" if each.raised_in else "")
        for each in run.refusals
        if each.rule and not each.fails
    ]


def stale(run: Run, code: refusals.Refusals, root: Path) -> list[str]:
    """What was kept of refusals and tests that are gone, and refusals that came since."""
    gone = [
        f"{each.code} ({each.rule}) is gone from {each.place}"
        for each in run.refusals
        if not any(_is_of(each.place, each.code, each.rule, each.sentence, said) for said in code.all)
    ]
    came = sorted({*not_seen(run.refusals, code)} - {*run.unseen})
    kept = {test for each in run.refusals for test in (*each.tests, each.fails) if test}
    kept |= {test for each in run.events for test in (*each.tests, *each.shown, each.fails) if test}
    there = _tests(root, {test.partition("::")[0] for test in kept})
    return [*gone, *(f"new: {each}" for each in came), *(f"{test} is gone" for test in sorted(kept - there))]


def _is_of(place: str, code: str, rule: str, sentence: str, said: refusals.Refusal) -> bool:
    pairs = ((code, said.code), (rule, said.rule), (sentence, said.sentence))
    return place == str(said.place) and all(known in (None, seen) for seen, known in pairs)


def _tests(root: Path, paths: Iterable[str]) -> set[str]:
    found = set[str]()
    for path in paths:
        tree = ast.parse((root / path).read_text()) if (root / path).exists() else ast.Module([], [])
        found |= {
            f"{path}::{node.name}"
            for node in tree.body
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        }
    return found


def function(test: str) -> str:
    """The function of a test, without what it was given."""
    return test.partition("[")[0]


def functions(tests: Iterable[str]) -> tuple[str, ...]:
    """The functions of tests, each once."""
    return tuple(sorted({function(test) for test in tests}))
