"""What becomes of a deviation: open until somebody has acted on it, with a clock. A25, INV-31."""

from collections.abc import Iterator
from datetime import date
from typing import assert_never

from contracts.ids import DeviationId, FamilyId
from contracts.progress.events import (
    DeviationActionTaken,
    DeviationClosed,
    DeviationEvent,
    DeviationOverdue,
    DeviationReplanned,
    DeviationReported,
    FamilyEvent,
)
from contracts.shapes import Command, Text
from eventkeep.clock import day_of
from eventkeep.evolved import replace
from eventkeep.refused import Refused
from services.progress.state import Deviation, State, require_past
from services.refusals import family_closed

# Commands


class TakeDeviationAction(Command):
    """Record what was done about a deviation (handle på afvigelse). INV-31."""

    family: FamilyId
    deviation: DeviationId
    words: Text
    taken_on: date


class CloseDeviation(Command):
    """Close a deviation that was acted on; say whether the plan is to be changed (lukke afvigelse). A25."""

    family: FamilyId
    deviation: DeviationId
    plan_changes: bool
    words: Text | None = None
    closed_on: date


class NoteDeviationOverdue(Command):
    """Our own clock: nobody acted on a deviation by the agreed day (afvigelse forfalden). INV-31."""

    family: FamilyId
    deviation: DeviationId
    due_on: date


# Decide


def take_action(state: State, command: TakeDeviationAction) -> list[FamilyEvent]:
    """On a deviation that is open, since it was reported. INV-31."""
    _require_since(open_one(state, command.deviation), command.taken_on)
    require_past(command.taken_on, command.at)
    return [
        DeviationActionTaken(
            family=command.family,
            deviation=command.deviation,
            words=command.words,
            taken_on=command.taken_on,
        )
    ]


def close(state: State, command: CloseDeviation) -> list[FamilyEvent]:
    """Not before somebody has acted on it. INV-31."""
    deviation = open_one(state, command.deviation)
    if deviation.acted_on is None or command.closed_on < deviation.acted_on:
        raise Refused(
            "deviation_not_acted_on",
            "A deviation stays open until somebody has acted on it.",
            "INV-31",
            "Record what was done first.",
            danish="En afvigelse er åben, til nogen har handlet på den.",
            danish_next="Notér først, hvad der er gjort.",
        )
    require_past(command.closed_on, command.at)
    return [
        DeviationClosed(
            family=command.family,
            deviation=command.deviation,
            plan_changes=command.plan_changes,
            words=command.words,
            closed_on=command.closed_on,
        )
    ]


def open_one(state: State, name: DeviationId) -> Deviation:
    """A deviation that was reported and isn't closed."""
    deviation = state.deviations.get(name)
    if deviation is None:
        raise Refused(
            "deviation_unknown",
            "This deviation was not reported.",
            "A25",
            "Report it first.",
            danish="Afvigelsen er ikke meldt.",
            danish_next="Meld den først.",
        )
    if deviation.closed:
        raise Refused(
            "deviation_closed",
            "This deviation is closed.",
            "A25",
            "Report a new one where it happens again.",
            danish="Afvigelsen er lukket.",
            danish_next="Meld en ny, hvis det sker igen.",
        )
    return deviation


def _require_since(deviation: Deviation, day: date) -> None:
    if day < deviation.reported_on:
        raise Refused(
            "before_it_was_reported",
            "Nobody acts on a deviation before it is reported.",
            "INV-31",
            "Correct the date.",
            danish="Ingen handler på en afvigelse, før den er meldt.",
            danish_next="Ret datoen.",
        )


def note_overdue(state: State, command: NoteDeviationOverdue) -> list[FamilyEvent]:
    """Said once of each day that was agreed. While the case is closed nobody waits; it may be opened again. Q15."""
    if state.suspended or state.known.contacts.closed:
        raise family_closed()
    if (command.deviation, command.due_on) not in set(open_deviations(state)):
        return []
    if day_of(command.at) <= command.due_on:
        return []
    return [DeviationOverdue(family=command.family, deviation=command.deviation, due_on=command.due_on)]


def open_deviations(state: State) -> Iterator[tuple[DeviationId, date]]:
    """Those that nobody has acted on, until it was said that their day has passed. Q15: none of a closed case."""
    for name, deviation in state.deviations.items():
        if not (state.suspended or deviation.acted_on or deviation.overdue or deviation.closed):
            yield name, deviation.due_on


# Evolve


def evolve_deviations(state: State, event: DeviationEvent) -> State:
    """The deviations after an event."""
    before = state.deviations.get(event.deviation)
    if isinstance(event, DeviationReported):
        now = Deviation(event.owner, event.owner_kind, event.due_on, event.reported_on)
    elif before is None:
        return state
    else:
        now = _went_on(before, event)
    deviations = {**state.deviations, event.deviation: now}
    return replace(state, used=state.used | {event.deviation}, deviations=deviations)


def _went_on(
    before: Deviation, event: DeviationReplanned | DeviationActionTaken | DeviationOverdue | DeviationClosed
) -> Deviation:
    match event:
        case DeviationReplanned():
            anew = replace(before, owner=event.owner, owner_kind=event.owner_kind, due_on=event.due_on)
            return replace(anew, overdue=before.overdue and event.due_on == before.due_on)
        case DeviationActionTaken():
            first = min(event.taken_on, before.acted_on or event.taken_on)
            return replace(before, acted_on=first)
        case DeviationOverdue():
            return replace(before, overdue=True)
        case DeviationClosed():
            return replace(before, closed=True)
        case _:
            assert_never(event)
