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


class SmallSuccessNoted(TypedDict):
    """Something went well, and somebody said so (lille succes). A45."""

    family: str
    success: str
    person: str
    goal: NotRequired[str | None]
    words: str | None
    noted_on: str


BASELINE_RECORDED = Kind[BaselineRecorded]("helhed.progress.baseline-recorded.v1")
PROGRESS_REGISTERED = Kind[ProgressRegistered]("helhed.progress.progress-registered.v1")
SMALL_SUCCESS_NOTED = Kind[SmallSuccessNoted]("helhed.progress.small-success-noted.v1")
