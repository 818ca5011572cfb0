"""A member of the family takes part in a group course, beside what is given to the family alone. P38, P40.

The family is decided first; the group's own stream follows by a reaction.
"""

from typing import assert_never

from contracts.contacts.events import Role
from contracts.ids import FamilyId, GroupId, PersonId
from contracts.meetings.events import FamilyEvent, GroupJoined, GroupLeft, GroupTermChanged, Term
from contracts.shapes import Code, Command, PartyKind, Text
from eventkeep.clock import day_of
from eventkeep.evolved import replace
from eventkeep.refused import Refused
from services.meetings.group_state import group_ended, group_unknown
from services.meetings.known_groups import KnownGroup
from services.meetings.named import require_members, require_own
from services.meetings.state import State

GROUP_ENDED, LEFT_FAMILY, FAMILY_CLOSED = "group-ended", "left-family", "family-closed"
"""Why somebody takes part no more where nobody said so: the reasons that the service itself gives."""

# Commands


class JoinGroup(Command):
    """Take part in a group course, or record that a member does (komme med på et hold). P38, P40.

    Of the family the group learns nothing but what the member wants to be called there.
    """

    family: FamilyId
    group: GroupId
    person: PersonId
    called: Text


class LeaveGroup(Command):
    """Take part no more, or record that a member doesn't (gå ud af et hold). P38, P40."""

    family: FamilyId
    group: GroupId
    person: PersonId
    reason: Code


class EndParticipation(Command):
    """The group course is over, and with it the part of the family's members in it. Our own service only. P38."""

    family: FamilyId
    group: GroupId


class FollowGroup(Command):
    """The group course meets by this term now, and stands so where members take part in it. Our own service only.
    P40, T15."""

    family: FamilyId
    group: GroupId
    term: Term


class ReviewParticipation(Command):
    """Whoever has left the family takes part no more as a member of it, nor does anybody of a closed case. Our own
    service only. P40, Q15."""

    family: FamilyId


ParticipationCommand = JoinGroup | LeaveGroup | EndParticipation | FollowGroup | ReviewParticipation
ParticipationEvent = GroupJoined | GroupLeft | GroupTermChanged

# Decide


def decide_participation(state: State, command: ParticipationCommand) -> list[FamilyEvent]:
    """Everybody joins for himself or herself; what ends elsewhere ends here."""
    match command:
        case JoinGroup():
            return _join(state, command)
        case LeaveGroup():
            require_own(command.by, PartyKind.PERSON, command.person, "P38")
            stays = (command.group, command.person) not in state.groups
            return [] if stays else [_left(command, command.group, command.person, command.reason)]
        case EndParticipation():
            return [
                _left(command, group, person, GROUP_ENDED)
                for group, person in state.groups
                if group == command.group
            ]
        case FollowGroup():
            return _follow(state, command)
        case ReviewParticipation():
            return _review(state, command)
        case _:
            assert_never(command)


def _join(state: State, command: JoinGroup) -> list[FamilyEvent]:
    require_own(command.by, PartyKind.PERSON, command.person, "P38")
    require_members(state.known, (command.person,), "P38")
    _require_old_enough(state, command.person)
    group = state.known.group
    if group is None:
        raise group_unknown()
    if group.ended:
        raise group_ended()
    if (command.group, command.person) in state.groups:
        return []
    _require_free(group, command)
    return [
        GroupJoined(
            family=command.family,
            group=command.group,
            person=command.person,
            called=command.called,
            title=group.title,
            area=group.area,
            term=group.term,
            joined_on=day_of(command.at),
        )
    ]


def _require_old_enough(state: State, person: PersonId) -> None:
    """What is read of a group is read by who takes part; children read with their parents."""
    if person in state.known.contacts.of_role(Role.CHILD):
        raise Refused(
            "too_young_for_group",
            "Group courses are for adults, and for young people from 15 on.",
            "P38",
            "Let a parent take part.",
            danish="Holdforløb er for voksne og for unge fra 15 år.",
            danish_next="Lad en forælder være med.",
        )


def _require_free(group: KnownGroup, command: JoinGroup) -> None:
    if group.taking_part.get(command.person, command.family) != command.family:
        raise Refused(
            "takes_part_already",
            "He or she takes part in this group already, as a member of another family.",
            "P38",
            "Nothing more is needed: one takes part once.",
            danish="Vedkommende er allerede med på holdet, som medlem af en anden familie.",
            danish_next="Der skal ikke mere til: man er med én gang.",
        )


def _follow(state: State, command: FollowGroup) -> list[FamilyEvent]:
    takes_part = any(group == command.group for group, _ in state.groups)
    if not takes_part or state.group_terms.get(command.group) == command.term:
        return []
    return [GroupTermChanged(family=command.family, group=command.group, term=command.term)]


def _review(state: State, command: ReviewParticipation) -> list[FamilyEvent]:
    contacts = state.known.contacts
    return [
        _left(command, group, person, FAMILY_CLOSED if contacts.closed else LEFT_FAMILY)
        for group, person in state.groups
        if contacts.closed or person not in contacts.members
    ]


def _left(
    command: LeaveGroup | EndParticipation | ReviewParticipation,
    group: GroupId,
    person: PersonId,
    reason: Code,
) -> GroupLeft:
    left_on = day_of(command.at)
    return GroupLeft(family=command.family, group=group, person=person, reason=reason, left_on=left_on)


# Evolve


def evolve_participation(state: State, event: ParticipationEvent) -> State:
    """Who takes part in which group, in the order of joining; and when each group meets, as it was said last."""
    if not isinstance(event, GroupLeft):
        state = replace(state, group_terms={**state.group_terms, event.group: event.term})
    if isinstance(event, GroupTermChanged):
        return state
    others = tuple(each for each in state.groups if each != (event.group, event.person))
    joins = isinstance(event, GroupJoined)
    return replace(state, groups=(*others, (event.group, event.person)) if joins else others)
