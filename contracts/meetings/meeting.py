"""A meeting until it is held: the pre-meeting, kind, place and time, the agenda, who came and sat at its head."""

from datetime import date
from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import AwareDatetime, Field

from contracts.codes import ReasonCode
from contracts.ids import (
    AgendaItemId,
    FamilyId,
    Id,
    MeetingId,
    PersonId,
    PlanId,
    ProfessionalId,
)
from contracts.meaning import Unit
from contracts.shapes import Event, Part, PartyKind, Sealed

Revision = Annotated[int, Field(ge=0, le=1_000_000), Unit("revisions of the plan")]


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
    """An adult member of the family."""


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
    reason: ReasonCode


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
    reason: ReasonCode


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
