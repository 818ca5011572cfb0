"""The course of an intervention: started, paused, started again, ended with a result, or cancelled before it began."""

from datetime import date
from typing import assert_never

from contracts.ids import FamilyId, InterventionId
from contracts.plans.events import (
    FamilyEvent,
    InterventionEnded,
    InterventionPaused,
    InterventionResult,
    InterventionStarted,
)
from contracts.shapes import Code, Command
from eventkeep.clock import day_of
from eventkeep.refused import Refused
from services.plans.goals import require_open
from services.plans.interventions import require_intervention, require_not_ended
from services.plans.parties import require_happened
from services.plans.state import Course, Intervention, State

# Commands


class StartIntervention(Command):
    """Say that a granted intervention started, or goes on after a pause (iværksætte). A05, X-03."""

    family: FamilyId
    intervention: InterventionId
    started_on: date


class PauseIntervention(Command):
    """Say that an intervention stands still for now, and why (sætte i bero). A05."""

    family: FamilyId
    intervention: InterventionId
    paused_on: date
    reason: Code


class EndIntervention(Command):
    """End an intervention that had begun, with its result by FSIII: E1 to E4 (afslutte indsats). A05."""

    family: FamilyId
    intervention: InterventionId
    ended_on: date
    result: InterventionResult
    reason: Code


class CancelIntervention(Command):
    """Cancel an intervention before it began (annullere indsats). A05."""

    family: FamilyId
    intervention: InterventionId
    reason: Code


CourseCommand = StartIntervention | PauseIntervention | EndIntervention | CancelIntervention

# Decide


def decide_course(state: State, command: CourseCommand) -> list[FamilyEvent]:
    """How an intervention goes. A05."""
    match command:
        case StartIntervention():
            return _start(state, command)
        case PauseIntervention():
            return _pause(state, command)
        case EndIntervention():
            return _end(state, command)
        case CancelIntervention():
            return _cancel(state, command)
        case _:
            assert_never(command)


def _start(state: State, command: StartIntervention) -> list[FamilyEvent]:
    """INV-62: what starts has been granted, so that overlaps were looked at. INV-13: it begins for an open goal."""
    intervention = require_not_ended(state, command.intervention)
    if intervention.course is Course.STARTED:
        return []
    if not intervention.granted:
        raise Refused(
            "intervention_not_granted",
            "An intervention is granted before it starts.",
            "INV-62",
            "Ask the caseworker to grant it.",
            danish="En indsats bevilges, før den begynder.",
            danish_next="Bed sagsbehandleren om at bevilge den.",
        )
    if intervention.course is Course.ADDED:
        require_open(state, intervention.goal, "INV-13")
    require_happened(command.started_on, day_of(command.at), "X-03")
    _require_in_order(intervention, command.started_on)
    return [
        InterventionStarted(
            family=command.family, intervention=command.intervention, started_on=command.started_on
        )
    ]


def _pause(state: State, command: PauseIntervention) -> list[FamilyEvent]:
    intervention = require_not_ended(state, command.intervention)
    if intervention.course is Course.PAUSED:
        return []
    _require_begun(intervention.course)
    require_happened(command.paused_on, day_of(command.at), "A05")
    _require_in_order(intervention, command.paused_on)
    return [
        InterventionPaused(
            family=command.family,
            intervention=command.intervention,
            paused_on=command.paused_on,
            reason=command.reason,
        )
    ]


def _end(state: State, command: EndIntervention) -> list[FamilyEvent]:
    intervention = require_intervention(state, command.intervention)
    if intervention.course is Course.ENDED:
        return []
    _require_begun(intervention.course)
    if command.result is InterventionResult.CANCELLED:
        raise Refused(
            "result_missing",
            "An intervention that had begun ends with a result.",
            "A05",
            "Give E1, E2, E3 or E4.",
            danish="En indsats, der er begyndt, afsluttes med et resultat.",
            danish_next="Angiv E1, E2, E3 eller E4.",
        )
    require_happened(command.ended_on, day_of(command.at), "A05")
    _require_in_order(intervention, command.ended_on)
    return [
        InterventionEnded(
            family=command.family,
            intervention=command.intervention,
            ended_on=command.ended_on,
            result=command.result,
            reason=command.reason,
            revision=state.revision + 1,
        )
    ]


def _require_begun(course: Course) -> None:
    if course is Course.ADDED:
        raise Refused(
            "intervention_not_started",
            "The intervention has not begun.",
            "A05",
            "Start it, or cancel it.",
            danish="Indsatsen er ikke begyndt.",
            danish_next="Begynd den, eller annullér den.",
        )


def _require_in_order(intervention: Intervention, day: date) -> None:
    """A pause or an end comes on the day of the start or later, and so does going on after a pause."""
    if intervention.since is not None and day < intervention.since:
        raise Refused(
            "day_before_start",
            "That day is before the intervention last started or was paused.",
            "A05",
            "Correct the day.",
            {"since": intervention.since.isoformat()},
            danish="Den dag ligger før indsatsens seneste begyndelse eller pause.",
            danish_next="Ret dagen.",
        )


def _cancel(state: State, command: CancelIntervention) -> list[FamilyEvent]:
    intervention = require_intervention(state, command.intervention)
    if intervention.course is Course.ENDED:
        return []
    if intervention.course is not Course.ADDED:
        raise Refused(
            "intervention_started_already",
            "The intervention has begun.",
            "A05",
            "End it with its result.",
            danish="Indsatsen er allerede begyndt.",
            danish_next="Afslut den med et resultat.",
        )
    return [
        InterventionEnded(
            family=command.family,
            intervention=command.intervention,
            ended_on=day_of(command.at),
            result=InterventionResult.CANCELLED,
            reason=command.reason,
            revision=state.revision + 1,
        )
    ]
