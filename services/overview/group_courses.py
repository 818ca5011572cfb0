"""Which group courses the family's members take part in, beside what is given to the family alone. P38, P40."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from contracts.ids import GroupId, PersonId
from contracts.meetings.events import GroupJoined, GroupLeft, GroupTermChanged
from eventkeep.evolved import replace


@dataclass(frozen=True)
class Participation:
    """A member's part in a group course, from a day on; until when and why, where it ended."""

    joined: GroupJoined
    left_on: date | None = None
    reason: str | None = None

    def goes_on(self, group: GroupId, person: PersonId) -> bool:
        """Whether this is the part of this member in this group, and still lasts."""
        return (self.joined.group, self.joined.person) == (group, person) and self.left_on is None


Courses = tuple[Participation, ...]


def evolve(courses: Courses, event: GroupJoined | GroupLeft | GroupTermChanged) -> Courses:
    """The courses after an event. Whoever joins again takes part anew; what ended stays as it was."""
    if isinstance(event, GroupJoined):
        return (*courses, Participation(event))
    if isinstance(event, GroupTermChanged):
        return tuple(
            replace(each, joined=each.joined.model_copy(update={"term": event.term}))
            if each.goes_on(event.group, each.joined.person)
            else each
            for each in courses
        )
    return tuple(
        replace(each, left_on=event.left_on, reason=event.reason)
        if each.goes_on(event.group, event.person)
        else each
        for each in courses
    )


def shown(courses: Sequence[Participation]) -> list[dict[str, Any]]:
    """Those that go on, then those that ended; each by the day of joining. What one is called in a group is the group's."""
    ordered = sorted(courses, key=lambda each: (each.left_on is not None, each.joined.joined_on))
    return [
        {
            "group": each.joined.group,
            "person": each.joined.person,
            "title": each.joined.title,
            "area": each.joined.area,
            "weekdays": each.joined.term.weekdays,
            "starts_on": each.joined.term.starts_on,
            "ends_on": each.joined.term.ends_on,
            "joined_on": each.joined.joined_on,
            "left_on": each.left_on,
            "reason": each.reason,
        }
        for each in ordered
    ]
