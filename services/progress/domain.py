"""How it goes for the family: where each one started, what is registered on the way, what happens when it goes otherwise."""

from typing import assert_never

from contracts.ids import Id, RecordId
from contracts.progress.events import (
    BaselineRecorded,
    DeviationActionTaken,
    DeviationClosed,
    DeviationOverdue,
    DeviationReplanned,
    DeviationReported,
    DeviationsResumed,
    DeviationsSuspended,
    FamilyEvent,
    InclusionAnswered,
    Measured,
    OccupationEnded,
    OccupationStarted,
    OfferQualityRated,
    PilotCaseMarked,
    ProgressRegistered,
    RegistrationCorrected,
    SmallSuccessNoted,
    TrustRated,
    WheelDefined,
    WheelScored,
)
from eventkeep.evolved import replace
from services.progress import (
    baselines,
    closing,
    corrections,
    deviation_course,
    deviations,
    measures,
    occupations,
    ratings,
    registrations,
    successes,
    wheels,
)
from services.progress.baselines import RecordBaseline
from services.progress.closing import ResumeDeviations, SuspendDeviations
from services.progress.corrections import CorrectRegistration
from services.progress.deviation_course import CloseDeviation, NoteDeviationOverdue, TakeDeviationAction
from services.progress.deviations import ReplanDeviation, ReportDeviation
from services.progress.links import require_goal, require_member
from services.progress.measures import RecordInclusion, RecordMeasure
from services.progress.occupations import EndOccupation, StartOccupation
from services.progress.pilots import MarkPilotCase, mark_pilot_case
from services.progress.ratings import RateOffer, RateTrust
from services.progress.registrations import RegisterProgress
from services.progress.rights import require_right
from services.progress.state import Record, State
from services.progress.successes import NoteSmallSuccess
from services.progress.wheels import DefineWheel, ScoreWheel

__all__ = ["FamilyCommand", "State", "decide", "evolve"]

# Commands: each stands in the file of its subject.

DeviationCommand = (
    ReportDeviation | ReplanDeviation | TakeDeviationAction | CloseDeviation | NoteDeviationOverdue
)
ClosingCommand = SuspendDeviations | ResumeDeviations

FamilyCommand = (
    RecordBaseline
    | RegisterProgress
    | NoteSmallSuccess
    | RateTrust
    | RateOffer
    | CorrectRegistration
    | DefineWheel
    | ScoreWheel
    | DeviationCommand
    | ClosingCommand
    | RecordMeasure
    | RecordInclusion
    | StartOccupation
    | EndOccupation
    | MarkPilotCase
)

# Decide


def decide(state: State, command: FamilyCommand) -> list[FamilyEvent]:
    """What a command makes true, or why it is refused."""
    require_right(state, command)
    _require_links(state, getattr(command, "person", None), getattr(command, "goal", None))
    match command:
        case RecordBaseline():
            return baselines.record_baseline(state, command)
        case RegisterProgress():
            return registrations.register(state, command)
        case NoteSmallSuccess():
            return successes.note_success(state, command)
        case RateTrust():
            return ratings.rate_trust(state, command)
        case RateOffer():
            return ratings.rate_offer(state, command)
        case CorrectRegistration():
            return corrections.correct(state, command)
        case DefineWheel():
            return wheels.define_wheel(state, command)
        case ScoreWheel():
            return wheels.score_wheel(state, command)
        case RecordMeasure():
            return measures.record_measure(state, command)
        case RecordInclusion():
            return measures.record_inclusion(state, command)
        case StartOccupation():
            return occupations.start_occupation(state, command)
        case EndOccupation():
            return occupations.end_occupation(state, command)
        case MarkPilotCase():
            return mark_pilot_case(state, command)
        case _:
            return _deviate(state, command)


def _deviate(state: State, command: DeviationCommand | ClosingCommand) -> list[FamilyEvent]:
    match command:
        case ReportDeviation():
            return deviations.report(state, command)
        case ReplanDeviation():
            return deviations.replan(state, command)
        case TakeDeviationAction():
            return deviation_course.take_action(state, command)
        case CloseDeviation():
            return deviation_course.close(state, command)
        case NoteDeviationOverdue():
            return deviation_course.note_overdue(state, command)
        case SuspendDeviations():
            return closing.suspend(state, command)
        case ResumeDeviations():
            return closing.resume(state, command)
        case _:
            assert_never(command)


def _require_links(state: State, person: Id | None, goal: Id | None) -> None:
    if person is not None:
        require_member(state, person)
    if goal is not None:
        require_goal(state, goal)


# Evolve


def evolve(state: State, event: FamilyEvent) -> State:
    """What is registered after an event. It never refuses: the past has happened."""
    match event:
        case WheelDefined():
            return wheels.evolve_wheels(state, event)
        case (
            DeviationReported()
            | DeviationReplanned()
            | DeviationActionTaken()
            | DeviationOverdue()
            | DeviationClosed()
        ):
            return deviation_course.evolve_deviations(state, event)
        case DeviationsSuspended() | DeviationsResumed():
            return closing.evolve_closing(state, event)
        case OccupationStarted() | OccupationEnded():
            return occupations.evolve_occupations(state, event)
        case PilotCaseMarked():
            return replace(state, pilot_of=state.pilot_of | {event.programme})
        case RegistrationCorrected():
            return corrections.corrected(state, event)
        case _:
            name, record = _recorded(event)
            return replace(state, used=state.used | {name}, records={**state.records, name: record})


_Recorded = (
    BaselineRecorded
    | ProgressRegistered
    | SmallSuccessNoted
    | TrustRated
    | OfferQualityRated
    | WheelScored
    | Measured
    | InclusionAnswered
)


def _recorded(event: _Recorded) -> tuple[RecordId, Record]:
    """What a correction needs of what was registered."""
    match event:
        case BaselineRecorded():
            return baselines.baseline(event)
        case ProgressRegistered():
            return registrations.registration(event)
        case SmallSuccessNoted():
            return successes.success(event)
        case TrustRated() | OfferQualityRated():
            return ratings.rating(event)
        case WheelScored():
            return wheels.scoring(event)
        case Measured() | InclusionAnswered():
            return measures.measure(event)
        case _:
            assert_never(event)
