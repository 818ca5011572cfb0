"""What is decided, recommended and told of a programme. R41, R42, R44, A36, A44."""

from datetime import date
from typing import ClassVar

from contracts.ids import ProgrammeId, TellingId
from contracts.progress.events import ProgrammeEvent, ProgrammeTold, TellingKind, Verdict
from contracts.shapes import Command, PublicText
from eventkeep.refused import Refused
from services.progress.programme_state import State
from services.progress.state import require_past


class TellOfProgramme(Command):
    """Tell a decision, a recommendation, a proposal, a report, an evaluation or a good story. R41, R42, R44, A36, A44.

    The words are public: nobody who could be known stands in them.
    """

    stream: ClassVar[str] = "programme"
    programme: ProgrammeId
    telling: TellingId
    kind: TellingKind
    title: PublicText
    words: PublicText
    told_to: tuple[PublicText, ...] = ()
    reference: PublicText | None = None
    verdict: Verdict | None = None
    follows: TellingId | None = None
    told_on: date


def tell(state: State, command: TellOfProgramme) -> list[ProgrammeEvent]:
    """Once; an evaluation says whether it was reached, and what follows something follows what was told. A36, T22."""
    require_past(command.told_on, command.at)
    said = ProgrammeTold(
        programme=command.programme,
        telling=command.telling,
        kind=command.kind,
        title=command.title,
        words=command.words,
        told_to=command.told_to,
        reference=command.reference,
        verdict=command.verdict,
        follows=command.follows,
        told_on=command.told_on,
    )
    known = state.told.get(command.telling)
    if known is not None and known != said:
        raise Refused(
            "told_already",
            "This was told already, in other words.",
            "A36",
            "Tell what is new under a new id.",
            danish="Det er allerede fortalt med andre ord.",
            danish_next="Fortæl det nye under et nyt id.",
        )
    if (command.kind is TellingKind.EVALUATION) is not (command.verdict is not None):
        raise Refused(
            "evaluation_says_whether_reached",
            "An evaluation says whether it was reached, and nothing else does.",
            "T22",
            "Say whether it was reached, also where it was not.",
            danish="En evaluering siger, om målet er nået, og det gør intet andet.",
            danish_next="Angiv, om målet er nået, også når det ikke er.",
        )
    if command.follows is not None and command.follows not in state.told:
        raise Refused(
            "follows_what_was_not_told",
            "What this follows was not told.",
            "R41",
            "Tell the recommendation or the proposal first.",
            danish="Det, dette bygger på, er ikke fortalt.",
            danish_next="Fortæl anbefalingen eller oplægget først.",
        )
    return [] if known is not None else [said]
