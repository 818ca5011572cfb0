"""What progress knows of the others: who is around the family, what its plan holds, what was agreed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from contracts.meetings import events as meetings
from eventkeep.view import Fold, View
from services.progress.known_contacts import ContactsFacts, evolve_contacts
from services.progress.known_plans import PlansFacts, evolve_plans

__all__ = ["REFERENCE", "ContactsFacts", "Known", "PlansFacts", "evolve_contacts", "evolve_plans"]


@dataclass(frozen=True)
class MeetingsFacts:
    """The network meeting that was held last: by its agreements progress is registered, and deviations are met. INV-29,
    INV-30."""

    agreed_at: str | None = None


@dataclass(frozen=True)
class Known:
    """The facts of the others that a decision rests on."""

    contacts: ContactsFacts = field(default_factory=ContactsFacts)
    plans: PlansFacts = field(default_factory=PlansFacts)
    meetings: MeetingsFacts = field(default_factory=MeetingsFacts)


def evolve_meetings(facts: MeetingsFacts, event: meetings.FamilyEvent) -> MeetingsFacts:
    """The facts after an event of meetings."""
    return MeetingsFacts(event.meeting) if isinstance(event, meetings.NetworkMeetingHeld) else facts


def _document(parts: Mapping[str, Any]) -> dict[str, Any]:
    return dict(parts)


REFERENCE = View(
    "reference",
    4,
    {
        "contacts": Fold(ContactsFacts, evolve_contacts),
        "plans": Fold(PlansFacts, evolve_plans),
        "meetings": Fold(MeetingsFacts, evolve_meetings),
    },
    _document,
    hashed=False,
)
"""The copy as it is kept: JSON of `Known`."""
