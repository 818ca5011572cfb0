"""After a meeting: its minutes in versions, and how the members of the family found it. A21, X-08, C48."""

from typing import Annotated, assert_never

from pydantic import Field

from contracts.ids import FamilyId, MeetingId, PersonId
from contracts.meetings.events import AttendeeKind, ExperienceRated, FamilyEvent, MinutesPublished
from contracts.shapes import Code, Command, Text
from eventkeep.evolved import replace
from eventkeep.refused import Refused
from services.meetings.state import State, changed, held_meeting

# Commands


class PublishMinutes(Command):
    """Publish a meeting's minutes, once (referat). A21."""

    family: FamilyId
    meeting: MeetingId
    words: Text


class CorrectMinutes(Command):
    """Publish a corrected version, with the reason; earlier ones stay (rettet referat). A21, X-08."""

    family: FamilyId
    meeting: MeetingId
    words: Text
    reason: Code


class RateExperience(Command):
    """Say how one found a meeting that one was at, from 1 to 5 (set, hørt og anerkendt). C48. Nobody says it for another."""

    family: FamilyId
    meeting: MeetingId
    rating: Annotated[int, Field(ge=1, le=5)]


AfterwardsCommand = PublishMinutes | CorrectMinutes | RateExperience
AfterwardsEvent = MinutesPublished | ExperienceRated
FIRST_VERSION, LAST_VERSION = 1, 1_000

# Decide


def decide_afterwards(state: State, command: AfterwardsCommand) -> list[FamilyEvent]:
    """All of it is about a meeting that has been held."""
    held_meeting(state, command.meeting)
    match command:
        case PublishMinutes():
            return _publish(state, command)
        case CorrectMinutes():
            return _correct(state, command)
        case RateExperience():
            return _rate(state, command)
        case _:
            assert_never(command)


def _publish(state: State, command: PublishMinutes) -> list[FamilyEvent]:
    if command.meeting in state.minutes:
        raise Refused(
            "minutes_published_already",
            "The minutes of this meeting are published.",
            "X-08",
            "Correct them, with a reason.",
            danish="Referatet af mødet er udgivet.",
            danish_next="Ret det, og begrund rettelsen.",
        )
    return [
        MinutesPublished(
            family=command.family, meeting=command.meeting, version=FIRST_VERSION, words=command.words
        )
    ]


def _correct(state: State, command: CorrectMinutes) -> list[FamilyEvent]:
    version = state.minutes.get(command.meeting)
    if version is None:
        raise Refused(
            "minutes_not_published",
            "There are no minutes of this meeting yet.",
            "X-08",
            "Publish them first.",
            danish="Der er endnu intet referat af mødet.",
            danish_next="Udgiv referatet først.",
        )
    if version >= LAST_VERSION:
        raise Refused(
            "minutes_corrected_too_often",
            "These minutes have been corrected as often as can be.",
            "X-08",
            "Make an agreement about what is still unclear.",
            danish="Referatet kan ikke rettes flere gange.",
            danish_next="Indgå en aftale om det, der stadig er uklart.",
        )
    return [
        MinutesPublished(
            family=command.family,
            meeting=command.meeting,
            version=version + 1,
            words=command.words,
            corrected_because=command.reason,
        )
    ]


def _rate(state: State, command: RateExperience) -> list[FamilyEvent]:
    meeting = held_meeting(state, command.meeting)
    person = PersonId(command.by.id)
    came = {each.id for each in meeting.attendees or () if each.kind is AttendeeKind.PERSON}
    if person not in came:
        raise Refused(
            "rater_not_attending",
            "Who was at the meeting says how it was.",
            "C48",
            "Have the attendance corrected, if you were there.",
            danish="Den, der var med til mødet, siger, hvordan det var.",
            danish_next="Få noteret fremmødet rigtigt, hvis du var der.",
        )
    if meeting.ratings.get(person) == command.rating:
        return []
    return [
        ExperienceRated(family=command.family, meeting=command.meeting, person=person, rating=command.rating)
    ]


# Evolve


def evolve_afterwards(state: State, event: AfterwardsEvent) -> State:
    """The minutes and ratings after an event; the latest stand."""
    match event:
        case MinutesPublished():
            return replace(state, minutes={**state.minutes, event.meeting: event.version})
        case ExperienceRated():
            meeting = state.meetings.get(event.meeting)
            if meeting is None:
                return state
            ratings = {**meeting.ratings, event.person: event.rating}
            return changed(state, event.meeting, replace(meeting, ratings=ratings))
        case _:
            assert_never(event)
