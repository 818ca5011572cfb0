"""What progress does when contacts speaks: nobody is reminded in a closed case, and again once it is opened again. Q15."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from contracts.contacts.events import FamilyClosed, FamilyReopened
from contracts.shapes import Command
from eventkeep.cloudevent import Told
from eventkeep.codec import Vocabulary
from services.progress.closing import ResumeDeviations, SuspendDeviations
from services.progress.dues import SERVICE


def react(vocabularies: Mapping[str, Vocabulary], told: Told) -> Sequence[Command]:
    """The commands that an event of contacts leads to."""
    event = vocabularies[told.envelope.service].read(told)
    at = datetime.fromisoformat(told.envelope.occurred_at)
    match event:
        case FamilyClosed():
            return [SuspendDeviations(by=SERVICE, at=at, family=event.family, reason=event.reason)]
        case FamilyReopened():
            return [ResumeDeviations(by=SERVICE, at=at, family=event.family)]
        case _:
            return []
