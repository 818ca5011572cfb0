"""docs/observed.json: what a run of the tests saw refused and shown, and which test failed without it.

`make proof` writes it. The pages are made of it, and it is compared with the code that is there.
"""

import ast
import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

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

    def is_of(self, said: refusals.Refusal) -> bool:
        """Whether it is one that the code names."""
        pairs = ((self.code, said.code), (self.sentence, said.sentence), (self.rule, said.rule))
        return self.place == str(said.place) and all(known in (None, seen) for seen, known in pairs)


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
    """What was seen."""

    refusals: tuple[Refusal, ...] = ()
    events: tuple[Event, ...] = ()


def write(root: Path, run: Run) -> None:
    """Keeps it."""
    (root / NAME).write_text(json.dumps(asdict(run), indent=1, ensure_ascii=False) + "\n")


def read(root: Path) -> Run:
    """What was kept; nothing where no run was."""
    path = root / NAME
    if not path.exists():
        return Run()
    kept = json.loads(path.read_text())
    return Run(
        tuple(Refusal(**{**each, "tests": tuple(each["tests"])}) for each in kept["refusals"]),
        tuple(
            Event(**{k: tuple(v) if isinstance(v, list) else v for k, v in each.items()})
            for each in kept["events"]
        ),
    )


def unproved(run: Run, code: refusals.Refusals) -> list[str]:
    """Refusals with a rule that no test saw, or that no test missed; and places that raise one, seen by none."""
    found = [
        f"no test sees {each.code or 'a code of its callers'} ({each.rule or 'a rule of its callers'}): "
        f"{each.place.path}:{each.line} {each.place.within}"
        for each in code.all
        if each.rule != "" and not any(seen.is_of(each) for seen in run.refusals)
    ]
    raised = {each.raised_in for each in run.refusals}
    found += [f"no test sees what is raised in {place}" for place in code.raised if str(place) not in raised]
    found += [
        f"no test misses {each.code} ({each.rule}) when it is switched off: {each.place}"
        + (f", raised in {each.raised_in}" if each.raised_in else "")
        for each in run.refusals
        if each.rule and not each.fails
    ]
    return found


def stale(run: Run, code: refusals.Refusals, root: Path) -> list[str]:
    """What was kept of refusals and tests that are gone, and refusals that came since."""
    gone = [
        f"{each.code} ({each.rule}) is gone from {each.place}"
        for each in run.refusals
        if not any(each.is_of(said) for said in code.all)
    ]
    kept = {test for each in run.refusals for test in (*each.tests, each.fails) if test}
    kept |= {test for each in run.events for test in (*each.tests, *each.shown, each.fails) if test}
    there = _tests(root, {test.partition("::")[0] for test in kept})
    return gone + [f"{test} is gone" for test in sorted(kept - there)]


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
