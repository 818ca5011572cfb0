"""The family's case is closed or opened again: what becomes of its meetings. Q15, INV-26."""

from typing import assert_never

from contracts.ids import FamilyId
from contracts.meetings.events import FamilyEvent, MeetingsResumed, MeetingsSuspended, NetworkMeetingCancelled
from contracts.shapes import Code, Command
from eventkeep.evolved import replace
from services.meetings.state import State

FAMILY_CLOSED = "family-closed"
"""Why a meeting is cancelled when the case is closed before it."""

# Commands


class SuspendMeetings(Command):
    """Cancel what is called ahead, and wait for nothing: the case was closed at `at`. Our own service only. Q15."""

    family: FamilyId
    reason: Code


class ResumeMeetings(Command):
    """Wait again for what is still open: the case was opened again. Our own service only. Q15, INV-26."""

    family: FamilyId


ClosingCommand = SuspendMeetings | ResumeMeetings
ClosingEvent = MeetingsSuspended | MeetingsResumed

# Decide


def decide_closing(state: State, command: ClosingCommand) -> list[FamilyEvent]:
    """What holds now decides: where the case was opened or closed again meanwhile, nothing happens."""
    match command:
        case SuspendMeetings():
            return _suspend(state, command) if state.known.contacts.closed else []
        case ResumeMeetings():
            resumes = state.suspended and not state.known.contacts.closed
            return [MeetingsResumed(family=command.family)] if resumes else []
        case _:
            assert_never(command)


def _suspend(state: State, command: SuspendMeetings) -> list[FamilyEvent]:
    """A meeting whose hour had come is left: it may have been held, and is still recorded. R01."""
    ahead = [
        name
        for name, meeting in state.meetings.items()
        if meeting.held is None and not meeting.cancelled and meeting.starts_at > command.at
    ]
    suspended = MeetingsSuspended(family=command.family, reason=command.reason)
    return [
        *([] if state.suspended else [suspended]),
        *(
            NetworkMeetingCancelled(family=command.family, meeting=name, reason=FAMILY_CLOSED)
            for name in ahead
        ),
    ]


# Evolve


def evolve_closing(state: State, event: ClosingEvent) -> State:
    """Whether what was agreed is waited for."""
    return replace(state, suspended=isinstance(event, MeetingsSuspended))
