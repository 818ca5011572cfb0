"""What progress tells, as its schemas say. Made by `make generate`."""

from typing import NotRequired, TypedDict

from helhed_department.kinds import Kind


class BaselineRecorded(TypedDict):
    """Where a person stood at the start, on a named instrument and scale (udgangsmåling). INV-55."""

    family: str
    baseline: str
    person: str
    goal: NotRequired[str | None]
    instrument: str
    scale_min: int
    scale_max: int
    value: int
    measured_on: str


class DeviationActionTaken(TypedDict):
    """Somebody acted on a deviation, as agreed. INV-31."""

    family: str
    deviation: str
    words: str | None
    taken_on: str


class DeviationClosed(TypedDict):
    """A deviation that was acted on is settled: back on course, or the plan is changed. A25."""

    family: str
    deviation: str
    plan_changes: bool
    words: NotRequired[str | None]
    closed_on: str


class DeviationOverdue(TypedDict):
    """Nobody had acted on a deviation by the agreed day: seen once for each day that was agreed. INV-31."""

    family: str
    deviation: str
    due_on: str


class DeviationReplanned(TypedDict):
    """It was agreed anew who acts on a deviation by when (ny frist): the day moved, or the owner had left.
    INV-31."""

    family: str
    deviation: str
    owner: str
    owner_kind: str
    due_on: str


class DeviationReported(TypedDict):
    """It doesn't go as agreed: who acts by when, as the meeting agreed (afvigelse). A25, INV-31."""

    family: str
    deviation: str
    meeting: str
    goal: str
    intervention: NotRequired[str | None]
    words: str | None
    owner: str
    owner_kind: str
    due_on: str
    reported_on: str


class OccupationEnded(TypedDict):
    """Somebody no longer does it; `ended_on` is the last day. INV-56."""

    family: str
    occupation: str
    ended_on: str


class OccupationStarted(TypedDict):
    """Somebody began it (fritidsaktivitet, fritidsjob, arbejde, uddannelse). P36, T01, T02, T10."""

    family: str
    occupation: str
    person: str
    kind: str
    what: NotRequired[str | None]
    matches_wish: NotRequired[bool | None]
    goal: NotRequired[str | None]
    intervention: NotRequired[str | None]
    words: NotRequired[str | None]
    started_on: str


class PilotCaseMarked(TypedDict):
    """The model is tried with this family, for a programme (pilotsag, prøvesag). T16."""

    family: str
    programme: str
    marked_on: str


class ProgressRegistered(TypedDict):
    """How it goes for a person with an intervention for a goal (progression). A27, INV-59, INV-68."""

    family: str
    registration: str
    goal: str
    intervention: str
    person: str
    value: int
    by_kind: str
    note: NotRequired[str | None]
    registered_on: str


class RegistrationCorrected(TypedDict):
    """Something registered was wrong: this is how it was, or it never was (rettelse). X-08."""

    family: str
    correction: str
    corrects: str
    person: NotRequired[str | None]
    taken_back: NotRequired[bool]
    value: NotRequired[int | None]
    axis: NotRequired[str | None]
    day: NotRequired[str | None]
    ended_on: NotRequired[str | None]
    because: str | None


class SmallSuccessNoted(TypedDict):
    """Something went well, and somebody said so (lille succes). A45."""

    family: str
    success: str
    person: str
    goal: NotRequired[str | None]
    words: str | None
    noted_on: str


class Axis(TypedDict):
    """One axis: an area by its code, or a goal of the plan."""

    axis: str
    area: NotRequired[str | None]
    goal: NotRequired[str | None]


class WheelDefined(TypedDict):
    """A person's wheel has these axes from now on; the scores of those that stay go on (hjul). A28, A29,
    M11."""

    family: str
    wheel: str
    kind: str
    person: str
    axes: list[Axis]
    defined_on: str


class AxisScore(TypedDict):
    """Where somebody stands on one axis."""

    axis: str
    value: int


class WheelScored(TypedDict):
    """A wheel was scored in one sitting, by the citizen or a professional: kept apart. A28, A29, INV-59."""

    family: str
    wheel: str
    scoring: str
    person: str
    by_kind: str
    scores: list[AxisScore]
    words: NotRequired[str | None]
    scored_on: str


BASELINE_RECORDED = Kind[BaselineRecorded]("helhed.progress.baseline-recorded.v1")
DEVIATION_ACTION_TAKEN = Kind[DeviationActionTaken]("helhed.progress.deviation-action-taken.v1")
DEVIATION_CLOSED = Kind[DeviationClosed]("helhed.progress.deviation-closed.v1")
DEVIATION_OVERDUE = Kind[DeviationOverdue]("helhed.progress.deviation-overdue.v1")
DEVIATION_REPLANNED = Kind[DeviationReplanned]("helhed.progress.deviation-replanned.v1")
DEVIATION_REPORTED = Kind[DeviationReported]("helhed.progress.deviation-reported.v1")
OCCUPATION_ENDED = Kind[OccupationEnded]("helhed.progress.occupation-ended.v1")
OCCUPATION_STARTED = Kind[OccupationStarted]("helhed.progress.occupation-started.v1")
PILOT_CASE_MARKED = Kind[PilotCaseMarked]("helhed.progress.pilot-case-marked.v1")
PROGRESS_REGISTERED = Kind[ProgressRegistered]("helhed.progress.progress-registered.v1")
REGISTRATION_CORRECTED = Kind[RegistrationCorrected]("helhed.progress.registration-corrected.v1")
SMALL_SUCCESS_NOTED = Kind[SmallSuccessNoted]("helhed.progress.small-success-noted.v1")
WHEEL_DEFINED = Kind[WheelDefined]("helhed.progress.wheel-defined.v1")
WHEEL_SCORED = Kind[WheelScored]("helhed.progress.wheel-scored.v1")
