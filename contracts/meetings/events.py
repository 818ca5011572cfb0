"""What meetings says: when the network meets, who is invited and came, what was agreed and what became of it."""

from typing import get_args

from contracts.meetings.followed import (
    AgreementEnded,
    AgreementEnding,
    AgreementMade,
    AgreementOverdue,
    MeetingsResumed,
    MeetingsSuspended,
    MinutesPublished,
    MinutesVersion,
)
from contracts.meetings.group_agenda import (
    GroupActivityHeld,
    GroupAgendaAgreed,
    GroupProposalMade,
    ProposalKind,
)
from contracts.meetings.groups import (
    Facilitator,
    GroupAttendanceCorrected,
    GroupAttendanceRecorded,
    GroupChanged,
    GroupEnded,
    GroupFormed,
    GroupOfferPresented,
    GroupSessionCancelled,
    GroupSessionHeld,
    GroupSessionScheduled,
    ParticipantJoined,
    ParticipantLeft,
    Term,
    Weekday,
)
from contracts.meetings.held import (
    Agreements,
    ExperienceRated,
    FollowUpLate,
    FollowUpOverdue,
    FurtherAssessmentWithdrawn,
    InterimGoalReview,
    NetworkMeetingHeld,
    OtherMeetingHeld,
    ProgressScheme,
    Wellbeing,
)
from contracts.meetings.invitations import (
    InvitationAnswer,
    InvitationAnswered,
    InvitationIssued,
    InvitationWithdrawn,
    InviteeKind,
)
from contracts.meetings.meeting import (
    AgendaAgreed,
    AgendaItemProposed,
    AttendanceCorrected,
    AttendanceRecorded,
    Attendee,
    AttendeeKind,
    FacilitatorAssigned,
    FamilyChairRecorded,
    MeetingKind,
    NetworkMeetingCancelled,
    NetworkMeetingRescheduled,
    NetworkMeetingScheduled,
    PartPresented,
    Place,
    PreMeetingHeld,
    PreMeetingWaived,
    Revision,
)
from contracts.meetings.participation import GroupJoined, GroupLeft, GroupTermChanged
from contracts.shapes import wire_names

__all__ = [
    "EVENTS",
    "AgendaAgreed",
    "AgendaItemProposed",
    "AgreementEnded",
    "AgreementEnding",
    "AgreementMade",
    "AgreementOverdue",
    "Agreements",
    "AttendanceCorrected",
    "AttendanceRecorded",
    "Attendee",
    "AttendeeKind",
    "ExperienceRated",
    "Facilitator",
    "FacilitatorAssigned",
    "FamilyChairRecorded",
    "FamilyEvent",
    "FollowUpLate",
    "FollowUpOverdue",
    "FurtherAssessmentWithdrawn",
    "GroupActivityHeld",
    "GroupAgendaAgreed",
    "GroupAttendanceCorrected",
    "GroupAttendanceRecorded",
    "GroupChanged",
    "GroupEnded",
    "GroupEvent",
    "GroupFormed",
    "GroupJoined",
    "GroupLeft",
    "GroupOfferPresented",
    "GroupProposalMade",
    "GroupSessionCancelled",
    "GroupSessionHeld",
    "GroupSessionScheduled",
    "GroupTermChanged",
    "InterimGoalReview",
    "InvitationAnswer",
    "InvitationAnswered",
    "InvitationIssued",
    "InvitationWithdrawn",
    "InviteeKind",
    "MeetingKind",
    "MeetingsResumed",
    "MeetingsSuspended",
    "MinutesPublished",
    "MinutesVersion",
    "NetworkMeetingCancelled",
    "NetworkMeetingHeld",
    "NetworkMeetingRescheduled",
    "NetworkMeetingScheduled",
    "OtherMeetingHeld",
    "PartPresented",
    "ParticipantJoined",
    "ParticipantLeft",
    "Place",
    "PreMeetingHeld",
    "PreMeetingWaived",
    "ProgressScheme",
    "ProposalKind",
    "Revision",
    "Term",
    "Weekday",
    "Wellbeing",
]

FamilyEvent = (
    PreMeetingHeld
    | PreMeetingWaived
    | NetworkMeetingScheduled
    | NetworkMeetingRescheduled
    | NetworkMeetingCancelled
    | FacilitatorAssigned
    | AgendaItemProposed
    | AgendaAgreed
    | AttendanceRecorded
    | AttendanceCorrected
    | FamilyChairRecorded
    | PartPresented
    | NetworkMeetingHeld
    | OtherMeetingHeld
    | FurtherAssessmentWithdrawn
    | FollowUpLate
    | FollowUpOverdue
    | ExperienceRated
    | InvitationIssued
    | InvitationAnswered
    | InvitationWithdrawn
    | AgreementMade
    | AgreementEnded
    | AgreementOverdue
    | MinutesPublished
    | MeetingsSuspended
    | MeetingsResumed
    | GroupJoined
    | GroupLeft
    | GroupTermChanged
)

GroupEvent = (
    GroupFormed
    | GroupChanged
    | GroupEnded
    | ParticipantJoined
    | ParticipantLeft
    | GroupSessionScheduled
    | GroupSessionCancelled
    | GroupSessionHeld
    | GroupAttendanceRecorded
    | GroupAttendanceCorrected
    | GroupOfferPresented
    | GroupProposalMade
    | GroupAgendaAgreed
    | GroupActivityHeld
)
"""What is said of a group course: no family's."""

EVENTS = wire_names(*get_args(FamilyEvent), *get_args(GroupEvent))
