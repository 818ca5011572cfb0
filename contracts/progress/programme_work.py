"""What a programme does so that the model takes root: trainings, guides, money, time, and what came of it."""

from datetime import date
from typing import Annotated, ClassVar

from pydantic import Field

from contracts.codes import DepartmentCode, EffectCode, GuideCode, TrainingCode
from contracts.ids import EntryId, ProfessionalId, ProgrammeId, TrainingId
from contracts.meaning import Unit
from contracts.progress.programme import Kroner, Verdict
from contracts.shapes import Event, Part, PublicText

GuideVersion = Annotated[int, Field(ge=1, le=1_000), Unit("number of the guide's version, 1 is the first")]
Hours = Annotated[int, Field(ge=1, le=10_000), Unit("hours a week")]
Effect = Annotated[
    int, Field(ge=-1_000_000_000, le=1_000_000_000), Unit("whole Danish kroner; below 0 is a loss")
]


class Attendee(Part):
    """A professional who took part, and from which department."""

    professional: ProfessionalId
    department: DepartmentCode


class TrainingHeld(Event):
    """A training was held, with who took part: the latest list stands (kursus, seminardag, temamøde, kick-off-dag).

    R54, M09, M12, M13, C18, C63, C64.
    """

    wire: ClassVar[str] = "helhed.progress.training-held.v1"
    programme: ProgrammeId
    training: TrainingId
    kind: TrainingCode
    title: PublicText
    held_on: date
    attended: tuple[Attendee, ...] = ()


class GuideVersionPublished(Event):
    """A version of a guide is there to be read (procesguide, vejledning, pixi-manual). A33, A34, O21."""

    wire: ClassVar[str] = "helhed.progress.guide-version-published.v1"
    programme: ProgrammeId
    guide: GuideCode
    version: GuideVersion
    title: PublicText
    reference: PublicText | None = None
    """Where it can be read, where it isn't one of those that Helhed shows itself."""
    published_on: date


class GuideRead(Event):
    """A professional says to have read a version of a guide (læst). A34."""

    wire: ClassVar[str] = "helhed.progress.guide-read.v1"
    programme: ProgrammeId
    guide: GuideCode
    version: GuideVersion
    professional: ProfessionalId
    department: DepartmentCode | None = None


class CostRecorded(Event):
    """What the programme cost in a period: the latest word on an entry stands (udgift). T21, C32."""

    wire: ClassVar[str] = "helhed.progress.cost-recorded.v1"
    programme: ProgrammeId
    entry: EntryId
    amount: Kroner
    what: PublicText
    by_grant: bool
    """Paid of the grant; else within daily operation."""
    period_from: date
    period_to: date


class EffectStated(Event):
    """What the programme gave in an area, and what it was meant to give: the latest word on an entry stands (gevinst).

    What was not reached stands as not reached. T21 to T23.
    """

    wire: ClassVar[str] = "helhed.progress.effect-stated.v1"
    programme: ProgrammeId
    entry: EntryId
    area: EffectCode
    expected: Effect | None = None
    """In kroner, where it is about money."""
    measured: Effect | None = None
    verdict: Verdict
    words: PublicText
    period_from: date
    period_to: date


class TimeSetAside(Event):
    """A department sets time aside for the programme: the latest word of a department stands (afsat tid). C32, C66."""

    wire: ClassVar[str] = "helhed.progress.time-set-aside.v1"
    programme: ProgrammeId
    department: DepartmentCode
    hours: Hours
    starts_on: date
    ends_on: date


WorkEvent = TrainingHeld | GuideVersionPublished | GuideRead | CostRecorded | EffectStated | TimeSetAside
