"""The team's reality challenges to the family's order and the family's answers; the focus after each event."""

from typing import assert_never

from contracts.ids import ChallengeId, FamilyId, FocusAreaId, PersonId
from contracts.plans.events import (
    ElementNotRelevant,
    FamilyEvent,
    FocusAreaAdded,
    FocusAreaClosed,
    PriorityAgreed,
    RealityChallengeAnswered,
    RealityChallengeRaised,
)
from contracts.shapes import ActorKind, Command, Text
from eventkeep.evolved import replace
from eventkeep.refused import Refused
from services.plans.focus_areas import unknown_focus_area
from services.plans.parties import require_members, require_own
from services.plans.state import Focus, State, require_new

# Commands


class RaiseRealityChallenge(Command):
    """The team challenges the place of a focus area in the family's order (realitetsudfordre). P14, INV-41."""

    family: FamilyId
    challenge: ChallengeId
    focus_area: FocusAreaId
    words: Text


class AnswerRealityChallenge(Command):
    """The family answers a challenge: its order stands, or it sets another (svare). P14, INV-41, Q16."""

    family: FamilyId
    challenge: ChallengeId
    answered_by: tuple[PersonId, ...]
    priority_stands: bool
    words: Text


ChallengeCommand = RaiseRealityChallenge | AnswerRealityChallenge
FocusEvent = (
    FocusAreaAdded
    | FocusAreaClosed
    | ElementNotRelevant
    | PriorityAgreed
    | RealityChallengeRaised
    | RealityChallengeAnswered
)

# Decide


def decide_challenges(state: State, command: ChallengeCommand) -> list[FamilyEvent]:
    """The team asks, the family answers; until it has, the plan is not approved. INV-41, Q16."""
    match command:
        case RaiseRealityChallenge():
            return _raise(state, command)
        case AnswerRealityChallenge():
            return _answer(state, command)
        case _:
            assert_never(command)


def _raise(state: State, command: RaiseRealityChallenge) -> list[FamilyEvent]:
    require_new(state, command.challenge, state.focus.challenges, "challenge_raised_already", "P14")
    if command.focus_area not in state.focus.areas:
        raise unknown_focus_area()
    return [
        RealityChallengeRaised(
            family=command.family,
            challenge=command.challenge,
            focus_area=command.focus_area,
            words=command.words,
        )
    ]


def _answer(state: State, command: AnswerRealityChallenge) -> list[FamilyEvent]:
    if command.challenge not in state.focus.challenges:
        raise Refused(
            "challenge_unknown",
            "No such reality challenge was raised.",
            "INV-41",
            "Name a challenge that the team raised.",
            danish="Der er ikke rejst en sådan realitetsudfordring.",
            danish_next="Angiv en udfordring, som teamet har rejst.",
        )
    if command.challenge not in state.focus.open_challenges:
        raise Refused(
            "challenge_not_open",
            "The family has answered this challenge, or its focus area is closed.",
            "INV-41",
            "Raise a new challenge if there is more to say.",
            danish="Familien har svaret på udfordringen, eller fokusområdet er afsluttet.",
            danish_next="Rejs en ny udfordring, hvis der er mere at sige.",
        )
    answered_by = require_members(state.known, command.answered_by, "INV-41")
    if command.by.kind is ActorKind.PERSON and command.by.id not in answered_by:
        require_own(command.by, answered_by[0], "INV-41")
    return [
        RealityChallengeAnswered(
            family=command.family,
            challenge=command.challenge,
            answered_by=answered_by,
            priority_stands=command.priority_stands,
            words=command.words,
        )
    ]


# Evolve


def evolve_focus(focus: Focus, event: FocusEvent) -> Focus:
    """The focus areas, their order and its challenges after an event."""
    match event:
        case FocusAreaAdded():
            return replace(
                focus,
                areas=(*focus.areas, event.focus_area),
                elements={**focus.elements, event.focus_area: event.element},
                not_relevant=focus.not_relevant - {event.element},
            )
        case FocusAreaClosed():
            about_it = {each for each, area in focus.open_challenges.items() if area == event.focus_area}
            areas = tuple(each for each in focus.areas if each != event.focus_area)
            return replace(_without(focus, about_it), areas=areas)
        case ElementNotRelevant():
            return replace(focus, not_relevant=focus.not_relevant | {event.element})
        case PriorityAgreed():
            return replace(focus, areas=event.focus_areas, placed=frozenset(event.focus_areas))
        case RealityChallengeRaised():
            return replace(
                focus,
                challenges=focus.challenges | {event.challenge},
                open_challenges={**focus.open_challenges, event.challenge: event.focus_area},
            )
        case RealityChallengeAnswered():
            answered = _without(focus, {event.challenge})
            return answered if event.priority_stands else replace(answered, placed=frozenset())
        case _:
            assert_never(event)


def _without(focus: Focus, challenges: set[ChallengeId]) -> Focus:
    still = {each: area for each, area in focus.open_challenges.items() if each not in challenges}
    return replace(focus, open_challenges=still)
