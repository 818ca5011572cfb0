"""What progress says of a family: how it goes, on wheels and instruments, and what happens when it doesn't go as agreed;
and what it says of a programme."""

from typing import get_args

from contracts.progress.deviations import (
    ClosingEvent,
    DeviationActionTaken,
    DeviationClosed,
    DeviationEvent,
    DeviationOverdue,
    DeviationReplanned,
    DeviationReported,
    DeviationsResumed,
    DeviationsSuspended,
)
from contracts.progress.measures import InclusionAnswered, Measured, MeasureEvent, MeasureKind
from contracts.progress.occupations import (
    OccupationEnded,
    OccupationEvent,
    OccupationKind,
    OccupationStarted,
)
from contracts.progress.pilots import PilotCaseMarked
from contracts.progress.programme import (
    FrameEvent,
    MilestoneSet,
    OutcomeTargetSet,
    ProgrammeRegistered,
    ProgrammeRole,
    ProgrammeRoleAssigned,
    ProgrammeRoleEnded,
    ProgrammeTold,
    TellingKind,
    Verdict,
)
from contracts.progress.programme_work import (
    Attendee,
    CostRecorded,
    EffectStated,
    GuideRead,
    GuideVersionPublished,
    TimeSetAside,
    TrainingHeld,
    WorkEvent,
)
from contracts.progress.registered import (
    BaselineRecorded,
    OfferQualityRated,
    ProgressRegistered,
    RegisteredEvent,
    RegistrationCorrected,
    ScoredBy,
    SmallSuccessNoted,
    TrustRated,
)
from contracts.progress.wheels import Axis, AxisScore, WheelDefined, WheelEvent, WheelKind, WheelScored
from contracts.shapes import wire_names

__all__ = [
    "EVENTS",
    "Attendee",
    "Axis",
    "AxisScore",
    "BaselineRecorded",
    "ClosingEvent",
    "CostRecorded",
    "DeviationActionTaken",
    "DeviationClosed",
    "DeviationEvent",
    "DeviationOverdue",
    "DeviationReplanned",
    "DeviationReported",
    "DeviationsResumed",
    "DeviationsSuspended",
    "EffectStated",
    "FamilyEvent",
    "FrameEvent",
    "GuideRead",
    "GuideVersionPublished",
    "InclusionAnswered",
    "MeasureEvent",
    "MeasureKind",
    "Measured",
    "MilestoneSet",
    "OccupationEnded",
    "OccupationEvent",
    "OccupationKind",
    "OccupationStarted",
    "OfferQualityRated",
    "OutcomeTargetSet",
    "PilotCaseMarked",
    "ProgrammeEvent",
    "ProgrammeRegistered",
    "ProgrammeRole",
    "ProgrammeRoleAssigned",
    "ProgrammeRoleEnded",
    "ProgrammeTold",
    "ProgressRegistered",
    "RegisteredEvent",
    "RegistrationCorrected",
    "ScoredBy",
    "SmallSuccessNoted",
    "TellingKind",
    "TimeSetAside",
    "TrainingHeld",
    "TrustRated",
    "Verdict",
    "WheelDefined",
    "WheelEvent",
    "WheelKind",
    "WheelScored",
    "WorkEvent",
]

FamilyEvent = (
    RegisteredEvent
    | WheelEvent
    | DeviationEvent
    | ClosingEvent
    | MeasureEvent
    | OccupationEvent
    | PilotCaseMarked
)
ProgrammeEvent = FrameEvent | WorkEvent

EVENTS = wire_names(*get_args(FamilyEvent), *get_args(ProgrammeEvent))
