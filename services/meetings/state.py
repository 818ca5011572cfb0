"""The family's meetings as meetings knows them: the state that every decision about them is made on."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from contracts.ids import MeetingId, PersonId, PlanId
from contracts.meetings.events import Attendee
from services.meetings.reference import Known


@dataclass(frozen=True)
class Meeting:
    """One network meeting. `None` says that nothing is recorded yet."""

    plan: PlanId
    revision: int
    attendees: frozenset[Attendee] | None = None
    chair: frozenset[PersonId] | None = None
    held: bool = False


@dataclass(frozen=True)
class State:
    """The family's meetings."""

    meetings: Mapping[MeetingId, Meeting] = field(default_factory=dict)
    known: Known = field(default_factory=Known)
