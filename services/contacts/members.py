"""The family and its members: who belongs to it, in what role, and who holds custody."""

from typing import assert_never

from contracts.contacts.events import (
    FamilyEvent,
    FamilyMemberAdded,
    FamilyMemberChanged,
    FamilyMemberLeft,
    FamilyRegistered,
    Role,
)
from contracts.ids import FamilyId, PersonId
from contracts.shapes import Code, Command
from eventkeep.evolved import replace
from eventkeep.refused import Refused
from services.contacts import contract, leaving
from services.contacts.required import day_of_command, member, placed, require_members
from services.contacts.state import Membership, State

# Commands


class RegisterFamily(Command):
    """Register a family with its members (familie). R01."""

    family: FamilyId
    members: tuple[PersonId, ...]


class AddFamilyMember(Command):
    """Add a registered person to the family, a child with those who hold custody (familiemedlem). R02, X-02."""

    family: FamilyId
    person: PersonId
    custody: tuple[PersonId, ...] = ()


class ChangeFamilyMember(Command):
    """Say in what role a member is, and who holds custody (forældremyndighed). R02, X-02.

    Where nobody is named, custody stays as it is; `no_custody` says that nobody holds it. Of an adult nobody does.
    """

    family: FamilyId
    person: PersonId
    role: Role
    custody: tuple[PersonId, ...] = ()
    no_custody: bool = False


class RemoveFamilyMember(Command):
    """Record that a member no longer belongs to the family. R02."""

    family: FamilyId
    person: PersonId
    reason: Code


class FollowPerson(Command):
    """Take over what the register says of a member now. Our own service only. R05, X-06.

    `renamed` is true where name, role or day of birth changed there; protection of the address is always taken over.
    """

    family: FamilyId
    person: PersonId
    renamed: bool


MemberCommand = RegisterFamily | AddFamilyMember | ChangeFamilyMember | RemoveFamilyMember | FollowPerson
MemberEvent = FamilyRegistered | FamilyMemberAdded | FamilyMemberChanged | FamilyMemberLeft

# Decide


def decide(state: State, command: MemberCommand) -> list[FamilyEvent]:
    """What a command makes true, or why it is refused."""
    match command:
        case RegisterFamily():
            return _register(state, command)
        case AddFamilyMember():
            return _add(state, command)
        case ChangeFamilyMember():
            return _change(state, command)
        case RemoveFamilyMember():
            return _remove(state, command)
        case FollowPerson():
            return _follow(state, command)
        case _:
            assert_never(command)


def require_new_family(state: State) -> None:
    """R01: a family's id is used once."""
    if state.registered:
        raise Refused(
            "family_registered_already",
            "This family is registered already.",
            "R01",
            "Add members with AddFamilyMember.",
            danish="Familien er allerede registreret.",
            danish_next="Tilføj familiemedlemmer med AddFamilyMember.",
        )


def require_somebody(persons: tuple[PersonId, ...]) -> None:
    """R01: a family is opened with its members."""
    if not persons:
        raise Refused(
            "family_without_members",
            "A family has at least one member.",
            "R01",
            "Name its members.",
            danish="En familie har mindst ét medlem.",
            danish_next="Angiv familiens medlemmer.",
        )


def _register(state: State, command: RegisterFamily) -> list[FamilyEvent]:
    require_new_family(state)
    require_somebody(command.members)
    members = tuple(member(state, person) for person in dict.fromkeys(command.members))
    return [FamilyRegistered(family=command.family, members=members)]


def _add(state: State, command: AddFamilyMember) -> list[FamilyEvent]:
    if command.person in state.members:
        return _is_there(state.members[command.person], command.custody)
    custody = _custody(state, command.person, command.custody)
    added = FamilyMemberAdded(family=command.family, member=member(state, command.person, custody=custody))
    return [
        added,
        *leaving.consent_not_for_all(evolve(state, added), command.family, day_of_command(command)),
    ]


def _is_there(held: Membership, custody: tuple[PersonId, ...]) -> list[FamilyEvent]:
    if custody and set(custody) != set(held.custody):
        raise Refused(
            "member_already",
            "This person belongs to the family, with another record of custody.",
            "X-02",
            "Say with ChangeFamilyMember who holds custody.",
            danish="Personen hører til familien, med en anden registrering af forældremyndigheden.",
            danish_next="Angiv med ChangeFamilyMember, hvem der har forældremyndigheden.",
        )
    return []


def _change(state: State, command: ChangeFamilyMember) -> list[FamilyEvent]:
    require_members(state, [command.person])
    held = state.members[command.person]
    custody = () if command.role is Role.ADULT else _custody_now(state, command, held)
    changed = member(state, command.person, command.role, custody, set_here=True)
    if changed.role is state.known.persons[command.person].role:
        changed = changed.model_copy(update={"set_here": False})
    if placed(changed) == state.members[command.person]:
        return []
    event = FamilyMemberChanged(family=command.family, member=changed)
    return [
        event,
        *leaving.consent_not_for_all(evolve(state, event), command.family, day_of_command(command)),
    ]


def _custody_now(state: State, command: ChangeFamilyMember, held: Membership) -> tuple[PersonId, ...]:
    if command.custody and command.no_custody:
        raise Refused(
            "custody_unclear",
            "Either somebody holds custody, or nobody does.",
            "X-02",
            "Name those who hold it, or say that nobody does.",
            danish="Enten har nogen forældremyndigheden, eller også har ingen.",
            danish_next="Angiv dem, der har den, eller at ingen har.",
        )
    if command.custody:
        return _custody(state, command.person, command.custody)
    return () if command.no_custody else held.custody


def _custody(state: State, person: PersonId, holders: tuple[PersonId, ...]) -> tuple[PersonId, ...]:
    """Those who hold custody are registered; they may live elsewhere. X-02."""
    for holder in holders:
        member(state, holder)
    if person in holders:
        raise Refused(
            "custody_of_oneself",
            "Nobody holds custody of himself or herself.",
            "X-02",
            "Name the parents, or leave it out.",
            danish="Ingen har forældremyndighed over sig selv.",
            danish_next="Angiv forældrene, eller udelad det.",
        )
    return tuple(dict.fromkeys(holders))


def _remove(state: State, command: RemoveFamilyMember) -> list[FamilyEvent]:
    if command.person not in state.members:
        return []
    if len(state.members) == 1:
        raise Refused(
            "last_member",
            "A family has at least one member.",
            "R01",
            "Close the family instead.",
            danish="En familie har mindst ét medlem.",
            danish_next="Afslut familiens sag i stedet.",
        )
    return [
        FamilyMemberLeft(family=command.family, person=command.person, reason=command.reason),
        *contract.leave(state, command.family, command.person),
    ]


def _follow(state: State, command: FollowPerson) -> list[FamilyEvent]:
    """X-06: protection follows a person into every family; the register's role, where this family has no own word."""
    held, known = state.members.get(command.person), state.known.persons.get(command.person)
    if held is None or known is None or not (command.renamed or held.protected != known.protected):
        return []
    role = known.role if command.renamed and not held.set_here else held.role
    now = member(state, command.person, role, held.custody, held.set_here)
    return [FamilyMemberChanged(family=command.family, member=now)]


# Evolve


def evolve(state: State, event: MemberEvent) -> State:
    """The family after an event. It never refuses: the past has happened."""
    match event:
        case FamilyRegistered():
            members = {each.person: placed(each) for each in event.members}
            return replace(state, registered=True, split_from=event.split_from, members=members)
        case FamilyMemberAdded() | FamilyMemberChanged():
            members = {**state.members, event.member.person: placed(event.member)}
            former = {who: held for who, held in state.former.items() if who != event.member.person}
            return replace(state, members=members, former=former)
        case FamilyMemberLeft():
            members = {who: held for who, held in state.members.items() if who != event.person}
            gone = {who: held for who, held in state.members.items() if who == event.person}
            return replace(state, members=members, former={**state.former, **gone})
        case _:
            assert_never(event)
