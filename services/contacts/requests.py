"""What the family needs help with, and who is asked to call: followed until it happened."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import assert_never

from contracts.contacts.events import (
    ContactMade,
    ContactRequested,
    ContactRequestOverdue,
    FamilyEvent,
    HelpNeedMet,
    HelpNeedRaised,
)
from contracts.ids import FamilyId, HelpNeedId, PersonId, ProfessionalId, RequestId
from contracts.shapes import ActorKind, Code, Command, Text
from eventkeep.clock import end_of
from eventkeep.refused import Refused
from services.contacts.required import day_of_command, known_professional, require_members
from services.contacts.state import Request, State

# Commands


class RaiseHelpNeed(Command):
    """Say what a member needs help with: the right employee is to be found (behov for hjælp). P27, INV-63."""

    family: FamilyId
    need: HelpNeedId
    person: PersonId
    topic: Code
    words: Text


class RequestContact(Command):
    """Ask a professional to contact the family, by the end of a day (kontakt). P27, INV-64."""

    family: FamilyId
    request: RequestId
    professional: ProfessionalId
    due_on: date
    need: HelpNeedId | None = None


class ConfirmContact(Command):
    """Record that the contact was made. P27, INV-64."""

    family: FamilyId
    request: RequestId
    made_on: date


class NoteContactOverdue(Command):
    """Say that nobody has contacted the family in time. Our own service only. P27, INV-64."""

    family: FamilyId
    request: RequestId
    due_on: date


class MeetHelpNeed(Command):
    """Record that the family got help with it. P27."""

    family: FamilyId
    need: HelpNeedId


RequestCommand = RaiseHelpNeed | RequestContact | ConfirmContact | NoteContactOverdue | MeetHelpNeed
RequestEvent = HelpNeedRaised | ContactRequested | ContactMade | ContactRequestOverdue | HelpNeedMet

# Decide


def decide(state: State, command: RequestCommand) -> list[FamilyEvent]:
    """What a command makes true, or why it is refused."""
    match command:
        case RaiseHelpNeed():
            return [_raise(state, command)]
        case RequestContact():
            return _request(state, command)
        case ConfirmContact():
            return _confirm(state, command)
        case NoteContactOverdue():
            asked = state.requests.get(command.request)
            still = asked is not None and asked.open and not asked.overdue and asked.due_on == command.due_on
            if not still or command.at < end_of(command.due_on):
                return []
            return [
                ContactRequestOverdue(family=command.family, request=command.request, due_on=command.due_on)
            ]
        case MeetHelpNeed():
            return _meet(state, command)
        case _:
            assert_never(command)


def _raise(state: State, command: RaiseHelpNeed) -> HelpNeedRaised:
    if command.need in state.needs:
        raise _used("help_need_raised_already")
    require_members(state, [command.person])
    if command.by.kind is ActorKind.PERSON and command.by.id != command.person:
        raise Refused(
            "help_need_of_another",
            "A member speaks for himself or herself.",
            "P27",
            "Let the other say it, or ask the team to record it.",
            danish="Et medlem taler for sig selv.",
        )
    return HelpNeedRaised(
        family=command.family,
        need=command.need,
        person=command.person,
        topic=command.topic,
        words=command.words,
    )


def _used(code: str) -> Refused:
    return Refused(
        code,
        "This id is used already.",
        "P27",
        "Choose a new id.",
        danish="Id'et er allerede brugt.",
    )


def _request(state: State, command: RequestContact) -> list[FamilyEvent]:
    asked = state.requests.get(command.request)
    if asked is not None:
        if (asked.professional, asked.due_on) == (command.professional, command.due_on):
            return []
        raise _used("contact_requested_already")
    known_professional(state, command.professional)
    if command.need is not None:
        _require_need(state, command.need)
    if command.due_on < day_of_command(command):
        raise Refused(
            "due_in_the_past",
            "Nobody can call by a day that is over.",
            "INV-64",
            "Name a day to come.",
            danish="Ingen kan nå at ringe inden en dag, der er gået.",
        )
    return [
        ContactRequested(
            family=command.family,
            request=command.request,
            need=command.need,
            professional=command.professional,
            due_on=command.due_on,
        )
    ]


def _require_need(state: State, need: HelpNeedId) -> None:
    if need not in state.needs:
        raise Refused(
            "help_need_unknown",
            "No such need is recorded.",
            "P27",
            "Raise the need first.",
            danish="Behovet er ikke registreret.",
        )


def _confirm(state: State, command: ConfirmContact) -> list[FamilyEvent]:
    asked = state.requests.get(command.request)
    if asked is None:
        raise Refused(
            "contact_request_unknown",
            "Nobody was asked for this contact.",
            "INV-64",
            "Request the contact first.",
            danish="Ingen er blevet bedt om denne kontakt.",
        )
    if command.made_on > day_of_command(command):
        raise Refused(
            "contact_not_made_yet",
            "A contact is recorded when it was made.",
            "INV-64",
            "Record it afterwards.",
            danish="En kontakt registreres, når den har fundet sted.",
        )
    if not asked.open:
        return []
    return [ContactMade(family=command.family, request=command.request, made_on=command.made_on)]


def _meet(state: State, command: MeetHelpNeed) -> list[FamilyEvent]:
    _require_need(state, command.need)
    return [] if state.needs[command.need] else [HelpNeedMet(family=command.family, need=command.need)]


# Evolve


def evolve(state: State, event: RequestEvent) -> State:
    """The family after an event. It never refuses: the past has happened."""
    match event:
        case HelpNeedRaised():
            return replace(state, needs={**state.needs, event.need: False})
        case HelpNeedMet():
            return replace(state, needs={**state.needs, event.need: True})
        case ContactRequested():
            asked = Request(event.professional, event.due_on)
            return replace(state, requests={**state.requests, event.request: asked})
        case ContactMade():
            return _changed(state, event.request, lambda asked: replace(asked, open=False))
        case ContactRequestOverdue():
            return _changed(state, event.request, lambda asked: replace(asked, overdue=True))
        case _:
            assert_never(event)


def _changed(state: State, request: RequestId, change: Callable[[Request], Request]) -> State:
    asked = state.requests.get(request)
    if asked is None:
        return state  # asked for by an event of a newer version, which was skipped
    return replace(state, requests={**state.requests, request: change(asked)})
