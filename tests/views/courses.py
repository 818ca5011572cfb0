"""Group courses as meetings tells them, each in a stream of its own, personal text sealed."""

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, time, timedelta

from contracts.ids import GroupId, PersonId, ProfessionalId, SessionId
from contracts.meetings.events import (
    Facilitator,
    GroupEvent,
    GroupFormed,
    GroupSessionHeld,
    GroupSessionScheduled,
    ParticipantJoined,
    Term,
    Weekday,
)
from eventkeep.cloudevent import Envelope, Told, encode
from tests.unit.family import FAMILY, SOFIE, numbered
from tests.views.tales import BEGAN, with_sealed_words

MONDAY = date(2024, 3, 4)
"""Of the first whole week of each of these groups' terms."""


def told(*events: GroupEvent) -> list[Told]:
    """A group's events as they were recorded, a day apart."""
    found = []
    for number, event in enumerate(events, 1):
        at = (BEGAN + timedelta(days=number)).isoformat()
        envelope = Envelope(
            id=f"{event.group}-{number}",
            service="meetings",
            type=event.wire,
            stream=f"group/{event.group}",
            version=number,
            time=at,
            occurred_at=at,
            actor=f"professional:{SOFIE}",
            causes={"meetings": number - 1},
        )
        found.append(Told(envelope, event.model_dump(mode="json")))
    return found


def values(events: Iterable[GroupEvent]) -> list[bytes]:
    """The same, sealed, as they stand in the topic."""
    return [encode(each.envelope, each.data) for each in map(with_sealed_words, told(*events))]


def course(
    number: int, area: str, participants: int, weeks: Sequence[int], ends_on: date = date(2024, 3, 31)
) -> list[GroupEvent]:
    """A group in an area, from the Friday before `MONDAY` on, with so many sessions held in each week."""
    group = numbered(GroupId, number)
    term = Term(
        weekdays=(Weekday.TUESDAY, Weekday.THURSDAY), starts_on=MONDAY - timedelta(days=3), ends_on=ends_on
    )
    leads = Facilitator(professional=numbered(ProfessionalId, 70 + number), called="Somebody Kind")
    events: list[GroupEvent] = [
        GroupFormed(group=group, title="The Harbour Group", area=area, facilitators=(leads,), term=term)
    ]
    events += [
        ParticipantJoined(
            group=group,
            person=numbered(PersonId, 100 * number + each),
            of_family=FAMILY,
            called="Thorvald",
            joined_on=MONDAY,
        )
        for each in range(participants)
    ]
    for week, sessions in enumerate(weeks):
        for day in range(sessions):
            held = datetime.combine(MONDAY + timedelta(weeks=week, days=day), time(9), UTC)
            session = numbered(SessionId, 1000 * number + 10 * week + day)
            events += [
                GroupSessionScheduled(group=group, session=session, starts_at=held, place="The boathouse"),
                GroupSessionHeld(group=group, session=session, held_at=held),
            ]
    return events


def courses() -> list[bytes]:
    """Two groups in the north, one in the south with few participants."""
    groups = (
        course(1, "north", 6, (2, 3, 1, 0)),
        course(2, "north", 4, (2,)),
        course(3, "south", 3, (0, 2)),
    )
    return [value for group in groups for value in values(group)]
