"""Network meetings are called, moved and cancelled; somebody leads them through. A21, A22, P16, P22."""

from typing import assert_never

from pydantic import AwareDatetime

from contracts.ids import FamilyId, Id, MeetingId, PlanId
from contracts.meetings.events import (
    FacilitatorAssigned,
    FamilyEvent,
    MeetingKind,
    NetworkMeetingCancelled,
    NetworkMeetingRescheduled,
    NetworkMeetingScheduled,
    Place,
    Revision,
)
from contracts.shapes import Code, Command, Text
from eventkeep.evolved import replace
from eventkeep.refused import Refused
from services.meetings.state import Meeting, State, changed, meeting_ahead, require_new

OVER_NO_PLAN = (MeetingKind.VISITATION, MeetingKind.JOINT)
"""Meetings at which no plan is on the table. R24, R45."""

# Commands


class ScheduleMeeting(Command):
    """Call a network meeting over the plan as it is now, at home unless a reason is given. A21, P16, P17, INV-34.

    `kind` says what it is for: start-up, network, follow-up or final-approval. A22, P22, P32.
    """

    family: FamilyId
    meeting: MeetingId
    starts_at: AwareDatetime
    place: Place = Place.HOME
    place_reason: Text | None = None
    plan: PlanId
    revision: Revision
    kind: MeetingKind = MeetingKind.NETWORK


class RescheduleMeeting(Command):
    """Move a meeting to another time or place, which is said anew (flytte mødet). A21, INV-34."""

    family: FamilyId
    meeting: MeetingId
    starts_at: AwareDatetime
    place: Place
    place_reason: Text | None = None


class CancelMeeting(Command):
    """Cancel a meeting that has not been held (aflyse mødet). A21."""

    family: FamilyId
    meeting: MeetingId
    reason: Code


class AssignFacilitator(Command):
    """Name who leads the meeting through, from inside or outside (facilitator). P50, R31."""

    family: FamilyId
    meeting: MeetingId
    facilitator: Id


CallingCommand = ScheduleMeeting | RescheduleMeeting | CancelMeeting | AssignFacilitator
CallingEvent = (
    NetworkMeetingScheduled | NetworkMeetingRescheduled | NetworkMeetingCancelled | FacilitatorAssigned
)

# Decide


def decide_calling(state: State, command: CallingCommand) -> list[FamilyEvent]:
    """A meeting is called over the current plan, and moved or cancelled until it is held."""
    match command:
        case ScheduleMeeting():
            return _schedule(state, command)
        case RescheduleMeeting():
            return _reschedule(meeting_ahead(state, command.meeting), command)
        case CancelMeeting():
            return _cancel(state, command)
        case AssignFacilitator():
            return _facilitator(meeting_ahead(state, command.meeting), command)
        case _:
            assert_never(command)


def _schedule(state: State, command: ScheduleMeeting) -> list[FamilyEvent]:
    require_new(state, command.meeting)
    if command.kind in OVER_NO_PLAN:
        raise Refused(
            "meeting_without_plan",
            "A visitation or joint meeting has no plan on the table.",
            "R24",
            "Record it when it has been held.",
            danish="Et visitationsmøde eller fællesmøde har ingen plan på bordet.",
            danish_next="Notér det, når det har været holdt.",
        )
    current = state.known.plans
    if (command.plan, command.revision) != (current.plan, current.table.revision):
        raise Refused(
            "revision_not_current",
            "The plan on the table is the current one.",
            "INV-19",
            "Call the meeting over the current revision.",
            {"revision": str(current.table.revision)},
            danish="Det er den gældende plan, der ligger på bordet.",
            danish_next="Indkald til mødet om den gældende udgave.",
        )
    require_place(command.place, command.place_reason)
    return [
        NetworkMeetingScheduled(
            family=command.family,
            meeting=command.meeting,
            kind=command.kind,
            starts_at=command.starts_at,
            place=command.place,
            place_reason=command.place_reason,
            plan=command.plan,
            revision=command.revision,
        )
    ]


def require_place(place: Place, reason: str | None) -> None:
    """Those around the family meet at home, or it is said why not. INV-34."""
    if place is Place.OTHER and reason is None:
        raise Refused(
            "place_without_reason",
            "The network meets at home, or says why not.",
            "INV-34",
            "Give the reason.",
            danish="Netværket mødes i hjemmet; ellers skal det begrundes.",
            danish_next="Skriv begrundelsen.",
        )


def _reschedule(meeting: Meeting, command: RescheduleMeeting) -> list[FamilyEvent]:
    require_place(command.place, command.place_reason)
    # Where it is elsewhere, it may be elsewhere again: the words that say where are not known here.
    if (command.starts_at, command.place) == (meeting.starts_at, Place.HOME) and meeting.place is Place.HOME:
        return []
    return [
        NetworkMeetingRescheduled(
            family=command.family,
            meeting=command.meeting,
            starts_at=command.starts_at,
            place=command.place,
            place_reason=command.place_reason,
        )
    ]


def _cancel(state: State, command: CancelMeeting) -> list[FamilyEvent]:
    called = state.meetings.get(command.meeting)
    if called is not None and called.cancelled:
        return []
    meeting_ahead(state, command.meeting)
    return [NetworkMeetingCancelled(family=command.family, meeting=command.meeting, reason=command.reason)]


def _facilitator(meeting: Meeting, command: AssignFacilitator) -> list[FamilyEvent]:
    if meeting.facilitator == command.facilitator:
        return []
    return [
        FacilitatorAssigned(family=command.family, meeting=command.meeting, facilitator=command.facilitator)
    ]


# Evolve


def evolve_calling(state: State, event: CallingEvent) -> State:
    """The meetings after an event."""
    if isinstance(event, NetworkMeetingScheduled):
        meeting = Meeting(event.plan, event.revision, event.kind, event.starts_at, event.place)
        return changed(state, event.meeting, meeting)
    called = state.meetings.get(event.meeting)
    if called is None:
        return state  # called by an event of a newer version, which was skipped
    match event:
        case NetworkMeetingRescheduled():
            called = replace(called, starts_at=event.starts_at, place=event.place)
        case NetworkMeetingCancelled():
            called = replace(called, cancelled=True)
        case FacilitatorAssigned():
            called = replace(called, facilitator=event.facilitator)
        case _:
            assert_never(event)
    return changed(state, event.meeting, called)
