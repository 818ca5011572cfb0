"""What meetings says: when the network meets, who came, who sat at the head of the table, what was agreed."""

from datetime import date
from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import AwareDatetime, Field

from contracts.ids import FamilyId, GoalId, Id, MeetingId, PersonId, PlanId, ProfessionalId
from contracts.shapes import Code, Event, Part, Sealed, wire_names

Revision = Annotated[int, Field(ge=0, le=1_000_000)]


class Place(StrEnum):
    """Where the network meets: in the family's home, unless a reason is given. INV-34."""

    HOME = "home"
    OTHER = "other"


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
    """Who registers progression, what, and how often (progressionsregistrering). INV-30."""

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
    progress_scheme: ProgressScheme


class NetworkMeetingScheduled(Event):
    """A network meeting is called, this revision of the plan on the table (netværksmøde). A21, INV-34."""

    wire: ClassVar[str] = "helhed.meetings.network-meeting-scheduled.v1"
    family: FamilyId
    meeting: MeetingId
    starts_at: AwareDatetime
    place: Place
    place_reason: Annotated[str | None, Sealed(of="family")] = None
    plan: PlanId
    revision: Revision


class AttendanceRecorded(Event):
    """Who came to the meeting (fremmøde). INV-20, INV-22."""

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
    """Who of the family sat at the head of the table; the latest stands (for bordenden). INV-20, X-08."""

    wire: ClassVar[str] = "helhed.meetings.family-chair-recorded.v1"
    family: FamilyId
    meeting: MeetingId
    persons: tuple[PersonId, ...]


class NetworkMeetingHeld(Event):
    """The network met over this revision of the plan and agreed six things. A21, INV-19, INV-25 to INV-30."""

    wire: ClassVar[str] = "helhed.meetings.network-meeting-held.v1"
    family: FamilyId
    meeting: MeetingId
    plan: PlanId
    revision: Revision
    held_at: AwareDatetime
    agreements: Agreements


FamilyEvent = (
    NetworkMeetingScheduled
    | AttendanceRecorded
    | AttendanceCorrected
    | FamilyChairRecorded
    | NetworkMeetingHeld
)

EVENTS = wire_names(
    NetworkMeetingScheduled,
    AttendanceRecorded,
    AttendanceCorrected,
    FamilyChairRecorded,
    NetworkMeetingHeld,
)
