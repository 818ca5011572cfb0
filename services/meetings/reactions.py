"""What meetings does when contacts speaks: a closed case has nothing ahead, and one opened again waits again. Q15."""

from collections.abc import Sequence
from datetime import datetime

from contracts.contacts.events import FamilyClosed, FamilyReopened
from contracts.shapes import Command
from eventkeep.cloudevent import Told
from eventkeep.codec import Vocabulary
from services.meetings.closing import ResumeMeetings, SuspendMeetings
from services.meetings.dues import SERVICE


def react(vocabulary: Vocabulary, told: Told) -> Sequence[Command]:
    """The commands that an event of contacts leads to. Others lead to none."""
    if told.envelope.service != "contacts":
        return []
    # When it happened, not when it was recorded: what is ahead is ahead of the day on which the case was closed.
    event, at = vocabulary.read(told), datetime.fromisoformat(told.envelope.occurred_at)
    match event:
        case FamilyClosed():
            return [SuspendMeetings(by=SERVICE, at=at, family=event.family, reason=event.reason)]
        case FamilyReopened():
            return [ResumeMeetings(by=SERVICE, at=at, family=event.family)]
        case _:
            return []
