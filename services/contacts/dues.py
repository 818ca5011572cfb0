"""What falls due for a family by the clock: the end of a basis, of a consent, of a deputy's days, of the time to call."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from contracts.ids import FamilyId
from contracts.shapes import Command
from eventkeep.reminders import Due
from services.contacts.attachments import ExpireAttachment
from services.contacts.consents import ExpireConsent
from services.contacts.deputy import EndDeputy
from services.contacts.reactions import SERVICE
from services.contacts.requests import NoteContactOverdue
from services.contacts.state import State


def dues(family: str, state: State) -> Iterator[Due]:
    """What is open and ends on a day. A closed case waits for nothing. X-01, R07, INV-64."""
    if not state.closed:
        yield from _attachments(FamilyId(family), state)
        yield from _consents(FamilyId(family), state)
        yield from _deputy(FamilyId(family), state)
        yield from _requests(FamilyId(family), state)


def _attachments(family: FamilyId, state: State) -> Iterator[Due]:
    for who, held in state.attached.items():
        if held.basis.valid_to is not None:
            what = {"family": family, "professional": who, "due_on": held.basis.valid_to}
            yield from _due(f"attachment/{who}/{state.attachments}", ExpireAttachment, what)


def _consents(family: FamilyId, state: State) -> Iterator[Due]:
    for consent, given in state.consents.items():
        if consent not in state.ended_consents:
            what = {"family": family, "consent": consent, "due_on": given.valid_to}
            yield from _due(f"consent/{consent}", ExpireConsent, what)


def _deputy(family: FamilyId, state: State) -> Iterator[Due]:
    named = state.deputy
    if named is not None:
        what = {"family": family, "deputy": named.deputy, "due_on": named.valid_to}
        yield from _due(f"deputy/{named.deputy}/{state.deputies}", EndDeputy, what)


def _requests(family: FamilyId, state: State) -> Iterator[Due]:
    for request, asked in state.requests.items():
        if asked.open and not asked.overdue:
            what = {"family": family, "request": request, "due_on": asked.due_on}
            yield from _due(f"contact/{request}", NoteContactOverdue, what)


def _due(subject: str, kind: type[Command], what: dict[str, Any]) -> Iterator[Due]:
    """The last day of the calendar never ends: what is due then is not due at all."""
    day: date = what["due_on"]
    if day < date.max:
        yield Due(subject, day, lambda at: kind(by=SERVICE, at=at, **what))
