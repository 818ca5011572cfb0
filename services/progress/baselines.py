"""Where somebody stands at the start, from which change is counted. INV-55."""

from datetime import date

from contracts.ids import BaselineId, FamilyId, GoalId, PersonId
from contracts.progress.events import BaselineRecorded, FamilyEvent
from contracts.shapes import Code, Command, Score
from eventkeep.refused import Refused
from services.progress.state import State, require_new, require_past

# Commands


class RecordBaseline(Command):
    """Record where a person stands at the start, on an instrument's scale (udgangsmåling). INV-55."""

    family: FamilyId
    baseline: BaselineId
    person: PersonId
    goal: GoalId | None = None
    instrument: Code
    scale_min: Score
    scale_max: Score
    value: Score
    measured_on: date


# Decide


def record_baseline(state: State, command: RecordBaseline) -> list[FamilyEvent]:
    """One for each person, goal and instrument, on its scale. INV-55."""
    require_new(state, command.baseline)
    require_past(command.measured_on, command.at)
    if not command.scale_min <= command.value <= command.scale_max or command.scale_min == command.scale_max:
        raise Refused(
            "value_outside_scale",
            "The value lies on the scale.",
            "INV-55",
            "Correct the value or the scale.",
            danish="Værdien skal ligge på skalaen.",
            danish_next="Ret værdien eller skalaen.",
        )
    if (command.person, command.goal, command.instrument) in state.baselines:
        raise Refused(
            "baseline_recorded_already",
            "There is one baseline, from which change is counted.",
            "INV-55",
            "Register progress instead.",
            danish="Der er én udgangsmåling, som ændringer regnes fra.",
            danish_next="Registrér progression i stedet.",
        )
    return [
        BaselineRecorded(
            family=command.family,
            baseline=command.baseline,
            person=command.person,
            goal=command.goal,
            instrument=command.instrument,
            scale_min=command.scale_min,
            scale_max=command.scale_max,
            value=command.value,
            measured_on=command.measured_on,
        )
    ]
