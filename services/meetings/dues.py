"""What is due around a family's meetings by the clock: agreed actions, and the next follow-up. A24, INV-26."""

from collections.abc import Iterator
from datetime import date, datetime
from functools import partial

from contracts.ids import AgreementId, FamilyId, MeetingId
from contracts.shapes import Actor, ActorKind
from eventkeep.reminders import Due
from services.meetings.actions import NoteAgreementOverdue, open_actions
from services.meetings.follow_up import NoteFollowUpOverdue, open_follow_ups
from services.meetings.state import State

SERVICE = Actor(kind=ActorKind.SERVICE, id="meetings")


def dues(family_id: str, state: State) -> Iterator[Due]:
    """All that is open and has a day; a closed case waits for nothing. The last day of the calendar never ends."""
    if state.suspended:
        return
    family = FamilyId(family_id)
    for agreement, on in open_actions(state):
        if on < date.max:
            yield Due(f"agreement/{agreement}", on, partial(_action, family, agreement, on))
    for meeting, on in open_follow_ups(state):
        if on < date.max:
            yield Due(f"follow-up/{meeting}", on, partial(_follow_up, family, meeting, on))


def _action(family: FamilyId, agreement: AgreementId, on: date, now: datetime) -> NoteAgreementOverdue:
    return NoteAgreementOverdue(by=SERVICE, at=now, family=family, agreement=agreement, due_on=on)


def _follow_up(family: FamilyId, meeting: MeetingId, on: date, now: datetime) -> NoteFollowUpOverdue:
    return NoteFollowUpOverdue(by=SERVICE, at=now, family=family, meeting=meeting, due_on=on)
