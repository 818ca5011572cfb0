"""The catalogue of offers (tilbudskatalog): one stream for the municipality. What stands in it, and who keeps it."""

from typing import ClassVar, assert_never

from contracts.ids import CatalogueId, OfferId
from contracts.plans.events import (
    CATALOGUE,
    Offered,
    OfferListed,
    OfferPlaceChanged,
    OfferRevised,
    OfferWithdrawn,
    Place,
    ProviderKind,
)
from contracts.plans.offers import CatalogueEvent
from contracts.shapes import Actor, ActorKind, Code, Command
from eventkeep.refused import Refused
from services.plans.offered import Offer, State, require_offered

# Commands


class ListOffer(Command):
    """List an offer in the catalogue, with its goal, content and results and the areas of the wheel it is for. A07, INV-65.

    Those of the department that gives it, or that hosts it where it is met, keep it up to date.
    """

    stream: ClassVar[str] = "catalogue"
    catalogue: CatalogueId = CATALOGUE
    offer: OfferId
    offered: Offered
    place: Place


class ReviseOffer(Command):
    """Describe an offer anew, or map it to other areas of the wheel (revidere). A07, A31, INV-65."""

    stream: ClassVar[str] = "catalogue"
    catalogue: CatalogueId = CATALOGUE
    offer: OfferId
    offered: Offered


class MoveOffer(Command):
    """Say where an offer is met from now on, and who hosts it there (samlokalisere). P47, O22."""

    stream: ClassVar[str] = "catalogue"
    catalogue: CatalogueId = CATALOGUE
    offer: OfferId
    place: Place


class WithdrawOffer(Command):
    """Take an offer out of the catalogue: nobody takes it any more, whoever has it goes on (nedlægge). A07."""

    stream: ClassVar[str] = "catalogue"
    catalogue: CatalogueId = CATALOGUE
    offer: OfferId
    reason: Code


CuratingCommand = ListOffer | ReviseOffer | MoveOffer | WithdrawOffer

# Decide


def decide_curating(state: State, command: CuratingCommand) -> list[CatalogueEvent]:
    """What becomes of an offer. A07."""
    match command:
        case ListOffer():
            return _list(state, command)
        case ReviseOffer():
            return _revise(state, command)
        case MoveOffer():
            require_kept_by(state, command.by, command.offer)
            if state.offers[command.offer].place == command.place:
                return []
            return [OfferPlaceChanged(catalogue=command.catalogue, offer=command.offer, place=command.place)]
        case WithdrawOffer():
            return _withdraw(state, command)
        case _:
            assert_never(command)


def _list(state: State, command: ListOffer) -> list[CatalogueEvent]:
    if command.offer in state.offers:
        raise Refused(
            "offer_listed_already",
            "This id is used for an offer already.",
            "A07",
            "Revise that offer, or choose a new id.",
            danish="Dette id er allerede brugt til et tilbud.",
            danish_next="Revidér tilbuddet, eller vælg et nyt id.",
        )
    _require_described(command.offered)
    _require_own_department(Offer(command.offered, command.place), command.by)
    return [
        OfferListed(
            catalogue=command.catalogue,
            offer=command.offer,
            offered=command.offered,
            place=command.place,
        )
    ]


def _revise(state: State, command: ReviseOffer) -> list[CatalogueEvent]:
    require_kept_by(state, command.by, command.offer)
    _require_described(command.offered)
    if state.offers[command.offer].offered == command.offered:
        return []
    return [OfferRevised(catalogue=command.catalogue, offer=command.offer, offered=command.offered)]


def _withdraw(state: State, command: WithdrawOffer) -> list[CatalogueEvent]:
    if command.offer in state.offers and state.offers[command.offer].withdrawn:
        return []
    require_kept_by(state, command.by, command.offer)
    return [OfferWithdrawn(catalogue=command.catalogue, offer=command.offer, reason=command.reason)]


def _require_described(offered: Offered) -> None:
    """Goal, content and results can't be left out of a command; areas and whoever gives it are looked at here."""
    if not offered.axes:
        raise Refused(
            "offer_without_area",
            "An offer is for at least one area of the wheel.",
            "INV-65",
            "Name the areas that it is for.",
            danish="Et tilbud hører til mindst ét område på hjulet.",
            danish_next="Angiv de områder, tilbuddet er til.",
        )
    provider = offered.provider
    own = provider.kind is ProviderKind.DEPARTMENT
    if (provider.department if own else provider.name) is None:
        raise Refused(
            "provider_not_named",
            "Whoever gives an offer is named: a department by its code, others by name.",
            "R53",
            "Name who gives it.",
            danish="Den, der giver et tilbud, skal nævnes: en afdeling med sin kode, andre ved navn.",
            danish_next="Angiv, hvem der giver tilbuddet.",
        )


def require_keeper(command: Command, catalogue: CatalogueId) -> None:
    """There is one catalogue, and staff keep it. A07, A31."""
    if command.by.kind is not ActorKind.PROFESSIONAL:
        raise Refused(
            "staff_only",
            "The catalogue of offers is kept by staff.",
            "A07",
            "Ask a professional.",
            danish="Tilbudskataloget føres af medarbejdere.",
            danish_next="Spørg en fagperson.",
        )
    if catalogue != CATALOGUE:
        raise Refused(
            "catalogue_unknown",
            "There is one catalogue of offers, and this isn't it.",
            "A31",
            "Leave the catalogue's id out.",
            danish="Der er ét tilbudskatalog, og det er ikke dette.",
            danish_next="Udelad katalogets id.",
        )


def require_kept_by(state: State, by: Actor, offer: OfferId) -> Offer:
    """The offer, which is in the catalogue, by somebody of a department that keeps it."""
    found = require_offered(state.offers.get(offer), "A07")
    _require_own_department(found, by)
    return found


def _require_own_department(offer: Offer, by: Actor) -> None:
    if by.department not in offer.kept_by:
        raise Refused(
            "offer_of_another_department",
            "An offer is kept by the department that gives it, or that hosts it where it is met.",
            "A07",
            "Ask somebody of that department.",
            danish="Et tilbud føres af den afdeling, der giver det, eller som er vært for det.",
            danish_next="Spørg en medarbejder i den afdeling.",
        )
