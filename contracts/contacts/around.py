"""Who is around a family: attached professionals, contacts and how many they are, consultants, supporters, visits."""

from datetime import date
from enum import StrEnum
from typing import Annotated, ClassVar

from contracts.codes import (
    CompetenceCode,
    DepartmentCode,
    FunctionCode,
    LegalCode,
    ProfessionCode,
    PurposeCode,
    ReasonCode,
    RelationCode,
    TopicCode,
)
from contracts.contacts.registers import Employer
from contracts.contacts.sharing import SharedWithSupporter
from contracts.ids import ConsultationId, FamilyId, PersonId, ProfessionalId, SupporterId
from contracts.meaning import Unit
from contracts.shapes import Count, Event, Part, Sealed


class BasisKind(StrEnum):
    """What allows a professional to see the plan. X-01."""

    LAW = "law"
    CONSENT = "consent"


class Basis(Part):
    """The basis of an attachment (hjemmel / samtykke) and its term, in days of Europe/Copenhagen. X-01.

    `reference` is a code of the table of legal bases, or the id of a consent.
    """

    kind: BasisKind
    reference: LegalCode
    """A code of the table of legal bases, or the id of a consent."""
    valid_from: date
    valid_to: date | None = None


class ProfessionalAttached(Event):
    """A professional is attached to the family with a basis, and may see the plan (tilknyttet). R11, INV-38, X-01.

    Attached again: what it says now stands. `function` is what he or she does here, beside the profession. R28 to R30.
    `competences` are what the register says that he or she can do, such as a certified coach. M10.
    """

    wire: ClassVar[str] = "helhed.contacts.professional-attached.v1"
    family: FamilyId
    professional: ProfessionalId
    name: Annotated[str, Sealed(of="professional")]
    department: DepartmentCode
    profession: ProfessionCode
    purpose: PurposeCode
    basis: Basis
    function: FunctionCode | None = None
    employer: Employer = Employer.MUNICIPALITY
    competences: tuple[CompetenceCode, ...] = ()


class ProfessionalDetached(Event):
    """A professional is no longer attached, and may not see the plan (fratrådt). R11, INV-38.

    `detached_on` is the last day on which he or she was around the family: a meeting up to it may still name the person.
    """

    wire: ClassVar[str] = "helhed.contacts.professional-detached.v1"
    family: FamilyId
    professional: ProfessionalId
    reason: ReasonCode
    detached_on: date | None = None


class AttachmentExpired(Event):
    """An attachment's basis has reached its last day. The professional sees nothing until there is another. X-01.

    `due_on` is the basis' last day; `time` says when it was recorded.
    """

    wire: ClassVar[str] = "helhed.contacts.attachment-expired.v1"
    family: FamilyId
    professional: ProfessionalId
    due_on: date


class ContactKind(StrEnum):
    """Which contacts are counted. INV-06, INV-07."""

    DIRECT = "direct"
    SECONDARY = "secondary"


class ContactStarted(Event):
    """A professional has contact with the family; why, where he or she is not on the team. R09, R52, INV-06, INV-09.

    A secondary contact says which alternative was considered. `contacts` is how many of the kind there are now, to
    compare with those of the day of admission. INV-07, R56, T12.
    """

    wire: ClassVar[str] = "helhed.contacts.contact-started.v1"
    family: FamilyId
    professional: ProfessionalId
    kind: ContactKind
    reason: Annotated[str | None, Sealed(of="family")] = None
    alternative: Annotated[str | None, Sealed(of="family")] = None
    contacts: Annotated[Count, Unit("contacts")]


class ContactEnded(Event):
    """A professional has no contact of this kind any more. R09, R52, R56, P33, T12, INV-07."""

    wire: ClassVar[str] = "helhed.contacts.contact-ended.v1"
    family: FamilyId
    professional: ProfessionalId
    kind: ContactKind
    reason: ReasonCode
    contacts: Annotated[Count, Unit("contacts")]


class ContactReductionAgreed(Event):
    """How many direct contacts there are to be, and by when (færre medarbejdere). P33, C40."""

    wire: ClassVar[str] = "helhed.contacts.contact-reduction-agreed.v1"
    family: FamilyId
    direct_contacts: Annotated[Count, Unit("contacts")]
    by_date: date


class ContactThresholdExceeded(Event):
    """There are more contacts than the municipality's threshold: to be seen, never refused. INV-06, Q06."""

    wire: ClassVar[str] = "helhed.contacts.contact-threshold-exceeded.v1"
    family: FamilyId
    kind: ContactKind
    contacts: Annotated[Count, Unit("contacts")]
    threshold: Annotated[Count, Unit("contacts")]


class ConsultationRequested(Event):
    """A colleague is asked for advice instead of becoming one more contact (hinandens konsulenter). R26, R35."""

    wire: ClassVar[str] = "helhed.contacts.consultation-requested.v1"
    family: FamilyId
    consultation: ConsultationId
    consultant: ProfessionalId
    topic: TopicCode


class ConsultationGiven(Event):
    """The advice was given. The consultant is no contact. R35, INV-08."""

    wire: ClassVar[str] = "helhed.contacts.consultation-given.v1"
    family: FamilyId
    consultation: ConsultationId
    advice: Annotated[str | None, Sealed(of="family")] = None


class VisitPlace(StrEnum):
    """Where a citizen is met: on home ground rather than in the office. P04, P41."""

    HOME = "home"
    ACTIVITY_SITE = "activity-site"
    GROUP = "group"
    OFFICE = "office"


class VisitMade(Event):
    """A professional met the family (besøg). P04, P41, M14."""

    wire: ClassVar[str] = "helhed.contacts.visit-made.v1"
    family: FamilyId
    professional: ProfessionalId
    place: VisitPlace
    visited_on: date


class SupporterKind(StrEnum):
    """Who supports the family without deciding: network, voluntary organisations, private actors, mentors, the GP."""

    NETWORK_PERSON = "network-person"
    CIVIL_PARTNER = "civil-partner"
    PRIVATE_ACTOR = "private-actor"
    MENTOR = "mentor"
    GP = "gp"


class SupporterAdded(Event):
    """Somebody stands by the family (netværksperson, civil partner, mentor). R19, R21 to R23, R32, O09, O19.

    `mentor_of` is whom a mentor is there for. What they see is only what the family shares. INV-66.
    """

    wire: ClassVar[str] = "helhed.contacts.supporter-added.v1"
    family: FamilyId
    supporter: SupporterId
    kind: SupporterKind
    name: Annotated[str, Sealed(of="family")]
    relation: RelationCode
    organisation: Annotated[str | None, Sealed(of="family")] = None
    mentor_of: PersonId | None = None


class SupportPledged(Event):
    """A supporter said what he or she will do (støtte op om planen). R22."""

    wire: ClassVar[str] = "helhed.contacts.support-pledged.v1"
    family: FamilyId
    supporter: SupporterId
    pledge: Annotated[str, Sealed(of="family")]


class SupporterLeft(Event):
    """A supporter no longer stands by the family; a mentor's time has ended. R21, R32."""

    wire: ClassVar[str] = "helhed.contacts.supporter-left.v1"
    family: FamilyId
    supporter: SupporterId
    reason: ReasonCode


class WorkingRole(StrEnum):
    """How a professional works with the family, beside the profession. R36 to R38, C42."""

    RESOURCE_MASTER = "resource-master"
    CO_BUILDER = "co-builder"
    TRANSLATOR = "translator"


class WorkingRoleTaken(Event):
    """A professional took a working role: ressourcemester, medbygger or oversætter. R36 to R38."""

    wire: ClassVar[str] = "helhed.contacts.working-role-taken.v1"
    family: FamilyId
    professional: ProfessionalId
    role: WorkingRole


AroundEvent = (
    ProfessionalAttached
    | ProfessionalDetached
    | AttachmentExpired
    | ContactStarted
    | ContactEnded
    | ContactReductionAgreed
    | ContactThresholdExceeded
    | ConsultationRequested
    | ConsultationGiven
    | VisitMade
    | SupporterAdded
    | SupportPledged
    | SupporterLeft
    | SharedWithSupporter
    | WorkingRoleTaken
)
"""What is said of those around it."""
