"""What progress tells, in sentences. Whose view a number is stays with it. INV-59."""

from typing import get_args

from contracts.progress import events as said
from contracts.shapes import Event
from services.overview.sentences.telling import Part, Sentence, Telling


def _of(danish: str, english: str) -> Sentence:
    return Sentence(Part.PROGRESS, danish, english)


def _corrected(event: said.RegistrationCorrected) -> Sentence:
    # Why isn't told: it may be about what is measured, which is shown by relation alone.
    if event.taken_back:
        return _of(
            "Noget, der var registreret forkert, er trukket tilbage.",
            "Something that was registered wrongly was taken back.",
        )
    return _of(
        "Noget, der var registreret forkert, er rettet.",
        "Something that was registered wrongly was corrected.",
    )


def _scored(event: said.WheelScored) -> Sentence:
    if event.words is None:
        return _of("{by_kind} hjul for {person} er udfyldt.", "{by_kind} wheel for {person} was scored.")
    return _of(
        "{by_kind} hjul for {person} er udfyldt: »{words}«",
        "{by_kind} wheel for {person} was scored: “{words}”",
    )


def _closed(event: said.DeviationClosed) -> Sentence:
    if event.plan_changes:
        return _of(
            "En afvigelse er lukket; planen skal ændres på næste møde.",
            "A deviation is closed; the plan is to be changed at the next meeting.",
        )
    return _of(
        "En afvigelse er lukket: det går igen som aftalt.", "A deviation is closed: it goes as agreed again."
    )


def _started(event: said.OccupationStarted) -> Sentence:
    if event.kind is said.OccupationKind.OTHER:
        return _of("{person} er begyndt på noget nyt.", "{person} began something new.")
    return _of("{person} er begyndt: {kind}.", "{person} began: {kind}.")


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
    said.RegistrationCorrected: _corrected,
    said.WheelDefined: _of("{person} har et hjul at følge.", "{person} has a wheel to follow."),
    said.WheelScored: _scored,
    said.DeviationReported: _of(
        "Det går ikke som aftalt med {goal}: »{words}« {owner} handler senest {due_on}.",
        "It doesn't go as agreed with {goal}: “{words}” {owner} acts by {due_on}.",
    ),
    said.DeviationReplanned: _of(
        "Nyt aftalt om en afvigelse: {owner} handler senest {due_on}.",
        "Agreed anew of a deviation: {owner} acts by {due_on}.",
    ),
    said.DeviationActionTaken: _of(
        "Der er handlet på en afvigelse: »{words}«", "A deviation was acted on: “{words}”"
    ),
    said.DeviationOverdue: _of(
        "Ingen handlede på en afvigelse senest {due_on}.", "Nobody acted on a deviation by {due_on}."
    ),
    said.DeviationClosed: _closed,
    said.OccupationStarted: _started,
    said.PilotCaseMarked: _of(
        "Familien er med til at prøve samarbejdsmodellen af.",
        "The family helps to try the model of collaboration.",
    ),
    said.OccupationEnded: _of(
        "Noget, et familiemedlem lavede, sluttede {ended_on}.",
        "Something that a member of the family did ended on {ended_on}.",
    ),
}
_MEASURED = "It stands in the document of what is measured, which is shown by relation."
_PROGRAMME = "It stands in the document of its programme, and is no family's."
NOT_TOLD: dict[type[Event], str] = {
    said.Measured: _MEASURED,
    said.InclusionAnswered: _MEASURED,
    said.TrustRated: _MEASURED,
    said.OfferQualityRated: _MEASURED,
    said.DeviationsSuspended: "It follows from the case being closed, which contacts tells.",
    said.DeviationsResumed: "It follows from the case being opened again, which contacts tells.",
    **dict.fromkeys(get_args(said.ProgrammeEvent), _PROGRAMME),
}
