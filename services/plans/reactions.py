"""What plans does when the others speak: it looks at approvals again, asks about goals, and closes plans."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from contracts.contacts.events import FamilyClosed, HouseholdSplit
from contracts.ids import FamilyId, MeetingId
from contracts.meetings.events import AttendanceCorrected, AttendanceRecorded, FamilyChairRecorded
from contracts.plans.events import PlanApproved
from contracts.shapes import Actor, ActorKind, Command
from eventkeep.cloudevent import Told
from eventkeep.codec import Vocabulary
from eventkeep.vector import Vector
from services.plans.doubt import QuestionApproval
from services.plans.drafting import ClosePlan
from services.plans.households import AskGoals

SERVICE = Actor(kind=ActorKind.SERVICE, id="plans")


def react_to_own(vocabulary: Vocabulary, told: Told, reached: Vector) -> Sequence[Command]:
    """An approval is looked at once more where the meetings moved while it was decided: at what they `reached`, so
    that what the meetings' own events lead to asks the same question. INV-20, INV-21."""
    event = vocabulary.read(told)
    now = reached.get("meetings", 0)
    if not isinstance(event, PlanApproved) or now <= told.envelope.causes.get("meetings", 0):
        return []
    return [_question(told, event.family, event.meeting, now)]


def react(vocabularies: Mapping[str, Vocabulary], told: Told) -> Sequence[Command]:
    """The commands that an event of meetings or contacts leads to. INV-20, INV-21, R01, A01."""
    vocabulary = vocabularies.get(told.envelope.service)
    event = vocabulary.read(told) if vocabulary else None
    match event:
        case AttendanceCorrected() | AttendanceRecorded() | FamilyChairRecorded():
            return [_question(told, event.family, event.meeting, told.envelope.version)]
        case HouseholdSplit():
            return [AskGoals(by=SERVICE, at=_when(told), family=event.family, into=event.into)]
        case FamilyClosed():
            return [ClosePlan(by=SERVICE, at=_when(told), family=event.family, reason=event.reason)]
        case _:
            return []


def _when(told: Told) -> datetime:
    return datetime.fromisoformat(told.envelope.time)


def _question(told: Told, family: FamilyId, meeting: MeetingId, version: int) -> QuestionApproval:
    return QuestionApproval(
        by=SERVICE, at=_when(told), family=family, meeting=meeting, meetings_version=version
    )
