"""What the family needs help with, in its own words: the right employee is found, and it is met."""

from contracts.contacts.events import FamilyEvent, HelpNeedMet, HelpNeedRaised
from contracts.ids import FamilyId, HelpNeedId, PersonId
from contracts.shapes import ActorKind, Code, Command, Text
from eventkeep.refused import Refused
from services.contacts.required import require_members
from services.contacts.state import State

# Commands


class RaiseHelpNeed(Command):
    """Say what a member needs help with: the right employee is to be found (behov for hjælp). P27, INV-63."""

    family: FamilyId
    need: HelpNeedId
    person: PersonId
    topic: Code
    words: Text


class MeetHelpNeed(Command):
    """Record that the family got help with it. P27."""

    family: FamilyId
    need: HelpNeedId


# Decide


def said(state: State, command: RaiseHelpNeed) -> HelpNeedRaised:
    """A member says it, or staff write down what he or she said. P27."""
    if command.need in state.needs:
        raise used("help_need_raised_already")
    require_members(state, [command.person])
    if command.by.kind is ActorKind.PERSON and command.by.id != command.person:
        raise Refused(
            "help_need_of_another",
            "A member speaks for himself or herself.",
            "P27",
            "Let the other say it, or ask the team to record it.",
            danish="Et medlem taler for sig selv.",
            danish_next="Lad den anden sige det, eller bed teamet om at registrere det.",
        )
    return HelpNeedRaised(
        family=command.family,
        need=command.need,
        person=command.person,
        topic=command.topic,
        words=command.words,
    )


def used(code: str) -> Refused:
    """P27: an id names one need, or one request."""
    return Refused(
        code,
        "This id is used already.",
        "P27",
        "Choose a new id.",
        danish="Id'et er allerede brugt.",
        danish_next="Vælg et nyt id.",
    )


def require_need(state: State, need: HelpNeedId) -> None:
    """P27: a need that was raised."""
    if need not in state.needs:
        raise Refused(
            "help_need_unknown",
            "No such need is recorded.",
            "P27",
            "Raise the need first.",
            danish="Behovet er ikke registreret.",
            danish_next="Meld behovet først.",
        )


def met(state: State, command: MeetHelpNeed) -> list[FamilyEvent]:
    """The family got help with it, said once. P27."""
    require_need(state, command.need)
    return [] if state.needs[command.need] else [HelpNeedMet(family=command.family, need=command.need)]
