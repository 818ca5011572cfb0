"""How an offer gets a face: cases, stories of peers, videos (formidling); and the catalogue's decisions as a whole."""

from typing import ClassVar, assert_never

from contracts.ids import CatalogueId, OfferId, PresentationId
from contracts.plans.events import (
    CATALOGUE,
    OfferPresentationAdded,
    OfferPresentationRemoved,
    PresentationKind,
    Wording,
)
from contracts.plans.offers import CatalogueEvent
from contracts.shapes import Code, Command, PublicText
from eventkeep.refused import Refused
from services.plans.catalogue import (
    CuratingCommand,
    decide_curating,
    require_keeper,
    require_kept_by,
)
from services.plans.offered import State, evolve

__all__ = ["CatalogueCommand", "State", "decide", "evolve"]

# Commands


class AddPresentation(Command):
    """Present an offer by a case, a peer's story or a video (formidle). A32, R33.

    A peer's story names nobody, and is told only where the peer agreed to it.
    """

    stream: ClassVar[str] = "catalogue"
    catalogue: CatalogueId = CATALOGUE
    offer: OfferId
    presentation: PresentationId
    kind: PresentationKind
    title: Wording
    words: Wording | None = None
    reference: PublicText | None = None
    peer_agreed: bool = False


class RemovePresentation(Command):
    """Show a presentation no more: a peer thought better of it, or it is out of date. A32, R33."""

    stream: ClassVar[str] = "catalogue"
    catalogue: CatalogueId = CATALOGUE
    offer: OfferId
    presentation: PresentationId
    reason: Code


CatalogueCommand = CuratingCommand | AddPresentation | RemovePresentation

# Decide


def decide(state: State, command: CatalogueCommand) -> list[CatalogueEvent]:
    """What a command makes true of the catalogue, or why it is refused."""
    require_keeper(command, command.catalogue)
    match command:
        case AddPresentation():
            return _add(state, command)
        case RemovePresentation():
            return _remove(state, command)
        case _:
            return decide_curating(state, command)


def _add(state: State, command: AddPresentation) -> list[CatalogueEvent]:
    require_kept_by(state, command.by, command.offer)
    if command.presentation in state.presentations:
        raise Refused(
            "presentation_added_already",
            "This id is used for a presentation already.",
            "A32",
            "Choose a new id.",
            danish="Dette id er allerede brugt til en formidling.",
            danish_next="Vælg et nyt id.",
        )
    _require_told(command)
    return [
        OfferPresentationAdded(
            catalogue=command.catalogue,
            offer=command.offer,
            presentation=command.presentation,
            kind=command.kind,
            title=command.title,
            words=command.words,
            reference=command.reference,
            peer_agreed=command.peer_agreed,
        )
    ]


def _require_told(command: AddPresentation) -> None:
    """A video lies somewhere, a case or a story is told; a peer decides on his or her own story."""
    match command.kind:
        case PresentationKind.VIDEO:
            told = command.reference is not None
        case PresentationKind.CASE | PresentationKind.PEER_STORY:
            told = command.words is not None
        case _:
            assert_never(command.kind)
    if not told:
        raise Refused(
            "presentation_empty",
            "A case or a story is told in words, and a video lies somewhere.",
            "A32",
            "Add the words, or where the video lies.",
            danish="En case eller en fortælling har ord, og en video ligger et sted.",
            danish_next="Tilføj ordene, eller hvor videoen ligger.",
        )
    if command.kind is PresentationKind.PEER_STORY and not command.peer_agreed:
        raise Refused(
            "peer_has_not_agreed",
            "A citizen's own story is told only where that citizen agreed to it.",
            "R33",
            "Ask the citizen whose story it is.",
            danish="En borgers egen fortælling bruges kun, når borgeren har sagt ja til det.",
            danish_next="Spørg den borger, hvis fortælling det er.",
        )


def _remove(state: State, command: RemovePresentation) -> list[CatalogueEvent]:
    found = require_kept_by(state, command.by, command.offer)
    if command.presentation not in state.presentations:
        raise Refused(
            "presentation_unknown",
            "The offer has no such presentation.",
            "A32",
            "Look it up in the catalogue.",
            danish="Tilbuddet har ikke en sådan formidling.",
            danish_next="Slå den op i kataloget.",
        )
    if command.presentation not in found.shown:
        return []
    return [
        OfferPresentationRemoved(
            catalogue=command.catalogue,
            offer=command.offer,
            presentation=command.presentation,
            reason=command.reason,
        )
    ]
