"""What somebody does over time: a leisure activity or job, work, education. Begun and ended. P36, INV-56, T01, T02, T10."""

from datetime import date

from contracts.contacts.events import Role
from contracts.ids import FamilyId, GoalId, InterventionId, OccupationId, PersonId, RecordId
from contracts.progress.events import (
    FamilyEvent,
    OccupationEnded,
    OccupationEvent,
    OccupationKind,
    OccupationStarted,
)
from contracts.shapes import Code, Command, Text
from eventkeep.evolved import replace
from eventkeep.refused import Refused
from services.progress.links import goal_of
from services.progress.state import Record, State, require_new, require_past

_LEISURE = frozenset({OccupationKind.LEISURE_ACTIVITY, OccupationKind.LEISURE_JOB})

# Commands


class StartOccupation(Command):
    """Register that somebody began a leisure activity, a leisure job, work or education (begynde). P36, T01, T02, T10."""

    family: FamilyId
    occupation: OccupationId
    person: PersonId
    kind: OccupationKind
    what: Code | None = None
    matches_wish: bool | None = None
    goal: GoalId | None = None
    intervention: InterventionId | None = None
    words: Text | None = None
    started_on: date


class EndOccupation(Command):
    """Register the last day of it, and why it ended (holde op). INV-56."""

    family: FamilyId
    occupation: OccupationId
    ended_on: date
    reason: Code


# Decide


def start_occupation(state: State, command: StartOccupation) -> list[FamilyEvent]:
    """Leisure is children's and young people's; what goes on already isn't begun again. INV-58, P36."""
    require_new(state, command.occupation)
    require_past(command.started_on, command.at)
    _require_of_age(state, command)
    started = OccupationStarted(
        family=command.family,
        occupation=command.occupation,
        person=command.person,
        kind=command.kind,
        what=command.what,
        matches_wish=command.matches_wish,
        goal=goal_of(state, command.intervention, command.goal),
        intervention=command.intervention,
        words=command.words,
        started_on=command.started_on,
    )
    require_alone(state, RecordId(command.occupation), _begun(started))
    return [started]


def _require_of_age(state: State, command: StartOccupation) -> None:
    if command.kind in _LEISURE and state.known.contacts.members.get(command.person) == Role.ADULT:
        raise Refused(
            "leisure_of_children",
            "Leisure activities and jobs are registered of children and young people.",
            "P36",
            "Register work or education of an adult.",
            danish="Fritidsaktiviteter og fritidsjob registreres for børn og unge.",
            danish_next="Registrér arbejde eller uddannelse for en voksen.",
        )


def require_alone(state: State, name: RecordId, term: Record) -> None:
    """One person's terms of the same thing don't overlap: no fact is typed twice. INV-58."""
    same = (
        each
        for other, each in state.records.items()
        if other != name and (each.person, each.occupation) == (term.person, term.occupation)
    )
    if term.occupation is not None and any(_overlap(each, term) for each in same if not each.taken_back):
        raise Refused(
            "occupation_goes_on",
            "This goes on already at that time.",
            "INV-58",
            "End it first, or correct its days.",
            danish="Det er allerede i gang på det tidspunkt.",
            danish_next="Afslut det først, eller ret dagene.",
        )


def _overlap(one: Record, other: Record) -> bool:
    """The last day belongs to it; what hasn't ended goes on."""
    return one.day <= (other.ended_on or date.max) and other.day <= (one.ended_on or date.max)


def end_occupation(state: State, command: EndOccupation) -> list[FamilyEvent]:
    """Once, and not before it began."""
    record = state.records.get(RecordId(command.occupation))
    if record is None or record.occupation is None or record.taken_back:
        raise Refused(
            "occupation_unknown",
            "Nothing that somebody does is registered under this id.",
            "INV-56",
            "Register its beginning first.",
            danish="Intet, nogen laver, er registreret under dette id.",
            danish_next="Registrér først, hvornår det begyndte.",
        )
    if record.ended_on is not None:
        raise Refused(
            "occupation_ended",
            "It has ended already.",
            "INV-56",
            "Correct its last day, if it is wrong.",
            danish="Det er allerede sluttet.",
            danish_next="Ret den sidste dag, hvis den er forkert.",
        )
    require_past(command.ended_on, command.at)
    require_order(record.day, command.ended_on)
    return [
        OccupationEnded(
            family=command.family,
            occupation=command.occupation,
            ended_on=command.ended_on,
            reason=command.reason,
        )
    ]


def require_order(started_on: date, ended_on: date | None) -> None:
    """What ends has begun before."""
    if ended_on is not None and ended_on < started_on:
        raise Refused(
            "ends_before_it_begins",
            "It began before it ended.",
            "INV-56",
            "Correct the days.",
            danish="Det begyndte, før det sluttede.",
            danish_next="Ret dagene.",
        )


# Evolve


def evolve_occupations(state: State, event: OccupationEvent) -> State:
    """What is done after an event."""
    name = RecordId(event.occupation)
    if isinstance(event, OccupationStarted):
        now = _begun(event)
    elif name not in state.records:
        return state
    else:
        now = replace(state.records[name], ended_on=event.ended_on)
    return replace(state, used=state.used | {event.occupation}, records={**state.records, name: now})


def _begun(event: OccupationStarted) -> Record:
    return Record(event.started_on, person=event.person, occupation=(event.kind, event.what))
