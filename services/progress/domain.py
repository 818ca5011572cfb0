"""How it goes for the family: where each one started, what is registered on the way, the small successes."""

from typing import assert_never

from contracts.progress.events import BaselineRecorded, FamilyEvent, ProgressRegistered, SmallSuccessNoted
from contracts.shapes import Actor, ActorKind
from eventkeep.evolved import replace
from eventkeep.refused import Refused
from services.progress.baselines import RecordBaseline, record_baseline
from services.progress.reference import Known
from services.progress.registrations import RegisterProgress, register
from services.progress.state import State
from services.progress.successes import NoteSmallSuccess, note_success

__all__ = ["FamilyCommand", "State", "decide", "evolve"]

# Commands: each stands in the file of its subject.

FamilyCommand = RecordBaseline | RegisterProgress | NoteSmallSuccess

# Decide


def decide(state: State, command: FamilyCommand) -> list[FamilyEvent]:
    """What a command makes true, or why it is refused."""
    _require_may_register(state.known, command.by)
    if command.person not in state.known.contacts.members:
        raise Refused(
            "person_not_in_family",
            "This person is no member of the family.",
            "INV-68",
            "Add the person to the family first.",
            danish="Personen hører ikke til familien.",
            danish_next="Føj personen til familien først.",
        )
    if command.goal is not None and command.goal not in state.known.plans.goals:
        raise Refused(
            "goal_unknown",
            "This goal is not in the plan.",
            "INV-68",
            "Define the goal first.",
            danish="Målet står ikke i planen.",
            danish_next="Sæt målet først.",
        )
    match command:
        case RecordBaseline():
            return record_baseline(state, command)
        case RegisterProgress():
            return register(state, command)
        case NoteSmallSuccess():
            return note_success(state, command)
        case _:
            assert_never(command)


def _require_may_register(known: Known, by: Actor) -> None:
    """Everybody attached to the family registers, on the team or not, and so does the family itself."""
    if not known.contacts.registered:
        raise Refused(
            "family_unknown",
            "This family is not known here.",
            "R01",
            "Register the family, or try again in a moment.",
            danish="Familien er ikke kendt her.",
            danish_next="Registrér familien, eller prøv igen om lidt.",
        )
    around = {ActorKind.PERSON: known.contacts.members, ActorKind.PROFESSIONAL: known.contacts.attached}
    if by.id not in around.get(by.kind, ()):
        raise Refused(
            "not_around_family",
            "Only the family and those attached register.",
            "INV-40",
            "Ask somebody who is attached to the family.",
            danish="Kun familien og de tilknyttede registrerer.",
            danish_next="Spørg en, der er tilknyttet familien.",
        )


# Evolve


def evolve(state: State, event: FamilyEvent) -> State:
    """What is registered after an event. It never refuses: the past has happened."""
    match event:
        case BaselineRecorded():
            baseline = (event.person, event.goal, event.instrument)
            return replace(state, used=state.used | {event.baseline}, baselines=state.baselines | {baseline})
        case ProgressRegistered():
            return replace(state, used=state.used | {event.registration})
        case SmallSuccessNoted():
            return replace(state, used=state.used | {event.success})
        case _:
            assert_never(event)
