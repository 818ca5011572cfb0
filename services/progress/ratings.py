"""How the family finds the trust, and how good an offer was. P28, R51, P45."""

from datetime import date

from contracts.ids import FamilyId, InterventionId, OfferId, PersonId, ProfessionalId, RatingId, RecordId
from contracts.progress.events import FamilyEvent, OfferQualityRated, ScoredBy, TrustRated
from contracts.progress.registered import Rating
from contracts.shapes import Command, Text
from eventkeep.refused import Refused
from services.progress.sayers import require_word
from services.progress.state import Record, State, Word, require_new, require_past, scored_word

SCALE = 1, 5

# Commands


class RateTrust(Command):
    """Rate the trust between a member and the municipality, or in one professional, from 1 to 5 (tillid). P28, R51."""

    family: FamilyId
    rating: RatingId
    person: PersonId
    professional: ProfessionalId | None = None
    value: Rating
    rated_on: date


class RateOffer(Command):
    """Rate an offer that somebody used by an intervention of the plan, from 1 to 5 (tilbuddets kvalitet). P45."""

    family: FamilyId
    rating: RatingId
    intervention: InterventionId
    person: PersonId
    by_kind: ScoredBy
    value: Rating
    words: Text | None = None
    rated_on: date


# Decide


def rate_trust(state: State, command: RateTrust) -> list[FamilyEvent]:
    """The family's to say, each for himself or herself; staff may write it down for a member. P28."""
    require_new(state, command.rating)
    require_past(command.rated_on, command.at)
    require_word(state.known.contacts, command.by, _trust(command.professional), command.person)
    if command.professional is not None and command.professional not in state.known.contacts.attached:
        raise Refused(
            "not_attached",
            "This professional is not attached to the family.",
            "R51",
            "Name somebody who is, or nobody for the municipality as a whole.",
            danish="Fagpersonen er ikke tilknyttet familien.",
            danish_next="Angiv en, der er, eller ingen for kommunen som helhed.",
        )
    return [
        TrustRated(
            family=command.family,
            rating=command.rating,
            person=command.person,
            professional=command.professional,
            value=command.value,
            rated_on=command.rated_on,
        )
    ]


def rate_offer(state: State, command: RateOffer) -> list[FamilyEvent]:
    """An offer that was taken by an intervention, also by one that has ended. P45."""
    require_new(state, command.rating)
    require_past(command.rated_on, command.at)
    require_word(state.known.contacts, command.by, scored_word(command.by_kind), command.person)
    offer = state.known.plans.offers.get(command.intervention)
    if offer is None:
        raise Refused(
            "offer_not_taken",
            "No offer of the catalogue is taken by this intervention.",
            "P45",
            "Name an intervention that takes an offer.",
            danish="Indsatsen bruger ikke et tilbud fra kataloget.",
            danish_next="Angiv en indsats, der bruger et tilbud.",
        )
    return [
        OfferQualityRated(
            family=command.family,
            rating=command.rating,
            offer=OfferId(offer),
            intervention=command.intervention,
            person=command.person,
            by_kind=command.by_kind,
            value=command.value,
            words=command.words,
            rated_on=command.rated_on,
        )
    ]


def _trust(professional: ProfessionalId | None) -> Word:
    return Word(own=True, trusted=professional)


# Evolve


def rating(event: TrustRated | OfferQualityRated) -> tuple[RecordId, Record]:
    """What a correction needs of it."""
    word = _trust(event.professional) if isinstance(event, TrustRated) else scored_word(event.by_kind)
    return RecordId(event.rating), Record(event.rated_on, SCALE, event.person, word=word)
