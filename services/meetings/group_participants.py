"""Who takes part in a group, following what the families' own streams say. P38, P40.

Nobody is taken in here without a family's event: our own service gives these commands, once for each.
"""

from datetime import date
from typing import ClassVar, assert_never

from contracts.ids import FamilyId, GroupId, PersonId
from contracts.meetings.events import GroupEvent, ParticipantJoined, ParticipantLeft
from contracts.shapes import Code, Command, Text
from eventkeep.evolved import replace
from services.meetings.group_state import Participant, State

# Commands


class TakeInParticipant(Command):
    """Let a member of a family take part, as the family's stream says. Our own service only. P38, P40."""

    stream: ClassVar[str] = "group"
    group: GroupId
    person: PersonId
    of_family: FamilyId
    called: Text
    joined_on: date


class LetParticipantGo(Command):
    """Let somebody take part no more, as the family's stream says. Our own service only. P38, P40."""

    stream: ClassVar[str] = "group"
    group: GroupId
    person: PersonId
    of_family: FamilyId
    reason: Code
    left_on: date


ParticipantCommand = TakeInParticipant | LetParticipantGo
ParticipantEvent = ParticipantJoined | ParticipantLeft

# Decide


def decide_participants(state: State, command: ParticipantCommand) -> list[GroupEvent]:
    """Never refused, and nothing where it is so already: the family's stream has said it."""
    held = state.participants.get(command.person)
    there = held is not None and held.left_on is None
    match command:
        case TakeInParticipant():
            return [] if there else [_joined(command)]
        case LetParticipantGo():
            # A child with two homes takes part as a member of one of them: the other one's word ends nothing.
            if held is None or not there or held.of_family != command.of_family:
                return []
            return [
                ParticipantLeft(
                    group=command.group, person=command.person, reason=command.reason, left_on=command.left_on
                )
            ]
        case _:
            assert_never(command)


def _joined(command: TakeInParticipant) -> ParticipantJoined:
    return ParticipantJoined(
        group=command.group,
        person=command.person,
        of_family=command.of_family,
        called=command.called,
        joined_on=command.joined_on,
    )


# Evolve


def evolve_participants(state: State, event: ParticipantEvent) -> State:
    """The group after an event."""
    match event:
        case ParticipantJoined():
            now = Participant(event.of_family, event.joined_on)
        case ParticipantLeft():
            held = state.participants.get(event.person)
            if held is None:
                return state
            now = replace(held, left_on=event.left_on)
        case _:
            assert_never(event)
    return replace(state, participants={**state.participants, event.person: now})
