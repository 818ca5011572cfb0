"""Each member's own part of the plan, and the leisure line of each child and young person, or why there is none."""

from typing import assert_never

from contracts.ids import FamilyId, PersonId
from contracts.plans.events import FamilyEvent, LeisureLine, LeisureLineWritten, PlanPartWritten
from contracts.shapes import Command, Text
from eventkeep.evolved import replace
from eventkeep.refused import Refused
from services.plans.parties import require_member, require_own
from services.plans.state import Parts, State

# Commands


class WritePlanPart(Command):
    """Write a member's own part of the plan, or why there is none (egen del af planen). A03, P12, INV-17, Q12."""

    family: FamilyId
    person: PersonId
    words: Text | None = None
    no_part_because: Text | None = None


class WriteLeisureLine(Command):
    """Write a child's leisure activity or a young person's job, or why none (fritidsaktivitet). P36, INV-45."""

    family: FamilyId
    person: PersonId
    line: LeisureLine
    words: Text | None = None
    none_because: Text | None = None


PartCommand = WritePlanPart | WriteLeisureLine
PartEvent = PlanPartWritten | LeisureLineWritten

# Decide


def decide_parts(state: State, command: PartCommand) -> list[FamilyEvent]:
    """A part is written anew as often as it changes: what was written last stands. INV-17, INV-45."""
    match command:
        case WritePlanPart():
            return _write_part(state, command)
        case WriteLeisureLine():
            return _write_line(state, command)
        case _:
            assert_never(command)


def _write_part(state: State, command: WritePlanPart) -> list[FamilyEvent]:
    require_member(state.known, command.person, "INV-17")
    require_own(command.by, command.person, "INV-17")
    if (command.words is None) == (command.no_part_because is None):
        raise Refused(
            "part_unclear",
            "A part has words, or a reason why there is none.",
            "INV-17",
            "Give one of the two.",
            danish="En del af planen har ord eller en begrundelse for, at den mangler.",
            danish_next="Angiv ét af de to.",
        )
    return [
        PlanPartWritten(
            family=command.family,
            person=command.person,
            words=command.words,
            no_part_because=command.no_part_because,
            revision=state.revision + 1,
        )
    ]


def _write_line(state: State, command: WriteLeisureLine) -> list[FamilyEvent]:
    require_member(state.known, command.person, "INV-45")
    require_own(command.by, command.person, "INV-45")
    if state.known.contacts.members[command.person] == "adult":
        raise Refused(
            "line_of_an_adult",
            "Children and the young have a leisure line.",
            "INV-45",
            "Write it in the adult's own part of the plan.",
            danish="Kun børn og unge har en linje om fritid.",
            danish_next="Skriv det i den voksnes egen del af planen.",
        )
    if (command.words is None) == (command.none_because is None):
        raise Refused(
            "line_unclear",
            "A leisure line has words, or a reason why there is none.",
            "INV-45",
            "Give one of the two.",
            danish="En fritidslinje har ord eller en begrundelse for, at den mangler.",
            danish_next="Angiv ét af de to.",
        )
    return [
        LeisureLineWritten(
            family=command.family,
            person=command.person,
            line=command.line,
            words=command.words,
            none_because=command.none_because,
            revision=state.revision + 1,
        )
    ]


# Evolve


def evolve_parts(parts: Parts, event: PartEvent) -> Parts:
    """Who has a part, after an event."""
    match event:
        case PlanPartWritten():
            return replace(parts, written=parts.written | {event.person})
        case LeisureLineWritten():
            return replace(parts, lines=parts.lines | {(event.person, event.line)})
        case _:
            assert_never(event)
