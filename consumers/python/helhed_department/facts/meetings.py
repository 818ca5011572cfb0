"""What meetings takes, as its schemas say. Made by `make generate`."""

from typing import NotRequired, TypedDict

from helhed_department.kinds import Kind


class AgreementEnded(TypedDict):
    """An agreed action was done, or will not be, and why (aftale overholdt eller brudt). A21, A24."""

    agreement: str
    ending: str
    reason: NotRequired[str | None]


class InvitationAnswered(TypedDict):
    """The professional who is `actor` accepts or declines an invitation (svar på indkaldelse). A18."""

    invitation: str
    answer: str


AGREEMENT_ENDED = Kind[AgreementEnded]("helhed.inbox.agreement-ended.v1")
INVITATION_ANSWERED = Kind[InvitationAnswered]("helhed.inbox.invitation-answered.v1")
