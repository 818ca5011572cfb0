"""The plan as plans knows it: the state that every decision about it is made on, a part of it for each subject.

It holds no words that anybody said: those are sealed in the store.
"""

from collections.abc import Container, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from contracts.ids import (
    ActivityId,
    ChallengeId,
    FamilyId,
    FocusAreaId,
    GoalId,
    HelpNeedId,
    Id,
    InterventionId,
    MeetingId,
    PersonId,
    PlanId,
    ProfessionalId,
    ResourceId,
    StatutoryPlanId,
    WishId,
)
from contracts.plans.events import (
    ActivityEnding,
    Answer,
    Element,
    GoalFate,
    LeisureLine,
    Stage,
)
from contracts.shapes import PartyKind
from eventkeep.refused import Refused
from services.plans.findings import Findings
from services.plans.heard import Offers
from services.plans.reference import Known


@dataclass(frozen=True)
class Wishes:
    """What the members wish for, need help with, and build on."""

    wishes: frozenset[WishId] = frozenset()
    needs: frozenset[HelpNeedId] = frozenset()
    resources: frozenset[ResourceId] = frozenset()


@dataclass(frozen=True)
class Parts:
    """Which members have a part of the plan, or said that they have none; likewise the leisure lines."""

    written: frozenset[PersonId] = frozenset()
    lines: frozenset[tuple[PersonId, LeisureLine]] = frozenset()


@dataclass(frozen=True)
class Focus:
    """The open focus areas in their order, what they are about, and the challenges to that order."""

    areas: tuple[FocusAreaId, ...] = ()
    elements: Mapping[FocusAreaId, Element | None] = field(default_factory=dict)
    not_relevant: frozenset[Element] = frozenset()
    placed: frozenset[FocusAreaId] = frozenset()
    """Those that the family has given a place in its order, which stands."""
    open_challenges: Mapping[ChallengeId, FocusAreaId] = field(default_factory=dict)
    challenges: frozenset[ChallengeId] = frozenset()

    @property
    def not_placed(self) -> tuple[FocusAreaId, ...]:
        """The open focus areas that have no place in an order of the family's that stands. INV-41."""
        return tuple(each for each in self.areas if each not in self.placed)


class GoalStanding(StrEnum):
    """How a goal stands."""

    OPEN = "open"
    ACHIEVED = "achieved"
    CLOSED = "closed"


@dataclass(frozen=True)
class Goal:
    """A goal: where it stands in the tree, whose it is, and when it is due."""

    level: int
    parent: GoalId | None
    owner_kind: PartyKind
    owner: Id
    target_date: date | None
    rank: int
    standing: GoalStanding = GoalStanding.OPEN
    overdue_on: frozenset[date] = frozenset()
    """The days of which it was said that they passed."""
    shared_with: frozenset[PersonId] = frozenset()


@dataclass(frozen=True)
class Goals:
    """The goal tree, and what was decided of its goals when the household split."""

    goals: Mapping[GoalId, Goal] = field(default_factory=dict)
    asked: Mapping[FamilyId, tuple[GoalId, ...]] = field(default_factory=dict)
    fates: Mapping[tuple[FamilyId, GoalId], GoalFate] = field(default_factory=dict)

    def is_open(self, goal: GoalId) -> bool:
        """Whether a goal is in the plan and open."""
        return goal in self.goals and self.goals[goal].standing is GoalStanding.OPEN

    @property
    def open(self) -> tuple[GoalId, ...]:
        """All open goals, in the order in which they were defined."""
        return tuple(goal for goal in self.goals if self.is_open(goal))

    def below(self, goal: GoalId) -> tuple[GoalId, ...]:
        """The goals that stand directly below a goal."""
        return tuple(each for each, place in self.goals.items() if place.parent == goal)


class Course(StrEnum):
    """How far an intervention has come."""

    ADDED = "added"
    STARTED = "started"
    PAUSED = "paused"
    ENDED = "ended"


@dataclass(frozen=True)
class Intervention:
    """An intervention: for which goal, by whom and when, and how far it has come."""

    goal: GoalId
    department: str
    kind: str | None
    starts: date
    ends: date | None
    granted: bool = False
    course: Course = Course.ADDED
    since: date | None = None
    """The day on which it last started, or was paused."""
    overlaps_said: frozenset[InterventionId] = frozenset()

    @property
    def decided(self) -> bool:
        """Whether a caseworker granted it, or it has begun."""
        return self.granted or self.course is not Course.ADDED


@dataclass(frozen=True)
class Activity:
    """Something that somebody does for a goal: by when, and how it ended."""

    goal: GoalId
    due_on: date | None = None
    ending: ActivityEnding | None = None
    overdue: bool = False


@dataclass(frozen=True)
class Work:
    """What is done for the goals: interventions, activities, and the plans by each law."""

    interventions: Mapping[InterventionId, Intervention] = field(default_factory=dict)
    activities: Mapping[ActivityId, Activity] = field(default_factory=dict)
    statutory: Mapping[StatutoryPlanId, str | None] = field(default_factory=dict)
    """Their legal basis; None once they are unlinked."""

    @property
    def open(self) -> tuple[InterventionId, ...]:
        """All interventions that have not ended."""
        return tuple(each for each, known in self.interventions.items() if known.course is not Course.ENDED)

    @property
    def open_activities(self) -> tuple[ActivityId, ...]:
        """All activities that have not ended."""
        return tuple(each for each, known in self.activities.items() if known.ending is None)


@dataclass(frozen=True)
class Approved:
    """The latest approval, and whether it has been questioned since."""

    meeting: MeetingId
    revision: int
    answers: Mapping[ProfessionalId, Answer]
    approved_by: frozenset[PersonId]
    stage: Stage = Stage.FINAL
    questioned: bool = False


@dataclass(frozen=True)
class Agreed:
    """Who agreed to the plan and who did not."""

    approved: Approved | None = None
    questioned: frozenset[tuple[MeetingId, int]] = frozenset()
    withheld: Mapping[tuple[PartyKind, Id], int] = field(default_factory=dict)
    """Who withholds the approval, and of which revision. An approval by them takes it back."""
    withheld_at: frozenset[MeetingId] = frozenset()
    taken_on: frozenset[tuple[MeetingId, MeetingId]] = frozenset()
    owners: frozenset[tuple[PartyKind, Id]] = frozenset()


@dataclass(frozen=True)
class State:
    """The plan as plans knows it. `closed` and `earlier` are the plans before it and the ids of what they held."""

    plan: PlanId | None = None
    revision: int = 0
    closed: frozenset[PlanId] = frozenset()
    earlier: frozenset[Id] = frozenset()
    wishes: Wishes = field(default_factory=Wishes)
    parts: Parts = field(default_factory=Parts)
    focus: Focus = field(default_factory=Focus)
    goals: Goals = field(default_factory=Goals)
    work: Work = field(default_factory=Work)
    findings: Findings = field(default_factory=Findings)
    agreed: Agreed = field(default_factory=Agreed)
    offers: Offers = field(default_factory=Offers)
    known: Known = field(default_factory=Known)


def require_new(state: State, new: Id, used: Container[Id], code: str, rule: str) -> None:
    """Ids are chosen by the caller and never used twice, not in the family's next plan either."""
    if new in used or new in state.earlier:
        raise Refused(
            code,
            "This id is used already.",
            rule,
            "Choose a new id.",
            danish="Dette id er allerede brugt.",
            danish_next="Vælg et nyt id.",
        )


def ids_in(state: State) -> frozenset[Id]:
    """The ids of all that a plan holds."""
    wishes, focus, findings = state.wishes, state.focus, state.findings
    found: set[Id] = {*wishes.wishes, *wishes.needs, *wishes.resources, *focus.elements, *focus.challenges}
    found |= {*state.goals.goals, *state.work.interventions, *state.work.activities, *state.work.statutory}
    found |= {*findings.information, *findings.forms, *findings.assessments, *findings.consultations}
    found |= {*findings.statements, *findings.cases}
    return frozenset(found)
