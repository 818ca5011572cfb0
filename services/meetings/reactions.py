"""What meetings does when others speak: a closed case has nothing ahead, and one opened again waits again (Q15); an
assessment that ended doesn't wait for the first follow-up (X-03); whoever left takes part in no group course (P40)."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from contracts.contacts.events import FamilyClosed, FamilyMemberLeft, FamilyReopened
from contracts.plans.events import AssessmentCompleted
from contracts.shapes import Command
from eventkeep.clock import day_of
from eventkeep.cloudevent import Told
from eventkeep.codec import Vocabulary
from services.meetings.closing import ResumeMeetings, SuspendMeetings
from services.meetings.dues import SERVICE
from services.meetings.follow_up import NoteAssessmentEnded
from services.meetings.participation import ReviewParticipation


def react(vocabularies: Mapping[str, Vocabulary], told: Told) -> Sequence[Command]:
    """The commands that an event of contacts or plans leads to."""
    # When it happened, not when it was recorded: what is ahead is ahead of the day on which the case was closed.
    event = vocabularies[told.envelope.service].read(told)
    at = datetime.fromisoformat(told.envelope.occurred_at)
    match event:
        case FamilyClosed():
            return [
                SuspendMeetings(by=SERVICE, at=at, family=event.family, reason=event.reason),
                ReviewParticipation(by=SERVICE, at=at, family=event.family),
            ]
        case FamilyMemberLeft():
            return [ReviewParticipation(by=SERVICE, at=at, family=event.family)]
        case FamilyReopened():
            return [ResumeMeetings(by=SERVICE, at=at, family=event.family)]
        case AssessmentCompleted():
            return [NoteAssessmentEnded(by=SERVICE, at=at, family=event.family, ended_on=day_of(at))]
        case _:
            return []
