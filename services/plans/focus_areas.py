"""The plan's focus areas, the elements that every plan looks at, and the family's order of its focus areas."""

from typing import assert_never

from contracts.ids import FamilyId, FocusAreaId, PersonId
from contracts.plans.events import (
    Element,
    ElementNotRelevant,
    FamilyEvent,
    FocusAreaAdded,
    FocusAreaClosed,
    PriorityAgreed,
)
from contracts.shapes import ActorKind, Code, Command, Text
from eventkeep.refused import Refused
from services.plans.icf import require_icf
from services.plans.parties import in_whose_name
from services.plans.state import State, require_new

# Commands


class AddFocusArea(Command):
    """Add a focus area, with the element and ICF domain it is about (fokusområde). A08, P35, P37, M03, M07."""

    family: FamilyId
    focus_area: FocusAreaId
    title: Text
    element: Element | None = None
    icf_domain: Code | None = None


class CloseFocusArea(Command):
    """Close a focus area that is no longer among the most essential (afslutte fokusområde). A08."""

    family: FamilyId
    focus_area: FocusAreaId
    reason: Code


class SetElementAside(Command):
    """Say that an element of every plan is not relevant for this family now, and why (ikke relevant). INV-44."""

    family: FamilyId
    element: Element
    reason: Text
    agreed_by: tuple[PersonId, ...] = ()


class AgreePriority(Command):
    """Record the order that the family gave all its focus areas (prioritering). A09, INV-41."""

    family: FamilyId
    focus_areas: tuple[FocusAreaId, ...]
    agreed_by: tuple[PersonId, ...]


FocusCommand = AddFocusArea | CloseFocusArea | SetElementAside | AgreePriority

# Decide


def decide_focus(state: State, command: FocusCommand) -> list[FamilyEvent]:
    """What the plan is about, and in which order. A08, A09."""
    match command:
        case AddFocusArea():
            return _add(state, command)
        case CloseFocusArea():
            return _close(state, command)
        case SetElementAside():
            return _set_aside(state, command)
        case AgreePriority():
            return _agree_priority(state, command)
        case _:
            assert_never(command)


def _add(state: State, command: AddFocusArea) -> list[FamilyEvent]:
    """A focus area stands last until the family sets the order anew. A08."""
    require_new(state, command.focus_area, state.focus.elements, "focus_area_added_already", "A08")
    require_icf(() if command.icf_domain is None else (command.icf_domain,))
    return [
        FocusAreaAdded(
            family=command.family,
            focus_area=command.focus_area,
            title=command.title,
            element=command.element,
            icf_domain=command.icf_domain,
            revision=state.revision + 1,
        )
    ]


def _close(state: State, command: CloseFocusArea) -> list[FamilyEvent]:
    if command.focus_area not in state.focus.elements:
        raise unknown_focus_area()
    if command.focus_area not in state.focus.areas:
        return []
    return [
        FocusAreaClosed(
            family=command.family,
            focus_area=command.focus_area,
            reason=command.reason,
            revision=state.revision + 1,
        )
    ]


def unknown_focus_area() -> Refused:
    """What names a focus area names one that is open in the plan."""
    return Refused(
        "focus_area_unknown",
        "The plan has no such focus area.",
        "A08",
        "Add the focus area first.",
        danish="Planen har ikke et sådant fokusområde.",
        danish_next="Tilføj fokusområdet først.",
    )


def addressed(state: State) -> frozenset[Element]:
    """The elements that an open focus area is about. INV-44."""
    elements = (state.focus.elements.get(each) for each in state.focus.areas)
    return frozenset(each for each in elements if each is not None)


def _set_aside(state: State, command: SetElementAside) -> list[FamilyEvent]:
    if command.element in state.focus.not_relevant:
        return []
    if command.element in addressed(state):
        raise Refused(
            "element_addressed",
            "A focus area of the plan is about this element.",
            "INV-44",
            "Close the focus area first, if it is not relevant any more.",
            danish="Et af planens fokusområder handler om dette element.",
            danish_next="Afslut fokusområdet først, hvis det ikke længere er relevant.",
        )
    return [
        ElementNotRelevant(
            family=command.family,
            element=command.element,
            reason=command.reason,
            agreed_by=in_whose_name(state.known, command.by, command.agreed_by, "INV-44"),
            revision=state.revision + 1,
        )
    ]


def _agree_priority(state: State, command: AgreePriority) -> list[FamilyEvent]:
    """The family orders all focus areas, each once. INV-41."""
    agreed_by = tuple(dict.fromkeys(command.agreed_by))
    if not agreed_by or set(agreed_by) - set(state.known.contacts.members):
        raise Refused(
            "priority_not_by_family",
            "The family sets the order of its focus areas.",
            "INV-41",
            "Say which members of the family agreed.",
            danish="Det er familien, der prioriterer sine fokusområder.",
            danish_next="Angiv, hvem i familien der er enige.",
        )
    if command.by.kind is ActorKind.PERSON and command.by.id not in agreed_by:
        raise Refused(
            "priority_not_by_family",
            "A member speaks for himself or herself.",
            "INV-41",
            "Name yourself among those who agreed.",
            danish="Et familiemedlem taler kun for sig selv.",
            danish_next="Nævn dig selv blandt dem, der er enige.",
        )
    if not command.focus_areas or sorted(command.focus_areas) != sorted(state.focus.areas):
        raise Refused(
            "priority_incomplete",
            "The order names every focus area of the plan once.",
            "INV-41",
            "Name all focus areas, the most important first.",
            danish="Prioriteringen nævner hvert af planens fokusområder én gang.",
            danish_next="Nævn alle fokusområder, det vigtigste først.",
        )
    if not state.focus.not_placed and command.focus_areas == state.focus.areas:
        return []
    return [
        PriorityAgreed(
            family=command.family,
            focus_areas=command.focus_areas,
            agreed_by=agreed_by,
            revision=state.revision + 1,
        )
    ]
