"""What contacts takes, as its schemas say. Made by `make generate`."""

from typing import NotRequired, TypedDict

from helhed_department.kinds import Kind


class ContactEnded(TypedDict):
    """Somebody has no contact of this kind any more (kontakt ophørt). R09, R52, P33, INV-07."""

    professional: str
    kind: str
    reason: str


class ContactStarted(TypedDict):
    """Somebody attached has contact with the family now (kontakt). R09, R52, INV-06, INV-07, INV-09."""

    professional: str
    kind: str
    reason: NotRequired[str | None]
    alternative: NotRequired[str | None]


class ProfessionalChanged(TypedDict):
    """Somebody of the department does something else now, or can do more (kompetencer). R11, INV-51,
    INV-63."""

    profession: str
    name: str
    competences: NotRequired[list[str]]


class ProfessionalLeft(TypedDict):
    """Somebody of the department left the municipality: detached from every family (fratrådt). R11,
    INV-38."""


class ProfessionalRegistered(TypedDict):
    """Somebody works for the department now: its own people alone (fagperson). R11, R14 to R18, INV-63."""

    profession: str
    name: str
    employer: NotRequired[str]
    competences: NotRequired[list[str]]


class VisitMade(TypedDict):
    """Somebody met the family, and where (besøg). P04, P41."""

    professional: str
    place: str
    visited_on: str


CONTACT_ENDED = Kind[ContactEnded]("helhed.inbox.contact-ended.v1")
CONTACT_STARTED = Kind[ContactStarted]("helhed.inbox.contact-started.v1")
PROFESSIONAL_CHANGED = Kind[ProfessionalChanged]("helhed.inbox.professional-changed.v1")
PROFESSIONAL_LEFT = Kind[ProfessionalLeft]("helhed.inbox.professional-left.v1")
PROFESSIONAL_REGISTERED = Kind[ProfessionalRegistered]("helhed.inbox.professional-registered.v1")
VISIT_MADE = Kind[VisitMade]("helhed.inbox.visit-made.v1")
