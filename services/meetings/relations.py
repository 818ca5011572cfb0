"""How whoever gives a command about a family's meetings stands to the family, on the day of it. R07, R21, INV-63."""

from datetime import date
from enum import StrEnum

from contracts.ids import Id
from contracts.meetings.events import InviteeKind
from contracts.shapes import Actor, ActorKind, Command, PartyKind
from eventkeep.clock import day_of
from services.meetings import actions, invitations
from services.meetings.known_contacts import ContactsFacts
from services.meetings.state import State


class Relation(StrEnum):
    """How somebody stands to the family. One may stand in several."""

    FAMILY = "family"
    COORDINATOR = "coordinator"
    TEAM = "team"
    ATTACHED = "attached"
    CASEWORKER = "caseworker"
    FIRST = "first"
    """Any professional, while nobody is attached; of those who were, only caseworkers. INV-63."""
    INVITED = "invited"
    """The one whom the invitation is for, attached or not."""
    OWNER = "owner"
    """The one who is to do what was agreed."""
    SERVICE = "service"


FAMILY, COORDINATOR, TEAM, ATTACHED, CASEWORKER = (
    Relation.FAMILY,
    Relation.COORDINATOR,
    Relation.TEAM,
    Relation.ATTACHED,
    Relation.CASEWORKER,
)
FIRST, INVITED, OWNER, SERVICE = Relation.FIRST, Relation.INVITED, Relation.OWNER, Relation.SERVICE


def relations(state: State, command: Command) -> frozenset[Relation]:
    """How the one who gives a command stands to the family, on the day of it."""
    by, contacts = command.by, state.known.contacts
    match by.kind:
        case ActorKind.SERVICE:
            return frozenset({SERVICE})
        case ActorKind.DEPARTMENT:
            return frozenset()
        case ActorKind.PERSON:
            around = frozenset({FAMILY} if by.id in contacts.members else ())
        case ActorKind.PROFESSIONAL:
            around = _around(contacts, by, day_of(command.at))
    return around | _concerned(state, command)


def _around(contacts: ContactsFacts, by: Actor, day: date) -> frozenset[Relation]:
    """That nobody is attached follows from the state alone: no day that the caller gives makes anybody the first."""
    if by.id not in contacts.in_force(day):
        return frozenset({FIRST} if contacts.may_begin(by.id) else ())
    deputy = contacts.deputy
    stands_in = (
        deputy is not None and deputy.professional == by.id and deputy.valid_from <= day <= deputy.valid_to
    )
    held = {
        ATTACHED: True,
        TEAM: by.id in contacts.team,
        COORDINATOR: by.id == contacts.coordinator or stands_in,
        CASEWORKER: contacts.attached[by.id].is_caseworker,
    }
    return frozenset(relation for relation, holds in held.items() if holds)


def _concerned(state: State, command: Command) -> frozenset[Relation]:
    """Whether the command is about what the one who gives it was invited to, or is to do."""
    by = command.by
    match command:
        case invitations.AnswerInvitation():
            asked = state.invitations.get(command.invitation)
            if asked is None or asked.invitee != by.id or asked.kind not in _invitable_as(state, by):
                return frozenset()
            return frozenset({INVITED})
        case actions.EndAgreement():
            made = state.agreements.get(command.agreement)
            mine = made is not None and (made.owner_kind, made.owner) == (PartyKind(by.kind.value), Id(by.id))
            return frozenset({OWNER} if mine else ())
        case _:
            return frozenset()


def _invitable_as(state: State, by: Actor) -> frozenset[InviteeKind]:
    """As what somebody may be invited now: whoever left the family, or stands by it no more, answers nothing. R21."""
    contacts = state.known.contacts
    held = {
        InviteeKind.PROFESSIONAL: by.kind is ActorKind.PROFESSIONAL,
        InviteeKind.PERSON: by.kind is ActorKind.PERSON and by.id in contacts.members,
        InviteeKind.SUPPORTER: by.kind is ActorKind.PERSON and by.id in contacts.supporters,
    }
    return frozenset(kind for kind, holds in held.items() if holds)
