"""What progress takes, as its schemas say. Made by `make generate`."""

from typing import NotRequired, TypedDict

from helhed_department.kinds import Kind


class DeviationActionTaken(TypedDict):
    """Somebody acted on a deviation, as agreed (handling på afvigelse). INV-31."""

    deviation: str
    words: str
    taken_on: str


class DeviationReported(TypedDict):
    """It doesn't go as agreed: who acts by when, as the meeting agreed (afvigelse). A25, INV-31."""

    deviation: str
    goal: str
    intervention: NotRequired[str | None]
    words: str
    owner: str
    owner_kind: str
    due_on: str


class Measured(TypedDict):
    """A person was measured by an instrument, on its scale; more is better (måling). A37, A38, T04 to T07,
    T11."""

    person: NotRequired[str | None]
    measure: str
    kind: str
    goal: NotRequired[str | None]
    intervention: NotRequired[str | None]
    instrument: str
    scale_min: int
    scale_max: int
    value: int
    period_from: NotRequired[str | None]
    measured_on: str


class OccupationEnded(TypedDict):
    """Somebody no longer does it; `ended_on` is the last day (ophørt). INV-56."""

    occupation: str
    ended_on: str
    reason: str


class OccupationStarted(TypedDict):
    """Somebody began work, education, a leisure activity or job (arbejde, uddannelse, fritid). P36, T01, T02,
    T10."""

    person: NotRequired[str | None]
    occupation: str
    kind: str
    what: NotRequired[str | None]
    matches_wish: NotRequired[bool | None]
    goal: NotRequired[str | None]
    intervention: NotRequired[str | None]
    words: NotRequired[str | None]
    started_on: str


class ProgressRegistered(TypedDict):
    """How it goes for a person with an intervention for a goal (progression). A27, INV-59, INV-68."""

    person: NotRequired[str | None]
    registration: str
    goal: str
    intervention: str
    value: int
    by_kind: str
    note: NotRequired[str | None]
    registered_on: str


class RegistrationCorrected(TypedDict):
    """Something registered was wrong: this is how it was, or it never was (rettelse). X-08."""

    correction: str
    corrects: str
    taken_back: NotRequired[bool]
    value: NotRequired[int | None]
    axis: NotRequired[str | None]
    day: NotRequired[str | None]
    ended_on: NotRequired[str | None]
    because: str


class SmallSuccessNoted(TypedDict):
    """Something went well (lille succes). A45."""

    person: NotRequired[str | None]
    success: str
    goal: NotRequired[str | None]
    words: str
    noted_on: str


DEVIATION_ACTION_TAKEN = Kind[DeviationActionTaken]("helhed.inbox.deviation-action-taken.v1")
DEVIATION_REPORTED = Kind[DeviationReported]("helhed.inbox.deviation-reported.v1")
MEASURED = Kind[Measured]("helhed.inbox.measured.v1")
OCCUPATION_ENDED = Kind[OccupationEnded]("helhed.inbox.occupation-ended.v1")
OCCUPATION_STARTED = Kind[OccupationStarted]("helhed.inbox.occupation-started.v1")
PROGRESS_REGISTERED = Kind[ProgressRegistered]("helhed.inbox.progress-registered.v1")
REGISTRATION_CORRECTED = Kind[RegistrationCorrected]("helhed.inbox.registration-corrected.v1")
SMALL_SUCCESS_NOTED = Kind[SmallSuccessNoted]("helhed.inbox.small-success-noted.v1")
