"""A network meeting is held: over which revision, with what it agreed and followed up, and warned of. A21."""

from typing import assert_never

from contracts.contacts.events import SupporterKind
from contracts.ids import FamilyId, MeetingId
from contracts.meetings.events import (
    FamilyEvent,
    FollowUpLate,
    FollowUpOverdue,
    FurtherAssessmentWithdrawn,
    InviteeKind,
    NetworkMeetingHeld,
)
from contracts.shapes import Command, Text
from eventkeep.evolved import replace
from eventkeep.refused import Refused
from services.meetings.agreements import HoldMeeting, agreements
from services.meetings.follow_up import (
    NoteAssessmentEnded,
    NoteFollowUpOverdue,
    latest_follow_up,
    note_assessment_ended,
    note_overdue,
    reviewed,
)
from services.meetings.invitations import invited
from services.meetings.known_plans import Table
from services.meetings.named import require_happened
from services.meetings.state import Held, Meeting, State, changed, held_meeting, meeting_ahead

# Commands


class WithdrawFurtherAssessment(Command):
    """Take back a meeting's decision that more is to be looked into, and say why. P19, INV-23, INV-25."""

    family: FamilyId
    meeting: MeetingId
    reason: Text


HoldingCommand = HoldMeeting | WithdrawFurtherAssessment | NoteFollowUpOverdue | NoteAssessmentEnded
HoldingEvent = NetworkMeetingHeld | FurtherAssessmentWithdrawn | FollowUpLate | FollowUpOverdue

# Decide


def decide_holding(state: State, command: HoldingCommand) -> list[FamilyEvent]:
    """What a meeting made true, and what became of it by the clock."""
    match command:
        case HoldMeeting():
            return _hold(state, command)
        case WithdrawFurtherAssessment():
            return _withdraw_assessment(held_meeting(state, command.meeting), command)
        case NoteFollowUpOverdue():
            return note_overdue(state, command)
        case NoteAssessmentEnded():
            return note_assessment_ended(state, command)
        case _:
            assert_never(command)


def _hold(state: State, command: HoldMeeting) -> list[FamilyEvent]:
    meeting = meeting_ahead(state, command.meeting)
    require_happened(command.held_at, command.at)
    table = state.known.plans.of_plan(meeting.plan)
    revision = _seen(table, meeting, command)
    agreed = agreements(state.known, table, revision, command)
    wellbeing, interim_reviews = reviewed(state, meeting, command)
    gp = _gp_invited(state, command.meeting)
    held = NetworkMeetingHeld(
        family=command.family,
        meeting=command.meeting,
        plan=meeting.plan,
        revision=revision,
        held_at=command.held_at,
        agreements=agreed,
        wellbeing=wellbeing,
        interim_reviews=interim_reviews,
        gp_invited=gp,
        gp_not_invited_because=None if gp else command.gp_not_invited_because,
    )
    latest = latest_follow_up(state, command)
    if latest is None or command.follow_up_on <= latest:
        return [held]
    late = FollowUpLate(
        family=command.family, meeting=command.meeting, follow_up_on=command.follow_up_on, latest=latest
    )
    return [held, late]


def _seen(table: Table, meeting: Meeting, command: HoldMeeting) -> int:
    """The revision that the meeting saw: the one it was called over, or a later one of the same plan. INV-19."""
    revision = meeting.revision if command.revision is None else command.revision
    if not meeting.revision <= revision <= table.revision:
        raise Refused(
            "revision_not_on_table",
            "That revision of the plan was not on the table.",
            "INV-19",
            "Name the revision that the meeting saw.",
            {"revision": str(table.revision)},
            danish="Den udgave af planen lå ikke på bordet.",
            danish_next="Angiv den udgave, mødet så.",
        )
    return revision


def _gp_invited(state: State, meeting: MeetingId) -> bool:
    """Whether the GP was invited. Where not, that is seen, and never a reason to refuse. INV-35."""
    supporters = state.known.contacts.supporters
    guests = invited(state, meeting, InviteeKind.SUPPORTER)
    return any(supporters.get(guest) == SupporterKind.GP for guest in guests)


def _withdraw_assessment(meeting: Meeting, command: WithdrawFurtherAssessment) -> list[FamilyEvent]:
    if not (meeting.held and meeting.held.further_assessment_needed):
        raise Refused(
            "further_assessment_not_needed",
            "This meeting did not decide that further assessment is needed.",
            "INV-25",
            "Name the meeting that decided it.",
            danish="Mødet har ikke besluttet, at der er behov for yderligere udredning.",
            danish_next="Angiv det møde, der besluttede det.",
        )
    if meeting.held.assessment_withdrawn:
        return []
    return [FurtherAssessmentWithdrawn(family=command.family, meeting=command.meeting, reason=command.reason)]


# Evolve


def evolve_holding(state: State, event: HoldingEvent) -> State:
    """The meetings after an event."""
    meeting = state.meetings.get(event.meeting)
    if meeting is None:
        return state
    if isinstance(event, NetworkMeetingHeld):
        return changed(state, event.meeting, _held(meeting, event))
    if meeting.held is None:
        return state
    match event:
        case FurtherAssessmentWithdrawn():
            held = replace(meeting.held, assessment_withdrawn=True)
        case FollowUpOverdue():
            held = replace(meeting.held, follow_up_overdue=True)
        case FollowUpLate():
            held = replace(meeting.held, latest=event.latest)
        case _:
            assert_never(event)
    return changed(state, event.meeting, replace(meeting, held=held))


def _held(meeting: Meeting, event: NetworkMeetingHeld) -> Meeting:
    agreed = event.agreements
    held = Held(
        event.held_at,
        agreed.follow_up_on,
        agreed.interim_goals,
        agreed.further_assessment_needed,
        tuple(review.goal for review in event.interim_reviews),
    )
    return replace(meeting, revision=event.revision, held=held)
