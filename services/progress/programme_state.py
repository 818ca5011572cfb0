"""What is known of a programme: the state that every decision about it is made on."""

from dataclasses import dataclass, field
from datetime import date

from contracts.ids import EntryId, MilestoneId, ProfessionalId, TellingId, TrainingId
from contracts.progress.events import (
    CostRecorded,
    EffectStated,
    MilestoneSet,
    ProgrammeRegistered,
    ProgrammeRole,
    ProgrammeTold,
    TimeSetAside,
    TrainingHeld,
)
from contracts.progress.targets import Target
from eventkeep.refused import Refused

Held = tuple[ProgrammeRole, ProfessionalId]
"""A role, and who has it."""


@dataclass(frozen=True)
class State:
    """A programme, with the latest word on each thing in it."""

    frame: ProgrammeRegistered | None = None
    roles: frozenset[Held] = frozenset()
    milestones: dict[MilestoneId, MilestoneSet] = field(default_factory=dict)
    needed: dict[Target, int] = field(default_factory=dict)
    told: dict[TellingId, ProgrammeTold] = field(default_factory=dict)
    trainings: dict[TrainingId, TrainingHeld] = field(default_factory=dict)
    guides: dict[str, int] = field(default_factory=dict)
    """The newest version of each guide."""
    read: dict[tuple[str, ProfessionalId], int] = field(default_factory=dict)
    costs: dict[EntryId, CostRecorded] = field(default_factory=dict)
    effects: dict[EntryId, EffectStated] = field(default_factory=dict)
    time: dict[str, TimeSetAside] = field(default_factory=dict)


def require_in_order(begins: date, ends: date) -> None:
    """What lasts begins before it ends. C31."""
    if begins > ends:
        raise Refused(
            "ends_before_it_begins",
            "What lasts begins before it ends.",
            "C31",
            "Correct the days.",
            danish="Det, der varer, begynder, før det slutter.",
            danish_next="Ret dagene.",
        )
