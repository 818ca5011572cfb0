"""A programme: one stream each, beside the families' (program, projekt). R39 to R49, T18 to T23."""

from typing import assert_never

from contracts.progress.events import (
    CostRecorded,
    EffectStated,
    GuideRead,
    GuideVersionPublished,
    MilestoneSet,
    OutcomeTargetSet,
    ProgrammeEvent,
    ProgrammeRegistered,
    ProgrammeRoleAssigned,
    ProgrammeRoleEnded,
    ProgrammeTold,
    TimeSetAside,
    TrainingHeld,
)
from eventkeep.evolved import replace
from services.progress import guides, milestones, money, roles, told, trainings
from services.progress.guides import MarkGuideRead, PublishGuide
from services.progress.milestones import SetMilestone, SetOutcomeTarget
from services.progress.money import RecordCost, SetTimeAside, StateEffect
from services.progress.programme_rights import require_right
from services.progress.programme_state import State
from services.progress.roles import AssignProgrammeRole, EndProgrammeRole, RegisterProgramme
from services.progress.told import TellOfProgramme
from services.progress.trainings import RecordTraining

__all__ = ["ProgrammeCommand", "State", "decide", "evolve"]

# Commands: each stands in the file of its subject.

ProgrammeCommand = (
    RegisterProgramme
    | AssignProgrammeRole
    | EndProgrammeRole
    | SetMilestone
    | SetOutcomeTarget
    | TellOfProgramme
    | RecordTraining
    | PublishGuide
    | MarkGuideRead
    | RecordCost
    | StateEffect
    | SetTimeAside
)

# Decide


def decide(state: State, command: ProgrammeCommand) -> list[ProgrammeEvent]:
    """What a command makes true, or why it is refused."""
    require_right(state, command)
    match command:
        case RegisterProgramme():
            return roles.register(state, command)
        case AssignProgrammeRole():
            return roles.assign(state, command)
        case EndProgrammeRole():
            return roles.end(state, command)
        case SetMilestone():
            return milestones.set_milestone(state, command)
        case SetOutcomeTarget():
            return milestones.set_target(state, command)
        case TellOfProgramme():
            return told.tell(state, command)
        case RecordTraining():
            return trainings.record(state, command)
        case PublishGuide():
            return guides.publish(state, command)
        case MarkGuideRead():
            return guides.mark_read(state, command)
        case RecordCost():
            return money.record_cost(state, command)
        case StateEffect():
            return money.state_effect(state, command)
        case SetTimeAside():
            return money.set_time_aside(state, command)
        case _:
            assert_never(command)


# Evolve


def evolve(state: State, event: ProgrammeEvent) -> State:
    """The programme after an event. It never refuses: the past has happened."""
    match event:
        case ProgrammeRegistered() | ProgrammeRoleAssigned() | ProgrammeRoleEnded():
            return roles.evolve_roles(state, event)
        case GuideVersionPublished() | GuideRead():
            return guides.evolve_guides(state, event)
        case MilestoneSet():
            return replace(state, milestones={**state.milestones, event.milestone: event})
        case OutcomeTargetSet():
            return replace(state, needed={**state.needed, event.target: event.needed})
        case ProgrammeTold():
            return replace(state, told={**state.told, event.telling: event})
        case TrainingHeld():
            return replace(state, trainings={**state.trainings, event.training: event})
        case CostRecorded():
            return replace(state, costs={**state.costs, event.entry: event})
        case EffectStated():
            return replace(state, effects={**state.effects, event.entry: event})
        case TimeSetAside():
            return replace(state, time={**state.time, event.department: event})
        case _:
            assert_never(event)
