"""How it goes: baselines, registrations, small successes, wheels, deviations, occupations, as corrected. By progress."""

from datetime import date

from contracts.codes import AxisCode, InstrumentCode, OccupationCode, ProgrammeCode
from contracts.ids import (
    AxisId,
    BaselineId,
    DeviationId,
    GoalId,
    Id,
    InterventionId,
    MeetingId,
    OccupationId,
    PersonId,
    RegistrationId,
    ScoringId,
    SuccessId,
    WheelId,
)
from contracts.progress.occupations import OccupationKind
from contracts.progress.registered import ScoredBy
from contracts.progress.wheels import WheelKind, WheelScore
from contracts.shapes import Opened, Part, PartyKind, Score


class BaselineShown(Part):
    """Where a person stood at the start, on a named instrument and scale (udgangsmåling). INV-55."""

    baseline: BaselineId
    person: PersonId
    goal: GoalId | None
    known: bool
    """It names no goal, or one of the plan."""
    instrument: InstrumentCode
    scale_min: Score
    scale_max: Score
    value: Score
    measured_on: date
    corrected: bool
    """It was registered otherwise at first. X-08."""


class RegistrationShown(Part):
    """How it goes for a person with an intervention for a goal (progression). A27, INV-59, INV-68."""

    registration: RegistrationId
    intervention: InterventionId
    person: PersonId
    value: Score
    by_kind: ScoredBy
    note: Opened | None
    registered_on: date
    corrected: bool
    """It was registered otherwise at first. X-08."""


class GoalProgressShown(Part):
    """What was registered for a goal, by day."""

    goal: GoalId
    known: bool
    """The goal is in the plan."""
    registrations: tuple[RegistrationShown, ...]


class SuccessShown(Part):
    """Something went well, and somebody said so (lille succes). A45."""

    success: SuccessId
    person: PersonId
    goal: GoalId | None
    known: bool
    """It names no goal, or one of the plan."""
    words: Opened
    noted_on: date
    corrected: bool
    """It was registered otherwise at first. X-08."""


class AxisShown(Part):
    """One axis of a wheel: an area by its code, or a goal."""

    axis: AxisId
    area: AxisCode | None
    goal: GoalId | None
    known: bool
    """It names no goal, or one of the plan."""


class ScoreShown(Part):
    """Where somebody stands on one axis."""

    axis: AxisId
    value: WheelScore


class ScoringShown(Part):
    """A sitting in which a wheel was scored, by the citizen or a professional: kept apart. INV-59."""

    scoring: ScoringId
    by_kind: ScoredBy
    scored_on: date
    scores: tuple[ScoreShown, ...]
    words: Opened | None
    """What moved it, in the words of who scored."""
    corrected: bool
    """It was registered otherwise at first. X-08."""


class WheelShown(Part):
    """A wheel of a person, with its axes as they are now (progressionshjul, delmålshjul). A28, A29, Q11."""

    wheel: WheelId
    kind: WheelKind
    person: PersonId
    axes: tuple[AxisShown, ...]
    scorings: tuple[ScoringShown, ...]
    """By day."""


class ActionShown(Part):
    """Somebody acted on a deviation, as agreed. INV-31."""

    words: Opened
    taken_on: date


class DeviationShown(Part):
    """It doesn't go as agreed: who acts by when, what was done, how it ended (afvigelse). A25, INV-31."""

    deviation: DeviationId
    meeting: MeetingId
    """The meeting whose agreed procedure runs."""
    procedure: Opened | None
    """What that meeting agreed is done then. Null where it agreed on nothing."""
    goal: GoalId
    known: bool
    """The goal is in the plan."""
    intervention: InterventionId | None
    words: Opened
    owner: Id
    owner_kind: PartyKind
    due_on: date
    reported_on: date
    overdue: bool
    """Nobody had acted on it by the agreed day."""
    actions: tuple[ActionShown, ...]
    closed_on: date | None
    """Null while it is open, as those beside it."""
    plan_changes: bool | None
    """The plan is to be changed at the next meeting."""
    closing_words: Opened | None
    """How it was settled, in words."""


class OccupationShown(Part):
    """What somebody does or did (fritidsaktivitet, fritidsjob, arbejde, uddannelse). P36."""

    occupation: OccupationId
    person: PersonId
    kind: OccupationKind
    what: OccupationCode | None
    matches_wish: bool | None
    """It is what the person wished for; null where nobody asked."""
    goal: GoalId | None
    intervention: InterventionId | None
    words: Opened | None
    started_on: date
    ended_on: date | None
    """The last day; null while it goes on."""
    corrected: bool
    """It was registered otherwise at first. X-08."""


class PilotShown(Part):
    """The model is tried with this family, for a programme (pilotsag, prøvesag). T16."""

    programme: ProgrammeCode
    marked_on: date


class ProgressShown(Part):
    """How it goes for the family, by day and then as registered."""

    baselines: tuple[BaselineShown, ...]
    progress: tuple[GoalProgressShown, ...]
    """In the plan's order of goals; what names a goal that the plan lacks comes last."""
    small_successes: tuple[SuccessShown, ...]
    wheels: tuple[WheelShown, ...]
    deviations: tuple[DeviationShown, ...]
    """In the order in which they were reported."""
    occupations: tuple[OccupationShown, ...]
    pilot_of: tuple[PilotShown, ...]
