"""What is due by the clock: somebody acts on each deviation by the agreed day. INV-31."""

from collections.abc import Iterator
from datetime import date, datetime
from functools import partial

from contracts.ids import DeviationId, FamilyId
from contracts.shapes import Actor, ActorKind
from eventkeep.reminders import Due
from services.progress.deviation_course import NoteDeviationOverdue, open_deviations
from services.progress.state import State

SERVICE = Actor(kind=ActorKind.SERVICE, id="progress")


def dues(family_id: str, state: State) -> Iterator[Due]:
    """All that is open and has a day; a closed case waits for nobody. The last day of the calendar never ends."""
    family = FamilyId(family_id)
    for deviation, on in open_deviations(state):
        if on < date.max:
            yield Due(f"deviation/{deviation}", on, partial(_deviation, family, deviation, on))


def _deviation(family: FamilyId, deviation: DeviationId, on: date, now: datetime) -> NoteDeviationOverdue:
    return NoteDeviationOverdue(by=SERVICE, at=now, family=family, deviation=deviation, due_on=on)
