"""What a department's system may say by itself, with nobody typing: attendance, pupil plans, what somebody does. INV-58.

It speaks of families that somebody of its department is attached to, and says nothing that this one couldn't.
"""

from contracts.progress.events import MeasureKind
from contracts.shapes import Command
from eventkeep.clock import day_of
from eventkeep.refused import Refused
from services.progress.corrections import CorrectRegistration
from services.progress.measures import RecordMeasure
from services.progress.occupations import EndOccupation, StartOccupation
from services.progress.state import Record, State

MEASURED = frozenset({MeasureKind.ATTENDANCE, MeasureKind.PUPIL_PLAN})
"""Wellbeing and child health are a health visitor's word, self-rated health is the adult's own."""


def require_by_system(state: State, command: Command) -> None:
    """Refuses whom nobody of the department has a basis to know of, and what somebody has to stand for. INV-58, X-01."""
    if command.by.id not in state.known.contacts.departments(day_of(command.at)):
        raise Refused(
            "department_not_attached",
            "Nobody of this department is attached to the family with a basis in force.",
            "X-01",
            "Have somebody of the department attached first.",
            danish="Ingen fra afdelingen er tilknyttet familien med et gyldigt grundlag.",
            danish_next="Få en fra afdelingen tilknyttet familien først.",
        )
    if not _said_by_system(state, command):
        raise Refused(
            "needs_professional",
            "This is nothing that a department's system says by itself.",
            "INV-58",
            "Send it in the name of a professional of the department who is attached to the family.",
            danish="Det kan en afdelings system ikke sige af sig selv.",
            danish_next="Send det på vegne af en fagperson i afdelingen, der er tilknyttet familien.",
        )


def _said_by_system(state: State, command: Command) -> bool:
    match command:
        case RecordMeasure():
            return command.kind in MEASURED
        case StartOccupation() | EndOccupation():
            return True
        case CorrectRegistration():
            record = state.records.get(command.corrects)
            return record is None or _of_system(record)
        case _:
            return False


def _of_system(record: Record) -> bool:
    """Whether a system may have said it: then one may say how it really was."""
    return record.occupation is not None or (record.measured is not None and record.measured[0] in MEASURED)
