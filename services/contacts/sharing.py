"""What the family shows those who stand by it: by the family's own choice, for each of them by itself. INV-66."""

from contracts.contacts.events import FamilyEvent, SharedSection, SharedWithSupporter
from contracts.ids import FamilyId, PersonId, SupporterId
from contracts.shapes import Command
from eventkeep.evolved import replace
from eventkeep.refused import Refused
from services.contacts.required import has_adult, speaks_for_another
from services.contacts.state import State

# Commands


class ShareWithSupporter(Command):
    """Record what the family shares with a supporter from now on (dele med netværket). R21, R22, R32, INV-66.

    `sections` are all that is shared: without any, nothing is any more. `shared_by` are those of the family who decide it.
    """

    family: FamilyId
    supporter: SupporterId
    sections: tuple[SharedSection, ...] = ()
    shared_by: tuple[PersonId, ...]


SharingCommand = ShareWithSupporter
SharingEvent = SharedWithSupporter

# Decide


def decide(state: State, command: SharingCommand) -> list[FamilyEvent]:
    """What a command makes true, or why it is refused."""
    _require_supporter(state, command.supporter)
    shared_by = tuple(dict.fromkeys(command.shared_by))
    _require_family(state, command, shared_by)
    sections = tuple(each for each in SharedSection if each in command.sections)
    if sections == state.shared.get(command.supporter, ()):
        return []
    return [
        SharedWithSupporter(
            family=command.family, supporter=command.supporter, sections=sections, shared_by=shared_by
        )
    ]


def _require_supporter(state: State, supporter: SupporterId) -> None:
    if supporter not in state.supporters:
        raise Refused(
            "supporter_unknown",
            "No such supporter stands by the family.",
            "R21",
            "Add the supporter first.",
            danish="Familien har ikke denne støtteperson.",
            danish_next="Tilføj støttepersonen først.",
        )
    if not state.supporters[supporter]:
        raise Refused(
            "supporter_left",
            "This supporter no longer stands by the family: nothing is shared with him or her.",
            "INV-66",
            "Add the supporter anew, with a new id.",
            danish="Støttepersonen støtter ikke længere familien, og intet deles med vedkommende.",
            danish_next="Tilføj støttepersonen igen med et nyt id.",
        )


def _require_family(state: State, command: ShareWithSupporter, shared_by: tuple[PersonId, ...]) -> None:
    """INV-66: it is the family's to share, an adult among those who decide; a member speaks for himself or herself."""
    if not shared_by or any(person not in state.members for person in shared_by):
        raise Refused(
            "sharing_not_by_family",
            "Only the family decides what it shares.",
            "INV-66",
            "Say which members of the family decided.",
            danish="Kun familien bestemmer, hvad den deler.",
            danish_next="Angiv, hvem i familien der har besluttet det.",
        )
    if speaks_for_another(command.by, shared_by):
        raise Refused(
            "sharing_by_another",
            "A member speaks for himself or herself.",
            "INV-66",
            "Name yourself among those who decided.",
            danish="Et medlem taler for sig selv.",
            danish_next="Nævn dig selv blandt dem, der har besluttet det.",
        )
    if not has_adult(state, shared_by):
        raise Refused(
            "sharing_without_adult",
            "Children don't decide alone what the family shares.",
            "INV-66",
            "Let an adult of the family decide with them.",
            danish="Børn bestemmer ikke alene, hvad familien deler.",
            danish_next="Lad en voksen i familien bestemme sammen med dem.",
        )


# Evolve


def evolve(state: State, event: SharingEvent) -> State:
    """The family after an event. It never refuses: the past has happened."""
    return replace(state, shared={**state.shared, event.supporter: event.sections})
