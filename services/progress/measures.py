"""What is measured on named instruments: of whom, and who may say it. T04 to T08, T11, R17."""

from datetime import date

from contracts.contacts.events import Role
from contracts.ids import FamilyId, GoalId, InterventionId, MeasureId, PersonId, RecordId, SupporterId
from contracts.progress.events import FamilyEvent, InclusionAnswered, Measured, MeasureEvent, MeasureKind
from contracts.shapes import Code, Command, Score
from eventkeep.refused import Refused
from services.progress.links import goal_of
from services.progress.sayers import OF_CHILDREN, require_word
from services.progress.state import Record, State, Word, require_new, require_on_scale, require_past

_SELF_RATED = frozenset({MeasureKind.PHYSICAL_HEALTH, MeasureKind.MENTAL_HEALTH})

# Commands


class RecordMeasure(Command):
    """Record a measurement of a person on an instrument's scale; more is better (måling). A37, A38, T04 to T07, T11."""

    family: FamilyId
    measure: MeasureId
    kind: MeasureKind
    person: PersonId
    goal: GoalId | None = None
    intervention: InterventionId | None = None
    instrument: Code
    scale_min: Score
    scale_max: Score
    value: Score
    period_from: date | None = None
    measured_on: date


class RecordInclusion(Command):
    """Record how included somebody who stands by the family feels in its decisions (inklusion). T08, R23."""

    family: FamilyId
    measure: MeasureId
    supporter: SupporterId
    instrument: Code
    scale_min: Score
    scale_max: Score
    value: Score
    measured_on: date


# Decide


def record_measure(state: State, command: RecordMeasure) -> list[FamilyEvent]:
    """Each kind is somebody's to say, of children or of adults; once for each day and instrument. R17, INV-58."""
    require_new(state, command.measure)
    require_past(command.measured_on, command.at)
    require_on_scale(command.value, command.scale_min, command.scale_max)
    require_word(state.known.contacts, command.by, _word(command.kind), command.person)
    _require_of_age(state, command)
    measured = Measured(
        family=command.family,
        measure=command.measure,
        kind=command.kind,
        person=command.person,
        goal=goal_of(state, command.intervention, command.goal),
        intervention=command.intervention,
        instrument=command.instrument,
        scale_min=command.scale_min,
        scale_max=command.scale_max,
        value=command.value,
        period_from=command.period_from,
        measured_on=command.measured_on,
    )
    require_fits_in(state, *measure(measured))
    return [measured]


def require_fits_in(state: State, name: RecordId, new: Record) -> None:
    """A period begins before it ends, and nothing is measured twice on a day with one instrument. INV-58, T04."""
    if new.period_from is not None and new.period_from > new.day:
        raise Refused(
            "period_ends_before_it_begins",
            "A period begins before it ends.",
            "T04",
            "Correct the days.",
            danish="En periode begynder, før den slutter.",
            danish_next="Ret dagene.",
        )
    others = (each for other, each in state.records.items() if other != name and not each.taken_back)
    same = new.measured, new.person, new.day
    if new.measured is not None and same in {(each.measured, each.person, each.day) for each in others}:
        raise Refused(
            "measured_already",
            "This was measured on that day already, on the same instrument.",
            "INV-58",
            "Correct what was registered, if it is wrong.",
            danish="Det er allerede målt den dag med samme redskab.",
            danish_next="Ret det registrerede, hvis det er forkert.",
        )


def _word(kind: MeasureKind) -> Word:
    return Word(own=kind in _SELF_RATED, measured=kind)


def _require_of_age(state: State, command: RecordMeasure) -> None:
    adult = state.known.contacts.members.get(command.person) == Role.ADULT
    if adult is (command.kind in OF_CHILDREN):
        raise Refused(
            "measured_of_another_age",
            "Attendance, wellbeing, child health and pupil plans are children's; self-rated health is adults'.",
            "T11",
            "Name somebody whom it is measured of.",
            danish="Fremmøde, trivsel, sundhed og elevplaner er børns; selvvurderet sundhed er voksnes.",
            danish_next="Angiv en, som det måles hos.",
        )


def record_inclusion(state: State, command: RecordInclusion) -> list[FamilyEvent]:
    """Of somebody who stands by the family now. T08."""
    require_new(state, command.measure)
    require_past(command.measured_on, command.at)
    require_on_scale(command.value, command.scale_min, command.scale_max)
    if command.supporter not in state.known.contacts.supporters:
        raise Refused(
            "supporter_unknown",
            "Nobody stands by the family under this id.",
            "T08",
            "Add the supporter first.",
            danish="Ingen støtter familien under dette id.",
            danish_next="Tilføj støttepersonen først.",
        )
    return [
        InclusionAnswered(
            family=command.family,
            measure=command.measure,
            supporter=command.supporter,
            instrument=command.instrument,
            scale_min=command.scale_min,
            scale_max=command.scale_max,
            value=command.value,
            measured_on=command.measured_on,
        )
    ]


# Evolve


def measure(event: MeasureEvent) -> tuple[RecordId, Record]:
    """What a correction needs of it."""
    scale = event.scale_min, event.scale_max
    if isinstance(event, InclusionAnswered):
        return RecordId(event.measure), Record(event.measured_on, scale)
    record = Record(
        event.measured_on,
        scale,
        event.person,
        period_from=event.period_from,
        measured=(event.kind, event.instrument),
        word=_word(event.kind),
    )
    return RecordId(event.measure), record
