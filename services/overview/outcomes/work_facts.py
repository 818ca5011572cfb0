"""What targets need of plans and progress: own goals, resource courses, what is measured and done, as it was corrected."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from contracts.ids import InterventionId, PersonId
from contracts.plans.events import FamilyEvent as PlansEvent
from contracts.plans.events import GoalDefined, InterventionAdded, ResourceCourseStarted
from contracts.progress.events import (
    BaselineRecorded,
    InclusionAnswered,
    Measured,
    OccupationEnded,
    OccupationStarted,
    ProgressRegistered,
    RegistrationCorrected,
)
from contracts.progress.events import FamilyEvent as ProgressEvent
from contracts.shapes import Event, PartyKind
from eventkeep.evolved import replace
from services.overview.corrected import Corrections, Registered, noted, standing

_NEEDED = (
    *(BaselineRecorded, Measured, InclusionAnswered, ProgressRegistered),
    *(OccupationStarted, OccupationEnded),
)


@dataclass(frozen=True)
class PlanFacts:
    """What plans told: the day of the family's first own goal, since when each is in a resource course, and of which kind
    each intervention is."""

    own_goal_on: date | None = None
    resource_courses: Mapping[PersonId, date] = field(default_factory=dict)
    kinds: Mapping[InterventionId, str | None] = field(default_factory=dict)


def evolve_plans(facts: PlanFacts, event: PlansEvent, day: date) -> PlanFacts:
    """What is known after an event of a day. Never refuses: the past has happened."""
    match event:
        case GoalDefined() if event.author_kind is PartyKind.PERSON:
            return replace(facts, own_goal_on=min(facts.own_goal_on or day, day))
        case ResourceCourseStarted():
            first = min(facts.resource_courses.get(event.person, event.started_on), event.started_on)
            return replace(facts, resource_courses={**facts.resource_courses, event.person: first})
        case InterventionAdded():
            return replace(facts, kinds={**facts.kinds, event.intervention: event.kind})
        case _:
            return facts


@dataclass(frozen=True)
class ProgressFacts:
    """What progress told, in its order by kind, and what was corrected since."""

    registered: dict[type[Event], tuple[Event, ...]] = field(default_factory=dict)
    corrections: Corrections = field(default_factory=dict)

    def of(self, kind: type[Registered]) -> Iterator[Registered]:
        """What stands of a kind, as it is right."""
        told = (each for each in self.registered.get(kind, ()) if isinstance(each, kind))
        return (event for event, _ in standing(told, self.corrections))


def evolve_progress(facts: ProgressFacts, event: ProgressEvent) -> ProgressFacts:
    """What is known after an event: each says its own day. Never refuses: the past has happened."""
    if isinstance(event, _NEEDED):
        kind = type(event)
        return replace(facts, registered={**facts.registered, kind: (*facts.registered.get(kind, ()), event)})
    if isinstance(event, RegistrationCorrected):
        return replace(facts, corrections=noted(facts.corrections, event))
    return facts


def measured(facts: ProgressFacts) -> list[dict[str, Any]]:
    """Measurements of persons. A baseline of the plan's goals is one too: of no kind, on its instrument. INV-55."""
    kinds: list[tuple[BaselineRecorded | Measured, str | None]] = [
        *((each, None) for each in facts.of(BaselineRecorded)),
        *((each, str(each.kind)) for each in facts.of(Measured)),
    ]
    return [{"person": each.person, "kind": kind, **_on_scale(each)} for each, kind in kinds]


def answered(facts: ProgressFacts) -> list[dict[str, Any]]:
    """What those who stand by the family answered. T08."""
    return [{"supporter": each.supporter, **_on_scale(each)} for each in facts.of(InclusionAnswered)]


def _on_scale(each: BaselineRecorded | Measured | InclusionAnswered) -> dict[str, Any]:
    return {
        "instrument": each.instrument,
        "scale": (each.scale_min, each.scale_max),
        "value": each.value,
        "day": each.measured_on,
    }


def done(facts: ProgressFacts) -> list[dict[str, Any]]:
    """What somebody does or did: first and last day. T01 to T03, T10."""
    last = {each.occupation: each.ended_on for each in facts.of(OccupationEnded)}
    return [
        {
            "person": each.person,
            "kind": str(each.kind),
            "from": each.started_on,
            "to": last.get(each.occupation),
        }
        for each in facts.of(OccupationStarted)
    ]


def registered(facts: ProgressFacts, kinds: Mapping[InterventionId, str | None]) -> list[dict[str, Any]]:
    """How it went with interventions: each value by whom it is about, what for, and whose view it is. INV-59, INV-68."""
    return [
        {
            "person": each.person,
            "kind": kinds.get(each.intervention),
            "series": (each.intervention, each.goal, each.by_kind),
            "value": each.value,
            "day": each.registered_on,
        }
        for each in facts.of(ProgressRegistered)
    ]
