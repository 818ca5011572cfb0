"""What holds for every decider, whatever the commands."""

import re
from dataclasses import replace
from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from contracts.shapes import Command, Event
from deploy.generate.answers import answers
from deploy.generate.table import COMMANDS
from eventkeep.refused import Refused
from eventkeep.testing import folded
from tests.unit.deciders import CASES, Case
from tests.unit.made_up import made_up

RULE = re.compile(r"(R|A|P|T|O|M|C|Q|INV-|X-)\d{2}$")


def of_every_decider(name: str) -> Case:
    """The case by its name; names make failures readable."""
    return CASES[name]


def decided(case: Case, state: Any, command: Any) -> tuple[Event, ...] | Refused:
    """What the command makes true, or how it is refused. Anything else that it raises is a fault."""
    try:
        return tuple(case.decider.decide(state, command))
    except Refused as refused:
        return refused


def begun(case: Case, known: Any) -> Any:
    """The state after the beginning, with the facts of others."""
    state = folded(case.decider.evolve, case.decider.initial(), *case.beginning)
    return state if known is None else replace(state, known=known)


@cache
def told() -> dict[str, set[str]]:
    """What each command's rpc says that it may be refused with."""
    said = {
        command: {code for code, _ in each}
        for service in COMMANDS
        for command, each in answers(service).items()
    }
    return said | {"Link": said["LinkExternalId"], "Unlink": said["UnlinkExternalId"]}


@pytest.mark.parametrize("name", CASES)
@settings(max_examples=80, deadline=None)
@given(data=st.data())
def test_what_decide_returns_evolve_accepts(name: str, data: st.DataObject) -> None:
    """One command after another: each is decided or refused, the same when asked twice, and folds. A refusal is one of
    those that its rpc names."""
    case = of_every_decider(name)
    known = data.draw(case.known)
    state = begun(case, known)
    for command in data.draw(case.some_commands(8)):
        outcome = decided(case, state, command)
        if isinstance(outcome, Refused):
            again = decided(case, state, command)
            assert isinstance(again, Refused)
            assert again.code == outcome.code
            assert outcome.code in told()[type(command).__name__], "its rpc doesn't say so"
            continue
        assert decided(case, state, command) == outcome
        assert all(type(event) in case.events for event in outcome)
        assert all(getattr(event, command.stream) == getattr(command, command.stream) for event in outcome)
        state = folded(case.decider.evolve, state, *outcome)
    assert getattr(state, "known", None) is known


@pytest.mark.parametrize("name", CASES)
@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_events_from_the_wire_give_the_same_state(name: str, data: st.DataObject) -> None:
    """A service that restarts decides on what it has written."""
    case = of_every_decider(name)
    state = begun(case, data.draw(case.known))
    fresh = state
    for command in data.draw(case.some_commands(8)):
        outcome = decided(case, state, command)
        if not isinstance(outcome, Refused):
            back = (type(event).model_validate_json(event.model_dump_json()) for event in outcome)
            state = folded(case.decider.evolve, state, *outcome)
            fresh = folded(case.decider.evolve, fresh, *back)
    assert fresh == state


@pytest.mark.parametrize("name", CASES)
@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_evolve_never_refuses(name: str, data: st.DataObject) -> None:
    """Any events of the stream in any order: the past has happened."""
    case = of_every_decider(name)
    events = data.draw(st.lists(st.one_of(*map(made_up, case.events)), max_size=8))
    folded(case.decider.evolve, case.decider.initial(), *events)


@pytest.mark.parametrize("name", CASES)
@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_a_refusal_says_what_to_do(name: str, data: st.DataObject) -> None:
    """A stable code, a sentence and a next step in both languages, and the rule it follows from."""
    case = of_every_decider(name)
    state = begun(case, data.draw(case.known))
    (command,) = data.draw(case.some_commands(1))
    outcome = decided(case, state, command)
    if isinstance(outcome, Refused):
        assert re.fullmatch(r"[a-z][a-z_]+", outcome.code)
        assert RULE.match(outcome.rule)
        assert outcome.sentence.endswith(".")
        assert outcome.next_step.endswith(".")
        assert outcome.danish.endswith(".")
        assert outcome.danish_next.endswith(".")


EVERY_COMMAND = [command for case in CASES.values() for command in case.commands]


@pytest.mark.parametrize("command", EVERY_COMMAND, ids=lambda command: command.__name__)
def test_a_command_names_its_stream_and_its_rule(command: type[Command]) -> None:
    """The stream's id is one of its fields, and its docstring says which row of the checklist it carries."""
    assert command.stream in command.model_fields
    assert re.search(RULE.pattern.rstrip("$"), command.__doc__ or "")
