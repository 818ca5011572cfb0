"""One good command of every kind that progress takes: each makes the event true that `progress_story` has of it."""

from datetime import datetime
from typing import Any, TypeVar

from contracts.ids import CorrectionId, RecordId
from contracts.progress.events import FamilyEvent
from contracts.shapes import Command
from services.progress import domain
from services.progress.baselines import RecordBaseline
from services.progress.closing import ResumeDeviations, SuspendDeviations
from services.progress.corrections import CorrectRegistration
from services.progress.deviation_course import CloseDeviation, NoteDeviationOverdue, TakeDeviationAction
from services.progress.deviations import ReplanDeviation, ReportDeviation
from services.progress.measures import RecordInclusion, RecordMeasure
from services.progress.occupations import EndOccupation, StartOccupation
from services.progress.pilots import MarkPilotCase
from services.progress.ratings import RateOffer, RateTrust
from services.progress.registrations import RegisterProgress
from services.progress.successes import NoteSmallSuccess
from services.progress.wheels import DefineWheel, ScoreWheel
from tests.unit.family import ANNA, AT, BY_ANNA, BY_INFORMED, BY_SERVICE, FAMILY, numbered
from tests.unit.progress_story import (
    ATTENDANCE,
    DEVIATION,
    GOALS_TURNED,
    INCLUDED,
    MEASURED,
    NEXT_WEEK,
    NOTED,
    OCCUPATION,
    PLAYS,
    RATED,
    REGISTERED,
    REPORTED,
    SCORED,
    TODAY,
    TRUSTED,
    TURNED,
)

ACommand = TypeVar("ACommand", bound=Command)


def a(command: type[ACommand], /, **fields: Any) -> ACommand:
    """A command of the family, by Ulla, who is informed, where nobody else is named."""
    return command.model_validate({"by": BY_INFORMED, "at": AT, "family": FAMILY, **fields})


def but(command: ACommand, **changes: Any) -> ACommand:
    """The same command with something else in it."""
    return command.model_copy(update=changes)


def says(command: type[ACommand], event: FamilyEvent, /, **fields: Any) -> ACommand:
    """The command that makes an event true: what both have is the same."""
    shared = {name: getattr(event, name) for name in command.model_fields if name in type(event).model_fields}
    return a(command, **{**shared, **fields})


MEASURE, REGISTER = says(RecordBaseline, MEASURED), says(RegisterProgress, REGISTERED)
NOTE = says(NoteSmallSuccess, NOTED, by=BY_ANNA)
TRUST, RATE = says(RateTrust, TRUSTED), says(RateOffer, RATED)
TURN, TURN_GOALS, SCORE = (
    says(DefineWheel, TURNED),
    says(DefineWheel, GOALS_TURNED),
    says(ScoreWheel, SCORED),
)
REPORT = says(ReportDeviation, REPORTED)
REPLAN = a(ReplanDeviation, deviation=DEVIATION, owner=ANNA, owner_kind="person", due_on=NEXT_WEEK)
ACT = a(TakeDeviationAction, deviation=DEVIATION, words="Sofie called.", taken_on=TODAY)
CLOSE = a(CloseDeviation, deviation=DEVIATION, plan_changes=True, words="Two days a week.", closed_on=TODAY)
LATE = datetime.fromisoformat("2024-03-09T00:00:00+01:00")
NOTE_OVERDUE = a(NoteDeviationOverdue, by=BY_SERVICE, at=LATE, deviation=DEVIATION, due_on=NEXT_WEEK)
SUSPEND = a(SuspendDeviations, by=BY_SERVICE, reason="goals reached")
RESUME = a(ResumeDeviations, by=BY_SERVICE)
RECORD, ASK = says(RecordMeasure, ATTENDANCE), says(RecordInclusion, INCLUDED)
START = says(StartOccupation, PLAYS)
END = a(EndOccupation, occupation=OCCUPATION, ended_on=TODAY, reason="moved")
MARK = a(MarkPilotCase, programme="familier-paa-vej")
CORRECT = a(
    CorrectRegistration,
    correction=numbered(CorrectionId, 1),
    corrects=RecordId(REGISTERED.registration),
    value=4,
    because="A wrong key.",
)
TAKE_BACK = a(
    CorrectRegistration,
    correction=numbered(CorrectionId, 2),
    corrects=RecordId(MEASURED.baseline),
    taken_back=True,
    because="It was Clara's.",
)

REGISTERING: tuple[domain.FamilyCommand, ...] = (
    *(MEASURE, REGISTER, NOTE, TRUST, RATE, TURN, TURN_GOALS, SCORE),
    *(REPORT, RECORD, ASK, START, MARK),
)
"""What says something new: not taken in a closed case."""
EVERY_COMMAND: tuple[domain.FamilyCommand, ...] = (
    *REGISTERING,
    *(REPLAN, ACT, CLOSE, NOTE_OVERDUE, SUSPEND, RESUME, END, CORRECT, TAKE_BACK),
)
