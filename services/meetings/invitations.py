"""Who is invited to a network meeting, in the family's name, and what they answer. A18, P15, Q02, Q05.

An invitation gives no right but to answer it: what a guest sees is what the family shares. INV-66.
"""

from typing import assert_never

from contracts.ids import FamilyId, Id, InvitationId, MeetingId, PersonId
from contracts.meetings.events import (
    FamilyEvent,
    InvitationAnswer,
    InvitationAnswered,
    InvitationIssued,
    InvitationWithdrawn,
    InviteeKind,
)
from contracts.shapes import ActorKind, Code, Command, PartyKind, Text
from eventkeep.clock import day_of
from eventkeep.evolved import replace
from eventkeep.refused import Refused
from services.meetings.named import agreeing, require_members, require_supporters
from services.meetings.state import Invitation, State, meeting_ahead

# Commands


class InviteParticipant(Command):
    """Invite somebody in the family's name (indkaldelse). A18, P15, R19 to R22, R31, INV-32, INV-33, INV-67.

    `consented_by` are the members who want it; a member who sends it is one of them. A professional who has no
    part in the family is invited with a reason.
    """

    family: FamilyId
    meeting: MeetingId
    invitation: InvitationId
    invitee_kind: InviteeKind
    invitee: Id
    consented_by: tuple[PersonId, ...] = ()
    reason: Text | None = None


class AnswerInvitation(Command):
    """Accept or decline, by the one who is invited, or recorded by the coordinator (svar på indkaldelse). A18, INV-66.

    Whoever stands by the family signs in as a person with the supporter's id, and answers for himself or herself.
    """

    family: FamilyId
    invitation: InvitationId
    answer: InvitationAnswer


class WithdrawInvitation(Command):
    """Take an invitation back in the family's name (trække en indkaldelse tilbage). A18, INV-32, INV-33.

    `consented_by` are the members who want it; a member who does it is one of them.
    """

    family: FamilyId
    invitation: InvitationId
    reason: Code
    consented_by: tuple[PersonId, ...] = ()


InvitationCommand = InviteParticipant | AnswerInvitation | WithdrawInvitation
InvitationEvent = InvitationIssued | InvitationAnswered | InvitationWithdrawn

# Decide


def decide_invitations(state: State, command: InvitationCommand) -> list[FamilyEvent]:
    """The family owns the list of guests; its coordinator may send. INV-32, INV-33."""
    match command:
        case InviteParticipant():
            return _invite(state, command)
        case AnswerInvitation():
            return _answer(state, command)
        case WithdrawInvitation():
            return _withdraw(state, command)
        case _:
            assert_never(command)


def _invite(state: State, command: InviteParticipant) -> list[FamilyEvent]:
    meeting_ahead(state, command.meeting)
    wanted = (command.meeting, command.invitee_kind, command.invitee)
    before = state.invitations.get(command.invitation)
    if before is not None and before.stands_for(*wanted):
        return []
    if before is not None or any(each.stands_for(*wanted) for each in state.invitations.values()):
        raise Refused(
            "invited_already",
            "This invitation was sent already.",
            "A18",
            "Take it back before another is sent.",
            danish="Indkaldelsen er allerede sendt.",
            danish_next="Træk den tilbage, før en ny sendes.",
        )
    consented_by = agreeing(state.known, command.by, command.consented_by, "INV-33")
    _require_invitable(state, command)
    by_kind = PartyKind.PERSON if command.by.kind is ActorKind.PERSON else PartyKind.PROFESSIONAL
    return [
        InvitationIssued(
            family=command.family,
            meeting=command.meeting,
            invitation=command.invitation,
            invitee_kind=command.invitee_kind,
            invitee=command.invitee,
            consented_by=consented_by,
            sent_by_kind=by_kind,
            sent_by=Id(command.by.id),
            reason=command.reason,
        )
    ]


def _require_invitable(state: State, command: InviteParticipant) -> None:
    """A member, a supporter of the family, a professional around it; another professional with a reason. INV-67."""
    contacts = state.known.contacts
    match command.invitee_kind:
        case InviteeKind.PERSON:
            require_members(state.known, (command.invitee,), "INV-67")
        case InviteeKind.SUPPORTER:
            require_supporters(state.known, (command.invitee,), "R21")
        case InviteeKind.PROFESSIONAL:
            if command.invitee not in contacts.in_force(day_of(command.at)) and command.reason is None:
                raise Refused(
                    "invitation_without_reason",
                    "A professional who has no part in the family is invited with a reason.",
                    "INV-67",
                    "Say why this professional is invited.",
                    danish="En fagperson uden del i familien indkaldes kun med en begrundelse.",
                    danish_next="Skriv, hvorfor fagpersonen indkaldes.",
                )
        case _:
            assert_never(command.invitee_kind)


def _standing(state: State, name: InvitationId) -> Invitation:
    """An invitation to a meeting that is ahead."""
    invitation = state.invitations.get(name)
    if invitation is None:
        raise Refused(
            "invitation_unknown",
            "There is no such invitation.",
            "A18",
            "Invite first.",
            danish="Der er ingen sådan indkaldelse.",
            danish_next="Send en indkaldelse først.",
        )
    meeting_ahead(state, invitation.meeting)
    return invitation


def _answer(state: State, command: AnswerInvitation) -> list[FamilyEvent]:
    invitation = _standing(state, command.invitation)
    if invitation.withdrawn:
        raise Refused(
            "invitation_withdrawn",
            "This invitation was taken back.",
            "A18",
            "Ask the family.",
            danish="Indkaldelsen er trukket tilbage.",
            danish_next="Spørg familien.",
        )
    if invitation.answer is command.answer:
        return []
    return [
        InvitationAnswered(
            family=command.family,
            meeting=invitation.meeting,
            invitation=command.invitation,
            answer=command.answer,
        )
    ]


def _withdraw(state: State, command: WithdrawInvitation) -> list[FamilyEvent]:
    invitation = _standing(state, command.invitation)
    if invitation.withdrawn:
        return []
    consented_by = agreeing(state.known, command.by, command.consented_by, "INV-33")
    return [
        InvitationWithdrawn(
            family=command.family,
            meeting=invitation.meeting,
            invitation=command.invitation,
            reason=command.reason,
            consented_by=consented_by,
        )
    ]


# What others ask


def invited(state: State, meeting: MeetingId, kind: InviteeKind) -> frozenset[Id]:
    """Who of a kind is invited to a meeting, whatever they answered."""
    return frozenset(
        each.invitee
        for each in state.invitations.values()
        if each.meeting == meeting and each.kind is kind and not each.withdrawn
    )


# Evolve


def evolve_invitations(state: State, event: InvitationEvent) -> State:
    """The invitations after an event."""
    if isinstance(event, InvitationIssued):
        now = Invitation(event.meeting, event.invitee_kind, event.invitee)
    elif (before := state.invitations.get(event.invitation)) is None:
        return state
    elif isinstance(event, InvitationAnswered):
        now = replace(before, answer=event.answer)
    else:
        now = replace(before, withdrawn=True)
    return replace(state, invitations={**state.invitations, event.invitation: now})
