"""Who was let in in an emergency, without being attached, until when: everybody attached sees it, the family too. X-07."""

from dataclasses import dataclass
from typing import Any, assert_never

from contracts.contacts.emergency import EmergencyAccessEnded, EmergencyAccessTaken, EmergencyEvent
from eventkeep.evolved import replace

Emergencies = tuple["Emergency", ...]


@dataclass(frozen=True)
class Emergency:
    """One time, and whether it was ended before its time was over."""

    taken: EmergencyAccessTaken
    ended: bool = False


def evolve(held: Emergencies, event: EmergencyEvent) -> Emergencies:
    """The times after an event, in their order."""
    match event:
        case EmergencyAccessTaken():
            return (*held, Emergency(event))
        case EmergencyAccessEnded():
            return tuple(
                replace(each, ended=True) if each.taken.professional == event.professional else each
                for each in held
            )
        case _:
            assert_never(event)


def shown(held: Emergencies) -> list[dict[str, Any]]:
    """What is seen of it. Why stands in the case, for those who coordinate or decide in it and for the family."""
    return [
        {
            "professional": each.taken.professional,
            "name": each.taken.name,
            "department": each.taken.department,
            "profession": each.taken.profession,
            "until": each.taken.until,
            "ended": each.ended,
        }
        for each in held
    ]
