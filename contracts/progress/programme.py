"""What is said of a programme: its frame, who has which role in it, its milestones, its targets, and what it tells others.

A programme is a stream of its own, beside the families'. No family stands in it; what it tells is public.
"""

from datetime import date
from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field

from contracts.codes import ProgrammeCode
from contracts.ids import MilestoneId, ProfessionalId, ProgrammeId, TellingId
from contracts.meaning import Unit
from contracts.progress.targets import Target
from contracts.shapes import Event, PublicText, Sealed

Kroner = Annotated[int, Field(ge=0, le=1_000_000_000), Unit("whole Danish kroner")]
Needed = Annotated[
    int, Field(ge=0, le=1_000_000), Unit("as the target counts: contracts/progress/targets.py")
]


class ProgrammeRole(StrEnum):
    """What a professional is in a programme. R39 to R43, R48, R49."""

    PROJECT_LEAD = "project-lead"
    """Leads the work from day to day (projektleder). R39."""
    PROJECT_OWNER = "project-owner"
    """Answers for it (projektansvarlig). R49."""
    PROJECT_TEAM = "project-team"
    """Works on it (projektteam). R40."""
    STEERING_GROUP = "steering-group"
    """Decides (styregruppe). R41."""
    COORDINATION_GROUP = "coordination-group"
    """Practitioners and stakeholders who inspire, recommend and tell of it (koordineringsgruppe). R42."""
    DEVELOPMENT_TEAM = "development-team"
    """Of several organisations (tværorganisatorisk udviklingsteam). R43."""
    IMPLEMENTATION_GROUP = "implementation-group"
    """Brings it into daily work (implementeringsarbejdsgruppe). R48."""


class TellingKind(StrEnum):
    """What is told."""

    DECISION = "decision"
    """Of the steering group (beslutning). R41."""
    RECOMMENDATION = "recommendation"
    """Of the coordination group (anbefaling). R42."""
    PROPOSAL = "proposal"
    """What somebody is to decide on (beslutningsoplæg). A36."""
    REPORT = "report"
    """To political committees (rapport). R44."""
    EVALUATION = "evaluation"
    """What came of it so far, such as the midway evaluation (evaluering). A36."""
    STORY = "story"
    """A good story, told with nobody in it who could be known by it (den gode historie). A44."""


class Verdict(StrEnum):
    """Whether something was reached. What was not is said as plainly as what was. INV-55, T22."""

    MET = "met"
    PARTLY_MET = "partly-met"
    NOT_MET = "not-met"
    NOT_YET_DUE = "not-yet-due"
    NOT_MEASURABLE = "not-measurable"


class ProgrammeRegistered(Event):
    """A programme began, or its frame changed: the latest frame stands (program, projekt, bevilling). C04, C19, T18, T20."""

    wire: ClassVar[str] = "helhed.progress.programme-registered.v1"
    programme: ProgrammeId
    code: ProgrammeCode
    """As families are referred to it."""
    title: PublicText
    starts_on: date
    ends_on: date
    """The last day of the grant, or of the programme where there is none."""
    grant: Kroner | None = None
    """What was granted for the whole term."""
    funder: PublicText | None = None


class ProgrammeRoleAssigned(Event):
    """A professional has a role in the programme from a day on. R39 to R43, R48, R49."""

    wire: ClassVar[str] = "helhed.progress.programme-role-assigned.v1"
    programme: ProgrammeId
    role: ProgrammeRole
    professional: ProfessionalId
    name: Annotated[str, Sealed(of="professional")]
    since: date


class ProgrammeRoleEnded(Event):
    """A professional no longer has the role; `ended_on` is the last day. R39 to R43, R48, R49."""

    wire: ClassVar[str] = "helhed.progress.programme-role-ended.v1"
    programme: ProgrammeId
    role: ProgrammeRole
    professional: ProfessionalId
    ended_on: date


class MilestoneSet(Event):
    """A milestone of the implementation plan, and whether it is reached: the latest word stands (milepæl). A35, C12, C31."""

    wire: ClassVar[str] = "helhed.progress.milestone-set.v1"
    programme: ProgrammeId
    milestone: MilestoneId
    title: PublicText
    due_on: date
    reached_on: date | None = None


class OutcomeTargetSet(Event):
    """The programme agreed how much of a target is needed (effektmål). T01 to T14, T24, INV-54, Q19."""

    wire: ClassVar[str] = "helhed.progress.outcome-target-set.v1"
    programme: ProgrammeId
    target: Target
    needed: Needed


class ProgrammeTold(Event):
    """Something was decided, recommended or told of the programme. R41, R42, R44, A36, A44, C14."""

    wire: ClassVar[str] = "helhed.progress.programme-told.v1"
    programme: ProgrammeId
    telling: TellingId
    kind: TellingKind
    title: PublicText
    words: PublicText
    told_to: tuple[PublicText, ...] = ()
    """Committees, councils, staff meetings."""
    reference: PublicText | None = None
    """Where it can be read: the number of a document, or the address of a page."""
    verdict: Verdict | None = None
    follows: TellingId | None = None
    """What was recommended or proposed before."""
    told_on: date


FrameEvent = (
    ProgrammeRegistered
    | ProgrammeRoleAssigned
    | ProgrammeRoleEnded
    | MilestoneSet
    | OutcomeTargetSet
    | ProgrammeTold
)
