"""What a meeting is about, as the family wants it. A19, C39."""

from typing import assert_never

from contracts.ids import AgendaItemId, FamilyId, Id, MeetingId, PersonId
from contracts.meetings.events import AgendaAgreed, AgendaItemProposed, FamilyEvent
from contracts.shapes import Command, PartyKind, Text
from eventkeep.evolved import replace
from eventkeep.refused import Refused
from services.meetings.named import agreeing, require_members, require_own
from services.meetings.state import State, changed, meeting_ahead

# Commands


class ProposeAgendaItem(Command):
    """Propose something to talk about, or record what a member proposes (dagsordenspunkt). A19, C39."""

    family: FamilyId
    meeting: MeetingId
    item: AgendaItemId
    party_kind: PartyKind
    party: Id
    words: Text


class AgreeAgenda(Command):
    """Record what the family wants to talk about, in its order (dagsorden). A19, C39."""

    family: FamilyId
    meeting: MeetingId
    items: tuple[AgendaItemId, ...]
    agreed_by: tuple[PersonId, ...] = ()


AgendaCommand = ProposeAgendaItem | AgreeAgenda
AgendaEvent = AgendaItemProposed | AgendaAgreed

# Decide


def decide_agenda(state: State, command: AgendaCommand) -> list[FamilyEvent]:
    """Everybody around the family proposes; the family decides."""
    match command:
        case ProposeAgendaItem():
            return _propose(state, command)
        case AgreeAgenda():
            return _agree(state, command)
        case _:
            assert_never(command)


def _propose(state: State, command: ProposeAgendaItem) -> list[FamilyEvent]:
    meeting_ahead(state, command.meeting)
    require_own(command.by, command.party_kind, command.party, "A19")
    if command.party_kind is PartyKind.PERSON:
        require_members(state.known, (command.party,), "A19")
    if any(command.item in each.proposed for each in state.meetings.values()):
        raise Refused(
            "agenda_item_proposed_already",
            "This id is used already.",
            "A19",
            "Choose a new id for a new item.",
            danish="Dette id er allerede brugt.",
            danish_next="Vælg et nyt id til et nyt punkt.",
        )
    return [
        AgendaItemProposed(
            family=command.family,
            meeting=command.meeting,
            item=command.item,
            party_kind=command.party_kind,
            party=command.party,
            words=command.words,
        )
    ]


def _agree(state: State, command: AgreeAgenda) -> list[FamilyEvent]:
    meeting = meeting_ahead(state, command.meeting)
    agreed_by = agreeing(state.known, command.by, command.agreed_by, "A19")
    items = tuple(dict.fromkeys(command.items))
    if not items or set(items) - meeting.proposed:
        raise Refused(
            "agenda_item_unknown",
            "The agenda is made of what was proposed for this meeting.",
            "A19",
            "Propose the item first.",
            danish="Dagsordenen består af det, der er foreslået til mødet.",
            danish_next="Foreslå punktet først.",
        )
    if items == meeting.agenda:
        return []
    return [AgendaAgreed(family=command.family, meeting=command.meeting, items=items, agreed_by=agreed_by)]


# Evolve


def evolve_agenda(state: State, event: AgendaEvent) -> State:
    """The meetings after an event."""
    meeting = state.meetings.get(event.meeting)
    if meeting is None:
        return state
    match event:
        case AgendaItemProposed():
            meeting = replace(meeting, proposed=meeting.proposed | {event.item})
        case AgendaAgreed():
            meeting = replace(meeting, agenda=tuple(event.items))
        case _:
            assert_never(event)
    return changed(state, event.meeting, meeting)
