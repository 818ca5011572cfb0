"""Who stands by the family without deciding: network persons, civil partners, private actors, mentors, the GP."""

from typing import assert_never

from contracts.contacts.events import (
    FamilyEvent,
    SupporterAdded,
    SupporterKind,
    SupporterLeft,
    SupportPledged,
)
from contracts.ids import FamilyId, PersonId, SupporterId
from contracts.shapes import Code, Command, Text
from eventkeep.evolved import replace
from eventkeep.refused import Refused
from services.contacts.required import require_members
from services.contacts.state import State

# Commands


class AddSupporter(Command):
    """Add somebody who stands by the family (netværksperson, mentor). R19, R21 to R23, R32, INV-66.

    A mentor says for whom in the family.
    """

    family: FamilyId
    supporter: SupporterId
    kind: SupporterKind
    name: Text
    relation: Code
    organisation: Text | None = None
    mentor_of: PersonId | None = None


class PledgeSupport(Command):
    """Record what a supporter will do (støtte op om planen). R22."""

    family: FamilyId
    supporter: SupporterId
    pledge: Text


class RemoveSupporter(Command):
    """Record that a supporter no longer stands by the family. R21, R32."""

    family: FamilyId
    supporter: SupporterId
    reason: Code


SupporterCommand = AddSupporter | PledgeSupport | RemoveSupporter
SupporterEvent = SupporterAdded | SupportPledged | SupporterLeft

# Decide


def decide(state: State, command: SupporterCommand) -> list[FamilyEvent]:
    """What a command makes true, or why it is refused."""
    match command:
        case AddSupporter():
            return _add(state, command)
        case PledgeSupport():
            if not state.supporters.get(command.supporter):
                raise _unknown()
            return [SupportPledged(family=command.family, supporter=command.supporter, pledge=command.pledge)]
        case RemoveSupporter():
            if command.supporter not in state.supporters:
                raise _unknown()
            if not state.supporters[command.supporter]:
                return []
            return [SupporterLeft(family=command.family, supporter=command.supporter, reason=command.reason)]
        case _:
            assert_never(command)


def _add(state: State, command: AddSupporter) -> list[FamilyEvent]:
    if command.supporter in state.supporters:
        raise Refused(
            "supporter_added_already",
            "This id is used already.",
            "R21",
            "Choose a new id.",
            danish="Id'et er allerede brugt.",
            danish_next="Vælg et nyt id.",
        )
    if (command.kind is SupporterKind.MENTOR) != (command.mentor_of is not None):
        raise Refused(
            "mentor_unclear",
            "A mentor, and nobody else, is there for one member of the family.",
            "R32",
            "Say whose mentor it is.",
            danish="En mentor, og kun en mentor, er der for ét bestemt medlem af familien.",
            danish_next="Angiv, hvis mentor det er.",
        )
    require_members(state, [command.mentor_of] if command.mentor_of else [])
    return [
        SupporterAdded(
            family=command.family,
            supporter=command.supporter,
            kind=command.kind,
            name=command.name,
            relation=command.relation,
            organisation=command.organisation,
            mentor_of=command.mentor_of,
        )
    ]


def _unknown() -> Refused:
    return Refused(
        "supporter_unknown",
        "No such supporter stands by the family.",
        "R21",
        "Add the supporter first.",
        danish="Familien har ikke denne støtteperson.",
        danish_next="Tilføj støttepersonen først.",
    )


# Evolve


def evolve(state: State, event: SupporterEvent) -> State:
    """The family after an event. It never refuses: the past has happened."""
    match event:
        case SupporterAdded():
            return replace(state, supporters={**state.supporters, event.supporter: True})
        case SupportPledged():
            return state
        case SupporterLeft():
            shared = {who: held for who, held in state.shared.items() if who != event.supporter}
            return replace(state, supporters={**state.supporters, event.supporter: False}, shared=shared)
        case _:
            assert_never(event)
