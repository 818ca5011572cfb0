"""What a family needs help with, who is asked to call, and what it consents to."""

from datetime import date
from typing import Annotated, ClassVar

from contracts.codes import DepartmentCode, EvidenceCode, PurposeCode, ReasonCode, ScopeCode, TopicCode
from contracts.ids import ConsentId, FamilyId, HelpNeedId, PersonId, ProfessionalId, RequestId
from contracts.shapes import Event, Sealed


class HelpNeedRaised(Event):
    """The family needs help with something: the right employee is to be found (behov for hjælp). P27, C28, INV-63."""

    wire: ClassVar[str] = "helhed.contacts.help-need-raised.v1"
    family: FamilyId
    need: HelpNeedId
    person: PersonId
    topic: TopicCode
    words: Annotated[str, Sealed(of="person")]


class ContactRequested(Event):
    """A professional is asked to contact the family, by the end of a day (kontakt). P27, INV-64.

    `requested_on`: no contact before that day answers it.
    """

    wire: ClassVar[str] = "helhed.contacts.contact-requested.v1"
    family: FamilyId
    request: RequestId
    need: HelpNeedId | None = None
    professional: ProfessionalId
    due_on: date
    requested_on: date | None = None


class ContactRequestWithdrawn(Event):
    """Nobody is asked for this contact any more, and why (trukket tilbage). P27, INV-64."""

    wire: ClassVar[str] = "helhed.contacts.contact-request-withdrawn.v1"
    family: FamilyId
    request: RequestId
    reason: ReasonCode


class ContactMade(Event):
    """The contact was made. P27, INV-64."""

    wire: ClassVar[str] = "helhed.contacts.contact-made.v1"
    family: FamilyId
    request: RequestId
    made_on: date


class ContactRequestOverdue(Event):
    """Nobody had contacted the family by the end of the day: seen once. P27, INV-64."""

    wire: ClassVar[str] = "helhed.contacts.contact-request-overdue.v1"
    family: FamilyId
    request: RequestId
    due_on: date


class HelpNeedMet(Event):
    """The family got help with it. P27."""

    wire: ClassVar[str] = "helhed.contacts.help-need-met.v1"
    family: FamilyId
    need: HelpNeedId


class ConsentGiven(Event):
    """The family consents to share: what, with whom, for what, how long (samtykke). X-01, X-02, Q14.

    About `person`, or the whole family. `given_by` are those who must: holders of custody, and the young from 16 on.
    """

    wire: ClassVar[str] = "helhed.contacts.consent-given.v1"
    family: FamilyId
    consent: ConsentId
    person: PersonId | None = None
    given_by: tuple[PersonId, ...]
    department: DepartmentCode | None = None
    professional: ProfessionalId | None = None
    scope: tuple[ScopeCode, ...]
    purpose: PurposeCode
    valid_from: date
    valid_to: date
    evidence: EvidenceCode


class ConsentWithdrawn(Event):
    """The consent is taken back: attachments that lean on it end in the same moment. X-01."""

    wire: ClassVar[str] = "helhed.contacts.consent-withdrawn.v1"
    family: FamilyId
    consent: ConsentId
    withdrawn_by: PersonId


class ConsentExpired(Event):
    """The consent has reached its last day. X-01."""

    wire: ClassVar[str] = "helhed.contacts.consent-expired.v1"
    family: FamilyId
    consent: ConsentId
    due_on: date


RequestEvent = (
    HelpNeedRaised
    | ContactRequested
    | ContactMade
    | ContactRequestOverdue
    | ContactRequestWithdrawn
    | HelpNeedMet
    | ConsentGiven
    | ConsentWithdrawn
    | ConsentExpired
)
"""What is said of help needs, requests and consents."""
