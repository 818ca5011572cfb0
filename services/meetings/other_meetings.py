"""Meetings about the family without a plan on the table: of the visitation team, or joint ones. R24, R45."""

from pydantic import AwareDatetime

from contracts.ids import FamilyId, MeetingId, PersonId, ProfessionalId, SupporterId
from contracts.meetings.events import FamilyEvent, MeetingKind, OtherMeetingHeld
from contracts.shapes import Command
from eventkeep.clock import day_of
from eventkeep.evolved import replace
from eventkeep.refused import Refused
from services.meetings.calling import OVER_NO_PLAN
from services.meetings.named import require_happened, require_members, require_supporters
from services.meetings.state import State, require_new

# Commands


class HoldOtherMeeting(Command):
    """Record that a visitation or joint meeting was held (visitationsmøde, fællesmøde). R24, R45, T19.

    Who decides there need not be attached to the family.
    """

    family: FamilyId
    meeting: MeetingId
    kind: MeetingKind
    held_at: AwareDatetime
    professionals: tuple[ProfessionalId, ...]
    persons: tuple[PersonId, ...] = ()
    supporters: tuple[SupporterId, ...] = ()


# Decide


def decide_other_meeting(state: State, command: HoldOtherMeeting) -> list[FamilyEvent]:
    """What is recorded has been held, by professionals at least."""
    require_new(state, command.meeting)
    if command.kind not in OVER_NO_PLAN:
        raise Refused(
            "meeting_needs_plan",
            "This kind of meeting has the plan on the table.",
            "A21",
            "Schedule the meeting.",
            danish="Denne slags møde har planen på bordet.",
            danish_next="Indkald til mødet.",
        )
    require_happened(command.held_at, command.at)
    if not command.professionals:
        raise Refused(
            "participants_missing",
            "It is said which professionals met.",
            "R24",
            "Name the professionals who took part.",
            danish="Det skal fremgå, hvilke fagpersoner der deltog.",
            danish_next="Angiv de fagpersoner, der deltog.",
        )
    require_members(state.known, command.persons, "R05")
    require_supporters(state.known, command.supporters, "R21")
    return [
        OtherMeetingHeld(
            family=command.family,
            meeting=command.meeting,
            kind=command.kind,
            held_at=command.held_at,
            professionals=tuple(dict.fromkeys(command.professionals)),
            persons=tuple(dict.fromkeys(command.persons)),
            supporters=tuple(dict.fromkeys(command.supporters)),
        )
    ]


# Evolve


def evolve_other_meeting(state: State, event: OtherMeetingHeld) -> State:
    """The meetings after one without a plan on the table."""
    return replace(state, beside={**state.beside, event.meeting: day_of(event.held_at)})
