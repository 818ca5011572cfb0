"""The small things that went well. A45."""

from datetime import date

from contracts.ids import FamilyId, GoalId, PersonId, RecordId, SuccessId
from contracts.progress.events import FamilyEvent, SmallSuccessNoted
from contracts.shapes import Command, Text
from services.progress.state import Record, State, require_new, require_past

# Commands


class NoteSmallSuccess(Command):
    """Note that something went well (lille succes). A45."""

    family: FamilyId
    success: SuccessId
    person: PersonId
    goal: GoalId | None = None
    words: Text
    noted_on: date


# Decide


def note_success(state: State, command: NoteSmallSuccess) -> list[FamilyEvent]:
    """In somebody's own words, of a day that has been. A45."""
    require_new(state, command.success)
    require_past(command.noted_on, command.at)
    return [
        SmallSuccessNoted(
            family=command.family,
            success=command.success,
            person=command.person,
            goal=command.goal,
            words=command.words,
            noted_on=command.noted_on,
        )
    ]


# Evolve


def success(event: SmallSuccessNoted) -> tuple[RecordId, Record]:
    """What a correction needs of it."""
    return RecordId(event.success), Record(event.noted_on, person=event.person)
