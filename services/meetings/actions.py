"""Agreed actions: somebody does something by the end of a day, and it was kept, broken, or is overdue. A21, A24."""

from collections.abc import Iterator
from datetime import date
from typing import assert_never

from contracts.ids import AgreementId, FamilyId, Id, MeetingId
from contracts.meetings.events import (
    AgreementEnded,
    AgreementEnding,
    AgreementMade,
    AgreementOverdue,
    FamilyEvent,
)
from contracts.shapes import Code, Command, PartyKind, Text
from eventkeep.clock import day_of
from eventkeep.evolved import replace
from eventkeep.refused import Refused
from services.meetings.named import require_party
from services.meetings.state import Agreement, State, held_on, require_open

# Commands


class MakeAgreement(Command):
    """Record that somebody will do something by the end of a day (aftale). A21, A24."""

    family: FamilyId
    meeting: MeetingId
    agreement: AgreementId
    words: Text
    owner_kind: PartyKind
    owner: Id
    due_on: date


class EndAgreement(Command):
    """Record that an agreed action was done, or why it will not be (aftale overholdt eller brudt). A21, A24."""

    family: FamilyId
    agreement: AgreementId
    ending: AgreementEnding
    reason: Code | None = None


class NoteAgreementOverdue(Command):
    """Our own clock: an agreed action was not done by the end of its day (aftale forfalden). A21, A24."""

    family: FamilyId
    agreement: AgreementId
    due_on: date


ActionCommand = MakeAgreement | EndAgreement | NoteAgreementOverdue
ActionEvent = AgreementMade | AgreementEnded | AgreementOverdue

# Decide


def decide_actions(state: State, command: ActionCommand) -> list[FamilyEvent]:
    """An action is agreed at a meeting that was held, whatever its kind."""
    match command:
        case MakeAgreement():
            return _make(state, command)
        case EndAgreement():
            return _end(state, command)
        case NoteAgreementOverdue():
            return _overdue(state, command)
        case _:
            assert_never(command)


def _make(state: State, command: MakeAgreement) -> list[FamilyEvent]:
    met = held_on(state, command.meeting)
    if command.agreement in state.agreements:
        raise Refused(
            "agreement_made_already",
            "This id is used already.",
            "A24",
            "Choose a new id for a new agreement.",
            danish="Dette id er allerede brugt.",
            danish_next="Vælg et nyt id til en ny aftale.",
        )
    require_party(state.known, command.owner_kind, command.owner, "A24", met, day_of(command.at))
    if command.due_on < met:
        raise Refused(
            "due_before_meeting",
            "What is agreed at a meeting is due on its day or later.",
            "A24",
            "Correct the day.",
            danish="Det aftalte skal ske på mødedagen eller senere.",
            danish_next="Ret dagen.",
        )
    return [
        AgreementMade(
            family=command.family,
            meeting=command.meeting,
            agreement=command.agreement,
            words=command.words,
            owner_kind=command.owner_kind,
            owner=command.owner,
            due_on=command.due_on,
        )
    ]


def _end(state: State, command: EndAgreement) -> list[FamilyEvent]:
    made = state.agreements.get(command.agreement)
    if made is None:
        raise Refused(
            "agreement_unknown",
            "There is no such agreement.",
            "A24",
            "Make the agreement first.",
            danish="Der er ingen sådan aftale.",
            danish_next="Indgå aftalen først.",
        )
    if made.ending is command.ending:
        return []
    if made.ending is not None:
        raise Refused(
            "agreement_ended_already",
            "It is said already what became of this agreement.",
            "A24",
            "Make a new agreement.",
            danish="Det er allerede sagt, hvad der blev af aftalen.",
            danish_next="Indgå en ny aftale.",
        )
    if command.ending is AgreementEnding.BROKEN and command.reason is None:
        raise Refused(
            "broken_without_reason",
            "Where an agreement is not kept, it is said why.",
            "A24",
            "Give the reason.",
            danish="Når en aftale ikke holdes, skal det begrundes.",
            danish_next="Skriv begrundelsen.",
        )
    return [
        AgreementEnded(
            family=command.family,
            agreement=command.agreement,
            ending=command.ending,
            reason=command.reason,
        )
    ]


def _overdue(state: State, command: NoteAgreementOverdue) -> list[FamilyEvent]:
    """Said once, in an open case."""
    require_open(state)
    open_now = (command.agreement, command.due_on) in set(open_actions(state))
    if not open_now or day_of(command.at) <= command.due_on:
        return []
    return [AgreementOverdue(family=command.family, agreement=command.agreement, due_on=command.due_on)]


def open_actions(state: State) -> Iterator[tuple[AgreementId, date]]:
    """Actions that nobody has ended, until it was said that their day has passed."""
    for name, made in state.agreements.items():
        if made.ending is None and not made.overdue:
            yield name, made.due_on


# Evolve


def evolve_actions(state: State, event: ActionEvent) -> State:
    """The agreed actions after an event."""
    if isinstance(event, AgreementMade):
        now = Agreement(event.owner_kind, event.owner, event.due_on)
    elif (before := state.agreements.get(event.agreement)) is None:
        return state
    elif isinstance(event, AgreementEnded):
        now = replace(before, ending=event.ending)
    else:
        now = replace(before, overdue=True)
    return replace(state, agreements={**state.agreements, event.agreement: now})
