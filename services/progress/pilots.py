"""The families with whom the model is tried. T16."""

from contracts.ids import FamilyId
from contracts.progress.events import FamilyEvent, PilotCaseMarked
from contracts.shapes import Code, Command
from eventkeep.clock import day_of
from services.progress.state import State


class MarkPilotCase(Command):
    """Say that the model is tried with this family, for a programme (pilotsag, prøvesag). T16."""

    family: FamilyId
    programme: Code


def mark_pilot_case(state: State, command: MarkPilotCase) -> list[FamilyEvent]:
    """Once for each programme. T16."""
    if command.programme in state.pilot_of:
        return []
    return [PilotCaseMarked(family=command.family, programme=command.programme, marked_on=day_of(command.at))]
