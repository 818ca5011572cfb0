"""What contacts knows of the others: meetings that were held (meetings), and the focus areas of the plan (plans)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from contracts.meetings import events as meetings
from contracts.plans import events as plans
from eventkeep.evolved import replace
from eventkeep.view import Fold, View


@dataclass(frozen=True)
class MeetingsFacts:
    """The pre-meetings that were held, the latest last, how often one was waived, and visitation meetings. INV-11, R24."""

    pre_meetings: tuple[str, ...] = ()
    waivers: int = 0
    visitations: tuple[str, ...] = ()


@dataclass(frozen=True)
class PlansFacts:
    """The plan's open focus areas, as they came. INV-47."""

    focus_areas: tuple[str, ...] = ()


@dataclass(frozen=True)
class Others:
    """The facts of the others that a decision rests on."""

    meetings: MeetingsFacts = field(default_factory=MeetingsFacts)
    plans: PlansFacts = field(default_factory=PlansFacts)
    at: Mapping[str, int] = field(default_factory=dict)
    """The version vector that the facts were read at."""


def evolve_meetings(facts: MeetingsFacts, event: meetings.FamilyEvent) -> MeetingsFacts:
    """The facts after an event of meetings."""
    match event:
        case meetings.PreMeetingHeld():
            others = tuple(each for each in facts.pre_meetings if each != event.meeting)
            return replace(facts, pre_meetings=(*others, event.meeting))
        case meetings.PreMeetingWaived():
            return replace(facts, waivers=facts.waivers + 1)
        case meetings.OtherMeetingHeld(kind=meetings.MeetingKind.VISITATION):
            others = tuple(each for each in facts.visitations if each != event.meeting)
            return replace(facts, visitations=(*others, event.meeting))
        case _:
            return facts


def evolve_plans(facts: PlansFacts, event: plans.FamilyEvent) -> PlansFacts:
    """The facts after an event of plans. Another plan begins with no focus areas."""
    match event:
        case plans.PlanDrafted():
            return PlansFacts()
        case plans.FocusAreaAdded():
            return PlansFacts((*_without(facts, event.focus_area), event.focus_area))
        case plans.FocusAreaClosed():
            return PlansFacts(_without(facts, event.focus_area))
        case _:
            return facts


def _without(facts: PlansFacts, focus_area: str) -> tuple[str, ...]:
    return tuple(each for each in facts.focus_areas if each != focus_area)


def _document(parts: Mapping[str, Any]) -> dict[str, Any]:
    return dict(parts)


REFERENCE = View(
    "reference",
    4,
    {"meetings": Fold(MeetingsFacts, evolve_meetings), "plans": Fold(PlansFacts, evolve_plans)},
    _document,
    hashed=False,
)
"""The copy as it is kept: JSON of `Others`."""
