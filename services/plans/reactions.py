"""What plans does when the others speak: an approval is looked at again when its meeting's facts change."""

from collections.abc import Sequence
from datetime import datetime

from contracts.ids import FamilyId, MeetingId
from contracts.meetings.events import AttendanceCorrected, AttendanceRecorded, FamilyChairRecorded
from contracts.plans.events import PlanApproved
from contracts.shapes import Actor, ActorKind
from eventkeep.cloudevent import Told
from eventkeep.codec import Vocabulary
from eventkeep.vector import Vector
from services.plans.approval import QuestionApproval

SERVICE = Actor(kind=ActorKind.SERVICE, id="plans")


def react_to_own(vocabulary: Vocabulary, told: Told, reached: Vector) -> Sequence[QuestionApproval]:
    """An approval is looked at once more where the meetings moved while it was decided: at what they `reached`, so
    that what the meetings' own events lead to asks the same question. INV-20, INV-21."""
    event = vocabulary.read(told)
    now = reached.get("meetings", 0)
    if not isinstance(event, PlanApproved) or now <= told.envelope.causes.get("meetings", 0):
        return []
    return [_question(told, event.family, event.meeting, now)]


def react(vocabulary: Vocabulary, told: Told) -> Sequence[QuestionApproval]:
    """The commands that an event of meetings leads to. INV-20, INV-21."""
    if told.envelope.service != "meetings":
        return []
    event = vocabulary.read(told)
    match event:
        case AttendanceCorrected() | AttendanceRecorded() | FamilyChairRecorded():
            return [_question(told, event.family, event.meeting, told.envelope.version)]
        case _:
            return []


def _question(told: Told, family: FamilyId, meeting: MeetingId, version: int) -> QuestionApproval:
    at = datetime.fromisoformat(told.envelope.time)
    return QuestionApproval(by=SERVICE, at=at, family=family, meeting=meeting, meetings_version=version)
