"""The registers of contacts: persons, professionals, departments, and the ids that other systems know a person by."""

from enum import StrEnum
from typing import Annotated, ClassVar

from contracts.codes import CompetenceCode, DepartmentCode, IdSystemCode, ProfessionCode
from contracts.ids import ExternalId, PersonId, ProfessionalId
from contracts.shapes import Event, Sealed


class Role(StrEnum):
    """A member's place in the family. Young is 15 to 17 years (ung)."""

    ADULT = "adult"
    """A parent or another adult of the family (forælder, voksen). R04."""
    YOUNG = "young"
    CHILD = "child"


class Employer(StrEnum):
    """Who employs a professional: only the municipality's own may be on a coordination team. INV-10."""

    MUNICIPALITY = "municipality"
    OTHER = "other"


class PersonRegistered(Event):
    """A person is known to the municipality (borger). R05. `born` is an ISO date, sealed."""

    wire: ClassVar[str] = "helhed.contacts.person-registered.v1"
    person: PersonId
    role: Role
    name: Annotated[str, Sealed(of="person")]
    born: Annotated[str | None, Sealed(of="person")] = None


class PersonChanged(Event):
    """What the register says of a person changed: a name, a role. R05. `born` stands where it was told, or corrected."""

    wire: ClassVar[str] = "helhed.contacts.person-changed.v1"
    person: PersonId
    role: Role
    name: Annotated[str, Sealed(of="person")]
    born: Annotated[str | None, Sealed(of="person")] = None


class AddressProtectionSet(Event):
    """A person's address is protected, or no longer: in every family that the person belongs to. X-06."""

    wire: ClassVar[str] = "helhed.contacts.address-protection-set.v1"
    person: PersonId
    protected: bool
    """The address is protected from now on."""


class ExternalIdLinked(Event):
    """Another system's id of a person, found by a keyed hash that `external` is made of. R05, X-05.

    `system` says whose id it is, `cpr` among them; the value is sealed and known to contacts alone.
    """

    wire: ClassVar[str] = "helhed.contacts.external-id-linked.v1"
    external: ExternalId
    system: IdSystemCode
    person: PersonId
    value: Annotated[str, Sealed(of="person")]


class ExternalIdUnlinked(Event):
    """The id was another's after all: it names nobody, until it is linked anew. R05."""

    wire: ClassVar[str] = "helhed.contacts.external-id-unlinked.v1"
    external: ExternalId
    person: PersonId


class ProfessionalRegistered(Event):
    """A professional of the municipality is known (fagperson). R11."""

    wire: ClassVar[str] = "helhed.contacts.professional-registered.v1"
    professional: ProfessionalId
    department: DepartmentCode
    profession: ProfessionCode
    name: Annotated[str, Sealed(of="professional")]
    employer: Employer = Employer.MUNICIPALITY
    competences: tuple[CompetenceCode, ...] = ()


class ProfessionalChanged(Event):
    """A professional moved to another department, changed profession, or learnt something. R11, M10."""

    wire: ClassVar[str] = "helhed.contacts.professional-changed.v1"
    professional: ProfessionalId
    department: DepartmentCode
    profession: ProfessionCode
    name: Annotated[str, Sealed(of="professional")]
    competences: tuple[CompetenceCode, ...] = ()


class ProfessionalLeft(Event):
    """A professional left the municipality, and is detached from every family (fratrådt). R11, INV-38."""

    wire: ClassVar[str] = "helhed.contacts.professional-left.v1"
    professional: ProfessionalId


class DepartmentRegistered(Event):
    """A department takes part, with who leads it (afdeling). R46, R47."""

    wire: ClassVar[str] = "helhed.contacts.department-registered.v1"
    department: DepartmentCode
    lead: ProfessionalId | None = None


RegisterEvent = (
    PersonRegistered
    | PersonChanged
    | AddressProtectionSet
    | ExternalIdLinked
    | ExternalIdUnlinked
    | ProfessionalRegistered
    | ProfessionalChanged
    | ProfessionalLeft
    | DepartmentRegistered
)
"""What is said of the registers: no family's."""
