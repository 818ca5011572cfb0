"""What colleagues do beside being in contact: advice, visits, working roles. None of it changes the counts."""

from datetime import date
from typing import assert_never

from contracts.contacts.events import (
    ConsultationGiven,
    ConsultationRequested,
    FamilyEvent,
    VisitMade,
    VisitPlace,
    WorkingRole,
    WorkingRoleTaken,
)
from contracts.ids import ConsultationId, FamilyId, ProfessionalId
from contracts.shapes import Code, Command, Text
from eventkeep.evolved import replace
from eventkeep.refused import Refused
from services.contacts.required import day_of_command, known_professional, require_attached
from services.contacts.state import Consultation, State

# Commands


class RequestConsultation(Command):
    """Ask a colleague for advice instead of one more contact (hinandens konsulenter). R26, R35, INV-08."""

    family: FamilyId
    consultation: ConsultationId
    consultant: ProfessionalId
    topic: Code


class GiveConsultation(Command):
    """Record the advice; the consultant is no contact by it. R26, R35, INV-08."""

    family: FamilyId
    consultation: ConsultationId
    advice: Text | None = None


class RecordVisit(Command):
    """Record that somebody met the family, and where (besøg). P04, P41."""

    family: FamilyId
    professional: ProfessionalId
    place: VisitPlace
    visited_on: date


class TakeWorkingRole(Command):
    """Take a working role: ressourcemester, medbygger or oversætter. R36 to R38."""

    family: FamilyId
    professional: ProfessionalId
    role: WorkingRole


ColleagueCommand = RequestConsultation | GiveConsultation | RecordVisit | TakeWorkingRole
ColleagueEvent = ConsultationRequested | ConsultationGiven | VisitMade | WorkingRoleTaken

# Decide


def decide(state: State, command: ColleagueCommand) -> list[FamilyEvent]:
    """What a command makes true, or why it is refused."""
    match command:
        case RequestConsultation():
            return _ask(state, command)
        case GiveConsultation():
            return _advise(state, command)
        case RecordVisit():
            return _visit(state, command)
        case TakeWorkingRole():
            return _take_role(state, command)
        case _:
            assert_never(command)


def _ask(state: State, command: RequestConsultation) -> list[FamilyEvent]:
    asked = state.consultations.get(command.consultation)
    if asked is not None and asked.professional == command.consultant:
        return []
    if asked is not None:
        raise Refused(
            "consultation_requested_already",
            "This id is used already.",
            "R35",
            "Choose a new id.",
            danish="Id'et er allerede brugt.",
            danish_next="Vælg et nyt id.",
        )
    if command.consultant == command.by.id:
        raise Refused(
            "consultation_of_oneself",
            "Advice is a colleague's.",
            "R35",
            "Ask somebody else.",
            danish="Råd hentes hos en kollega.",
            danish_next="Spørg en anden.",
        )
    known_professional(state, command.consultant)
    return [
        ConsultationRequested(
            family=command.family,
            consultation=command.consultation,
            consultant=command.consultant,
            topic=command.topic,
        )
    ]


def _advise(state: State, command: GiveConsultation) -> list[FamilyEvent]:
    asked = state.consultations.get(command.consultation)
    if asked is None:
        raise Refused(
            "consultation_unknown",
            "Nobody was asked for this advice.",
            "R35",
            "Request the consultation first.",
            danish="Ingen er blevet spurgt om dette råd.",
            danish_next="Bed om rådet først.",
        )
    if asked.given:
        return []
    return [
        ConsultationGiven(family=command.family, consultation=command.consultation, advice=command.advice)
    ]


def _visit(state: State, command: RecordVisit) -> list[FamilyEvent]:
    day = day_of_command(command)
    require_attached(state, command.professional, day)
    if command.visited_on > day:
        raise Refused(
            "visit_not_made_yet",
            "A visit is recorded when it was made.",
            "P04",
            "Record it afterwards.",
            danish="Et besøg registreres, når det er gennemført.",
            danish_next="Registrér det bagefter.",
        )
    return [
        VisitMade(
            family=command.family,
            professional=command.professional,
            place=command.place,
            visited_on=command.visited_on,
        )
    ]


def _take_role(state: State, command: TakeWorkingRole) -> list[FamilyEvent]:
    require_attached(state, command.professional, day_of_command(command))
    if (command.professional, command.role) in state.working_roles:
        return []
    return [WorkingRoleTaken(family=command.family, professional=command.professional, role=command.role)]


# Evolve


def evolve(state: State, event: ColleagueEvent) -> State:
    """The family after an event. It never refuses: the past has happened."""
    match event:
        case ConsultationRequested():
            asked = {**state.consultations, event.consultation: Consultation(event.consultant)}
            return replace(state, consultations=asked)
        case ConsultationGiven():
            asked_for = state.consultations.get(event.consultation)
            if asked_for is None:
                return state  # asked for by an event of a newer version, which was skipped
            given = {event.consultation: replace(asked_for, given=True)}
            return replace(state, consultations={**state.consultations, **given})
        case VisitMade():
            return state
        case WorkingRoleTaken():
            return replace(state, working_roles=state.working_roles | {(event.professional, event.role)})
        case _:
            assert_never(event)
