"""Every rpc says how it may be refused: by which codes, and by which rules."""

import ast
import re
from collections.abc import Iterator

import pytest

from deploy.generate.answers import answers
from deploy.generate.refusals import Refusals, made_in
from deploy.generate.table import COMMANDS
from deploy.generate.written import ROOT
from tests.shape.tree import files, text, tree

PROTOS = [name for name in files() if name.endswith(".proto")]
NAMED = re.compile(r"\b[a-z]+(?:_[a-z]+)+\b")
EVERY_CALL = (
    "eventkeep/edge/",
    "eventkeep/handle.py",
    "eventkeep/reading.py",
    "eventkeep/reference.py",
    "eventkeep/token.py",
)


def rpcs(name: str) -> Iterator[tuple[str, str]]:
    """Each rpc of a .proto, with the comment above it."""
    above: list[str] = []
    for line in text(name).splitlines():
        said = line.strip()
        if said.startswith("//"):
            above.append(said.removeprefix("//").strip())
            continue
        if rpc := re.match(r"rpc (\w+)\(", said):
            yield rpc[1], " ".join(above)
        above = []


@pytest.mark.parametrize("name", PROTOS)
def test_every_rpc_says_how_it_may_be_refused(name: str) -> None:
    assert not [rpc for rpc, said in rpcs(name) if not re.search(r"\bRefuses: .+\.$", said)]


def test_there_are_rpcs_to_look_at() -> None:
    assert len([rpc for name in PROTOS for rpc in rpcs(name)]) > 150


def codes() -> set[str]:
    """Everything that the code refuses with."""
    made = (
        made_in(name, tree(name))
        for name in files()
        if name.startswith("eventkeep/") and name.endswith(".py")
    )
    ours = {
        ast.literal_eval(call.args[0])
        for each in made
        for call in each
        if isinstance(call.args[0], ast.Constant)
    }
    return ours | {each.code for each in Refusals(ROOT).all if each.code} | {"shown_elsewhere"}


@pytest.mark.parametrize("name", PROTOS)
def test_a_code_that_is_promised_is_a_code_that_there_is(name: str) -> None:
    said = " ".join(said.partition("Refuses: ")[2] for _, said in rpcs(name))
    assert set(NAMED.findall(said)) <= codes()


def test_what_every_call_may_be_refused_with_stands_in_one_place() -> None:
    every = {
        ast.literal_eval(call.args[0])
        for name in files()
        if name.startswith(EVERY_CALL) and name.endswith(".py")
        for call in made_in(name, tree(name))
        if isinstance(call.args[0], ast.Constant)
    }
    assert every <= set(NAMED.findall(text("contracts/edge/edge.proto"))) | {
        "internal",
        "lagging",
        "stopping",
    }


@pytest.mark.parametrize("service", COMMANDS)
def test_nothing_that_a_service_refuses_is_left_out(service: str) -> None:
    protos = [name for name in PROTOS if name.startswith(f"contracts/{service}/")]
    said = " ".join(said for name in protos for _, said in rpcs(name))
    made = {each.code for each in Refusals(ROOT).all if each.place.path.startswith(f"services/{service}/")}
    assert {code for code in made if code} <= set(NAMED.findall(said))


def test_a_command_is_told_its_own_refusals_alone() -> None:
    """Branches for other commands, and for who may give them, are left out."""
    plans = {command: dict(said) for command, said in answers("plans").items()}
    assert plans["GrantIntervention"]["caseworker_only"] == "INV-63"
    assert "caseworker_only" not in plans["DefineGoal"]
    assert plans["DefineGoal"]["goal_author_unknown"] == "INV-42"
    assert "goal_author_unknown" not in plans["RewordGoal"]
    assert "plan_not_drafted" not in plans["DraftPlan"]
