"""How it goes for the family: the part of the family plan that progress tells. What is measured is a document of its own."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from contracts.ids import FamilyId
from contracts.progress.events import (
    BaselineRecorded,
    DeviationEvent,
    FamilyEvent,
    OccupationEnded,
    OccupationStarted,
    PilotCaseMarked,
    ProgressRegistered,
    RegistrationCorrected,
    SmallSuccessNoted,
    WheelDefined,
    WheelScored,
)
from contracts.shapes import Event
from eventkeep.evolved import replace
from services.overview import deviations, wheels
from services.overview.corrected import Corrections, Registered, noted, standing

_SHOWN = (
    BaselineRecorded,
    ProgressRegistered,
    SmallSuccessNoted,
    WheelDefined,
    WheelScored,
    OccupationStarted,
    OccupationEnded,
    PilotCaseMarked,
)


@dataclass(frozen=True)
class Progress:
    """What is registered, in the order in which it was recorded, by its kind; and what was corrected since."""

    family: FamilyId | None = None
    registered: dict[type[Event], tuple[Event, ...]] = field(default_factory=dict)
    deviations: tuple[DeviationEvent, ...] = ()
    corrections: Corrections = field(default_factory=dict)

    def of(self, kind: type[Registered]) -> list[tuple[Registered, bool]]:
        """What stands of a kind, and whether each was corrected."""
        return list(
            standing(
                (each for each in self.registered.get(kind, ()) if isinstance(each, kind)), self.corrections
            )
        )


def evolve(part: Progress, event: FamilyEvent) -> Progress:
    """What is registered after an event. Never refuses: the past has happened."""
    part = replace(part, family=event.family)
    if isinstance(event, _SHOWN):
        kind = type(event)
        return replace(part, registered={**part.registered, kind: (*part.registered.get(kind, ()), event)})
    if isinstance(event, DeviationEvent):
        return replace(part, deviations=(*part.deviations, event))
    if isinstance(event, RegistrationCorrected):
        return replace(part, corrections=noted(part.corrections, event))
    return part


def shown(part: Progress, goals: Sequence[str], procedures: Mapping[str, str]) -> dict[str, Any]:
    """What everybody attached sees of it, by day, then as recorded.

    `goals` are those of the plan, in order; `procedures` is what each meeting agreed is done on a deviation.

    What names a goal that the plan lacks is listed all the same, and says so. INV-55, INV-68, A45, X-08.
    """
    place = {goal: number for number, goal in enumerate(goals)}
    return {
        "baselines": [*_baselines(part, place)],
        "progress": _by_goal(part, place),
        "small_successes": [*_successes(part, place)],
        "wheels": wheels.shown(
            [event for event in part.registered.get(WheelDefined, ()) if isinstance(event, WheelDefined)],
            part.of(WheelScored),
            place,
        ),
        "deviations": deviations.shown(part.deviations, place, procedures),
        "occupations": [*_occupations(part)],
        "pilot_of": [
            {"programme": each.programme, "marked_on": each.marked_on}
            for each in part.registered.get(PilotCaseMarked, ())
            if isinstance(each, PilotCaseMarked)
        ],
    }


def _known(goal: str | None, place: Mapping[str, int]) -> bool:
    return goal is None or goal in place


def _baselines(part: Progress, place: Mapping[str, int]) -> Iterator[dict[str, Any]]:
    for each, corrected in sorted(part.of(BaselineRecorded), key=lambda one: one[0].measured_on):
        yield {
            "baseline": each.baseline,
            "person": each.person,
            "goal": each.goal,
            "known": _known(each.goal, place),
            "instrument": each.instrument,
            "scale_min": each.scale_min,
            "scale_max": each.scale_max,
            "value": each.value,
            "measured_on": each.measured_on,
            "corrected": corrected,
        }


def _successes(part: Progress, place: Mapping[str, int]) -> Iterator[dict[str, Any]]:
    for each, corrected in sorted(part.of(SmallSuccessNoted), key=lambda one: one[0].noted_on):
        yield {
            "success": each.success,
            "person": each.person,
            "goal": each.goal,
            "known": _known(each.goal, place),
            "words": each.words,
            "noted_on": each.noted_on,
            "corrected": corrected,
        }


def _by_goal(part: Progress, place: Mapping[str, int]) -> list[dict[str, Any]]:
    """Registrations under their goals, in the plan's order. Whose view it is stays with each. INV-59."""
    registered: dict[str, list[dict[str, Any]]] = {}
    for each, corrected in sorted(part.of(ProgressRegistered), key=lambda one: one[0].registered_on):
        registered.setdefault(each.goal, []).append(_registration(each, corrected))
    return [
        {"goal": goal, "known": goal in place, "registrations": registered[goal]}
        for goal in sorted(registered, key=lambda goal: (place.get(goal, len(place)), goal))
    ]


def _registration(registered: ProgressRegistered, corrected: bool) -> dict[str, Any]:
    return {
        "registration": registered.registration,
        "intervention": registered.intervention,
        "person": registered.person,
        "value": registered.value,
        "by_kind": registered.by_kind,
        "note": registered.note,
        "registered_on": registered.registered_on,
        "corrected": corrected,
    }


def _occupations(part: Progress) -> Iterator[dict[str, Any]]:
    """What somebody does or did: leisure, a job, work, education. P36."""
    ended = {each.occupation: each for each, _ in part.of(OccupationEnded)}
    for each, corrected in sorted(part.of(OccupationStarted), key=lambda one: one[0].started_on):
        end = ended.get(each.occupation)
        yield {
            "occupation": each.occupation,
            "person": each.person,
            "kind": each.kind,
            "what": each.what,
            "matches_wish": each.matches_wish,
            "goal": each.goal,
            "intervention": each.intervention,
            "words": each.words,
            "started_on": each.started_on,
            "ended_on": end and end.ended_on,
            "corrected": corrected,
        }
