"""What plans says: wishes, focus areas and their priority, goals, interventions, approval of the plan."""

from datetime import date
from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field

from contracts.ids import (
    FamilyId,
    FocusAreaId,
    GoalId,
    Id,
    InterventionId,
    MeetingId,
    PersonId,
    PlanId,
    ProfessionalId,
    WishId,
)
from contracts.shapes import Code, Event, Part, Rank, Sealed, wire_names

Level = Annotated[int, Field(ge=1, le=3)]
Revision = Annotated[int, Field(ge=0, le=1_000_000)]
Version = Annotated[int, Field(ge=0, lt=2**53)]


class PartyKind(StrEnum):
    """Whether an author or owner is a member of the family or a professional. INV-13, INV-42."""

    PERSON = "person"
    PROFESSIONAL = "professional"


class Answer(StrEnum):
    """What a team member present says of the plan. Silence is no answer. INV-21."""

    APPROVED = "approved"
    RESERVED = "reserved"


class Approval(Part):
    """A team member's answer, with the reservation where there is one (forbehold). INV-21."""

    family: FamilyId
    professional: ProfessionalId
    answer: Answer
    reservation: Annotated[str | None, Sealed(of="family")] = None


class PlanDrafted(Event):
    """The family has a plan, empty as yet (familieplan / helhedsplan). A01, INV-16."""

    wire: ClassVar[str] = "helhed.plans.plan-drafted.v1"
    family: FamilyId
    plan: PlanId
    revision: Revision


class FamilyWishRecorded(Event):
    """A member of the family said what he or she wishes, in own words (ønske). A40, INV-43."""

    wire: ClassVar[str] = "helhed.plans.family-wish-recorded.v1"
    family: FamilyId
    wish: WishId
    person: PersonId
    own_words: Annotated[str, Sealed(of="person")]
    revision: Revision


class FocusAreaAdded(Event):
    """The plan got a focus area, last until the family sets the order (fokusområde). A08, INV-41."""

    wire: ClassVar[str] = "helhed.plans.focus-area-added.v1"
    family: FamilyId
    focus_area: FocusAreaId
    title: Annotated[str, Sealed(of="family")]
    revision: Revision


class PriorityAgreed(Event):
    """The family set the order of all its focus areas, the first first (prioritering). A09, INV-41."""

    wire: ClassVar[str] = "helhed.plans.priority-agreed.v1"
    family: FamilyId
    focus_areas: tuple[FocusAreaId, ...]
    agreed_by: tuple[PersonId, ...]
    revision: Revision


class GoalDefined(Event):
    """A goal stands, in its author's own words (mål, delmål, del-delmål). A04, INV-13, INV-14, INV-42.

    `author` and `owner` are persons or professionals, as their kind says. `rank` orders goals of one parent.
    """

    wire: ClassVar[str] = "helhed.plans.goal-defined.v1"
    family: FamilyId
    goal: GoalId
    parent: GoalId | None = None
    level: Level
    focus_area: FocusAreaId | None = None
    wish: WishId | None = None
    author_kind: PartyKind
    author: Id
    own_words: Annotated[str, Sealed(of="author")]
    professional_wording: Annotated[str | None, Sealed(of="family")] = None
    owner_kind: PartyKind
    owner: Id
    target_date: date | None = None
    rank: Rank
    revision: Revision


class InterventionAdded(Event):
    """An intervention works for a goal, by a department and a law (indsats). A05, INV-13."""

    wire: ClassVar[str] = "helhed.plans.intervention-added.v1"
    family: FamilyId
    intervention: InterventionId
    goal: GoalId
    title: Annotated[str, Sealed(of="family")]
    department: Code
    legal_basis: Code
    provider: Annotated[str | None, Sealed(of="family")] = None
    starts: date
    ends: date | None = None
    revision: Revision


class PlanApproved(Event):
    """This revision of the plan was approved at a held network meeting (godkendt). A23, INV-19 to INV-21."""

    wire: ClassVar[str] = "helhed.plans.plan-approved.v1"
    family: FamilyId
    plan: PlanId
    revision: Revision
    meeting: MeetingId
    approvals: tuple[Approval, ...]
    approved_by: tuple[PersonId, ...]


class ApprovalQuestioned(Event):
    """What was learnt of the meeting later contradicts the approval: somebody must look. INV-20, INV-21.

    `rule` and `reason` are codes such as `inv-20` and `no_adult_present`, seen at `meetings_version`.
    """

    wire: ClassVar[str] = "helhed.plans.approval-questioned.v1"
    family: FamilyId
    plan: PlanId
    meeting: MeetingId
    rule: Code
    reason: Code
    meetings_version: Version


FamilyEvent = (
    PlanDrafted
    | FamilyWishRecorded
    | FocusAreaAdded
    | PriorityAgreed
    | GoalDefined
    | InterventionAdded
    | PlanApproved
    | ApprovalQuestioned
)

EVENTS = wire_names(
    PlanDrafted,
    FamilyWishRecorded,
    FocusAreaAdded,
    PriorityAgreed,
    GoalDefined,
    InterventionAdded,
    PlanApproved,
    ApprovalQuestioned,
)
