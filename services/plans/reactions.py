"""What plans does when the others speak: an approval is looked at again when its meeting's facts change."""

from collections.abc import Sequence
from datetime import datetime

from contracts.meetings.events import AttendanceCorrected, AttendanceRecorded, FamilyChairRecorded
from contracts.shapes import Actor, ActorKind
from eventkeep.cloudevent import Told
from eventkeep.codec import Vocabulary
from services.plans.approval import QuestionApproval

SERVICE = Actor(kind=ActorKind.SERVICE, id="plans")


def react(vocabulary: Vocabulary, told: Told) -> Sequence[QuestionApproval]:
    """The commands that an event of meetings leads to. INV-20, INV-21."""
    if told.envelope.service != "meetings":
        return []
    event = vocabulary.read(told)
    match event:
        case AttendanceCorrected() | AttendanceRecorded() | FamilyChairRecorded():
            return [
                QuestionApproval(
                    by=SERVICE,
                    at=datetime.fromisoformat(told.envelope.time),
                    family=event.family,
                    meeting=event.meeting,
                    meetings_version=told.envelope.version,
                )
            ]
        case _:
            return []
