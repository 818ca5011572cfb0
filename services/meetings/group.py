"""A group course: a second kind of stream. What its commands make true, and the group after each event. P38, P39."""

from typing import assert_never

from contracts.meetings.events import GroupEvent
from services.meetings.group_agenda import AgendaCommand, AgendaEvent, decide_agenda, evolve_agenda
from services.meetings.group_forming import FormingCommand, FormingEvent, decide_forming, evolve_forming
from services.meetings.group_participants import (
    ParticipantCommand,
    ParticipantEvent,
    decide_participants,
    evolve_participants,
)
from services.meetings.group_rights import require_right
from services.meetings.group_sessions import SessionCommand, SessionEvent, decide_sessions, evolve_sessions
from services.meetings.group_state import State

__all__ = ["GroupCommand", "State", "decide", "evolve"]

# Commands: each stands in the file of its subject.

GroupCommand = FormingCommand | ParticipantCommand | SessionCommand | AgendaCommand

# Decide


def decide(state: State, command: GroupCommand) -> list[GroupEvent]:
    """What a command makes true, or why it is refused."""
    require_right(state, command)
    if isinstance(command, FormingCommand):
        return decide_forming(state, command)
    if isinstance(command, ParticipantCommand):
        return decide_participants(state, command)
    if isinstance(command, SessionCommand):
        return decide_sessions(state, command)
    if isinstance(command, AgendaCommand):
        return decide_agenda(state, command)
    assert_never(command)


# Evolve


def evolve(state: State, event: GroupEvent) -> State:
    """The group after an event. It never refuses: the past has happened."""
    if isinstance(event, FormingEvent):
        return evolve_forming(state, event)
    if isinstance(event, ParticipantEvent):
        return evolve_participants(state, event)
    if isinstance(event, SessionEvent):
        return evolve_sessions(state, event)
    if isinstance(event, AgendaEvent):
        return evolve_agenda(state, event)
    assert_never(event)
