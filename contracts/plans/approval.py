"""How the plan is agreed: approval in two stages, withheld approvals, revisions, and later doubt."""

from enum import StrEnum
from typing import Annotated, ClassVar

from contracts.codes import ReasonCode, RefusalCode, RuleCode
from contracts.ids import (
    ActivityId,
    FamilyId,
    GoalId,
    Id,
    InterventionId,
    MeetingId,
    PersonId,
    PlanId,
    ProfessionalId,
)
from contracts.plans.content import Revision, Version
from contracts.shapes import Event, Part, PartyKind, Sealed


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


class Stage(StrEnum):
    """A plan may be approved as preliminary while assessments are open, and as final later. Q13, P22."""

    PRELIMINARY = "preliminary"
    FINAL = "final"


class PlanApproved(Event):
    """This revision of the plan was approved at a held network meeting (godkendt). A23, INV-19 to INV-24.

    Before stages were told apart every approval was final.
    """

    wire: ClassVar[str] = "helhed.plans.plan-approved.v1"
    family: FamilyId
    plan: PlanId
    revision: Revision
    meeting: MeetingId
    stage: Stage = Stage.FINAL
    approvals: tuple[Approval, ...]
    approved_by: tuple[PersonId, ...]


class ApprovalWithheld(Event):
    """Somebody who must approve does not: the plan stays as it was, and the reason is kept. A23, INV-21, Q16."""

    wire: ClassVar[str] = "helhed.plans.approval-withheld.v1"
    family: FamilyId
    plan: PlanId
    revision: Revision
    meeting: MeetingId
    party_kind: PartyKind
    party: Id
    reason: Annotated[str, Sealed(of="family")]


class DisagreementTakenOn(Event):
    """A disagreement is taken to a next meeting; until then the family's priority stands. Q16."""

    wire: ClassVar[str] = "helhed.plans.disagreement-taken-on.v1"
    family: FamilyId
    plan: PlanId
    meeting: MeetingId
    next_meeting: MeetingId
    about: Annotated[str, Sealed(of="family")]


class ApprovalQuestioned(Event):
    """What was learnt of the meeting later contradicts the approval: somebody must look. INV-20, INV-21.

    `rule` and `reason` are codes such as `inv-20` and `no_adult_present`, seen at `meetings_version`.
    """

    wire: ClassVar[str] = "helhed.plans.approval-questioned.v1"
    family: FamilyId
    plan: PlanId
    meeting: MeetingId
    rule: RuleCode
    reason: RefusalCode
    meetings_version: Version


class OwnershipConfirmed(Event):
    """One of those around the plan said that it is theirs too (medejerskab). R50."""

    wire: ClassVar[str] = "helhed.plans.ownership-confirmed.v1"
    family: FamilyId
    plan: PlanId
    party_kind: PartyKind
    party: Id


class WorkFate(StrEnum):
    """What a revision decides about open work. A01."""

    CONTINUES = "continues"
    CHANGES = "changes"
    ENDS = "ends"


class GoalInRevision(Part):
    """What happens to an open goal in the next revision. A01."""

    goal: GoalId
    fate: WorkFate


class InterventionInRevision(Part):
    """What happens to an open intervention in the next revision. A01."""

    intervention: InterventionId
    fate: WorkFate


class ActivityInRevision(Part):
    """What happens to an open activity in the next revision. A01, A06."""

    activity: ActivityId
    fate: WorkFate


class PlanRevised(Event):
    """An approved plan is worked on again; what happens to each piece of open work was decided. A01.

    Goals, interventions and activities that end are closed by events of their own after this one. Older
    revisions name no activities.
    """

    wire: ClassVar[str] = "helhed.plans.plan-revised.v1"
    family: FamilyId
    plan: PlanId
    reason: ReasonCode
    goals: tuple[GoalInRevision, ...]
    interventions: tuple[InterventionInRevision, ...]
    activities: tuple[ActivityInRevision, ...] = ()
    revision: Revision


StandingEvent = (
    PlanApproved
    | ApprovalWithheld
    | DisagreementTakenOn
    | ApprovalQuestioned
    | OwnershipConfirmed
    | PlanRevised
)
"""What is said of how the plan stands."""
