"""What somebody does over time: a leisure activity, a leisure job, work, education. T01 to T03, T10, P36."""

from datetime import date
from enum import StrEnum
from typing import Annotated, ClassVar

from contracts.codes import OccupationCode, ReasonCode
from contracts.ids import FamilyId, GoalId, InterventionId, OccupationId, PersonId
from contracts.shapes import Event, Sealed


class OccupationKind(StrEnum):
    """What kind of thing it is: the first is T10's, the second T02's and T03's, the four after them T01's."""

    LEISURE_ACTIVITY = "leisure-activity"
    LEISURE_JOB = "leisure-job"
    ORDINARY_WORK = "ordinary-work"
    EDUCATION = "education"
    REVALIDATION = "revalidation"
    FLEXJOB = "flexjob"
    OTHER = "other"
    """Something else that the job centre knows of, such as a wage subsidy: it meets no target."""


class OccupationStarted(Event):
    """Somebody began it (fritidsaktivitet, fritidsjob, arbejde, uddannelse). P36, T01, T02, T10."""

    wire: ClassVar[str] = "helhed.progress.occupation-started.v1"
    family: FamilyId
    occupation: OccupationId
    person: PersonId
    kind: OccupationKind
    what: OccupationCode | None = None
    matches_wish: bool | None = None
    """It is what the person wished for; null where nobody asked."""
    goal: GoalId | None = None
    intervention: InterventionId | None = None
    words: Annotated[str | None, Sealed(of="person")] = None
    started_on: date


class OccupationEnded(Event):
    """Somebody no longer does it; `ended_on` is the last day. INV-56."""

    wire: ClassVar[str] = "helhed.progress.occupation-ended.v1"
    family: FamilyId
    occupation: OccupationId
    ended_on: date
    reason: ReasonCode


OccupationEvent = OccupationStarted | OccupationEnded
