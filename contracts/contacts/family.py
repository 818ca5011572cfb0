"""A family's case: its members and households, legal bases, the offer of the model, visitation, closing."""

from datetime import date
from typing import Annotated, ClassVar

from contracts.codes import LegalCode, ProgrammeCode, ProgrammeGroupCode, ReasonCode, SourceCode
from contracts.contacts.registers import Role
from contracts.ids import FamilyId, LegalBasisId, MeetingId, PersonId, ProfessionalId
from contracts.meaning import Unit
from contracts.shapes import Event, Part, Sealed


class Member(Part):
    """A member of a family (familiemedlem). R02. `custody` names who holds custody of a child. X-02.

    `set_here`: the role is this family's own word, and the register's is not taken over.
    """

    person: PersonId
    role: Role
    name: Annotated[str, Sealed(of="person")]
    custody: tuple[PersonId, ...] = ()
    protected: bool = False
    """His or her address is protected. X-06."""
    set_here: bool = False
    """The role is this family's own word, not the register's."""
    born: Annotated[str | None, Sealed(of="person")] = None
    """The day of birth (ISO 8601) as the register had it; null where nobody told it. For counting by age alone: T02, T10."""


class FamilyRegistered(Event):
    """A family is registered with its members (familie). R01. `split_from` is the household that it came from."""

    wire: ClassVar[str] = "helhed.contacts.family-registered.v1"
    family: FamilyId
    members: tuple[Member, ...]
    split_from: FamilyId | None = None


class FamilyMemberAdded(Event):
    """Somebody joined the family (familiemedlem). R02."""

    wire: ClassVar[str] = "helhed.contacts.family-member-added.v1"
    family: FamilyId
    member: Member


class FamilyMemberChanged(Event):
    """A member's role, name, custody or address protection changed: this stands now. R02, X-02, X-06."""

    wire: ClassVar[str] = "helhed.contacts.family-member-changed.v1"
    family: FamilyId
    member: Member


class FamilyMemberLeft(Event):
    """A member no longer belongs to the family. R02. `moved_to` is the family that he or she moved to."""

    wire: ClassVar[str] = "helhed.contacts.family-member-left.v1"
    family: FamilyId
    person: PersonId
    reason: ReasonCode
    moved_to: FamilyId | None = None


class HouseholdSplit(Event):
    """The household became two: some moved into a new family, some belong to both (delt hushold). R01, R02.

    It stands before the events of those who leave; the plan asks about each of its open goals.
    """

    wire: ClassVar[str] = "helhed.contacts.household-split.v1"
    family: FamilyId
    into: FamilyId
    moved: tuple[PersonId, ...]
    shared: tuple[PersonId, ...] = ()


class HouseholdMerged(Event):
    """Another family came into this one; that one is closed and says so (sammenlagt). R01."""

    wire: ClassVar[str] = "helhed.contacts.household-merged.v1"
    family: FamilyId
    merged: FamilyId


class LegalBasisRecorded(Event):
    """The case rests on a paragraph for a term: a code of the table of legal bases (hjemmel). P01, INV-18, Q17."""

    wire: ClassVar[str] = "helhed.contacts.legal-basis-recorded.v1"
    family: FamilyId
    legal_basis: LegalBasisId
    code: LegalCode
    person: PersonId | None = None
    valid_from: date
    valid_to: date | None = None


class LegalBasisEnded(Event):
    """The case no longer rests on it, from this day on. P01, INV-18."""

    wire: ClassVar[str] = "helhed.contacts.legal-basis-ended.v1"
    family: FamilyId
    legal_basis: LegalBasisId
    ended_on: date


class EligibilityDecided(Event):
    """Whether the family is of the target group, and by which codes in force on that day. P01, INV-52. Traits of
    people are no part of it: nobody carries a label. INV-60.

    `unemployed_since` and `programme_group` (which of a programme's groups was chosen) belong to programmes that ask
    for them. T20, T25.
    """

    wire: ClassVar[str] = "helhed.contacts.eligibility-decided.v1"
    family: FamilyId
    eligible: bool
    """The family is of the target group."""
    codes: tuple[LegalCode, ...]
    decided_on: date
    reason: ReasonCode
    unemployed_since: date | None = None
    programme_group: ProgrammeGroupCode | None = None


class ModelOffered(Event):
    """The family was offered the model (samarbejdsmodellen tilbudt). P02, INV-53."""

    wire: ClassVar[str] = "helhed.contacts.model-offered.v1"
    family: FamilyId
    offered_on: date


class ModelAccepted(Event):
    """The family accepted; the case runs by the model from this day. P02, T17."""

    wire: ClassVar[str] = "helhed.contacts.model-accepted.v1"
    family: FamilyId
    accepted_by: tuple[PersonId, ...]
    started_on: date


class ModelDeclined(Event):
    """The family declined, and why, in its own words. P02, INV-53."""

    wire: ClassVar[str] = "helhed.contacts.model-declined.v1"
    family: FamilyId
    declined_by: tuple[PersonId, ...]
    reason: Annotated[str | None, Sealed(of="family")] = None


class FamilyReferred(Event):
    """The family was referred to a programme's visitation (henvist). P03, P49, R24. `source`: where it came from."""

    wire: ClassVar[str] = "helhed.contacts.family-referred.v1"
    family: FamilyId
    programme: ProgrammeCode
    source: SourceCode


class FamilyAdmitted(Event):
    """The visitation team admitted the family: the visitation date is set, once (visiteret). P03, A39, INV-51.

    `direct_contacts` is the number that later ones are compared with. INV-07, R56, T24.
    """

    wire: ClassVar[str] = "helhed.contacts.family-admitted.v1"
    family: FamilyId
    programme: ProgrammeCode
    visitation_date: date
    deciders: tuple[ProfessionalId, ...]
    health_professionals: tuple[ProfessionalId, ...]
    direct_contacts: Annotated[int, Unit("contacts")]
    meeting: MeetingId | None = None


class FamilyNotAdmitted(Event):
    """The visitation team did not admit the family, and why. P03, R24."""

    wire: ClassVar[str] = "helhed.contacts.family-not-admitted.v1"
    family: FamilyId
    programme: ProgrammeCode
    deciders: tuple[ProfessionalId, ...]
    reason: ReasonCode


class FamilyClosed(Event):
    """The case is closed: nobody is attached any more (afsluttet). R01, Q15, X-10.

    `continued_in` is the family that it was merged into; `handover` is for the municipality that it moved to.
    """

    wire: ClassVar[str] = "helhed.contacts.family-closed.v1"
    family: FamilyId
    reason: ReasonCode
    continued_in: FamilyId | None = None
    handover: Annotated[str | None, Sealed(of="family")] = None


class FamilyReopened(Event):
    """A closed case is opened again. R01."""

    wire: ClassVar[str] = "helhed.contacts.family-reopened.v1"
    family: FamilyId
    reason: ReasonCode


CaseEvent = (
    FamilyRegistered
    | FamilyMemberAdded
    | FamilyMemberChanged
    | FamilyMemberLeft
    | HouseholdSplit
    | HouseholdMerged
    | LegalBasisRecorded
    | LegalBasisEnded
    | EligibilityDecided
    | ModelOffered
    | ModelAccepted
    | ModelDeclined
    | FamilyReferred
    | FamilyAdmitted
    | FamilyNotAdmitted
    | FamilyClosed
    | FamilyReopened
)
"""What is said of the family and its case."""
