"""Statements from the health service: only as far as needed, after the health coordinator. R25, P11, A16, INV-50.

What a statement says stays in the health service; here is only that it was asked for and answered.
"""

from typing import assert_never

from contracts.ids import ConsultationId, FamilyId, PersonId, ProfessionalId, StatementId
from contracts.plans.events import (
    FamilyEvent,
    HealthCoordinatorConsulted,
    HealthStatementAnswered,
    HealthStatementRequested,
    StatementOutcome,
)
from contracts.shapes import Code, Command
from eventkeep.refused import Refused
from services.plans.parties import require_member
from services.plans.state import State, require_new

# Commands


class ConsultHealthCoordinator(Command):
    """Record whether the health coordinator finds health data of a member needed (sundhedskoordinator). R25, P11."""

    family: FamilyId
    consultation: ConsultationId
    health_coordinator: ProfessionalId
    person: PersonId
    needed: bool


class RequestHealthStatement(Command):
    """Ask the health service for a statement, as a consultation found needed (erklæring). A16, P11, INV-50."""

    family: FamilyId
    statement: StatementId
    consultation: ConsultationId
    person: PersonId
    purpose: Code


class AnswerHealthStatement(Command):
    """Say whether the statement came or was refused; never what it says (erklæring modtaget, afslået). A16."""

    family: FamilyId
    statement: StatementId
    outcome: StatementOutcome


HealthCommand = ConsultHealthCoordinator | RequestHealthStatement | AnswerHealthStatement

# Decide


def decide_health(state: State, command: HealthCommand) -> list[FamilyEvent]:
    """The health coordinator is consulted first. INV-50."""
    match command:
        case ConsultHealthCoordinator():
            return _consult(state, command)
        case RequestHealthStatement():
            return _request(state, command)
        case AnswerHealthStatement():
            return _answer(state, command)
        case _:
            assert_never(command)


def _consult(state: State, command: ConsultHealthCoordinator) -> list[FamilyEvent]:
    known = state.findings.consultations
    require_new(state, command.consultation, known, "consulted_already", "R25")
    require_member(state.known, command.person, "R25")
    if command.by.id == command.health_coordinator:
        raise Refused(
            "consulted_oneself",
            "The health coordinator is somebody else than the one who asks.",
            "INV-50",
            "Ask the health coordinator, or let a colleague record what he or she said.",
            danish="Sundhedskoordinatoren er en anden end den, der spørger.",
            danish_next="Spørg sundhedskoordinatoren, eller lad en kollega notere svaret.",
        )
    return [
        HealthCoordinatorConsulted(
            family=command.family,
            consultation=command.consultation,
            health_coordinator=command.health_coordinator,
            person=command.person,
            needed=command.needed,
        )
    ]


def _request(state: State, command: RequestHealthStatement) -> list[FamilyEvent]:
    """INV-50: by a consultation about this person, and what the health coordinator said of him or her last counts."""
    require_new(state, command.statement, state.findings.statements, "statement_requested_already", "A16")
    require_member(state.known, command.person, "A16")
    consultations = state.findings.consultations
    consulted = consultations.get(command.consultation)
    if consulted is None or consulted.person != command.person:
        raise Refused(
            "health_coordinator_not_consulted",
            "The health coordinator was not consulted about this person.",
            "INV-50",
            "Consult the health coordinator first.",
            danish="Sundhedskoordinatoren er ikke spurgt om denne person.",
            danish_next="Spørg sundhedskoordinatoren først.",
        )
    said_last = [each for each in consultations.values() if each.person == command.person][-1]
    if not (consulted.needed and said_last.needed):
        raise Refused(
            "health_data_not_needed",
            "The health coordinator found that it is not needed.",
            "INV-50",
            "Go on without it, or consult again.",
            danish="Sundhedskoordinatoren fandt det ikke nødvendigt.",
            danish_next="Gå videre uden, eller spørg igen.",
        )
    return [
        HealthStatementRequested(
            family=command.family,
            statement=command.statement,
            consultation=command.consultation,
            person=command.person,
            purpose=command.purpose,
        )
    ]


def _answer(state: State, command: AnswerHealthStatement) -> list[FamilyEvent]:
    if command.statement not in state.findings.statements:
        raise Refused(
            "statement_unknown",
            "No such statement was asked for.",
            "A16",
            "Request the statement first.",
            danish="Der er ikke bedt om en sådan erklæring.",
            danish_next="Bed om erklæringen først.",
        )
    answered = state.findings.statements[command.statement]
    if answered is command.outcome:
        return []
    if answered is not None:
        raise Refused(
            "statement_answered_already",
            "It was said what became of this statement.",
            "A16",
            "Request a new statement.",
            danish="Der er allerede svaret på denne anmodning.",
            danish_next="Bed om en ny erklæring.",
        )
    return [
        HealthStatementAnswered(family=command.family, statement=command.statement, outcome=command.outcome)
    ]
