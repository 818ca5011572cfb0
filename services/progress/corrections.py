"""What was registered wrongly is corrected by a new fact that points at it; nothing is overwritten. X-08."""

from datetime import date

from contracts.ids import AxisId, CorrectionId, FamilyId, RecordId
from contracts.progress.events import FamilyEvent, RegistrationCorrected
from contracts.shapes import Command, Score, Text
from eventkeep.evolved import replace
from eventkeep.refused import Refused
from services.progress.measures import require_fits_in
from services.progress.occupations import require_alone, require_order
from services.progress.sayers import require_word
from services.progress.state import Record, State, require_new, require_on_scale, require_past

# Commands


class CorrectRegistration(Command):
    """Correct something that was registered, or take it back (rettelse). X-08.

    `corrects` is the id under which it was registered: a baseline, registration, success, rating, scoring, measurement, or
    something that somebody does. What is left out stays as it is.
    """

    family: FamilyId
    correction: CorrectionId
    corrects: RecordId
    taken_back: bool = False
    value: Score | None = None
    axis: AxisId | None = None
    day: date | None = None
    ended_on: date | None = None
    because: Text


# Decide


def correct(state: State, command: CorrectRegistration) -> list[FamilyEvent]:
    """Something that stands, by whoever could register it; the correction fits what it corrects. X-08, INV-59."""
    require_new(state, command.correction)
    record = _standing(state, command.corrects)
    require_word(state.known.contacts, command.by, record.word, record.person)
    _require_clear(command)
    _require_of_kind(record, command)
    if not command.taken_back:
        _require_right(state, record, command)
    return [
        RegistrationCorrected(
            family=command.family,
            correction=command.correction,
            corrects=command.corrects,
            person=record.person,
            taken_back=command.taken_back,
            value=command.value,
            axis=command.axis,
            day=command.day,
            ended_on=command.ended_on,
            because=command.because,
        )
    ]


def _standing(state: State, name: RecordId) -> Record:
    record = state.records.get(name)
    if record is None:
        raise Refused(
            "nothing_to_correct",
            "Nothing is registered under this id.",
            "X-08",
            "Name what is wrong by its own id, also where it was corrected before.",
            danish="Intet er registreret under dette id.",
            danish_next="Angiv det forkerte ved dets eget id, også hvis det er rettet før.",
        )
    if record.taken_back:
        raise Refused(
            "taken_back_already",
            "This was taken back: nothing counts it any more.",
            "X-08",
            "Register anew what is right.",
            danish="Det er trukket tilbage og tæller ikke længere.",
            danish_next="Registrér det rigtige på ny.",
        )
    return record


def _require_clear(command: CorrectRegistration) -> None:
    right = (command.value, command.day, command.ended_on)
    if command.taken_back is any(each is not None for each in right):
        raise Refused(
            "correction_unclear",
            "A correction says what is right, or takes all of it back.",
            "X-08",
            "Give the right value or day, or take it back.",
            danish="En rettelse siger, hvad der er rigtigt, eller trækker det hele tilbage.",
            danish_next="Angiv den rigtige værdi eller dag, eller træk det tilbage.",
        )


def _require_of_kind(record: Record, command: CorrectRegistration) -> None:
    valued = command.value is not None
    axis_fits = command.axis in record.axes if valued and record.axes else command.axis is None
    ends = command.ended_on is None or record.ended_on is not None
    if (valued and record.scale is None) or not axis_fits or not ends:
        raise Refused(
            "correction_of_another_kind",
            "What is registered under this id has no such value, axis or last day.",
            "X-08",
            "Correct what it has: of a wheel's scoring one axis and its value.",
            danish="Det registrerede har ikke sådan en værdi, akse eller sidste dag.",
            danish_next="Ret det, det har: ved et hjul én akse og dens værdi.",
        )


def _require_right(state: State, record: Record, command: CorrectRegistration) -> None:
    """What holds of something that is registered holds of it when it is corrected."""
    for day in (command.day, command.ended_on):
        if day is not None:
            require_past(day, command.at)
    if command.value is not None and record.scale is not None:
        require_on_scale(command.value, *record.scale)
    now = _moved(record, command.day, command.ended_on)
    require_order(now.day, now.ended_on)
    require_alone(state, command.corrects, now)
    require_fits_in(state, command.corrects, now)


def _moved(record: Record, day: date | None, ended_on: date | None) -> Record:
    return replace(record, day=day or record.day, ended_on=ended_on or record.ended_on)


# Evolve


def corrected(state: State, event: RegistrationCorrected) -> State:
    """What stands after a correction."""
    used = state.used | {event.correction}
    record = state.records.get(event.corrects)
    if record is None:
        return replace(state, used=used)
    moved = _moved(record, event.day, event.ended_on)
    now = replace(moved, taken_back=event.taken_back or record.taken_back)
    return replace(state, used=used, records={**state.records, event.corrects: now})
