"""A programme's frame, and who has which role in it. R39 to R43, R48, R49, T18, T20."""

from datetime import date
from typing import ClassVar

from contracts.ids import ProfessionalId, ProgrammeId
from contracts.progress.events import (
    ProgrammeEvent,
    ProgrammeRegistered,
    ProgrammeRole,
    ProgrammeRoleAssigned,
    ProgrammeRoleEnded,
)
from contracts.progress.programme import Kroner
from contracts.shapes import Code, Command, PublicText, Text
from eventkeep.clock import day_of
from eventkeep.evolved import replace
from eventkeep.refused import Refused
from services.progress.programme_state import State, require_in_order

# Commands


class RegisterProgramme(Command):
    """Register a programme, or change its frame; whoever registers it leads it (projekt, bevilling). C04, R39, T18."""

    stream: ClassVar[str] = "programme"
    programme: ProgrammeId
    code: Code
    title: PublicText
    starts_on: date
    ends_on: date
    grant: Kroner | None = None
    funder: PublicText | None = None
    name: Text
    """Of whoever registers it."""


class AssignProgrammeRole(Command):
    """Give a professional a role in the programme (projektleder, styregruppe ...). R39 to R43, R48, R49."""

    stream: ClassVar[str] = "programme"
    programme: ProgrammeId
    role: ProgrammeRole
    professional: ProfessionalId
    name: Text


class EndProgrammeRole(Command):
    """End a professional's role in the programme. R39 to R43, R48, R49."""

    stream: ClassVar[str] = "programme"
    programme: ProgrammeId
    role: ProgrammeRole
    professional: ProfessionalId


# Decide


def register(state: State, command: RegisterProgramme) -> list[ProgrammeEvent]:
    """The frame, where it is new or another; and the first who leads it. R39, T18."""
    require_in_order(command.starts_on, command.ends_on)
    if (command.grant is None) is not (command.funder is None):
        raise Refused(
            "grant_without_funder",
            "A grant has an amount and somebody who gives it.",
            "T18",
            "Say both, or neither.",
            danish="En bevilling har et beløb og en, der giver det.",
            danish_next="Angiv begge dele eller ingen af dem.",
        )
    frame = ProgrammeRegistered(
        programme=command.programme,
        code=command.code,
        title=command.title,
        starts_on=command.starts_on,
        ends_on=command.ends_on,
        grant=command.grant,
        funder=command.funder,
    )
    if state.frame == frame:
        return []
    if state.frame is not None:
        return [frame]
    lead = ProgrammeRoleAssigned(
        programme=command.programme,
        role=ProgrammeRole.PROJECT_LEAD,
        professional=ProfessionalId(command.by.id),
        name=command.name,
        since=day_of(command.at),
    )
    return [frame, lead]


def assign(state: State, command: AssignProgrammeRole) -> list[ProgrammeEvent]:
    """Nothing, where he or she has it already."""
    if (command.role, command.professional) in state.roles:
        return []
    return [
        ProgrammeRoleAssigned(
            programme=command.programme,
            role=command.role,
            professional=command.professional,
            name=command.name,
            since=day_of(command.at),
        )
    ]


def end(state: State, command: EndProgrammeRole) -> list[ProgrammeEvent]:
    """Nothing, where nobody has it; a programme is never without a project lead. R39."""
    held = command.role, command.professional
    if held not in state.roles:
        return []
    leads = [who for role, who in state.roles if role is ProgrammeRole.PROJECT_LEAD]
    if leads == [command.professional] and command.role is ProgrammeRole.PROJECT_LEAD:
        raise Refused(
            "last_project_lead",
            "Somebody leads the programme at any time.",
            "R39",
            "Give somebody else the role first.",
            danish="Et projekt har altid en projektleder.",
            danish_next="Giv en anden rollen først.",
        )
    return [
        ProgrammeRoleEnded(
            programme=command.programme,
            role=command.role,
            professional=command.professional,
            ended_on=day_of(command.at),
        )
    ]


# Evolve


def evolve_roles(
    state: State, event: ProgrammeRegistered | ProgrammeRoleAssigned | ProgrammeRoleEnded
) -> State:
    """The frame and the roles after an event."""
    match event:
        case ProgrammeRegistered():
            return replace(state, frame=event)
        case ProgrammeRoleAssigned():
            return replace(state, roles=state.roles | {(event.role, event.professional)})
        case ProgrammeRoleEnded():
            return replace(state, roles=state.roles - {(event.role, event.professional)})
