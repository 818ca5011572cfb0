"""A group course, in a stream of its own: who leads it and takes part, by which term, and when it meets. P38, P39, P40.

No family's plan is here, and no family's events: of a participant the group knows what he or she wants to be called.
"""

from datetime import date
from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import AwareDatetime

from contracts.codes import AreaCode, ReasonCode
from contracts.ids import FamilyId, GroupId, OfferId, PersonId, ProfessionalId, SessionId
from contracts.shapes import Event, Part, Sealed


class Weekday(StrEnum):
    """A day of the week on which a group meets."""

    MONDAY = "monday"
    TUESDAY = "tuesday"
    WEDNESDAY = "wednesday"
    THURSDAY = "thursday"
    FRIDAY = "friday"
    SATURDAY = "saturday"
    SUNDAY = "sunday"


class Term(Part):
    """On which days of the week a group meets, from its first day to its last. T15."""

    weekdays: tuple[Weekday, ...]
    """Two of them, unless it was decided otherwise. T15."""
    starts_on: date
    ends_on: date


class Facilitator(Part):
    """Somebody who leads a group, as its participants are told (leder af holdet). P38."""

    professional: ProfessionalId
    called: Annotated[str, Sealed(of="professional")]
    """What he or she is called in the group."""


class GroupFormed(Event):
    """A group course was formed in an area, with those who lead it (gruppeforløb, holdforløb). P38, P39, T15."""

    wire: ClassVar[str] = "helhed.meetings.group-formed.v1"
    group: GroupId
    title: Annotated[str, Sealed(of="group")]
    area: AreaCode
    facilitators: tuple[Facilitator, ...]
    term: Term


class GroupChanged(Event):
    """A group is led by others, or meets on other days: this stands instead of what was said before. P38, T15."""

    wire: ClassVar[str] = "helhed.meetings.group-changed.v1"
    group: GroupId
    facilitators: tuple[Facilitator, ...]
    term: Term


class GroupEnded(Event):
    """A group course is over: nobody takes part any more (afsluttet). P38."""

    wire: ClassVar[str] = "helhed.meetings.group-ended.v1"
    group: GroupId
    reason: ReasonCode
    ended_on: date


class ParticipantJoined(Event):
    """Somebody takes part, as the family's own stream says it too: that came first (deltager). P38, P40."""

    wire: ClassVar[str] = "helhed.meetings.participant-joined.v1"
    group: GroupId
    person: PersonId
    of_family: FamilyId
    """The family that the person takes part as a member of."""
    called: Annotated[str, Sealed(of="person")]
    """What he or she wants to be called in the group, such as a first name: all that the group learns."""
    joined_on: date


class ParticipantLeft(Event):
    """Somebody takes part no more; what he or she proposed stays the group's. P38, P40."""

    wire: ClassVar[str] = "helhed.meetings.participant-left.v1"
    group: GroupId
    person: PersonId
    reason: ReasonCode
    left_on: date


class GroupSessionScheduled(Event):
    """The group meets at a time and place; said again, the latest stands (gruppemøde). P38, T15."""

    wire: ClassVar[str] = "helhed.meetings.group-session-scheduled.v1"
    group: GroupId
    session: SessionId
    starts_at: AwareDatetime
    place: Annotated[str, Sealed(of="group")]


class GroupSessionCancelled(Event):
    """The group doesn't meet this time. P38."""

    wire: ClassVar[str] = "helhed.meetings.group-session-cancelled.v1"
    group: GroupId
    session: SessionId
    reason: ReasonCode


class GroupSessionHeld(Event):
    """The group met, and inspired each other. P38, T15, C03."""

    wire: ClassVar[str] = "helhed.meetings.group-session-held.v1"
    group: GroupId
    session: SessionId
    held_at: AwareDatetime


class GroupAttendanceRecorded(Event):
    """Who of the participants came to a session (fremmøde). P38."""

    wire: ClassVar[str] = "helhed.meetings.group-attendance-recorded.v1"
    group: GroupId
    session: SessionId
    persons: tuple[PersonId, ...]


class GroupAttendanceCorrected(Event):
    """Who came, as it turned out: stands instead of what was recorded before (rettelse). P38, X-08."""

    wire: ClassVar[str] = "helhed.meetings.group-attendance-corrected.v1"
    group: GroupId
    session: SessionId
    persons: tuple[PersonId, ...]
    reason: ReasonCode


class GroupOfferPresented(Event):
    """An offer was presented to the group in a session, called as it was then (tilbud præsenteret). P40."""

    wire: ClassVar[str] = "helhed.meetings.group-offer-presented.v1"
    group: GroupId
    session: SessionId
    offer: OfferId
    title: Annotated[str, Sealed(of="group")]
