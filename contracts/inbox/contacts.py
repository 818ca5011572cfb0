"""What contacts takes from departments' systems: contacts, visits, and their own people. INV-58."""

from datetime import date
from typing import ClassVar

from contracts.codes import CompetenceCode, ProfessionCode, ReasonCode
from contracts.contacts.events import ContactKind, Employer, VisitPlace
from contracts.ids import ProfessionalId
from contracts.inbox.fact import Fact
from contracts.shapes import Text


class ContactStarted(Fact):
    """Somebody attached has contact with the family now (kontakt). R09, R52, INV-06, INV-07, INV-09.

    Outside the team, and for a secondary contact, it has a reason; a secondary one also an alternative.
    """

    wire: ClassVar[str] = "helhed.inbox.contact-started.v1"
    professional: ProfessionalId
    kind: ContactKind
    reason: Text | None = None
    alternative: Text | None = None


class ContactEnded(Fact):
    """Somebody has no contact of this kind any more (kontakt ophørt). R09, R52, P33, INV-07."""

    wire: ClassVar[str] = "helhed.inbox.contact-ended.v1"
    professional: ProfessionalId
    kind: ContactKind
    reason: ReasonCode


class VisitMade(Fact):
    """Somebody met the family, and where (besøg). P04, P41."""

    wire: ClassVar[str] = "helhed.inbox.visit-made.v1"
    professional: ProfessionalId
    place: VisitPlace
    visited_on: date


class ProfessionalRegistered(Fact):
    """Somebody works for the department now: its own people alone (fagperson). R11, R14 to R18, INV-63."""

    wire: ClassVar[str] = "helhed.inbox.professional-registered.v1"
    about: ClassVar[str] = "professional"
    profession: ProfessionCode
    name: Text
    employer: Employer = Employer.MUNICIPALITY
    competences: tuple[CompetenceCode, ...] = ()


class ProfessionalChanged(Fact):
    """Somebody of the department does something else now, or can do more (kompetencer). R11, INV-51, INV-63."""

    wire: ClassVar[str] = "helhed.inbox.professional-changed.v1"
    about: ClassVar[str] = "professional"
    profession: ProfessionCode
    name: Text
    competences: tuple[CompetenceCode, ...] = ()


class ProfessionalLeft(Fact):
    """Somebody of the department left the municipality: detached from every family (fratrådt). R11, INV-38."""

    wire: ClassVar[str] = "helhed.inbox.professional-left.v1"
    about: ClassVar[str] = "professional"


FACTS: tuple[type[Fact], ...] = (
    ContactStarted,
    ContactEnded,
    VisitMade,
    ProfessionalRegistered,
    ProfessionalChanged,
    ProfessionalLeft,
)
