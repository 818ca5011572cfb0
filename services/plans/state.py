"""The plan as plans knows it: the state that every decision about it is made on."""

from collections.abc import Container, Mapping
from dataclasses import dataclass, field

from contracts.ids import (
    FocusAreaId,
    GoalId,
    Id,
    InterventionId,
    MeetingId,
    PersonId,
    PlanId,
    ProfessionalId,
    WishId,
)
from contracts.plans.events import Answer
from eventkeep.refused import Refused
from services.plans.reference import Known


@dataclass(frozen=True)
class Place:
    """Where a goal stands in the tree."""

    level: int
    parent: GoalId | None


@dataclass(frozen=True)
class Approved:
    """The latest approval, and whether it has been questioned since."""

    meeting: MeetingId
    revision: int
    answers: Mapping[ProfessionalId, Answer]
    approved_by: frozenset[PersonId]
    questioned: bool = False


@dataclass(frozen=True)
class State:
    """The plan as plans knows it."""

    plan: PlanId | None = None
    revision: int = 0
    wishes: frozenset[WishId] = frozenset()
    focus_areas: tuple[FocusAreaId, ...] = ()
    priority_agreed: bool = False
    goals: Mapping[GoalId, Place] = field(default_factory=dict)
    interventions: frozenset[InterventionId] = frozenset()
    approved: Approved | None = None
    questioned: frozenset[tuple[MeetingId, int]] = frozenset()
    known: Known = field(default_factory=Known)


def require_new(new: Id, used: Container[Id], code: str, rule: str) -> None:
    """Ids are chosen by the caller and never used twice."""
    if new in used:
        raise Refused(code, "This id is used already.", rule, "Choose a new id.")
