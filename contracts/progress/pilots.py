"""The families with whom the model is tried. T16."""

from datetime import date
from typing import ClassVar

from contracts.codes import ProgrammeCode
from contracts.ids import FamilyId
from contracts.shapes import Event


class PilotCaseMarked(Event):
    """The model is tried with this family, for a programme (pilotsag, prøvesag). T16."""

    wire: ClassVar[str] = "helhed.progress.pilot-case-marked.v1"
    family: FamilyId
    programme: ProgrammeCode
    marked_on: date
