"""What everybody and everything of a family is called, by what was told of it: as everybody attached sees it."""

from collections.abc import Iterable
from datetime import date

from contracts.contacts.events import (
    EmergencyAccessTaken,
    FamilyMemberAdded,
    FamilyMemberChanged,
    FamilyRegistered,
    ProfessionalAttached,
    SupporterAdded,
)
from contracts.meetings.events import (
    AgreementMade,
    InvitationIssued,
    NetworkMeetingHeld,
    NetworkMeetingRescheduled,
    NetworkMeetingScheduled,
    OtherMeetingHeld,
    PreMeetingHeld,
)
from contracts.plans.events import (
    ActivityAdded,
    FocusAreaAdded,
    GoalDefined,
    InterventionAdded,
    OfferPresented,
    OfferVisited,
)
from contracts.shapes import Event
from services.overview.one_meeting import day
from services.overview.sentences import Names
from services.overview.tale import Happened


def names(tale: Iterable[Happened]) -> Names:
    """What ids are called, by the latest that was told of each."""
    called: dict[str, str] = {}
    days: dict[str, date] = {}
    invited: dict[str, str] = {}
    for each in tale:
        called |= _called(each.event)
        days |= _day(each.event)
        if isinstance(each.event, InvitationIssued):
            invited[each.event.invitation] = each.event.invitee
    return Names(called | {name: called[who] for name, who in invited.items() if who in called}, days)


def _called(event: Event) -> dict[str, str]:
    match event:
        case FamilyRegistered():
            return {member.person: member.name for member in event.members}
        case FamilyMemberAdded() | FamilyMemberChanged():
            return {event.member.person: event.member.name}
        case ProfessionalAttached() | EmergencyAccessTaken():
            return {event.professional: event.name}
        case SupporterAdded():
            return {event.supporter: event.name}
        case GoalDefined():
            return {event.goal: event.own_words}
        case FocusAreaAdded():
            return {event.focus_area: event.title}
        case InterventionAdded():
            return {event.intervention: event.title}
        case OfferPresented() | OfferVisited():
            return {event.offer: event.title}
        case ActivityAdded():
            return {event.activity: event.title}
        case AgreementMade():
            return {event.agreement: event.words}
        case _:
            return {}


def _day(event: Event) -> dict[str, date]:
    match event:
        case NetworkMeetingScheduled() | NetworkMeetingRescheduled():
            return {event.meeting: day(event.starts_at)}
        case NetworkMeetingHeld() | OtherMeetingHeld():
            return {event.meeting: day(event.held_at)}
        case PreMeetingHeld():
            return {event.meeting: event.held_on}
        case _:
            return {}
