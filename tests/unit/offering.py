"""An invented catalogue for tests: a conversation group that the health department gives at the activity house."""

from typing import Any

from contracts.ids import OfferId, PresentationId
from contracts.plans.events import (
    CATALOGUE,
    Offered,
    OfferForm,
    OfferListed,
    OfferPresentationAdded,
    Place,
    PresentationKind,
    Provider,
    ProviderKind,
    Wording,
)
from contracts.plans.offers import CatalogueEvent
from contracts.shapes import Actor, ActorKind
from eventkeep.handle import Decider
from eventkeep.testing import Given, given
from services.plans import presentations
from services.plans.catalogue import ListOffer, MoveOffer, ReviseOffer, WithdrawOffer
from services.plans.offered import Offer
from services.plans.presentations import AddPresentation, CatalogueCommand, RemovePresentation
from tests.unit.family import AT, SOFIE, TOMAS, numbered

CATALOGUES = Decider(presentations.State, presentations.decide, presentations.evolve)
TALKS, RIDES = numbered(OfferId, 1), numbered(OfferId, 2)
CASE, STORY, FILM = (numbered(PresentationId, n) for n in (1, 2, 3))


def of(department: str | None, who: str = SOFIE) -> Actor:
    """A professional of a department."""
    return Actor(kind=ActorKind.PROFESSIONAL, id=who, department=department)


BY_HEALTH, BY_LEISURE, BY_SCHOOL = of("health"), of("leisure"), of("school", TOMAS)
HOUSE = Place(place="activity-house", name="Aktivitetshuset", host="leisure")
CENTRE = Place(place="health-centre", name="Sundhedscentret", host="health")
GROUP = Offered(
    title=Wording(danish="Samtalegruppe", english="Conversation group"),
    kind="conversation-group",
    form=OfferForm.GROUP,
    goal=Wording(danish="At føle sig mindre alene.", english="To feel less alone."),
    content=Wording(danish="Otte aftener med andre forældre."),
    results=Wording(danish="De fleste bliver ved med at ses.", english="Most go on meeting."),
    axes=("health", "family-social"),
    provider=Provider(kind=ProviderKind.DEPARTMENT, department="health"),
)
LISTED = OfferListed(catalogue=CATALOGUE, offer=TALKS, offered=GROUP, place=HOUSE)
OFFER = Offer(GROUP, HOUSE)
TOLD = OfferPresentationAdded(
    catalogue=CATALOGUE,
    offer=TALKS,
    presentation=CASE,
    kind=PresentationKind.CASE,
    title=Wording(danish="En mor fortæller"),
    words=Wording(danish="Hun kom hver tirsdag."),
)

LIST = ListOffer(by=BY_HEALTH, at=AT, offer=TALKS, offered=GROUP, place=HOUSE)
REVISE = ReviseOffer(by=BY_HEALTH, at=AT, offer=TALKS, offered=GROUP.model_copy(update={"axes": ("health",)}))
MOVE = MoveOffer(by=BY_LEISURE, at=AT, offer=TALKS, place=CENTRE)
WITHDRAW = WithdrawOffer(by=BY_HEALTH, at=AT, offer=TALKS, reason="no-longer-given")
PRESENT = AddPresentation(
    by=BY_HEALTH,
    at=AT,
    offer=TALKS,
    presentation=CASE,
    kind=PresentationKind.CASE,
    title=TOLD.title,
    words=TOLD.words,
)
REMOVE = RemovePresentation(by=BY_HEALTH, at=AT, offer=TALKS, presentation=CASE, reason="asked-for-by-peer")
EVERY_COMMAND: tuple[CatalogueCommand, ...] = (LIST, REVISE, MOVE, WITHDRAW, PRESENT, REMOVE)


def the_catalogue(*events: CatalogueEvent) -> Given:
    """The catalogue, in which this has happened."""
    return given(CATALOGUES, *events)


def offered(**changes: Any) -> Offered:
    """The conversation group, otherwise."""
    return GROUP.model_copy(update=changes)
