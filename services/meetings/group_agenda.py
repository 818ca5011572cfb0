"""The group decides itself: what it proposes, what it talks about, what it does together. R34, R55, A19."""

from collections.abc import Iterable
from datetime import date
from typing import ClassVar, assert_never

from contracts.ids import GroupId, PersonId, ProposalId, SessionId
from contracts.meetings.events import (
    GroupActivityHeld,
    GroupAgendaAgreed,
    GroupEvent,
    GroupProposalMade,
    ProposalKind,
)
from contracts.shapes import Actor, ActorKind, Command, PartyKind, Text
from eventkeep.evolved import replace
from eventkeep.refused import Refused
from services.meetings.group_state import State, changed, require_running, session_ahead
from services.meetings.named import require_happened, require_own

# Commands


class ProposeToGroup(Command):
    """Propose something to talk about or to do together, or record what a participant proposes
    (dagsordenspunkt, aktivitet). R34, R55, A19."""

    stream: ClassVar[str] = "group"
    group: GroupId
    proposal: ProposalId
    kind: ProposalKind
    person: PersonId
    words: Text


class AgreeGroupAgenda(Command):
    """Set what the group talks about in a session, as it wants it; a facilitator records who agreed
    (dagsorden). R34, A19.

    What the group has agreed no facilitator changes.
    """

    stream: ClassVar[str] = "group"
    group: GroupId
    session: SessionId
    items: tuple[ProposalId, ...]
    agreed_by: tuple[PersonId, ...] = ()


class HoldGroupActivity(Command):
    """Record that the group did what it had proposed, such as writing to the local newspaper (aktivitet). R55."""

    stream: ClassVar[str] = "group"
    group: GroupId
    activity: ProposalId
    held_on: date


AgendaCommand = ProposeToGroup | AgreeGroupAgenda | HoldGroupActivity
AgendaEvent = GroupProposalMade | GroupAgendaAgreed | GroupActivityHeld

# Decide


def decide_agenda(state: State, command: AgendaCommand) -> list[GroupEvent]:
    """Participants propose and agree; facilitators record what they say."""
    match command:
        case ProposeToGroup():
            return _propose(state, command)
        case AgreeGroupAgenda():
            return _agree(state, command)
        case HoldGroupActivity():
            return _hold(state, command)
        case _:
            assert_never(command)


def _propose(state: State, command: ProposeToGroup) -> list[GroupEvent]:
    require_running(state)
    require_own(command.by, PartyKind.PERSON, command.person, "R34")
    _require_taking_part(state, (command.person,))
    if command.proposal in state.proposals:
        raise Refused(
            "proposal_made_already",
            "This proposal was made already.",
            "R34",
            "Choose a new id for a new proposal.",
            danish="Forslaget er allerede stillet.",
            danish_next="Vælg et nyt id til et nyt forslag.",
        )
    return [
        GroupProposalMade(
            group=command.group,
            proposal=command.proposal,
            kind=command.kind,
            person=command.person,
            words=command.words,
        )
    ]


def _agree(state: State, command: AgreeGroupAgenda) -> list[GroupEvent]:
    require_running(state)
    session = session_ahead(state, command.session)
    agreed_by = _agreeing(state, command.by, command.agreed_by)
    items = tuple(dict.fromkeys(command.items))
    if not items or any(state.proposals.get(item) is not ProposalKind.AGENDA for item in items):
        raise Refused(
            "not_proposed_by_group",
            "The group's agenda is made of what its participants proposed to talk about.",
            "R34",
            "Let a participant propose it first.",
            danish="Holdets dagsorden består af det, deltagerne har foreslået at tale om.",
            danish_next="Lad en deltager foreslå det først.",
        )
    if items == session.agenda:
        return []
    if session.agenda is not None and command.by.kind is not ActorKind.PERSON:
        raise Refused(
            "agenda_is_the_groups",
            "The group has agreed what it talks about: no facilitator changes that.",
            "R34",
            "Let a participant agree another agenda.",
            danish="Gruppen har selv bestemt dagsordenen: den ændrer ingen leder.",
            danish_next="Lad en deltager sætte en anden dagsorden.",
        )
    return [GroupAgendaAgreed(group=command.group, session=command.session, items=items, agreed_by=agreed_by)]


def _agreeing(state: State, by: Actor, persons: Iterable[PersonId]) -> tuple[PersonId, ...]:
    """The participants who agree, each once, and at least one. Who gives the command speaks for himself or herself."""
    if by.kind is ActorKind.PERSON:
        return (PersonId(by.id),)
    named = tuple(dict.fromkeys(persons))
    if not named:
        raise Refused(
            "group_agrees_itself",
            "The group itself decides what it talks about.",
            "R34",
            "Say which participants agreed.",
            danish="Gruppen bestemmer selv, hvad den vil tale om.",
            danish_next="Angiv, hvilke deltagere der har sagt ja.",
        )
    _require_taking_part(state, named)
    return named


def _require_taking_part(state: State, persons: Iterable[PersonId]) -> None:
    if set(persons) - state.taking_part:
        raise Refused(
            "not_taking_part",
            "Only participants of the group propose and agree.",
            "R34",
            "Name somebody who takes part now.",
            danish="Kun holdets deltagere foreslår og bestemmer.",
            danish_next="Angiv en, der er med nu.",
        )


def _hold(state: State, command: HoldGroupActivity) -> list[GroupEvent]:
    if state.proposals.get(command.activity) is not ProposalKind.ACTIVITY:
        raise Refused(
            "activity_not_proposed",
            "The group does what its participants proposed to do.",
            "R55",
            "Let a participant propose the activity first.",
            danish="Holdet gør det, deltagerne har foreslået at gøre.",
            danish_next="Lad en deltager foreslå aktiviteten først.",
        )
    require_happened(command.held_on, command.at)
    if (command.activity, command.held_on) in state.activities:
        return []
    return [GroupActivityHeld(group=command.group, activity=command.activity, held_on=command.held_on)]


# Evolve


def evolve_agenda(state: State, event: AgendaEvent) -> State:
    """The group after an event."""
    match event:
        case GroupProposalMade():
            return replace(state, proposals={**state.proposals, event.proposal: event.kind})
        case GroupAgendaAgreed():
            session = state.sessions.get(event.session)
            if session is None:
                return state
            return changed(state, event.session, replace(session, agenda=event.items))
        case GroupActivityHeld():
            return replace(state, activities=state.activities | {(event.activity, event.held_on)})
        case _:
            assert_never(event)
