"""How it goes for the family: where each one started, what is registered on the way, the small successes."""

from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import assert_never

from contracts.ids import (
    BaselineId,
    FamilyId,
    GoalId,
    Id,
    InterventionId,
    PersonId,
    RegistrationId,
    SuccessId,
)
from contracts.progress.events import (
    BaselineRecorded,
    FamilyEvent,
    ProgressRegistered,
    ScoredBy,
    SmallSuccessNoted,
)
from contracts.shapes import Actor, ActorKind, Code, Command, Score, Text
from eventkeep.clock import day_of
from eventkeep.refused import Refused
from services.progress.reference import Known

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


class RegisterProgress(Command):
    """Register how it goes, as the citizen or a professional sees it (progression). INV-59, INV-68."""

    family: FamilyId
    registration: RegistrationId
    goal: GoalId
    intervention: InterventionId
    person: PersonId
    value: Score
    by_kind: ScoredBy
    note: Text | None = None
    registered_on: date


class NoteSmallSuccess(Command):
    """Note that something went well (lille succes). A45."""

    family: FamilyId
    success: SuccessId
    person: PersonId
    goal: GoalId | None = None
    words: Text
    noted_on: date


FamilyCommand = RecordBaseline | RegisterProgress | NoteSmallSuccess

# State


@dataclass(frozen=True)
class State:
    """What is registered already: ids, and what has a baseline."""

    used: frozenset[Id] = frozenset()
    baselines: frozenset[tuple[PersonId, GoalId | None, str]] = frozenset()
    known: Known = field(default_factory=Known)


# Decide


def decide(state: State, command: FamilyCommand) -> list[FamilyEvent]:
    """What a command makes true, or why it is refused."""
    _require_may_register(state.known, command.by)
    if command.person not in state.known.contacts.members:
        raise Refused(
            "person_not_in_family",
            "This person is no member of the family.",
            "INV-68",
            "Add the person to the family first.",
            danish="Personen hører ikke til familien.",
        )
    if command.goal is not None and command.goal not in state.known.plans.goals:
        raise Refused(
            "goal_unknown",
            "This goal is not in the plan.",
            "INV-68",
            "Define the goal first.",
            danish="Målet står ikke i planen.",
        )
    match command:
        case RecordBaseline():
            return _baseline(state, command)
        case RegisterProgress():
            return _register(state, command)
        case NoteSmallSuccess():
            _require_new(state, command.success)
            _require_past(command.noted_on, command.at)
            return [
                SmallSuccessNoted(
                    family=command.family,
                    success=command.success,
                    person=command.person,
                    goal=command.goal,
                    words=command.words,
                    noted_on=command.noted_on,
                )
            ]
        case _:
            assert_never(command)


def _require_may_register(known: Known, by: Actor) -> None:
    """Everybody attached to the family registers, on the team or not, and so does the family itself."""
    if not known.contacts.registered:
        raise Refused(
            "family_unknown",
            "This family is not known here.",
            "R01",
            "Register the family, or try again in a moment.",
            danish="Familien er ikke kendt her.",
        )
    around = {ActorKind.PERSON: known.contacts.members, ActorKind.PROFESSIONAL: known.contacts.attached}
    if by.id not in around.get(by.kind, ()):
        raise Refused(
            "not_around_family",
            "Only the family and those attached register.",
            "INV-40",
            "Ask somebody who is attached to the family.",
            danish="Kun familien og de tilknyttede registrerer.",
        )


def _baseline(state: State, command: RecordBaseline) -> list[FamilyEvent]:
    _require_new(state, command.baseline)
    _require_past(command.measured_on, command.at)
    if not command.scale_min <= command.value <= command.scale_max or command.scale_min == command.scale_max:
        raise Refused(
            "value_outside_scale",
            "The value lies on the scale.",
            "INV-55",
            "Correct the value or the scale.",
            danish="Værdien skal ligge på skalaen.",
        )
    if (command.person, command.goal, command.instrument) in state.baselines:
        raise Refused(
            "baseline_recorded_already",
            "There is one baseline, from which change is counted.",
            "INV-55",
            "Register progress instead.",
            danish="Der er én udgangsmåling, som ændringer regnes fra.",
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


def _register(state: State, command: RegisterProgress) -> list[FamilyEvent]:
    _require_new(state, command.registration)
    _require_past(command.registered_on, command.at)
    works_for = state.known.plans.interventions.get(command.intervention)
    if works_for is None:
        raise Refused(
            "intervention_unknown",
            "This intervention is not in the plan.",
            "INV-68",
            "Add the intervention first.",
            danish="Indsatsen står ikke i planen.",
        )
    if works_for != command.goal:
        raise Refused(
            "intervention_for_another_goal",
            "This intervention works for another goal.",
            "INV-68",
            "Name the goal that it works for.",
            danish="Indsatsen arbejder for et andet mål.",
        )
    if command.by.kind is ActorKind.PERSON and command.by_kind is not ScoredBy.CITIZEN:
        raise Refused(
            "scored_as_professional",
            "The family's view is kept apart from the professionals'.",
            "INV-59",
            "Register it as the citizen's.",
            danish="Familiens syn holdes adskilt fra fagpersonernes.",
        )
    return [
        ProgressRegistered(
            family=command.family,
            registration=command.registration,
            goal=command.goal,
            intervention=command.intervention,
            person=command.person,
            value=command.value,
            by_kind=command.by_kind,
            note=command.note,
            registered_on=command.registered_on,
        )
    ]


def _require_new(state: State, new: Id) -> None:
    if new in state.used:
        raise Refused(
            "registered_already",
            "This id is used already.",
            "A27",
            "Choose a new id.",
            danish="Dette id er allerede brugt.",
        )


def _require_past(day: date, at: datetime) -> None:
    if day > day_of(at):
        raise Refused(
            "not_happened_yet",
            "What is registered has happened.",
            "A27",
            "Correct the date.",
            danish="Kun det, der er sket, kan registreres.",
        )


# Evolve


def evolve(state: State, event: FamilyEvent) -> State:
    """What is registered after an event. It never refuses: the past has happened."""
    match event:
        case BaselineRecorded():
            baseline = (event.person, event.goal, event.instrument)
            return replace(state, used=state.used | {event.baseline}, baselines=state.baselines | {baseline})
        case ProgressRegistered():
            return replace(state, used=state.used | {event.registration})
        case SmallSuccessNoted():
            return replace(state, used=state.used | {event.success})
        case _:
            assert_never(event)
