"""Who is invited to a meeting, in the family's name, and what they answer."""

from enum import StrEnum
from typing import Annotated, ClassVar

from contracts.codes import ReasonCode
from contracts.ids import FamilyId, Id, InvitationId, MeetingId, PersonId
from contracts.shapes import Event, PartyKind, Sealed


class InviteeKind(StrEnum):
    """Who is invited. A supporter is one of contacts' register of the family. R19 to R22, R31, INV-67."""

    PERSON = "person"
    PROFESSIONAL = "professional"
    SUPPORTER = "supporter"


class InvitationIssued(Event):
    """Somebody is invited in the family's name, with its consent (indkaldelse). A18, P15, P16, INV-32, INV-33.

    `reason` says why a professional who has no part in the family is invited all the same. INV-67.
    """

    wire: ClassVar[str] = "helhed.meetings.invitation-issued.v1"
    family: FamilyId
    meeting: MeetingId
    invitation: InvitationId
    invitee_kind: InviteeKind
    invitee: Id
    consented_by: tuple[PersonId, ...]
    sent_by_kind: PartyKind
    sent_by: Id
    reason: Annotated[str | None, Sealed(of="family")] = None


class InvitationAnswer(StrEnum):
    """What an invited one answers. A18."""

    ACCEPTED = "accepted"
    DECLINED = "declined"


class InvitationAnswered(Event):
    """An invitation was accepted or declined; the latest answer stands. A18."""

    wire: ClassVar[str] = "helhed.meetings.invitation-answered.v1"
    family: FamilyId
    meeting: MeetingId
    invitation: InvitationId
    answer: InvitationAnswer


class InvitationWithdrawn(Event):
    """The family takes an invitation back, as these members want it. A18, INV-32, INV-33."""

    wire: ClassVar[str] = "helhed.meetings.invitation-withdrawn.v1"
    family: FamilyId
    meeting: MeetingId
    invitation: InvitationId
    reason: ReasonCode
    consented_by: tuple[PersonId, ...] = ()
