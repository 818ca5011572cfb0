"""What goes on around the family: contacts, advice, visits, supporters, requests, the contract. Told by contacts."""

from datetime import date
from typing import Annotated

from contracts.codes import RelationCode, TopicCode
from contracts.contacts.around import ContactKind, SupporterKind, VisitPlace, WorkingRole
from contracts.contacts.team import ContractParty
from contracts.ids import (
    ConsultationId,
    ContractId,
    HelpNeedId,
    PersonId,
    ProfessionalId,
    RequestId,
    SupporterId,
)
from contracts.meaning import Unit
from contracts.shapes import Count, Opened, Part

Contacts = Annotated[Count, Unit("contacts")]


class ReductionShown(Part):
    """How many direct contacts there are to be, and by when (færre medarbejdere). P33."""

    direct: Contacts
    by_date: date


class ContactsShown(Part):
    """Who is in contact with the family now, and how many were when it was admitted. R56, T12, T24, INV-07."""

    direct: tuple[ProfessionalId, ...]
    secondary: tuple[ProfessionalId, ...]
    direct_at_admission: Annotated[int, Unit("contacts")] | None
    above_threshold: tuple[ContactKind, ...]
    """Those kinds of which there are more than the municipality's threshold. INV-06."""
    agreed: ReductionShown | None


class ConsultationShown(Part):
    """A colleague's advice in place of one more contact; the advice itself isn't told. R35."""

    consultation: ConsultationId
    consultant: ProfessionalId
    topic: TopicCode
    given: bool
    """The advice was given."""


class VisitShown(Part):
    """A professional met the family (besøg). P04, P41."""

    professional: ProfessionalId
    place: VisitPlace
    visited_on: date


class WorkingRoleShown(Part):
    """How a professional works with the family, beside the profession. R36 to R38."""

    professional: ProfessionalId
    role: WorkingRole


class SupporterShown(Part):
    """Somebody who stands by the family (netværksperson, civil partner, mentor). R19, R21 to R23, R32."""

    supporter: SupporterId
    kind: SupporterKind
    name: Opened
    """What he or she is called."""
    relation: RelationCode
    organisation: Opened | None
    """Which he or she comes from, where there is one."""
    mentor_of: PersonId | None
    """Whom a mentor is there for."""
    pledges: tuple[Opened, ...]
    """What he or she said to do. R22."""
    left: bool
    """He or she stands by the family no more."""


class HelpNeedShown(Part):
    """What a family needs help with, by its topic: the words aren't told. P27, INV-63."""

    need: HelpNeedId
    person: PersonId
    topic: TopicCode
    met: bool
    """The family got help with it."""


class ContactRequestShown(Part):
    """A professional is asked to contact the family, by the end of a day (kontakt). P27, INV-64."""

    request: RequestId
    need: HelpNeedId | None
    professional: ProfessionalId
    due_on: date
    made_on: date | None
    """When the contact was made; null where it wasn't yet."""
    overdue: bool
    """Nobody had contacted the family by the end of the day."""
    ended: bool
    """It is waited for no more: taken back, or open when the case was closed."""


class ContractShown(Part):
    """The collaboration contract that stands; what it says is the parties' own (samarbejdskontrakt). INV-48."""

    contract: ContractId
    version: Annotated[Count, Unit("versions of the contract")]
    signed: tuple[ContractParty, ...]
    """Who has signed this version."""
    in_force: bool
    """All three parties have signed this version."""


class AroundShown(Part):
    """What goes on around the family, in the order in which it came."""

    contacts: ContactsShown
    consultations: tuple[ConsultationShown, ...]
    visits: tuple[VisitShown, ...]
    working_roles: tuple[WorkingRoleShown, ...]
    supporters: tuple[SupporterShown, ...]
    help_needs: tuple[HelpNeedShown, ...]
    contact_requests: tuple[ContactRequestShown, ...]
    contract: ContractShown | None
