"""Trainings that a programme held, and who took part. R54, M09, M12, M13, C18, C63, C64."""

from datetime import date
from typing import ClassVar

from contracts.ids import ProgrammeId, TrainingId
from contracts.progress.events import Attendee, ProgrammeEvent, TrainingHeld
from contracts.shapes import Code, Command, PublicText
from eventkeep.refused import Refused
from services.progress.programme_state import State
from services.progress.state import require_past


class RecordTraining(Command):
    """Record a training, or correct who took part (kursus, seminardag, kick-off-dag). R54, M09, M12, M13."""

    stream: ClassVar[str] = "programme"
    programme: ProgrammeId
    training: TrainingId
    kind: Code
    title: PublicText
    held_on: date
    attended: tuple[Attendee, ...] = ()


def record(state: State, command: RecordTraining) -> list[ProgrammeEvent]:
    """The latest list stands; everybody stands in it once. R54."""
    require_past(command.held_on, command.at)
    if len({each.professional for each in command.attended}) != len(command.attended):
        raise Refused(
            "attended_twice",
            "Somebody takes part in a training once.",
            "R54",
            "Name everybody once.",
            danish="Man deltager én gang i et kursus.",
            danish_next="Nævn hver deltager én gang.",
        )
    held = TrainingHeld(
        programme=command.programme,
        training=command.training,
        kind=command.kind,
        title=command.title,
        held_on=command.held_on,
        attended=command.attended,
    )
    return [] if state.trainings.get(command.training) == held else [held]
