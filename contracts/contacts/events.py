"""What contacts says: who is in a family, who is attached to it, its team, coordinator and primary contact."""

from datetime import date
from enum import StrEnum
from typing import Annotated, ClassVar

from contracts.ids import FamilyId, MeetingId, PersonId, ProfessionalId
from contracts.shapes import Code, Event, Part, Sealed, wire_names


class Role(StrEnum):
    """A member's place in the family. Young is 15 to 17 years (ung)."""

    ADULT = "adult"
    YOUNG = "young"
    CHILD = "child"


class BasisKind(StrEnum):
    """What allows a professional to see the plan. X-01."""

    LAW = "law"
    CONSENT = "consent"


class Basis(Part):
    """The basis of an attachment (hjemmel / samtykke) and its term, in days of Europe/Copenhagen. X-01."""

    kind: BasisKind
    reference: Code
    valid_from: date
    valid_to: date | None = None


class Member(Part):
    """A member of a family (familiemedlem). R02."""

    person: PersonId
    role: Role
    name: Annotated[str, Sealed(of="person")]


class PersonRegistered(Event):
    """A person is known to the municipality (borger). R05."""

    wire: ClassVar[str] = "helhed.contacts.person-registered.v1"
    person: PersonId
    role: Role
    name: Annotated[str, Sealed(of="person")]


class ProfessionalRegistered(Event):
    """A professional of the municipality is known (fagperson). R11."""

    wire: ClassVar[str] = "helhed.contacts.professional-registered.v1"
    professional: ProfessionalId
    department: Code
    profession: Code
    name: Annotated[str, Sealed(of="professional")]


class FamilyRegistered(Event):
    """A family is registered with its members (familie). R01."""

    wire: ClassVar[str] = "helhed.contacts.family-registered.v1"
    family: FamilyId
    members: tuple[Member, ...]


class FamilyMemberAdded(Event):
    """Somebody joined the family (familiemedlem). R02."""

    wire: ClassVar[str] = "helhed.contacts.family-member-added.v1"
    family: FamilyId
    member: Member


class ProfessionalAttached(Event):
    """A professional is attached to the family with a basis, and may see the plan (tilknyttet). R11, INV-38, X-01."""

    wire: ClassVar[str] = "helhed.contacts.professional-attached.v1"
    family: FamilyId
    professional: ProfessionalId
    name: Annotated[str, Sealed(of="professional")]
    department: Code
    profession: Code
    purpose: Code
    basis: Basis


class ProfessionalDetached(Event):
    """A professional is no longer attached, and may not see the plan (fratrådt). R11, INV-38."""

    wire: ClassVar[str] = "helhed.contacts.professional-detached.v1"
    family: FamilyId
    professional: ProfessionalId
    reason: Code


class CoordinationTeamEstablished(Event):
    """The coordination team stands (tværgående koordinationsteam). R10, INV-10, INV-11."""

    wire: ClassVar[str] = "helhed.contacts.coordination-team-established.v1"
    family: FamilyId
    members: tuple[ProfessionalId, ...]
    pre_meeting: MeetingId | None = None
    pre_meeting_waived: Annotated[str | None, Sealed(of="family")] = None


class TeamMemberAdded(Event):
    """A professional joined the coordination team. R10, INV-10."""

    wire: ClassVar[str] = "helhed.contacts.team-member-added.v1"
    family: FamilyId
    professional: ProfessionalId


class TeamMemberRemoved(Event):
    """A professional left the coordination team. R10."""

    wire: ClassVar[str] = "helhed.contacts.team-member-removed.v1"
    family: FamilyId
    professional: ProfessionalId


class CoordinatorChosen(Event):
    """The family chose its coordinator from the team (tværfaglig koordinator). R07, INV-01 to INV-04."""

    wire: ClassVar[str] = "helhed.contacts.coordinator-chosen.v1"
    family: FamilyId
    professional: ProfessionalId
    chosen_by: tuple[PersonId, ...]
    previous: ProfessionalId | None = None


class CoordinatorVacated(Event):
    """The family has no coordinator any more. R07, INV-01."""

    wire: ClassVar[str] = "helhed.contacts.coordinator-vacated.v1"
    family: FamilyId
    professional: ProfessionalId


class PrimaryContactDesignated(Event):
    """One professional is the family's primary contact (primær kontaktperson). R08, INV-05."""

    wire: ClassVar[str] = "helhed.contacts.primary-contact-designated.v1"
    family: FamilyId
    professional: ProfessionalId
    previous: ProfessionalId | None = None


class PrimaryContactVacated(Event):
    """The family has no primary contact any more: to be seen at once. R08, INV-05."""

    wire: ClassVar[str] = "helhed.contacts.primary-contact-vacated.v1"
    family: FamilyId
    professional: ProfessionalId


FamilyEvent = (
    FamilyRegistered
    | FamilyMemberAdded
    | ProfessionalAttached
    | ProfessionalDetached
    | CoordinationTeamEstablished
    | TeamMemberAdded
    | TeamMemberRemoved
    | CoordinatorChosen
    | CoordinatorVacated
    | PrimaryContactDesignated
    | PrimaryContactVacated
)

EVENTS = wire_names(
    PersonRegistered,
    ProfessionalRegistered,
    FamilyRegistered,
    FamilyMemberAdded,
    ProfessionalAttached,
    ProfessionalDetached,
    CoordinationTeamEstablished,
    TeamMemberAdded,
    TeamMemberRemoved,
    CoordinatorChosen,
    CoordinatorVacated,
    PrimaryContactDesignated,
    PrimaryContactVacated,
)
