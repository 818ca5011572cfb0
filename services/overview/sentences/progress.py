"""What progress tells, in sentences. Whose view a number is stays with it. INV-59."""

from contracts.progress import events as said
from contracts.shapes import Event
from services.overview.sentences.telling import Part, Sentence, Telling

TOLD: dict[type[Event], Telling] = {
    said.BaselineRecorded: Sentence(
        Part.PROGRESS,
        "{person} begynder med {value} på en skala fra {scale_min} til {scale_max}.",
        "{person} begins at {value} on a scale from {scale_min} to {scale_max}.",
    ),
    said.ProgressRegistered: Sentence(
        Part.PROGRESS,
        "{goal}: {by_kind} tal for {person} er {value}.",
        "{goal}: {by_kind} score for {person} is {value}.",
    ),
    said.SmallSuccessNoted: Sentence(
        Part.PROGRESS, "En lille succes for {person}: »{words}«", "A small success for {person}: “{words}”"
    ),
}
NOT_TOLD: dict[type[Event], str] = {}
