"""Where somebody stands at the start, from which change is counted. INV-55."""

from datetime import date

from contracts.ids import BaselineId, FamilyId, GoalId, PersonId, RecordId
from contracts.progress.events import BaselineRecorded, FamilyEvent
from contracts.shapes import Code, Command, Score
from eventkeep.refused import Refused
from services.progress.state import Record, State, require_new, require_on_scale, require_past

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
    require_on_scale(command.value, command.scale_min, command.scale_max)
    standing = (each for each in state.records.values() if each.baseline and not each.taken_back)
    if (command.person, (command.goal, command.instrument)) in {
        (each.person, each.baseline) for each in standing
    }:
        raise Refused(
            "baseline_recorded_already",
            "There is one baseline, from which change is counted.",
            "INV-55",
            "Register progress, or correct the baseline.",
            danish="Der er én udgangsmåling, som ændringer regnes fra.",
            danish_next="Registrér progression, eller ret udgangsmålingen.",
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


# Evolve


def baseline(event: BaselineRecorded) -> tuple[RecordId, Record]:
    """What a correction needs of it."""
    scale = event.scale_min, event.scale_max
    record = Record(event.measured_on, scale, event.person, baseline=(event.goal, event.instrument))
    return RecordId(event.baseline), record
