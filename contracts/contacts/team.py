"""The coordination team, the coordinator, the primary contact, and the collaboration contract between them."""

from datetime import date
from enum import StrEnum
from typing import Annotated, ClassVar

from contracts.codes import PlanChangeCode, ReasonCode
from contracts.ids import ContractId, FamilyId, FocusAreaId, Id, MeetingId, PersonId, ProfessionalId
from contracts.meaning import Unit
from contracts.shapes import Count, Event, Part, Sealed


class CoordinationTeamEstablished(Event):
    """The coordination team stands (tværgående koordinationsteam). R10, INV-10, INV-11.

    By `established_on` one sees how long the departments worked together before the rehabilitation team. P48.
    """

    wire: ClassVar[str] = "helhed.contacts.coordination-team-established.v1"
    family: FamilyId
    members: tuple[ProfessionalId, ...]
    pre_meeting: MeetingId | None = None
    pre_meeting_waived: Annotated[str | None, Sealed(of="family")] = None
    established_on: date | None = None


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


class TeamReviewDue(Event):
    """The plan moved, so the team is to be looked at again. P07, P31, INV-47. `plans_version`: what moved it."""

    wire: ClassVar[str] = "helhed.contacts.team-review-due.v1"
    family: FamilyId
    because: PlanChangeCode
    plans_version: Annotated[Count, Unit("events of the family in plans")]


class TeamCompositionReviewed(Event):
    """The team's composition was looked at, against these focus areas, also where nothing changed. P07, INV-47.

    `plans_version` is how much of the plan was seen by then: what moved it before is no news.
    """

    wire: ClassVar[str] = "helhed.contacts.team-composition-reviewed.v1"
    family: FamilyId
    focus_areas: tuple[FocusAreaId, ...]
    without_member: tuple[FocusAreaId, ...] = ()
    conclusion: Annotated[str | None, Sealed(of="family")] = None
    plans_version: Annotated[Count, Unit("events of the family in plans")] = 0


class CoordinatorChosen(Event):
    """The family chose its coordinator from the team (tværfaglig koordinator). R07, INV-01 to INV-04."""

    wire: ClassVar[str] = "helhed.contacts.coordinator-chosen.v1"
    family: FamilyId
    professional: ProfessionalId
    chosen_by: tuple[PersonId, ...]
    previous: ProfessionalId | None = None


class CoordinatorHandoverStarted(Event):
    """The family chose another coordinator, who has not accepted yet: the old one holds until then. R07, INV-03."""

    wire: ClassVar[str] = "helhed.contacts.coordinator-handover-started.v1"
    family: FamilyId
    professional: ProfessionalId
    chosen_by: tuple[PersonId, ...]
    previous: ProfessionalId


class CoordinatorHandoverAccepted(Event):
    """The baton is taken: from now on this one is the coordinator. R07, INV-03, INV-48."""

    wire: ClassVar[str] = "helhed.contacts.coordinator-handover-accepted.v1"
    family: FamilyId
    professional: ProfessionalId
    previous: ProfessionalId


class CoordinatorHandoverEnded(Event):
    """The baton stays where it was: the one who was chosen declined, or left. R07, INV-03."""

    wire: ClassVar[str] = "helhed.contacts.coordinator-handover-ended.v1"
    family: FamilyId
    professional: ProfessionalId
    reason: ReasonCode


class CoordinatorDeputyNamed(Event):
    """Somebody on the team stands in for the coordinator for some days (stedfortræder). R07."""

    wire: ClassVar[str] = "helhed.contacts.coordinator-deputy-named.v1"
    family: FamilyId
    deputy: ProfessionalId
    valid_from: date
    valid_to: date


class CoordinatorDeputyEnded(Event):
    """The days of a deputy are over: said by the clock, so that nobody's own day decides it. R07, INV-40.

    `due_on` is the deputy's last day.
    """

    wire: ClassVar[str] = "helhed.contacts.coordinator-deputy-ended.v1"
    family: FamilyId
    deputy: ProfessionalId
    due_on: date


class CoordinatorVacated(Event):
    """The family has no coordinator any more; why, and who of the family wanted it, where somebody did. R07, INV-01."""

    wire: ClassVar[str] = "helhed.contacts.coordinator-vacated.v1"
    family: FamilyId
    professional: ProfessionalId
    reason: ReasonCode | None = None
    decided_by: tuple[PersonId, ...] = ()


class PrimaryContactDesignated(Event):
    """One professional is the family's primary contact (primær kontaktperson). R08, T12, INV-05.

    `chosen_by`: who of the family trusts this one, where they said so.
    """

    wire: ClassVar[str] = "helhed.contacts.primary-contact-designated.v1"
    family: FamilyId
    professional: ProfessionalId
    previous: ProfessionalId | None = None
    chosen_by: tuple[PersonId, ...] = ()


class PrimaryContactVacated(Event):
    """The family has no primary contact any more: to be seen at once. R08, T12, INV-05."""

    wire: ClassVar[str] = "helhed.contacts.primary-contact-vacated.v1"
    family: FamilyId
    professional: ProfessionalId


class Sections(Part):
    """What a collaboration contract says: of collaboration, roles and competences. INV-49."""

    family: FamilyId
    expectations: Annotated[str, Sealed(of="family")]
    roles: Annotated[str, Sealed(of="family")]
    competences: Annotated[str, Sealed(of="family")]


class ContractParty(StrEnum):
    """The three parties of a collaboration contract. INV-48."""

    TEAM = "team"
    COORDINATOR = "coordinator"
    FAMILY = "family"


class ContractDrafted(Event):
    """A collaboration contract, or its next version, to be signed by all three (samarbejdskontrakt). A17, INV-49."""

    wire: ClassVar[str] = "helhed.contacts.contract-drafted.v1"
    family: FamilyId
    contract: ContractId
    version: Annotated[Count, Unit("versions of the contract")]
    sections: Sections


class ContractSigned(Event):
    """A party signed this version; `signed_by` is who did so for it. A17, INV-48.

    With the signatures of all three parties it is in force.
    """

    wire: ClassVar[str] = "helhed.contacts.contract-signed.v1"
    family: FamilyId
    contract: ContractId
    version: Annotated[Count, Unit("versions of the contract")]
    party: ContractParty
    signed_by: Id
    in_force: bool
    """All three parties have signed this version."""


class ContractAwaitsSignature(Event):
    """A new coordinator has not signed yet: the contract is not in force until then. A17, INV-48."""

    wire: ClassVar[str] = "helhed.contacts.contract-awaits-signature.v1"
    family: FamilyId
    contract: ContractId
    version: Annotated[Count, Unit("versions of the contract")]
    party: ContractParty


class ContractEnded(Event):
    """The contract has ended, and why. A17."""

    wire: ClassVar[str] = "helhed.contacts.contract-ended.v1"
    family: FamilyId
    contract: ContractId
    reason: ReasonCode


TeamEvent = (
    CoordinationTeamEstablished
    | TeamMemberAdded
    | TeamMemberRemoved
    | TeamReviewDue
    | TeamCompositionReviewed
    | CoordinatorChosen
    | CoordinatorHandoverStarted
    | CoordinatorHandoverAccepted
    | CoordinatorHandoverEnded
    | CoordinatorDeputyNamed
    | CoordinatorDeputyEnded
    | CoordinatorVacated
    | PrimaryContactDesignated
    | PrimaryContactVacated
    | ContractDrafted
    | ContractSigned
    | ContractAwaitsSignature
    | ContractEnded
)
"""What is said of the team, the coordinator and the contract."""
