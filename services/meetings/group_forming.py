"""Forming a group course in an area, changing who leads it and when it meets, and ending it. P38, P39, T15."""

from collections.abc import Iterable
from typing import ClassVar, assert_never

from contracts.ids import GroupId, ProfessionalId
from contracts.meetings.events import (
    Facilitator,
    GroupChanged,
    GroupEnded,
    GroupEvent,
    GroupFormed,
    Term,
    Weekday,
)
from contracts.shapes import Code, Command, Part, Text
from eventkeep.clock import day_of
from eventkeep.evolved import replace
from eventkeep.refused import Refused
from services.meetings.group_state import State, require_running

TWICE_A_WEEK = (Weekday.TUESDAY, Weekday.THURSDAY)
"""When a group meets, unless it is decided otherwise. T15."""

# Commands


class Leading(Part):
    """Somebody who leads the group, and what participants are told that he or she is called. P38."""

    professional: ProfessionalId
    called: Text


class FormGroup(Command):
    """Form a group course in an area, with those who lead it: twice a week, unless other days are given
    (holdforløb, gruppeforløb). P38, P39, T15.

    The title is read by those who take part and stands in their families' plans.
    """

    stream: ClassVar[str] = "group"
    group: GroupId
    title: Text
    area: Code
    facilitators: tuple[Leading, ...]
    term: Term


class ChangeGroup(Command):
    """Let others lead the group, or let it meet on other days (ændre). P38, T15."""

    stream: ClassVar[str] = "group"
    group: GroupId
    facilitators: tuple[Leading, ...]
    term: Term


class EndGroup(Command):
    """End the group course: everybody's part in it ends (afslutte). P38."""

    stream: ClassVar[str] = "group"
    group: GroupId
    reason: Code


FormingCommand = FormGroup | ChangeGroup | EndGroup
FormingEvent = GroupFormed | GroupChanged | GroupEnded

# Decide


def decide_forming(state: State, command: FormingCommand) -> list[GroupEvent]:
    """A group is formed once; from then on its facilitators see to it."""
    match command:
        case FormGroup():
            return _form(state, command)
        case ChangeGroup():
            return _change(state, command)
        case EndGroup():
            return _end(state, command)
        case _:
            assert_never(command)


def _form(state: State, command: FormGroup) -> list[GroupEvent]:
    if state.term is not None:
        raise Refused(
            "group_formed_already",
            "A group was formed under this id already.",
            "P39",
            "Choose a new id for a new group.",
            danish="Der er allerede et hold med dette id.",
            danish_next="Vælg et nyt id til et nyt hold.",
        )
    facilitators, term = _led_by(command.facilitators), _whole(command.term)
    return [
        GroupFormed(
            group=command.group,
            title=command.title,
            area=command.area,
            facilitators=facilitators,
            term=term,
        )
    ]


def _change(state: State, command: ChangeGroup) -> list[GroupEvent]:
    require_running(state)
    facilitators, term = _led_by(command.facilitators), _whole(command.term)
    return [GroupChanged(group=command.group, facilitators=facilitators, term=term)]


def _end(state: State, command: EndGroup) -> list[GroupEvent]:
    if state.ended_on is not None:
        return []
    return [GroupEnded(group=command.group, reason=command.reason, ended_on=day_of(command.at))]


def _led_by(facilitators: Iterable[Leading]) -> tuple[Facilitator, ...]:
    """Each once, as he or she was named last."""
    named = {each.professional: each.called for each in facilitators}
    if not named:
        raise Refused(
            "facilitator_missing",
            "Somebody leads a group.",
            "P38",
            "Name at least one facilitator.",
            danish="Et hold ledes af nogen.",
            danish_next="Angiv mindst én, der leder holdet.",
        )
    return tuple(Facilitator(professional=who, called=called) for who, called in named.items())


def _whole(term: Term) -> Term:
    """Twice a week is what stands where no days are given. T15."""
    if term.ends_on < term.starts_on:
        raise Refused(
            "group_ends_before_it_begins",
            "The last day of a group's term is not before its first.",
            "P38",
            "Correct the days.",
            danish="Holdets sidste dag ligger ikke før den første.",
            danish_next="Ret dagene.",
        )
    return term.model_copy(update={"weekdays": tuple(dict.fromkeys(term.weekdays)) or TWICE_A_WEEK})


# Evolve


def evolve_forming(state: State, event: FormingEvent) -> State:
    """The group after an event."""
    match event:
        case GroupFormed():
            return replace(
                state,
                group=event.group,
                title=event.title,
                area=event.area,
                facilitators=_ids(event),
                term=event.term,
            )
        case GroupChanged():
            return replace(state, facilitators=_ids(event), term=event.term)
        case GroupEnded():
            return replace(state, ended_on=event.ended_on)
        case _:
            assert_never(event)


def _ids(event: GroupFormed | GroupChanged) -> tuple[ProfessionalId, ...]:
    return tuple(each.professional for each in event.facilitators)
