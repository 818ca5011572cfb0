"""The family's meetings: what the commands of each subject make true, and the meetings after each event."""

from typing import assert_never

from contracts.meetings.events import FamilyEvent, OtherMeetingHeld
from services.meetings.actions import ActionCommand, ActionEvent, decide_actions, evolve_actions
from services.meetings.afterwards import (
    AfterwardsCommand,
    AfterwardsEvent,
    decide_afterwards,
    evolve_afterwards,
)
from services.meetings.agenda import AgendaCommand, AgendaEvent, decide_agenda, evolve_agenda
from services.meetings.attendance import (
    AttendanceCommand,
    AttendanceEvent,
    decide_attendance,
    evolve_attendance,
)
from services.meetings.calling import CallingCommand, CallingEvent, decide_calling, evolve_calling
from services.meetings.closing import ClosingCommand, ClosingEvent, decide_closing, evolve_closing
from services.meetings.holding import HoldingCommand, HoldingEvent, decide_holding, evolve_holding
from services.meetings.invitations import (
    InvitationCommand,
    InvitationEvent,
    decide_invitations,
    evolve_invitations,
)
from services.meetings.other_meetings import HoldOtherMeeting, decide_other_meeting, evolve_other_meeting
from services.meetings.participation import (
    ParticipationCommand,
    ParticipationEvent,
    decide_participation,
    evolve_participation,
)
from services.meetings.pre_meeting import (
    PreMeetingCommand,
    PreMeetingEvent,
    decide_pre_meeting,
    evolve_pre_meeting,
)
from services.meetings.rights import require_right
from services.meetings.state import State

__all__ = ["FamilyCommand", "State", "decide", "evolve"]

# Commands: each stands in the file of its subject.

FamilyCommand = (
    PreMeetingCommand
    | HoldOtherMeeting
    | CallingCommand
    | InvitationCommand
    | AgendaCommand
    | AttendanceCommand
    | HoldingCommand
    | ActionCommand
    | AfterwardsCommand
    | ClosingCommand
    | ParticipationCommand
)

# Decide


def decide(state: State, command: FamilyCommand) -> list[FamilyEvent]:
    """What a command makes true, or why it is refused."""
    require_right(state, command)
    if isinstance(command, PreMeetingCommand):
        return decide_pre_meeting(state, command)
    if isinstance(command, HoldOtherMeeting):
        return decide_other_meeting(state, command)
    if isinstance(command, CallingCommand):
        return decide_calling(state, command)
    if isinstance(command, InvitationCommand):
        return decide_invitations(state, command)
    if isinstance(command, AgendaCommand):
        return decide_agenda(state, command)
    if isinstance(command, AttendanceCommand):
        return decide_attendance(state, command)
    if isinstance(command, HoldingCommand):
        return decide_holding(state, command)
    if isinstance(command, ActionCommand):
        return decide_actions(state, command)
    if isinstance(command, AfterwardsCommand):
        return decide_afterwards(state, command)
    if isinstance(command, ClosingCommand):
        return decide_closing(state, command)
    if isinstance(command, ParticipationCommand):
        return decide_participation(state, command)
    assert_never(command)


# Evolve


def evolve(state: State, event: FamilyEvent) -> State:
    """The meetings after an event. It never refuses: the past has happened."""
    if isinstance(event, PreMeetingEvent):
        return evolve_pre_meeting(state, event)
    if isinstance(event, OtherMeetingHeld):
        return evolve_other_meeting(state, event)
    if isinstance(event, CallingEvent):
        return evolve_calling(state, event)
    if isinstance(event, InvitationEvent):
        return evolve_invitations(state, event)
    if isinstance(event, AgendaEvent):
        return evolve_agenda(state, event)
    if isinstance(event, AttendanceEvent):
        return evolve_attendance(state, event)
    if isinstance(event, HoldingEvent):
        return evolve_holding(state, event)
    if isinstance(event, ActionEvent):
        return evolve_actions(state, event)
    if isinstance(event, AfterwardsEvent):
        return evolve_afterwards(state, event)
    if isinstance(event, ClosingEvent):
        return evolve_closing(state, event)
    if isinstance(event, ParticipationEvent):
        return evolve_participation(state, event)
    assert_never(event)
