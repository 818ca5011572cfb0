"""What the family wishes, the plan's focus areas, and their order."""

from contracts.ids import FamilyId, FocusAreaId, PersonId, WishId
from contracts.plans.events import FamilyEvent, FamilyWishRecorded, FocusAreaAdded, PriorityAgreed
from contracts.shapes import ActorKind, Command, Text
from eventkeep.refused import Refused
from services.plans.rights import is_another
from services.plans.state import State, require_new

# Commands


class RecordWish(Command):
    """Record what a member of the family wishes, in own words (ønske). A40."""

    family: FamilyId
    wish: WishId
    person: PersonId
    own_words: Text


class AddFocusArea(Command):
    """Add a focus area to the plan (fokusområde). A08."""

    family: FamilyId
    focus_area: FocusAreaId
    title: Text


class AgreePriority(Command):
    """Record the order that the family gave all its focus areas (prioritering). A09, INV-41."""

    family: FamilyId
    focus_areas: tuple[FocusAreaId, ...]
    agreed_by: tuple[PersonId, ...]


# Decide


def record_wish(state: State, command: RecordWish) -> list[FamilyEvent]:
    """A wish of a member, said by himself or herself or recorded by the team. A40, INV-40."""
    require_new(command.wish, state.wishes, "wish_recorded_already", "A40")
    if command.person not in state.known.contacts.members:
        raise Refused(
            "person_not_in_family",
            "This person is no member of the family.",
            "R02",
            "Add the person to the family first.",
        )
    if is_another(command.by, command.person):
        raise Refused(
            "wish_of_another",
            "A member wishes for himself or herself.",
            "A40",
            "Let the other say it, or ask the team to record it.",
        )
    return [
        FamilyWishRecorded(
            family=command.family,
            wish=command.wish,
            person=command.person,
            own_words=command.own_words,
            revision=state.revision + 1,
        )
    ]


def add_focus_area(state: State, command: AddFocusArea) -> list[FamilyEvent]:
    """A focus area stands last until the family sets the order anew. A08."""
    require_new(command.focus_area, state.focus_areas, "focus_area_added_already", "A08")
    return [
        FocusAreaAdded(
            family=command.family,
            focus_area=command.focus_area,
            title=command.title,
            revision=state.revision + 1,
        )
    ]


def agree_priority(state: State, command: AgreePriority) -> list[FamilyEvent]:
    """The family orders all focus areas, each once. INV-41."""
    agreed_by = tuple(dict.fromkeys(command.agreed_by))
    if not agreed_by or set(agreed_by) - set(state.known.contacts.members):
        raise Refused(
            "priority_not_by_family",
            "The family sets the order of its focus areas.",
            "INV-41",
            "Say which members of the family agreed.",
        )
    if command.by.kind is ActorKind.PERSON and command.by.id not in agreed_by:
        raise Refused(
            "priority_not_by_family",
            "A member speaks for himself or herself.",
            "INV-41",
            "Name yourself among those who agreed.",
        )
    if not command.focus_areas or sorted(command.focus_areas) != sorted(state.focus_areas):
        raise Refused(
            "priority_incomplete",
            "The order names every focus area of the plan once.",
            "INV-41",
            "Name all focus areas, the most important first.",
        )
    if state.priority_agreed and command.focus_areas == state.focus_areas:
        return []
    return [
        PriorityAgreed(
            family=command.family,
            focus_areas=command.focus_areas,
            agreed_by=agreed_by,
            revision=state.revision + 1,
        )
    ]
