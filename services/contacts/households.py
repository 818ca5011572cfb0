"""Households change: a split opens a new family, a merge brings one into another; both say so, streams stay."""

from typing import assert_never

from contracts.contacts.events import (
    FamilyEvent,
    FamilyMemberAdded,
    FamilyMemberLeft,
    FamilyRegistered,
    HouseholdMerged,
    HouseholdSplit,
)
from contracts.ids import FamilyId, PersonId
from contracts.shapes import Command
from eventkeep.evolved import replace
from eventkeep.refused import Refused
from services.contacts import contract, leaving, members
from services.contacts.closing import ended
from services.contacts.members import require_new_family, require_somebody
from services.contacts.required import day_of_command, member, require_members
from services.contacts.state import State, in_force

# Commands


class SplitHousehold(Command):
    """Record that the household became two: `moved` go into a new family, `shared` belong to both. R01, R02."""

    family: FamilyId
    into: FamilyId
    moved: tuple[PersonId, ...]
    shared: tuple[PersonId, ...] = ()


class OpenHousehold(Command):
    """Open the family that a household was split into. Our own service only. R01."""

    family: FamilyId
    split_from: FamilyId
    persons: tuple[PersonId, ...]


class MergeHousehold(Command):
    """Close this family: its household goes on in another, and its members join that (sammenlægge). R01."""

    family: FamilyId
    into: FamilyId


class JoinHousehold(Command):
    """Take in the members of a family that was merged into this one. Our own service only. R01."""

    family: FamilyId
    merged: FamilyId


HouseholdCommand = SplitHousehold | OpenHousehold | MergeHousehold | JoinHousehold
HouseholdEvent = HouseholdSplit | HouseholdMerged

# Decide


def decide(state: State, command: HouseholdCommand) -> list[FamilyEvent]:
    """What a command makes true, or why it is refused."""
    match command:
        case SplitHousehold():
            return _split(state, command)
        case OpenHousehold():
            return _open(state, command)
        case MergeHousehold():
            return _merge(state, command)
        case JoinHousehold():
            return _join(state, command)
        case _:
            assert_never(command)


def _split(state: State, command: SplitHousehold) -> list[FamilyEvent]:
    moved, shared = dict.fromkeys(command.moved), dict.fromkeys(command.shared)
    require_members(state, [*moved, *shared])
    if (not moved and not shared) or moved.keys() & shared.keys() or not state.members.keys() - moved.keys():
        raise Refused(
            "split_unclear",
            "Each member stays, moves or belongs to both, and somebody stays.",
            "R02",
            "Say who moves and who belongs to both.",
            danish="Hvert medlem bliver, flytter eller hører til begge steder, og nogen bliver.",
            danish_next="Skriv, hvem der flytter, og hvem der hører til begge steder.",
        )
    if command.into == command.family:
        raise _other_family()
    require_new_family(state.known.families.get(command.into, State()))
    return [
        HouseholdSplit(family=command.family, into=command.into, moved=tuple(moved), shared=tuple(shared)),
        *(
            FamilyMemberLeft(
                family=command.family, person=person, reason="household-split", moved_to=command.into
            )
            for person in moved
        ),
        *(each for person in moved for each in contract.leave(state, command.family, person)),
    ]


def _open(state: State, command: OpenHousehold) -> list[FamilyEvent]:
    if state.split_from == command.split_from:
        return []
    require_new_family(state)
    require_somebody(command.persons)
    before = state.known.families.get(command.split_from, State())
    places = {**before.former, **before.members}
    found = [(person, places.get(person)) for person in dict.fromkeys(command.persons)]
    joined = tuple(
        member(state, person, place.role, place.custody, place.set_here) if place else member(state, person)
        for person, place in found
    )
    return [FamilyRegistered(family=command.family, members=joined, split_from=command.split_from)]


def _merge(state: State, command: MergeHousehold) -> list[FamilyEvent]:
    """The two families are the business of one who is attached to both, or nobody is to the other. INV-40."""
    other = state.known.families.get(command.into, State())
    if command.into == command.family or not other.registered or other.closed:
        raise _other_family()
    if other.attached and not in_force(other, command.by.id, day_of_command(command)):
        raise Refused(
            "not_around_family",
            "Only somebody who is attached to both families may bring them together.",
            "INV-40",
            "Ask somebody who is attached to the other family.",
            danish="Kun en fagperson, der er tilknyttet begge familier, kan lægge dem sammen.",
            danish_next="Spørg en, der er tilknyttet den anden familie.",
        )
    return ended(state, command.family, "merged", day_of_command(command), continued_in=command.into)


def _other_family() -> Refused:
    return Refused(
        "other_family_not_open",
        "The other family is another one, registered and open.",
        "R01",
        "Name the family in which the household goes on.",
        danish="Den anden familie skal være en anden, registreret og åben familie.",
        danish_next="Angiv den familie, som husstanden fortsætter i.",
    )


def _join(state: State, command: JoinHousehold) -> list[FamilyEvent]:
    if command.merged in state.merged:
        return []
    joining = state.known.families.get(command.merged, State()).members
    added = [
        FamilyMemberAdded(
            family=command.family, member=member(state, person, place.role, place.custody, place.set_here)
        )
        for person, place in joining.items()
        if person not in state.members
    ]
    for each in added:
        state = members.evolve(state, each)
    merged = HouseholdMerged(family=command.family, merged=command.merged)
    return [merged, *added, *leaving.consent_not_for_all(state, command.family, day_of_command(command))]


# Evolve


def evolve(state: State, event: HouseholdEvent) -> State:
    """The family after an event: who leaves and joins is said by events of their own."""
    match event:
        case HouseholdSplit():
            return state
        case HouseholdMerged():
            return replace(state, merged=state.merged | {event.merged})
        case _:
            assert_never(event)
