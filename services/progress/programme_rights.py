"""Who may say what of a programme: one table. Staff register one and read its guides; the rest is for its roles. R39."""

from collections.abc import Mapping

from contracts.ids import ProfessionalId
from contracts.progress.events import ProgrammeRole, TellingKind
from contracts.shapes import ActorKind, Command
from eventkeep.refused import Refused
from services.progress.guides import MarkGuideRead, PublishGuide
from services.progress.milestones import SetMilestone, SetOutcomeTarget
from services.progress.money import RecordCost, SetTimeAside, StateEffect
from services.progress.programme_state import State
from services.progress.roles import AssignProgrammeRole, EndProgrammeRole, RegisterProgramme
from services.progress.told import TellOfProgramme
from services.progress.trainings import RecordTraining

LEADS = frozenset({ProgrammeRole.PROJECT_LEAD, ProgrammeRole.PROJECT_OWNER})
WORKS = LEADS | {
    ProgrammeRole.PROJECT_TEAM,
    ProgrammeRole.DEVELOPMENT_TEAM,
    ProgrammeRole.IMPLEMENTATION_GROUP,
}

RIGHTS: Mapping[type[Command], frozenset[ProgrammeRole]] = {
    RegisterProgramme: LEADS,
    AssignProgrammeRole: LEADS,
    EndProgrammeRole: LEADS,
    SetMilestone: WORKS,
    SetOutcomeTarget: LEADS,
    TellOfProgramme: WORKS,
    RecordTraining: WORKS,
    PublishGuide: WORKS,
    RecordCost: LEADS,
    StateEffect: LEADS,
    SetTimeAside: LEADS,
}
"""Whoever registers a programme leads it from then on. Reading a guide needs no role."""
TOLD_BY: Mapping[TellingKind, frozenset[ProgrammeRole]] = {
    TellingKind.DECISION: LEADS | {ProgrammeRole.STEERING_GROUP},
    TellingKind.RECOMMENDATION: LEADS | {ProgrammeRole.COORDINATION_GROUP},
}
"""Who tells what is one group's to say, or writes it down for them. R41, R42."""


def require_right(state: State, command: Command) -> None:
    """Refuses whoever is not staff, what is about no programme, and whoever has no role for it."""
    if command.by.kind is not ActorKind.PROFESSIONAL:
        raise Refused(
            "programme_staff_only",
            "Programmes are the work of staff.",
            "R39",
            "Ask somebody who has a role in the programme.",
            danish="Projekter er medarbejdernes arbejde.",
            danish_next="Spørg en, der har en rolle i projektet.",
        )
    if state.frame is None:
        if isinstance(command, RegisterProgramme):
            return
        raise Refused(
            "programme_unknown",
            "This programme is not registered.",
            "R39",
            "Register the programme first.",
            danish="Projektet er ikke oprettet.",
            danish_next="Opret projektet først.",
        )
    if isinstance(command, MarkGuideRead):
        return
    _require_role(state, command)


def _require_role(state: State, command: Command) -> None:
    may = RIGHTS[type(command)]
    if isinstance(command, TellOfProgramme):
        may = TOLD_BY.get(command.kind, may)
    if not any((role, ProfessionalId(command.by.id)) in state.roles for role in may):
        raise Refused(
            "programme_roles_only",
            "Your role in the programme does not let you do this.",
            "R39",
            "Ask the project lead.",
            danish="Din rolle i projektet giver dig ikke lov til det.",
            danish_next="Spørg projektlederen.",
        )
