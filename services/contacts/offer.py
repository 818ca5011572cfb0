"""The model is offered to eligible families, and each answers. INV-53."""

from typing import assert_never

from contracts.contacts.events import FamilyEvent, ModelAccepted, ModelDeclined, ModelOffered
from contracts.ids import FamilyId, PersonId
from contracts.shapes import Command, Text
from eventkeep.evolved import replace
from eventkeep.refused import Refused
from services.contacts.bases import makes_eligible
from services.contacts.eligibility import codes_in_force
from services.contacts.required import day_of_command, require_members, speaks_for_another
from services.contacts.state import Offer, State

# Commands


class OfferModel(Command):
    """Offer the model to an eligible family (samarbejdsmodel). P02, INV-53."""

    family: FamilyId


class AnswerOffer(Command):
    """Record that the family accepts the model, or declines and why; also one that it accepted. P02, INV-53, T17."""

    family: FamilyId
    accepted: bool
    answered_by: tuple[PersonId, ...]
    reason: Text | None = None


OfferCommand = OfferModel | AnswerOffer
OfferEvent = ModelOffered | ModelAccepted | ModelDeclined

# Decide


def decide(state: State, command: OfferCommand) -> list[FamilyEvent]:
    """What a command makes true, or why it is refused."""
    match command:
        case OfferModel():
            return _offer(state, command)
        case AnswerOffer():
            return _answer(state, command)
        case _:
            assert_never(command)


def _offer(state: State, command: OfferModel) -> list[FamilyEvent]:
    if state.offer in (Offer.OFFERED, Offer.ACCEPTED):
        return []
    day = day_of_command(command)
    decided = state.eligibility is not None and state.eligibility.eligible
    if not decided or not makes_eligible(codes_in_force(state, day)):
        raise Refused(
            "family_not_eligible",
            "The model is offered to families of the target group.",
            "INV-53",
            "Decide eligibility first, by the legal bases that are in force now.",
            danish="Modellen tilbydes familier i målgruppen.",
            danish_next="Afgør først efter de hjemler, der gælder nu, om familien er i målgruppen.",
        )
    return [ModelOffered(family=command.family, offered_on=day)]


def _answer(state: State, command: AnswerOffer) -> list[FamilyEvent]:
    if state.offer is (Offer.ACCEPTED if command.accepted else Offer.DECLINED):
        return []
    given_up = state.offer is Offer.ACCEPTED and not command.accepted
    if state.offer is not Offer.OFFERED and not given_up:
        raise Refused(
            "model_not_offered",
            "There is no offer to answer.",
            "P02",
            "Offer the model first.",
            danish="Der er intet tilbud at svare på.",
            danish_next="Tilbyd modellen først.",
        )
    answered_by = tuple(dict.fromkeys(command.answered_by))
    require_members(state, answered_by)
    if not answered_by or speaks_for_another(command.by, answered_by):
        raise Refused(
            "offer_not_answered_by_family",
            "The family answers, each for himself or herself.",
            "INV-53",
            "Say which members of the family answered.",
            danish="Familien svarer, hver for sig selv.",
            danish_next="Angiv, hvem i familien der har svaret.",
        )
    if command.accepted:
        return [
            ModelAccepted(family=command.family, accepted_by=answered_by, started_on=day_of_command(command))
        ]
    if command.reason is None:
        raise Refused(
            "decline_without_reason",
            "A family that declines is asked why.",
            "INV-53",
            "Write the family's reason.",
            danish="En familie, der siger nej, spørges om hvorfor.",
            danish_next="Skriv familiens grund.",
        )
    return [ModelDeclined(family=command.family, declined_by=answered_by, reason=command.reason)]


# Evolve


def evolve(state: State, event: OfferEvent) -> State:
    """The family after an event. It never refuses: the past has happened."""
    match event:
        case ModelOffered():
            return replace(state, offer=Offer.OFFERED)
        case ModelAccepted():
            return replace(state, offer=Offer.ACCEPTED)
        case ModelDeclined():
            return replace(state, offer=Offer.DECLINED)
        case _:
            assert_never(event)
