"""What meetings takes from departments' systems: answers to invitations, and what became of agreed actions. INV-58."""

from typing import ClassVar

from contracts.codes import ReasonCode
from contracts.ids import AgreementId, InvitationId
from contracts.inbox.fact import Fact
from contracts.meetings.events import AgreementEnding, InvitationAnswer


class InvitationAnswered(Fact):
    """The professional who is `actor` accepts or declines an invitation (svar på indkaldelse). A18."""

    wire: ClassVar[str] = "helhed.inbox.invitation-answered.v1"
    invitation: InvitationId
    answer: InvitationAnswer


class AgreementEnded(Fact):
    """An agreed action was done, or will not be, and why (aftale overholdt eller brudt). A21, A24."""

    wire: ClassVar[str] = "helhed.inbox.agreement-ended.v1"
    agreement: AgreementId
    ending: AgreementEnding
    reason: ReasonCode | None = None


FACTS: tuple[type[Fact], ...] = (
    InvitationAnswered,
    AgreementEnded,
)
