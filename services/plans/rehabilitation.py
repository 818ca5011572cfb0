"""Cases for the rehabilitation team with the citizen's own goals, its recommendation, and resource courses. R27, R29."""

from datetime import date
from typing import assert_never

from contracts.ids import CaseId, FamilyId, GoalId, PersonId
from contracts.plans.events import (
    FamilyEvent,
    RehabCasePrepared,
    RehabCaseSubmitted,
    RehabRecommendationReceived,
    ResourceCourseStarted,
)
from contracts.shapes import Code, Command, Text
from eventkeep.clock import day_of
from eventkeep.refused import Refused
from services.plans.findings import Case
from services.plans.goal_course import with_all_below
from services.plans.goals import require_open
from services.plans.parties import require_happened, require_member, require_own
from services.plans.state import State, require_new

# Commands


class PrepareRehabCase(Command):
    """Prepare a citizen's case for the rehabilitation team, with his or her own goals (forberede sag). R29, P43."""

    family: FamilyId
    case: CaseId
    person: PersonId
    own_goals: Text


class SubmitRehabCase(Command):
    """Submit a prepared case with its sub-goals, all known to the citizen (rehabiliteringsteam). R27, P43, INV-57."""

    family: FamilyId
    case: CaseId
    goals: tuple[GoalId, ...]


class RecordRecommendation(Command):
    """Record what the rehabilitation team recommends (indstilling). R27, A43."""

    family: FamilyId
    case: CaseId
    recommendation: Code
    words: Text | None = None


class StartResourceCourse(Command):
    """Say that a member began a resource course (ressourceforløb). R28, T14."""

    family: FamilyId
    person: PersonId
    started_on: date


RehabCommand = PrepareRehabCase | SubmitRehabCase | RecordRecommendation | StartResourceCourse

# Decide


def decide_rehab(state: State, command: RehabCommand) -> list[FamilyEvent]:
    """The way of a case through the rehabilitation team. R27, R29."""
    match command:
        case PrepareRehabCase():
            return _prepare(state, command)
        case SubmitRehabCase():
            return _submit(state, command)
        case RecordRecommendation():
            return _record_recommendation(state, command)
        case StartResourceCourse():
            return _start_course(state, command)
        case _:
            assert_never(command)


def _prepare(state: State, command: PrepareRehabCase) -> list[FamilyEvent]:
    require_new(state, command.case, state.findings.cases, "rehab_case_prepared_already", "R29")
    require_member(state.known, command.person, "R29")
    require_own(command.by, command.person, "P43")
    return [
        RehabCasePrepared(
            family=command.family, case=command.case, person=command.person, own_goals=command.own_goals
        )
    ]


def _submit(state: State, command: SubmitRehabCase) -> list[FamilyEvent]:
    """P43: with own goals, which the preparation holds. INV-57: no sub-goal that the citizen doesn't know."""
    case = state.findings.cases.get(command.case)
    if case is None:
        raise Refused(
            "own_goals_missing",
            "The case was not prepared with the citizen's own goals.",
            "P43",
            "Prepare the case with the citizen first.",
            danish="Sagen er ikke forberedt med borgerens egne mål.",
            danish_next="Forbered sagen med borgeren først.",
        )
    goals = tuple(dict.fromkeys(command.goals))
    if case.goals is not None and set(case.goals) == set(goals):
        return []
    if case.goals is not None:
        raise Refused(
            "rehab_case_submitted_already",
            "The case was submitted with other goals.",
            "R27",
            "Prepare a new case.",
            danish="Sagen er allerede indsendt med andre mål.",
            danish_next="Forbered en ny sag.",
        )
    require_member(state.known, case.person, "R27")
    _require_shared(state, case, goals)
    return [
        RehabCaseSubmitted(
            family=command.family,
            case=command.case,
            person=case.person,
            goals=goals,
            submitted_on=day_of(command.at),
        )
    ]


def _require_shared(state: State, case: Case, goals: tuple[GoalId, ...]) -> None:
    """P44, INV-57: the goals that are named and the open ones below them, of which one at least is a sub-goal."""
    for each in goals:
        require_open(state, each, "P44")
    below = dict.fromkeys(each for goal in goals for each in with_all_below(state.goals, goal))
    about = [each for each in below if state.goals.is_open(each)]
    if not any(state.goals.goals[each].level > 1 for each in about):
        raise Refused(
            "sub_goals_missing",
            "A case is about sub-goals of the plan.",
            "P44",
            "Name sub-goals, or goals that have open ones below them.",
            danish="En sag handler om delmål i planen.",
            danish_next="Angiv delmål, eller mål med åbne delmål under sig.",
        )
    unshared = [each for each in about if case.person not in state.goals.goals[each].shared_with]
    if unshared:
        raise Refused(
            "goal_not_shared",
            "The citizen does not know every goal of the case.",
            "INV-57",
            "Share each goal with the citizen first.",
            {"goals": ", ".join(unshared)},
            danish="Borgeren kender ikke alle sagens mål.",
            danish_next="Del hvert mål med borgeren først.",
        )


def _record_recommendation(state: State, command: RecordRecommendation) -> list[FamilyEvent]:
    case = state.findings.cases.get(command.case)
    if case is None or case.goals is None:
        raise Refused(
            "rehab_case_unknown",
            "No such case was submitted.",
            "R27",
            "Submit the case first.",
            danish="Der er ikke indsendt en sådan sag.",
            danish_next="Indsend sagen først.",
        )
    if case.recommended:
        raise Refused(
            "recommendation_received_already",
            "The rehabilitation team has said what it recommends.",
            "A43",
            "Prepare a new case.",
            danish="Rehabiliteringsteamet har givet sin indstilling.",
            danish_next="Forbered en ny sag.",
        )
    return [
        RehabRecommendationReceived(
            family=command.family,
            case=command.case,
            recommendation=command.recommendation,
            words=command.words,
        )
    ]


def _start_course(state: State, command: StartResourceCourse) -> list[FamilyEvent]:
    require_member(state.known, command.person, "R28")
    if command.person in state.findings.resource_courses:
        return []
    if state.known.contacts.members[command.person] != "adult":
        raise Refused(
            "resource_course_for_adults",
            "A resource course is for adults.",
            "R28",
            "Name an adult of the family.",
            danish="Et ressourceforløb er for voksne.",
            danish_next="Angiv en voksen i familien.",
        )
    require_happened(command.started_on, day_of(command.at), "T14")
    return [
        ResourceCourseStarted(family=command.family, person=command.person, started_on=command.started_on)
    ]
