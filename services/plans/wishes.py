"""What the members wish, what they need help with, and what there is to build on, in their own words."""

from typing import assert_never

from contracts.ids import FamilyId, HelpNeedId, PersonId, ResourceId, WishId
from contracts.plans.events import (
    FamilyEvent,
    FamilyWishRecorded,
    OwnHelpNeedStated,
    ResourceIdentified,
    ResourceKind,
)
from contracts.shapes import Command, Text
from eventkeep.evolved import replace
from eventkeep.refused import Refused
from services.plans.parties import is_another, require_member, require_own
from services.plans.state import State, Wishes, require_new

# Commands


class RecordWish(Command):
    """Record what a member of the family wishes, in own words (ønske). A40, P13."""

    family: FamilyId
    wish: WishId
    person: PersonId
    own_words: Text


class StateHelpNeed(Command):
    """Say what a member needs help with, or what a wish takes, in own words (eget behov for hjælp). A40, A41."""

    family: FamilyId
    need: HelpNeedId
    person: PersonId
    wish: WishId | None = None
    own_words: Text


class IdentifyResource(Command):
    """Name a resource of a member or of the network to build on (ressource). A42."""

    family: FamilyId
    resource: ResourceId
    kind: ResourceKind
    person: PersonId
    words: Text


WishCommand = RecordWish | StateHelpNeed | IdentifyResource
WishEvent = FamilyWishRecorded | OwnHelpNeedStated | ResourceIdentified

# Decide


def decide_wishes(state: State, command: WishCommand) -> list[FamilyEvent]:
    """What a member says, said by himself or herself or recorded by the team. A40 to A42, INV-40."""
    match command:
        case RecordWish():
            return _record_wish(state, command)
        case StateHelpNeed():
            return _state_need(state, command)
        case IdentifyResource():
            return _identify_resource(state, command)
        case _:
            assert_never(command)


def _record_wish(state: State, command: RecordWish) -> list[FamilyEvent]:
    require_new(state, command.wish, state.wishes.wishes, "wish_recorded_already", "A40")
    require_member(state.known, command.person, "R02")
    if is_another(command.by, command.person):
        raise Refused(
            "wish_of_another",
            "A member wishes for himself or herself.",
            "A40",
            "Let the other say it, or ask the team to record it.",
            danish="Et familiemedlem ønsker kun for sig selv.",
            danish_next="Lad den anden sige det, eller bed teamet om at registrere det.",
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


def _state_need(state: State, command: StateHelpNeed) -> list[FamilyEvent]:
    require_new(state, command.need, state.wishes.needs, "help_need_stated_already", "A41")
    require_member(state.known, command.person, "A41")
    require_own(command.by, command.person, "A41")
    require_wish(state, command.wish)
    return [
        OwnHelpNeedStated(
            family=command.family,
            need=command.need,
            person=command.person,
            wish=command.wish,
            own_words=command.own_words,
            revision=state.revision + 1,
        )
    ]


def _identify_resource(state: State, command: IdentifyResource) -> list[FamilyEvent]:
    require_new(state, command.resource, state.wishes.resources, "resource_identified_already", "A42")
    require_member(state.known, command.person, "A42")
    require_own(command.by, command.person, "A42")
    return [
        ResourceIdentified(
            family=command.family,
            resource=command.resource,
            kind=command.kind,
            person=command.person,
            words=command.words,
            revision=state.revision + 1,
        )
    ]


def require_wish(state: State, wish: WishId | None) -> None:
    """What rests on a wish rests on one that was recorded. INV-43."""
    if wish is not None and wish not in state.wishes.wishes:
        raise Refused(
            "wish_unknown",
            "No such wish is recorded.",
            "INV-43",
            "Record the wish first.",
            danish="Der er ikke registreret et sådant ønske.",
            danish_next="Registrér ønsket først.",
        )


# Evolve


def evolve_wishes(wishes: Wishes, event: WishEvent) -> Wishes:
    """The wishes after an event."""
    match event:
        case FamilyWishRecorded():
            return replace(wishes, wishes=wishes.wishes | {event.wish})
        case OwnHelpNeedStated():
            return replace(wishes, needs=wishes.needs | {event.need})
        case ResourceIdentified():
            return replace(wishes, resources=wishes.resources | {event.resource})
        case _:
            assert_never(event)
