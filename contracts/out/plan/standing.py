"""How the plan stands: approved, changed since or in doubt, who withheld the approval, and which plans came before."""

from datetime import date
from enum import StrEnum

from contracts.codes import ReasonCode, RefusalCode, RuleCode
from contracts.ids import Id, MeetingId, PersonId, PlanId, ProfessionalId
from contracts.plans.approval import Answer, Stage
from contracts.plans.content import Revision, Version
from contracts.shapes import Opened, Part, PartyKind


class PlanStatus(StrEnum):
    """How the plan stands. A doubt weighs more than a change. Q13."""

    DRAFT = "draft"
    """It was never approved."""
    PRELIMINARY = "preliminary"
    """This revision is approved as preliminary, while assessments are open."""
    APPROVED = "approved"
    """This revision is approved as final."""
    CHANGED = "changed"
    """An earlier revision is approved."""
    QUESTIONED = "questioned"
    """What was learnt later contradicts the approval: somebody must look."""
    CLOSED = "closed"


class ApprovalShown(Part):
    """A team member's answer, with the reservation where there is one (forbehold). INV-21."""

    professional: ProfessionalId
    answer: Answer
    reservation: Opened | None
    """What he or she has doubts about; null where nothing."""


class QuestionShown(Part):
    """What was learnt of the meeting later, which contradicts the approval. INV-20, INV-21."""

    meeting: MeetingId
    rule: RuleCode
    reason: RefusalCode
    meetings_version: Version
    open: bool
    """The plan wasn't approved since."""


class WithheldShown(Part):
    """Somebody who must approve did not; the plan stayed as it was. INV-21, Q16."""

    party_kind: PartyKind
    party: Id
    revision: Revision
    meeting: MeetingId
    reason: Opened
    """Why, in words."""


class DisagreementShown(Part):
    """A disagreement that was taken to a next meeting. Q16."""

    meeting: MeetingId
    next_meeting: MeetingId
    about: Opened
    """What they disagree about."""


class OwnedShown(Part):
    """One of those around the plan said that it is theirs too (medejerskab). R50."""

    party_kind: PartyKind
    party: Id


class RevisionShown(Part):
    """An approved plan was taken up again. A01."""

    revision: Revision
    reason: ReasonCode


class StandingShown(Part):
    """How the plan stands, and who agreed to it (familieplan / helhedsplan)."""

    id: PlanId | None
    """Null before the family has a plan."""
    revision: Revision
    """It is raised by each change of the content. INV-19."""
    status: PlanStatus
    approved_revision: Revision | None
    """Null where it was never approved, as those beside it."""
    approved_stage: Stage | None
    approved_at_meeting: MeetingId | None
    approved_on: date | None
    """The day of that meeting."""
    approved_by: tuple[PersonId, ...]
    """Members of the family who approved."""
    approvals: tuple[ApprovalShown, ...]
    questions: tuple[QuestionShown, ...]
    withheld_by: tuple[WithheldShown, ...]
    """Since it was approved last."""
    disagreements: tuple[DisagreementShown, ...]
    owned_by: tuple[OwnedShown, ...]
    revisions: tuple[RevisionShown, ...]
    closed_because: ReasonCode | None


class EarlierPlanShown(Part):
    """A plan that was closed before this one was drafted. INV-16."""

    plan: PlanId
    reason: ReasonCode


class PlanShown(Part):
    """The plan that stands, and those before it."""

    plan: StandingShown | None
    """Null where nothing was told of a plan yet."""
    earlier_plans: tuple[EarlierPlanShown, ...]
