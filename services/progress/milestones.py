"""The implementation plan's milestones, and how much of each target is needed. A35, INV-54, T01 to T14, T24."""

from datetime import date
from typing import ClassVar

from contracts.ids import MilestoneId, ProgrammeId
from contracts.progress.events import MilestoneSet, OutcomeTargetSet, ProgrammeEvent
from contracts.progress.programme import Needed
from contracts.progress.targets import TARGETS, Need, Target
from contracts.shapes import Command, PublicText
from eventkeep.refused import Refused
from services.progress.programme_state import State
from services.progress.state import require_past

# Commands


class SetMilestone(Command):
    """Set a milestone, move it, or say that it is reached (milepæl, implementeringsplan). A35."""

    stream: ClassVar[str] = "programme"
    programme: ProgrammeId
    milestone: MilestoneId
    title: PublicText
    due_on: date
    reached_on: date | None = None


class SetOutcomeTarget(Command):
    """Agree how much of a target is needed in this programme (effektmål). T01 to T14, T24, Q19."""

    stream: ClassVar[str] = "programme"
    programme: ProgrammeId
    target: Target
    needed: Needed


# Decide


def set_milestone(state: State, command: SetMilestone) -> list[ProgrammeEvent]:
    """The latest word on it, where it is another one. A35."""
    if command.reached_on is not None:
        require_past(command.reached_on, command.at)
    said = MilestoneSet(
        programme=command.programme,
        milestone=command.milestone,
        title=command.title,
        due_on=command.due_on,
        reached_on=command.reached_on,
    )
    return [] if state.milestones.get(command.milestone) == said else [said]


def set_target(state: State, command: SetOutcomeTarget) -> list[ProgrammeEvent]:
    """A share is of a hundred; what is agreed already is not said again. INV-54, Q19."""
    if TARGETS[command.target].need is Need.SHARE and command.needed > 100:
        raise Refused(
            "share_above_a_hundred",
            "A share is at most a hundred of a hundred.",
            "INV-54",
            "Correct the number.",
            danish="En andel er højst hundrede ud af hundrede.",
            danish_next="Ret tallet.",
        )
    agreed = state.needed.get(command.target, TARGETS[command.target].needed)
    if agreed == command.needed:
        return []
    return [OutcomeTargetSet(programme=command.programme, target=command.target, needed=command.needed)]
