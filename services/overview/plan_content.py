"""What stands in the plan: wishes and own parts, focus areas in the family's order, challenges to that order."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, assert_never

from contracts.ids import ChallengeId, FocusAreaId, HelpNeedId, PersonId, ResourceId, WishId
from contracts.plans.events import (
    Element,
    ElementNotRelevant,
    FamilyWishRecorded,
    FocusAreaAdded,
    FocusAreaClosed,
    LeisureLine,
    LeisureLineWritten,
    OwnHelpNeedStated,
    PlanPartWritten,
    PriorityAgreed,
    RealityChallengeAnswered,
    RealityChallengeRaised,
    ResourceIdentified,
)
from eventkeep.evolved import replace

OwnWordsEvent = (
    FamilyWishRecorded | OwnHelpNeedStated | ResourceIdentified | PlanPartWritten | LeisureLineWritten
)
FocusEvent = FocusAreaAdded | FocusAreaClosed | ElementNotRelevant | PriorityAgreed
ContentEvent = OwnWordsEvent | FocusEvent | RealityChallengeRaised | RealityChallengeAnswered


@dataclass(frozen=True)
class Content:
    """The content as its events made it: what was said last stands."""

    wishes: Mapping[WishId, FamilyWishRecorded] = field(default_factory=dict)
    needs: Mapping[HelpNeedId, OwnHelpNeedStated] = field(default_factory=dict)
    resources: Mapping[ResourceId, ResourceIdentified] = field(default_factory=dict)
    parts: Mapping[PersonId, PlanPartWritten] = field(default_factory=dict)
    lines: Mapping[tuple[PersonId, LeisureLine], LeisureLineWritten] = field(default_factory=dict)
    focus_areas: Mapping[FocusAreaId, FocusAreaAdded] = field(default_factory=dict)
    closed: Mapping[FocusAreaId, FocusAreaClosed] = field(default_factory=dict)
    set_aside: Mapping[Element, ElementNotRelevant] = field(default_factory=dict)
    priority: PriorityAgreed | None = None
    priority_stands: bool = False
    challenges: Mapping[ChallengeId, RealityChallengeRaised] = field(default_factory=dict)
    answers: Mapping[ChallengeId, RealityChallengeAnswered] = field(default_factory=dict)


def evolve(content: Content, event: ContentEvent) -> Content:
    """The content after an event."""
    if isinstance(event, OwnWordsEvent):
        return _own_words(content, event)
    match event:
        case FocusAreaAdded():
            set_aside = {each: said for each, said in content.set_aside.items() if each != event.element}
            focus_areas = {**content.focus_areas, event.focus_area: event}
            return replace(content, focus_areas=focus_areas, set_aside=set_aside)
        case FocusAreaClosed():
            return replace(content, closed={**content.closed, event.focus_area: event})
        case ElementNotRelevant():
            return replace(content, set_aside={**content.set_aside, event.element: event})
        case PriorityAgreed():
            return replace(content, priority=event, priority_stands=True)
        case RealityChallengeRaised():
            return replace(content, challenges={**content.challenges, event.challenge: event})
        case RealityChallengeAnswered():
            stands = content.priority_stands and event.priority_stands
            answers = {**content.answers, event.challenge: event}
            return replace(content, answers=answers, priority_stands=stands)
        case _:
            assert_never(event)


def _own_words(content: Content, event: OwnWordsEvent) -> Content:
    match event:
        case FamilyWishRecorded():
            return replace(content, wishes={**content.wishes, event.wish: event})
        case OwnHelpNeedStated():
            return replace(content, needs={**content.needs, event.need: event})
        case ResourceIdentified():
            return replace(content, resources={**content.resources, event.resource: event})
        case PlanPartWritten():
            return replace(content, parts={**content.parts, event.person: event})
        case LeisureLineWritten():
            return replace(content, lines={**content.lines, (event.person, event.line): event})
        case _:
            assert_never(event)


def shown(content: Content) -> dict[str, Any]:
    """What everybody attached sees of it. ICF codes stay out: they speak of health."""
    return {
        **_said(content),
        "priority_agreed_by": content.priority.agreed_by if content.priority else (),
        "focus_areas": _focus_areas(content),
        "closed_focus_areas": [
            {
                "focus_area": each.focus_area,
                "title": _title(content, each.focus_area),
                "reason": each.reason,
                "revision": each.revision,
            }
            for each in content.closed.values()
        ],
        "elements_set_aside": [
            {
                "element": each.element,
                "reason": each.reason,
                "agreed_by": each.agreed_by,
                "revision": each.revision,
            }
            for each in content.set_aside.values()
        ],
        "challenges": _challenges(content),
    }


def _said(content: Content) -> dict[str, Any]:
    """What the members said, in the order in which they first did. A03, A40 to A42, INV-45."""
    needs, resources = ("need", "person", "wish", "own_words"), ("resource", "kind", "person", "words")
    return {
        "wishes": [_row(each, "wish", "person", "own_words") for each in content.wishes.values()],
        "own_needs": [_row(each, *needs) for each in content.needs.values()],
        "resources": [_row(each, *resources) for each in content.resources.values()],
        "parts": [_row(each, "person", "words", "no_part_because") for each in content.parts.values()],
        "leisure_lines": [
            _row(each, "person", "line", "words", "none_because") for each in content.lines.values()
        ],
    }


def _row(event: OwnWordsEvent, *names: str) -> dict[str, Any]:
    """These fields of an event, and the revision that brought it."""
    return {name: getattr(event, name) for name in (*names, "revision")}


def open_areas(content: Content) -> list[FocusAreaId]:
    """In the family's latest order; what it hasn't placed yet comes last, the first added first. INV-41."""
    ordered = content.priority.focus_areas if content.priority else ()
    every = dict.fromkeys((*ordered, *content.focus_areas))
    return [each for each in every if each not in content.closed]


def placed(content: Content) -> tuple[FocusAreaId, ...]:
    """Those with a place in the family's order, as long as the family hasn't said that it sets another. INV-41, P14."""
    return content.priority.focus_areas if content.priority and content.priority_stands else ()


def _focus_areas(content: Content) -> list[dict[str, Any]]:
    by_family = placed(content)
    added = content.focus_areas
    return [
        {
            "focus_area": each,
            "title": _title(content, each),
            "element": added[each].element if each in added else None,
            "rank": rank,
            "placed_by_family": each in by_family,
            "revision": added[each].revision if each in added else None,
        }
        for rank, each in enumerate(open_areas(content), start=1)
    ]


def _title(content: Content, area: FocusAreaId) -> str | None:
    return content.focus_areas[area].title if area in content.focus_areas else None


def _challenges(content: Content) -> list[dict[str, Any]]:
    """The team's challenges with the family's answers. One to a closed focus area is open no more. INV-41, Q16."""
    return [
        {
            "challenge": each.challenge,
            "focus_area": each.focus_area,
            "words": each.words,
            "open": answer is None and each.focus_area not in content.closed,
            "answered_by": answer.answered_by if answer else (),
            "priority_stands": answer and answer.priority_stands,
            "answer": answer and answer.words,
        }
        for each in content.challenges.values()
        for answer in (content.answers.get(each.challenge),)
    ]
