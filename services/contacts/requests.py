"""What the family needs help with, and who is asked to call: followed until it happened."""

from collections.abc import Callable
from datetime import date
from typing import assert_never

from contracts.contacts.events import (
    ContactMade,
    ContactRequested,
    ContactRequestOverdue,
    ContactRequestWithdrawn,
    FamilyEvent,
    HelpNeedMet,
    HelpNeedRaised,
)
from contracts.ids import FamilyId, HelpNeedId, ProfessionalId, RequestId
from contracts.shapes import Code, Command
from eventkeep.clock import end_of
from eventkeep.evolved import replace
from eventkeep.refused import Refused
from services.contacts import needs
from services.contacts.needs import MeetHelpNeed, RaiseHelpNeed
from services.contacts.required import day_of_command, known_professional
from services.contacts.state import Request, State

# Commands


class RequestContact(Command):
    """Ask a professional to contact the family, by the end of a day (kontakt). P27, INV-64."""

    family: FamilyId
    request: RequestId
    professional: ProfessionalId
    due_on: date
    need: HelpNeedId | None = None


class WithdrawContactRequest(Command):
    """Ask for this contact no longer, and say why: somebody else called, or who was asked has left. P27, INV-64."""

    family: FamilyId
    request: RequestId
    reason: Code


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


RequestCommand = (
    RaiseHelpNeed
    | RequestContact
    | WithdrawContactRequest
    | ConfirmContact
    | NoteContactOverdue
    | MeetHelpNeed
)
RequestEvent = (
    HelpNeedRaised
    | ContactRequested
    | ContactRequestWithdrawn
    | ContactMade
    | ContactRequestOverdue
    | HelpNeedMet
)

# Decide


def decide(state: State, command: RequestCommand) -> list[FamilyEvent]:
    """What a command makes true, or why it is refused."""
    match command:
        case RaiseHelpNeed():
            return [needs.said(state, command)]
        case RequestContact():
            return _request(state, command)
        case WithdrawContactRequest():
            return _withdraw(state, command)
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
            return needs.met(state, command)
        case _:
            assert_never(command)


def _request(state: State, command: RequestContact) -> list[FamilyEvent]:
    asked = state.requests.get(command.request)
    if asked is not None:
        said = command.professional, command.due_on, command.need
        if (asked.professional, asked.due_on, asked.need) == said:
            return []
        raise needs.used("contact_requested_already")
    known_professional(state, command.professional)
    if command.need is not None:
        needs.require_need(state, command.need)
    if command.due_on < day_of_command(command):
        raise Refused(
            "due_in_the_past",
            "Nobody can call by a day that is over.",
            "INV-64",
            "Name a day to come.",
            danish="Ingen kan nå at ringe inden en dag, der er gået.",
            danish_next="Angiv en kommende dag.",
        )
    return [
        ContactRequested(
            family=command.family,
            request=command.request,
            need=command.need,
            professional=command.professional,
            due_on=command.due_on,
            requested_on=day_of_command(command),
        )
    ]


def _asked(state: State, request: RequestId) -> Request:
    asked = state.requests.get(request)
    if asked is None:
        raise Refused(
            "contact_request_unknown",
            "Nobody was asked for this contact.",
            "INV-64",
            "Request the contact first.",
            danish="Ingen er blevet bedt om denne kontakt.",
            danish_next="Bed om kontakten først.",
        )
    return asked


def _withdraw(state: State, command: WithdrawContactRequest) -> list[FamilyEvent]:
    if not _asked(state, command.request).open:
        return []
    return [ContactRequestWithdrawn(family=command.family, request=command.request, reason=command.reason)]


def _confirm(state: State, command: ConfirmContact) -> list[FamilyEvent]:
    asked = _asked(state, command.request)
    if command.made_on > day_of_command(command):
        raise Refused(
            "contact_not_made_yet",
            "A contact is recorded when it was made.",
            "INV-64",
            "Record it afterwards.",
            danish="En kontakt registreres, når den har fundet sted.",
            danish_next="Registrér den bagefter.",
        )
    if not asked.open:
        return []
    if asked.requested_on is not None and command.made_on < asked.requested_on:
        raise Refused(
            "contact_before_request",
            "A contact before the request does not answer it.",
            "INV-64",
            "Record the day on which the contact was made after all.",
            {"requested_on": asked.requested_on.isoformat()},
            danish="En kontakt før anmodningen er ikke et svar på den.",
            danish_next="Registrér den dag, kontakten faktisk fandt sted.",
        )
    return [ContactMade(family=command.family, request=command.request, made_on=command.made_on)]


# Evolve


def evolve(state: State, event: RequestEvent) -> State:
    """The family after an event. It never refuses: the past has happened."""
    match event:
        case HelpNeedRaised():
            return replace(state, needs={**state.needs, event.need: False})
        case HelpNeedMet():
            return replace(state, needs={**state.needs, event.need: True})
        case ContactRequested():
            asked = Request(event.professional, event.due_on, event.need, event.requested_on)
            return replace(state, requests={**state.requests, event.request: asked})
        case ContactMade() | ContactRequestWithdrawn():
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
