"""What progress registered, as it was corrected: the latest correction stands, what was taken back is gone. X-08."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, TypeVar

from contracts.ids import AxisId
from contracts.progress.events import (
    BaselineRecorded,
    InclusionAnswered,
    Measured,
    OccupationEnded,
    OccupationStarted,
    OfferQualityRated,
    ProgressRegistered,
    RegistrationCorrected,
    SmallSuccessNoted,
    TrustRated,
    WheelScored,
)
from contracts.shapes import Event
from eventkeep.evolved import replace

Registered = TypeVar("Registered", bound=Event)

_FIELDS: dict[type[Event], tuple[str, str | None]] = {
    BaselineRecorded: ("baseline", "measured_on"),
    ProgressRegistered: ("registration", "registered_on"),
    SmallSuccessNoted: ("success", "noted_on"),
    TrustRated: ("rating", "rated_on"),
    OfferQualityRated: ("rating", "rated_on"),
    WheelScored: ("scoring", "scored_on"),
    Measured: ("measure", "measured_on"),
    InclusionAnswered: ("measure", "measured_on"),
    OccupationStarted: ("occupation", "started_on"),
    OccupationEnded: ("occupation", None),
}
"""By which field each is named, and in which its day stands."""


@dataclass(frozen=True)
class Correction:
    """What the corrections of one thing say together: of each field the latest."""

    taken_back: bool = False
    value: int | None = None
    axes: dict[AxisId, int] = field(default_factory=dict)
    day: Any = None
    ended_on: Any = None


Corrections = dict[str, Correction]


def named(event: Event) -> str | None:
    """By which id a correction speaks of it; None of what is never corrected."""
    name = _FIELDS.get(type(event), (None, None))[0]
    return name and str(getattr(event, name))


def noted(corrections: Corrections, event: RegistrationCorrected) -> Corrections:
    """All corrections, after one more."""
    before = corrections.get(event.corrects, Correction())
    axes, value = before.axes, before.value
    if event.axis is not None and event.value is not None:
        axes = {**axes, event.axis: event.value}
    elif event.value is not None:
        value = event.value
    now = replace(
        before,
        taken_back=before.taken_back or event.taken_back,
        value=value,
        axes=axes,
        day=event.day or before.day,
        ended_on=event.ended_on or before.ended_on,
    )
    return {**corrections, event.corrects: now}


def standing(events: Iterable[Registered], corrections: Corrections) -> Iterator[tuple[Registered, bool]]:
    """What stands of what was registered, as it is right, and whether it was corrected."""
    for event in events:
        name, day = _FIELDS[type(event)]
        correction = corrections.get(getattr(event, name))
        if correction is None:
            yield event, False
        elif not correction.taken_back:
            yield event.model_copy(update=_right(event, correction, day)), True


def _right(event: Event, correction: Correction, day: str | None) -> dict[str, Any]:
    if isinstance(event, OccupationEnded):
        return {"ended_on": correction.ended_on or event.ended_on}
    right: dict[str, Any] = {}
    if day is not None and correction.day is not None:
        right[day] = correction.day
    if correction.value is not None and "value" in type(event).model_fields:
        right["value"] = correction.value
    if isinstance(event, WheelScored):
        right["scores"] = tuple(
            score.model_copy(update={"value": correction.axes.get(score.axis, score.value)})
            for score in event.scores
        )
    return right
