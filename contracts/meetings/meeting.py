"""A network meeting from its calling to its minutes: kind, place, agenda, who came, what was agreed."""

from datetime import date
from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import AwareDatetime, Field

from contracts.ids import (
    AgendaItemId,
    FamilyId,
    GoalId,
    Id,
    MeetingId,
    PersonId,
    PlanId,
    ProfessionalId,
    SupporterId,
)
from contracts.shapes import Code, Event, Part, PartyKind, Sealed

Revision = Annotated[int, Field(ge=0, le=1_000_000)]


class Place(StrEnum):
    """Where the network meets: in the family's home, unless a reason is given. INV-34."""

    HOME = "home"
    OTHER = "other"


class MeetingKind(StrEnum):
    """What a meeting is for. A21, A22, P22, P32, R24, R45."""

    START_UP = "start-up"
    NETWORK = "network"
    FOLLOW_UP = "follow-up"
    FINAL_APPROVAL = "final-approval"
    VISITATION = "visitation"
    JOINT = "joint"


class AttendeeKind(StrEnum):
    """In what capacity somebody is at the table: supporters back the plan, they don't approve it. INV-22."""

    PERSON = "person"
    PROFESSIONAL = "professional"
    SUPPORTER = "supporter"


class Attendee(Part):
    """Somebody who came. `adult` is true for adult members of the family only. INV-20, INV-22."""

    kind: AttendeeKind
    id: Id
    adult: bool = False


class ProgressScheme(Part):
    """Who registers progression, what, and how often (progressionsregistrering). A26, INV-30."""

    family: FamilyId
    persons: tuple[PersonId, ...]
    professionals: tuple[ProfessionalId, ...]
    what: Annotated[str, Sealed(of="family")]
    every: Code


class Agreements(Part):
    """The six agreements of every held network meeting (aftaler). INV-25 to INV-30."""

    family: FamilyId
    further_assessment_needed: bool
    further_assessment_domains: tuple[Code, ...] = ()
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
    concern: bool
    words: Annotated[str | None, Sealed(of="person")] = None


class InterimGoalReview(Part):
    """Whether a goal until this meeting was reached. A46."""

    goal: GoalId
    reached: bool


class PreMeetingHeld(Event):
    """The pre-meeting with the family was held, by its social worker unless another is named. A20, P05, INV-12."""

    wire: ClassVar[str] = "helhed.meetings.pre-meeting-held.v1"
    family: FamilyId
    meeting: MeetingId
    held_by: ProfessionalId
    persons: tuple[PersonId, ...]
    place: Place
    held_on: date
    instead_of_social_worker: Annotated[str | None, Sealed(of="family")] = None
    place_reason: Annotated[str | None, Sealed(of="family")] = None


class PreMeetingWaived(Event):
    """There is no pre-meeting, and why (intet formøde). A20, INV-11."""

    wire: ClassVar[str] = "helhed.meetings.pre-meeting-waived.v1"
    family: FamilyId
    reason: Annotated[str, Sealed(of="family")]


class NetworkMeetingScheduled(Event):
    """A network meeting is called, this revision of the plan on the table (netværksmøde). A21, INV-34."""

    wire: ClassVar[str] = "helhed.meetings.network-meeting-scheduled.v1"
    family: FamilyId
    meeting: MeetingId
    kind: MeetingKind = MeetingKind.NETWORK
    starts_at: AwareDatetime
    place: Place
    place_reason: Annotated[str | None, Sealed(of="family")] = None
    plan: PlanId
    revision: Revision


class NetworkMeetingRescheduled(Event):
    """The meeting is at another time or place. A21."""

    wire: ClassVar[str] = "helhed.meetings.network-meeting-rescheduled.v1"
    family: FamilyId
    meeting: MeetingId
    starts_at: AwareDatetime
    place: Place
    place_reason: Annotated[str | None, Sealed(of="family")] = None


class NetworkMeetingCancelled(Event):
    """The meeting will not take place. A21."""

    wire: ClassVar[str] = "helhed.meetings.network-meeting-cancelled.v1"
    family: FamilyId
    meeting: MeetingId
    reason: Code


class FacilitatorAssigned(Event):
    """Somebody leads the meeting through, a consultant from outside perhaps (facilitator). R31, P50."""

    wire: ClassVar[str] = "helhed.meetings.facilitator-assigned.v1"
    family: FamilyId
    meeting: MeetingId
    facilitator: Id


class AgendaItemProposed(Event):
    """Somebody wants to talk about something at the meeting (dagsorden). A19."""

    wire: ClassVar[str] = "helhed.meetings.agenda-item-proposed.v1"
    family: FamilyId
    meeting: MeetingId
    item: AgendaItemId
    party_kind: PartyKind
    party: Id
    words: Annotated[str, Sealed(of="family")]


class AgendaAgreed(Event):
    """What is talked about, in this order, as the family wants it. A19."""

    wire: ClassVar[str] = "helhed.meetings.agenda-agreed.v1"
    family: FamilyId
    meeting: MeetingId
    items: tuple[AgendaItemId, ...]
    agreed_by: tuple[PersonId, ...]


class AttendanceRecorded(Event):
    """Who came to the meeting (fremmøde). R05, INV-20, INV-22."""

    wire: ClassVar[str] = "helhed.meetings.attendance-recorded.v1"
    family: FamilyId
    meeting: MeetingId
    attendees: tuple[Attendee, ...]


class AttendanceCorrected(Event):
    """Who came, as it turned out: stands instead of what was recorded before (rettelse). X-08, INV-20."""

    wire: ClassVar[str] = "helhed.meetings.attendance-corrected.v1"
    family: FamilyId
    meeting: MeetingId
    attendees: tuple[Attendee, ...]
    reason: Code


class FamilyChairRecorded(Event):
    """Who of the family sat at the head of the table; the latest stands (for bordenden). R06, INV-20, X-08."""

    wire: ClassVar[str] = "helhed.meetings.family-chair-recorded.v1"
    family: FamilyId
    meeting: MeetingId
    persons: tuple[PersonId, ...]


class PartPresented(Event):
    """A member presented his or her own part of the plan (fremlægge). A03, P18."""

    wire: ClassVar[str] = "helhed.meetings.part-presented.v1"
    family: FamilyId
    meeting: MeetingId
    person: PersonId


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
    rating: Annotated[int, Field(ge=1, le=5)]
