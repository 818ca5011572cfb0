"""The generated messages of the real services fit their command classes, rpc by rpc."""

from importlib import import_module

import pytest

from deploy.generate.table import COMMANDS, commands_of
from eventkeep.edge.convert import plan


@pytest.mark.parametrize("service", COMMANDS)
def test_every_command_has_an_rpc_whose_message_fits(service: str) -> None:
    made = import_module(f"contracts.{service}.{service}_pb2").DESCRIPTOR
    rpcs = made.services_by_name[service.capitalize()].methods_by_name
    commands = {command.__name__: command for command in commands_of(service)}
    assert set(rpcs) == set(commands)
    for name, command in commands.items():
        assert rpcs[name].output_type.full_name == "helhed.edge.v1.Accepted"
        assert plan(rpcs[name].input_type, command, ("by", "at"))


def test_saying_nothing_is_not_saying_no() -> None:
    """INV-25: a meeting decides whether further assessment is needed; an absent answer is no answer."""
    hold = import_module("contracts.meetings.meetings_pb2").HoldMeetingRequest
    command = next(each for each in commands_of("meetings") if each.__name__ == "HoldMeeting")
    values_of = plan(hold.DESCRIPTOR, command, ("by", "at"))
    assert "further_assessment_needed" not in values_of(hold())
    assert values_of(hold(further_assessment_needed=False))["further_assessment_needed"] is False
