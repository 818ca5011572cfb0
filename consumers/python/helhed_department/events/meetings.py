"""What meetings tells, as its schemas say. Made by `make generate`."""

from typing import NotRequired, TypedDict

from helhed_department.kinds import Kind


class AgendaAgreed(TypedDict):
    """What is talked about, in this order, as the family wants it. A19."""

    family: str
    meeting: str
    items: list[str]


class AgendaItemProposed(TypedDict):
    """Somebody wants to talk about something at the meeting (dagsorden). A19."""

    family: str
    meeting: str
    item: str
    party_kind: str
    party: str
    words: str | None


class AgreementEnded(TypedDict):
    """An agreed action was done, or will not be, and why. A21, A24."""

    family: str
    agreement: str
    ending: str


class AgreementMade(TypedDict):
    """Somebody will do something by the end of a day (aftale). A21, A24."""

    family: str
    meeting: str
    agreement: str
    words: str | None
    owner_kind: str
    owner: str
    due_on: str


class AgreementOverdue(TypedDict):
    """An agreed action was not done by the end of the day: seen once. A21, A24."""

    family: str
    agreement: str
    due_on: str


class Attendee(TypedDict):
    """Somebody who came. `adult` is true for adult members of the family only. INV-20, INV-22."""

    kind: str
    id: str
    adult: NotRequired[bool]


class AttendanceCorrected(TypedDict):
    """Who came, as it turned out: stands instead of what was recorded before (rettelse). X-08, INV-20."""

    family: str
    meeting: str
    attendees: list[Attendee]


class AttendanceRecorded(TypedDict):
    """Who came to the meeting (fremmøde). R05, INV-20, INV-22."""

    family: str
    meeting: str
    attendees: list[Attendee]


class FacilitatorAssigned(TypedDict):
    """Somebody leads the meeting through, a consultant from outside perhaps (facilitator). R31, P50."""

    family: str
    meeting: str
    facilitator: str


class FamilyChairRecorded(TypedDict):
    """Who of the family sat at the head of the table; the latest stands (for bordenden). R06, INV-20,
    X-08."""

    family: str
    meeting: str
    persons: list[str]


class FollowUpLate(TypedDict):
    """The first follow-up is agreed later than three months after the interventions begin, or later than
    an"""

    family: str
    meeting: str
    follow_up_on: str
    latest: str


class FollowUpOverdue(TypedDict):
    """No follow-up was held by the agreed day: seen once for each. A24, INV-26."""

    family: str
    meeting: str
    due_on: str


class FurtherAssessmentWithdrawn(TypedDict):
    """The decision that further assessment is needed is taken back, and why. P19, INV-23, INV-25."""

    family: str
    meeting: str
    reason: NotRequired[str]


class Term(TypedDict):
    """On which days of the week a group meets, from its first day to its last. T15."""

    weekdays: list[str]
    starts_on: str
    ends_on: str


class GroupJoined(TypedDict):
    """A member of the family takes part in a group course, as the group was called and met then (deltager).
    P38, P40, T15."""

    family: str
    group: str
    person: str
    called: str | None
    title: str | None
    area: str
    term: Term
    joined_on: str


class GroupLeft(TypedDict):
    """The member takes part in the group course no more. P38, P40."""

    family: str
    group: str
    person: str
    left_on: str


class GroupTermChanged(TypedDict):
    """A group course that a member takes part in meets on other days, or for longer: this stands instead.
    P40, T15."""

    family: str
    group: str
    term: Term


class InvitationAnswered(TypedDict):
    """An invitation was accepted or declined; the latest answer stands. A18."""

    family: str
    meeting: str
    invitation: str
    answer: str


class InvitationIssued(TypedDict):
    """Somebody is invited in the family's name, with its consent (indkaldelse). A18, P15, P16, INV-32,
    INV-33."""

    family: str
    meeting: str
    invitation: str
    invitee_kind: str
    invitee: str
    consented_by: list[str]
    reason: NotRequired[str | None]


class InvitationWithdrawn(TypedDict):
    """The family takes an invitation back, as these members want it. A18, INV-32, INV-33."""

    family: str
    meeting: str
    invitation: str
    consented_by: NotRequired[list[str]]


class MinutesPublished(TypedDict):
    """The minutes of a meeting, the first version or a corrected one (referat). A21, X-08."""

    family: str
    meeting: str
    version: int
    words: str | None
    corrected_because: NotRequired[str | None]


class NetworkMeetingCancelled(TypedDict):
    """The meeting will not take place. A21."""

    family: str
    meeting: str


class ProgressScheme(TypedDict):
    """Who registers progression, what, and how often (progressionsregistrering). A26, INV-30."""

    family: str
    persons: list[str]
    professionals: list[str]
    what: str | None
    every: str


class Agreements(TypedDict):
    """The six agreements of every held network meeting (aftaler). INV-25 to INV-30."""

    family: str
    further_assessment_needed: bool
    further_assessment_domains: NotRequired[list[str]]
    follow_up_on: str
    follow_up_persons: list[str]
    follow_up_professionals: list[str]
    interim_goals: list[str]
    deviation_procedure: str | None
    progress_scheme: ProgressScheme


class Wellbeing(TypedDict):
    """A child's wellbeing, looked at in a follow-up (trivsel). P34, R03, INV-46."""

    person: str
    concern: bool
    words: NotRequired[str | None]


class InterimGoalReview(TypedDict):
    """Whether a goal until this meeting was reached. A46."""

    goal: str
    reached: bool


class NetworkMeetingHeld(TypedDict):
    """The network met over this revision of the plan and agreed six things. A21, INV-19, INV-25 to INV-30."""

    family: str
    meeting: str
    plan: str
    revision: int
    held_at: str
    agreements: Agreements
    wellbeing: NotRequired[list[Wellbeing]]
    interim_reviews: NotRequired[list[InterimGoalReview]]
    gp_invited: NotRequired[bool]
    gp_not_invited_because: NotRequired[str | None]


class NetworkMeetingRescheduled(TypedDict):
    """The meeting is at another time or place. A21."""

    family: str
    meeting: str
    starts_at: str
    place: str
    place_reason: NotRequired[str | None]


class NetworkMeetingScheduled(TypedDict):
    """A network meeting is called, this revision of the plan on the table (netværksmøde). A21, INV-34."""

    family: str
    meeting: str
    kind: NotRequired[str]
    starts_at: str
    place: str
    place_reason: NotRequired[str | None]
    plan: str
    revision: int


class OtherMeetingHeld(TypedDict):
    """A visitation or joint meeting was held: no plan was on the table. R24, R45, T19."""

    family: str
    meeting: str
    kind: str
    held_at: str
    professionals: list[str]
    persons: NotRequired[list[str]]
    supporters: NotRequired[list[str]]


class PartPresented(TypedDict):
    """A member presented his or her own part of the plan (fremlægge). A03, P18."""

    family: str
    meeting: str
    person: str


class PreMeetingHeld(TypedDict):
    """The pre-meeting with the family was held, by its social worker unless another is named. A20, P05,
    INV-12."""

    family: str
    meeting: str
    held_by: str
    persons: list[str]
    place: str
    held_on: str
    instead_of_social_worker: NotRequired[str | None]
    place_reason: NotRequired[str | None]


class PreMeetingWaived(TypedDict):
    """There is no pre-meeting, and why (intet formøde). A20, INV-11."""

    family: str
    reason: NotRequired[str]


AGENDA_AGREED = Kind[AgendaAgreed]("helhed.meetings.agenda-agreed.v1")
AGENDA_ITEM_PROPOSED = Kind[AgendaItemProposed]("helhed.meetings.agenda-item-proposed.v1")
AGREEMENT_ENDED = Kind[AgreementEnded]("helhed.meetings.agreement-ended.v1")
AGREEMENT_MADE = Kind[AgreementMade]("helhed.meetings.agreement-made.v1")
AGREEMENT_OVERDUE = Kind[AgreementOverdue]("helhed.meetings.agreement-overdue.v1")
ATTENDANCE_CORRECTED = Kind[AttendanceCorrected]("helhed.meetings.attendance-corrected.v1")
ATTENDANCE_RECORDED = Kind[AttendanceRecorded]("helhed.meetings.attendance-recorded.v1")
FACILITATOR_ASSIGNED = Kind[FacilitatorAssigned]("helhed.meetings.facilitator-assigned.v1")
FAMILY_CHAIR_RECORDED = Kind[FamilyChairRecorded]("helhed.meetings.family-chair-recorded.v1")
FOLLOW_UP_LATE = Kind[FollowUpLate]("helhed.meetings.follow-up-late.v1")
FOLLOW_UP_OVERDUE = Kind[FollowUpOverdue]("helhed.meetings.follow-up-overdue.v1")
FURTHER_ASSESSMENT_WITHDRAWN = Kind[FurtherAssessmentWithdrawn](
    "helhed.meetings.further-assessment-withdrawn.v1"
)
GROUP_JOINED = Kind[GroupJoined]("helhed.meetings.group-joined.v1")
GROUP_LEFT = Kind[GroupLeft]("helhed.meetings.group-left.v1")
GROUP_TERM_CHANGED = Kind[GroupTermChanged]("helhed.meetings.group-term-changed.v1")
INVITATION_ANSWERED = Kind[InvitationAnswered]("helhed.meetings.invitation-answered.v1")
INVITATION_ISSUED = Kind[InvitationIssued]("helhed.meetings.invitation-issued.v1")
INVITATION_WITHDRAWN = Kind[InvitationWithdrawn]("helhed.meetings.invitation-withdrawn.v1")
MINUTES_PUBLISHED = Kind[MinutesPublished]("helhed.meetings.minutes-published.v1")
NETWORK_MEETING_CANCELLED = Kind[NetworkMeetingCancelled]("helhed.meetings.network-meeting-cancelled.v1")
NETWORK_MEETING_HELD = Kind[NetworkMeetingHeld]("helhed.meetings.network-meeting-held.v1")
NETWORK_MEETING_RESCHEDULED = Kind[NetworkMeetingRescheduled](
    "helhed.meetings.network-meeting-rescheduled.v1"
)
NETWORK_MEETING_SCHEDULED = Kind[NetworkMeetingScheduled]("helhed.meetings.network-meeting-scheduled.v1")
OTHER_MEETING_HELD = Kind[OtherMeetingHeld]("helhed.meetings.other-meeting-held.v1")
PART_PRESENTED = Kind[PartPresented]("helhed.meetings.part-presented.v1")
PRE_MEETING_HELD = Kind[PreMeetingHeld]("helhed.meetings.pre-meeting-held.v1")
PRE_MEETING_WAIVED = Kind[PreMeetingWaived]("helhed.meetings.pre-meeting-waived.v1")
