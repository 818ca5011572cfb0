"""What plans tells of offers and a family, in sentences. What the catalogue says stands in the catalogue."""

from contracts.plans import events as said
from contracts.shapes import Event
from services.overview.sentences.telling import Part, Sentence, Telling

_IN_CATALOGUE = "It is about the catalogue of offers, and no family."

TOLD: dict[type[Event], Telling] = {
    said.OfferPresented: Sentence(
        Part.PLAN,
        "{offer} er præsenteret for {to} ({presented_in}) {presented_on}.",
        "{offer} was presented to {to} ({presented_in}) on {presented_on}.",
    ),
    said.OfferVisited: Sentence(
        Part.PLAN,
        "{visited_by} har besøgt {offer} {visited_on}.",
        "{visited_by} visited {offer} on {visited_on}.",
    ),
}
NOT_TOLD: dict[type[Event], str] = {
    said.OfferListed: _IN_CATALOGUE,
    said.OfferRevised: _IN_CATALOGUE,
    said.OfferPlaceChanged: _IN_CATALOGUE,
    said.OfferPresentationAdded: _IN_CATALOGUE,
    said.OfferPresentationRemoved: _IN_CATALOGUE,
    said.OfferWithdrawn: _IN_CATALOGUE,
}
