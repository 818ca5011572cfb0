"""The pre-meeting with the family, before there is a team: held, or waived with a reason. A20, P05."""

from datetime import date
from typing import assert_never

from contracts.ids import FamilyId, MeetingId, PersonId, ProfessionalId
from contracts.meetings.events import FamilyEvent, Place, PreMeetingHeld, PreMeetingWaived
from contracts.shapes import ActorKind, Command, Text
from eventkeep.clock import day_of
from eventkeep.evolved import replace
from eventkeep.refused import Refused
from services.meetings.calling import require_place
from services.meetings.named import require_happened, require_members
from services.meetings.reference import Known
from services.meetings.state import State, require_new

# Commands


class HoldPreMeeting(Command):
    """Record that the pre-meeting with the family was held (formøde). A20, P05, R13, INV-12, INV-34.

    Without `held_by` it was the family's social worker. Another one is named with a reason.
    """

    family: FamilyId
    meeting: MeetingId
    held_by: ProfessionalId | None = None
    instead_of_social_worker: Text | None = None
    persons: tuple[PersonId, ...]
    place: Place = Place.HOME
    held_on: date
    place_reason: Text | None = None


class WaivePreMeeting(Command):
    """Record that there is no pre-meeting, and why (intet formøde). A20, INV-11."""

    family: FamilyId
    reason: Text


PreMeetingCommand = HoldPreMeeting | WaivePreMeeting
PreMeetingEvent = PreMeetingHeld | PreMeetingWaived

# Decide


def decide_pre_meeting(state: State, command: PreMeetingCommand) -> list[FamilyEvent]:
    """A pre-meeting needs neither team nor plan. INV-11, INV-12."""
    match command:
        case HoldPreMeeting():
            return _hold(state, command)
        case WaivePreMeeting():
            return _waive(state, command)
        case _:
            assert_never(command)


def _hold(state: State, command: HoldPreMeeting) -> list[FamilyEvent]:
    require_new(state, command.meeting)
    require_happened(command.held_on, command.at)
    if not command.persons:
        raise Refused(
            "pre_meeting_without_family",
            "A pre-meeting is held with the family.",
            "A20",
            "Name who of the family took part.",
            danish="Formødet holdes med familien.",
            danish_next="Angiv, hvem fra familien der deltog.",
        )
    require_members(state.known, command.persons, "A20")
    require_place(command.place, command.place_reason)
    holder, instead = _holder(state.known, command)
    return [
        PreMeetingHeld(
            family=command.family,
            meeting=command.meeting,
            held_by=holder,
            persons=tuple(dict.fromkeys(command.persons)),
            place=command.place,
            held_on=command.held_on,
            instead_of_social_worker=instead,
            place_reason=command.place_reason,
        )
    ]


def _holder(known: Known, command: HoldPreMeeting) -> tuple[ProfessionalId, str | None]:
    """Who held it, and why it was not a social worker of that day, or of today. While nobody is attached, whoever
    records it is taken for the social worker: nothing is known of professions yet. INV-12."""
    contacts, today = known.contacts, day_of(command.at)
    nobody = not contacts.in_force(today)
    by = (command.by.id,) if command.by.kind is ActorKind.PROFESSIONAL and nobody else ()
    social_workers = (*by, *contacts.caseworkers_on(today), *contacts.caseworkers_on(command.held_on))
    holder = command.held_by or _default(command, social_workers)
    if holder in social_workers:
        return ProfessionalId(holder), None
    if command.instead_of_social_worker is None:
        raise Refused(
            "not_the_social_worker",
            "The pre-meeting is held by the social worker, or it is said why not.",
            "INV-12",
            "Say why another one held it.",
            danish="Socialrådgiveren holder formødet; ellers skal det begrundes.",
            danish_next="Skriv, hvorfor en anden holdt det.",
        )
    return ProfessionalId(holder), command.instead_of_social_worker


def _default(command: HoldPreMeeting, social_workers: tuple[str, ...]) -> str:
    if command.by.id in social_workers:
        return command.by.id
    if not social_workers:
        raise Refused(
            "pre_meeting_holder_missing",
            "No social worker is attached to the family.",
            "INV-12",
            "Name who held the pre-meeting.",
            danish="Der er ingen socialrådgiver tilknyttet familien.",
            danish_next="Angiv, hvem der holdt formødet.",
        )
    return social_workers[0]


def _waive(state: State, command: WaivePreMeeting) -> list[FamilyEvent]:
    if state.pre_meeting_waived:
        return []
    if state.pre_meetings:
        raise Refused(
            "pre_meeting_held_already",
            "A pre-meeting was held: there is nothing to waive.",
            "INV-11",
            "Establish the team.",
            danish="Formødet er holdt: der er ikke noget at undlade.",
            danish_next="Nedsæt teamet.",
        )
    return [PreMeetingWaived(family=command.family, reason=command.reason)]


# Evolve


def evolve_pre_meeting(state: State, event: PreMeetingEvent) -> State:
    """Pre-meetings after an event."""
    match event:
        case PreMeetingHeld():
            beside = {**state.beside, event.meeting: event.held_on}
            return replace(state, beside=beside, pre_meetings=state.pre_meetings | {event.meeting})
        case PreMeetingWaived():
            return replace(state, pre_meeting_waived=True)
        case _:
            assert_never(event)
