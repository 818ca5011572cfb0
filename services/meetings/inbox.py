"""What meetings takes from departments' systems: answers to invitations, and what became of agreed actions. INV-58."""

from collections.abc import Mapping

from contracts.inbox import meetings as facts
from contracts.inbox.fact import Fact
from services.inbox import As
from services.meetings import actions, invitations

COMMANDS: Mapping[type[Fact], As] = {
    facts.InvitationAnswered: As(invitations.AnswerInvitation),
    facts.AgreementEnded: As(actions.EndAgreement),
}
"""The command of each kind of fact."""

WAITS_FOR = frozenset({"agreement_unknown", "family_unknown", "invitation_unknown"})
"""Refusals of what may come to be: the message is tried again, for a time."""
