"""What a meeting agreed when it was held, how that is followed up, and how the family liked it."""

from datetime import date
from typing import Annotated, ClassVar

from pydantic import AwareDatetime, Field

from contracts.codes import DomainCode, IntervalCode
from contracts.ids import (
    FamilyId,
    GoalId,
    MeetingId,
    PersonId,
    PlanId,
    ProfessionalId,
    SupporterId,
)
from contracts.meaning import Special, Unit
from contracts.meetings.meeting import MeetingKind, Revision
from contracts.shapes import Event, Part, Sealed


class ProgressScheme(Part):
    """Who registers progression, what, and how often (progressionsregistrering). A26, INV-30."""

    family: FamilyId
    persons: tuple[PersonId, ...]
    professionals: tuple[ProfessionalId, ...]
    what: Annotated[str, Sealed(of="family")]
    every: IntervalCode


class Agreements(Part):
    """The six agreements of every held network meeting (aftaler). INV-25 to INV-30."""

    family: FamilyId
    further_assessment_needed: bool
    """The meeting decided that more is to be looked into."""
    further_assessment_domains: tuple[DomainCode, ...] = ()
    follow_up_on: date
    follow_up_persons: tuple[PersonId, ...]
    follow_up_professionals: tuple[ProfessionalId, ...]
    interim_goals: tuple[GoalId, ...]
    deviation_procedure: Annotated[str, Sealed(of="family")]
    """What happens when things go otherwise than planned (afvigelser). A25, INV-29."""
    progress_scheme: ProgressScheme


class Wellbeing(Part):
    """A child's wellbeing, looked at in a follow-up (trivsel). P34, R03, INV-46."""

    person: PersonId
    concern: Annotated[bool, Special.HEALTH]
    """Somebody is concerned for the child."""
    words: Annotated[str | None, Sealed(of="person"), Special.HEALTH] = None


class InterimGoalReview(Part):
    """Whether a goal until this meeting was reached. A46."""

    goal: GoalId
    reached: bool
    """The goal was reached by this meeting."""


class NetworkMeetingHeld(Event):
    """The network met over this revision of the plan and agreed six things. A21, INV-19, INV-25 to INV-30.

    A follow-up looks at each child's wellbeing and at the goals until this meeting. INV-46, A46. It says whether the
    GP was invited, and perhaps why not. INV-35.
    """

    wire: ClassVar[str] = "helhed.meetings.network-meeting-held.v1"
    family: FamilyId
    meeting: MeetingId
    plan: PlanId
    revision: Revision
    held_at: AwareDatetime
    agreements: Agreements
    wellbeing: tuple[Wellbeing, ...] = ()
    interim_reviews: tuple[InterimGoalReview, ...] = ()
    gp_invited: bool = False
    """The family's GP had been invited."""
    gp_not_invited_because: Annotated[str | None, Sealed(of="family")] = None


class OtherMeetingHeld(Event):
    """A visitation or joint meeting was held: no plan was on the table. R24, R45, T19."""

    wire: ClassVar[str] = "helhed.meetings.other-meeting-held.v1"
    family: FamilyId
    meeting: MeetingId
    kind: MeetingKind
    held_at: AwareDatetime
    professionals: tuple[ProfessionalId, ...]
    persons: tuple[PersonId, ...] = ()
    supporters: tuple[SupporterId, ...] = ()


class FurtherAssessmentWithdrawn(Event):
    """The decision that further assessment is needed is taken back, and why. P19, INV-23, INV-25."""

    wire: ClassVar[str] = "helhed.meetings.further-assessment-withdrawn.v1"
    family: FamilyId
    meeting: MeetingId
    reason: Annotated[str, Sealed(of="family")]


class FollowUpLate(Event):
    """The first follow-up is agreed later than three months after the interventions begin, or later than an
    assessment beside them ended: a warning; the last one stands. X-03."""

    wire: ClassVar[str] = "helhed.meetings.follow-up-late.v1"
    family: FamilyId
    meeting: MeetingId
    follow_up_on: date
    latest: date


class FollowUpOverdue(Event):
    """No follow-up was held by the agreed day: seen once for each. A24, INV-26."""

    wire: ClassVar[str] = "helhed.meetings.follow-up-overdue.v1"
    family: FamilyId
    meeting: MeetingId
    due_on: date


class ExperienceRated(Event):
    """How a member of the family found the meeting, from 1 to 5 (set, hørt og anerkendt). C48."""

    wire: ClassVar[str] = "helhed.meetings.experience-rated.v1"
    family: FamilyId
    meeting: MeetingId
    person: PersonId
    rating: Annotated[int, Field(ge=1, le=5), Unit("points, from 1 to 5, which is best")]
